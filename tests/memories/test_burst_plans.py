"""What searches read depends on the page, not on when their matches were stored: among 100,000 memories in bursts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
import pytest

from memories import records, storage
from memories.db import pool
from memories.search import corpus
from memories.search.request import SearchQuery
from tests.benchmarks.data import fill
from tests.benchmarks.layouts import Layout, Shape
from tests.support import programs
from tests.support.database import MIGRATED, new_database

# On a busy machine the load alone takes minutes.
pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]

MEMORIES = 100_000
ORDERS = ("created_at_desc", "created_at_asc", "updated_at_desc", "updated_at_asc")
LIMIT = 20
ROWS_OF_A_PAGE = 4.5  # memories that share a page, at most: as many as of usual contents
# A search counts a hundred matches, each in a page of its own at worst, with its posting and two levels of an index.
# Where several filters are given, ten thousand postings of each are counted first; a page holds some hundred.
PAGES_OF_A_PAGE = 2_000
PAGES_A_MEMORY = 6  # of the smaller of two sets: index, posting, memory, and what a memory stores elsewhere


@pytest.fixture(scope="module", params=["bursts", "giant-past"])
def filled(request: pytest.FixtureRequest, database_url: str) -> Iterator[tuple[str, Layout]]:
    shape: Shape = request.param
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            layout = fill(connection, MEMORIES, shape=shape, embedded_every=100, padded=True)
            ((pages,),) = connection.execute("SELECT pg_relation_size('memories') / 8192")
            assert pages > MEMORIES / ROWS_OF_A_PAGE
        yield url, layout


@pytest.fixture
def searched(filled: tuple[str, Layout], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Search, and tell the page and how many pages of PostgreSQL's were touched by all statements of the search."""
    url, _ = filled
    parameters = psycopg.conninfo.conninfo_to_dict(url)
    monkeypatch.setattr(pool, "parameters", lambda: parameters)
    monkeypatch.setattr(corpus, "_latest", corpus._Latest())

    def search(**arguments: Any) -> tuple[records.SearchResults, int]:
        touched = 0

        async def work() -> records.SearchResults:
            nonlocal touched
            lend = pool.connection

            @asynccontextmanager
            async def explaining() -> Any:
                async with lend() as connection:
                    yield Explaining(connection)

            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(pool, "connection", explaining)
                Explaining.pages = 0
                found = await storage.search(SearchQuery(limit=LIMIT, content_chars=100, **arguments))
                touched = Explaining.pages
            return found

        return programs.run(work), touched

    return search


class Explaining:
    """A connection that carries out each statement twice: once to see what it reads."""

    pages = 0

    def __init__(self, connection: pool.Connection) -> None:
        self.connection = connection

    async def execute(self, sql: str, values: Any = None, **options: Any) -> Any:
        if not sql.lstrip().startswith("EXPLAIN"):
            explained = f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {sql}"
            cursor = await self.connection.execute(explained, values, prepare=False)
            ((plans,),) = await cursor.fetchall()
            plan = plans[0]["Plan"]
            Explaining.pages += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
        return await self.connection.execute(sql, values, **options)


def single_filters(layout: Layout) -> dict[str, dict[str, Any]]:
    chosen = {"old": layout.old[0], "middle": layout.middle[0], "recent": layout.recent[-1]}
    if layout.giant is not None:
        chosen["giant"] = layout.giant
    filters: dict[str, dict[str, Any]] = {"nothing": {}}
    for when, project in chosen.items():
        filters[f"tag, {when}"] = {"tags": [project.tag]}
        filters[f"metadata, {when}"] = {"metadata": project.metadata}
    filters["two tags"] = {"tags": [chosen["old"].tag, chosen["recent"].tag]}
    filters["a spread tag"] = {"tags": ["tag-20"]}
    filters["a common tag"] = {"tags": ["tag-0"]}
    filters["common metadata"] = {"metadata": {"kind": "note"}}
    return filters


@pytest.mark.parametrize("order", ORDERS)
def test_a_filter_reads_as_many_pages_as_the_page_needs(filled: tuple[str, Layout], searched: Any, order: str) -> None:
    searched(tags=["tag-0"])  # what is learned once
    for name, filters in single_filters(filled[1]).items():
        found, pages = searched(order_by=order, **filters)
        assert len(found.memories) == LIMIT, name

        assert pages <= PAGES_OF_A_PAGE, (name, pages)


@pytest.mark.parametrize("order", ORDERS)
def test_two_filters_read_as_many_pages_as_the_page_and_the_smaller_set_need(
    filled: tuple[str, Layout], searched: Any, order: str
) -> None:
    layout = filled[1]
    searched(tags=["tag-0"])
    old, middle, recent = layout.old[0], layout.middle[0], layout.recent[-1]
    pairs: list[tuple[dict[str, Any], int]] = [
        ({"tags": [old.tag], "metadata": {"kind": "note"}}, old.memories),
        ({"tags": ["tag-0"], "metadata": middle.metadata}, middle.memories),
        ({"tags": [old.tag], "metadata": recent.metadata}, min(old.memories, recent.memories)),
        ({"tags": [middle.tag], "context": middle.context_word}, middle.memories),
        ({"tags": [old.tag], "summary": recent.summary_word}, min(old.memories, recent.memories)),
        ({"metadata": recent.metadata, "context": recent.context_word}, recent.memories),
    ]
    if (giant := layout.giant) is not None:
        pairs += [
            ({"tags": [giant.tag], "metadata": old.metadata}, old.memories),
            ({"tags": [giant.tag], "metadata": {"kind": "fix"}}, 0),  # every third of it matches
        ]
    for filters, smaller in pairs:
        _, pages = searched(order_by=order, **filters)

        assert pages <= PAGES_OF_A_PAGE + PAGES_A_MEMORY * smaller, (filters, pages)


@pytest.mark.parametrize("order", ORDERS[:2])
@pytest.mark.parametrize("name", ["context", "summary"])
def test_a_word_in_a_burst_reads_its_memories_or_fewer(
    filled: tuple[str, Layout], searched: Any, order: str, name: str
) -> None:
    layout = filled[1]
    searched(tags=["tag-0"])
    for project in (layout.old[0], layout.middle[0], layout.recent[-1], layout.giant):
        if project is None:
            continue
        found, pages = searched(order_by=order, **{name: getattr(project, f"{name}_word")})
        assert len(found.memories) == LIMIT

        # Up to a few thousand are read whole; of more, those at the edge of the burst.
        assert pages <= PAGES_OF_A_PAGE + 3 * min(project.memories, 1_000), (project, pages)
