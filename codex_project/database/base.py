"""Django looks for an engine's `DatabaseWrapper` in a module of this name."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base

from codex_project.database import embedded


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend; it starts the embedded server when the first connection is asked for.

    So every command, the web side and the MCP server find the database running, and none needs to know which kind it
    is.
    """

    def get_connection_params(self) -> dict[str, Any]:
        if settings.EMBEDDED_DATABASE:
            server = embedded.start(settings.CODEX_DATA_DIR / "postgresql")
            self.settings_dict["HOST"] = server.host
            self.settings_dict["PORT"] = server.port
            self.settings_dict["USER"] = server.user
        parameters: dict[str, Any] = super().get_connection_params()
        return parameters
