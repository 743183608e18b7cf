"""Background maintenance: statements that keep calls fast and change no results.

Autovacuum does similar work, but only after a fifth of all memories has changed. Each store decides at random whether a
statement is due, so that many short-lived servers run it as often as one long-lived server.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from dataclasses import dataclass

import psycopg
from django.conf import settings

from memories import projects, queries
from memories.db import named_sql, pool
from memories.embeddings import filling, questions, registry
from memories.embeddings.provider import EmbeddingError
from memories.errors import StorageError
from memories.observability.metrics import metrics

logger = logging.getLogger(__name__)

COMPACT_ONE_IN = 250  # stores, to keep the counters' ledger short if nobody requests statistics
PURGE_ONE_IN = 64  # stores and deletes, at most once an hour in each process
MERGE_ONE_IN = 64  # stores; each search scans their entries until they are merged into the GIN indexes
RETRY_FIRST, RETRY_LAST = 5.0, 300.0  # seconds after which a failed embedding is tried again
STOP_PATIENCE = 1.0  # seconds that exit waits for a job

_sql = named_sql.read(__file__, "maintenance")


@dataclass
class BackgroundJob:
    """A statement that runs in the background, one run at a time and at most one per `interval` seconds.

    Args:
        until_done: repeat the statement until it changes no row.
        needed: a query for whether there is anything to do. Triggers of a statement run even if it changes nothing, and
            would empty all caches.
    """

    statement: str
    until_done: bool = False
    needed: str = ""
    one_in: int = 1
    interval: float = 0.0
    began_at: float = float("-inf")
    task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        if time.monotonic() - self.began_at >= self.interval and (self.task is None or self.task.done()):
            self.began_at = time.monotonic()
            self.task = asyncio.create_task(self._run())

    def begin_by_chance(self) -> None:
        """Begin with a probability of 1 / `one_in`."""
        if random.randrange(self.one_in) == 0:  # noqa: S311 - needs no secure randomness
            self.begin()

    async def stop(self) -> None:
        """Wait for the job to end; cancel it after STOP_PATIENCE."""
        if self.task is None or self.task.done():
            return
        _, unfinished = await asyncio.wait([self.task], timeout=STOP_PATIENCE)
        for task in unfinished:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _run(self) -> None:
        try:
            while await self._changed_rows() and self.until_done:
                pass
        except (StorageError, psycopg.Error) as error:  # calls continue without it
            logger.warning("Background maintenance failed: %s", error)
        metrics.observe_connections(*pool.usage())  # a call that ended meanwhile counted the one of this job

    async def _changed_rows(self) -> int:
        async with pool.connection() as connection:
            if self.needed:
                row = await (await connection.execute(self.needed)).fetchone()
                if not row or not row[0]:
                    return 0
            return (await connection.execute(self.statement)).rowcount


@dataclass
class FillingJob(BackgroundJob):
    """Embeds the memories that have no embedding, as long as there are any, if there is a provider.

    A failure is followed by another attempt, later each time. A store only starts it.
    """

    statement: str = ""
    is_wanted: bool = False

    def begin(self) -> None:
        self.is_wanted = settings.EMBEDDING_PROVIDER != "off"
        if self.is_wanted and (self.task is None or self.task.done()):
            self.task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        # For the whole process, whoever's call began it.
        projects.use(await asyncio.to_thread(projects.configured))
        delay = RETRY_FIRST
        while self.is_wanted:
            self.is_wanted = False  # a store from here on wants it again
            try:
                while await filling.fill_next():
                    delay = RETRY_FIRST
            except (EmbeddingError, StorageError, psycopg.Error) as error:
                logger.warning("Memories wait for their embeddings: %s", error)
                await asyncio.sleep(max(delay, getattr(error, "retry_after", 0.0)))
                delay = min(2 * delay, RETRY_LAST)
                self.is_wanted = True
        metrics.observe_connections(*pool.usage())


statistics = BackgroundJob(_sql["analyze"], interval=30.0)
pending = BackgroundJob(_sql["merge_pending_lists"], one_in=MERGE_ONE_IN)
words = BackgroundJob(_sql["index_words"], until_done=True, needed=_sql["words_wait"])
ledger = BackgroundJob(queries.COMPACT_COUNTERS, one_in=COMPACT_ONE_IN)
trash = BackgroundJob(_sql["purge"], until_done=True, one_in=PURGE_ONE_IN, interval=3600.0)
embeddings = FillingJob()


def stored() -> None:
    """Note that a memory was stored, which occasionally starts maintenance."""
    pending.begin_by_chance()
    ledger.begin_by_chance()
    trash.begin_by_chance()
    embeddings.begin()


def deleted() -> None:
    """Note that a memory was deleted, which occasionally starts maintenance."""
    trash.begin_by_chance()


async def stop() -> None:
    """Stop all jobs; call this before closing the pool."""
    await asyncio.gather(*(job.stop() for job in (statistics, pending, words, ledger, trash, embeddings)))
    await questions.close()
    await registry.close()
