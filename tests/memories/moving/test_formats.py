"""What other systems export becomes memories."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import psycopg
import pytest

from memories.moving.errors import DamagedError
from memories.moving.formats import fitting
from tests.support.moving import exported, imported, records

SERVER_MEMORY: list[dict[str, Any]] = [
    {"type": "entity", "name": "Ada", "entityType": "person", "observations": ["Likes wells", "Speaks Rust"]},
    {"type": "entity", "name": "The well", "entityType": "place of water", "observations": []},
    {"type": "relation", "from": "Ada", "to": "The well", "relationType": "digs"},
    {"type": "relation", "from": "Nobody", "to": "Nothing", "relationType": "knows"},
]
MCP_MEMORY_SERVICE = {
    "export_metadata": {"source_machine": "laptop", "total_memories": 1},
    "memories": [
        {
            "content": "The well is deep.\nVery deep.",
            "content_hash": "of another kind",
            "tags": ["water", "source:laptop"],
            "created_at": 1767323045.5,
            "created_at_iso": "2026-01-02T03:04:05.5Z",
            "updated_at": 1767323046,
            "memory_type": "note",
            "metadata": {"depth": 1.5},
            "export_source": "laptop",
        }
    ],
}
CLAUDE_MEM = {
    "exportedAt": "2026-01-02T03:04:05.000Z",
    "query": "",
    "totalObservations": 1,
    "observations": [
        {
            "id": 7,
            "memory_session_id": "s-1",
            "project": "village app",
            "type": "bugfix",
            "title": "The pump leaked",
            "subtitle": "A gasket was worn",
            "narrative": "We replaced it.",
            "text": None,
            "facts": '["Gaskets wear out"]',
            "concepts": '["gotcha", "what-changed"]',
            "files_modified": ["pump.py"],
            "created_at_epoch": 1767323045500,
        }
    ],
    "sessions": [{"content_session_id": "c-1", "user_prompt": "Mend the pump"}],
    "summaries": [
        {
            "id": 3,
            "project": "village app",
            "request": "Mend the pump",
            "investigated": None,
            "learned": "Gaskets wear out",
            "completed": "Replaced it",
            "next_steps": "Check the others",
            "created_at": "2026-01-02T03:04:05.000Z",
        }
    ],
    "prompts": [{"id": 1, "content_session_id": "c-1", "prompt_number": 1, "prompt_text": "Mend the pump, please"}],
}
MEM0 = {
    "results": [
        {
            "id": "8a0f6c1e-7d43-4f0e-9a53-1f6f0c2f1f11",
            "memory": "Likes deep wells",
            "hash": "x",
            "metadata": {"source": "chat"},
            "categories": ["personal preferences"],
            "user_id": "ada",
            "created_at": "2026-01-01T19:04:05.500000-08:00",
            "updated_at": None,
        }
    ]
}
NOTE = """---
title: How wells are dug
type: note
permalink: wells/how
tags: [water, "#deep wells"]
created: 2026-01-02
modified: 2026-01-03T04:05:06
depths: {first: 1.5, second: 2026-01-04}
---
# Wells

- [fact] They are deep #geology
- a link, https://example.org/#anchor, is no tag

```c
#include "well.h"
```
"""


def moved(tmp_path: Path, document: Any, name: str = "export.json", **options: Any) -> list[dict[str, Any]]:
    """Import a document, alone; return what was stored, the oldest first."""
    data = document if isinstance(document, bytes) else json.dumps(document, indent=2).encode()
    result = imported(tmp_path / name, data, **options)
    found = records(exported())[::-1]
    assert result.counts == {"imported": len(found)}, result.reasons()
    return found


def as_lines(objects: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def test_an_entity_of_the_reference_server_becomes_a_memory_with_its_relations(database: str, tmp_path: Path) -> None:
    found = {each["summary"]: each for each in moved(tmp_path, as_lines(SERVER_MEMORY), "memory.jsonl")}
    ada = found["Ada (person): Likes wells"]
    assert ada["content"] == "Ada (person)\n- Likes wells\n- Speaks Rust\n- Ada digs The well"
    assert ada["tags"] == ["person"]
    assert ada["metadata"] == {"entity": "Ada", "entity_type": "person"}
    assert ada["stored_by"] == "import: server-memory"
    well = found["The well (place of water)"]
    assert well["content"].endswith("- Ada digs The well")
    assert well["tags"] == ["place-of-water"]
    assert well["metadata"]["original_tags"] == ["place of water"]
    assert found["Nobody knows Nothing"]["content"] == "Nobody knows Nothing"


def test_a_line_of_the_reference_server_that_is_neither_entity_nor_relation_is_refused(
    database: str, tmp_path: Path
) -> None:
    lines = [*SERVER_MEMORY, SERVER_MEMORY[0], {"type": "entity", "name": "Bob"}, {"type": "relation", "from": 7}]
    result = imported(tmp_path / "memory.jsonl", as_lines(lines) + b"?\n")
    assert result.counts == {"imported": 3, "refused": 4}
    assert [outcome.item.number for outcome in result.outcomes if outcome.kind == "refused"] == [5, 6, 7, 8]


def test_a_memory_of_mcp_memory_service_keeps_its_times_and_metadata(database: str, tmp_path: Path) -> None:
    (memory,) = moved(tmp_path, MCP_MEMORY_SERVICE)
    assert memory["content"] == "The well is deep.\nVery deep."
    assert memory["summary"] == "The well is deep."
    assert memory["context"] == "Imported from mcp-memory-service, a memory of type note"
    assert memory["tags"] == ["water", "source-laptop"]
    assert memory["metadata"] == {
        "depth": 1.5,
        "memory_type": "note",
        "source": "laptop",
        "original_tags": ["water", "source:laptop"],
    }
    assert at(memory["created_at"]) == at("2026-01-02T03:04:05.500+00:00")
    assert at(memory["updated_at"]) == at("2026-01-02T03:04:06+00:00")


def test_observations_summaries_and_prompts_of_claude_mem_become_memories(database: str, tmp_path: Path) -> None:
    found = {each["tags"][0]: each for each in moved(tmp_path, CLAUDE_MEM)}
    bugfix = found["bugfix"]
    assert bugfix["content"] == "The pump leaked\nA gasket was worn\nWe replaced it.\n- Gaskets wear out"
    assert bugfix["summary"] == "The pump leaked"
    assert bugfix["tags"] == ["bugfix", "gotcha", "what-changed"]
    assert bugfix["project"] == "village-app"
    assert bugfix["metadata"] == {"memory_session_id": "s-1", "files_modified": ["pump.py"]}
    assert at(bugfix["created_at"]) == at("2026-01-02T03:04:05.500+00:00")
    assert found["session-summary"]["content"] == (
        "Request: Mend the pump\nLearned: Gaskets wear out\nCompleted: Replaced it\nNext steps: Check the others"
    )
    assert found["prompt"]["content"] == "Mend the pump, please"


@pytest.mark.parametrize(
    "document",
    [MEM0, MEM0["results"], {"memories": MEM0["results"]}, {"kind": "mem0_export", "records": MEM0["results"]}],
    ids=["results", "array", "memories", "records"],
)
def test_a_memory_of_mem0_keeps_its_id_and_owner(database: str, tmp_path: Path, document: Any) -> None:
    (memory,) = moved(tmp_path, document)
    assert memory["id"] == MEM0["results"][0]["id"]
    assert memory["content"] == memory["summary"] == "Likes deep wells"
    assert memory["context"] == "Imported from mem0, of user ada"
    assert memory["tags"] == ["personal-preferences"]
    assert memory["metadata"]["user_id"] == "ada"
    assert memory["metadata"]["source"] == "chat"
    assert at(memory["created_at"]) == at(memory["updated_at"]) == at("2026-01-02T03:04:05.500+00:00")


def test_a_note_becomes_a_memory_with_the_values_of_its_front_matter(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    (folder / "wells").mkdir(parents=True)
    (folder / ".obsidian").mkdir()
    (folder / ".obsidian" / "template.md").write_text("hidden")
    (folder / "picture.png").write_bytes(b"\x89PNG\x00")
    (folder / "wells" / "How.md").write_text(NOTE)
    (folder / "Plain.md").write_text("Just a line")

    assert imported(folder).counts == {"imported": 2}

    found = {each["summary"]: each for each in records(exported())}
    note = found["How wells are dug"]
    assert note["content"].startswith("# Wells\n")
    assert note["context"] == "Note wells/How.md"
    assert note["tags"] == ["water", "deep-wells", "geology"]
    assert note["metadata"] == {
        "type": "note",
        "permalink": "wells/how",
        "note": "wells/How.md",
        "depths": {"first": 1.5, "second": "2026-01-04"},
        "original_tags": ["water", "deep wells", "geology"],
    }
    assert at(note["created_at"]) == at("2026-01-02T00:00:00+00:00")
    assert at(note["updated_at"]) == at("2026-01-03T04:05:06+00:00")
    assert found["Plain"]["content"] == "Just a line"
    assert imported(folder).counts == {"duplicate": 2}


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        (b"---\ntitle: [\n---\nText", "is no YAML that can be read"),
        (b"---\na: &a [1]\nb: *a\n---\nText", "is no YAML that can be read"),
        (b"---\ntitle: x\n---\n", "content must not be empty."),
        (b"\xff\xfenote", "is not in UTF-8"),
        (b"a\x00b", "content must not contain NUL"),
        (b"x" * 1_200_000, "is larger than a memory can be"),
        (b"x" * 1_050_000, "content is too large"),
        (b"---\n" + b"a: b\n" * 20_000 + b"---\nText", "The front matter of bad.md is too large"),
    ],
)
def test_a_note_that_cannot_be_read_is_refused_by_its_name(
    database: str, tmp_path: Path, note: bytes, reason: str
) -> None:
    (tmp_path / "bad.md").write_bytes(note)
    (tmp_path / "good.md").write_text("Text of another")
    result = imported(tmp_path)
    assert result.counts == {"imported": 1, "refused": 1}
    assert reason in result.reasons()[0]
    assert result.outcomes[0].item.raw == b"bad.md" or result.outcomes[1].item.raw == b"bad.md"


@pytest.mark.parametrize("document", [MCP_MEMORY_SERVICE, CLAUDE_MEM, MEM0], ids=["service", "claude-mem", "mem0"])
def test_what_is_set_aside_is_recognised_again(database: str, tmp_path: Path, document: dict[str, Any]) -> None:
    """Of a document, the rejected items become JSON Lines."""
    result = imported(tmp_path / "export.json", json.dumps(document).encode(), project="no blanks")
    assert set(result.counts) == {"refused"}
    lines = b"".join(outcome.item.raw + b"\n" for outcome in result.outcomes)
    again = imported(tmp_path / "export.json.rejected", lines)
    assert again.counts == {"imported": len(result.outcomes)}


@pytest.mark.parametrize("document", [MCP_MEMORY_SERVICE, CLAUDE_MEM, MEM0], ids=["service", "claude-mem", "mem0"])
def test_of_a_document_that_ends_too_early_the_beginning_is_imported(
    database: str, tmp_path: Path, document: dict[str, Any]
) -> None:
    text = json.dumps(document)
    with pytest.raises(DamagedError, match="ends too early"):
        imported(tmp_path / "export.json", text[:-1].encode())
    assert len(records(exported())) >= 1


def test_what_has_no_content_or_does_not_fit_is_refused(database: str, tmp_path: Path) -> None:
    bad = [{"memory": None, "id": "x"}, {"memory": ""}, {"memory": "m", "metadata": {"a": "x" * 20_000}}]
    result = imported(tmp_path / "mem0.json", json.dumps({"results": [*MEM0["results"], *bad]}).encode())
    assert result.counts == {"imported": 1, "refused": 3}


def test_a_format_can_be_named(program: psycopg.Connection[Any], tmp_path: Path) -> None:
    (memory,) = moved(tmp_path, b"A note without an ending", "note", format="markdown")
    assert memory["summary"] == "note"


@pytest.mark.unit
def test_tags_are_made_to_fit() -> None:
    assert fitting.fitting_tags(["a b", "a/b", "ä", "--x--", None, 7, "y" * 60]) == (
        ["a-b", "x", "7", "y" * 50],
        False,
    )
    assert fitting.fitting_tags(["rust", "well-1", "rust"]) == (["rust", "well-1"], True)
    assert len(fitting.fitting_tags([f"t{number}" for number in range(60)])[0]) == 50


@pytest.mark.unit
@pytest.mark.parametrize(
    "value", [1767323045, 1767323045000, "2026-01-02T03:04:05Z", "2026-01-02 03:04:05", "2026-01-02T04:04:05+01:00"]
)
def test_times_are_read_in_seconds_milliseconds_and_as_text(value: Any) -> None:
    assert fitting.moment(value) == at("2026-01-02T03:04:05+00:00")


@pytest.mark.unit
@pytest.mark.parametrize("value", [None, True, "soon", "", 1e300, float("nan"), -1e300, [], {}])
def test_what_is_no_time_is_none(value: Any) -> None:
    assert fitting.moment(value) is None


@pytest.mark.unit
def test_a_text_becomes_one_line_that_is_cut_at_a_word() -> None:
    assert fitting.line(" a\n\tb\x00c ", 10) == "a b c"
    assert fitting.line("one two three", 9) == "one two…"
    assert fitting.line("x" * 20, 9) == "x" * 8 + "…"
