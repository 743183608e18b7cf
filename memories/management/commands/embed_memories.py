"""Embeds all memories that have no embedding; an interrupted run can be resumed.

With PROJECT_CONFINED it embeds, and counts, only those that a server with the same configuration sees.

Each embedding is saved separately, so an interrupted run loses nothing and the next run goes on with the others.
Several runs, and running servers, share the work. Progress goes to stderr, the summary to stdout. Exit codes: 0, all
were embedded; 1, some were refused, or the provider or the database cannot be used; 130, interrupted.
"""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from memories import projects
from memories.db import pool
from memories.db.schema import prepare
from memories.embeddings import filling, registry
from memories.embeddings.provider import EmbeddingError
from memories.errors import StorageError


class Command(BaseCommand):
    help = "Embed all memories that have no embedding."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--model-changed",
            action="store_true",
            help="also replace embeddings that another model of a provider made; never those of clients",
        )
        parser.add_argument("--limit", type=_positive, metavar="N", help="at most so many memories")

    def handle(self, *_args: Any, **options: Any) -> None:
        if settings.EMBEDDING_PROVIDER == "off":
            raise CommandError("EMBEDDING_PROVIDER is off. Set it to http or local, then run this again.")
        run = _Run(options["limit"], other_models=options["model_changed"], is_quiet=options["verbosity"] == 0)
        try:
            prepare()
            projects.use(projects.configured())
            asyncio.run(run.run())
        except StorageError as error:
            raise CommandError(f"{error.message} {run.summary()}") from error
        except EmbeddingError as error:
            raise CommandError(f"{error} {run.summary()} Run it again to continue.") from error
        except KeyboardInterrupt:
            raise CommandError(f"Interrupted: {run.summary()} Run it again to continue.", returncode=130) from None
        if run.refused:
            raise CommandError(run.summary())
        self.stdout.write(run.summary())


@dataclass
class _Run:
    limit: int | None
    other_models: bool
    is_quiet: bool
    saved: int = 0
    refused: int = 0

    def summary(self) -> str:
        text = f"{self.saved:,} {'memory was' if self.saved == 1 else 'memories were'} embedded"
        return text + (f"; the texts of {self.refused:,} were refused." if self.refused else ".")

    async def run(self) -> None:
        await pool.open_pool()
        try:
            await filling.retry_refused()
            waiting = await filling.waiting()
            total = waiting.without + (waiting.of_other_models if self.other_models else 0)
            total = total if self.limit is None else min(total, self.limit)
            with tqdm(total=total, unit="memory", disable=self.is_quiet or None, leave=False) as progress:
                await self._fill(progress, other_models=False)
                if self.other_models:
                    await self._fill(progress, other_models=True)
        finally:
            await registry.close()
            await pool.close_pool()

    async def _fill(self, progress: Any, *, other_models: bool) -> None:
        while self.limit is None or self.saved + self.refused < self.limit:
            most = None if self.limit is None else self.limit - self.saved - self.refused
            filled = await filling.fill_next(other_models=other_models, most=most)
            if filled is None:
                return
            self.saved += filled.saved
            self.refused += filled.refused
            progress.update(filled.saved + filled.refused)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is not a number of memories, such as 1000")
    return int(text)
