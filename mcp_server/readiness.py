"""Prepares the database in the background; the first call waits for it, `initialize` does not."""

from __future__ import annotations

import asyncio
import functools
import gc
import threading
from collections.abc import Callable
from concurrent.futures import Future

from django.conf import settings

from memories import cache, maintenance
from memories.db import pool, schema
from memories.observability.metrics import metrics


class Readiness:
    """Prepares the database once. Each call waits for that; after a failure, the next call tries again.

    A database that is started or migrated later is therefore used without restarting this process.
    """

    def __init__(self) -> None:
        self._ready = False
        self._preparing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start preparing in the background, unless in progress or done."""
        if not self._ready and (self._preparing is None or self._preparing.done()):
            self._preparing = asyncio.create_task(self._prepare())
            self._preparing.add_done_callback(_retrieve)

    async def wait(self) -> None:
        """Wait until the database can be used.

        Raises:
            DatabaseError: the database cannot be used; the message says what to do.
        """
        if not self._ready:
            self.start()
            assert self._preparing is not None
            # Cancelling one caller must not cancel the preparation that others wait for.
            await asyncio.shield(self._preparing)

    async def stop(self) -> None:
        """Stop preparing, and close what that has opened; nothing is begun any more."""
        if self._preparing is not None:
            self._preparing.cancel()
            await asyncio.gather(self._preparing, return_exceptions=True)
        await cache.stop_listening()
        await maintenance.stop()
        await pool.close_pool()

    def lost(self) -> None:
        """Prepare again before the next call. This also restarts an embedded server that has stopped."""
        self._ready = False

    async def _prepare(self) -> None:
        await asyncio.to_thread(metrics.load)
        if settings.EMBEDDED_DATABASE:
            await asyncio.to_thread(schema.prepare)  # exit waits for it, as it may be creating the database
        else:
            await _abandonable(schema.prepare)
        await pool.open_pool()
        cache.start_listening()
        maintenance.words.begin()
        maintenance.trash.begin()
        maintenance.embeddings.begin()
        _freeze()
        self._ready = True


@functools.cache  # once in a process: when the database returns after a loss, calls are under way, which it would delay
def _freeze() -> None:
    """Exempt what is loaded by now from garbage collection, which would take 60 ms in the middle of some call."""
    gc.collect()
    gc.freeze()


async def _abandonable(work: Callable[[], None]) -> None:
    """Run a function in a daemon thread, so that a hanging database does not delay exit."""
    future: Future[None] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again by the await
            future.set_exception(error)
        else:
            future.set_result(None)

    threading.Thread(target=run, daemon=True, name="prepare").start()
    await asyncio.wrap_future(future)


def _retrieve(task: asyncio.Task[None]) -> None:
    """Retrieve the exception; asyncio would log it, though the next call reports it anyway."""
    if not task.cancelled():
        task.exception()
