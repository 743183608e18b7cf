"""The tables as other programs meet them: defaults, checks and cascades are the database's own."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

from memories.models import Memory, ProcessedMemory, SchemaMigration
from patterns.models import CodePattern
from tests.support.clients import Client
from tests.support.factories import CodePatternFactory, MemoryFactory, ProcessedMemoryFactory

INSERT = "INSERT INTO memories (content, content_hash, context, summary) VALUES (%s, %s, 'c', 's') RETURNING id"


def insert(connection: psycopg.Connection[Any], content: str) -> uuid.UUID:
    row = connection.execute(INSERT, [content, hashlib.sha256(content.encode()).hexdigest()]).fetchone()
    assert row is not None
    identifier: uuid.UUID = row[0]
    return identifier


def test_another_programs_insert_of_the_required_columns_is_a_memory(
    server: Client, outside: psycopg.Connection[Any]
) -> None:
    identifier = str(insert(outside, "By hand"))
    memory = server.call("get_memory", id=identifier)["memory"]
    assert (memory["content"], memory["tags"], memory["metadata"], memory["processed"]) == ("By hand", [], {}, None)
    assert memory["created_at"] == memory["updated_at"]
    outside.execute("INSERT INTO codex_processed.processed_memories (memory_id) VALUES (%s)", [identifier])
    processed = server.call("get_memory", id=identifier)["memory"]["processed"]
    assert (processed["processing_version"], processed["has_embedding"]) == (1, False)
    assert server.refusal("store_memory", content="By hand", context="c", summary="s").data["existing_id"] == identifier


def test_the_newest_processing_is_the_one_shown(server: Client, database: str) -> None:
    memory = MemoryFactory.create()
    for version in (2, 3, 1):
        ProcessedMemoryFactory.create(memory=memory, processing_version=version, insights=f"version {version}")
    assert server.call("get_memory", id=str(memory.id))["memory"]["processed"]["insights"] == "version 3"
    assert server.call("search_memories")["memories"][0]["processed"]["insights"] == "version 3"


def test_deleting_a_memory_deletes_all_that_belongs_to_it(server: Client, database: str) -> None:
    memory = MemoryFactory.create()
    ProcessedMemoryFactory.create(memory=memory)
    CodePatternFactory.create(memory=memory)
    other = CodePatternFactory.create()
    assert server.call("delete_memory", id=str(memory.id)) == {"deleted": True}
    assert not ProcessedMemory.objects.exists()
    assert list(CodePattern.objects.all()) == [other]


@pytest.mark.parametrize(
    ("column", "value", "constraint"),
    [
        ("content", "é" * 524_289, "memories_content_check"),
        ("context", "é" * 1_001, "memories_context_check"),
        ("summary", "é" * 501, "memories_summary_check"),
        ("tags", ["a"] * 51, "memories_tags_check"),
        ("metadata", Jsonb({"a": "b" * 20_000}), "memories_metadata_check"),
    ],
)
def test_the_tables_own_checks_hold_other_programs_to_the_limits(
    outside: psycopg.Connection[Any], column: str, value: Any, constraint: str
) -> None:
    identifier = insert(outside, "By hand")
    update = psycopg.sql.SQL("UPDATE memories SET {} = %s WHERE id = %s").format(psycopg.sql.Identifier(column))
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        outside.execute(update, [value, identifier])
    assert caught.value.diag.constraint_name == constraint


@pytest.mark.parametrize(
    ("column", "value", "constraint"),
    [
        ("insights", Jsonb("a" * 70_000), "processed_memories_insights_check"),
        ("entities", Jsonb("a" * 40_000), "processed_memories_entities_check"),
        ("sentiment", 1.5, "processed_memories_sentiment_check"),
    ],
)
def test_the_checks_of_processing_hold_too(
    outside: psycopg.Connection[Any], column: str, value: Any, constraint: str
) -> None:
    statement = psycopg.sql.SQL("INSERT INTO codex_processed.processed_memories (memory_id, {}) VALUES (%s, %s)")
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        outside.execute(statement.format(psycopg.sql.Identifier(column)), [insert(outside, "By hand"), value])
    assert caught.value.diag.constraint_name == constraint


def test_processing_and_patterns_need_their_memory(outside: psycopg.Connection[Any]) -> None:
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        outside.execute("INSERT INTO codex_processed.processed_memories (memory_id) VALUES (gen_random_uuid())")


def test_rows_are_known_by_what_they_are(database: str) -> None:
    assert str(MemoryFactory.create(summary="Where the key is")) == "Where the key is"
    processed = ProcessedMemoryFactory.create()
    assert str(processed) == f"version 1 of {processed.memory_id}"
    assert str(CodePatternFactory.create(pattern_signature="def f()")) == "python function_definition: def f()"
    assert str(SchemaMigration(version=3, app="memories", name="0001_schema")) == "3: memories.0001_schema"


def test_the_largest_memory_of_distinct_words_is_stored_whatever_its_script(server: Client) -> None:
    """A tsvector holds a megabyte at most; a memory may hold that much of text."""
    for first in ("a", "é", "क", "𐐀"):
        words, size, number = [], 0, 0
        while size < 1_048_000:
            word = first + "".join(chr(ord(first) + int(digit)) for digit in str(number)) + " "
            words.append(word)
            size += len(word.encode())
            number += 1
        content = "".join(words)[: 1_048_576 // len(first.encode()) - 10]
        while len(content.encode()) > 1_048_576:
            content = content[:-1000]
        assert server.call("store_memory", content=content, context="c", summary="s")["id"]
    assert Memory.objects.count() == 4
