"""Filling an empty database with a copy, in one transaction: all of it, compared row by row, or nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from psycopg import sql

from codex_project.lifecycle.contents import Contents, Digest, Progress, Table
from codex_project.lifecycle.snapshot import LOCK, STATEMENTS, has_lock, lock_tables, read, schemas_of, tables_of
from memories.db.schema import LOCK_INTERVAL, MIGRATION_LOCK, PGVECTOR_MINIMUM, POSTGRESQL_MINIMUM
from memories.moving.errors import MovingError

WRITE_BYTES = 1 << 18
ADVANCE_ROWS = 500
MIGRATION_PATIENCE = 300.0  # seconds
# Tables that are not empty, or need not be, in a database that nobody has used yet.
FILLED_BY_MIGRATIONS = {
    *("auth_group", "auth_group_permissions", "auth_permission", "django_content_type", "django_migrations"),
    *("schema_migrations", "corpus_statistics", "kept_tables", "languages", "counters", "counter_ledger"),
    "django_session",
}


@contextmanager
def filling(parameters: dict[str, Any], contents: Contents, progress: Progress) -> Iterator[psycopg.Connection[Any]]:
    """Fill a database and compare it with what was copied; it becomes visible when the block ends without an error.

    Args:
        parameters: for the connection, as libpq names them.

    Raises:
        MovingError: the database has data, is not suitable, or differs from what was copied. Nothing was changed.
        psycopg.Error: the database. Nothing was changed, unless the connection was lost while the transaction ended.
    """
    with psycopg.connect(**parameters, autocommit=True, prepare_threshold=None) as connection:
        with connection.transaction():
            connection.execute(STATEMENTS["settings"])
            _check_server(connection)
            if not has_lock(connection, LOCK):
                raise MovingError("This database is being filled, or copied, by another command.")
            _await_migration(connection)
            _empty(connection)
            _fill(connection, contents, progress)
            yield connection
        with suppress(psycopg.Error):  # autovacuum will do it, a little later
            connection.execute("ANALYZE")


def _await_migration(connection: psycopg.Connection[Any]) -> None:
    """Wait until no process migrates the database, and let none begin."""
    deadline = time.monotonic() + MIGRATION_PATIENCE
    while not has_lock(connection, MIGRATION_LOCK):
        if time.monotonic() > deadline:
            raise MovingError("Another process migrates this database: run the command again when it has ended.")
        time.sleep(LOCK_INTERVAL)


def _check_server(connection: psycopg.Connection[Any]) -> None:
    row = connection.execute(STATEMENTS["state"]).fetchone()
    assert row is not None
    is_standby, version, encoding, pgvector = row
    if is_standby:
        raise MovingError("This server is a standby, which nothing can be written to: name the primary.")
    if version < POSTGRESQL_MINIMUM:
        raise MovingError(f"PostgreSQL {POSTGRESQL_MINIMUM} or newer is required, and this is {version}: upgrade it.")
    if encoding != "UTF8":
        raise MovingError(f"The database's encoding must be UTF8, and this is {encoding}.")
    minimum = ".".join(map(str, PGVECTOR_MINIMUM))
    if pgvector is None:
        raise MovingError(f"The server lacks the extension pgvector: install version {minimum} or newer on it.")
    if tuple(map(int, pgvector.split(".")[:2])) < PGVECTOR_MINIMUM:
        raise MovingError(f"pgvector {minimum} or newer is required, and this is {pgvector}: upgrade it.")


def _empty(connection: psycopg.Connection[Any]) -> None:
    """Lock all tables, make sure that nobody stored anything, and drop them.

    Raises:
        MovingError: there is data.
    """
    found = [(schema, name) for schema, name, _ in tables_of(connection)]
    lock_tables(connection, found, "ACCESS EXCLUSIVE")
    for schema, name in found:
        if name in FILLED_BY_MIGRATIONS:
            continue
        row = sql.SQL("SELECT FROM {} LIMIT 1").format(sql.Identifier(schema, name))
        if connection.execute(row).fetchone() is not None:
            raise MovingError(
                f"The database has data already (in {schema}.{name}), and is left as it is. "
                "Use an empty one, or `import_memories` to add memories to it."
            )
    if found:
        for (statement,) in connection.execute(STATEMENTS["drop_all"], {"schemas": schemas_of(connection)}).fetchall():
            connection.execute(statement)


def _fill(connection: psycopg.Connection[Any], contents: Contents, progress: Progress) -> None:
    header = contents.header
    for (statement,) in connection.execute(
        STATEMENTS["create_missing_schema"], {"schemas": list(header.schemas)}
    ).fetchall():
        connection.execute(statement)
    for name, schema in header.extensions:
        creates = connection.execute(STATEMENTS["create_missing_extension"], {"name": name, "schema": schema})
        for (statement,) in creates.fetchall():
            connection.execute(statement)
    _run(connection, header.before)
    progress.begin("rows", header.rows)
    copied = {table: _copy(connection, table, contents.rows(table), progress) for table in header.tables}
    for sequence in header.sequences:
        parameters = {"schema": sequence.schema, "name": sequence.name, "value": sequence.value}
        connection.execute(STATEMENTS["set_sequence"], parameters)
    progress.begin("indexes", 0)
    _run(connection, header.after)
    for (statement,) in connection.execute(STATEMENTS["open"]).fetchall():  # if the original was moved before
        connection.execute(statement)
    progress.begin("verifying", header.rows)
    for table, digest in copied.items():
        if not digest_of(connection, table, progress).is_of(digest):
            raise MovingError(f"The copy of {table} differs from the original.")


def _run(connection: psycopg.Connection[Any], script: str) -> None:
    if script:
        connection.execute(script.encode())


def _copy(connection: psycopg.Connection[Any], table: Table, rows: Iterator[bytes], progress: Progress) -> Digest:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.schema, table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
    )
    digest, pending, size = Digest(), list[bytes](), 0
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            digest.add(row)
            pending.append(row)
            size += len(row)
            if size >= WRITE_BYTES:
                copy.write(b"".join(pending))
                progress.advance(len(pending))
                pending, size = [], 0
        copy.write(b"".join(pending))
    progress.advance(len(pending))
    if digest.rows != table.rows:
        raise MovingError(f"{table} has {digest.rows:,} rows instead of {table.rows:,}.")
    return digest


def digest_of(connection: psycopg.Connection[Any], table: Table, progress: Progress) -> Digest:
    """Read a table and compute what its rows are compared by."""
    digest = Digest()
    for row in read(connection, table):
        digest.add(row)
        if digest.rows % ADVANCE_ROWS == 0:
            progress.advance(ADVANCE_ROWS)
    progress.advance(digest.rows % ADVANCE_ROWS)
    return digest
