"""Updating memories, their former versions, and their history."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import psycopg
import pytest
from django.conf import settings

from memories import corrections, provenance, records, storage
from memories.corrections import MemoryUpdate
from memories.errors import ConflictError, DuplicateError, NotFoundError, SizeLimitError, ValidationError
from memories.models import Memory, MemoryVersion, ProcessedMemory
from memories.search.request import SearchQuery
from patterns.models import CodePattern
from tests.support.changes import change_notified
from tests.support.factories import CodePatternFactory
from tests.support.programs import example, run

EMBEDDING = [1.0] + [0.0] * (settings.EMBEDDING_DIMENSIONS - 1)
OTHER = [0.0, 1.0] + [0.0] * (settings.EMBEDDING_DIMENSIONS - 2)


def stored(content: str = "The well is deep.", **more: Any) -> uuid.UUID:
    return run(lambda: storage.store(example(content, **more)))


def updated(identifier: uuid.UUID, **changes: Any) -> corrections.MemoryState:
    return run(lambda: corrections.update(identifier, MemoryUpdate(**changes)))


def got(identifier: uuid.UUID) -> records.Memory:
    memory = run(lambda: storage.get(identifier))
    assert memory is not None
    return memory


def nearest(embedding: list[float]) -> list[uuid.UUID]:
    return [hit.id for hit in run(lambda: storage.search(SearchQuery(embedding=embedding))).memories]


def test_an_update_changes_what_it_names_and_keeps_the_rest(database: str) -> None:
    identifier = stored(tags=["a"], metadata={"n": 1}, insights={"kind": "fact"})
    before = got(identifier)
    state = updated(identifier, summary="A well", tags=["b", "b"])
    after = got(identifier)
    assert (after.summary, after.tags) == ("A well", ["b"])
    kept = ("id", "content", "content_hash", "context", "metadata", "created_at", "stored_by", "processed")
    assert {name: getattr(after, name) for name in kept} == {name: getattr(before, name) for name in kept}
    assert (state.version, state.updated_at) == (after.version, after.updated_at) == (2, after.updated_at)
    assert after.updated_at > before.updated_at


def test_a_new_content_is_hashed_found_and_detected_anew(database: str) -> None:
    identifier = stored("The well is very deep, and nobody has seen the bottom of it.")
    updated(identifier, content="Der Brunnen ist sehr tief, und niemand hat den Grund davon gesehen.")
    memory = Memory.objects.get()
    assert memory.content_hash == hashlib.sha256(memory.content.encode()).hexdigest()
    assert memory.language == "german"
    found = run(lambda: storage.search(SearchQuery(query="Brunnen")))
    assert [hit.id for hit in found.memories] == [identifier]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"content": "The well is deep."},
        {"tags": ["a"], "metadata": {"b": 1.0, "a": [None]}},
        {"insights": {"x": 1}, "sentiment": 0.1, "embeddings": EMBEDDING},
        {"clear": ["entities"]},
    ],
)
def test_an_update_that_changes_nothing_returns_the_current_state(database: str, changes: dict[str, Any]) -> None:
    metadata = {"a": [None], "b": 1.0}
    processing: dict[str, Any] = {"insights": {"x": 1}, "sentiment": 0.1, "embeddings": EMBEDDING}
    identifier = stored(tags=["a"], metadata=metadata, **processing)
    before = got(identifier)
    assert updated(identifier, **changes) == corrections.MemoryState(
        id=identifier, version=1, updated_at=before.updated_at
    )
    assert got(identifier) == before
    assert not MemoryVersion.objects.exists()
    assert ProcessedMemory.objects.count() == 1


def test_an_update_leaves_the_words_that_a_new_memory_would_have(
    database: str, outside: psycopg.Connection[Any]
) -> None:
    """Those of fields that stay are not read again, unless they are in another language now."""
    texts = [
        ("Der Exporter wurde verschoben, weil die Rechnungen fehlten.", "Was mit dem Exporter geschah", "billing"),
        ("Die Rechnungen werden jetzt nachts verschickt, nicht am Tag.", "Was mit dem Exporter geschah", "billing"),
        ("Invoices are sent at night now, because the exporter was moved.", "Was mit dem Exporter geschah", "billing"),
        ("Invoices are sent at night now, because the exporter was moved.", "What happened to it", "billing"),
        ("Invoices are sent at night now. " * 500, "What happened to it", "billing"),
        ("It is sent in the morning.", "What happened to it", "nightly jobs"),
    ]
    vectors = "SELECT language, summary_vector, context_vector, search_vector FROM memories WHERE id = %s"

    identifier = stored()
    for content, summary, context in texts:
        updated(identifier, content=content, summary=summary, context=context)
        row = outside.execute(vectors, [identifier]).fetchone()
        outside.execute("UPDATE memories SET language = '' WHERE id = %s", [identifier])
        assert outside.execute(vectors, [identifier]).fetchone() == row


def test_a_number_written_otherwise_is_a_change(database: str) -> None:
    identifier = stored(metadata={"n": 1})
    assert updated(identifier, metadata={"n": 1.0}).version == 2
    assert str(got(identifier).metadata) == "{'n': 1.0}"


def test_a_new_content_drops_the_embedding_and_keeps_the_rest_of_the_processing(database: str) -> None:
    identifier = stored(insights=["i"], embeddings=EMBEDDING, entities={"e": 1}, sentiment=0.5)
    assert nearest(EMBEDDING) == [identifier]
    updated(identifier, content="The well is shallow.")
    processed = got(identifier).processed
    assert processed is not None
    assert (processed["insights"], processed["entities"], processed["sentiment"]) == (["i"], {"e": 1}, 0.5)
    assert (processed["has_embedding"], processed["processing_version"]) == (False, 2)
    assert not Memory.objects.get().has_embedding
    assert nearest(EMBEDDING) == []
    assert run(storage.stats).with_embeddings == 0


def test_a_new_content_with_an_embedding_is_found_by_that(database: str) -> None:
    identifier = stored(embeddings=EMBEDDING)
    far = stored("Far away", embeddings=[-number for number in OTHER])
    updated(identifier, content="The well is shallow.", embeddings=OTHER)
    assert nearest(OTHER) == [identifier, far]
    found = run(lambda: storage.get_with_embedding(identifier))
    assert found is not None
    assert found[1] == OTHER


def test_a_new_content_removes_the_patterns_of_the_old_one(database: str) -> None:
    identifier, other = stored(), stored("Other")
    for memory_id in (identifier, other):
        CodePatternFactory.create(memory_id=memory_id)
    updated(identifier, summary="Patterns stay")
    assert CodePattern.objects.count() == 2
    updated(identifier, content="The well is shallow.")
    assert CodePattern.objects.get().memory_id == other


def test_a_change_of_the_processing_makes_no_version_but_is_a_change(database: str) -> None:
    identifier = stored(insights=["i"], embeddings=EMBEDDING)
    before = got(identifier)
    with_sentiment = updated(identifier, sentiment=-1)
    after = got(identifier)
    assert after.processed is not None
    assert after.processed["processing_version"] == 2
    assert (after.processed["insights"], after.processed["has_embedding"], after.processed["sentiment"]) == (
        ["i"],
        True,
        -1,
    )
    assert with_sentiment.version == after.version == 1
    assert with_sentiment.updated_at == after.updated_at > before.updated_at
    assert nearest(EMBEDDING) == [identifier]


def test_cleared_fields_are_empty(database: str) -> None:
    identifier = stored(tags=["a"], metadata={"n": 1}, insights=[1], embeddings=EMBEDDING, entities=[2], sentiment=0.5)
    updated(identifier, clear=corrections.CLEARABLE)
    memory = got(identifier)
    assert (memory.tags, memory.metadata) == ([], {})
    assert memory.processed is not None
    assert {memory.processed[name] for name in ("insights", "entities", "sentiment")} == {None}
    assert not memory.processed["has_embedding"]
    assert nearest(EMBEDDING) == []


def test_a_memory_without_processing_gets_one(database: str) -> None:
    identifier = stored()
    updated(identifier, entities=["well"], embeddings=EMBEDDING)
    processed = got(identifier).processed
    assert processed is not None
    assert (processed["entities"], processed["processing_version"]) == (["well"], 1)
    assert nearest(EMBEDDING) == [identifier]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"content": ""}, ValidationError),
        ({"summary": "a\nb"}, ValidationError),
        ({"context": "x" * 1001}, SizeLimitError),
        ({"tags": ["a b"]}, ValidationError),
        ({"embeddings": [1.0]}, ValidationError),
        ({"sentiment": 2}, ValidationError),
        ({"clear": ["content"]}, ValidationError),
        ({"clear": ["tags"], "tags": ["a"]}, ValidationError),
    ],
)
def test_an_invalid_update_changes_nothing(database: str, changes: dict[str, Any], error: type[Exception]) -> None:
    identifier = stored()
    before = got(identifier)
    with pytest.raises(error):
        updated(identifier, **{"metadata": {"other": 1}, **changes})
    assert got(identifier) == before


def test_an_update_of_an_unknown_memory_is_refused(database: str) -> None:
    with pytest.raises(NotFoundError):
        updated(uuid.uuid4(), summary="s")


def test_an_update_to_what_another_memory_says_names_that(database: str) -> None:
    identifier, other = stored(), stored("Other")
    with pytest.raises(DuplicateError) as caught:
        updated(identifier, content="Other", summary="changed")
    assert caught.value.data == {"existing_id": str(other)}
    assert got(identifier).version == 1


def test_of_several_updates_to_the_same_content_one_wins(database: str) -> None:
    identifiers = [stored(str(number)) for number in range(8)]

    async def work() -> list[corrections.MemoryState | BaseException]:
        changes = MemoryUpdate(content="The same")
        return await asyncio.gather(
            *(corrections.update(identifier, changes) for identifier in identifiers), return_exceptions=True
        )

    outcomes = run(work)
    (winner,) = [outcome for outcome in outcomes if isinstance(outcome, corrections.MemoryState)]
    losers = [outcome for outcome in outcomes if isinstance(outcome, DuplicateError)]
    assert [error.data["existing_id"] for error in losers] == [str(winner.id)] * 7


def test_an_update_of_another_state_than_was_read_is_refused(database: str) -> None:
    identifier = stored()
    read = got(identifier).updated_at
    state = updated(identifier, summary="First", if_updated_at=read)
    for changes in ({"summary": "Second"}, {}, {"sentiment": 0.0}):
        with pytest.raises(ConflictError) as caught:
            updated(identifier, **changes, if_updated_at=read)
        assert datetime.datetime.fromisoformat(caught.value.data["updated_at"]) == state.updated_at
    assert updated(identifier, summary="Second", if_updated_at=state.updated_at).version == 3


def test_a_change_is_attributed_and_notified(database: str, outside: psycopg.Connection[Any]) -> None:
    identifier = stored()

    def work(actor: str, **changes: Any) -> None:
        with provenance.acting_as(actor):
            updated(identifier, **changes)

    with change_notified(database):
        work("agent 1", summary="one")
    work("agent 2", sentiment=1)
    assert got(identifier).changed_by == "agent 2"
    work("", summary="three")  # on the same connection, where the setting must not last
    role = f"database: {outside.info.user}"
    assert got(identifier).changed_by == role
    outside.execute("UPDATE memories SET summary = 'four'")
    assert list(MemoryVersion.objects.order_by("version").values_list("changed_by", flat=True)) == [
        "agent 1",
        role,
        role,
    ]


def test_updated_at_increases_whatever_the_clock_says(database: str, outside: psycopg.Connection[Any]) -> None:
    identifier = stored()
    outside.execute("UPDATE memories SET updated_at = now() + interval '1 year'")
    last = got(identifier).updated_at
    microsecond = datetime.timedelta(microseconds=1)
    assert updated(identifier, summary="a").updated_at == last + microsecond
    assert updated(identifier, sentiment=0.5).updated_at == last + 2 * microsecond
    outside.execute("UPDATE memories SET tags = '{a}'")
    assert got(identifier).updated_at == last + 3 * microsecond


def test_background_work_makes_no_version(database: str, outside: psycopg.Connection[Any]) -> None:
    identifier = stored()
    before = got(identifier)
    outside.execute("UPDATE memories SET language = '', has_embedding = has_embedding")
    assert got(identifier) == before
    assert not MemoryVersion.objects.exists()


def both(*work: Callable[[], Awaitable[Any]]) -> Any:
    async def together() -> Any:
        return await asyncio.gather(*(each() for each in work))

    return run(together)


def test_updates_of_different_fields_at_once_are_all_kept(database: str) -> None:
    identifier = stored()
    changes: list[dict[str, Any]] = [
        {"summary": "s"},
        {"tags": ["t"]},
        {"metadata": {"m": 1}},
        {"insights": ["i"]},
        {"entities": ["e"]},
        {"sentiment": 1.0},
        {"embeddings": EMBEDDING},
    ]
    both(*(lambda change=change: corrections.update(identifier, MemoryUpdate(**change)) for change in changes))
    memory = got(identifier)
    assert (memory.summary, memory.tags, memory.metadata, memory.version) == ("s", ["t"], {"m": 1}, 4)
    assert memory.processed is not None
    assert memory.processed["processing_version"] == 4
    assert [memory.processed[name] for name in ("insights", "entities", "sentiment", "has_embedding")] == [
        ["i"],
        ["e"],
        1.0,
        True,
    ]
