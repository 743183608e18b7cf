"""`manage.py list_tokens`: lists the bearer tokens of the HTTP server."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand

from mcp_server.models import AccessToken


class Command(BaseCommand):
    help = "List the bearer tokens of the HTTP server, newest first. The tokens themselves are not stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="Print one JSON object a line.")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = [_row(token) for token in AccessToken.objects.order_by("-created_at", "-pk")]
        if options["json"]:
            for row in rows:
                self.stdout.write(json.dumps(row))
        elif not rows:
            self.stderr.write("There are no tokens. Create one with create_token NAME.")
        else:
            self._print_table(rows)

    def _print_table(self, rows: list[dict[str, Any]]) -> None:
        heading = [name.replace("_", " ") for name in rows[0]]
        lines = [heading, *([_shown(cell) for cell in row.values()] for row in rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        for line in lines:
            self.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _row(token: AccessToken) -> dict[str, Any]:
    return {
        "name": token.name,
        "state": token.state,
        "access": "read" if token.is_read_only else "read and write",
        "projects": token.projects,
        "created": _time(token.created_at),
        "expires": _time(token.expires_at),
        "last_used": _time(token.last_used_at),
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _shown(cell: Any) -> str:
    if isinstance(cell, list):
        return ", ".join(cell) or "all"
    return cell or "never"
