"""The contract that clients rely on: each tool's name, arguments and result. Change it only by adding."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from memories import limits
from memories.models import Memory
from tests.support.clients import PROTOCOL, Client, Message, Serve
from tests.support.factories import ProcessedMemoryFactory

MEMORY_KEYS = {"id", "content", "content_hash", "context", "summary", "tags", "metadata", "created_at", "updated_at"}
MEMORY_KEYS |= {"processed", "project", "superseded_by", "superseded_at", "version", "stored_by", "changed_by"}
PROCESSED_KEYS = {"insights", "entities", "sentiment", "has_embedding", "processing_version", "processed_at"}
STATISTICS_KEYS = {"memories", "processed", "with_embeddings", "patterns", "content_bytes", "database_bytes"}
STATISTICS_KEYS |= {"distinct_tags", "top_tags", "oldest", "newest", "stored_last_day", "stored_last_week"}
STATISTICS_KEYS |= {"computed_at", "estimated"}

# For each tool: arguments required, arguments optional, keys of the result, and (read-only, destructive, idempotent).
CONTRACT: dict[str, tuple[set[str], set[str], set[str], tuple[bool, bool, bool]]] = {
    "store_memory": (
        {"content", "context", "summary"},
        {"tags", "metadata", "insights", "embeddings", "entities", "sentiment", "project", "supersedes"},
        {"id"},
        (False, False, False),
    ),
    "update_memory": (
        {"id"},
        {"content", "context", "summary", "tags", "metadata", "insights", "embeddings", "entities", "sentiment"}
        | {"clear", "if_updated_at", "project"},
        {"id", "version", "updated_at"},
        (False, False, True),
    ),
    "get_memory": ({"id"}, {"include_embedding", "version", "history"}, {"memory"}, (True, False, True)),
    "search_memories": (
        set(),
        {"query", "embedding", "tags", "context", "summary", "metadata", "from_date", "to_date"}
        | {"limit", "offset", "order_by", "content_chars", "max_chars", "project", "include_superseded", "as_of"},
        {"memories", "total", "total_is_exact", "limit", "offset", "has_more"},
        (True, False, True),
    ),
    "delete_memory": ({"id"}, set(), {"deleted"}, (False, True, True)),
    "get_statistics": (set(), {"project"}, STATISTICS_KEYS, (True, False, True)),
    "analyze_patterns": (
        {"memory_id", "language"},
        set(),
        {"memory_id", "language", "patterns", "counts", "total_found", "truncated", "parse_errors", "duration_ms"},
        (False, False, True),
    ),
    "get_patterns": ({"memory_id"}, set(), {"patterns"}, (True, False, True)),
    "search_patterns": ({"pattern_type"}, {"limit", "language", "query", "project"}, {"patterns"}, (True, False, True)),
    "pattern_statistics": (
        set(),
        {"from_date", "to_date", "project"},
        {"from_date", "to_date", "total", "by_type", "by_language", "by_day", "top_signatures"},
        (True, False, True),
    ),
}


@pytest.fixture
def tools(server: Client) -> dict[str, Message]:
    return {tool["name"]: tool for tool in server.ask("tools/list")["tools"]}


@pytest.mark.parametrize("name", CONTRACT)
def test_a_tool_is_listed_as_its_contract_says(tools: dict[str, Message], name: str) -> None:
    required, optional, result, (read_only, destructive, idempotent) = CONTRACT[name]
    schema = tools[name]["inputSchema"]
    assert set(schema.get("required", [])) == required
    assert set(schema["properties"]) == required | optional
    assert schema["additionalProperties"] is False
    assert set(tools[name]["outputSchema"]["properties"]) == result
    assert set(tools[name]["outputSchema"]["required"]) == result
    annotations = tools[name]["annotations"]
    assert annotations["readOnlyHint"] is read_only
    assert annotations["destructiveHint"] is destructive
    assert annotations["idempotentHint"] is idempotent
    assert annotations["openWorldHint"] is False


def test_each_argument_says_what_it_is_and_its_limits(tools: dict[str, Message]) -> None:
    for tool in tools.values():
        assert all(argument["description"] for argument in tool["inputSchema"]["properties"].values())
    store = tools["store_memory"]["inputSchema"]["properties"]
    assert "1,048,576" in store["content"]["description"]
    assert store["context"]["maxLength"] == 1000
    assert store["summary"]["maxLength"] == 500
    assert store["tags"]["maxItems"] == 50
    assert store["tags"]["items"]["pattern"] == limits.TAG_PATTERN
    assert (store["sentiment"]["minimum"], store["sentiment"]["maximum"]) == (-1, 1)
    search = tools["search_memories"]["inputSchema"]["properties"]
    assert (search["limit"]["minimum"], search["limit"]["maximum"], search["limit"]["default"]) == (1, 100, 20)
    assert (search["offset"]["minimum"], search["offset"]["maximum"], search["offset"]["default"]) == (0, 10_000, 0)
    assert search["content_chars"]["default"] == 2_000
    orders = ["created_at_desc", "created_at_asc", "updated_at_desc", "updated_at_asc", "relevance"]
    assert search["order_by"]["enum"] == orders
    assert "UUID" in tools["get_memory"]["inputSchema"]["properties"]["id"]["description"]
    assert search["from_date"]["format"] == "date-time"


def schemas_in(schema: Any, where: str = "") -> Iterator[tuple[str, Message]]:
    """A JSON Schema and all within it, each with its place."""
    yield where, schema
    for name, inner in schema.get("properties", {}).items():
        yield from schemas_in(inner, f"{where}.{name}")
    if "items" in schema:
        yield from schemas_in(schema["items"], f"{where}[]")


# All that the input schemas may be made of. Some clients drop a tool, or all of them, for what they do not know.
KEYWORDS = {"type", "description", "properties", "required", "items", "additionalProperties", "default", "enum"}
KEYWORDS |= {"minimum", "maximum", "minLength", "maxLength", "maxItems", "pattern", "format"}
TYPES = {"object", "array", "string", "integer", "number", "boolean"}


def test_each_input_schema_is_one_that_strict_clients_read(tools: dict[str, Message]) -> None:
    for tool in tools.values():
        for where, schema in schemas_in(tool["inputSchema"], tool["name"]):
            assert schema.keys() <= KEYWORDS, where
            assert isinstance(schema["type"], str), where
            assert schema["type"] in TYPES, where
            assert schema.get("format", "date-time") == "date-time", where
            assert schema["type"] != "array" or schema["items"], where
            if "default" in schema:
                assert isinstance(schema["default"], {"integer": int, "boolean": bool}[schema["type"]]), where
        assert tool["inputSchema"]["type"] == "object"


def test_each_output_schema_is_one_object(tools: dict[str, Message]) -> None:
    # The root's type must be this very string; clients refuse the whole list for another.
    assert all(tool["outputSchema"]["type"] == "object" for tool in tools.values())


def test_what_is_taken_beyond_a_type_stands_in_the_description(tools: dict[str, Message]) -> None:
    store, search = (tools[name]["inputSchema"]["properties"] for name in ("store_memory", "search_memories"))
    for name in ("insights", "entities"):
        assert store[name]["type"] == "object"
        assert "any other JSON" in store[name]["description"]
    for vector in (store["embeddings"], search["embedding"]):
        assert (vector["type"], vector["items"]) == ("array", {"type": "number"})
    assert "base64" in store["embeddings"]["description"]


def test_the_list_is_small_enough_for_every_agents_context(server: Client) -> None:
    listed = server.ask("tools/list")
    names = [{key: tool[key] for key in ("name", "description", "inputSchema")} for tool in listed["tools"]]
    assert len(json.dumps(names, separators=(",", ":")).encode()) <= 12_000
    assert len(json.dumps(listed, separators=(",", ":")).encode()) <= 24_000


def test_results_carry_the_keys_of_the_contract(serve: Serve, server: Client) -> None:
    example = {"content": "Fish on Fridays.", "context": "Kitchen", "summary": "Friday's dish", "tags": ["food"]}
    identifier = server.call("store_memory", example)["id"]
    memory = server.call("get_memory", id=identifier)["memory"]
    assert set(memory) == MEMORY_KEYS
    assert memory["processed"] is None
    ProcessedMemoryFactory.create(memory=Memory.objects.get(id=identifier))
    assert set(server.call("get_memory", id=identifier)["memory"]["processed"]) == PROCESSED_KEYS
    hit = server.call("search_memories")["memories"][0]
    assert set(hit) == MEMORY_KEYS | {"content_length", "content_truncated", "content_offset"}
    assert set(hit["processed"]) == PROCESSED_KEYS
    statistics = serve().call("get_statistics")
    assert set(statistics) == STATISTICS_KEYS
    assert statistics["top_tags"] == [{"tag": "food", "count": 1}]


# Versions of the protocol

VERSIONS = {"2024-11-05": False, "2025-03-26": False, "2025-06-18": True, "2025-11-25": True}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_is_negotiated_and_answered_in_its_own_form(serve: Serve, database: str, version: str) -> None:
    server = serve(database, initialized=False)
    handshake = server.initialize(version)
    assert handshake["protocolVersion"] == version
    assert handshake["serverInfo"]["name"] == "codex-memory"
    assert handshake["serverInfo"]["version"] == "3.0.0"
    assert handshake["instructions"].count(". ") == 5
    result = server.ask("tools/call", {"name": "get_statistics"})
    assert ("structuredContent" in result) is VERSIONS[version]
    assert [block["type"] for block in result["content"]] == ["text"]
    text = result["content"][0]["text"]
    assert text == json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)
    assert result.get("structuredContent", json.loads(text)) == json.loads(text)
    tool = server.ask("tools/list")["tools"][0]
    assert ("outputSchema" in tool) is VERSIONS[version]


@pytest.mark.parametrize("version", ["2023-01-01", "9999-01-01", "", "latest"])
def test_an_unknown_version_is_answered_with_the_newest(serve: Serve, version: str) -> None:
    assert serve(initialized=False).initialize(version)["protocolVersion"] == PROTOCOL


def test_the_version_without_a_handshake_is_served(serve: Serve, database: str) -> None:
    server = serve(database, initialized=False)
    prefix = "io.modelcontextprotocol"
    meta: dict[str, Any] = {f"{prefix}/protocolVersion": "2026-07-28", f"{prefix}/clientCapabilities": {}}
    meta[f"{prefix}/clientInfo"] = {"name": "tests", "version": "1"}
    arguments = {"content": "Rain tomorrow.", "context": "Weather", "summary": "Rain"}
    stored = server.ask("tools/call", {"name": "store_memory", "arguments": arguments, "_meta": meta})
    identifier = stored["structuredContent"]["id"]
    params = {"name": "get_memory", "arguments": {"id": identifier}, "_meta": meta}
    assert server.ask("tools/call", params)["structuredContent"]["memory"]["content"] == "Rain tomorrow."
    refused = server.refused(server.request("tools/call", params | {"arguments": {"id": "nonsense"}}))
    assert refused.code == -32602


@pytest.mark.stdio
@pytest.mark.parametrize("method", ["tools/list", "tools/call"])
def test_what_comes_before_the_handshake_is_refused_with_a_hint(serve: Serve, method: str) -> None:
    server = serve(initialized=False)
    refused = server.refused(server.request(method, {"name": "get_statistics"} if method == "tools/call" else {}))
    assert refused.code == -32602
    assert "initialize" in refused.message
    server.initialize()
    assert server.ask("tools/list")["tools"]


TIMES = {"created_at", "updated_at", "processed_at", "discovered_at", "computed_at", "oldest", "newest"}
TIMES |= {"from_date", "to_date"}
RFC_3339_IN_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def times_in(answer: Any) -> Iterator[tuple[str, Any]]:
    """The times of an answer, each with its name."""
    if isinstance(answer, list):
        for item in answer:
            yield from times_in(item)
    if isinstance(answer, dict):
        for name, value in answer.items():
            yield from [(name, value)] if name in TIMES else times_in(value)


def test_times_are_rfc_3339_in_utc(serve: Serve, server: Client) -> None:
    began = datetime.datetime.now(datetime.UTC)
    source = {"content": "lambda: 1", "context": "x", "summary": "x", "sentiment": 1}
    identifier = server.call("store_memory", source)["id"]
    answers = [
        server.call("analyze_patterns", memory_id=identifier, language="python"),
        server.call("get_memory", id=identifier),
        server.call("search_memories"),
        server.call("get_patterns", memory_id=identifier),
        server.call("search_patterns", pattern_type="lambda"),
        serve().call("get_statistics"),
    ]
    period = server.call("pattern_statistics")
    found = [*times_in(answers), ("to_date", period["to_date"])]
    assert {name for name, _ in found} == TIMES - {"from_date"}
    for name, text in [*found, ("from_date", period["from_date"])]:
        assert RFC_3339_IN_UTC.fullmatch(text), (name, text)
    for name, text in found:
        moment = datetime.datetime.fromisoformat(text)
        assert began <= moment <= datetime.datetime.now(datetime.UTC), (name, text)


def test_a_time_that_was_answered_finds_its_memory_as_a_date(server: Client) -> None:
    identifier = server.call("store_memory", content="x", context="x", summary="x")["id"]
    moment = server.call("get_memory", id=identifier)["memory"]["created_at"]
    assert datetime.datetime.fromisoformat(moment) == Memory.objects.get().created_at
    assert server.call("search_memories", from_date=moment, to_date=moment)["total"] == 1
