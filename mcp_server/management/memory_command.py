"""The management commands around `mcp_server.terminal`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mcp_server.terminal import options, running
from mcp_server.terminal.errors import CommandFailure


class MemoryCommand(BaseCommand):
    """One of the commands of `mcp_server.terminal`, by `name`."""

    name = ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        options.ADD[self.name](parser)

    def handle(self, *args: Any, **given: Any) -> None:
        try:
            printed = running.run(self.name, Namespace(**given))
        except CommandFailure as failure:
            raise CommandError(str(failure), returncode=failure.status) from failure
        if printed:
            self.stdout.write(printed)
