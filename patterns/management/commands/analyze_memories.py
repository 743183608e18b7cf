"""Analyses many memories in batches, as `analyze_patterns` does for one; an interrupted run can be resumed.

Each analysis is committed and recorded separately, so an interrupted run loses nothing and the next run skips finished
memories. Progress and problems go to stderr, the summary to stdout. Exit codes: 0, all were analysed; 1, some failed or
the database is unreachable; 130, interrupted.
"""

from __future__ import annotations

import asyncio
import datetime
import sys
import uuid
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from memories.db import named_sql, pool
from memories.db.schema import prepare
from memories.errors import CallTimeoutError, NotFoundError, StorageError
from patterns import languages, storage

BATCH = 100  # ids to read at once

_sql = named_sql.read(storage.__file__, "analyze_memories")


class Command(BaseCommand):
    help = "Analyse the code patterns of all memories not analysed yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", help="only this language (default: all of PATTERN_LANGUAGES)")
        parser.add_argument(
            "--since", type=_moment, metavar="DATE", help="only memories stored since, such as 2026-01-31[T12:00[Z]]"
        )
        parser.add_argument("--all", action="store_true", help="include memories analysed before")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            run = _Run(self._chosen(options["language"]), options["since"], analyze_all=options["all"])
            prepare()
            asyncio.run(run.run(is_quiet=options["verbosity"] == 0))
        except StorageError as error:
            raise CommandError(error.message) from error
        except KeyboardInterrupt:
            raise CommandError(f"Interrupted: {run.summary()} Run it again to continue.", returncode=130) from None
        if run.figures["failed"]:
            raise CommandError(run.summary())
        self.stdout.write(run.summary())

    def _chosen(self, language: str | None) -> tuple[str, ...]:
        """Load and return the languages to analyse; a missing grammar stops the command before it begins."""
        chosen = languages.offered() if language is None else (languages.named(language),)
        for name in chosen:
            languages.load(name)
        return chosen


class _Run:
    def __init__(self, chosen: tuple[str, ...], since: datetime.datetime | None, *, analyze_all: bool) -> None:
        self._languages = chosen
        self._since = since
        self._all = analyze_all
        self.figures: Counter[str] = Counter()

    def summary(self) -> str:
        figures = self.figures
        text = f"{figures['analysed']:,} analyses of memories in {', '.join(self._languages)}"
        text += f" found {figures['patterns']:,} patterns"
        return text + (f"; {figures['failed']:,} failed." if figures["failed"] else ".")

    async def run(self, *, is_quiet: bool) -> None:
        await pool.open_pool()
        try:
            for language in self._languages:
                await self._analyze_all(language, is_quiet=is_quiet)
        finally:
            await pool.close_pool()

    async def _analyze_all(self, language: str, *, is_quiet: bool) -> None:
        async with pool.connection() as connection:
            counted = await (await connection.execute(_sql["count"], self._values(language))).fetchone()
        total = counted[0] if counted else 0
        with tqdm(total=total, desc=language, unit="memory", disable=is_quiet, leave=False) as progress:
            async for memory_id in self._ids(language):
                await self._analyze(memory_id, language)
                progress.update()

    async def _ids(self, language: str) -> AsyncIterator[uuid.UUID]:
        after = uuid.UUID(int=0)
        while True:
            async with pool.connection() as connection:
                values = self._values(language) | {"after": after, "batch": BATCH}
                rows = await (await connection.execute(_sql["next"], values)).fetchall()
            for row in rows:
                yield row[0]
            if len(rows) < BATCH:
                return
            after = rows[-1][0]

    def _values(self, language: str) -> dict[str, Any]:
        return {
            "language": language,
            "fingerprint": languages.fingerprint(language),
            "since": self._since,
            "all": self._all,
        }

    async def _analyze(self, memory_id: uuid.UUID, language: str) -> None:
        try:
            result = await storage.analyze(memory_id, language)
        except NotFoundError:
            return  # deleted since its id was read
        except CallTimeoutError as error:
            self.figures["failed"] += 1
            tqdm.write(f"{memory_id}: {error.message}", file=sys.stderr)
            return
        self.figures["analysed"] += 1
        self.figures["patterns"] += result.total_found


def _moment(text: str) -> datetime.datetime:
    """Parse a date or date-time; the default zone is UTC."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a date such as 2026-01-31 or 2026-01-31T12:00Z") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
