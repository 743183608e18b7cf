"""The system user that the embedded PostgreSQL runs as.

PostgreSQL refuses to run as root. If root starts it, it runs as another user, who may need access to folders closed to
others: root's home, or the environment with the binaries. Their permissions must not change. If necessary, the server
gets the Linux capability to read and search any folder (capabilities(7)), and no other privilege of root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from django.db.utils import OperationalError

USER_NAME = "pgserver"
# The first sufficient set is used. Containers often lack dac_read_search; files executable by root only need the last.
CAPABILITIES = ((), ("dac_read_search",), ("dac_override",))


@dataclass(frozen=True)
class ServerUser:
    """The system user of the server; `prefix` begins its command lines."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()

    def own(self, path: Path) -> None:
        """Make the server's user the owner of a file or folder of ours."""
        if self.uid != os.geteuid():
            os.chown(path, self.uid, self.gid)


def find(folder: Path, program: Path) -> ServerUser:
    """Return a user who can run `program` in `folder`, an existing data folder or the parent of a new one.

    Raises:
        django.db.OperationalError: no user can; the message is one sentence with the reason.
    """
    if os.geteuid() != 0:
        return ServerUser(os.geteuid(), os.getegid())
    owner = folder.stat()
    uid, gid = (owner.st_uid, owner.st_gid) if owner.st_uid != 0 else _own_user()
    for capabilities in CAPABILITIES:
        user = ServerUser(uid, gid, _prefix(uid, gid, capabilities))
        if _can_run(user, program, folder):
            return user
    raise OperationalError(
        "PostgreSQL does not run as root, and the user that it runs as instead cannot access CODEX_DATA_DIR: "
        "choose a folder that others can enter, such as /var/lib/codex-memory, or do not run as root."
    )


def _own_user() -> tuple[int, int]:
    import pwd  # not on Windows

    try:
        entry = pwd.getpwnam(USER_NAME)
    except KeyError:
        subprocess.run(
            ("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER_NAME),
            check=True,
            capture_output=True,
        )
        entry = pwd.getpwnam(USER_NAME)
    return entry.pw_uid, entry.pw_gid


def _prefix(uid: int, gid: int, capabilities: tuple[str, ...]) -> tuple[str, ...]:
    kept = ",".join(("-all", *(f"+{name}" for name in capabilities)))
    return (
        "setpriv",
        f"--reuid={uid}",
        f"--regid={gid}",
        "--clear-groups",
        # Otherwise access(2), which PostgreSQL uses to find its files, would ignore the capabilities.
        *(("--securebits=+no_setuid_fixup",) if capabilities else ()),
        f"--inh-caps={kept}",
        f"--ambient-caps={kept}",
        f"--bounding-set={kept}",
        "--",
    )


def _can_run(user: ServerUser, program: Path, folder: Path) -> bool:
    if shutil.which(user.prefix[0]) is None:
        raise OperationalError(
            "PostgreSQL does not run as root, and the program setpriv, which starts it as another user, is missing: "
            "install util-linux, or do not run as root."
        )
    looks = ("sh", "-c", 'cd "$1" && exec "$2" --version', "sh", str(folder), str(program))
    return subprocess.run((*user.prefix, *looks), cwd="/", capture_output=True, check=False).returncode == 0
