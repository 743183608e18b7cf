"""Common words are not looked up in the index, and nothing else changes by it."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
import pytest
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st

from memories.db import session
from memories.search import analysis, filters, frequent_words, running, statements
from memories.search.frequent_words import FrequentWords
from memories.search.request import SearchQuery
from tests.support.factories import MemoryFactory

COMMON = FrequentWords({"context": {"project", "memori"}}, read_at=float("inf"))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As though there were many memories, most of them with these words."""
    monkeypatch.setattr(frequent_words, "_frequent", COMMON)


async def set_aside(url: str, **filters: Any) -> SearchQuery:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as opened:
        await opened.execute(session.statement())
        query = await running.run_on(opened, analysis.resolved(SearchQuery(**filters)), prepare=False)
        return await frequent_words.split_off(opened, query, 1_000_000)


async def both(url: str, **given: Any) -> tuple[SearchQuery, SearchQuery]:
    """A search with all its words looked up, and with the rare ones only."""
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as opened:
        await opened.execute(session.statement())
        plain = await running.run_on(opened, analysis.resolved(SearchQuery(**given)), prepare=False)
        return plain, await frequent_words.split_off(opened, plain, 1_000_000)


def matching(query: SearchQuery) -> list[Any]:
    values = filters.values_of(query)
    statement = statements.matching(frozenset(values))
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, statement.constants | values)
        return list(cursor.fetchall())


@pytest.mark.usefixtures("large")
def test_the_rare_words_are_what_is_left_where_all_must_occur(database: str) -> None:
    rare = {
        "project 34": "'34'",
        "Projects of the Memories 34 Lisbon": "('34' & 'lisbon')",
        "34 lisbon": None,
        "project memories": None,
        "the project": None,
        "project or 34": "'34'",
        '"project 34"': None,
        "project -memories": None,
        "project 3.4": "('3' & '4')",
        "project zürich": "'zurich'",
        "project\u00a034": "'34'",
        "": None,
    }
    for text, expected in rare.items():
        assert asyncio.run(set_aside(database, tags=["a"], context=text)).rare_context == expected, text
        assert asyncio.run(set_aside(database, tags=["a"], summary=text)).rare_summary is None
        assert asyncio.run(set_aside(database, context=text)).rare_context is None


@pytest.mark.usefixtures("large")
def test_a_filter_finds_the_same_by_its_rare_words(database: str) -> None:
    words = [
        "project",
        "Projects",
        "34",
        "the",
        "LISBON",
        "memory",
        "or",
        "or²",
        "über",
        "ΟΔΟΣ",
        "İzmir",
        "_",
        "\u00a034",
    ]
    for first in words:
        MemoryFactory.create(tags=["a"], context=f"{first} project")
        MemoryFactory.create(tags=["a"], context=f"34 {first} Lisbon memories")

    differed = 0

    @given(st.lists(st.sampled_from(words), max_size=4).map(" ".join))
    @example("the projects 34")
    @example("memory Lisbon")
    def compare(text: str) -> None:
        nonlocal differed
        plain, query = asyncio.run(both(database, tags=["a"], context=text))
        found = set(matching(plain))
        assert set(matching(query)) == found
        differed += bool(found) and query != plain

    compare()
    assert differed >= 2, "the examples, at least, are found by fewer words"
