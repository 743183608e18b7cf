"""What the database must be before it is used: its versions, its migrations and their checksums.

All here is synchronous and runs in a thread or a command; every problem is a `DatabaseError` of one sentence.
"""

from __future__ import annotations

import hashlib
import inspect
import logging
import sys
import time
from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, cast

import psycopg
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import DatabaseError as DjangoDatabaseError
from django.db.utils import NotSupportedError, OperationalError

from memories.db import named_sql, pooler
from memories.db.failures import UNMIGRATED, UNREACHABLE
from memories.db.migration_files import OWN_APPS
from memories.db.pool import parameters
from memories.errors import DatabaseError, UnreachableError
from memories.models import SchemaMigration

logger = logging.getLogger(__name__)

POSTGRESQL_MINIMUM = 14
PGVECTOR_MINIMUM = (0, 7)
# Any number, as long as every process takes the same lock before it migrates the embedded database.
MIGRATION_LOCK = 7_203_300
LOCK_INTERVAL = 0.05  # seconds

_sql = named_sql.read(__file__, "schema")


def prepare() -> None:
    """Make sure that the database can be used: reachable, recent enough, migrated (the embedded one is migrated here).

    Raises:
        DatabaseError: it cannot; the message says what to do.
    """
    reach()
    try:
        with _connected():
            check_versions()
            if unapplied_migrations():
                if not settings.EMBEDDED_DATABASE:
                    raise DatabaseError(UNMIGRATED)
                migrate_embedded()
            check_embedding_dimensions()
            for problem in changed_migrations():
                logger.warning(problem)
    except NotSupportedError as error:  # Django's own check of PostgreSQL's version
        raise DatabaseError(f"{error} Upgrade PostgreSQL, then call again.") from error
    except DjangoDatabaseError as error:
        logger.error("Database error: %s", str(error).strip())
        raise DatabaseError("The database refused to be prepared; the server's log says why.") from error


def reach() -> None:
    """Connect to the server once, and start it where it is the embedded one.

    Without the pool, which would try for the whole of ACQUIRE_TIMEOUT to reach a server that is not there.

    Raises:
        UnreachableError: it does not answer.
    """
    try:
        psycopg.connect(**parameters()).close()
    except OperationalError as error:  # the embedded server's, already in our words
        raise UnreachableError(str(error)) from error
    except psycopg.OperationalError as error:
        logger.error("Database connection failed: %s", str(error).strip())
        raise UnreachableError(UNREACHABLE) from error


def _postgresql(wrapper: Any) -> DatabaseWrapper:
    """Django's connection as what it is, where only PostgreSQL's has an attribute."""
    return cast("DatabaseWrapper", wrapper)


@contextmanager
def _connected() -> Iterator[None]:
    """A connection of Django's for as long as this takes; afterwards the thread holds neither it nor a pool."""
    try:
        connection.ensure_connection()
        yield
    finally:
        connection.close()
        _postgresql(connection).close_pool()


def check_versions() -> None:
    """Check the server's and pgvector's versions, and the encoding.

    Raises:
        DatabaseError: one is missing or too old, or not every text can be stored.
    """
    version = _postgresql(connection).pg_version // 10_000
    if version < POSTGRESQL_MINIMUM:
        raise DatabaseError(f"PostgreSQL {POSTGRESQL_MINIMUM} or newer is required, and this is {version}: upgrade it.")
    with connection.cursor() as cursor:
        cursor.execute(_sql["encoding"])
        if (encoding := cursor.fetchone()[0]) != "UTF8":
            raise DatabaseError(
                f"The database's encoding must be UTF8, and this is {encoding}: create one WITH ENCODING 'UTF8'."
            )
        cursor.execute(_sql["pgvector_version"])
        row = cursor.fetchone()
    minimum = ".".join(map(str, PGVECTOR_MINIMUM))
    if row is None:
        raise DatabaseError(f"The extension pgvector is missing: install version {minimum} or newer on the server.")
    if tuple(int(part) for part in row[0].split(".")[:2]) < PGVECTOR_MINIMUM:
        raise DatabaseError(f"pgvector {minimum} or newer is required, and this is {row[0]}: upgrade it.")


@cache
def migrations_on_disk() -> dict[tuple[str, str], Migration]:
    """The migrations of all apps that have a file, by app and name; read once per process."""
    return dict(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def is_applied(migration: Migration, recorded: Container[tuple[str, str]]) -> bool:
    """Whether a migration counts as applied, given what `django_migrations` has recorded.

    One that replaces others does if all of them are recorded, whether or not it is itself.
    """
    return all(key in recorded for key in migration.replaces or [(migration.app_label, migration.name)])


def check_history() -> None:
    """Check that no migration of which the file is gone is needed any more.

    Raises:
        DatabaseError: an earlier version applied some of the migrations that one of this version replaces, not all.
    """
    disk = migrations_on_disk()
    recorded = MigrationRecorder(connection).applied_migrations()
    for migration in disk.values():
        missing = [key for key in migration.replaces if key not in recorded]
        if len(missing) < len(migration.replaces) and any(key not in disk for key in missing):
            app, name = missing[0]
            raise DatabaseError(
                f"This database lacks the migration {app}.{name}, which Codex Memory {settings.VERSION} no longer has: "
                f"run `codex-memory migrate` of the last version that has it, then call again."
            )


def unapplied_migrations() -> list[str]:
    """The names of the migrations that the database lacks, in order.

    Raises:
        DatabaseError: they cannot be applied, because an earlier version left its own unfinished.
    """
    check_history()
    recorded = MigrationRecorder(connection).applied_migrations()
    if all(is_applied(migration, recorded) for migration in migrations_on_disk().values()):
        return []  # as nearly always; to plan would read all files twice more
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate_embedded() -> None:
    """Migrate the embedded database; of several processes that start at once, one does and the others wait."""
    # A lock on a connection of its own: `migrate` may close Django's.
    locking = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        with locking.cursor() as cursor:
            # Asked for again and again: a statement that waits for it would have a snapshot, the end of which an index
            # built CONCURRENTLY by the one that has the lock would wait for.
            while not _locked(cursor):
                time.sleep(LOCK_INTERVAL)
            if unapplied_migrations():
                call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
    finally:
        locking.close()
        _postgresql(locking).close_pool()


def _locked(cursor: CursorWrapper) -> bool:
    cursor.execute(_sql["lock"], {"key": MIGRATION_LOCK})
    return bool(cursor.fetchone()[0])


def use_direct_connection() -> None:
    """Leave a connection pooler, because to build an index while others store takes a session of its own.

    Raises:
        DatabaseError: it is not known how.
    """
    if not pooler.is_in_use():
        return
    if settings.DIRECT_DATABASE is None:
        raise DatabaseError(
            "DATABASE_URL leads to a connection pooler, and migrations need PostgreSQL itself: set DATABASE_LISTEN_URL."
        )
    wrapper = _postgresql(connection)
    wrapper.close()
    wrapper.close_pool()
    wrapper.settings_dict.update(settings.DIRECT_DATABASE)
    pooler.leave()
    try:
        wrapper.ensure_connection()
    except OperationalError as error:
        logger.error("Database connection failed: %s", str(error).strip())
        raise DatabaseError("The database cannot be reached. Check DATABASE_LISTEN_URL.") from error
    if pooler.is_in_use():
        raise DatabaseError("DATABASE_LISTEN_URL leads to a connection pooler, too: it must name PostgreSQL itself.")


def check_embedding_dimensions() -> None:
    """Compare EMBEDDING_DIMENSIONS with the column made by the first migration.

    Raises:
        DatabaseError: they differ.
    """
    with connection.cursor() as cursor:
        cursor.execute(_sql["embedding_dimensions"])
        row = cursor.fetchone()
    if row is not None and row[0] != settings.EMBEDDING_DIMENSIONS:
        raise DatabaseError(
            f"This database was made for embeddings of {row[0]} dimensions, and EMBEDDING_DIMENSIONS is "
            f"{settings.EMBEDDING_DIMENSIONS}: set EMBEDDING_DIMENSIONS={row[0]}, or use another database."
        )


def _checksum(migration: Migration) -> str:
    """SHA-256 of a migration's file and of the SQL files in its folder, which is sql/NAME beside it, in hex."""
    file = Path(inspect.getfile(type(migration)))
    digest = hashlib.sha256(file.read_bytes())
    for sql in sorted((file.parent / "sql" / migration.name).glob("*.sql")):
        digest.update(b"\0" + sql.name.encode() + b"\0" + sql.read_bytes())
    return digest.hexdigest()


def record_migrations() -> None:
    """Record each applied migration that is not yet recorded, in the order of application.

    Reads what Django recorded, so a process that died in between leaves nothing out: the next one fills it in.
    """
    recorded = set(SchemaMigration.objects.values_list("app", "name"))
    version = max(SchemaMigration.objects.values_list("version", flat=True), default=0)
    loader = MigrationLoader(connection)
    for app, name in loader.applied_migrations or {}:
        migration = loader.disk_migrations.get((app, name))
        if (app, name) in recorded or migration is None:
            continue
        version += 1
        SchemaMigration.objects.create(version=version, app=app, name=name, checksum=_checksum(migration))


def changed_migrations() -> list[str]:
    """One sentence for each migration of ours whose files changed after it was applied.

    Other packages' migrations are recorded as well, but an upgrade may rightly touch their files. A migration that was
    replaced by another has rightly no file, and so has one of an extra that is not installed here.
    """
    disk = migrations_on_disk()
    replaced = {key for migration in disk.values() for key in migration.replaces}
    problems = []
    installed = [app for app in OWN_APPS if app in apps.app_configs]
    for row in SchemaMigration.objects.filter(app__in=installed).order_by("version"):
        migration = disk.get((row.app, row.name))
        if migration is None:
            if (row.app, row.name) not in replaced:
                problems.append(f"The applied migration {row.app}.{row.name} has no file any more.")
        elif _checksum(migration) != row.checksum:
            problems.append(f"The migration {row.app}.{row.name} was changed after it was applied.")
    return problems
