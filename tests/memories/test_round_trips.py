"""What a question costs apart from its work: round trips to the database, and plans of its statements."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from memories import maintenance, storage
from memories.db import pool
from memories.search.request import SearchQuery
from tests.support.database import MIGRATED, new_database
from tests.support.programs import example, run

# PostgreSQL plans a prepared statement anew for its first five runs.
PLANNED_ANEW = "SELECT statement FROM pg_prepared_statements WHERE custom_plans > 5"
RUNS = 12
SEARCHES: list[dict[str, Any]] = [
    {"query": "which well is deep", "tags": ["village"]},
    {"query": "which well is deep", "metadata": {"place": 1}},
    {"query": "which well is deep"},
    {"query": "which well is deep", "tags": ["village"], "projects": ("shop",)},
    {"tags": ["village"]},
]


async def store_some() -> None:
    for number in range(60):
        project = ("shop", "mill", None)[number % 3]
        metadata = {"place": number % 7}
        await storage.store(
            example(f"The well {number} is deep.", tags=["village"], metadata=metadata, project=project)
        )


async def store_one_project() -> None:
    await storage.store(example(tags=["village"], metadata={"place": 1}, project="shop"))


@pytest.fixture
def one_connection(settings: Any) -> None:
    settings.POOL = settings.POOL | {"min_size": 1, "max_size": 1}


@pytest.fixture
def own_database(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database without the statistics that other tests' rows left, on which the costs of plans depend."""
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        parameters = conninfo_to_dict(url)
        monkeypatch.setattr(pool, "parameters", lambda: parameters)
        yield url


@pytest.fixture
def many_counted(own_database: str) -> None:
    """So many rows in the ledger of counters that a plan that need not read it would be much cheaper."""
    with psycopg.connect(own_database, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO codex_processed.counter_ledger (kind, project, key, amount)"
            " SELECT 'tag', 'p' || number % 20, 'tag' || number, 1 FROM generate_series(1, 20000) AS number"
        )
        connection.execute("ANALYZE codex_processed.counter_ledger")


@pytest.mark.parametrize("search", SEARCHES)
def test_statements_are_not_planned_anew_for_each_search(
    many_counted: None, one_connection: None, search: dict[str, Any]
) -> None:
    async def work() -> list[Any]:
        await store_some()
        for _ in range(RUNS):
            assert (await storage.search(SearchQuery(**search))).memories
        async with pool.connection() as connection:
            return await (await connection.execute(PLANNED_ANEW)).fetchall()

    assert run(work) == []


@pytest.mark.parametrize("search", SEARCHES[:4])
@pytest.mark.parametrize("store", [store_some, store_one_project])
def test_a_question_takes_three_round_trips(
    database: str, one_connection: None, caplog: pytest.LogCaptureFixture, store: Any, search: dict[str, Any]
) -> None:
    async def work() -> None:
        await store()
        await storage.search(SearchQuery(**search))  # reads what later ones need not read
        caplog.clear()
        assert (await storage.search(SearchQuery(**search))).memories

    with caplog.at_level(logging.DEBUG, "memories.sql"):
        run(work)
    statements = [record.getMessage() for record in caplog.records if record.name == "memories.sql"]
    jobs = (maintenance.statistics, maintenance.pending, maintenance.ledger, maintenance.trash)  # begun by chance
    asked = [text for text in statements if not any(job.statement in text for job in jobs)]
    assert len(asked) == 3, statements
