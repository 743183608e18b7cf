"""Two rankings that need nothing of each other are made at the same time, where there is a connection for each."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from django.conf import settings

from memories import storage
from memories.db import pool
from memories.errors import DatabaseError
from memories.search import running, steps
from memories.search.request import SearchQuery
from memories.search.steps import Branching, Ranking, Steps, Together
from tests.support.programs import execute, run

BACKEND = "SELECT pg_backend_pid()"
FOREVER = "SELECT pg_sleep(3600)"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second connection that is idle is taken, however busy the machine is."""
    monkeypatch.setattr(pool, "SPARE_PATIENCE", 10.0)


def asking(sql: str) -> Steps:
    rows = yield sql, {}
    return Ranking([], rows[0][0], exact=True)


def both(first: str, second: str) -> Branching[Ranking]:
    """Finds as many as there were different answers."""
    rankings = yield Together(asking(first), asking(second))
    return Ranking([], len({each.found for each in rankings}), exact=True)


async def carried_out(rankings: Branching[Ranking]) -> Ranking:
    async with pool.connection() as connection:
        return await running.run_on(connection, rankings, prepare=False)


async def connections_idle(count: int) -> None:
    while pool.statistics()["pool_available"] < count:
        await asyncio.sleep(0)


@pytest.mark.parametrize("connections", [1, 2])
def test_on_as_many_connections_as_there_are(database: str, settings: Any, connections: int) -> None:
    settings.POOL = settings.POOL | {"min_size": connections, "max_size": connections}

    async def work() -> Ranking:
        await connections_idle(connections)
        return await carried_out(both(BACKEND, BACKEND))

    assert run(work).found == connections


def test_what_is_always_planned_alike_is_prepared(database: str, settings: Any) -> None:
    settings.POOL = settings.POOL | {"min_size": 1, "max_size": 1}

    async def work() -> list[str]:
        for more in ({"tags": ["a"]}, {"context": "notes"}):
            await storage.search(SearchQuery(query="kettle", **more))
        async with pool.connection() as connection:
            cursor = await connection.execute("SELECT statement FROM pg_prepared_statements")
            return [row[0] for row in await cursor.fetchall()]

    prepared = run(work)
    assert any("question_words" in statement for statement in prepared)
    assert [statement for statement in prepared if "ts_rank" in statement and '"tags" &&' in statement]
    assert not [statement for statement in prepared if "ts_rank" in statement and '"context_vector" @@' in statement]


def test_one_after_the_other_on_djangos_connection(database: str) -> None:
    assert steps.run(both(BACKEND, BACKEND), execute).found == 1


def test_nobody_waits_for_a_second_connection_while_holding_one(database: str, settings: Any) -> None:
    settings.POOL = settings.POOL | {"min_size": 2, "max_size": 2}

    async def work() -> list[Ranking]:
        return await asyncio.gather(*(carried_out(both(BACKEND, "SELECT 0")) for _ in range(50)))

    assert [each.found for each in run(work)] == [2] * 50


@pytest.mark.parametrize("statements", [("SELECT 1 / 0", FOREVER), (FOREVER, "SELECT 1 / 0")])
def test_where_one_fails_the_other_is_given_up(database: str, statements: tuple[str, str]) -> None:
    async def work() -> None:
        await connections_idle(settings.POOL["min_size"])
        with pytest.raises(DatabaseError):
            await carried_out(both(*statements))
        assert pool.usage()[0] == 0

    run(work)


def test_where_the_call_is_cancelled_both_are(database: str) -> None:
    async def work() -> None:
        await connections_idle(settings.POOL["min_size"])
        call = asyncio.create_task(carried_out(both(FOREVER, FOREVER)))
        while pool.usage()[0] < 2:
            await asyncio.sleep(0)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert pool.usage()[0] == 0

    run(work)
