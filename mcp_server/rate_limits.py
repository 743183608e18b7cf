"""How many calls a minute a client may make of a tool (specification, "Rate Limiting")."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from django.conf import settings

from memories.errors import RateLimitError

WINDOW_SECONDS = 60


@dataclass(slots=True)
class _Window:
    calls: int
    ends: int  # as time.time() has it


_windows: dict[tuple[str, str], _Window] = {}


async def check(client: str, tool: str) -> None:
    """Count one call.

    django-ratelimit opens the windows, at another second for each client. Within one, calls are counted here: its core
    reads settings and hashes a key at each call, which took 46 of a get's 350 microseconds. Where servers count
    together (REDIS_URL) it is asked at each call, in a thread.

    Raises:
        RateLimitError: it is one too many; `data["retry_after"]` says in how many seconds a new minute begins.
    """
    limit = settings.RATE_LIMITS.get(tool)
    if limit is None:
        return
    if settings.REDIS_URL:
        window = await asyncio.to_thread(_counted, client, tool, limit)
    else:
        window = _counted_here(client, tool, limit)
    if window.calls > limit:
        seconds = max(window.ends - int(time.time()), 1)
        raise RateLimitError(
            f"{tool} may be called {limit:,} times a minute. Wait {seconds} seconds, then call again.",
            limit=limit,
            retry_after=seconds,
        )


def _counted_here(client: str, tool: str, limit: int) -> _Window:
    """The window of this process, with this call counted in it; windows that are over are forgotten."""
    window = _windows.get((client, tool))
    if window is not None and time.time() < window.ends:
        window.calls += 1
        return window
    for key in [key for key, window in _windows.items() if time.time() >= window.ends]:
        del _windows[key]
    window = _windows[client, tool] = _counted(client, tool, limit)
    return window


def _counted(client: str, tool: str, limit: int) -> _Window:
    """The window as django-ratelimit has it, with this call counted in it."""
    from django_ratelimit.core import get_usage  # type: ignore[import-untyped] # the start need not wait for it

    usage = get_usage(
        None, group=tool, key=lambda _group, _request: client, rate=(limit, WINDOW_SECONDS), increment=True
    )
    # It is over when the second has passed in which it ends.
    return _Window(usage["count"], int(time.time()) + usage["time_left"] + 1)
