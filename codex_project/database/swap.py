"""Replacing the folder of the embedded database by one of a newer major version of PostgreSQL.

A new folder has one of two names beside the old one: NAME.upgrading while it is filled, and NAME.upgraded once it is
complete and its server has stopped. The old folder then becomes NAME.MAJOR, and the new one takes its place. Whoever
next starts the server settles what a process that was killed in between left. All callers have the folder's lock.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from codex_project.database import postmaster

_PATIENCE = 60.0  # seconds


def draft(folder: Path) -> Path:
    """Where the new database is filled."""
    return folder.with_name(f"{folder.name}.upgrading")


def _complete(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.upgraded")


def former(folder: Path, major: int) -> Path:
    """Where the old database stays."""
    return folder.with_name(f"{folder.name}.{major}")


def replace(folder: Path, major: int) -> None:
    """Put the draft, of which the server has stopped, into the place of the folder, of which it has, too."""
    draft(folder).rename(_complete(folder))
    folder.rename(former(folder, major))
    _complete(folder).rename(folder)
    _flush(folder.parent)


def settle(folder: Path) -> None:
    """Finish or undo what a killed process began: the database is the old one until both renames are done."""
    if (complete := _complete(folder)).exists():
        if folder.exists():
            shutil.rmtree(complete)
        else:
            complete.rename(folder)
            _flush(folder.parent)
    remove_draft(folder)


def remove_draft(folder: Path) -> None:
    """Stop the server of the draft, if it runs, and remove the draft, if there is one.

    Raises:
        OSError: its server does not stop, or it cannot be removed.
    """
    if (unfinished := draft(folder)).exists():
        if not postmaster.stop(unfinished, _PATIENCE):
            raise TimeoutError(None, "the server of an interrupted upgrade does not stop")
        shutil.rmtree(unfinished)
    shutil.rmtree(unfinished.with_name(f"{unfinished.name}.new"), ignore_errors=True)  # of an initdb that failed


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
