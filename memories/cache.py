"""The cache of what gets and searches found (`ENABLE_CACHE`): bounded, and never behind the database.

A change by this process is forgotten before it is answered; one by another arrives as a notification, which a trigger
sends (notify_change.sql), on a connection of its own. While nobody listens nothing is kept, so a gap, such as a restart
of the database, costs hits and never a stale answer.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any, TypeVar, cast

import psycopg
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db.utils import OperationalError

from memories import pool
from memories.observability.metrics import metrics

logger = logging.getLogger(__name__)

CHANNEL = "codex_memory_changes"
MAX_BYTES = 64 * 1024 * 1024
HEARTBEAT = 5.0  # seconds without a notification after which to ask whether the server is still there
RETRY = 0.2  # seconds between attempts to listen again
Answer = TypeVar("Answer")

_MISSING = object()
_generation = 0
_listening = False
_listener: asyncio.Task[None] | None = None


class BoundedCache(LocMemCache):
    """Django's local-memory cache, bounded in bytes too: a thousand memories may have a megabyte each."""

    _cache: OrderedDict[str, bytes]

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(name, params)
        # Shared by name, as the entries are: Django makes an object for each thread and task.
        self._bytes = _bytes.setdefault(name, [0])

    def _set(self, key: str, value: bytes, timeout: Any = None) -> None:
        self._delete(key)
        if len(value) > MAX_BYTES:
            return
        while self._cache and (self._bytes[0] + len(value) > MAX_BYTES or len(self._cache) >= self._max_entries):
            self._delete(next(reversed(self._cache)))  # the one whose last use is longest ago
        self._bytes[0] += len(value)
        super()._set(key, value, timeout)  # type: ignore[misc] # the stubs leave private methods out

    def _delete(self, key: str) -> bool:
        self._bytes[0] -= len(self._cache.get(key, b""))
        return bool(super()._delete(key))  # type: ignore[misc]

    def clear(self) -> None:
        super().clear()
        self._bytes[0] = 0


_bytes: dict[str, list[int]] = {}


@cache
def _answers() -> BaseCache:
    return caches["memories"]


async def remembered(key: str, ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """The answer kept under a key, or else the one that `ask` gives, which is kept unless it is None."""
    if not _listening:
        return await ask()
    kept = _answers().get(key, _MISSING)
    if kept is not _MISSING:
        metrics.observe_cache(hit=True)
        return cast("Answer", kept)
    metrics.observe_cache(hit=False)
    before = _generation
    answer = await ask()
    # Something may have changed since it was read, and been forgotten before this could be.
    if answer is not None and before == _generation and _listening:
        _answers().set(key, answer)
    return answer


def forget() -> None:
    """Forget everything, also what is being read at this moment."""
    global _generation
    _generation += 1
    if settings.ENABLE_CACHE:
        _answers().clear()


def start_listening() -> None:
    """Listen for changes beside the calls, and so begin to keep answers; where the cache is on."""
    global _listener
    if settings.ENABLE_CACHE and (_listener is None or _listener.done()):
        _listener = asyncio.create_task(_listen_for_ever())


async def stop_listening() -> None:
    global _listener
    if _listener is not None:
        _listener.cancel()
        await asyncio.gather(_listener, return_exceptions=True)
        _listener = None


async def _listen_for_ever() -> None:
    global _listening
    while True:
        try:
            await _listen()
        except (psycopg.Error, OperationalError, TimeoutError) as error:
            logger.warning("The cache rests until changes can be listened for: %s", str(error).strip())
        except Exception:  # not expected, so with a traceback; it must not end the listening for good
            logger.exception("The cache rests until changes can be listened for")
        finally:
            _listening = False
            forget()
        await asyncio.sleep(RETRY)


async def _listen() -> None:
    """Listen until the connection breaks.

    Raises:
        psycopg.Error, OperationalError, TimeoutError: the server does not answer, or no longer.
    """
    global _listening
    parameters = await asyncio.to_thread(pool.parameters)
    parameters["application_name"] = "codex-memory-cache"
    async with await psycopg.AsyncConnection.connect(**parameters, autocommit=True) as connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        forget()
        _listening = True
        logger.info("The cache is in use")
        while True:
            async for _ in connection.notifies(timeout=HEARTBEAT):
                forget()
            async with asyncio.timeout(HEARTBEAT):
                await connection.execute("SELECT 1")
