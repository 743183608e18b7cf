"""The running server of a data folder, according to its file postmaster.pid."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

_POLL_INTERVAL = 0.02  # seconds


@dataclass(frozen=True)
class Postmaster:
    """A running server."""

    pid: int
    socket_folder: str
    port: str
    is_ready: bool


def find(folder: Path) -> Postmaster | None:
    """Return the running server of a folder, or None. The file's process id may belong to another program by now."""
    try:
        lines = _lines(folder)
        pid = int(lines[0])
        if not is_alive(pid) or not _serves(psutil.Process(pid), folder):
            return None
    except (OSError, ValueError, psutil.Error):
        return None
    # Process, folder, start, port, socket folder, addresses, shared memory, status.
    status = lines[7].strip() if len(lines) > 7 else ""
    return Postmaster(pid, lines[4], lines[3], status == "ready") if len(lines) > 4 else None


def has_pid(folder: Path, pid: int) -> bool:
    """Whether a process is running and is the one in the file; reads only the file."""
    try:
        return int(_lines(folder)[0]) == pid and is_alive(pid)
    except (OSError, ValueError):
        return False


def remove_stale(folder: Path) -> None:
    """Remove a postmaster.pid that is corrupt, or whose process id belongs to another program, as after a reboot.

    If the process no longer exists, the file stays: PostgreSQL uses it to detect backends that are still running.
    """
    try:
        stale = is_alive(int(_lines(folder)[0]))
    except FileNotFoundError:
        return
    except ValueError:
        stale = True
    if stale:
        (folder / "postmaster.pid").unlink()


def stop(folder: Path, patience: float) -> bool:
    """Stop the server of a folder, if it is running; return False if it still runs after `patience` seconds."""
    if (running := find(folder)) is None:
        return True
    psutil.Process(running.pid).send_signal(signal.SIGINT)  # a fast shutdown
    deadline = time.monotonic() + patience
    # `Process.wait` would also wait until the process is reaped, which may never happen in a container.
    while is_alive(running.pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL_INTERVAL)
    return True


def is_alive(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _lines(folder: Path) -> list[str]:
    return (folder / "postmaster.pid").read_text(encoding="utf-8", errors="surrogateescape").split("\n")


def _serves(process: psutil.Process, folder: Path) -> bool:
    """Whether a process is the PostgreSQL of this folder, judged by its working directory."""
    if not process.name().startswith("postgres"):
        return False
    try:
        return os.path.samefile(process.cwd(), folder)
    except (psutil.AccessDenied, FileNotFoundError):  # another user's
        return str(folder) in process.cmdline()
