from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pytest

from memories import pool

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]


@pytest.fixture
def run(database: str) -> Run[Any]:
    """Run a coroutine with the pool open on the test's database."""

    async def with_pool(coroutine: Coroutine[Any, Any, T]) -> T:
        await pool.open_pool()
        try:
            return await coroutine
        finally:
            await pool.close_pool()

    return lambda coroutine: asyncio.run(with_pool(coroutine))
