"""The names of migrations, without the time that importing them takes."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps

OWN_APPS = ("memories", "patterns", "mcp_server", "codex_oauth")


def names() -> set[tuple[str, str]]:
    """App and name of each migration of ours that has a file, of those apps that are loaded."""
    loaded = [apps.app_configs[app] for app in OWN_APPS if app in apps.app_configs]
    return {(app.label, file.stem) for app in loaded for file in Path(app.path, "migrations").glob("[0-9]*.py")}
