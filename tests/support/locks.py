"""Statements that another program's lock holds up."""

from __future__ import annotations

from typing import Any

import psycopg

from tests.support.waiting import until

# In pg_locks and not pg_stat_activity, which shows the same picture for as long as a transaction lasts.
WAITING = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"


def hold(outside: psycopg.Connection[Any]) -> None:
    """Lock the table of memories until the end of the transaction."""
    outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")


def waits(outside: psycopg.Connection[Any], calls: int) -> None:
    """Wait until exactly so many sessions wait for a lock."""
    until(lambda: outside.execute(WAITING).fetchone() == (calls,), f"waiting of {calls} calls")
