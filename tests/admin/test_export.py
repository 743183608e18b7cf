"""The current selection or result as JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import uuid
from typing import Any

from django.test import Client

from tests.admin.conftest import LIST, MemoryFactory, ProcessedMemoryFactory, fill


def export(client: Client, action: str, ids: list[Any] | None = None, filters: str = "") -> str:
    data = {"action": action, "index": "0", "select_across": "0" if ids else "1"}
    response: Any = client.post(f"{LIST}?{filters}", {**data, "_selected_action": ids or [str(uuid.uuid4())]})
    assert response.status_code == 200
    assert response.streaming
    assert "attachment" in response["Content-Disposition"]
    return b"".join(response.streaming_content).decode()


def test_json_lines_hold_memories_as_agents_get_them(curator: Client) -> None:
    memory = MemoryFactory(content="Zeile eins\nund 2 \u2013 ü", metadata={"a": [1]}, tags=["x"])
    ProcessedMemoryFactory(memory=memory, sentiment=0.5, insights={"k": "v"}, entities=["e"])

    (line,) = export(curator, "export_jsonl", [str(memory.pk)]).splitlines()

    row = json.loads(line)
    assert (row["id"], row["content"], row["tags"], row["metadata"]) == (
        str(memory.pk),
        memory.content,
        ["x"],
        {"a": [1]},
    )
    assert row["created_at"].endswith("Z")
    processed = row["processed"]
    assert (processed["sentiment"], processed["has_embedding"], processed["insights"]) == (0.5, True, {"k": "v"})
    assert "embeddings" not in line


def test_all_that_match_are_exported_in_the_order_of_the_list(curator: Client) -> None:
    fill(260, tag="many")
    MemoryFactory(summary="other", tags=["few"])

    rows = [json.loads(line) for line in export(curator, "export_jsonl", filters="tag=many").splitlines()]

    assert [row["summary"] for row in rows] == [f"filler {n}" for n in range(1, 261)]


def test_a_search_is_exported_best_first(curator: Client) -> None:
    MemoryFactory(summary="A note", content="The rollback was slow once", context="releases")
    MemoryFactory(summary="Rollback of a release", content="how a rollback works, rollback steps", context="releases")

    rows = [json.loads(line) for line in export(curator, "export_jsonl", filters="q=rollback").splitlines()]

    assert [row["summary"] for row in rows] == ["Rollback of a release", "A note"]


def test_csv_can_be_read_back_and_runs_no_formula(curator: Client) -> None:
    memory = MemoryFactory(summary="=HYPERLINK(1)", content='line "one"\nline, two', metadata={"a": 1})

    header, row = csv.reader(io.StringIO(export(curator, "export_csv", [str(memory.pk)])))

    cells = dict(zip(header, row, strict=True))
    assert cells["summary"] == "'=HYPERLINK(1)"
    assert cells["content"] == memory.content
    assert json.loads(cells["metadata"]) == {"a": 1}
    assert cells["sentiment"] == ""
