"""Copies of databases within the test's process, and what happens in the middle of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from codex_project.database import binaries
from codex_project.lifecycle import archive, restoring
from codex_project.lifecycle.snapshot import snapshot
from tests.support import dumps

HOLD = 7_203_399  # an advisory lock


class Silent:
    """Shows no progress."""

    def begin(self, what: str, rows: int) -> None:
        pass

    def advance(self, rows: int) -> None:
        pass


def parameters(url: str) -> dict[str, Any]:
    return dict(conninfo_to_dict(url))


def backed_up(url: str, file: Path) -> Path:
    with snapshot(parameters(url), binaries.newest()) as source:
        archive.write(str(file), source, Silent(), overwrite=True)
    return file


def restored(file: Path, url: str) -> None:
    archive.check(str(file), Silent())
    restoring.restore(str(file), parameters(url), Silent())


def everything(url: str) -> tuple[str, list[str]]:
    """A database as pg_dump, which has no part in copying rows, shows it: its schema, and its rows in any order."""
    return dumps.schema(url), sorted(dumps.data(url).splitlines())


def tables(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchone()
    assert row is not None
    return int(row[0])


@contextmanager
def held_in_the_middle(url: str) -> Iterator[None]:
    """Let whoever creates an index in a database wait: when rows are copied, and the copy is not complete."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION pg_temp_hold() RETURNS event_trigger LANGUAGE plpgsql AS"
            f" 'BEGIN PERFORM pg_advisory_lock({HOLD}); END'"
        )
        connection.execute(
            "CREATE EVENT TRIGGER hold ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION pg_temp_hold()"
        )
        connection.execute("SELECT pg_advisory_lock(%s)", [HOLD])
        try:
            yield
        finally:
            connection.execute("SELECT pg_advisory_unlock(%s)", [HOLD])
            connection.execute("DROP EVENT TRIGGER hold")
            connection.execute("DROP FUNCTION pg_temp_hold")


def is_held(url: str) -> bool:
    """Whether somebody waits in the middle."""
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted", [HOLD]
        ).fetchone()
    return row is not None and row[0] > 0
