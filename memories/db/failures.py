"""What PostgreSQL's errors mean to callers."""

from __future__ import annotations

import logging

import psycopg

from memories.errors import CallTimeoutError, DatabaseError, SizeLimitError, StorageError, UnreachableError

logger = logging.getLogger(__name__)

UNREACHABLE = (
    "The database cannot be reached. Check that PostgreSQL runs and that DATABASE_URL names it, then call again."
)
UNMIGRATED = (
    "The database is not migrated. Run `codex-memory migrate` (or `python manage.py migrate`), then call again."
)
UNCHANGEABLE = (
    "The database takes no changes: it is a standby, or it was moved to another server. "
    "Set DATABASE_URL to the one that takes them, and start this server again."
)


def translated(error: psycopg.Error) -> StorageError:
    """Turn the database's error into ours; its words go to the log, never to the client."""
    if isinstance(error, psycopg.errors.CheckViolation):
        # What pg_column_size refuses though the JSON was short enough: many small numbers, for one.
        field = (error.diag.constraint_name or "").removesuffix("_check").rpartition("_")[2]
        return SizeLimitError(f"{field} is too large for the database to hold; shorten it.", field=field)
    if isinstance(error, psycopg.errors.ProgramLimitExceeded):
        return SizeLimitError("The memory is too large for the database to hold; split it.")
    if isinstance(error, psycopg.errors.QueryCanceled):
        return CallTimeoutError("The database gave the call up; narrow it, or call again later.")
    logger.error("Database error: %s", str(error).strip() or type(error).__name__)
    if isinstance(
        error, psycopg.errors.UndefinedTable | psycopg.errors.UndefinedColumn | psycopg.errors.UndefinedFunction
    ):
        return DatabaseError(UNMIGRATED)
    if isinstance(error, psycopg.OperationalError) and (error.sqlstate or "08")[:2] in ("08", "57", "28", "3D"):
        return UnreachableError(UNREACHABLE)
    if isinstance(error, psycopg.errors.ReadOnlySqlTransaction):
        return DatabaseError(UNCHANGEABLE)
    if isinstance(error, psycopg.errors.TooManyConnections):
        return DatabaseError("PostgreSQL has no connection left; close clients or raise its max_connections.")
    return DatabaseError("The database refused the call; the server's log says why. Call again later.")
