"""Whatever memories there are, an import of their export makes them again."""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from memories.moving import exporting, importing
from memories.moving.parts import parts
from tests.support.moving import empty, exported, imported, of_records, records, state
from tests.support.rows import insert, new

texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
short_texts = texts.map(lambda text: text[:20])
projects = st.sampled_from(["", "shop", "github.com/acme/till"])
tags = st.lists(st.sampled_from(["billing", "well", "Rust", "under_score", "ä"]), max_size=3, unique=True)
moments = st.integers(31_536_000_000_000, 2_114_380_800_000_000).map(
    lambda microseconds: (
        datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(microseconds=microseconds)
    )
)
# As text, so that PostgreSQL gets numbers that Python would not keep: 1.10, and more digits than a float has.
json_texts = st.recursive(
    st.sampled_from(["null", "true", "1.10", "0.1000", "-0.0", "12345678901234567890123", "1e-7", "3.0"])
    | texts.map(json.dumps),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: f"[{','.join(found)}]")
        | st.dictionaries(texts, inner, max_size=3).map(
            lambda found: "{" + ",".join(f"{json.dumps(key)}:{value}" for key, value in found.items()) + "}"
        )
    ),
    max_leaves=5,
)
singles = st.floats(width=32, allow_nan=False, allow_infinity=False)
beginnings = st.lists(singles, min_size=1, max_size=5)  # of embeddings
numbers = st.integers(0, 5)  # of a memory
events = st.one_of(
    st.fixed_dictionaries(
        {
            "event": st.just("store"),
            "content": texts,
            "context": short_texts,
            "summary": short_texts,
            "tags": tags,
            "metadata": json_texts,
            "project": projects,
            "created_at": moments,
            "stored_by": short_texts,
        }
    ),
    st.fixed_dictionaries(
        {"event": st.just("update"), "number": numbers},
        optional={"content": texts, "context": texts, "tags": tags, "metadata": json_texts, "project": projects},
    ),
    st.fixed_dictionaries({"event": st.just("supersede"), "number": numbers, "by": numbers}),
    st.fixed_dictionaries(
        {"event": st.just("process"), "number": numbers},
        optional={
            "insights": json_texts,
            "entities": json_texts,
            "sentiment": st.floats(-1, 1, width=32),
            "embeddings": beginnings,
            "embedding_model": short_texts,
            "processed_at": moments,
        },
    ),
    st.fixed_dictionaries(
        {"event": st.just("analyse"), "number": numbers, "signature": texts, "features": st.none() | json_texts}
    ),
    st.fixed_dictionaries({"event": st.just("delete"), "number": numbers}),
)


def happen(program: psycopg.Connection[Any], event: dict[str, Any], ids: list[uuid.UUID]) -> None:
    values = {name: value for name, value in event.items() if name not in ("event", "number", "by")}
    chosen = ids[event.get("number", 0) % len(ids)] if ids else None
    if "content" in values:
        values["content_hash"] = hashlib.sha256(values["content"].encode()).hexdigest()
    if "embeddings" in values:
        numbers_of_all = [*values["embeddings"], 1.0] * settings.EMBEDDING_DIMENSIONS
        values["embeddings"] = numbers_of_all[: settings.EMBEDDING_DIMENSIONS]
    if event["event"] == "store":
        ids.append(insert(program, "memories", **values)[0])
    elif chosen is None:
        return
    elif event["event"] == "update" and values:
        assignments = ", ".join(f"{name} = %({name})s" for name in values)
        program.execute(f"UPDATE memories SET {assignments} WHERE id = %(id)s", {**values, "id": chosen})
    elif event["event"] == "supersede":
        program.execute(
            "UPDATE memories SET superseded_by = next.id, superseded_at = now() FROM memories AS next"
            " WHERE memories.id = %s AND next.id = %s AND next.project = memories.project AND memories.id <> next.id"
            " AND memories.created_at < next.created_at",
            [chosen, ids[event["by"] % len(ids)]],
        )
    elif event["event"] == "process":
        (version,) = program.execute(
            "SELECT coalesce(max(processing_version), 0) + 1 FROM processed_memories WHERE memory_id = %s", [chosen]
        ).fetchone() or (1,)
        insert(program, "processed_memories", memory_id=chosen, processing_version=version, **values)
    elif event["event"] == "analyse":
        insert(
            program,
            "code_patterns",
            memory_id=chosen,
            pattern_type="lambda",
            pattern_signature=event["signature"],
            frequency=0.1,
            confidence=1 / 3,
            language="python",
            ast_features=event["features"],
        )
        insert(program, "analysis_runs", memory_id=chosen, language=f"l{uuid.uuid4().hex[:9]}", fingerprint="f" * 16)
    elif event["event"] == "delete":
        ids.remove(chosen)
        program.execute("DELETE FROM memories WHERE id = %s", [chosen])


def all_happen(program: psycopg.Connection[Any], happening: list[dict[str, Any]]) -> None:
    ids: list[uuid.UUID] = []
    for event in happening:
        try:
            happen(program, event, ids)
        except psycopg.IntegrityError:  # the same content, or the same signature, once more
            pass
        except psycopg.DataError:  # an embedding of zeros, which has no direction
            pass


@given(happening=st.lists(events, max_size=12))
def test_an_import_of_an_export_makes_the_same_memories(
    program: psycopg.Connection[Any], tmp_path_factory: pytest.TempPathFactory, happening: list[dict[str, Any]]
) -> None:
    empty(program)
    all_happen(program, happening)
    before, export = state(program), exported()
    file = tmp_path_factory.mktemp("export") / "export.jsonl"
    count = len(records(export))
    empty(program)

    first = imported(file, export)
    assert first.outcomes == [] or first.counts == {"imported": count}, first.reasons()
    assert state(program) == before
    assert records(exported()) == records(export)

    again = imported(file)
    assert again.counts == ({"duplicate": count} if count else {})
    assert state(program) == before


@given(happening=st.lists(events, min_size=3, max_size=12), data=st.data())
def test_an_import_into_a_database_that_has_a_part_of_it_adds_the_rest(
    program: psycopg.Connection[Any],
    tmp_path_factory: pytest.TempPathFactory,
    happening: list[dict[str, Any]],
    data: st.DataObject,
) -> None:
    empty(program)
    all_happen(program, happening)
    before, export = state(program), exported()
    found = records(export)
    chosen = data.draw(st.lists(st.booleans(), min_size=len(found), max_size=len(found)))
    there = {each["id"] for each, is_chosen in zip(found, chosen, strict=True) if is_chosen}
    by_id = {each["id"]: each for each in found}
    for identifier in list(there):  # with all that supersede it, so that nothing is missing there
        while (successor := by_id[identifier]["superseded_by"]) is not None:
            there.add(identifier := successor)
    header, *lines = export.splitlines(keepends=True)
    part = b"".join(line for line in lines if json.loads(line)["id"] in there)
    empty(program)
    file = tmp_path_factory.mktemp("part") / "part.jsonl"
    imported(file, header + part)

    counts = imported(file, export).counts

    assert (counts["duplicate"], counts["imported"]) == (len(there), len(found) - len(there))
    assert state(program) == before


@given(happening=st.lists(events, min_size=3, max_size=12), order=st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(
    program: psycopg.Connection[Any],
    tmp_path_factory: pytest.TempPathFactory,
    happening: list[dict[str, Any]],
    order: Any,
) -> None:
    empty(program)
    all_happen(program, happening)
    before = state(program)
    header, *lines = exported().splitlines(keepends=True)
    order.shuffle(lines)
    empty(program)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing, "BATCH", 2)  # so that references reach beyond a batch
        result = imported(tmp_path_factory.mktemp("shuffled") / "export.jsonl", header + b"".join(lines))

    assert result.unlinked == 0
    assert state(program) == before


def test_an_export_has_every_column_of_every_table_that_is_kept_with_a_deleted_memory(
    program: psycopg.Connection[Any],
) -> None:
    """What restoring a memory needs, moving it needs as well; and a new column must not be forgotten."""
    elsewhere = {
        "memories": {"has_embedding", "content_length", "metadata"},
        "processed_memories": {"memory_id", "project", "embeddings"},
        "memory_versions": {"memory_id"},
        "code_patterns": {"memory_id", "project"},
        "analysis_runs": {"memory_id", "id"},  # the id is a number of its own in each database
    }
    kept = program.execute("SELECT name, kept_columns(name, false) FROM kept_tables ORDER BY name").fetchall()
    assert {name for name, _ in kept} == {"memories", *(part.table for part in parts())}
    identifier = insert(program, "memories", content="c", content_hash="h" * 64, context="c", summary="s")[0]
    memory = records(exported())[0]
    for table, columns in kept:
        names = set(columns.split(", ")) - elsewhere[table]
        if table == "memories":
            assert names <= set(memory)
        else:
            (fields,) = (part.fields for part in parts() if part.table == table)
            assert names <= fields, table
    assert memory["id"] == str(identifier)


def test_an_embedding_is_base64_of_32_bit_floats_in_little_endian(program: psycopg.Connection[Any]) -> None:
    import base64
    import struct

    wanted = [0.5, -2.0, *[0.25] * (settings.EMBEDDING_DIMENSIONS - 2)]
    identifier = insert(program, "memories", content="c", content_hash="h" * 64, context="c", summary="s")[0]
    insert(program, "processed_memories", memory_id=identifier, embeddings=wanted)

    (processed,) = records(exported())[0]["processed"]

    assert list(struct.unpack(f"<{len(wanted)}f", base64.b64decode(processed["embedding"]))) == wanted


def test_an_export_is_one_snapshot_whatever_is_stored_meanwhile(program: psycopg.Connection[Any]) -> None:
    for number in range(3):
        new(program, f"Content {number}")
    with exporting.snapshot(exporting.Filters()) as export:
        program.execute("DELETE FROM memories WHERE content = 'Content 0'")
        program.execute("UPDATE memories SET summary = 'changed'")
        new(program, "Content 3")
        lines = [json.loads(line) for line in export.lines]
    assert export.count == 3
    assert {each["content"] for each in lines} == {"Content 0", "Content 1", "Content 2"}
    assert {each["summary"] for each in lines} == {"About the well"}


def test_batches_of_large_memories_are_bounded_by_their_bytes(
    program: psycopg.Connection[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    read = exporting._read

    def counting(cursor: Any, ids: list[Any]) -> Iterator[bytes]:
        sizes.append(len(ids))
        return read(cursor, ids)

    monkeypatch.setattr(exporting, "_read", counting)
    monkeypatch.setattr(exporting, "BATCH_BYTES", 125_000)
    for number in range(10):
        content = f"{number}" * 30_000
        insert(
            program,
            "memories",
            content=content,
            content_hash=hashlib.sha256(content.encode()).hexdigest(),
            context="c",
            summary="s",
        )
    assert len(records(exported())) == 10
    assert max(sizes) == 4


def test_a_memory_of_the_least_fields_is_imported(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    least = {"content": "The well is deep.", "context": "Village", "summary": "About the well"}
    assert imported(tmp_path / "least.jsonl", of_records(least)).counts == {"imported": 1}
    (memory,) = records(exported())
    assert memory["version"] == 1
    assert memory["stored_by"].startswith("database: ")
    assert memory["created_at"] == memory["updated_at"]
