"""`manage.py config`: shows the configuration in effect and the source of each value."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from codex_project import variables


class Command(BaseCommand):
    help = "Show the value and the source of each variable."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--markdown", action="store_true", help="Print the table of docs/configuration.md.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["markdown"]:
            self.stdout.write("| variable | default | meaning |\n| --- | --- | --- |")
        for variable in variables.variables():
            if options["markdown"]:
                default = f"`{variable.default}`" if variable.default else "none"
                self.stdout.write(f"| `{variable.name}` | {default} | {variable.meaning} |")
            else:
                source = f"from {variable.source}" if variable.source else "default"
                self.stdout.write(f"{variable.name} = {variable.value} ({source})")
