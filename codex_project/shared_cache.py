"""The cache in which all processes count together (`REDIS_URL`): calls of agents, and attempts to log in."""

from __future__ import annotations

import logging
import time
from functools import cache
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

PATIENCE = 0.5  # seconds for Redis to answer
REST = 5.0  # seconds for which a Redis that did not answer is not asked again
WARNING_INTERVAL = 60.0  # seconds, at least
Answer = TypeVar("Answer")


class SharedCache(RedisCache):
    """Django's Redis cache; where Redis does not answer, what django-ratelimit counts is counted in this process.

    A limit is then one of each process, as it is without Redis, and no call fails or waits because of it.
    """

    def __init__(self, server: list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._local = LocMemCache("shared", {name: value for name, value in params.items() if name != "OPTIONS"})

    @property
    def _cache(self) -> RedisCacheClient:
        # Django makes an object of this class for each thread and task; each would open a connection of its own.
        return _client(tuple(self._servers))  # type: ignore[attr-defined] # the stubs leave private members out

    def ping(self) -> None:
        """Ask whether Redis is there.

        Raises:
            redis.exceptions.RedisError: it is not.
        """
        self._cache.get_client().ping()

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        if _asked():
            try:
                return _answered(super().add(key, value, timeout, version))
            except RedisError as error:
                _rest(error)
        return bool(self._local.add(key, value, timeout, version))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        if _asked():
            try:
                return _answered(super().get(key, default, version))
            except RedisError as error:
                _rest(error)
        return self._local.get(key, default, version)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        if _asked():
            try:
                return _answered(super().incr(key, delta, version))
            except RedisError as error:
                _rest(error)
        self._local.add(key, 0, version=version)  # what was counted before, Redis took along
        return int(self._local.incr(key, delta, version))


@cache
def _client(servers: tuple[str, ...]) -> RedisCacheClient:
    return RedisCacheClient(list(servers), socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)


_failing = False
_rests_until = _warned_at = float("-inf")


def _asked() -> bool:
    """Whether to ask Redis; one that failed is asked by one call at a time, after a rest."""
    global _rests_until
    now = time.monotonic()
    if now < _rests_until:
        return False
    if _failing:
        _rests_until = now + REST
    return True


def _answered(answer: Answer) -> Answer:
    global _failing, _rests_until
    if _failing:
        _failing, _rests_until = False, float("-inf")
    return answer


def _rest(error: RedisError) -> None:
    global _failing, _rests_until, _warned_at
    now = time.monotonic()
    _failing, _rests_until = True, now + REST
    if now - _warned_at >= WARNING_INTERVAL:
        _warned_at = now
        logger.warning("Redis does not answer, each process counts by itself meanwhile: %s", type(error).__name__)
