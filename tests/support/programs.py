"""Calling the operations as a library: open the pool, call them, close the pool."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from django.db import connection

from memories import records
from memories.db import pool
from memories.search import steps

T = TypeVar("T")
# Makes the next search renew the statistics of all memories, as if many had changed.
OUTDATED = "UPDATE codex_processed.corpus_statistics SET memories = -1000000"


def run(work: Callable[[], Awaitable[T]]) -> T:
    """Run asynchronous work with the pool open."""

    async def main() -> T:
        await pool.open_pool()
        try:
            return await work()
        finally:
            await pool.close_pool()

    return asyncio.run(main())


def example(content: str = "The well is deep.", **more: Any) -> records.CreateMemory:
    return records.CreateMemory(content=content, context="Village", summary="About the well", **more)


def execute(sql: str, parameters: dict[str, Any]) -> steps.Rows:
    """Execute a statement of a ranking on Django's connection."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
