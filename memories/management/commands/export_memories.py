"""Exports memories as JSON Lines, with all that belongs to them (docs/moving.md).

The export is one snapshot, however long it takes and whatever agents store meanwhile. With PROJECT_CONFINED it has what
a server with the same configuration sees. Progress and the summary go to stderr. Exit codes: 0, the file is complete;
1, it could not be written, and nothing is left under its name; 130, interrupted, likewise.
"""

from __future__ import annotations

import datetime
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from tqdm import tqdm

from memories import projects, validation
from memories.db.schema import prepare
from memories.errors import StorageError
from memories.moving import exporting, files
from memories.moving.errors import MovingError


class Command(BaseCommand):
    help = "Export memories, with all that belongs to them, as JSON Lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="where to write; - is standard output; names in .gz and .zst are compressed")
        parser.add_argument(
            "--project", action="append", metavar="NAME", help="only of this project; - for none; may be repeated"
        )
        parser.add_argument(
            "--tag", action="append", metavar="TAG", help="only with this tag; may be repeated, any of them is enough"
        )
        parser.add_argument(
            "--from", type=since, dest="since", metavar="DATE", help="only stored since, such as 2026-01-31"
        )
        parser.add_argument("--to", type=until, dest="until", metavar="DATE", help="only stored until, inclusive")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            prepare()
            projects.use(projects.configured())
            filters = exporting.Filters(
                projects=_projects(options["project"]),
                tags=options["tag"] and validation.tags(options["tag"]),
                since=options["since"],
                until=options["until"],
            )
            validation.period(filters.since, filters.until)
            count = _export(options["file"], filters, is_quiet=options["verbosity"] == 0)
        except StorageError as error:
            raise CommandError(error.message) from error
        except MovingError as error:
            raise CommandError(str(error)) from error
        except (Error, psycopg.Error) as error:
            said = str(error).strip().split("\n", 1)[0]
            raise CommandError(f"The database stopped the export: {said} Nothing was written.") from error
        except KeyboardInterrupt:
            raise CommandError("Interrupted; nothing was written.", returncode=130) from None
        if options["verbosity"]:
            summary = f"{count:,} {'memory was' if count == 1 else 'memories were'} exported."
            self.stderr.write(summary, style_func=str)  # without the colour of errors


def _export(name: str, filters: exporting.Filters, *, is_quiet: bool) -> int:
    with files.Writer(name) as file, exporting.snapshot(filters) as export:
        file.write(export.header)
        with tqdm(total=export.count, unit=" memories", disable=is_quiet or None, leave=False) as progress:
            for line in export.lines:
                file.write(line)
                progress.update()
    return export.count


def _projects(names: list[str] | None) -> tuple[str, ...] | None:
    """The projects to export; None for all."""
    scope = projects.scope()
    if names is None:
        return scope.to_read(projects.ALL)
    chosen = [scope.to_read(name) for name in names]
    return None if None in chosen else tuple(dict.fromkeys(name for each in chosen if each for name in each))


def since(text: str) -> datetime.datetime:
    """Parse a date or date-time; the default zone is UTC."""
    return _moment(text, datetime.time.min)


def until(text: str) -> datetime.datetime:
    """Parse a date, which includes the day, or a date-time; the default zone is UTC."""
    return _moment(text, datetime.time.max)


def _moment(text: str, of_day: datetime.time) -> datetime.datetime:
    try:
        if len(text) == len("2026-01-31"):
            return datetime.datetime.combine(datetime.date.fromisoformat(text), of_day, datetime.UTC)
        return validation.bound("date", datetime.datetime.fromisoformat(text))
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date such as 2026-01-31 or 2026-01-31T12:00Z") from None
