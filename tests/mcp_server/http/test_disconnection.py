"""A client that goes away: its read is cancelled in PostgreSQL, and its write finishes."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.mcp_server.http.conftest import Locks, ServeHttp
from tests.support.raw_http import HttpServer, Wire, call_of, raw
from tests.support.waiting import until

MEMORY = {"content": "The ferry leaves at nine.", "context": "Travel", "summary": "Ferry"}
Outside = psycopg.Connection[Any]


def test_the_read_of_a_client_that_has_gone_is_cancelled(
    http: HttpServer, token: str, outside: Outside, locks: Locks
) -> None:
    http.call(token, "store_memory", **MEMORY)
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        wires = [Wire(http.port) for _ in range(3)]
        for wire in wires:
            wire.send(raw(call_of("search_memories", {"tags": ["a"]}), *http.lines(token)))
        until(lambda: locks.waiting == 3, "Waiting for the lock")
        for wire in wires:
            wire.__exit__()
        until(lambda: locks.waiting == 0, "The cancellation")  # and the lock is still held
    assert http.call(token, "search_memories", query="ferry")["total"] == 1
    assert "Traceback" not in http.log


def test_pipelined_requests_are_told_that_their_client_has_gone(
    http: HttpServer, token: str, outside: Outside, locks: Locks
) -> None:
    search = raw(call_of("search_memories", {"tags": ["a"]}), *http.lines(token))
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        with Wire(http.port) as wire:
            wire.send(2 * search)
            until(lambda: locks.waiting == 1, "Waiting for the lock")
        until(lambda: locks.waiting == 0, "The cancellation")
    assert http.call(token, "get_statistics")["memories"] == 0
    assert "Traceback" not in http.log


def test_the_write_of_a_client_that_has_gone_finishes(
    http: HttpServer, token: str, outside: Outside, locks: Locks
) -> None:
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN SHARE MODE")
        wire = Wire(http.port)
        wire.send(raw(call_of("store_memory", MEMORY), *http.lines(token)))
        until(lambda: locks.waiting == 1, "Waiting for the lock")
        wire.__exit__()
        # The server has noticed once it has closed its end.
        until(lambda: not _ends(http, wire.port), "The end of the connection")
        assert locks.waiting == 1
    until(lambda: http.call(token, "search_memories", query="ferry")["total"] == 1, "The store")
    assert "Traceback" not in http.log


def _ends(http: HttpServer, port: int) -> list[object]:
    return [end for end in http.serving[0].net_connections("tcp") if end.raddr and end.raddr.port == port]


@pytest.mark.parametrize("tool", ["search_memories", "store_memory"])
def test_clients_that_go_at_once_leave_nothing_behind(serve_http: ServeHttp, token: str, tool: str) -> None:
    server = serve_http(RATE_LIMIT_ENABLED="false", MAX_CONNECTIONS="2")
    for number in range(100):
        arguments = {**MEMORY, "content": f"Ferry {number}"} if tool == "store_memory" else {"query": "ferry"}
        with Wire(server.port) as wire:
            wire.send(raw(call_of(tool, arguments), *server.lines(token)))
    assert server.call(token, "get_statistics")["memories"] >= 0
    server.terminate()
    assert server.wait() == 0
    assert "Traceback" not in server.log
