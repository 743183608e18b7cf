"""Django's `migrate`, which first checks the server's versions and then records the checksums of what it applied."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import migrate

from memories.db.schema import (
    check_embedding_dimensions,
    check_history,
    check_versions,
    reach,
    record_migrations,
    use_direct_connection,
)
from memories.errors import DatabaseError


class Command(migrate.Command):
    # The checks of the database compare checksums, and so would forbid what mends a missing table.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reach()
            check_versions()
            use_direct_connection()
            check_embedding_dimensions()
            check_history()
        except DatabaseError as error:
            raise CommandError(error.message) from error
        super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"]:
            record_migrations()
