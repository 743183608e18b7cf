"""What is done beside the calls, so that they stay fast."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
import pytest

from memories import storage, upkeep
from tests.clients import until
from tests.memories.programs import example, run


@pytest.mark.parametrize(("stores", "is_merged"), [(upkeep.MERGE_EVERY - 1, False), (upkeep.MERGE_EVERY, True)])
def test_what_searches_read_one_by_one_is_merged_every_so_many_stores(
    database: str, monkeypatch: pytest.MonkeyPatch, stores: int, is_merged: bool
) -> None:
    monkeypatch.setattr(upkeep, "_stored", 0)
    monkeypatch.setattr(upkeep, "pending", upkeep.Chore(upkeep.MERGE))

    async def work() -> None:
        for number in range(stores):
            await storage.store(example(f"The well {number} is deep."))
        if upkeep.pending.task is not None:
            await upkeep.pending.task

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("SELECT gin_clean_pending_list('idx_memories_search')")
        run(work)
        left = connection.execute("SELECT gin_clean_pending_list('idx_memories_search')").fetchone()
    assert left is not None
    assert (left[0] == 0) is is_merged


def test_a_chore_that_fails_is_a_warning_and_can_be_begun_again(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    chore = upkeep.Chore("SELECT 1 / 0")

    async def work() -> None:
        for _ in range(2):
            chore.begin()
            assert chore.task is not None
            await chore.task

    run(work)
    assert caplog.text.count("could not be done") == 2


def test_a_chore_is_not_begun_again_before_its_time(database: str) -> None:
    chore = upkeep.Chore("SELECT 1", interval=3600)

    async def work() -> None:
        chore.begin()
        first = chore.task
        assert first is not None
        await first
        chore.begin()
        assert chore.task is first

    run(work)


def test_a_chore_under_way_is_given_up_before_the_pool_closes(
    database: str, outside: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    chore = upkeep.Chore("SELECT pg_sleep(3600)")
    monkeypatch.setattr(upkeep, "pending", chore)
    at_work = "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3600)' AND state = 'active'"

    def is_at_work() -> bool:
        return outside.execute(at_work).fetchone() == (1,)

    async def work() -> None:
        chore.begin()
        while not is_at_work():
            await asyncio.sleep(0)
        await upkeep.stop()
        assert chore.task is not None
        assert chore.task.cancelled()

    run(work)
    until(lambda: not is_at_work(), "the end of the statement")
