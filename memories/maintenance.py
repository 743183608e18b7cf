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

from memories import queries
from memories.db import pool
from memories.errors import StorageError

logger = logging.getLogger(__name__)

COMPACT_ONE_IN = 250  # stores, to keep the counters' ledger short if nobody requests statistics
MERGE_ONE_IN = 64  # stores; each search scans their entries until they are merged into the GIN indexes
STOP_PATIENCE = 1.0  # seconds that exit waits for a job

# Only the owner of an index may merge its pending list.
MERGE = """
SELECT gin_clean_pending_list(index.indexrelid)
FROM pg_index AS index JOIN pg_class AS relation ON relation.oid = index.indexrelid
WHERE indrelid IN ('memories'::regclass, 'embedded_memories'::regclass) AND indisvalid
    AND relam = (SELECT oid FROM pg_am WHERE amname = 'gin') AND pg_has_role(relowner, 'USAGE')
"""


@dataclass
class BackgroundJob:
    """A statement that runs in the background, one run at a time and at most one per `interval` seconds."""

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
            async with pool.connection() as connection:
                await connection.execute(self.statement)
        except (StorageError, psycopg.Error) as error:  # calls continue without it
            logger.warning("Background maintenance failed: %s", error)


statistics = BackgroundJob("ANALYZE memories", interval=30.0)  # for PostgreSQL's planner
pending = BackgroundJob(MERGE, one_in=MERGE_ONE_IN)
ledger = BackgroundJob(queries.COMPACT_COUNTERS, one_in=COMPACT_ONE_IN)


def stored() -> None:
    """Note that a memory was stored, which occasionally starts maintenance."""
    pending.begin_by_chance()
    ledger.begin_by_chance()


async def stop() -> None:
    """Stop all jobs; call this before closing the pool."""
    await asyncio.gather(*(job.stop() for job in (statistics, pending, ledger)))
