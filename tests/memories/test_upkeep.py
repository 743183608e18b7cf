"""What is done beside the calls, so that they stay fast."""

from __future__ import annotations

import asyncio

import psycopg
import pytest

from memories import pool, storage, upkeep


def example(number: int) -> storage.CreateMemory:
    return storage.CreateMemory(content=f"The well {number} is deep.", context="Village", summary=f"Well {number}")


@pytest.mark.parametrize(("stores", "is_merged"), [(upkeep.MERGE_EVERY - 1, False), (upkeep.MERGE_EVERY, True)])
def test_what_searches_read_one_by_one_is_merged_every_so_many_stores(
    database: str, monkeypatch: pytest.MonkeyPatch, stores: int, is_merged: bool
) -> None:
    monkeypatch.setattr(upkeep, "_stored", 0)
    monkeypatch.setattr(upkeep, "pending", upkeep.Chore(upkeep.MERGE))

    async def work() -> None:
        await pool.open_pool()
        try:
            for number in range(stores):
                await storage.store(example(number))
            if upkeep.pending.task is not None:
                await upkeep.pending.task
        finally:
            await pool.close_pool()

    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("SELECT gin_clean_pending_list('idx_memories_search')")
        asyncio.run(work())
        left = connection.execute("SELECT gin_clean_pending_list('idx_memories_search')").fetchone()
    assert left is not None
    assert (left[0] == 0) is is_merged


def test_a_chore_that_fails_is_a_warning_and_can_be_begun_again(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    chore = upkeep.Chore("SELECT 1 / 0")

    async def work() -> None:
        await pool.open_pool()
        try:
            for _ in range(2):
                chore.begin()
                assert chore.task is not None
                await chore.task
        finally:
            await pool.close_pool()

    asyncio.run(work())
    assert caplog.text.count("could not be done") == 2


def test_a_chore_is_not_begun_again_before_its_time(database: str) -> None:
    chore = upkeep.Chore("SELECT 1", interval=3600)

    async def work() -> None:
        await pool.open_pool()
        try:
            chore.begin()
            first = chore.task
            assert first is not None
            await first
            chore.begin()
            assert chore.task is first
        finally:
            await pool.close_pool()

    asyncio.run(work())
