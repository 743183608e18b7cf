"""Maintenance: what keeps calls fast and is done beside them, once in many stores.

None of it changes what a call answers. Autovacuum does the like, but comes when a fifth of all memories has changed.
Whether something is due is left to chance at each store, so that it comes as often for many short-lived servers as for
one that lives long, and nobody has to count.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from dataclasses import dataclass

import psycopg

from memories import pool, queries
from memories.errors import StorageError

logger = logging.getLogger(__name__)

FOLD_ONE_IN = 250  # stores, so that the tally's ledger stays short where nobody asks for statistics
MERGE_ONE_IN = 64  # stores, whose entries each search reads one by one until they are merged into the GIN indexes
STOP_PATIENCE = 1.0  # seconds that the end of a process waits for what it has begun

# Of the indexes that belong to us: nobody else may.
MERGE = """
SELECT gin_clean_pending_list(index.indexrelid)
FROM pg_index AS index JOIN pg_class AS relation ON relation.oid = index.indexrelid
WHERE indrelid IN ('public.memories'::regclass, 'codex_processed.embedded_memories'::regclass) AND indisvalid
    AND relam = (SELECT oid FROM pg_am WHERE amname = 'gin') AND pg_has_role(relowner, 'USAGE')
"""


@dataclass
class Chore:
    """A statement that is run beside the calls, one at a time, and not again before `interval` seconds have passed."""

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
        """Begin one time in `one_in`."""
        if random.randrange(self.one_in) == 0:  # noqa: S311 - nobody gains by guessing it
            self.begin()

    async def stop(self) -> None:
        """Let it end, and give it up if that takes long."""
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
        except (StorageError, psycopg.Error) as error:  # calls go on as they did
            logger.warning("Background maintenance failed: %s", error)


statistics = Chore("ANALYZE public.memories", interval=30.0)  # where PostgreSQL's own are behind
pending = Chore(MERGE, one_in=MERGE_ONE_IN)
ledger = Chore(queries.FOLD_TALLY, one_in=FOLD_ONE_IN)


def stored() -> None:
    """A memory was stored; now and then that makes maintenance due."""
    pending.begin_by_chance()
    ledger.begin_by_chance()


async def stop() -> None:
    """End what is under way, before the pool closes."""
    await asyncio.gather(*(chore.stop() for chore in (statistics, pending, ledger)))
