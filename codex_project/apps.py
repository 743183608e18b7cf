from django.apps import AppConfig
from django.contrib.admin.apps import SimpleAdminConfig


class CuratorsAdminConfig(SimpleAdminConfig):
    """Django's admin, with our site in the place of the stock one.

    The applications' admin modules are loaded with the addresses, not here: an agent's server needs none of them.
    """

    default_site = "codex_project.admin_site.CuratorsSite"


class CodexProjectConfig(AppConfig):
    """Brings the project's own commands."""

    name = "codex_project"
