"""What is done beside the calls, so that they stay fast."""

from __future__ import annotations

import asyncio
import random
from itertools import count
from typing import Any

import psycopg
import pytest

from memories import maintenance, storage
from tests.support.programs import example, run
from tests.support.waiting import until

LIVES, STORES = 60, 20
PENDING = "SELECT gin_clean_pending_list('idx_memories_search')"  # pages; the search that comes next would read them
LEDGER = "SELECT count(*) FROM codex_processed.counter_ledger"


def figure(connection: psycopg.Connection[Any], sql: str) -> int:
    row = connection.execute(sql).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize(("lives", "stores"), [(LIVES, STORES), (1, LIVES * STORES)])
def test_many_short_lived_servers_maintain_as_much_as_one_that_lives_long(
    database: str, monkeypatch: pytest.MonkeyPatch, outside: psycopg.Connection[Any], lives: int, stores: int
) -> None:
    monkeypatch.setattr(maintenance, "random", random.Random(7))
    figure(outside, PENDING)
    numbers = count()
    begun = {"pending": 0, "ledger": 0}
    begin = maintenance.BackgroundJob.begin

    def counted(job: maintenance.BackgroundJob) -> None:
        begun["pending" if job is maintenance.pending else "ledger"] += 1
        begin(job)

    monkeypatch.setattr(maintenance.BackgroundJob, "begin", counted)

    async def life() -> None:
        for _ in range(stores):
            await storage.store(example(f"The well {next(numbers)} is deep."))
        await maintenance.stop()

    for _ in range(lives):
        run(life)
    assert begun["pending"] >= LIVES * STORES / maintenance.MERGE_ONE_IN / 2
    assert begun["ledger"] >= 1
    # A store writes some four entries.
    assert figure(outside, LEDGER) < 4 * LIVES * STORES / 2
    assert figure(outside, PENDING) < 40


def test_maintenance_that_a_server_began_is_done_before_it_ends(
    database: str, monkeypatch: pytest.MonkeyPatch, outside: psycopg.Connection[Any]
) -> None:
    monkeypatch.setattr(maintenance.ledger, "one_in", 1)
    monkeypatch.setattr(maintenance.pending, "one_in", 1)

    async def life() -> None:
        await storage.store(example("A single one."))
        await maintenance.stop()

    run(life)
    assert figure(outside, LEDGER) == 0
    assert figure(outside, PENDING) == 0


def test_a_chore_that_fails_is_a_warning_and_can_be_begun_again(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    job = maintenance.BackgroundJob("SELECT 1 / 0")

    async def work() -> None:
        for _ in range(2):
            job.begin()
            assert job.task is not None
            await job.task

    run(work)
    assert caplog.text.count("Background maintenance failed") == 2


def test_a_chore_is_not_begun_again_before_its_time(database: str) -> None:
    job = maintenance.BackgroundJob("SELECT 1", interval=3600)

    async def work() -> None:
        job.begin()
        first = job.task
        assert first is not None
        await first
        job.begin()
        assert job.task is first

    run(work)


def test_a_chore_under_way_is_given_up_before_the_pool_closes(
    database: str, outside: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = maintenance.BackgroundJob("SELECT pg_sleep(3600)")
    monkeypatch.setattr(maintenance, "pending", job)
    at_work = "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3600)' AND state = 'active'"

    def is_at_work() -> bool:
        return outside.execute(at_work).fetchone() == (1,)

    async def work() -> None:
        job.begin()
        while not is_at_work():
            await asyncio.sleep(0)
        await maintenance.stop()
        assert job.task is not None
        assert job.task.cancelled()

    run(work)
    until(lambda: not is_at_work(), "the end of the statement")
