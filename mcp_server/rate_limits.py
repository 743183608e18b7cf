"""Limits the calls per minute of each client and tool (specification, "Rate Limiting")."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from django.conf import settings

from mcp_server.registry import Tool
from memories.errors import RateLimitError

WINDOW_SECONDS = 60


@dataclass(slots=True)
class _Window:
    calls: int
    ends: int  # Unix time


class RateLimiter:
    """Counts calls by client and limit.

    django-ratelimit opens the windows, at a different second for each client. This class counts the calls within a
    window, because django-ratelimit reads settings and hashes a key at each call: 46 of a get's 350 microseconds. If
    servers share their counts (REDIS_URL), django-ratelimit counts each call, in a thread.
    """

    def __init__(self) -> None:
        self._windows: dict[tuple[str, str], _Window] = {}

    async def count(self, client: str, tool: Tool) -> None:
        """Count one call.

        Raises:
            RateLimitError: the call exceeds the limit; `data["retry_after"]` is in seconds, until the next window.
        """
        name = tool.rate_limit
        if name is None or (limit := settings.RATE_LIMITS[name]) is None:
            return
        if settings.REDIS_URL:
            window = await asyncio.to_thread(_counted, client, name, limit)
        else:
            window = self._counted_here(client, name, limit)
        if window.calls > limit:
            seconds = max(window.ends - int(time.time()), 1)
            raise RateLimitError(
                f"{tool.name} may be called {limit:,} times a minute. Wait {seconds} seconds, then call again.",
                limit=limit,
                retry_after=seconds,
            )

    def _counted_here(self, client: str, name: str, limit: int) -> _Window:
        """Count a call in this process and return its window; a new window replaces all expired ones."""
        window = self._windows.get((client, name))
        now = time.time()
        if window is not None and now < window.ends:
            window.calls += 1
            return window
        self._windows = {key: window for key, window in self._windows.items() if now < window.ends}
        window = self._windows[client, name] = _counted(client, name, limit)
        return window


def _counted(client: str, name: str, limit: int) -> _Window:
    """Count a call with django-ratelimit and return its window."""
    from django_ratelimit.core import get_usage  # type: ignore[import-untyped] # would slow start-up

    usage = get_usage(
        None, group=name, key=lambda _group, _request: client, rate=(limit, WINDOW_SECONDS), increment=True
    )
    # The window lasts until the end of its last second.
    return _Window(usage["count"], int(time.time()) + usage["time_left"] + 1)
