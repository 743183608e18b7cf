"""Django looks for an engine's `DatabaseWrapper` in a module of this name."""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db.backends.postgresql import base
from django.db.utils import OperationalError

from memories import session

# They migrate, or show what migrating would do; mcp_serve prepares the database beside its protocol.
COMMANDS_THAT_MIGRATE = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "check", "doctor", "mcp_serve"}

if TYPE_CHECKING:
    from codex_project.database.embedded import Server

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

    def _configure_connection(self, connection: Any) -> bool:
        """The same settings as in the MCP server, so that the admin gets the same plans; Django's own beside them."""
        connection.execute(session.statement())
        super()._configure_connection(connection)  # type: ignore[misc] # has no public name
        return True  # commit, where there is a transaction

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


_started: Server | None = None


def _running_server(folder: Path) -> Server:
    """The embedded server, started unless it runs; each web request asks, so a look at one file must do."""
    from codex_project.database import embedded  # not on Windows

    global _started
    if _started is None or not embedded.is_running(folder, _started):
        _started = embedded.start(folder)
    return _started


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
