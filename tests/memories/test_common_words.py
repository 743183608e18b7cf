"""Common words are not looked up in the index, and nothing else changes by it."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from memories import common_words
from memories.common_words import CommonWords
from memories.models import Memory
from memories.querysets import SearchQuery
from tests.support.factories import MemoryFactory

COMMON = CommonWords({"context": {"project", "memori"}}, read_at=float("inf"))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """As though there were many memories, most of them with these words."""
    monkeypatch.setattr(common_words, "_common", COMMON)


async def set_aside(url: str, **filters: Any) -> SearchQuery:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        return await common_words.set_aside(connection, SearchQuery(**filters), 1_000_000)


@pytest.mark.usefixtures("large")
def test_the_rare_words_are_what_is_left_where_all_must_occur(database: str) -> None:
    rare = {
        "project 34": "34",
        "Projects of the Memories 34 Lisbon": "34 Lisbon",
        "34 lisbon": None,
        "project memories": None,
        "the project": None,
        "project or 34": None,
        '"project 34"': None,
        "project -34": None,
        "project 3.4": None,
        "project über": None,
        "project\u00a034": None,
        "": None,
    }
    for text, expected in rare.items():
        assert asyncio.run(set_aside(database, tags=["a"], context=text)).rare_context == expected, text
        assert asyncio.run(set_aside(database, tags=["a"], summary=text)).rare_summary is None
        assert asyncio.run(set_aside(database, context=text)).rare_context is None


@pytest.mark.usefixtures("large")
def test_few_words_are_remembered(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common_words, "LEXEMES_MAX", 3)
    for number in range(10):
        assert asyncio.run(set_aside(database, tags=["a"], context=f"project {number}")).rare_context == str(number)
        assert len(common_words._lexemes) <= 3 + 2


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
        plain = SearchQuery(tags=["a"], context=text)
        query = asyncio.run(set_aside(database, tags=["a"], context=text))
        found = set(Memory.objects.matching(plain))
        assert set(Memory.objects.matching(query)) == found
        differed += bool(found) and query != plain

    compare()
    assert differed >= 2, "the examples, at least, are found by fewer words"
