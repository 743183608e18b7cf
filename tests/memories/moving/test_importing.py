"""What an import does with what is there already, and with what cannot be stored."""

from __future__ import annotations

import base64
import struct
import uuid
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

from memories.moving import importing, storing
from memories.projects import Scope
from tests.support.changes import change_notified
from tests.support.moving import exported, imported, memory, of_records, records
from tests.support.rows import insert, new

A, B, C = (str(uuid.UUID(int=number)) for number in (0xA, 0xB, 0xC))
AT = "2026-01-02T03:04:05.678901+00:00"


def found(program: psycopg.Connection[Any], columns: str) -> list[tuple[Any, ...]]:
    return program.execute(f"SELECT {columns} FROM memories ORDER BY id").fetchall()


def test_another_content_under_an_existing_id_is_a_conflict_and_changes_nothing(
    program: psycopg.Connection[Any], tmp_path: Path
) -> None:
    identifier = new(program)
    result = imported(tmp_path / "a.jsonl", of_records(memory(id=str(identifier), content="The well is dry.")))
    assert result.counts == {"conflict": 1}
    assert found(program, "content") == [("The well is deep.",)]
    assert str(identifier) in result.reasons()[0]


@pytest.mark.parametrize(
    "change", [{"context": "Town"}, {"summary": "?"}, {"tags": ["t"]}, {"metadata": {"n": 1.0}}, {"project": "shop"}]
)
def test_an_existing_memory_that_says_something_else_is_a_conflict(
    program: psycopg.Connection[Any], tmp_path: Path, change: dict[str, Any]
) -> None:
    line = memory(id=A, tags=[], metadata={"n": 1})
    assert imported(tmp_path / "a.jsonl", of_records(line)).counts == {"imported": 1}
    assert imported(tmp_path / "a.jsonl", of_records({**line, **change})).counts == {"conflict": 1}


def test_a_content_under_another_id_is_a_duplicate_and_references_lead_to_the_one_that_is_there(
    program: psycopg.Connection[Any], tmp_path: Path
) -> None:
    there = new(program)
    lines = [memory(id=B, content="The well was deep.", superseded_by=A, superseded_at=AT, updated_at=AT), memory(id=A)]
    for order in (lines, lines[::-1]):
        program.execute("DELETE FROM memories WHERE id = %s", [B])
        assert imported(tmp_path / "a.jsonl", of_records(*order)).counts == {"duplicate": 1, "imported": 1}
        row = program.execute(
            "SELECT superseded_by, to_json(superseded_at) #>> '{}', to_json(updated_at) #>> '{}'"
            " FROM memories WHERE id = %s",
            [B],
        ).fetchone()
        assert row == (there, AT, AT)


def test_what_occurs_twice_in_a_file_is_imported_once(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    lines = [memory(id=A), memory(id=A), memory(id=B), memory(id=A, content="Another"), memory(id=C, content="More")]
    assert imported(tmp_path / "a.jsonl", of_records(*lines)).counts == {"imported": 2, "duplicate": 2, "conflict": 1}


def test_a_dry_run_says_the_same_and_stores_nothing(
    program: psycopg.Connection[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    lines = [
        memory(id=A),
        memory(id=A),
        memory(id=B),
        memory(id=A, content="Another"),
        memory(id=C, content="More"),
        {},
    ]
    dry = imported(tmp_path / "a.jsonl", of_records(*lines), is_dry_run=True)
    assert found(program, "id") == []
    assert dry.counts == {"imported": 2, "duplicate": 2, "conflict": 1, "refused": 1}
    assert imported(tmp_path / "a.jsonl").counts == dry.counts


def test_the_same_content_is_imported_into_each_project(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    assert imported(tmp_path / "a.jsonl", of_records(memory(project="a"), memory(project="b"))).counts["imported"] == 2


def test_a_project_can_be_assigned(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    lines = [memory(id=A, project="a"), memory(id=B, project="b"), memory(id=C, content="More", project="b")]
    assert imported(tmp_path / "a.jsonl", of_records(*lines), project="shop").counts == {"imported": 2, "duplicate": 1}
    assert found(program, "project") == [("shop",), ("shop",)]


def test_a_confined_program_imports_into_its_own_project_only(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    lines = of_records(memory(project="shop"), memory(project="till"), memory())
    result = imported(tmp_path / "a.jsonl", lines, scope=Scope("shop", is_confined=True))
    assert result.counts == {"imported": 1, "refused": 2}
    assert found(program, "project") == [("shop",)]


@pytest.mark.parametrize(
    "successors",
    [
        {A: B, B: A},
        {A: B, B: C, C: A},
        {A: A},
        {A: str(uuid.UUID(int=99))},
    ],
)
def test_circles_and_missing_successors_are_left_open(
    program: psycopg.Connection[Any], tmp_path: Path, successors: dict[str, str]
) -> None:
    lines = [memory(id=key, content=key, superseded_by=value, superseded_at=AT) for key, value in successors.items()]
    result = imported(tmp_path / "a.jsonl", of_records(*lines))
    assert result.counts == {"imported": len(successors)}
    assert result.unlinked == 1
    assert len([row for row in found(program, "superseded_by") if row[0] is None]) == 1


def test_a_successor_of_another_project_supersedes_nothing(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    lines = [memory(id=A, project="a"), memory(id=B, content="b", superseded_by=A, superseded_at=AT)]
    assert imported(tmp_path / "a.jsonl", of_records(*lines)).unlinked == 1
    assert found(program, "superseded_by") == [(None,), (None,)]


def test_a_memory_that_is_there_is_superseded_when_its_successor_arrives_later(
    program: psycopg.Connection[Any], tmp_path: Path
) -> None:
    lines = [memory(id=A), memory(id=B, content="b", superseded_by=A, superseded_at=AT, created_at=AT, updated_at=AT)]
    assert imported(tmp_path / "a.jsonl", of_records(lines[1])).unlinked == 1
    before = found(program, "updated_at")
    assert imported(tmp_path / "a.jsonl", of_records(*lines)).counts == {"imported": 1, "duplicate": 1}
    assert found(program, "id, superseded_by")[1] == (uuid.UUID(B), uuid.UUID(A))
    assert found(program, "updated_at")[1] > before[0], "a change of a memory that was there has a new time"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({}, "content must be a text."),
        (memory(context=7), "context must be a text."),
        (memory(content="x" * 1_048_577), "content is too large"),
        (memory(summary="x" * 501), "summary is too large"),
        (memory(tags="a, b"), "tags must be a list."),
        (memory(tags=["t"] * 51), "tags is too large"),
        (memory(id="7"), "id must be a UUID."),
        (memory(id=7), "id must be a UUID."),
        (memory(superseded_by="?"), "superseded_by must be a UUID."),
        (memory(project="no blanks"), "The project 'no blanks' cannot be used."),
        (memory(content_hash="0" * 64), "content_hash is not that of the content"),
        (memory(colour="red"), "A memory has no field 'colour'."),
        (memory(created_at="soon"), "invalid input syntax"),
        (memory(metadata={"a": "\x00"}), "NUL characters"),
        (memory(content="\x00"), "NUL characters"),
        (memory(metadata={"a": "x" * 20_000}), "memories_metadata_check"),
        (memory(processed={}), "processed must be a list of objects."),
        (memory(processed=[7]), "processed must be a list of objects."),
        (memory(processed=[{"mood": 1}]), "An object of processed has no field 'mood'."),
        (memory(processed=[{"embedding": "?"}]), "embedding must be the base64"),
        (memory(processed=[{"embedding": "AACAPw=="}]), "The embedding has 1 numbers, and this database holds"),
        (memory(processed=[{"sentiment": 2}]), "processed_memories_sentiment_check"),
        (memory(processed=[{}, {}]), "a number, that occurs already"),
        (memory(versions=[{"version": 1}]), "violates not-null constraint"),
        (memory(patterns=[{"language": "python"}]), "violates not-null constraint"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason_and_the_others_are_imported(
    program: psycopg.Connection[Any], tmp_path: Path, line: dict[str, Any], reason: str
) -> None:
    lines = [memory(content="before"), line, memory(content="after")]
    result = imported(tmp_path / "a.jsonl", of_records(*lines))
    assert result.counts == {"imported": 2, "refused": 1}
    (refused,) = (outcome for outcome in result.outcomes if outcome.kind == "refused")
    assert refused.item.number == 3
    assert reason in refused.reason
    assert len(found(program, "id")) == 2


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_an_embedding_with_numbers_that_are_not_finite_is_refused(
    program: psycopg.Connection[Any], tmp_path: Path, number: float
) -> None:
    numbers = struct.pack(f"<{settings.EMBEDDING_DIMENSIONS}f", number, *[1.0] * (settings.EMBEDDING_DIMENSIONS - 1))
    line = memory(processed=[{"embedding": base64.b64encode(numbers).decode()}])
    assert imported(tmp_path / "a.jsonl", of_records(line)).reasons() == [
        "embedding must contain numbers that are finite."
    ]


def test_without_embeddings_those_of_other_dimensions_are_imported(
    program: psycopg.Connection[Any], tmp_path: Path
) -> None:
    line = memory(processed=[{"embedding": "AACAPw==", "embedding_model": "m", "sentiment": 0.5}])
    assert imported(tmp_path / "a.jsonl", of_records(line), without_embeddings=True).counts == {"imported": 1}
    row = program.execute("SELECT embeddings, embedding_model, sentiment FROM processed_memories").fetchone()
    assert row == (None, "", 0.5)
    assert found(program, "has_embedding") == [(False,)]


def test_a_language_that_this_server_does_not_know_is_detected_anew(
    program: psycopg.Connection[Any], tmp_path: Path
) -> None:
    lines = [memory(content="a", language="klingon"), memory(content="b", language="german")]
    assert imported(tmp_path / "a.jsonl", of_records(*lines)).counts == {"imported": 2}
    assert {row[0] for row in found(program, "language")} == {"english", "german"}


def test_what_others_store_at_the_same_moment_is_a_duplicate(
    program: psycopg.Connection[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another session commits the content after the import has looked for it."""
    looked_up = storing.known

    def slow(*arguments: Any) -> Any:
        result = looked_up(*arguments)
        monkeypatch.setattr(storing, "known", looked_up)
        new(program)
        return result

    monkeypatch.setattr(storing, "known", slow)
    result = imported(tmp_path / "a.jsonl", of_records(memory(id=A), memory(id=B, content="b")))
    assert result.counts == {"imported": 1, "duplicate": 1}


def test_servers_are_told_of_an_import(program: psycopg.Connection[Any], database: str, tmp_path: Path) -> None:
    with change_notified(database):
        imported(tmp_path / "a.jsonl", of_records(memory()))


def test_what_is_in_the_trash_is_exported_by_nobody_and_can_be_imported(
    program: psycopg.Connection[Any], tmp_path: Path
) -> None:
    insert(program, "processed_memories", memory_id=new(program), insights="{}")
    export = exported()
    program.execute("DELETE FROM memories")
    assert records(exported()) == []
    assert imported(tmp_path / "a.jsonl", export).counts == {"imported": 1}
    assert records(exported()) == records(export)
