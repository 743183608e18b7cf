"""The cache for results of gets and searches (`ENABLE_CACHE`): bounded and never stale.

Local changes clear the cache before the reply; remote changes arrive by NOTIFY on a separate connection. While that
connection is down, the cache is disabled, so a restart of the database costs hits but never causes stale results.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

import psycopg
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db.utils import OperationalError

from memories.db import pool, pooler
from memories.observability.metrics import metrics

logger = logging.getLogger(__name__)

CHANNEL = "codex_memory_changes"
NEEDS_LISTEN_URL = (
    "The cache is off: DATABASE_URL leads to a connection pooler, which passes no notifications on. Set "
    "DATABASE_LISTEN_URL to PostgreSQL itself."
)
MAX_BYTES = 64 * 1024 * 1024
HEARTBEAT = 5.0  # seconds without notifications after which to test the connection
RETRY = 0.2  # seconds between attempts to reconnect
Answer = TypeVar("Answer")

_MISSING = object()


@dataclass
class _State:
    """The state of the cache in this process.

    Args:
        generation: the number of times the cache was cleared.
        is_listening: whether remote changes arrive, so that results may be cached.
        listener: the task that receives remote changes.
    """

    generation: int = 0
    is_listening: bool = False
    listener: asyncio.Task[None] | None = None


_state = _State()


class BoundedCache(LocMemCache):
    """Django's local-memory cache, also bounded in bytes, as a thousand memories may have a megabyte each."""

    _cache: OrderedDict[str, bytes]

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(name, params)
        # Shared by name, like the entries: Django creates an object for each thread and task.
        self._bytes = _bytes.setdefault(name, [0])

    def validate_key(self, key: str) -> None:
        """Accept every key: Django warns of those that memcached refuses, such as that of a caller of many projects."""

    def _set(self, key: str, value: bytes, timeout: Any = None) -> None:
        self._delete(key)
        if len(value) > MAX_BYTES:
            return
        while self._cache and (self._bytes[0] + len(value) > MAX_BYTES or len(self._cache) >= self._max_entries):
            self._delete(next(reversed(self._cache)))  # the least recently used one
        self._bytes[0] += len(value)
        super()._set(key, value, timeout)  # type: ignore[misc] # the stubs omit private methods

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
    """Return the cached result of a key; otherwise call `ask` and cache its result unless it is None."""
    if not _state.is_listening:
        return await ask()
    kept = _answers().get(key, _MISSING)
    if kept is not _MISSING:
        metrics.observe_cache(hit=True)
        return cast("Answer", kept)
    metrics.observe_cache(hit=False)
    before = _state.generation
    answer = await ask()
    # If the cache was cleared meanwhile, this result may predate the change.
    if answer is not None and before == _state.generation and _state.is_listening:
        _answers().set(key, answer)
    return answer


def forget() -> None:
    """Clear the cache; results of reads in progress are not cached either."""
    _state.generation += 1
    if settings.ENABLE_CACHE:
        _answers().clear()


def start_listening() -> None:
    """Start listening for changes in the background if the cache is enabled; caching starts once connected."""
    if not settings.ENABLE_CACHE:
        return
    if pooler.is_in_use() and settings.DIRECT_DATABASE is None:
        logger.warning(NEEDS_LISTEN_URL)
    elif _state.listener is None or _state.listener.done():
        _state.listener = asyncio.create_task(_listen_for_ever())


async def stop_listening() -> None:
    """Stop listening and caching."""
    if _state.listener is not None:
        _state.listener.cancel()
        await asyncio.gather(_state.listener, return_exceptions=True)
        _state.listener = None


async def _listen_for_ever() -> None:
    while True:
        try:
            await _listen()
        except (psycopg.Error, OperationalError, TimeoutError) as error:
            logger.warning("Cache disabled until LISTEN reconnects: %s", str(error).strip())
        except Exception:  # unexpected, hence the traceback; the loop must go on
            logger.exception("Cache disabled until LISTEN reconnects")
        finally:
            _state.is_listening = False
            forget()
        await asyncio.sleep(RETRY)


async def _listen() -> None:
    """Listen until the connection breaks.

    Raises:
        psycopg.Error, OperationalError, TimeoutError: the server does not respond.
    """
    parameters = await asyncio.to_thread(pool.direct_parameters)
    parameters["application_name"] = "codex-memory-cache"
    async with await psycopg.AsyncConnection.connect(**parameters, autocommit=True) as connection:
        await connection.execute(f"LISTEN {CHANNEL}")
        await _await_own_notification(connection)
        forget()
        _state.is_listening = True
        logger.info("Cache enabled")
        while True:
            async for _ in connection.notifies(timeout=HEARTBEAT):
                forget()
            async with asyncio.timeout(HEARTBEAT):
                await connection.execute("SELECT 1")


async def _await_own_notification(listening: psycopg.AsyncConnection[Any]) -> None:
    """Make sure that what calls change is heard here: not where this is another database, or behind a pooler.

    Raises:
        TimeoutError: it is not.
    """
    payload = str(uuid.uuid4())
    parameters = await asyncio.to_thread(pool.parameters)
    async with await psycopg.AsyncConnection.connect(**parameters, autocommit=True) as telling:
        await telling.execute("SELECT pg_notify(%s, %s)", [CHANNEL, payload], prepare=False)
    async with aclosing(listening.notifies(timeout=HEARTBEAT)) as notifications:
        async for notification in notifications:
            if notification.payload == payload:
                return
    raise TimeoutError("No notification arrives; DATABASE_LISTEN_URL must name the database of DATABASE_URL.")
