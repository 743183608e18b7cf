"""The engine's `DatabaseWrapper`, which Django expects in a module of this name."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.backends.postgresql import base
from django.db.utils import OperationalError

from memories.db import pooler, session, stored_times

# These migrate, or examine migrations; mcp_serve prepares the database in the background.
COMMANDS_THAT_MIGRATE = {
    *("migrate", "makemigrations", "showmigrations", "sqlmigrate", "check", "doctor", "mcp_serve"),
    *("backup", "restore", "move_to_server", "upgrade_embedded"),
}

if TYPE_CHECKING:
    from codex_project.database.embedded import Server

sql_logger = logging.getLogger("django.db.backends")


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend; starts the embedded server before the first connection.

    Commands, the web side and the MCP server thus always find the database running. A process's first connection to the
    embedded server also migrates it, so that `createsuperuser` and `runserver` work without `migrate`.
    """

    @property
    def queries_logged(self) -> bool:
        """Also true without DJANGO_DEBUG if LOG_LEVEL is trace."""
        return bool(super().queries_logged) or sql_logger.isEnabledFor(logging.DEBUG)

    def make_debug_cursor(self, cursor: Any) -> base.CursorDebugWrapper:
        return _LoggingCursor(cursor, self)

    def get_connection_params(self) -> dict[str, Any]:
        if settings.EMBEDDED_DATABASE:
            server = embedded_database(settings.CODEX_DATA_DIR / "postgresql").running_server()
            self.settings_dict["HOST"] = server.host
            self.settings_dict["PORT"] = server.port
            self.settings_dict["USER"] = server.user
        parameters: dict[str, Any] = super().get_connection_params()
        return parameters

    def _configure_connection(self, connection: Any) -> bool:
        """Add the MCP server's session settings, so that the admin gets the same plans."""
        if pooler.examine(connection):
            self.settings_dict["DISABLE_SERVER_SIDE_CURSORS"] = True  # those that outlive a transaction
        else:
            connection.execute(session.statement())
        super()._configure_connection(connection)  # type: ignore[misc] # has no public name
        stored_times.register(connection)
        return True  # commit the transaction, if any

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.execute_wrappers.append(self._in_transaction)

    def _in_transaction(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        """Behind a pooler, run each statement in a transaction, because only a transaction has our settings."""
        if not pooler.is_in_use() or not self.get_autocommit():
            return execute(sql, params, many, context)
        with transaction.atomic(using=self.alias):
            return execute(sql, params, many, context)

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc] # has no public name
        if not autocommit and pooler.is_in_use():
            self.connection.execute(pooler.local_statement())

    def connect(self) -> None:
        super().connect()
        if settings.EMBEDDED_DATABASE and apps.ready and not _migrates_itself():
            embedded_database(settings.CODEX_DATA_DIR / "postgresql").ensure_migrated()


class _LoggingCursor(base.CursorDebugWrapper):
    """Logs each statement without its parameters, which contain stored text; Django would log both."""

    def debug_sql(
        self, sql: Any = None, params: Any = None, use_last_executed_query: bool = False, many: bool = False
    ) -> AbstractContextManager[None]:
        statement: AbstractContextManager[None] = super().debug_sql(sql, None, False, many)
        return statement


class EmbeddedDatabase:
    """This process's state of the embedded database in one folder, which outlives Django's connections."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: Server | None = None
        self._migrated = self._migrating = False
        self._lock = threading.RLock()

    def running_server(self) -> Server:
        """Start the server unless it is running. Each web request calls this, so the check reads only one file.

        Raises:
            django.db.OperationalError: the server cannot be started; the message is one sentence.
        """
        from codex_project.database import embedded  # not on Windows

        if self._server is None or not embedded.is_running(self._folder, self._server):
            if self._server is None:
                from codex_project.lifecycle import upgrading

                upgrading.upgrade_if_small(self._folder)
            self._server = embedded.start(self._folder)
        return self._server

    def ensure_migrated(self) -> None:
        """Migrate once per process; other threads wait for it.

        Raises:
            django.db.OperationalError: the database cannot be migrated; the message is one sentence.
        """
        from memories.db import schema
        from memories.errors import DatabaseError

        if self._migrated:
            return
        with self._lock:
            if self._migrated or self._migrating:  # migrating connects, which calls this again in the same thread
                return
            self._migrating = True
            try:
                if schema.unapplied_migrations():
                    schema.migrate_embedded()
                self._migrated = True
            except DatabaseError as error:
                raise OperationalError(error.message) from error
            finally:
                self._migrating = False


@cache
def embedded_database(folder: Path) -> EmbeddedDatabase:
    return EmbeddedDatabase(folder)


def _migrates_itself() -> bool:
    return len(sys.argv) > 1 and sys.argv[1] in COMMANDS_THAT_MIGRATE
