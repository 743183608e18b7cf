"""Restores a backup into an empty database, or one that does not exist yet (docs/operations.md).

The file is read completely before anything is changed. Then everything is restored and compared in one transaction; an
error, or the end of this process, leaves the database empty, and the command can be repeated. A backup of an earlier
version is migrated afterwards. Progress goes to stderr, the summary to stdout. Exit codes: 0, everything was restored;
1, nothing was; 130, interrupted, likewise.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from codex_project.lifecycle import archive, restoring
from codex_project.lifecycle.reporting import bar, counted, in_sentences
from memories.db import schema
from memories.db.pool import parameters
from memories.moving import files
from memories.moving.errors import MovingError


class Command(BaseCommand):
    help = "Restore a backup into an empty database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file that `backup` wrote, compressed or not")

    def handle(self, *_args: Any, **options: Any) -> None:
        started, name = time.monotonic(), options["file"]
        with in_sentences("restoration", "Nothing was restored; run it again."), bar(options) as progress:
            if name == files.STANDARD:
                raise MovingError("A backup is read twice, so it must be a file.")
            header, _ = archive.check(name, progress)
            restoring.check_usable(name, header)
            schema.reach()
            restoring.restore(name, parameters(), progress)
        try:
            call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)
        except CommandError as error:
            raise CommandError(
                f"Everything was restored, but not migrated: {error} Then run `codex-memory migrate`."
            ) from error
        self.stdout.write(
            f"{counted(header.memories, 'memory', 'memories')} and all else ("
            f"{counted(header.rows, 'row', 'rows')}) of {header.created_at} restored and verified, "
            f"in {time.monotonic() - started:.1f} seconds."
        )
