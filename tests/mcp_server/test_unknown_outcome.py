"""A change that may or may not have happened is reported as such, with how to find out (decision D28)."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import psycopg
import pytest

from tests.support.clients import Message, Serve
from tests.support.database import PostgreSQL
from tests.support.waiting import until

MEMORY = {"content": "Tea is served at five.", "context": "Office", "summary": "Tea time"}
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'codex-memory'"
CHANGES: list[tuple[str, Message, str]] = [
    ("store_memory", {**MEMORY, "content": "Another."}, "-32002"),
    ("update_memory", {"summary": "Changed"}, "compare"),
    ("delete_memory", {}, "null"),
    ("analyze_patterns", {"language": "python"}, "again"),
]


def _waits(connection: psycopg.Connection[Any]) -> bool:
    row = connection.execute(WAITING).fetchone()
    return row is not None and row[0] > 0


@pytest.mark.parametrize(("tool", "arguments", "hint"), CHANGES)
def test_a_change_whose_connection_is_lost_has_an_unknown_outcome(
    serve: Serve, own_postgresql: PostgreSQL, tool: str, arguments: Message, hint: str
) -> None:
    url = own_postgresql.url("postgres")
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("TRUNCATE memories CASCADE")
    server = serve(url)
    identifier = server.call("store_memory", MEMORY)["id"]
    if tool != "store_memory":
        arguments = {**arguments, "memory_id" if tool == "analyze_patterns" else "id": identifier}
    with closing(psycopg.connect(url)) as other:
        other.execute("LOCK TABLE memories IN EXCLUSIVE MODE")
        called = server.request_call(tool, arguments)
        with psycopg.connect(url, autocommit=True) as watching:
            until(lambda: _waits(watching), "waiting for the lock")
        own_postgresql.kill()
        refused = server.refused(called)
    own_postgresql.start()

    assert (refused.code, refused.data["outcome"]) == (-32603, "unknown")
    assert hint in refused.message
    until(lambda: "memories" in server.called(server.request_call("search_memories")), "the database")


def test_a_read_whose_connection_is_lost_has_no_outcome(serve: Serve, own_postgresql: PostgreSQL) -> None:
    url = own_postgresql.url("postgres")
    server = serve(url)
    server.call("search_memories")
    with closing(psycopg.connect(url)) as other:
        other.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        called = server.request_call("search_memories")
        with psycopg.connect(url, autocommit=True) as watching:
            until(lambda: _waits(watching), "waiting for the lock")
        own_postgresql.kill()
        refused = server.refused(called)
    own_postgresql.start()

    assert refused.code == -32603
    assert "outcome" not in refused.data


@pytest.mark.parametrize(("tool", "arguments", "hint"), CHANGES[:3])
def test_a_change_that_took_too_long_has_an_unknown_outcome(
    serve: Serve, database: str, outside: psycopg.Connection[Any], tool: str, arguments: Message, hint: str
) -> None:
    server = serve(database, MCP_TIMEOUT="5")
    identifier = server.call("store_memory", MEMORY)["id"]
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN EXCLUSIVE MODE")
        refused = server.refusal(tool, {**arguments} if tool == "store_memory" else {**arguments, "id": identifier})

    assert (refused.data["type"], refused.data["outcome"]) == ("StorageError::Timeout", "unknown")
    assert hint in refused.message
