"""Limits the running calls to the number of connections, and pauses while the client leaves responses unread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from django.conf import settings

from memories.errors import PoolExhaustedError

Gate = Callable[[], Awaitable[None]]


class Admission:
    """An asynchronous context manager that holds one slot; there are as many slots as connections.

    A running call therefore never waits for a connection halfway. The gate is awaited while holding the slot, so
    memory holds at most one response per slot, however many calls queued while the gate was open.
    """

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._slots = asyncio.Semaphore(settings.POOL["max_size"])

    async def __aenter__(self) -> None:
        """Wait for a slot, then until the client reads.

        Raises:
            PoolExhaustedError: no slot became free within ACQUIRE_TIMEOUT.
        """
        if self._slots.locked():
            await self._queue()
        else:
            await self._slots.acquire()
        try:
            await self._gate()
        except BaseException:
            self._slots.release()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._slots.release()

    async def _queue(self) -> None:
        timeout = settings.POOL["timeout"]
        try:
            async with asyncio.timeout(timeout):
                await self._slots.acquire()
        except TimeoutError:
            raise PoolExhaustedError(
                f"All {settings.POOL['max_size']} database connections were busy for {timeout:g} seconds. "
                "Call again later, or raise MAX_CONNECTIONS."
            ) from None
