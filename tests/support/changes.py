"""Waiting for PostgreSQL's notifications of changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from memories.cache import CHANNEL
from tests.support.waiting import PATIENCE


@contextmanager
def change_notified(url: str) -> Iterator[None]:
    """Wait on exit for the notification of a change made in the block, for which agents' caches also listen."""
    with psycopg.connect(url, autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        yield
        assert list(listener.notifies(timeout=PATIENCE, stop_after=1)), "There was no notification of the change"
