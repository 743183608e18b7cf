"""`manage.py revoke_token`: revokes a bearer token of the HTTP server."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mcp_server import tokens


class Command(BaseCommand):
    help = "Revoke a bearer token. Every server refuses it within a second."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        if not tokens.revoke(options["name"]):
            raise CommandError(f"There is no token {options['name']!a} to revoke; list_tokens shows all.")
        self.stderr.write(f"The token {options['name']} is revoked.")
