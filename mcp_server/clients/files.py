"""Configuration files of other programs: reading them with care, and replacing them at once or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from mcp_server.clients.errors import ClientError

MAX_BYTES = 16 * 1024 * 1024
BOM = "\ufeff"
PRIVATE, SHARED = 0o600, 0o644
FOLDER = 0o755  # of a new folder, at most: a project may be shared for reading


@dataclass(frozen=True)
class File:
    """A configuration file as it was read.

    Args:
        path: where the client looks for it.
        target: the file itself, where `path` is a symbolic link.
        text: its text without a byte order mark; None if there is no file.
        bom: its byte order mark, or ''.
        mode: its permissions.
        identity: tells whether it was changed since.
    """

    path: Path
    target: Path
    text: str | None = None
    bom: str = ""
    mode: int = PRIVATE
    identity: tuple[int, ...] = ()


def read(path: Path, *, within: Path | None = None) -> File:
    """Read a configuration file.

    Args:
        within: the folder of a project, out of which a symbolic link must not lead.

    Raises:
        ClientError: it cannot be read, or must not be changed.
    """
    target = _target(path, within)
    try:
        status = target.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise ClientError(f"{path} is a symbolic link to {target}, which does not exist.") from None
        return File(path, target, mode=PRIVATE if within is None else SHARED)
    except OSError as error:
        raise ClientError(f"{path} cannot be read: {error.strerror}.") from None
    _check(path, status)
    try:
        content = target.read_bytes()
    except OSError as error:
        raise ClientError(f"{path} cannot be read: {error.strerror}.") from None
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise ClientError(f"{path} cannot be used: it is not UTF-8. Save it as UTF-8, then try again.") from None
    bom = BOM if text.startswith(BOM) else ""
    mode = stat.S_IMODE(status.st_mode)
    return File(path, target, text.removeprefix(BOM), bom, mode, _identity(status))


def _target(path: Path, within: Path | None) -> Path:
    try:
        target = path.resolve()
    except (OSError, RuntimeError):  # links in a circle
        raise ClientError(f"{path} cannot be read: its symbolic links lead in a circle.") from None
    if within is not None and not target.is_relative_to(within.resolve()):
        raise ClientError(f"{path} is a link to {target}, outside of the project. Connect with --scope user instead.")
    return target


def _check(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise ClientError(f"{path} is not a file. Move it away, then try again.")
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise ClientError(f"{path} belongs to another user. Run this command as its owner.")
    if not status.st_mode & stat.S_IWUSR:  # asked of the mode, because root may write to any file
        raise ClientError(f"{path} is read-only. Make it writable (chmod u+w), then try again.")
    if status.st_size > MAX_BYTES:
        raise ClientError(
            f"{path} has more than {MAX_BYTES // 1024**2} MB. A configuration is not that large: check it."
        )


def _identity(status: os.stat_result) -> tuple[int, ...]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def write(file: File, text: str, *, mode: int | None = None) -> list[Path]:
    """Replace a file's text, keeping its permissions; return the folders that were made for it, the outermost first.

    Raises:
        ClientError: it cannot be written, or was changed since it was read; it is as it was.
    """
    made = _make_folder(file.target.parent, file.path)
    try:
        handle, draft = tempfile.mkstemp(dir=file.target.parent, prefix=f".{file.target.name}.")
    except OSError as error:
        raise ClientError(f"{file.path} cannot be written: {error.strerror}.") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(file.bom + text)
            stream.flush()
            os.fchmod(handle, file.mode if mode is None else mode)
            os.fsync(handle)
        _check_unchanged(file)
        os.replace(draft, file.target)
    except BaseException as error:
        Path(draft).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ClientError(f"{file.path} cannot be written: {error.strerror}.") from None
        raise
    return made


def delete(file: File, folders: list[Path]) -> None:
    """Delete a file, and those of the folders that are empty then.

    Raises:
        ClientError: it cannot be deleted, or was changed since it was read.
    """
    _check_unchanged(file)
    try:
        file.target.unlink()
    except OSError as error:
        raise ClientError(f"{file.path} cannot be deleted: {error.strerror}.") from None
    with contextlib.suppress(OSError):  # one that is no longer empty
        for folder in reversed(folders):
            folder.rmdir()


def _check_unchanged(file: File) -> None:
    try:
        now = _identity(file.target.stat())
    except FileNotFoundError:
        now = ()
    if now != file.identity:
        raise ClientError(f"{file.path} was changed by another program meanwhile. Run the command again.")


def _make_folder(folder: Path, path: Path) -> list[Path]:
    try:
        return make_folders(folder, FOLDER)
    except OSError as error:
        raise ClientError(f"The folder of {path} cannot be made: {error.strerror}.") from None


def make_folders(folder: Path, mode: int) -> list[Path]:
    """Create a folder and those above it that are missing, all with this mode at most; return them, the first first.

    `Path.mkdir(parents=True)` leaves the modes of those above to the umask.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()][::-1]
    for each in missing:
        each.mkdir(mode=mode, exist_ok=True)
    return missing
