"""Disks that are full or read-only, for PostgreSQL alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

SIZE = 384 * 2**20  # bytes of the small file system; PostgreSQL's folder takes a quarter of it
CHUNK = 2**20
SMALL = {"max_wal_size": "64MB", "min_wal_size": "32MB"}  # so that WAL alone never fills it


def mount(place: Path, size: int = SIZE) -> bool:
    """Mount a small file system in memory; return whether this process may."""
    command = ("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def unmount(place: Path) -> None:
    subprocess.run(("umount", "--lazy", str(place)), check=True)


def may_mount() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        if not mount(Path(folder), CHUNK):
            return False
        unmount(Path(folder))
    return True


@contextmanager
def filled(place: Path) -> Iterator[None]:
    """Fill a small file system to its last byte."""
    filler = place / "filler"
    try:
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(CHUNK)) == CHUNK:
                pass
            while file.write(b"\0"):
                pass
        yield
    finally:
        filler.unlink()


@contextmanager
def limited(family: list[psutil.Process]) -> Iterator[None]:
    """Let no file grow: where mounting is not allowed, this quota is the full disk. Children inherit it."""
    limited = [process for process in family if _limit(process, str(CHUNK))]
    assert limited, "no process of PostgreSQL could be limited"
    try:
        yield
    finally:
        for process in limited:
            _limit(process, "unlimited")


def _limit(process: psutil.Process, size: str) -> bool:
    """Set the soft limit of file sizes, as the process's own user: root may not in a container."""
    try:
        uid, gid = process.uids().real, process.gids().real
    except psutil.NoSuchProcess:
        return False
    user = ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups") if uid != os.geteuid() else ()
    command = (*user, "prlimit", f"--pid={process.pid}", f"--fsize={size}:")
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def missing() -> str:
    """Why the disk cannot be full here; '' if it can."""
    if may_mount() or shutil.which("prlimit"):
        return ""
    return "mounting is not allowed here, and there is no prlimit"


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write from the owner of a folder and all that is in it."""
    changed = []
    for parent, _, files in os.walk(folder):
        for path in (Path(parent), *(Path(parent, name) for name in files)):
            with suppress(FileNotFoundError):
                mode = path.lstat().st_mode
                path.chmod(mode & ~0o222)
                changed.append((path, mode))
    try:
        yield
    finally:
        for path, mode in changed:
            with suppress(FileNotFoundError):
                path.chmod(mode)
