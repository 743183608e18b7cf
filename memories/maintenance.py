"""Background maintenance: statements that keep calls fast, run beside them.

They change no result. Autovacuum does similar work, but only after a fifth of all memories has changed. Each store
decides by chance whether a statement is due, so that many short-lived servers run it as often as one long-lived one.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from dataclasses import dataclass

import psycopg

from memories import queries
from memories.db import named_sql, pool
from memories.errors import StorageError

logger = logging.getLogger(__name__)

COMPACT_ONE_IN = 250  # stores, so that the counters' ledger stays short if nobody asks for statistics
MERGE_ONE_IN = 64  # stores, whose entries each search reads one by one until they are merged into the GIN indexes
STOP_PATIENCE = 1.0  # seconds that the end of a process waits for a job

_sql = named_sql.read(__file__, "maintenance")


@dataclass
class BackgroundJob:
    """A statement that runs beside the calls, one at a time, and at most once in `interval` seconds."""

    statement: str
    one_in: int = 1
    interval: float = 0.0
    began_at: float = float("-inf")
    task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        if time.monotonic() - self.began_at >= self.interval and (self.task is None or self.task.done()):
            self.began_at = time.monotonic()
            self.task = asyncio.create_task(self._run())

    def begin_by_chance(self) -> None:
        """Begin once in `one_in` times."""
        if random.randrange(self.one_in) == 0:  # noqa: S311 - nobody gains by guessing it
            self.begin()

    async def stop(self) -> None:
        """Wait for it to end, and cancel it if that takes long."""
        if self.task is None or self.task.done():
            return
        _, unfinished = await asyncio.wait([self.task], timeout=STOP_PATIENCE)
        for task in unfinished:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _run(self) -> None:
        try:
            async with pool.connection() as connection:
                await connection.execute(self.statement)
        except (StorageError, psycopg.Error) as error:  # calls continue without it
            logger.warning("Background maintenance failed: %s", error)


statistics = BackgroundJob(_sql["analyze"], interval=30.0)
pending = BackgroundJob(_sql["merge_pending_lists"], one_in=MERGE_ONE_IN)
ledger = BackgroundJob(queries.COMPACT_COUNTERS, one_in=COMPACT_ONE_IN)


def stored() -> None:
    """Tell that a memory was stored; now and then that makes maintenance due."""
    pending.begin_by_chance()
    ledger.begin_by_chance()


async def stop() -> None:
    """End all jobs, before the pool closes."""
    await asyncio.gather(*(job.stop() for job in (statistics, pending, ledger)))
