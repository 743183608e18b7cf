"""Connections to the HTTP server, byte by byte (RFC 9112)."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

import pytest
from uvicorn.server import ServerState

from mcp_server.http import running
from mcp_server.http.connections import Connection
from mcp_server.http.responses import CHUNK, Responses, Send
from tests.support.clients import environment
from tests.support.http_clients import HttpClient
from tests.support.waiting import PATIENCE

MORE_THAN_AN_ANSWER = 1 << 16
CLOSE = "Connection: close\r\n"


@pytest.fixture(scope="module")
def started(database_url: str) -> Iterator[HttpClient]:
    with HttpClient(environment(database_url)) as server:
        yield server


@pytest.fixture
def connection(started: HttpClient) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", started.port), PATIENCE) as connected:
        yield connected


def message(number: int, method: str = "ping", **params: Any) -> bytes:
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode()


def head(body: bytes, more: str = "") -> bytes:
    lines = f"Host: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{more}"
    return f"POST /mcp HTTP/1.1\r\n{lines}\r\n".encode()


def post(number: int, more: str = "") -> bytes:
    body = message(number)
    return head(body, more) + body


def ids(received: bytes) -> list[int]:
    """The ids of answers that follow one another, each of them complete."""
    found = []
    while received:
        start, _, received = received.partition(b"\r\n\r\n")
        status, *lines = start.decode().split("\r\n")
        assert status == "HTTP/1.1 200 OK"
        headers = dict(line.split(": ", 1) for line in lines)
        assert {name: headers[name] for name in ("content-type", "cache-control", "x-content-type-options")} == {
            "content-type": "application/json",
            "cache-control": "no-store",
            "x-content-type-options": "nosniff",
        }
        assert "date" in headers
        length = int(headers["content-length"])
        answer, received = json.loads(received[:length]), received[length:]
        assert answer["result"] == {}
        found.append(answer["id"])
    return found


def read_to_end(connection: socket.socket) -> bytes:
    received = b""
    while chunk := connection.recv(MORE_THAN_AN_ANSWER):
        received += chunk
    return received


class Recorded:
    """A transport that remembers what is written to it."""

    def __init__(self, transport: asyncio.Transport, written: list[bytes]) -> None:
        self._transport, self._written = transport, written

    def write(self, data: bytes) -> None:
        self._written.append(data)
        self._transport.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


@asynccontextmanager
async def connected(
    application: Callable[..., Awaitable[None]], kind: type[Connection] = Connection
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection to a server of this process that runs an ASGI application."""
    config, state = running.configured(lambda: application), ServerState()
    config.load()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: kind(config, state, {}), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    yield reader, writer
    writer.close()
    server.close()


def written_for(body: bytes) -> list[bytes]:
    """What a connection writes, system call by system call, for an answer with this body."""
    written: list[bytes] = []

    class RecordedConnection(Connection):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            recorded: Any = Recorded(transport, written)
            super().connection_made(recorded)

    async def application(scope: dict[str, Any], _: Any, send: Send) -> None:
        await Responses().succeed(scope, send, body)

    async def exchange() -> None:
        async with connected(application, RecordedConnection) as (reader, writer):
            writer.write(post(1))
            answer = await reader.readuntil(b"\r\n\r\n") + await reader.readexactly(len(body))
            assert answer == b"".join(written)

    asyncio.run(exchange())
    return written


@pytest.mark.integration
def test_a_small_answer_is_written_at_once() -> None:
    assert len(written_for(b"{}")) == 1


@pytest.mark.integration
def test_a_large_answer_is_written_piece_by_piece() -> None:
    assert len(written_for(b" " * 3 * CHUNK)) == 4


@pytest.mark.integration
def test_a_request_begins_as_nobody_whoever_sent_the_one_before_it() -> None:
    who: ContextVar[bytes] = ContextVar("who", default=b"nobody")

    async def application(scope: dict[str, Any], _: Any, send: Send) -> None:
        before = who.get()
        who.set(b"somebody")
        await Responses().succeed(scope, send, before)

    async def exchange() -> None:
        async with connected(application) as (reader, writer):
            writer.write(post(1) + post(2))
            for _ in range(2):
                await reader.readuntil(b"\r\n\r\n")
                assert await reader.readexactly(len(b"nobody")) == b"nobody"

    asyncio.run(exchange())


def test_requests_sent_at_once_are_answered_in_their_order(connection: socket.socket) -> None:
    connection.sendall(b"".join(post(number) for number in range(9)) + post(9, CLOSE))
    assert ids(read_to_end(connection)) == list(range(10))


def test_a_connection_that_the_client_wants_closed_is_closed_after_the_answer(connection: socket.socket) -> None:
    connection.sendall(post(1, CLOSE))
    received = read_to_end(connection)
    assert b"\r\nconnection: close\r\n" in received
    assert ids(received) == [1]


def test_a_client_that_asks_first_is_told_to_send_the_body(connection: socket.socket) -> None:
    body = message(1)
    connection.sendall(head(body, "Expect: 100-continue\r\n"))
    assert connection.recv(MORE_THAN_AN_ANSWER) == b"HTTP/1.1 100 Continue\r\n\r\n"
    connection.sendall(body)
    assert ids(connection.recv(MORE_THAN_AN_ANSWER)) == [1]


def test_refusals_and_answers_may_follow_one_another(connection: socket.socket) -> None:
    connection.sendall(head(b"[]") + b"[]" + post(2, CLOSE))
    received = read_to_end(connection)
    assert received.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert ids(received[received.rindex(b"HTTP/1.1 ") :]) == [2]
