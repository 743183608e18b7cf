"""`manage.py create_token`: creates a bearer token for the HTTP server."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mcp_server import tokens
from memories.errors import StorageError


class Command(BaseCommand):
    help = "Create a bearer token for the HTTP server, and print it. It cannot be shown again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="Who will use it; rate limits, logs and stored_by show this name.")
        parser.add_argument(
            "--project",
            action="append",
            default=[],
            metavar="P",
            help="Confine it to this project; repeat for several, its own first. Without any, it sees all projects.",
        )
        parser.add_argument("--read-only", action="store_true", help="Offer only tools that change nothing.")
        parser.add_argument("--expires", type=float, metavar="DAYS", help="Days until it expires. Default: never.")

    def handle(self, *args: Any, **options: Any) -> None:
        days = options["expires"]
        if days is not None and not 0 < days <= 36_500:
            raise CommandError("--expires must be between 0 and 36,500 days.")
        try:
            token = tokens.create(options["name"], options["project"], is_read_only=options["read_only"], days=days)
        except StorageError as error:
            raise CommandError(error.message) from None
        self.stdout.write(token.secret)
        self.stderr.write(f"This is the token {token.name}. Keep it now: only its hash is stored.")
