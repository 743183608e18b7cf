"""The project of the git repository that a process was started in (CODEX_PROJECT=auto).

It is the same in every worktree and subfolder, and on every machine that cloned the repository from one place.
"""

from __future__ import annotations

import hashlib
import logging
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from memories import limits

logger = logging.getLogger(__name__)

GIT_TIMEOUT = 5.0  # seconds
HASH_DIGITS = 8  # at the end of a name that was cut
_OUTSIDE_ALPHABET = re.compile(r"[^A-Za-z0-9._/@:+-]")
# git's short form of ssh: [user@]host:path, or [user@][host:port]:path, with a colon before the first slash.
_SCP = re.compile(r"(?:[^/@]+@)?(?:\[(?P<bracketed>[^\]/]+)\]|(?P<host>[^/:\[\]]{2,})):(?P<path>.*)", re.S)


class _GitError(Exception):
    """git is missing, or refuses the repository."""


def project_of(folder: Path) -> str:
    """The project of the repository that contains a folder; '' outside of one.

    It is the remote `origin` without scheme, user, port and `.git`. Without a remote, or if that is a local path, it is
    the name of the main worktree's folder. If git is missing or refuses the repository, it is the name of the folder
    that holds `.git`.
    """
    try:
        common = Path(_git(folder, "rev-parse", "--path-format=absolute", "--git-common-dir"))
    except _GitError as error:
        root = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)
        if root is None:
            return ""
        logger.warning("The project is named after the folder %s, because %s", root, error)
        return as_name(root.name)
    try:
        remote = name_of_remote(_git(folder, "remote", "get-url", "origin"))
    except _GitError:
        remote = ""
    return as_name(remote or _main_worktree(folder, common).name.removesuffix(".git"))


def name_of_remote(url: str) -> str:
    """Host and path of a remote's address; '' for a local path."""
    url = url.strip()
    if "://" in url:
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return ""
        path = parts.path if parts.scheme != "file" else ""
    elif match := _SCP.fullmatch(url):
        host = (match["host"] or re.sub(r":\d+$", "", match["bracketed"])).lower()
        path = match["path"]
    else:
        return ""
    path = path.strip("/").removesuffix(".git").strip("/")
    return f"{host}/{path}" if host and path else ""


def as_name(text: str) -> str:
    """A text as the name of a project: other characters become dashes; what is too long is cut, and ends in a hash."""
    name = _OUTSIDE_ALPHABET.sub("-", text).lstrip("._/@:+-")
    if name and len(name) <= limits.PROJECT_MAX_CHARACTERS:
        return name
    digits = hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:HASH_DIGITS]
    return f"{name[: limits.PROJECT_MAX_CHARACTERS - HASH_DIGITS - 1]}-{digits}" if name else f"project-{digits}"


def _main_worktree(folder: Path, common: Path) -> Path:
    """The folder of the main worktree; of a bare repository its own, of a submodule its worktree."""
    if common.name == ".git":
        return common.parent
    try:
        if _git(common, "rev-parse", "--is-bare-repository") == "true":
            return common
        return Path(_git(folder, "rev-parse", "--show-toplevel"))
    except _GitError:
        return common


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=GIT_TIMEOUT, check=False)
    except OSError:
        raise _GitError("git is not installed.") from None
    except subprocess.TimeoutExpired:
        raise _GitError(f"git did not answer within {GIT_TIMEOUT:g} s.") from None
    if run.returncode != 0:
        raise _GitError("git refuses the repository. Run `git status` there to see why.")
    return run.stdout.decode(errors="surrogateescape").strip()
