"""Backs up the whole database into a file: all tables, with their schema (docs/operations.md).

The backup is one snapshot, however long it takes and whatever agents store meanwhile. Progress goes to stderr, the
summary to stdout. Exit codes: 0, the file is complete, and was read again and compared; 1, nothing is left under its
name, and an older file of this name stays; 130, interrupted, likewise.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from codex_project.database import binaries
from codex_project.lifecycle import archive
from codex_project.lifecycle.reporting import bar, counted, in_sentences, size
from codex_project.lifecycle.snapshot import snapshot
from memories.db import schema
from memories.db.pool import parameters
from memories.moving.errors import MovingError


class Command(BaseCommand):
    help = "Back up the whole database into a file, while agents store, and verify the file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="where to write; names in .gz and .zst are compressed")
        parser.add_argument("--overwrite", action="store_true", help="replace the file if it exists")

    def handle(self, *_args: Any, **options: Any) -> None:
        started = time.monotonic()
        with in_sentences("backup", "Nothing was written."), bar(options) as progress:
            archive.check_name(options["file"], overwrite=options["overwrite"])
            schema.reach()
            with snapshot(parameters(), binaries.newest()) as source:
                if not any(table.name == "memories" for table in source.header.tables):
                    raise MovingError("There is nothing to back up: the database is empty.")
                written = archive.write(options["file"], source, progress, overwrite=options["overwrite"])
        self.stdout.write(
            f"{counted(source.header.memories, 'memory', 'memories')} and all else ("
            f"{counted(source.header.rows, 'row', 'rows')}) backed up and verified: "
            f"{options['file']}, {size(written)}, in {time.monotonic() - started:.1f} seconds."
        )
