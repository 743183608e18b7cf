"""Searching, through the public door."""

from __future__ import annotations

import datetime
import json
import math
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pgvector import Vector

from memories.models import Memory
from memories.querysets import SearchQuery
from memories.ranking import scoring
from tests.clients import Client, Refused
from tests.factories import MemoryFactory, ProcessedMemoryFactory

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


# Questions


def remember(summary: str, content: str, **more: Any) -> None:
    MemoryFactory.create(summary=summary, content=content, **{"context": "notes", **more})


def summaries(server: Client, **arguments: Any) -> list[str]:
    return [memory["summary"] for memory in server.call("search_memories", **arguments)["memories"]]


def test_a_question_finds_the_memory_with_more_and_rarer_of_its_words(server: Client) -> None:
    remember("queue", "We moved the billing exporter to the queue because invoices got lost.")
    remember("exporter", "The exporter writes files.")
    for number in range(12):
        remember(f"move {number}", f"We moved on to milestone {number}.")
    assert summaries(server, query="Why did we move the billing exporter?")[:2] == ["queue", "exporter"]


def test_the_words_that_a_memory_lacks_count_where_they_were_said_beside_it(server: Client) -> None:
    remember("question", "Why did the exporter stop?", context="talk one")
    remember("answer", "The disk was full.", context="talk one")
    remember("elsewhere", "The disk was slow.", context="talk two")
    found = summaries(server, query="exporter disk")
    assert found.index("answer") < found.index("elsewhere")


def test_a_question_finds_an_answer_in_another_tense(server: Client) -> None:
    remember("answer", "We bought two new disks.")
    remember("other", "The weather was fine.")
    assert summaries(server, query="Which disks did they buy?") == ["answer"]
    assert summaries(server, query="buying") == ["answer"]


def test_a_word_counts_alike_in_each_of_its_forms(server: Client) -> None:
    remember("past", "He went early.", created_at=DAY)
    remember("present", "He goes early.", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="gone") == ["present", "past"]


def test_words_that_stand_together_in_the_question_count_more_where_they_do_so_in_a_memory(server: Client) -> None:
    remember("together", "The support group met on the hill.", created_at=DAY)
    remember("apart", "The group on the hill met with support.", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="support group") == ["together", "apart"]


def test_a_word_counts_more_in_the_summary_than_in_the_context_than_in_the_content(server: Client) -> None:
    remember("nothing here", "the kettle", context="notes")
    remember("nothing here too", "something", context="kettle")
    remember("kettle", "anything", context="notes")
    assert summaries(server, query="kettle") == ["kettle", "nothing here too", "nothing here"]


def test_of_equal_answers_the_newer_comes_first(server: Client) -> None:
    remember("older", "the same words, 1", created_at=DAY)
    remember("newer", "the same words, 2", created_at=DAY + datetime.timedelta(days=1))
    assert summaries(server, query="same words") == ["newer", "older"]


def test_a_quoted_phrase_must_occur_and_a_word_after_a_minus_must_not(server: Client) -> None:
    remember("phrase", "the silver spoon is lost")
    remember("apart", "a spoon of silver")
    remember("excluded", "the silver spoon is found")
    assert summaries(server, query='"silver spoon" -found') == ["phrase"]
    assert set(summaries(server, query="silver spoon -found")) == {"phrase", "apart"}


def test_names_paths_and_identifiers_are_found_by_their_parts(server: Client) -> None:
    remember("path", "See codex/storage/cache_policy.py for the eviction.")
    for question in ("cache policy", "cache_policy", "storage/cache_policy.py", "codex.storage"):
        assert summaries(server, query=question) == ["path"], question


def test_a_question_of_stop_words_only_finds_nothing_and_says_why(server: Client) -> None:
    remember("any", "what the others do")
    page = server.call("search_memories", query="what is the")
    assert (page["memories"], page["total"]) == ([], 0)
    assert "telling" in page["note"]


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


# Vectors


def directions(count: int, seed: int, *, offset: float = 0.0) -> list[list[float]]:
    choose = random.Random(seed)
    return [[choose.gauss(0, 1) + offset for _ in range(1536)] for _ in range(count)]


def cosine(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True)) / math.hypot(*a) / math.hypot(*b)


def test_the_nearest_by_cosine_come_first_and_memories_without_a_vector_not_at_all(server: Client) -> None:
    vectors = directions(30, seed=1)
    for number, vector in enumerate(vectors):
        ProcessedMemoryFactory.create(embeddings=vector, memory__summary=f"v{number}")
    MemoryFactory.create()
    question = directions(1, seed=2)[0]
    wanted = sorted(range(30), key=lambda number: -cosine(vectors[number], question))
    assert summaries(server, embedding=question, limit=100) == [f"v{number}" for number in wanted]


def test_a_vector_as_json_in_a_string_searches_like_the_array(server: Client) -> None:
    vectors = directions(5, seed=1)
    for number, vector in enumerate(vectors):
        ProcessedMemoryFactory.create(embeddings=vector, memory__summary=f"v{number}")
    assert summaries(server, embedding=json.dumps(vectors[3]))[0] == "v3"


def test_question_and_vector_are_fused_by_reciprocal_rank(server: Client) -> None:
    near, middle, far = [1.0] * 1536, [1.0] * 900 + [-1.0] * 636, [1.0] + [-1.0] * 1535
    ProcessedMemoryFactory.create(embeddings=near, memory__summary="near", memory__content="nothing")
    ProcessedMemoryFactory.create(embeddings=middle, memory__summary="both", memory__content="the kettle")
    ProcessedMemoryFactory.create(embeddings=far, memory__summary="far", memory__content="else")
    remember("words only", "a kettle, without any vector, in a much longer text")
    found = summaries(server, query="kettle", embedding=near)
    assert found[0] == "both"
    assert set(found) == {"near", "both", "far", "words only"}


@pytest.mark.parametrize("offset", [0.0, 5.0], ids=["around zero", "all positive"])
def test_the_index_finds_at_least_95_of_100_nearest_also_where_all_numbers_are_positive(
    server: Client, offset: float
) -> None:
    choose = random.Random(9)
    centres = directions(40, seed=3, offset=offset)
    vectors = [[x + choose.gauss(0, 0.7) for x in choose.choice(centres)] for _ in range(1_300)]
    memories = MemoryFactory.create_batch(len(vectors))
    ProcessedMemoryFactory._meta.model.objects.bulk_create(
        ProcessedMemoryFactory.build(memory=memory, embeddings=vector)
        for memory, vector in zip(memories, vectors, strict=True)
    )
    found = 0
    for _ in range(10):
        question = [x + choose.gauss(0, 0.7) for x in choose.choice(centres)]
        nearest = sorted(range(len(vectors)), key=lambda number: -cosine(vectors[number], question))[:10]
        page = server.call("search_memories", embedding=question, limit=10)
        found += len({memory["id"] for memory in page["memories"]} & {str(memories[n].id) for n in nearest})
    assert found >= 95


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"embedding": [1.0] * 1535}, -32000),
        ({"embedding": [0.0] * 1536}, -32000),
        ({"embedding": ["1"] * 1536}, -32602),
        ({"query": "a\0b"}, -32000),
        ({"query": "x" * 2_001}, -32000),
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
    for arguments in ({"query": "apple river"}, {"query": "copper", "tags": ["red"]}, {"tags": ["blue"]}):
        found = server.call("search_memories", **arguments, limit=100)["memories"]
        query_set = Memory.objects.search(SearchQuery(**arguments))
        assert {str(memory.id) for memory in query_set} == {memory["id"] for memory in found}
    # In order of relevance both are only as alike as PostgreSQL's statistics at their two moments.
    ordered = Memory.objects.search(SearchQuery(tags=["blue"], order_by="updated_at_asc"))
    found = server.call("search_memories", tags=["blue"], order_by="updated_at_asc", limit=100)["memories"]
    assert [str(memory.id) for memory in ordered] == [memory["id"] for memory in found]


def test_a_question_stays_within_the_query_set_that_is_asked(server: Client) -> None:
    memories_of_every_kind()
    red = Memory.objects.filter(tags__contains=["red"]).search(SearchQuery(query="apple"))
    assert red
    assert all("red" in memory.tags for memory in red)


def test_a_filter_that_leaves_more_than_expected_still_finds_the_rarest_word(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        remember(f"deploy {number}", f"deploy {number}", tags=["a"])
    remember("zanzibar deploy", "last", tags=["a"])
    search = SearchQuery(query="zanzibar deploy", tags=["a"])
    assert Memory.objects.search(search)[0].summary == "zanzibar deploy"
    monkeypatch.setattr(scoring, "CANDIDATES_UNKNOWN", 3)
    found = Memory.objects.search(search)
    assert [memory.summary for memory in found][:1] == ["zanzibar deploy"]


def test_the_query_set_takes_a_vector_as_the_storage_has_it(server: Client) -> None:
    vectors = directions(4, seed=5)
    for number, vector in enumerate(vectors):
        ProcessedMemoryFactory.create(embeddings=vector, memory__summary=f"v{number}")
    found = Memory.objects.search(SearchQuery(embedding=Vector(vectors[2])))
    assert found[0].summary == "v2"
