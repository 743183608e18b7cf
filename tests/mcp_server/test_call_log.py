"""What the operator reads: one line a call, and a warning before the pool is exhausted."""

from __future__ import annotations

import json
import re
from typing import Any

import psycopg

from tests.support.clients import Client, Serve
from tests.support.locks import await_waiting, hold

MEMORY = {"content": "Tell nobody: seven-of-nine.", "context": "Secrets-of-ours", "summary": "A summary-of-ours"}


def calls(server: Client) -> list[str]:
    """The lines on calls, once the process has ended."""
    assert server.finish() == 0
    return [line for line in server.log.splitlines() if " mcp_server.calls: " in line]


def test_each_call_is_one_line_with_tool_outcome_milliseconds_and_request(serve: Serve, database: str) -> None:
    server = serve(database)
    stored = server.request_call("store_memory", MEMORY)
    identifier = server.called(stored)["id"]
    again = server.request_call("store_memory", MEMORY)
    assert server.refused(again).code == -32002
    malformed = server.request_call("get_memory", {"id": 5})
    assert server.refused(malformed).code == -32602
    unknown = server.request_call("forget\neverything")
    assert server.refused(unknown).code == -32601
    patterns = [
        rf"Memory stored successfully: id={identifier}, store_memory: ok in [0-9.]+ ms, request {stored}",
        rf"store_memory: Duplicate in [0-9.]+ ms, request {again}",
        rf"get_memory: Validation in [0-9.]+ ms, request {malformed}",
        rf"'forget\\neverything': Validation in [0-9.]+ ms, request {unknown}",
    ]
    lines = calls(server)
    assert len(lines) == len(patterns)
    for line, pattern in zip(lines, patterns, strict=True):
        assert re.search(rf" INFO mcp_server\.calls: {pattern}$", line), line


def test_what_was_said_is_in_no_log_not_even_with_every_statement_in_it(serve: Serve, database: str) -> None:
    server = serve(database, LOG_LEVEL="trace")
    identifier = server.call("store_memory", MEMORY)["id"]
    assert server.call("search_memories", query="seven-of-nine secrets-of-ours")["total"] == 1
    assert server.call("get_memory", id=identifier)["memory"]["content"] == MEMORY["content"]
    assert server.finish() == 0
    assert "SQL query: " in server.log
    assert "INSERT INTO" in server.log
    assert re.search(r"Search query executed: [0-9.]+ms, 1 results", server.log)
    assert not re.search(r"-of-(nine|ours)", server.log, re.IGNORECASE)


def test_without_trace_no_statement_is_logged(serve: Serve, database: str) -> None:
    server = serve(database, LOG_LEVEL="debug")
    server.call("search_memories")
    assert server.finish() == 0
    assert "SQL query" not in server.log


def test_as_json_each_line_is_one_object(serve: Serve, database: str) -> None:
    server = serve(database, LOG_FORMAT="json")
    server.request_call("get_memory", {"id": "never\nmind"})
    server.call("search_memories")
    assert server.finish() == 0
    records = [json.loads(line) for line in server.log.splitlines()]
    assert all({"time", "level", "logger", "message"} <= set(record) for record in records)
    record = next(record for record in records if record.get("tool") == "search_memories")
    assert (record["level"], record["outcome"]) == ("INFO", "ok")
    assert record["milliseconds"] > 0
    assert isinstance(record["request"], int)


def test_a_nearly_exhausted_pool_is_a_warning_once_a_minute(
    serve: Serve, database: str, outside: psycopg.Connection[Any]
) -> None:
    server = serve(database, MAX_CONNECTIONS="10")
    server.call("search_memories")
    for _ in range(2):
        with outside.transaction():
            hold(outside)
            held = [server.request_call("search_memories") for _ in range(8)]
            await_waiting(outside, 8)
        for call in held:
            server.called(call)
    assert server.finish() == 0
    warnings = re.findall(r"WARNING memories\.db\.pool: (.*)", server.log)
    assert warnings == ["Connection pool usage above 70%: 7/10"]
