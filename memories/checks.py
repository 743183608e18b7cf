"""System checks: `manage.py check --database default` runs them."""

from collections.abc import Sequence
from typing import Any

from django.apps.config import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from django.db.utils import DatabaseError as DjangoDatabaseError

from memories.db.schema import changed_migrations, check_embedding_dimensions, check_history, check_versions, reach
from memories.errors import DatabaseError


@register(Tags.database)
def check_database(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - Django passes it by name
    databases: Sequence[str] | None,
    **_: Any,
) -> list[CheckMessage]:
    """Check versions, embedding dimensions, and the history and checksums of applied migrations."""
    if not databases:
        return []
    try:
        reach()
        check_versions()
        check_embedding_dimensions()
        check_history()
    except DatabaseError as error:
        return [Error(error.message, id="memories.E001")]
    try:
        return [Error(problem, id="memories.E002") for problem in changed_migrations()]
    except DjangoDatabaseError:  # nothing is applied yet, so nothing can have changed
        return []
