"""Upgrading the embedded database to the newest major version of PostgreSQL that this version brings.

The new database is filled as a restore is, row by row, and compared. `pg_upgrade` would copy files instead, which is
faster for large databases, but leaves nothing to compare, and needs both to have the same checksums of pages.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path
from typing import Any

import psutil
import psycopg
from django.db import Error as DjangoError

from codex_project.database import binaries, embedded, swap
from codex_project.database.embedded import Server
from codex_project.lifecycle import target
from codex_project.lifecycle.contents import Header, Progress
from codex_project.lifecycle.snapshot import STATEMENTS, snapshot
from memories.moving.errors import MovingError

logger = logging.getLogger(__name__)

DATABASE = "postgres"
AUTOMATIC_MAX_BYTES = 256 * 1024 * 1024
OWN_SETTINGS = "postgresql.auto.conf"  # of ALTER SYSTEM


class InUseError(MovingError):
    """A process uses the database."""


class _Silent:
    def begin(self, what: str, rows: int) -> None:
        pass

    def advance(self, rows: int) -> None:
        pass


def outdated(folder: Path) -> tuple[int, int] | None:
    """The major version of a folder and a newer one that it could have; None if there is none."""
    major, newest = embedded.major_of(folder), max(binaries.by_major())
    return (major, newest) if major is not None and major < newest else None


def upgrade(folder: Path, progress: Progress) -> tuple[Header, Path] | None:
    """Upgrade the database of a folder that no process uses; who starts meanwhile waits.

    Returns: what was moved, and where the old database stays; None if there is nothing to upgrade.

    Raises:
        MovingError: it cannot be upgraded. It is as it was.
        psycopg.Error, django.db.Error: a server. The database is as it was.
    """
    folder = folder.expanduser().resolve()
    try:
        with embedded.alone(folder), embedded.unused(folder):
            swap.settle(folder)
            if (majors := outdated(folder)) is None:
                return None
            _check_space(folder, former := swap.former(folder, majors[0]))
            return _upgrade(folder, majors, progress), former
    except BlockingIOError:
        raise InUseError("The database is in use: end all agents and other commands, then run it again.") from None
    except (OSError, subprocess.SubprocessError, psutil.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise MovingError(f"The database cannot be upgraded, and is as it was: {reason}.") from error


def upgrade_if_small(folder: Path) -> None:
    """Upgrade a database that takes a few seconds and that no process uses; otherwise it goes on as it is.

    Agents would remember nothing any more once a version lacks the old programs, and nobody reads their logs.
    """
    folder = folder.expanduser().resolve()
    if (majors := outdated(folder)) is None:
        return
    old, new = majors
    try:
        if _size(folder) > AUTOMATIC_MAX_BYTES:
            raise MovingError("It is large.")
        if upgrade(folder, _Silent()) is not None:
            logger.info("Upgraded the embedded database from PostgreSQL %d to %d", old, new)
    except InUseError:
        pass
    except (MovingError, DjangoError, psycopg.Error) as error:
        logger.warning(
            "The embedded database goes on with PostgreSQL %d. `codex-memory upgrade_embedded` upgrades it to %d. (%s)",
            *(old, new, str(error).strip().split("\n", 1)[0]),
        )


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in (folder / "base").rglob("*"))


def _check_space(folder: Path, former: Path) -> None:
    if former.exists():
        raise MovingError(f"{former} is in the way: remove it, or move it elsewhere.")
    size = _size(folder)
    free = shutil.disk_usage(folder.parent).free
    if free < size:
        raise MovingError(
            f"The new database needs about {size // 2**20 + 1:,} MB beside the old one, "
            f"and the disk has {free // 2**20:,} MB: make room first."
        )


def _upgrade(folder: Path, majors: tuple[int, int], progress: Progress) -> Header:
    old, new = majors
    try:
        header = _copy(folder, new, progress)
        for each in (swap.draft(folder), folder):
            embedded.stop(each)
        swap.replace(folder, old)
        return header
    finally:
        embedded.stop(folder)
        swap.remove_draft(folder)


def _copy(folder: Path, major: int, progress: Progress) -> Header:
    source, draft = embedded.run(folder), swap.draft(folder)
    user = embedded.make(draft, binaries.by_major()[major])
    if (own := folder / OWN_SETTINGS).exists():
        shutil.copyfile(own, draft / OWN_SETTINGS)
        user.own(draft / OWN_SETTINGS)
    copy = embedded.run(draft)
    with snapshot(_parameters(source), copy.bin_path) as contents:
        settings = _settings(source)
        with target.filling(_parameters(copy), contents, progress) as connection:
            for statement in settings:
                connection.execute(statement)
        return contents.header


def _parameters(server: Server) -> dict[str, Any]:
    return {"host": server.host, "port": server.port, "user": server.user, "dbname": DATABASE}


def _settings(server: Server) -> list[str]:
    """Statements that give the database the settings that it has.

    Raises:
        MovingError: the server has other databases, or roles, which would be left behind.
    """
    with psycopg.connect(**_parameters(server)) as connection:
        others = [name for (name,) in connection.execute(STATEMENTS["others"])]
        if others:
            raise MovingError(
                f"The server also has {', '.join(others)}, which would be left behind: move it elsewhere, and drop it."
            )
        return [statement for (statement,) in connection.execute(STATEMENTS["database_settings"])]
