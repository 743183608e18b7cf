from django.apps import AppConfig
from django.contrib.admin.apps import SimpleAdminConfig


class CuratorsAdminConfig(SimpleAdminConfig):
    """Django's admin with `CuratorsSite` as the default site.

    The URLs load the applications' admin modules, because an agent's server does not need them.
    """

    default_site = "codex_project.admin_site.CuratorsSite"


class CodexProjectConfig(AppConfig):
    """Provides the project's own commands."""

    name = "codex_project"
