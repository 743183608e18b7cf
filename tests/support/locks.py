"""Blocking statements by a lock."""

from __future__ import annotations

from typing import Any

import psycopg

from tests.support.waiting import until

# Reads pg_locks, because pg_stat_activity is a snapshot that lasts for the whole transaction.
WAITING = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"


def hold(outside: psycopg.Connection[Any]) -> None:
    """Lock the table of memories until the end of the transaction."""
    outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")


def await_waiting(outside: psycopg.Connection[Any], calls: int) -> None:
    """Wait until exactly `calls` sessions wait for a lock."""
    until(lambda: outside.execute(WAITING).fetchone() == (calls,), f"waiting of {calls} calls")
