"""Prepares the database in the background: `initialize` never waits for it, the first call does."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future

from django.conf import settings

from memories import cache
from memories.db import pool, schema
from memories.observability.metrics import metrics


class Readiness:
    """Whether the database can be used. Each call waits for it; after a failure the next call tries again.

    So once a database has been started or migrated, the next call uses it, without a restart of this process.
    """

    def __init__(self) -> None:
        self._ready = False
        self._preparing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start preparing in the background, unless that is in progress or done."""
        if not self._ready and (self._preparing is None or self._preparing.done()):
            self._preparing = asyncio.create_task(self._prepare())
            self._preparing.add_done_callback(_retrieve)

    async def wait(self) -> None:
        """Wait until the database can be used.

        Raises:
            DatabaseError: it cannot be used; the message says what to do.
        """
        if not self._ready:
            self.start()
            assert self._preparing is not None
            # Shielded: cancelling one caller must not cancel what others wait for.
            await asyncio.shield(self._preparing)

    def lost(self) -> None:
        """Prepare again before the next call, which also restarts an embedded server that has ended."""
        self._ready = False

    async def _prepare(self) -> None:
        await asyncio.to_thread(metrics.load)
        if settings.EMBEDDED_DATABASE:
            await asyncio.to_thread(schema.prepare)  # never abandoned: it may be creating the database
        else:
            await _abandonable(schema.prepare)
        await pool.open_pool()
        cache.start_listening()
        self._ready = True


async def _abandonable(work: Callable[[], None]) -> None:
    """Run something in a thread that the exit of the process does not wait for: a database may hang."""
    future: Future[None] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
            future.set_exception(error)
        else:
            future.set_result(None)

    threading.Thread(target=run, daemon=True, name="prepare").start()
    await asyncio.wrap_future(future)


def _retrieve(task: asyncio.Task[None]) -> None:
    """Retrieve the outcome, or asyncio would log a failure that the next call reports anyway."""
    if not task.cancelled():
        task.exception()
