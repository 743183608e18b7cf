"""`manage.py disconnect`: undoes `manage.py connect`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mcp_server.clients import command
from mcp_server.clients.errors import ClientError


class Command(BaseCommand):
    help = command.DISCONNECT_HELP
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        command.add_disconnect_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            command.run_disconnect(Namespace(**options), settings.CODEX_DATA_DIR, self.stdout.write, self.stderr.write)
        except ClientError as error:
            raise CommandError(str(error)) from error
