"""Searching, through the public door."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories.models import Memory
from memories.search import tiers
from memories.search.request import SearchQuery
from tests.support.clients import Client, Refused
from tests.support.factories import MemoryFactory
from tests.support.searching import remember, summaries

WORDS = ("apple", "river", "copper", "window", "garden")
TAGS = ("red", "green", "blue")
DAY = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)


def memories_of_every_kind() -> list[Memory]:
    """Sixty memories that differ in all that a search can ask for, some of them of the same moment."""
    choose = random.Random(4)
    return [
        MemoryFactory.create(
            content=f"Number {number}. " + " ".join(choose.choices(WORDS, k=3)),
            context=" ".join(choose.choices(WORDS, k=2)),
            summary=" ".join(choose.choices(WORDS, k=2)),
            tags=choose.sample(TAGS, k=choose.randint(0, 3)),
            metadata={"shelf": choose.randint(1, 3), "kind": choose.choice(["note", "fix"])},
            created_at=DAY + datetime.timedelta(days=choose.randint(0, 9)),
            updated_at=DAY + datetime.timedelta(days=choose.randint(10, 19)),
        )
        for number in range(60)
    ]


def expected(memories: list[Memory], arguments: dict[str, Any]) -> list[str]:
    """What a plain reading of the arguments finds, in order."""

    def matches(memory: Memory) -> bool:
        if (tags := arguments.get("tags")) and not set(tags) & set(memory.tags):
            return False
        for field in ("context", "summary"):
            if field in arguments and not set(arguments[field].split()) <= set(getattr(memory, field).split()):
                return False
        if "metadata" in arguments and not arguments["metadata"].items() <= memory.metadata.items():
            return False
        if "from_date" in arguments and memory.created_at < datetime.datetime.fromisoformat(arguments["from_date"]):
            return False
        return "to_date" not in arguments or memory.created_at <= datetime.datetime.fromisoformat(arguments["to_date"])

    column, _, direction = arguments.get("order_by", "created_at_desc").rpartition("_")
    found = filter(matches, memories)
    ordered = sorted(found, key=lambda memory: (getattr(memory, column), memory.id), reverse=direction == "desc")
    return [str(memory.id) for memory in ordered]


moments = st.integers(0, 9).map(lambda day: (DAY + datetime.timedelta(days=day)).isoformat())
searches: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "tags": st.lists(st.sampled_from(TAGS), max_size=2),
        "context": st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
        "summary": st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
        "metadata": st.fixed_dictionaries(
            {}, optional={"shelf": st.integers(1, 3), "kind": st.sampled_from(["note", "fix"])}
        ),
        "from_date": moments,
        "to_date": moments,
        "order_by": st.sampled_from(["created_at_desc", "created_at_asc", "updated_at_desc", "updated_at_asc"]),
    },
)


def _is_a_period(search: dict[str, Any]) -> bool:
    return bool(search.get("from_date", "") <= search.get("to_date", "9"))


in_order = searches.filter(_is_a_period)


def test_every_combination_of_filters_finds_what_a_plain_model_finds(server: Client) -> None:
    memories = memories_of_every_kind()

    @given(in_order, st.integers(1, 25))
    def compare(arguments: dict[str, Any], limit: int) -> None:
        wanted = expected(memories, arguments)
        got: list[str] = []
        for offset in range(0, len(wanted) + 1, limit):
            page = server.call("search_memories", **arguments, limit=limit, offset=offset)
            got += [memory["id"] for memory in page["memories"]]
            assert (page["total"], page["total_is_exact"]) == (len(wanted), True)
            assert page["has_more"] == (offset + limit < len(wanted))
        assert got == wanted

    compare()


def test_filters_narrow_a_question_without_changing_whom_it_may_find(server: Client) -> None:
    memories = memories_of_every_kind()

    @given(in_order, st.sampled_from(WORDS))
    def compare(arguments: dict[str, Any], word: str) -> None:
        arguments = {name: value for name, value in arguments.items() if name != "order_by"}
        texts = {str(memory.id): f"{memory.content} {memory.context} {memory.summary}" for memory in memories}
        wanted = {identifier for identifier in expected(memories, arguments) if word in texts[identifier]}
        page = server.call("search_memories", **arguments, query=word, limit=100)
        assert {memory["id"] for memory in page["memories"]} == wanted
        assert (page["total"], page["total_is_exact"]) == (len(wanted), True)

    compare()


# Any text, and pages


@pytest.mark.parametrize("field", ["query", "context", "summary"])
@pytest.mark.parametrize(
    "text",
    [
        "a & | (b",
        "!!! <-> :* ''",
        '"unclosed phrase',
        '- -- -"" "-"',
        "the",
        "",
        " ",
        "x" * 900,
        "\u202eright to left\u200f",
        "🧠🔥 émigré 記憶 память ذاكرة",
        "%(limit)s %s %%",
        "'; DROP TABLE memories; --",
        "\\ \\' \\\\",
        "\n\t\r",
    ],
)
def test_any_text_gets_an_answer(server: Client, field: str, text: str) -> None:
    MemoryFactory.create()
    page = server.call("search_memories", **{field: text})
    assert page["total_is_exact"]


def test_any_text_at_all_gets_an_answer(server: Client) -> None:
    remember("any", "some words to meet")

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
    def ask(text: str) -> None:
        for field in ("query", "context", "summary"):
            assert server.call("search_memories", **{field: text})["limit"] == 20

    ask()


def test_pages_of_a_ranking_neither_overlap_nor_skip(server: Client) -> None:
    choose = random.Random(3)
    for number in range(90):
        remember(f"s{number}", f"Number {number}: " + " ".join(choose.choices(WORDS, k=4)), context=f"c{number % 7}")
    whole = summaries(server, query="apple river copper", limit=100)
    for limit in (7, 30):
        pages = [summaries(server, query="apple river copper", limit=limit, offset=o) for o in range(0, 90, limit)]
        assert [summary for page in pages for summary in page] == whole


def test_an_explicit_order_wins_over_relevance(server: Client) -> None:
    remember("better but older", "kettle kettle kettle", created_at=DAY)
    remember("kettle, newer", "other", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="kettle", order_by="created_at_asc") == ["better but older", "kettle, newer"]
    assert summaries(server, query="kettle", order_by="created_at_desc") == ["kettle, newer", "better but older"]


def test_relevance_without_a_question_is_the_newest_first(server: Client) -> None:
    remember("older", "1", created_at=DAY)
    remember("newer", "2", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, order_by="relevance") == ["newer", "older"]


def test_a_long_hit_is_cut_and_says_so(server: Client) -> None:
    remember("long", "ä" * 5_000)
    hit = server.call("search_memories")["memories"][0]
    assert (len(hit["content"]), hit["content_length"], hit["content_truncated"]) == (2_000, 5_000, True)
    hit = server.call("search_memories", content_chars=0)["memories"][0]
    assert (hit["content"], hit["content_truncated"]) == ("", True)
    hit = server.call("search_memories", content_chars=5_000)["memories"][0]
    assert (len(hit["content"]), hit["content_truncated"]) == (5_000, False)


def test_no_more_than_100_are_counted_beyond_which_the_total_is_not_exact(server: Client) -> None:
    MemoryFactory.create_batch(105)
    page = server.call("search_memories", limit=5)
    assert (page["total"], page["total_is_exact"], page["has_more"]) == (101, False, True)
    page = server.call("search_memories", limit=5, offset=100)
    assert (page["total"], page["total_is_exact"], page["has_more"]) == (105, True, False)
    page = server.call("search_memories", limit=5, offset=300)
    assert (page["memories"], page["total"], page["total_is_exact"]) == ([], 105, True)


# What is refused


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"embedding": [1.0] * 1535}, -32000),
        ({"embedding": [0.0] * 1536}, -32000),
        ({"embedding": ["1"] * 1536}, -32602),
        ({"query": "a\0b"}, -32000),
        ({"query": "x" * 8_001}, -32000),
        ({"context": "x" * 2_001}, -32000),
        ({"query": ["x"]}, -32602),
        ({"limit": 0}, -32000),
        ({"limit": 101}, -32000),
        ({"offset": 10_001}, -32000),
        ({"offset": -1}, -32000),
        ({"from_date": "2025-02-02", "to_date": "2025-02-01"}, -32000),
        ({"order_by": "best"}, -32000),
        ({"metadata": [1]}, -32602),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_code(server: Client, arguments: dict[str, Any], code: int) -> None:
    with pytest.raises(Refused) as caught:
        server.call("search_memories", **arguments)
    assert caught.value.code == code


# One search for all surfaces


def test_the_query_set_finds_what_the_tool_finds(server: Client) -> None:
    memories_of_every_kind()
    for arguments in ({"query": "apple river"}, {"query": "copper", "tags": ["red"]}):
        found = server.call("search_memories", **arguments, limit=100)["memories"]
        ranking = Memory.objects.ranked(SearchQuery(**arguments))
        assert [str(identifier) for identifier in ranking.ids] == [memory["id"] for memory in found] != []
    search = SearchQuery(tags=["blue"], order_by="updated_at_asc")
    found = server.call("search_memories", tags=["blue"], order_by="updated_at_asc", limit=100)["memories"]
    ordered = Memory.objects.matching(search).in_order(search)
    assert [str(memory.id) for memory in ordered] == [memory["id"] for memory in found] != []


def test_a_question_stays_within_the_query_set_that_is_asked(server: Client) -> None:
    memories_of_every_kind()
    red = Memory.objects.filter(tags__contains=["red"]).ranked(SearchQuery(query="apple"))
    assert red.ids
    assert all("red" in memory.tags for memory in Memory.objects.filter(pk__in=red.ids))


def test_a_filter_that_leaves_more_than_a_tier_still_finds_the_rarest_word(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember("deploy", "deploy", tags=["a"])
    for number in range(9):
        remember(f"else {number}", f"something else {number}")
    for number in range(6):
        remember(f"deploy {number}", f"deploy {number}", tags=["a"])
    remember("zanzibar deploy", "last", tags=["a"])
    search = SearchQuery(query="zanzibar deploy", tags=["a"])
    best = Memory.objects.get(summary="zanzibar deploy").pk
    assert Memory.objects.ranked(search).ids[0] == best
    monkeypatch.setattr(tiers, "TIER_MAX", 3)
    monkeypatch.setattr(tiers, "CANDIDATES", 0)  # so that the first to be ranked have the rarest word only
    assert Memory.objects.ranked(search).ids[0] == best
