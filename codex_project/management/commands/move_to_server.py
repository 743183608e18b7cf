"""Moves everything from the database in use to an empty one on a server (docs/operations.md).

While rows are copied and compared, nobody can store; reads go on. Then the old database takes no changes any more, so
that nothing is stored where nobody will look for it. Progress goes to stderr, the summary to stdout. Exit codes: 0,
everything was moved; 1, the new database is empty; 130, interrupted, likewise.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from codex_project.database import binaries
from codex_project.lifecycle import moving
from codex_project.lifecycle.reporting import bar, counted, in_sentences
from memories.db import schema
from memories.db.pool import parameters
from memories.moving.errors import MovingError

REST = (
    "The new database is empty, unless its connection was lost at the very end: run it again, and it says so. If the "
    "old one takes no changes now, `move_to_server --undo` lets it."
)


class Command(BaseCommand):
    help = "Move everything from the database in use to an empty one on a server."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", nargs="?", metavar="URL", help="postgresql://USER:PASSWORD@HOST:PORT/NAME")
        parser.add_argument("--undo", action="store_true", help="let the old database take changes again")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["undo"] == bool(options["url"]):
            raise CommandError("Name the new database, or --undo.")
        with in_sentences("move", REST):
            self._undo() if options["undo"] else self._move(options)

    def _undo(self) -> None:
        schema.reach()
        if not moving.reopen(parameters()):
            raise MovingError("The database takes changes already.")
        self.stdout.write("The database takes changes again. What was stored elsewhere since is not in it.")

    def _move(self, options: dict[str, Any]) -> None:
        started, to = time.monotonic(), moving.parameters_of(options["url"])
        schema.reach()
        with bar(options) as progress:
            header = moving.move(parameters(), to, binaries.newest(), progress)
        memories, rows = counted(header.memories, "memory", "memories"), counted(header.rows, "row", "rows")
        where = "CODEX_DATA_DIR" if settings.EMBEDDED_DATABASE else "DATABASE_URL"
        seconds = time.monotonic() - started
        self.stdout.write(
            f"{memories} and all else ({rows}) moved and compared, in {seconds:.1f} seconds.\n"
            f"The old database ({where}) takes no changes any more; --undo lets it.\n"
            "Now set this variable wherever agents start their server, for the web side and for the HTTP server, and "
            f"start them again:\n  DATABASE_URL={moving.without_password(options['url'])}\n"
            "`codex-memory doctor` with it set tells whether all is well."
        )
