"""The cache for rate limits shared by all processes (`REDIS_URL`): agents' calls and attempts to log in."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

TIMEOUT = 0.5  # seconds for Redis to respond
RETRY_INTERVAL = 5.0  # seconds between attempts while Redis does not respond
WARNING_INTERVAL = 60.0  # seconds, at least
Answer = TypeVar("Answer")


class SharedCache(RedisCache):
    """Django's Redis cache for django-ratelimit, which counts in this process while Redis does not respond.

    Limits then apply to each process, as without Redis, and no call fails or waits.
    """

    def __init__(self, server: list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._local = LocMemCache("shared", {name: value for name, value in params.items() if name != "OPTIONS"})

    @property
    def _redis(self) -> _Redis:
        # Django creates an object of this class for each thread and task; each would open its own connection.
        return _redis(tuple(self._servers))  # type: ignore[attr-defined] # the stubs omit private members

    @property
    def _cache(self) -> RedisCacheClient:
        return self._redis.client

    def ping(self) -> None:
        """Check that Redis responds.

        Raises:
            redis.exceptions.RedisError: it does not.
        """
        self._cache.get_client().ping()

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        shared = super().add
        return self._redis.ask(
            lambda: shared(key, value, timeout, version),
            lambda: bool(self._local.add(key, value, timeout, version)),
        )

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        shared = super().get
        return self._redis.ask(
            lambda: shared(key, default, version),
            lambda: self._local.get(key, default, version),
        )

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        shared = super().incr

        def locally() -> int:
            self._local.add(key, 0, version=version)  # the count so far is lost with Redis
            return int(self._local.incr(key, delta, version))

        return self._redis.ask(lambda: shared(key, delta, version), locally)


class _Redis:
    """The client of a process, and whether Redis responds; while it does not, one call per interval tries it."""

    def __init__(self, servers: tuple[str, ...]) -> None:
        self.client = RedisCacheClient(list(servers), socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT)
        self._failing = False
        self._retry_at = self._warned_at = float("-inf")

    def ask(self, shared: Callable[[], Answer], local: Callable[[], Answer]) -> Answer:
        """Return the result from Redis, or the local one if Redis does not respond."""
        if self._may_be_asked():
            try:
                answer = shared()
            except RedisError as error:
                self._failed(error)
            else:
                self._succeeded()
                return answer
        return local()

    def _may_be_asked(self) -> bool:
        now = time.monotonic()
        if now < self._retry_at:
            return False
        if self._failing:
            self._retry_at = now + RETRY_INTERVAL  # for other calls; this one tries now
        return True

    def _succeeded(self) -> None:
        if self._failing:
            self._failing, self._retry_at = False, float("-inf")

    def _failed(self, error: RedisError) -> None:
        now = time.monotonic()
        self._failing, self._retry_at = True, now + RETRY_INTERVAL
        if now - self._warned_at >= WARNING_INTERVAL:
            self._warned_at = now
            logger.warning("Redis does not respond; each process counts separately: %s", type(error).__name__)


@cache
def _redis(servers: tuple[str, ...]) -> _Redis:
    return _Redis(servers)
