"""Preparing the database beside the protocol: `initialize` never waits for it, the first call does."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future

from django.conf import settings

from memories import cache, pool, schema
from memories.observability.metrics import metrics


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
        if settings.EMBEDDED_DATABASE:
            await asyncio.to_thread(schema.prepare)  # to the end: it may be making the database
        else:
            await _abandonable(schema.prepare)
        await pool.open_pool()
        cache.start_listening()
        self._ready = True


async def _abandonable(work: Callable[[], None]) -> None:
    """Do something in a thread that the end of the process does not wait for: a database may hang."""
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
    """Look at the outcome, so that asyncio does not log a failure that the next call will report."""
    if not task.cancelled():
        task.exception()
