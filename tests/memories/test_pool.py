"""Which connection the pool lends, and which it closes when it shrinks."""

from __future__ import annotations

import asyncio
import tomllib
from contextlib import AsyncExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
import pytest

from memories.db import pool
from tests.support.programs import run
from tests.support.waiting import PATIENCE

PYPROJECT = Path(__file__).resolve().parent.parent.parent / "pyproject.toml"


@pytest.fixture(autouse=True)
def of_three(settings: Any, database: str) -> None:
    """A pool that never shrinks, unless a test says otherwise."""
    settings.POOL = settings.POOL | {"min_size": 1, "max_size": 3, "max_idle": 3600.0}


async def lend(count: int) -> list[int]:
    """Borrow so many connections at once, return them in the same order, and tell their processes."""
    processes = []
    async with AsyncExitStack() as first_to_last:
        held = [pool.connection() for _ in range(count)]
        for each in held:
            connection = await each.__aenter__()
            processes.append(connection.info.backend_pid)
        for each in reversed(held):
            first_to_last.push_async_exit(each)
    return processes


async def lent_in_turn(count: int) -> list[int]:
    return [process for _ in range(count) for process in await lend(1)]


def test_the_connection_used_last_is_lent_first() -> None:
    async def work() -> None:
        coldest, middle, hottest = await lend(3)
        assert len({coldest, middle, hottest}) == 3
        assert await lent_in_turn(5) == [hottest] * 5
        assert await lend(2) == [hottest, middle]  # returned in this order
        assert await lent_in_turn(5) == [middle] * 5
        assert await lend(3) == [middle, hottest, coldest]
        assert await lent_in_turn(5) == [coldest] * 5

    run(work)


def test_the_spare_connection_is_the_one_used_last_but_one() -> None:
    async def work() -> None:
        _, middle, hottest = await lend(3)
        async with pool.connection() as first, pool.spare() as second:
            assert second is not None
            assert (first.info.backend_pid, second.info.backend_pid) == (hottest, middle)

    run(work)


def test_a_call_that_waits_gets_the_connection_that_is_returned_first() -> None:
    async def work() -> None:
        coldest, middle, hottest = await lend(3)
        async with AsyncExitStack() as held:
            connections = [await held.enter_async_context(pool.connection()) for _ in range(3)]
            assert [each.info.backend_pid for each in connections] == [hottest, middle, coldest]
            waiting = asyncio.create_task(lend(1))
            while not pool.statistics()["requests_waiting"]:
                await asyncio.sleep(0)
        assert await waiting == [coldest]  # the last that was lent is returned first
        assert sorted(await lend(3)) == sorted([coldest, middle, hottest])

    run(work)


def test_a_connection_that_is_lost_is_replaced_and_the_others_keep_their_order(
    outside: psycopg.Connection[Any],
) -> None:
    async def work() -> None:
        coldest, middle, hottest = await lend(3)
        outside.execute("SELECT pg_terminate_backend(%s, 10000)", [hottest])
        with_new = [hottest]
        async with asyncio.timeout(PATIENCE):
            while hottest in with_new:
                with_new = await lend(3)
        assert {coldest, middle} < set(with_new)
        assert await lent_in_turn(3) == [with_new[-1]] * 3

    run(work)


def test_a_call_that_waits_gets_a_connection_though_the_pool_had_given_up(
    settings: Any, outside: psycopg.Connection[Any]
) -> None:
    settings.POOL = settings.POOL | {"max_size": 1, "timeout": 3 * PATIENCE}

    async def work() -> None:
        (only,) = await lend(1)
        outside.execute("ALTER TYPE vector RENAME TO hidden")  # new connections are of no use
        try:
            outside.execute("SELECT pg_terminate_backend(%s, 10000)", [only])
            waiting = asyncio.create_task(lend(1))
            async with asyncio.timeout(PATIENCE):
                while pool.statistics().get("pool_size", 1):
                    await asyncio.sleep(0.01)
        finally:
            outside.execute("ALTER TYPE hidden RENAME TO vector")
        async with asyncio.timeout(PATIENCE):
            assert await waiting != [only]

    run(work)


@pytest.mark.parametrize("is_used", [True, False], ids=["while one is used", "while none is used"])
def test_a_pool_that_shrinks_closes_the_connection_whose_last_use_is_longest_ago(
    settings: Any, outside: psycopg.Connection[Any], is_used: bool
) -> None:
    settings.POOL = settings.POOL | {"max_idle": 0.3}
    alive = "SELECT pid FROM pg_stat_activity WHERE pid = ANY(%s)"

    async def work() -> None:
        by_last_use = await lend(3)
        left = set(by_last_use)
        async with asyncio.timeout(PATIENCE):
            while len(left) > 1:
                left = {pid for (pid,) in outside.execute(alive, [by_last_use]).fetchall()}
                assert left == set(by_last_use[-len(left) :])
                if is_used:
                    assert await lend(1) == by_last_use[-1:]
                await asyncio.sleep(0.01)
        assert await lend(1) == by_last_use[-1:]
        assert pool.statistics()["pool_size"] == 1

    run(work)


def test_what_is_told_of_usage_is_what_the_pool_itself_counts() -> None:
    def told() -> tuple[int, int, int]:
        assert pool._state.pool is not None
        return (*pool.usage(), pool._idle(pool._state.pool))

    def counted() -> tuple[int, int, int]:
        figures = pool.statistics()
        size, available = figures["pool_size"], figures["pool_available"]
        return size - available, size, available

    async def work() -> None:
        await lend(3)
        assert told() == counted() == (0, 3, 3)
        async with pool.connection():
            assert told() == counted() == (1, 3, 2)
            async with pool.connection(), pool.connection():
                assert told() == counted() == (3, 3, 0)
        assert told() == counted() == (0, 3, 3)

    run(work)


def test_exactly_the_version_of_the_pool_is_required_for_which_this_holds() -> None:
    requirements = tomllib.loads(PYPROJECT.read_text())["project"]["dependencies"]
    assert f"psycopg-pool=={version('psycopg-pool')}" in requirements
