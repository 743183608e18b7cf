from django.apps import AppConfig
from django.contrib.admin.apps import SimpleAdminConfig


class CuratorsAdminConfig(SimpleAdminConfig):
    """Django's admin, with our site in place of the default one.

    The applications' admin modules are loaded with the URLs, not here: an agent's server needs none of them.
    """

    default_site = "codex_project.admin_site.CuratorsSite"


class CodexProjectConfig(AppConfig):
    """Provides the project's own commands."""

    name = "codex_project"
