"""Answers hold what is stored, to the byte, in both of their forms."""

from __future__ import annotations

import datetime
import hashlib
import json
import uuid
from typing import Any

import pytest

from memories.models import Memory
from tests.support.clients import Client, Message, Serve
from tests.support.factories import CodePatternFactory, MemoryFactory, ProcessedMemoryFactory


def nested(depth: int) -> Any:
    value: Any = "innermost"
    for _ in range(depth):
        value = [value]
    return value


UNUSUAL = {
    "an integer beyond 64 bits": 2**70,
    "the first integer beyond 64 bits": 2**64,
    "the last of 64 bits with a sign": -(2**63),
    "one less than it": -(2**63) - 1,
    "a small fraction": 0.00000012345678901234567,
    "a large float": 1e22,
    "nineteen digits in a text": "1234567890123456789",
    "what JSON escapes": '"\\/\b\f\n\r\t\x01\x7f',
    "beyond ASCII": "é 記 🐘 \u0085 \u2028 \u2029",
    "deep": nested(400),
    "nothing": None,
    "empty": [{}, [], ""],
}


def result_of(server: Client, tool: str, **arguments: Any) -> Message:
    """What a tool answers; both forms of it are the same."""
    result = server.ask("tools/call", {"name": tool, "arguments": arguments})
    members = json.loads(result["content"][0]["text"])
    assert repr(result["structuredContent"]) == repr(members)
    return members  # type: ignore[no-any-return]


@pytest.mark.parametrize("value", UNUSUAL.values(), ids=UNUSUAL)
def test_whatever_json_a_memory_holds_is_answered_exactly(server: Client, value: Any) -> None:
    memory = MemoryFactory.create(metadata={"value": value, "é": value}, tags=["unusual"])
    ProcessedMemoryFactory.create(memory=memory, insights=[value], entities={"value": value})
    identifier = str(memory.pk)
    answers = [
        result_of(server, "get_memory", id=identifier)["memory"],
        result_of(server, "get_memory", id=identifier, include_embedding=True)["memory"],
        *result_of(server, "search_memories", tags=["unusual"])["memories"],
        *result_of(server, "search_memories", query="deployment")["memories"],
    ]
    assert len(answers) == 4
    for answer in answers:
        assert answer["metadata"] == {"value": value, "é": value}
        assert answer["processed"]["insights"] == [value]
        assert answer["processed"]["entities"] == {"value": value}


MOMENTS = {
    "2024-02-29T23:59:59.999999Z": datetime.datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=datetime.UTC),
    "2024-01-01T00:00:00Z": datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC),
    "2024-01-01T00:00:00.000001Z": datetime.datetime(2024, 1, 1, microsecond=1, tzinfo=datetime.UTC),
    "2024-01-01T00:00:00.100000Z": datetime.datetime(2024, 1, 1, microsecond=100_000, tzinfo=datetime.UTC),
    "0999-01-01T00:00:00Z": datetime.datetime(999, 1, 1, tzinfo=datetime.UTC),
    "9999-12-31T23:59:59.999999Z": datetime.datetime.max.replace(tzinfo=datetime.UTC),
}


@pytest.mark.parametrize("huge", [False, True], ids=["common values", "an integer beyond 64 bits"])
@pytest.mark.parametrize("written", MOMENTS)
def test_a_page_is_written_to_the_byte(server: Client, written: str, huge: bool) -> None:
    metadata = {"a": 2**64} if huge else {"a": 1.5}
    moment = MOMENTS[written]
    memory = MemoryFactory.create(
        content="first\nsecond", summary="One", tags=["b", "a"], metadata=metadata, created_at=moment, updated_at=moment
    )
    hit = {
        "id": str(memory.pk),
        "content": "first",
        "content_hash": hashlib.sha256(b"first\nsecond").hexdigest(),
        "context": "Release planning of the billing service",
        "summary": "One",
        "tags": ["b", "a"],
        "metadata": metadata,
        "created_at": written,
        "updated_at": written,
        "project": "",
        "superseded_by": None,
        "superseded_at": None,
        "version": 1,
        "stored_by": memory.stored_by,
        "changed_by": memory.changed_by,
        "processed": None,
        "content_length": 12,
        "content_truncated": True,
        "content_offset": 0,
    }
    page = {"memories": [hit], "total": 1, "total_is_exact": True, "limit": 20, "offset": 0, "has_more": False}
    result = server.ask("tools/call", {"name": "search_memories", "arguments": {"tags": ["a"], "content_chars": 5}})
    assert result["content"][0]["text"] == json.dumps(page, separators=(",", ":"))
    assert json.dumps(result["structuredContent"]) == json.dumps(page)
    whole = {name: value for name, value in hit.items() if not name.startswith("content_") or name == "content_hash"}
    whole["content"] = "first\nsecond"
    got = server.ask("tools/call", {"name": "get_memory", "arguments": {"id": str(memory.pk)}})
    assert got["content"][0]["text"] == json.dumps({"memory": whole}, separators=(",", ":"))


def test_an_answer_on_an_id_that_utf8_cannot_say_is_whole(server: Client) -> None:
    MemoryFactory.create(metadata={"value": 2**70, "text": "é\u2028"})
    for value in ("plain", 2**70):
        Memory.objects.update(metadata={"value": value, "text": "é\u2028"})
        request = server.prepared_call("search_memories", {}) | {"id": "\ud800"}
        server.send(request)
        result = server.result("\ud800")
        assert result["structuredContent"] == json.loads(result["content"][0]["text"])
        assert result["structuredContent"]["memories"][0]["metadata"] == {"value": value, "text": "é\u2028"}


def test_patterns_and_statistics_are_written_as_plain_json(server: Client) -> None:
    pattern = CodePatternFactory.create(ast_features={"huge": 2**70})
    (found,) = result_of(server, "get_patterns", memory_id=str(pattern.memory_id))["patterns"]
    assert uuid.UUID(found["id"]) == pattern.pk
    assert found["ast_features"] == {"huge": 2**70}
    assert found["discovered_at"].endswith("Z")
    assert result_of(server, "search_patterns", pattern_type="function_definition")["patterns"] == [found]
    assert result_of(server, "get_statistics")["computed_at"].endswith("Z")


def test_a_period_asked_for_in_another_zone_is_answered_in_utc(server: Client) -> None:
    asked = {"from_date": "2026-03-01T01:00:00+02:00", "to_date": "2026-03-01T20:00:00-05:00"}
    answered = result_of(server, "pattern_statistics", **asked)
    assert answered["from_date"] == "2026-02-28T23:00:00Z"
    assert answered["to_date"] == "2026-03-02T01:00:00Z"


@pytest.mark.parametrize(
    "period",
    [{"to_date": "9999-12-31T23:00:00-05:00"}, {"from_date": "0001-01-01T01:00:00+05:00"}],
    ids=["behind the last year", "before the first"],
)
def test_a_period_that_utc_cannot_say_is_refused_with_the_rule(server: Client, period: dict[str, str]) -> None:
    refused = server.refusal("pattern_statistics", period)
    assert refused.code == -32000
    assert "years 1 to 9999" in refused.message


def test_results_are_the_same_from_the_cache(serve: Serve, database: str) -> None:
    server = serve(database, ENABLE_CACHE="true")
    memory = MemoryFactory.create(metadata={"value": 2**70, "text": "é"})
    ProcessedMemoryFactory.create(memory=memory)
    calls: dict[str, Any] = {"get_memory": {"id": str(memory.pk)}, "search_memories": {"tags": ["billing"]}}
    for tool, arguments in calls.items():
        first = result_of(server, tool, **arguments)
        assert all(result_of(server, tool, **arguments) == first for _ in range(3))
