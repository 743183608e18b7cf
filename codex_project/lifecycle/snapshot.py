"""Reading a whole database at one moment, while agents store."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from psycopg import sql

from codex_project.lifecycle.contents import Header, Sequence, Table
from memories.db import named_sql
from memories.moving.errors import MovingError

STATEMENTS = named_sql.read(__file__, "lifecycle")
READ_BYTES = 1 << 16
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


@contextmanager
def snapshot(parameters: dict[str, Any], programs: Path, *, locking: bool = False) -> Iterator[Snapshot]:
    """Begin a snapshot.

    Args:
        parameters: for the connection, as libpq names them.
        programs: the folder with pg_dump, at least as new as the server.
        locking: whether to let nobody write until the block ends; the block may then write.

    Raises:
        MovingError: pg_dump cannot describe the schema.
        psycopg.Error: the database.
    """
    with psycopg.connect(**parameters, autocommit=True) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ" + ("" if locking else ", READ ONLY"))
        connection.execute(STATEMENTS["settings"])
        if locking:
            _lock(connection)
        yield Snapshot(connection, _header(connection, programs))
        connection.execute("COMMIT")


def _lock(connection: psycopg.Connection[Any]) -> None:
    """Lock all tables before the snapshot, which the first query begins."""
    tables = tables_of(connection)
    connection.execute("ROLLBACK")
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    if tables:
        names = sql.SQL(", ").join(sql.Identifier(schema, name) for schema, name, _ in tables)
        connection.execute(sql.SQL("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE").format(names))
    connection.execute(STATEMENTS["settings"])


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
    command = (
        *(str(programs / "pg_dump"), f"--section={section}", "--no-owner", "--no-privileges", "--no-tablespaces"),
        *("--no-publications", "--no-subscriptions", "--no-security-labels", "--encoding=UTF8"),
        *(f"--schema={_pattern(name)}" for name in names),
        *(f"--snapshot={_one(connection.execute(STATEMENTS['export_snapshot']))}", f"--dbname={connection.info.dsn}"),
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
