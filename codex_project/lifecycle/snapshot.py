"""Reading a whole database at one moment, while agents store."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from django.conf import settings
from psycopg import sql

from codex_project.lifecycle.contents import Header, Sequence, Table
from memories.db import named_sql
from memories.db.schema import LOCK_INTERVAL, MIGRATION_LOCK
from memories.moving.errors import MovingError

STATEMENTS = named_sql.read(__file__, "lifecycle")
LOCK = 7_203_320  # any number, as long as every process that fills or moves a database takes the same
LOCK_PATIENCE = 120.0  # seconds
_ENDS = re.compile(r"^\\(un)?restrict .*\n", re.MULTILINE)
_FIRST_OBJECT = "\n--\n-- Name: "
# The transaction sets these, and schemas are created separately: `public` is nearly always there.
_LEFT_OUT = re.compile(
    r"^(SET default_(tablespace|table_access_method) = .*;|CREATE SCHEMA .*;|COMMENT ON SCHEMA public IS .*;)\n",
    re.MULTILINE,
)


class Snapshot:
    """A database as it was when the snapshot began, for as long as its transaction lasts."""

    def __init__(self, connection: psycopg.Connection[Any], header: Header) -> None:
        self._connection = connection
        self.header = header

    def rows(self, table: Table) -> Iterator[bytes]:
        return read(self._connection, table)

    def execute(self, statement: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Execute a statement in the snapshot's transaction."""
        cursor = self._connection.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []

    def end(self) -> None:
        """Commit, and give up the locks."""
        self._connection.execute("COMMIT")


@contextmanager
def snapshot(parameters: dict[str, Any], programs: Path, *, locking: bool = False) -> Iterator[Snapshot]:
    """Begin a snapshot.

    Args:
        parameters: for the connection, as libpq names them.
        programs: the folder with pg_dump, at least as new as the server.
        locking: whether to let nobody else write until the block ends. Reads go on.

    Raises:
        MovingError: pg_dump cannot describe the schema, or another command moves the database.
        psycopg.Error: the database.
    """
    with psycopg.connect(**parameters, autocommit=True, prepare_threshold=None) as connection:
        if locking:
            _lock(connection)
        else:
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        connection.execute(STATEMENTS["settings"])
        source = Snapshot(connection, _header(connection, programs))
        yield source
        source.end()


def _lock(connection: psycopg.Connection[Any]) -> None:
    """Begin a transaction in which nobody else writes, migrates, or copies.

    Each of its statements sees the same rows, because it has all locks. REPEATABLE READ would see those of before it
    waited for them.
    """
    connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
    connection.execute(STATEMENTS["settings"])
    for key in (LOCK, MIGRATION_LOCK):
        if not has_lock(connection, key):
            raise MovingError("Another command copies, fills or migrates this database: run it again when that ended.")
    lock_tables(connection, [(schema, name) for schema, name, _ in tables_of(connection)], "SHARE ROW EXCLUSIVE")


def has_lock(connection: psycopg.Connection[Any], key: int) -> bool:
    """Take an advisory lock until the transaction ends; False if another session has it."""
    return connection.execute(STATEMENTS["lock"], {"key": key}).fetchone() == (True,)


def lock_tables(connection: psycopg.Connection[Any], tables: list[tuple[str, str]], mode: LiteralString) -> None:
    """Lock tables until the transaction ends.

    Only for the memories, with which most begin, this waits; if it waited for others while it has some, it could wait
    for a transaction that waits for it.

    Raises:
        MovingError: others use the tables all the time.
    """
    begun = time.monotonic()
    statement = "LOCK TABLE {} IN " + mode + " MODE"
    while tables:
        try:
            with connection.transaction():  # a savepoint
                for schema, name in tables:
                    if name == "memories":
                        connection.execute(sql.SQL(statement).format(sql.Identifier(schema, name)))
                names = sql.SQL(", ").join(sql.Identifier(*table) for table in tables)
                connection.execute(sql.SQL(statement + " NOWAIT").format(names))
            return
        except psycopg.errors.LockNotAvailable:
            if time.monotonic() - begun > LOCK_PATIENCE:
                raise MovingError("Other programs use the tables all the time: end them, and run it again.") from None
            time.sleep(LOCK_INTERVAL)


def _header(connection: psycopg.Connection[Any], programs: Path) -> Header:
    schemas = schemas_of(connection)
    tables = tuple(_counted(connection, *found) for found in tables_of(connection))
    sequences = connection.execute(STATEMENTS["sequences"], {"schemas": schemas}).fetchall()
    before, after = (_schema_sql(connection, programs, schemas, section) for section in ("pre-data", "post-data"))
    return Header(
        version=settings.VERSION,
        created_at=datetime.datetime.now(datetime.UTC).isoformat().replace("+00:00", "Z"),
        postgresql=connection.info.server_version,
        schemas=tuple(schemas),
        extensions=tuple((name, schema) for name, schema in connection.execute(STATEMENTS["extensions"])),
        migrations=_migrations(connection, tables),
        embedding_dimensions=_one(connection.execute(STATEMENTS["embedding_dimensions"], {"schemas": schemas})),
        tables=tables,
        sequences=tuple(Sequence(*found) for found in sequences),
        before=before,
        after=after,
    )


def schemas_of(connection: psycopg.Connection[Any]) -> list[str]:
    """The schemas of a database that belong neither to PostgreSQL nor to an extension."""
    return [name for (name,) in connection.execute(STATEMENTS["schemas"])]


def tables_of(connection: psycopg.Connection[Any]) -> list[tuple[str, str, list[str]]]:
    """The tables in these schemas: schema, name, and the columns that are stored."""
    return connection.execute(STATEMENTS["tables"], {"schemas": schemas_of(connection)}).fetchall()


def _counted(connection: psycopg.Connection[Any], schema: str, name: str, columns: list[str]) -> Table:
    count = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, name))
    return Table(schema, name, tuple(columns), _one(connection.execute(count)))


def _migrations(connection: psycopg.Connection[Any], found: tuple[Table, ...]) -> tuple[tuple[str, str], ...]:
    named = {
        (app, name)
        for table in found
        if table.name == "django_migrations"
        for app, name in connection.execute(
            sql.SQL("SELECT app, name FROM {}").format(sql.Identifier(table.schema, table.name))
        )
    }
    return tuple(sorted(named))


def _one(cursor: psycopg.Cursor[Any]) -> Any:
    row = cursor.fetchone()
    assert row is not None
    return row[0]


def _schema_sql(connection: psycopg.Connection[Any], programs: Path, names: list[str], section: str) -> str:
    """A section of the schema of the snapshot, as pg_dump says it, without settings for the session."""
    identifier = _one(connection.execute(STATEMENTS["export_snapshot"]))
    command = (
        *(str(programs / "pg_dump"), f"--section={section}", "--no-owner", "--no-privileges", "--no-tablespaces"),
        *("--no-publications", "--no-subscriptions", "--no-security-labels", "--encoding=UTF8"),
        *(f"--schema={_pattern(name)}" for name in names),
        *(f"--snapshot={identifier}", f"--dbname={connection.info.dsn}"),
    )
    password = {"PGPASSWORD": connection.info.password} if connection.info.password else {}
    ended = subprocess.run(
        command, env={**os.environ, **password}, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if ended.returncode:
        said = [line for line in ended.stderr.decode(errors="replace").splitlines() if line.strip()]
        reason = said[0].removeprefix("pg_dump: ").removeprefix("error: ") if said else "it says nothing"
        raise MovingError(f"pg_dump cannot read the schema: {reason.rstrip('.')}.")
    _, _, objects = _ENDS.sub("", ended.stdout.decode()).partition(_FIRST_OBJECT)
    return _LEFT_OUT.sub("", objects and _FIRST_OBJECT + objects)


def _pattern(name: str) -> str:
    """A schema's name as a pattern of pg_dump that matches nothing else."""
    return '"' + name.replace('"', '""') + '"'


def read(connection: psycopg.Connection[Any], table: Table) -> Iterator[bytes]:
    """The rows of a table as COPY writes them, each with its line break."""
    statement = sql.SQL("COPY {} ({}) TO STDOUT").format(
        sql.Identifier(table.schema, table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        rest = b""
        for chunk in copy:
            data = bytes(chunk)
            if not rest and data.endswith(b"\n") and data.count(b"\n") == 1:  # as servers send it
                yield data
                continue
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                yield line + b"\n"
