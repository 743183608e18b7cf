"""How many calls a minute a client may make of a tool (specification, "Rate Limiting")."""

from __future__ import annotations

from django.conf import settings

from memories.errors import RateLimitError

WINDOW_SECONDS = 60


def check(client: str, tool: str) -> None:
    """Count one call.

    django-ratelimit counts in fixed windows, which begin at another second for each client: 17 microseconds a call.

    Raises:
        RateLimitError: it is one too many; `data["retry_after"]` says in how many seconds a new minute begins.
    """
    limit = settings.RATE_LIMITS.get(tool)
    if limit is None:
        return
    from django_ratelimit.core import get_usage  # type: ignore[import-untyped] # the start need not wait for it

    usage = get_usage(
        None, group=tool, key=lambda _group, _request: client, rate=(limit, WINDOW_SECONDS), increment=True
    )
    if usage["should_limit"]:
        # The window is over when the second has passed in which it ends.
        seconds = usage["time_left"] + 1
        raise RateLimitError(
            f"{tool} may be called {limit:,} times a minute. Wait {seconds} seconds, then call again.",
            limit=limit,
            retry_after=seconds,
        )
