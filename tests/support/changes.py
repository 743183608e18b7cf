"""Changes of memories, as PostgreSQL tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from memories.cache import CHANNEL
from tests.support.waiting import PATIENCE


@contextmanager
def told_of_change(url: str) -> Iterator[None]:
    """Wait at the end until PostgreSQL has told of the change that is made within: agents' caches listen likewise."""
    with psycopg.connect(url, autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        yield
        assert list(listener.notifies(timeout=PATIENCE, stop_after=1)), "Nothing was told of the change"
