"""Pages by tags and metadata, from their postings, are what a plain scan finds."""

from __future__ import annotations

import datetime
import itertools
import json
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from memories import records, storage
from memories.search import filtering, postings
from memories.search.request import SearchQuery
from tests.support.clients import Client
from tests.support.programs import run

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
VALUES = [None, True, False, 0, 1, 1.5, -1, 10**30, 1e300, "1", "", "x", "é", "a" * 3_000, [1, 2], {"deep": 1}, [], {}]
ORDERS = {
    "created_at_desc": "created_at DESC, id DESC",
    "created_at_asc": "created_at, id",
    "updated_at_desc": "updated_at DESC, id DESC",
    "updated_at_asc": "updated_at, id",
}


def store(connection: psycopg.Connection[Any], count: int = 300) -> None:
    """Memories in bursts: a tag and a value are in use for a while; many share a moment."""
    tags = ["early", "middle", "late", "always"]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO memories (content, content_hash, context, summary, tags, metadata, created_at, updated_at)"
            " VALUES (%(n)s::text, %(n)s::text, 'notes', %(summary)s, %(tags)s, %(metadata)s, %(at)s, %(updated)s)",
            [
                {
                    "n": str(number),
                    "summary": "odd" if number % 2 else "even",
                    "tags": [tags[number * 3 // count], *(["always"] if number % 4 else [])],
                    "metadata": Jsonb({"kind": VALUES[number % len(VALUES)], "third": number % 3}),
                    "at": NOW + datetime.timedelta(minutes=number // 3),
                    "updated": NOW + datetime.timedelta(minutes=number * 37 % count),
                }
                for number in range(count)
            ],
        )


@pytest.fixture
def filled(outside: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    store(outside)
    return outside


def searched(**arguments: Any) -> records.SearchResults:
    return run(lambda: storage.search(SearchQuery(**arguments)))


def truth(connection: psycopg.Connection[Any], order: str, **filters: Any) -> list[str]:
    """By a plain scan."""
    conditions = {
        "tags": "tags && %(tags)s",
        "metadata": "metadata @> %(metadata)s",
        "summary": "summary_vector @@ plainto_tsquery('english', %(summary)s)",
        "from_date": "created_at >= %(from_date)s",
        "to_date": "created_at <= %(to_date)s",
    }
    where = " AND ".join(conditions[name] for name in filters) or "true"
    values = {name: Jsonb(value) if name == "metadata" else value for name, value in filters.items()}
    rows = connection.execute(f"SELECT id::text FROM memories WHERE {where} ORDER BY {ORDERS[order]}", values)
    return [row[0] for row in rows.fetchall()]


tag_lists = st.lists(st.sampled_from(["early", "middle", "late", "always", "absent"]), min_size=1, max_size=3)
metadata = st.fixed_dictionaries({}, optional={"kind": st.sampled_from(VALUES), "third": st.sampled_from([0, 1.0, 7])})
moments = st.integers(-5, 110).map(lambda minutes: NOW + datetime.timedelta(minutes=minutes))
# How many postings are few, and how far they are counted: each way of reading is taken among 300 memories.
sizes = st.sampled_from([(0, 5), (20, 50), (filtering.FEW, postings.COUNTED)])


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "tags": tag_lists,
            "metadata": metadata.filter(bool),
            "summary": st.just("odd"),
            "from_date": moments,
            "to_date": moments,
        },
    ),
    st.sampled_from(list(ORDERS)),
    st.integers(1, 40),
    st.sampled_from([0, 0, 1, 30, 120, 400]),
    sizes,
)
def test_every_page_is_what_a_plain_scan_finds(
    filled: psycopg.Connection[Any], filters: Any, order: str, limit: int, offset: int, sizes: tuple[int, int]
) -> None:
    if filters.get("from_date", NOW) > filters.get("to_date", NOW + datetime.timedelta(days=1)):
        filters.pop("to_date")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filtering, "FEW", sizes[0])
        patch.setattr(postings, "COUNTED", sizes[1])
        found = searched(**filters, order_by=order, limit=limit, offset=offset)
    right = truth(filled, order, **filters)
    assert [str(memory.id) for memory in found.memories] == right[offset : offset + limit], filters
    assert found.has_more == (len(right) > offset + limit)
    if found.total_is_exact:
        assert found.total == len(right)
    else:
        assert min(len(right), 101) <= found.total <= len(right)


def test_a_memory_with_very_many_scalars_is_found_by_each(server: Client) -> None:
    many = {f"key-{number}": number for number in range(500)}
    identifier = server.call("store_memory", content="many", context="c", summary="s", metadata=many)["id"]
    server.call("store_memory", content="one", context="c", summary="s", metadata={"key-1": 2})
    for wanted in ({"key-7": 7}, {"key-7": 7, "key-499": 499}, {"key-1": 1}):
        found = server.call("search_memories", metadata=wanted)
        assert [memory["id"] for memory in found["memories"]] == [identifier]
    assert server.call("search_memories", metadata={"key-7": 8})["total"] == 0


def test_numbers_are_equal_whatever_their_digits(server: Client) -> None:
    stored = {}
    for number, value in enumerate(("1", "1.0", "1.50", "100", "1e2", "-0.0", "0", '"1"')):
        metadata = json.loads(f'{{"n": {value}}}')
        stored[value] = server.call("store_memory", content=f"{number}", context="c", summary="s", metadata=metadata)

    def found(value: Any) -> set[str]:
        return {memory["id"] for memory in server.call("search_memories", metadata={"n": value})["memories"]}

    assert found(1) == found(1.0) == {stored["1"]["id"], stored["1.0"]["id"]}
    assert found(1.5) == {stored["1.50"]["id"]}
    assert found(100) == found(1e2) == {stored["100"]["id"], stored["1e2"]["id"]}
    assert found(0) == found(-0.0) == {stored["0"]["id"], stored["-0.0"]["id"]}
    assert found("1") == {stored['"1"']["id"]}


def test_metadata_that_another_program_stored_as_no_object_does_no_harm(
    server: Client, outside: psycopg.Connection[Any]
) -> None:
    for number, value in enumerate(('"text"', "7", "[1]", "null", "{}")):
        outside.execute(
            "INSERT INTO memories (content, content_hash, context, summary, metadata) VALUES (%s, %s, 'c', 's', %s)",
            [str(number), str(number), value],
        )
    assert server.call("search_memories", metadata={"a": 1})["total"] == 0
    assert server.call("search_memories", metadata={})["total"] == 5


def test_pages_of_a_tag_follow_each_other_while_others_are_stored(server: Client) -> None:
    """In the oldest-first order nothing that comes later moves a page."""
    for number in range(30):
        server.call("store_memory", content=f"{number}", context="c", summary="s", tags=["log"])
    seen = []
    for offset in itertools.count(0, 10):
        page = server.call("search_memories", tags=["log"], order_by="created_at_asc", limit=10, offset=offset)
        seen += [memory["content"] for memory in page["memories"]]
        server.call("store_memory", content=f"later {offset}", context="c", summary="s", tags=["log"])
        if offset == 20:
            break
    assert seen == [str(number) for number in range(30)]
