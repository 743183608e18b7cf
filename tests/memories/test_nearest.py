"""What an embedding finds."""

from __future__ import annotations

import json
import math
import random
from typing import Any

import psycopg
import pytest
from django.db import connection
from pgvector import Vector

from memories.models import Memory, ProcessedMemory
from memories.querysets import SearchQuery
from tests.clients import Client
from tests.conftest import Serve
from tests.factories import MemoryFactory, ProcessedMemoryFactory
from tests.memories.searching import remember, summaries


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


def test_the_query_set_takes_a_vector_as_the_storage_has_it(server: Client) -> None:
    vectors = directions(4, seed=5)
    for number, vector in enumerate(vectors):
        ProcessedMemoryFactory.create(embeddings=vector, memory__summary=f"v{number}")
    found = Memory.objects.search(SearchQuery(embedding=Vector(vectors[2])))
    assert found[0].summary == "v2"


def test_the_total_of_a_fused_search_is_called_exact_only_where_it_is(database: str, serve: Serve) -> None:
    server = serve()  # which has not counted the embeddings of another test
    vectors = directions(1, seed=6)
    for _ in range(140):
        ProcessedMemoryFactory.create(memory__summary="The kettle boils.", embeddings=vectors[0])
    few = server.call("search_memories", query="kettle", embedding=vectors[0], limit=5)
    assert not few["total_is_exact"]
    assert few["total"] <= 140
    many = server.call("search_memories", query="kettle", embedding=vectors[0], limit=5, offset=135)
    assert (many["total"], many["total_is_exact"], many["has_more"]) == (140, True, False)


# What a search reads apart from the signs leaves the index of the nearest alone

REWRITTEN = {
    "other tags": "UPDATE memories SET tags = ARRAY['new'] || tags, updated_at = now()",
    "no tags": "UPDATE memories SET tags = '{}'",
    "metadata": """UPDATE memories SET metadata = metadata || '{"team": "billing"}'""",
    "context": "UPDATE memories SET context = context || ', as of May'",
    "summary": "UPDATE memories SET summary = summary || ', as of May'",
    "created_at": "UPDATE memories SET created_at = created_at - interval '1 day'",
    "updated_at": "UPDATE memories SET updated_at = now()",
    "content": "UPDATE memories SET content = content || '!', content_hash = reverse(content_hash)",
    "everything": (
        "UPDATE memories SET tags = '{new}', metadata = '{}', context = 'c', summary = summary || '!',"
        " created_at = now(), updated_at = now()"
    ),
    "the same embeddings": "UPDATE codex_processed.processed_memories SET embeddings = embeddings",
    "the same embeddings in a newer version": (
        "INSERT INTO codex_processed.processed_memories (memory_id, embeddings, processing_version)"
        " SELECT memory_id, embeddings, processing_version + 1 FROM codex_processed.processed_memories"
    ),
    "insights": """UPDATE codex_processed.processed_memories SET insights = '{"kind": "other"}', sentiment = 0.5""",
}


# Of the index of the nearest and of its table, in which each new row would need an entry.
SIZES = """
SELECT pg_relation_size('codex_processed.idx_embedded_signs'), pg_relation_size('codex_processed.embedded_signs'),
    pg_stat_get_tuples_inserted(oid), pg_stat_get_tuples_updated(oid), pg_stat_get_tuples_deleted(oid)
FROM pg_class WHERE oid = 'codex_processed.embedded_signs'::regclass
"""


def sizes(outside: psycopg.Connection[Any]) -> tuple[int, ...]:
    outside.execute("SELECT pg_stat_force_next_flush()")
    ((*figures,),) = outside.execute(SIZES)
    return tuple(figures)


def test_what_changes_beside_an_embedding_writes_nothing_into_the_index_of_the_nearest(
    database: str, outside: psycopg.Connection[Any], serve: Serve
) -> None:
    vectors = directions(1_050, seed=4)  # more than are compared whole without the index
    memories = MemoryFactory.create_batch(len(vectors), tags=["old"])
    ProcessedMemory.objects.bulk_create(
        ProcessedMemoryFactory.build(memory=memory, embeddings=vector)
        for memory, vector in zip(memories, vectors, strict=True)
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
    server = serve()  # which has not counted the embeddings of another test
    questions = directions(5, seed=11)

    def nearest() -> list[list[str]]:
        pages = (server.call("search_memories", embedding=question, limit=20) for question in questions)
        return [[memory["id"] for memory in page["memories"]] for page in pages]

    found, before = nearest(), sizes(outside)
    for name, change in REWRITTEN.items():
        outside.execute(change)
        assert sizes(outside) == before, name
        assert nearest() == found, name
