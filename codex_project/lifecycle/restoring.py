"""Restoring a backup into an empty database."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings

from codex_project.lifecycle import archive, target
from codex_project.lifecycle.contents import Header, Progress
from memories.db import schema
from memories.db.migration_files import OWN_APPS
from memories.moving.errors import MovingError


def restore(name: str, parameters: dict[str, Any], progress: Progress) -> Header:
    """Restore a backup that was checked. It is as old as it was: `migrate` comes next.

    Raises:
        MovingError: the database has data, or the backup cannot be used. Nothing was changed.
        psycopg.Error: the database.
    """
    with archive.reading(name) as source:
        check_usable(name, source.header)
        with target.filling(parameters, source, progress):
            source.check_end()
        return source.header


def check_usable(name: str, header: Header) -> None:
    """Check that this version of Codex Memory knows what a backup has.

    Raises:
        MovingError: it is of a newer version, or its embeddings have other dimensions.
    """
    installed = [app for app in OWN_APPS if app in apps.app_configs]
    disk = schema.migrations_on_disk()
    known = set(disk) | {key for migration in disk.values() for key in migration.replaces}
    newer = [key for key in header.migrations if key[0] in installed and key not in known]
    if newer:
        raise MovingError(
            f"{name} was written by a newer version of Codex Memory ({header.version}; this is {settings.VERSION}): "
            "upgrade, then restore it."
        )
    if header.embedding_dimensions not in (-1, settings.EMBEDDING_DIMENSIONS):
        raise MovingError(
            f"{name} has embeddings of {header.embedding_dimensions} dimensions, and EMBEDDING_DIMENSIONS is "
            f"{settings.EMBEDDING_DIMENSIONS}: set EMBEDDING_DIMENSIONS={header.embedding_dimensions}."
        )
