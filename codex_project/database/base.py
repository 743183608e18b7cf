"""Django looks for an engine's `DatabaseWrapper` in a module of this name."""

import logging
import sys
import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import psutil
from django.apps import apps
from django.conf import settings
from django.db.backends.postgresql import base
from django.db.utils import OperationalError

from codex_project.database import embedded

# They migrate, or show what migrating would do; mcp_serve prepares the database beside its protocol.
COMMANDS_THAT_MIGRATE = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "check", "doctor", "mcp_serve"}

sql_logger = logging.getLogger("django.db.backends")

_migrating = threading.RLock()
_migrated = False


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend; it starts the embedded server when the first connection is asked for.

    So every command, the web side and the MCP server find the database running, whichever kind it is.
    A process's first connection to the embedded server also migrates it: `createsuperuser` and `runserver` just work.
    """

    @property
    def queries_logged(self) -> bool:
        """Also without DJANGO_DEBUG, where LOG_LEVEL is trace."""
        return bool(super().queries_logged) or sql_logger.isEnabledFor(logging.DEBUG)

    def make_debug_cursor(self, cursor: Any) -> base.CursorDebugWrapper:
        return _LoggingCursor(cursor, self)

    def get_connection_params(self) -> dict[str, Any]:
        if settings.EMBEDDED_DATABASE:
            server = _running_server(settings.CODEX_DATA_DIR / "postgresql")
            self.settings_dict["HOST"] = server.host
            self.settings_dict["PORT"] = server.port
            self.settings_dict["USER"] = server.user
        parameters: dict[str, Any] = super().get_connection_params()
        return parameters

    def connect(self) -> None:
        super().connect()
        if settings.EMBEDDED_DATABASE and not _migrated and apps.ready and not _migrates_itself():
            _migrate()


class _LoggingCursor(base.CursorDebugWrapper):
    """Logs each statement, but not its parameters: these are what people said. Django logs both, and both in one."""

    def debug_sql(
        self, sql: Any = None, params: Any = None, use_last_executed_query: bool = False, many: bool = False
    ) -> AbstractContextManager[None]:
        statement: AbstractContextManager[None] = super().debug_sql(sql, None, False, many)
        return statement


_started: tuple[int, embedded.Server] | None = None


def _running_server(folder: Path) -> embedded.Server:
    """The embedded server, started unless it runs; asking the wheel costs 8 ms, and each web request asks."""
    global _started
    if _started is not None and _started[0] == _postmaster(folder) and psutil.pid_exists(_started[0]):
        return _started[1]
    server = embedded.start(folder)
    process = _postmaster(folder)
    _started = None if process is None else (process, server)
    return server


def _postmaster(folder: Path) -> int | None:
    try:
        return int((folder / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _migrates_itself() -> bool:
    return len(sys.argv) > 1 and sys.argv[1] in COMMANDS_THAT_MIGRATE


def _migrate() -> None:
    """Migrate the embedded database, once in a process; other threads wait for it.

    Raises:
        django.db.OperationalError: it cannot be migrated, in one sentence.
    """
    global _migrated
    from memories import schema
    from memories.errors import DatabaseError

    with _migrating:
        if _migrated:
            return
        _migrated = True  # already now: migrating connects, and so comes by here again
        try:
            if schema.unapplied_migrations():
                schema.migrate_embedded()
        except DatabaseError as error:
            _migrated = False
            raise OperationalError(error.message) from error
        except BaseException:
            _migrated = False
            raise
