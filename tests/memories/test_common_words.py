"""Common words are not looked up in the index, and nothing else changes by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories.common_words import CommonWords
from memories.models import Memory
from memories.querysets import SearchQuery
from tests.factories import MemoryFactory

COMMON = CommonWords({"context": {"project": 1.0, "memori": 0.3}})


@pytest.mark.parametrize(
    ("text", "rare"),
    [
        ("project 34", "34"),
        ("Projects of the Memories 34 Lisbon", "of the 34 lisbon"),
        ("34 lisbon", None),
        ("project memories", None),
        ("project", None),
        ("project or 34", None),
        ('"project 34"', None),
        ("project -34", None),
        ("project 3.4", None),
        ("", None),
    ],
)
def test_the_rare_words_are_what_is_left_where_all_must_occur(text: str, rare: str | None) -> None:
    assert COMMON.without("context", text) == rare
    assert COMMON.without("summary", text) is None


def test_a_filter_finds_the_same_by_its_rare_words(database: str) -> None:
    words = ["project", "projects", "34", "the", "lisbon", "memory", "or", "über", "_"]
    for context in ("project 34", "project 34 lisbon", "lisbon", "projects memories über", "the 34", "memory"):
        MemoryFactory.create(context=context)

    @given(st.lists(st.sampled_from(words), max_size=4).map(" ".join))
    def compare(text: str) -> None:
        rare = COMMON.without("context", text)
        plain = Memory.objects.matching(SearchQuery(context=text))
        by_the_rare = Memory.objects.matching(SearchQuery(context=text, rare_context=rare))
        assert set(by_the_rare) == set(plain)

    compare()
