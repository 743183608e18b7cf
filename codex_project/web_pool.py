"""The usage of Django's connection pool, which serves the web side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS
from django.db.backends.postgresql.base import DatabaseWrapper

if TYPE_CHECKING:
    from psycopg_pool import ConnectionPool


def usage() -> tuple[int, int]:
    """Return how many connections are in use and open, without creating a pool."""
    pools: dict[str, ConnectionPool] = DatabaseWrapper._connection_pools  # type: ignore[attr-defined] # has no public name
    if DEFAULT_DB_ALIAS not in pools:
        return 0, 0
    figures = pools[DEFAULT_DB_ALIAS].get_stats()
    size, available = figures.get("pool_size", 0), figures.get("pool_available", 0)
    return max(size - available, 0), size
