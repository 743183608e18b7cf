"""Calls that meet trouble: a database that is away, unmigrated, slow or restarted; time-outs and cancellations."""

from __future__ import annotations

import socket
from typing import Any

import psycopg
import pytest

from memories.models import Memory
from tests.support.clients import Client, Serve, environment, run
from tests.support.database import PostgreSQL
from tests.support.locks import await_waiting, hold

MEMORY = {"content": "The bakery closes at six.", "context": "Neighbourhood", "summary": "Bakery hours"}


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def test_an_unreachable_database_holds_up_calls_only_and_they_say_what_to_do(serve: Serve, closed_port: int) -> None:
    server = serve(f"postgresql://me:hunter2@127.0.0.1:{closed_port}/memories")
    assert len(server.ask("tools/list")["tools"]) >= 5
    for _ in range(2):
        refused = server.refusal("store_memory", MEMORY)
        assert (refused.code, refused.data["type"]) == (-32603, "StorageError::Database")
        assert "cannot be reached" in refused.message
        assert "DATABASE_URL" in refused.message
    server.ping()
    assert server.finish() == 0


def test_a_bad_argument_is_refused_whatever_state_the_database_is_in(serve: Serve, closed_port: int) -> None:
    server = serve(f"postgresql://me@127.0.0.1:{closed_port}/memories")
    assert server.refusal("get_memory", id=5).code == -32602


def test_an_unmigrated_database_is_used_by_the_same_process_once_it_is_migrated(
    unmigrated_url: str, serve: Serve
) -> None:
    server = serve(unmigrated_url)
    assert len(server.ask("tools/list")["tools"]) >= 5
    refused = server.refusal("store_memory", MEMORY)
    assert (refused.code, refused.data["type"]) == (-32603, "StorageError::Database")
    assert "migrate" in refused.message
    migrated = run("migrate", "--verbosity=0", env=environment(unmigrated_url))
    assert migrated.returncode == 0, migrated.stderr
    identifier = server.call("store_memory", MEMORY)["id"]
    assert server.call("get_memory", id=identifier)["memory"]["content"] == MEMORY["content"]


def test_a_database_that_restarts_between_calls_is_used_again(serve: Serve, own_postgresql: PostgreSQL) -> None:
    server = serve(own_postgresql.url("postgres"), MIN_CONNECTIONS="4")
    with psycopg.connect(own_postgresql.url("postgres"), autocommit=True) as other:
        other.execute("TRUNCATE memories CASCADE")
    calls = [server.request_call("store_memory", MEMORY | {"content": f"Note {n}"}) for n in range(8)]
    assert len({server.called(call)["id"] for call in calls}) == 8
    for _ in range(2):
        own_postgresql.stop_immediately()
        own_postgresql.start()
        calls = [server.request_call("search_memories") for _ in range(12)]
        assert [server.called(call)["total"] for call in calls] == [8] * 12


def test_a_database_that_is_down_says_so_and_is_used_again_once_it_is_up(
    serve: Serve, own_postgresql: PostgreSQL
) -> None:
    server = serve(own_postgresql.url("postgres"), MIN_CONNECTIONS="1")
    server.call("search_memories")
    own_postgresql.stop_immediately()
    try:
        for _ in range(2):
            refused = server.refusal("search_memories")
            assert (refused.code, refused.data["type"]) == (-32603, "StorageError::Database")
            assert "cannot be reached" in refused.message
    finally:
        own_postgresql.start()
    assert "memories" in server.call("search_memories")


@pytest.mark.parametrize("victim", ["the server", "both"])
def test_a_store_that_was_answered_survives_kill_9_at_once_after(
    serve: Serve, own_postgresql: PostgreSQL, transport: str, victim: str
) -> None:
    url = own_postgresql.url("postgres")
    server = serve(url)
    requests = [
        server.prepared_call("store_memory", MEMORY | {"content": f"{transport} {victim} {n}"}) for n in range(50)
    ]
    server.send(*requests)
    kept = [server.called(request["id"])["id"] for request in requests[:25]]
    server.kill()
    if victim == "both":
        own_postgresql.kill()
        own_postgresql.start()
        url = own_postgresql.url("postgres")
    other = serve(url)
    assert all(other.call("get_memory", id=identifier)["memory"] for identifier in kept)


def test_a_call_that_takes_too_long_is_given_up(serve: Serve, outside: psycopg.Connection[Any]) -> None:
    server = serve(MCP_TIMEOUT="0.5", MAX_CONNECTIONS="2", MIN_CONNECTIONS="0")
    server.call("search_memories")
    with outside.transaction():
        hold(outside)
        for _ in range(3):
            refused = server.refusal("search_memories")
            assert (refused.code, refused.data["type"]) == (-32603, "StorageError::Timeout")
            assert "MCP_TIMEOUT" in refused.message
        await_waiting(outside, 0)
    assert server.call("search_memories")["total"] == 0


@pytest.mark.stdio
def test_a_cancelled_call_is_not_answered_and_frees_its_connection(
    serve: Serve, outside: psycopg.Connection[Any]
) -> None:
    server = serve(MAX_CONNECTIONS="1", MIN_CONNECTIONS="0", ACQUIRE_TIMEOUT="20")
    server.call("search_memories")
    with outside.transaction():
        hold(outside)
        cancelled = server.request_call("store_memory", MEMORY)
        await_waiting(outside, 1)
        server.notify("notifications/cancelled", {"requestId": cancelled, "reason": "changed my mind"})
        await_waiting(outside, 0)
    assert server.call("search_memories")["total"] == 0
    assert not server.has_answer(cancelled)
    assert not Memory.objects.exists()


@pytest.mark.stdio
def test_a_call_that_is_cancelled_while_it_queues_is_not_made(serve: Serve, outside: psycopg.Connection[Any]) -> None:
    server = serve(MAX_CONNECTIONS="1", MIN_CONNECTIONS="0", ACQUIRE_TIMEOUT="20")
    server.call("search_memories")
    with outside.transaction():
        hold(outside)
        first = server.request_call("search_memories")
        await_waiting(outside, 1)
        queued = server.request_call("store_memory", MEMORY)
        server.notify("notifications/cancelled", {"requestId": queued})
        server.ping()
    assert server.called(first)["total"] == 0
    assert server.call("search_memories")["total"] == 0
    assert not server.has_answer(queued)


@pytest.mark.parametrize("params", [{}, {"requestId": None}, {"requestId": 424242}, {"requestId": [1]}])
def test_a_cancellation_of_nothing_is_passed_over(server: Client, params: dict[str, Any]) -> None:
    server.notify("notifications/cancelled", params)
    server.ping()
    assert not server.has_answer(None)


def test_calls_on_one_connection_overlap(serve: Serve, outside: psycopg.Connection[Any]) -> None:
    server = serve(MAX_CONNECTIONS="6")
    server.call("search_memories")
    with outside.transaction():
        hold(outside)
        calls = [server.request_call("search_memories") for _ in range(6)]
        await_waiting(outside, 6)
        server.ping()
    assert [server.called(call)["total"] for call in calls] == [0] * 6


def test_a_deadlock_is_an_error_to_try_again_and_the_connection_goes_on(
    serve: Serve, outside: psycopg.Connection[Any]
) -> None:
    server = serve()
    identifier = server.call("store_memory", MEMORY)["id"]
    outside.execute("SET deadlock_timeout = '1min'")
    with outside.transaction():
        outside.execute("LOCK TABLE codex_processed.counter_ledger IN ACCESS EXCLUSIVE MODE")
        call = server.request_call("delete_memory", {"id": identifier})
        await_waiting(outside, 1)
        outside.execute("SELECT 1 FROM memories WHERE id = %s FOR UPDATE", [identifier])
        refused = server.refused(call)
        assert (refused.code, refused.data["type"]) == (-32603, "StorageError::Database")
        assert "again" in refused.message
    assert server.call("delete_memory", id=identifier) == {"deleted": True}


def test_statistics_are_computed_at_most_once_a_minute(serve: Serve, database: str) -> None:
    server = serve(database)
    before = server.call("get_statistics")
    server.call("store_memory", MEMORY)
    assert server.call("get_statistics") == before
    assert serve(database).call("get_statistics")["memories"] == 1
