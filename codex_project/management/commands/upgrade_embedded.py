"""Upgrades the embedded database to the newest major version of PostgreSQL that is installed (docs/operations.md).

No process may use it meanwhile; those that start wait. The old database is only read. It stays beside the new one,
which takes its place once it is complete and every row was compared. Exit codes: 0, it was upgraded, or is of the
newest version; 1, it is as it was; 130, interrupted, likewise.
"""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from codex_project.lifecycle import upgrading
from codex_project.lifecycle.reporting import bar, counted, in_sentences
from memories.moving.errors import MovingError


class Command(BaseCommand):
    help = "Upgrade the embedded database to the newest major version of PostgreSQL that is installed."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **options: Any) -> None:
        started, folder = time.monotonic(), settings.CODEX_DATA_DIR / "postgresql"
        with in_sentences("upgrade", "The database is as it was; run it again."), bar(options) as progress:
            if not settings.EMBEDDED_DATABASE:
                raise MovingError("DATABASE_URL names your own server: upgrade it by PostgreSQL's own means.")
            if not folder.exists():
                raise MovingError("There is no embedded database yet.")
            majors = upgrading.outdated(folder)
            upgraded = upgrading.upgrade(folder, progress)
        if upgraded is None or majors is None:
            self.stdout.write("The database has the newest version of PostgreSQL that is installed.")
            return
        header, former = upgraded
        memories = counted(header.memories, "memory", "memories")
        self.stdout.write(
            f"Upgraded from PostgreSQL {majors[0]} to {majors[1]}, with {memories}"
            f" and all else ({counted(header.rows, 'row', 'rows')}) compared, in {time.monotonic() - started:.1f} "
            f"seconds. The old database is in {former}: remove it when you no longer need it."
        )
