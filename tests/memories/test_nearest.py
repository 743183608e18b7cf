"""What an embedding finds."""

from __future__ import annotations

import importlib
import json
import math
import random
import struct
from array import array
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from django.db import connection
from pgvector import Vector

from memories.models import EmbeddedMemory, Memory, ProcessedMemory
from memories.search.request import SearchQuery
from tests.support.clients import Client, Serve
from tests.support.factories import MemoryFactory, ProcessedMemoryFactory
from tests.support.searching import remember, summaries

pytestmark = pytest.mark.long


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


def bulk(vectors: list[list[float]]) -> list[Memory]:
    memories: list[Memory] = MemoryFactory.create_batch(len(vectors))
    ProcessedMemoryFactory._meta.model.objects.bulk_create(
        ProcessedMemoryFactory.build(memory=memory, embeddings=vector)
        for memory, vector in zip(memories, vectors, strict=True)
    )
    return memories


def shape(name: str, choose: random.Random) -> Callable[[], list[float]]:
    """Makes embeddings that tell binary-quantized ones little."""
    if name == "padded":
        centres = [[choose.gauss(0, 1) for _ in range(384)] for _ in range(40)]
        return lambda: [x + choose.gauss(0, 0.7) for x in choose.choice(centres)] + [0.0] * 1152
    if name == "a dense cloud":
        centre = directions(1, seed=4)[0]
        return lambda: [x + choose.gauss(0, 0.2) for x in centre]
    return lambda: [choose.gauss(0, 1) for _ in range(8)] + [0.0] * 1528  # few numbers


@pytest.mark.parametrize(
    "more", [{}, {"tags": ["all"]}, {"query": "unheard"}], ids=["without a filter", "under a filter", "with a question"]
)
@pytest.mark.parametrize("name", ["padded", "a dense cloud", "few numbers"])
def test_the_nearest_are_found_also_where_bits_tell_little(server: Client, name: str, more: dict[str, Any]) -> None:
    choose = random.Random(11)
    make = shape(name, choose)
    vectors = [make() for _ in range(1_100)]  # more than are all compared anyway
    memories = bulk(vectors)
    Memory.objects.update(tags=["all"])
    found = 0
    for _ in range(5):
        question = make()
        nearest = sorted(range(len(vectors)), key=lambda number: -cosine(vectors[number], question))[:10]
        page = server.call("search_memories", embedding=question, limit=10, **more)
        found += len({memory["id"] for memory in page["memories"]} & {str(memories[n].id) for n in nearest})
    assert found >= 48  # of 50


def test_the_nearest_are_found_behind_many_that_are_superseded(database: str) -> None:
    question = directions(1, seed=21)[0]
    choose = random.Random(22)
    superseded = bulk([[x + choose.gauss(0, 0.1) for x in question] for _ in range(1_200)])
    current = bulk([[choose.gauss(0, 1) - x for x in question] for _ in range(30)])
    Memory.objects.filter(pk__in=[memory.pk for memory in superseded]).update(
        superseded_by=current[0].pk, superseded_at=current[0].created_at
    )
    with connection.cursor() as cursor:
        # The scan ends after the nearest 400, as with pgvector 0.7; with 0.8 after 5,000.
        cursor.execute("SET hnsw.iterative_scan = off")
    try:
        for query in (None, "nothing of the kind"):
            search = SearchQuery(embedding=Vector(question).to_text(), query=query)
            for wanted in (20, 40):
                found = Memory.objects.ranked(search, wanted).ids
                assert len(found) >= min(wanted, len(current)), (query, wanted)
                assert set(found) <= {memory.pk for memory in current}
    finally:
        connection.close()


def test_padding_does_not_change_the_bits_of_an_embedding(database: str, outside: psycopg.Connection[Any]) -> None:
    quantized = "SELECT codex_processed.binary_quantized(%s::vector)::text"

    def bits(vector: list[float]) -> str:
        ((text,),) = outside.execute(quantized, [str(vector)]).fetchall()
        return str(text)

    choose = random.Random(12)
    for numbers in (1, 2, 384, 1535, 1536):
        vector = [choose.gauss(0.5, 1) for _ in range(numbers)]
        mean = sum(vector) / numbers if numbers > 1 else 0.0
        expected = "".join(str(int(number > mean)) for number in vector)
        assert bits(vector + [0.0] * (1536 - numbers)) == expected.ljust(1536, "0"), numbers


def test_the_migration_quantizes_padded_embeddings_again_and_no_others(
    database: str, outside: psycopg.Connection[Any]
) -> None:
    padded, whole = bulk([[1.0, -2.0, 0.5] + [0.0] * 1533, directions(1, seed=8)[0]])
    outside.execute("UPDATE codex_processed.embedded_memories SET quantized = ~quantized")
    (operation,) = importlib.import_module("memories.migrations.0019_quantized_again").Migration.operations
    outside.execute("SET search_path = public, codex_processed")
    outside.execute(operation.sql)
    is_right = """
        SELECT embedded.quantized = codex_processed.binary_quantized(embeddings)
        FROM codex_processed.embedded_memories AS embedded JOIN codex_processed.processed_memories USING (memory_id)
        WHERE memory_id = %s"""
    assert outside.execute(is_right, [padded.pk]).fetchone() == (True,)
    assert outside.execute(is_right, [whole.pk]).fetchone() == (False,)


def test_the_query_set_takes_a_vector_as_the_storage_has_it(server: Client) -> None:
    vectors = directions(4, seed=5)
    for number, vector in enumerate(vectors):
        ProcessedMemoryFactory.create(embeddings=vector, memory__summary=f"v{number}")
    found = Memory.objects.ranked(SearchQuery(embedding=Vector(vectors[2])))
    assert found.ids[0] == Memory.objects.get(summary="v2").pk


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


# Numbers at the edge of 32-bit floats: pgvector adds their squares up as such, to infinity or to nothing

LARGEST, SMALLEST = 3.4028234663852886e38, 1e-45
WILD = directions(1, seed=7)[0]
EXTREMES: dict[str, list[float]] = {
    "whose sum is infinite": [2.3e35] * 1536,
    "the largest": [LARGEST] * 1536,
    "nearly the largest": [3.4e38] * 1536,
    "the largest below zero": [-LARGEST] * 1536,
    "the smallest": [SMALLEST] * 1536,
    "the largest normal number's inverse": [1.2e-38] * 1536,
    "one huge": [LARGEST] + [0.0] * 1535,
    "one tiny": [0.0] * 1535 + [SMALLEST],
    "one tiny below zero": [0.0] * 700 + [-SMALLEST] + [0.0] * 835,
    "huge and tiny": [LARGEST, SMALLEST] * 768,
    "tiny and one huge": [SMALLEST] * 1535 + [LARGEST],
    "huge of either sign": [LARGEST, -LARGEST] * 768,
    "tiny of either sign": [SMALLEST, -SMALLEST] * 768,
    "huge, mostly below zero": [LARGEST] * 100 + [-LARGEST] * 1436,
    "ordinary, of a tiny sum": [1.0, -1.0, SMALLEST] + [0.0] * 1533,
    "ordinary and tiny": [SMALLEST, 1.0, *[SMALLEST] * 1534],
    "with squares beyond the largest": [x * 1e25 for x in WILD],
    "with a sum of squares beyond the largest": [x * 1e18 for x in WILD],
    "with squares below the smallest": [x * 1e-25 for x in WILD[::-1]],
    "with squares near the smallest": [x * 3e-22 for x in WILD[700:] + WILD[:700]],
    "ordinary": WILD[300:] + WILD[:300],
    "all ones": [1.0] * 1536,
    "with a negative zero": [1.0, -0.0] * 768,
}


def as_singles(numbers: list[float]) -> bytes:
    return array("f", numbers).tobytes()


def store_extremes(server: Client, *, tags: tuple[str, ...] = ()) -> dict[str, str]:
    """Store them all in one database, and return their ids."""
    memory = {"context": "Edge", "tags": list(tags)}
    return {
        name: server.call("store_memory", memory, content=name, summary=name, embeddings=numbers)["id"]
        for name, numbers in EXTREMES.items()
    }


def test_a_vector_at_the_edge_of_its_type_comes_back_as_sent_and_is_nearest_to_itself(server: Client) -> None:
    ids = store_extremes(server, tags=("edge",))
    for name, numbers in EXTREMES.items():
        found = server.call("get_memory", id=ids[name], include_embedding=True)["memory"]
        assert as_singles(found["embedding"]) == as_singles(numbers), name
        assert summaries(server, embedding=numbers)[0] == name
        assert summaries(server, embedding=numbers, tags=["edge"])[0] == name
        assert name in summaries(server, embedding=numbers, query="nothing of the kind")[:2]
        assert server.call("search_memories", embedding=numbers)["total"] == len(EXTREMES)


@pytest.mark.parametrize("length", [1e-43, 1e-38, 1e-30, 1e-22, 1e-10, 1e10, 1e18, 1e25, 1e35, 1e36])
def test_only_the_direction_of_a_vector_counts_however_long_it_is(server: Client, length: float) -> None:
    vectors = directions(24, seed=1)
    lengths = [1.0, 1e-38, 1e-25, 1e-20, 1e-15, 1e15, 1e20, 1e36]
    for number, vector in enumerate(vectors):
        scaled = [x * lengths[number % len(lengths)] for x in vector]
        server.call("store_memory", content=f"v{number}", context="Scale", summary=f"v{number}", embeddings=scaled)
    question = [x * length for x in directions(1, seed=2)[0]]
    singles = list(struct.unpack("<1536f", struct.pack("<1536f", *question)))
    wanted = sorted(range(24), key=lambda number: -cosine(vectors[number], singles))
    assert summaries(server, embedding=question, limit=100) == [f"v{number}" for number in wanted]


def test_what_another_program_embeds_at_the_edge_is_found_as_well(server: Client) -> None:
    for name, numbers in EXTREMES.items():
        ProcessedMemoryFactory.create(embeddings=numbers, memory__summary=name)
    for name, numbers in EXTREMES.items():
        assert summaries(server, embedding=numbers)[0] == name
        ranking = Memory.objects.ranked(SearchQuery(embedding=Vector(numbers)))  # as the admin does
        assert ranking.ids[0] == Memory.objects.get(summary=name).pk


def test_an_embedding_that_is_changed_is_found_by_its_new_direction(server: Client) -> None:
    processed = ProcessedMemoryFactory.create(embeddings=WILD, memory__summary="changed")
    other = ProcessedMemoryFactory.create(embeddings=WILD[::-1], memory__summary="other")
    for numbers in (EXTREMES["one huge"], EXTREMES["one tiny"], WILD, EXTREMES["huge of either sign"], None, WILD):
        ProcessedMemory.objects.filter(pk=processed.pk).update(embeddings=numbers)
        normalized = ProcessedMemory.objects.values_list("normalized", flat=True).get(pk=processed.pk)
        assert (normalized is None) is (numbers is None or numbers is WILD)
        assert EmbeddedMemory.objects.filter(memory=processed.memory).exists() is (numbers is not None)
        # Directions that are stale would tell: of those searched for, none is near the other.
        question = WILD[::-1] if numbers is None else numbers
        assert summaries(server, embedding=question)[0] == ("other" if numbers is None else "changed")
    assert other.normalized is None


def test_a_vector_without_direction_that_another_program_stored_comes_last(server: Client) -> None:
    ProcessedMemoryFactory.create(embeddings=[0.0] * 1536, memory__summary="nowhere")
    ProcessedMemoryFactory.create(embeddings=[-x for x in WILD], memory__summary="opposite")
    assert summaries(server, embedding=WILD) == ["opposite", "nowhere"]


# HNSW finds what is near in some way to others; of numbers that are all alike, at whatever size, it may find none.
LIKE_A_MODELS = [name for name in EXTREMES if "squares" in name or "either sign" in name]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [({}, LIKE_A_MODELS), ({"tags": ["edge"]}, list(EXTREMES))],
    ids=["by the index", "by each quantized embedding"],
)
def test_vectors_at_the_edge_are_found_among_many(
    database: str, serve: Serve, arguments: dict[str, list[str]], names: list[str]
) -> None:
    memories = MemoryFactory.create_batch(1_100, tags=["edge"])
    ProcessedMemory.objects.bulk_create(
        ProcessedMemoryFactory.build(memory=memory, embeddings=vector)
        for memory, vector in zip(memories, directions(len(memories), seed=8), strict=True)
    )
    server = serve()  # which has not counted the embeddings of another test
    store_extremes(server, tags=("edge",))
    for name in names:
        assert summaries(server, embedding=EXTREMES[name], limit=5, **arguments)[0] == name


# What a search reads apart from the quantized embedding leaves the HNSW index alone

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
SELECT pg_relation_size('codex_processed.idx_quantized_embeddings'),
    pg_relation_size('codex_processed.quantized_embeddings'),
    pg_stat_get_tuples_inserted(oid), pg_stat_get_tuples_updated(oid), pg_stat_get_tuples_deleted(oid)
FROM pg_class WHERE oid = 'codex_processed.quantized_embeddings'::regclass
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
