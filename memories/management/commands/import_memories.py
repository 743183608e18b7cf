"""Imports memories: exports of Codex Memory, and of other systems (docs/moving.md).

Nothing that exists is overwritten, so an interrupted import is continued by repeating it. What is refused, and what
conflicts with an existing memory, goes to a file beside the one that is imported. Progress and reasons go to stderr,
the summary to stdout. Exit codes: 0, everything was imported or exists already; 1, not everything; 130, interrupted.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import orjson
import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from tqdm import tqdm

from memories import projects
from memories.db.schema import prepare
from memories.errors import StorageError
from memories.moving import files, formats
from memories.moving.entries import Options
from memories.moving.errors import MovingError
from memories.moving.formats import codex_memory
from memories.moving.importing import Import, Outcome
from memories.moving.rejects import Rejects

SHOWN_REASONS = 100


class Command(BaseCommand):
    help = "Import memories from an export of Codex Memory or of another system."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "source", metavar="FILE", help="a file, also a compressed one, or a folder; - is standard input"
        )
        parser.add_argument(
            "--format", choices=[each.name for each in formats.FORMATS], help="of the file (default: it is detected)"
        )
        parser.add_argument("--project", metavar="NAME", help="put all memories into this project; - for none")
        parser.add_argument("--dry-run", action="store_true", help="check everything, and store nothing")
        parser.add_argument(
            "--without-embeddings",
            action="store_true",
            help="leave embeddings out, as of a model with other dimensions",
        )
        parser.add_argument(
            "--rejects", metavar="FILE", help="where to set aside what is refused (default: FILE.rejected)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        run = None
        try:
            prepare()
            projects.use(projects.configured())
            run = _Run(options)
            run.run()
        except StorageError as error:
            raise CommandError(error.message) from error
        except MovingError as error:
            raise CommandError(_sentences(str(error), run)) from error
        except (Error, psycopg.Error) as error:
            said = str(error).strip().split("\n", 1)[0]
            raise CommandError(_sentences(f"The database stopped the import: {said}", run, again=True)) from error
        except KeyboardInterrupt:
            raise CommandError(_sentences("Interrupted.", run, again=True), returncode=130) from None
        if not run.is_complete:
            raise CommandError(run.summary())
        self.stdout.write(run.summary())


def _sentences(what: str, run: _Run | None, *, again: bool = False) -> str:
    parts = [what]
    if run is not None and run.has_begun:
        parts.append(run.summary())
    if again:
        parts.append("Run it again to continue.")
    return " ".join(parts)


class _Run:
    def __init__(self, options: dict[str, Any]) -> None:
        self._name: str = options["source"]
        self._format: str | None = options["format"]
        self._is_dry = bool(options["dry_run"])
        self._is_quiet = options["verbosity"] == 0
        self._rejects = Rejects(options["rejects"] or f"{_plain_name(self._name)}.rejected")
        if os.path.realpath(self._rejects.name) == os.path.realpath(self._name):
            raise MovingError("The file for what is refused must be another than the one that is imported.")
        scope, project = projects.scope(), options["project"]
        self._import = Import(
            Options(
                project=None if project is None else scope.to_store(project),
                scope=scope,
                without_embeddings=options["without_embeddings"],
                is_dry_run=self._is_dry,
            ),
            self._report,
        )
        self._shown = 0
        self._expected: int | None = None
        self._unit = "line"

    @property
    def has_begun(self) -> bool:
        return self._import.counts.total() > 0

    @property
    def is_complete(self) -> bool:
        counts = self._import.counts
        return not (counts["refused"] or counts["conflict"])

    def run(self) -> None:
        """Import everything.

        Raises:
            MovingError: the source cannot be read, or ends too early.
        """
        with self._opened() as source, self._import, closing(self._rejects):
            format_ = formats.named(self._format) if self._format else formats.detect(source)
            self._unit = format_.unit
            if format_ is formats.FORMAT_OF_OURS:
                self._expect(source)
            items = format_.read(source)
            total = source.reader.size if source.reader else None
            with tqdm(total=total, unit="B", unit_scale=True, disable=self._is_quiet or None, leave=False) as progress:
                for read in self._import.run(items):
                    progress.set_postfix_str(_counted(read, "memory", "memories"), refresh=False)
                    if source.reader is not None:
                        progress.update(source.reader.position() - progress.n)
        self._check_number()

    @contextmanager
    def _opened(self) -> Iterator[formats.Source]:
        if self._name != files.STANDARD and Path(self._name).is_dir():
            yield formats.Source(self._name)
            return
        with files.reading(self._name) as reader:
            yield formats.Source(self._name, reader, None if self._is_dry else self._rejects.as_file())

    def _expect(self, source: formats.Source) -> None:
        header = codex_memory.header(source)
        memories = header.pop("memories", None)
        self._expected = memories if type(memories) is int else None
        if header:
            self._rejects.header = orjson.dumps(header) + b"\n"

    def _check_number(self) -> None:
        read = self._import.counts.total()
        if self._expected is not None and read < self._expected:
            raise MovingError(f"{self._name} ends too early: it should have {self._expected:,} memories.")
        if not read and self._expected != 0:
            raise MovingError(f"{self._name} has no memories.")

    def _report(self, outcome: Outcome) -> None:
        if outcome.kind not in ("refused", "conflict"):
            return
        if not self._is_dry and outcome.item.raw:
            self._rejects.write(outcome.item.raw + b"\n")
        self._shown += 1
        if self._shown <= SHOWN_REASONS:
            tqdm.write(f"{self._unit.capitalize()} {outcome.item.number}: {outcome.reason}", file=sys.stderr)
        elif self._shown == SHOWN_REASONS + 1:
            tqdm.write("More reasons are not shown.", file=sys.stderr)

    def summary(self) -> str:
        counts = self._import.counts
        would = "would be " if self._is_dry else ""
        parts = [f"{_counted(counts['imported'], 'memory', 'memories')} {would}imported"]
        parts.append(_counted(counts["duplicate"], "duplicate", "duplicates"))
        parts += [_counted(counts["conflict"], "conflict", "conflicts")] if counts["conflict"] else []
        parts += [f"{counts['refused']:,} refused"] if counts["refused"] else []
        text = f"{', '.join(parts)}."
        if self._import.unlinked:
            superseded = _counted(self._import.unlinked, "superseded memory", "superseded memories")
            text += f" {superseded} became current: the successor is not there."
        if not self._rejects.is_empty:
            text += f" What was set aside is in {self._rejects.name}."
        return text


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _plain_name(name: str) -> str:
    return "import" if name == files.STANDARD else name.rstrip("/")
