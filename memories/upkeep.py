"""What keeps the calls fast and is done beside them, or once in many stores.

None of it changes what a call answers. Autovacuum does the like, but comes when a fifth of all memories has changed.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

import psycopg

from memories import pool, queries
from memories.errors import StorageError

logger = logging.getLogger(__name__)

FOLD_EVERY = 1_000  # stores, so that the tally's ledger stays short where nobody asks for statistics
MERGE_EVERY = 64  # stores, whose entries each search reads one by one until they are merged into the GIN indexes

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
    interval: float = 0.0
    began_at: float = float("-inf")
    task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        if time.monotonic() - self.began_at >= self.interval and (self.task is None or self.task.done()):
            self.began_at = time.monotonic()
            self.task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Give it up, wherever it is."""
        if self.task is not None and not self.task.done():
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)

    async def _run(self) -> None:
        try:
            async with pool.connection() as connection:
                await connection.execute(self.statement)
        except (StorageError, psycopg.Error) as error:  # calls go on as they did
            logger.warning("What keeps searches fast could not be done: %s", error)


statistics = Chore("ANALYZE public.memories", interval=30.0)  # where PostgreSQL's own are behind
pending = Chore(MERGE)
_stored = 0


async def stored(connection: pool.Connection) -> None:
    """Count a store, on whose connection the tally is folded when it is time."""
    global _stored
    _stored += 1
    if _stored % MERGE_EVERY == 0:
        pending.begin()
    if _stored % FOLD_EVERY == 0:
        await connection.execute(queries.FOLD_TALLY)


async def stop() -> None:
    """Give up what is under way, before the pool closes."""
    for chore in (statistics, pending):
        await chore.stop()
