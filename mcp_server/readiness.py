"""Preparing the database beside the protocol: `initialize` never waits for it, the first call does."""

from __future__ import annotations

import asyncio

from memories import cache, metrics, pool, schema


class Readiness:
    """Whether the database can be used; each call awaits it, and whoever finds it unusable makes the next one try anew.

    A database that is mended (started, migrated) is so used by the next call, with nobody restarting anything.
    """

    def __init__(self) -> None:
        self._ready = False
        self._preparing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to prepare in the background, unless that is under way or done."""
        if not self._ready and (self._preparing is None or self._preparing.done()):
            self._preparing = asyncio.create_task(self._prepare())
            self._preparing.add_done_callback(_retrieve)

    async def wait(self) -> None:
        """Wait until the database can be used.

        Raises:
            DatabaseError: it cannot; the message says what to do.
        """
        if not self._ready:
            self.start()
            assert self._preparing is not None
            # Shielded: one caller's cancellation must not end what others wait for.
            await asyncio.shield(self._preparing)

    def lost(self) -> None:
        """Prepare again before the next call; an embedded server that ended is then started again."""
        self._ready = False

    async def _prepare(self) -> None:
        await asyncio.to_thread(metrics.load)
        await asyncio.to_thread(schema.prepare)
        await pool.open_pool()
        cache.start_listening()
        self._ready = True


def _retrieve(task: asyncio.Task[None]) -> None:
    """Look at the outcome, so that asyncio does not log a failure that the next call will report."""
    if not task.cancelled():
        task.exception()
