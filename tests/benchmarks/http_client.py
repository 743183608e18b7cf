"""A client over HTTP that costs next to nothing: until all is over, it reads no more of an answer than its length.

It shares two cores with the server and PostgreSQL; what it takes of them, they lack.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import IO, Any, Self

import psutil
import uvloop

from tests.support.waiting import PATIENCE, until

ECHO = [sys.executable, "-m", "tests.benchmarks.http_echo"]
PROTOCOL = "2025-11-25"
_LENGTH = b"content-length: "
_HEAD_END = b"\r\n\r\n"


class HttpServer:
    """A server process that listens on a free port, which its log tells."""

    def __init__(self, command: Sequence[str], env: dict[str, str]) -> None:
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the server
        self._process = subprocess.Popen(command, env=env, stderr=self._log)
        until(lambda: self._found() or self._process.poll() is not None, "listening")
        found = self._found()
        assert found is not None, self.log
        self.port = int(found[1])

    def _found(self) -> re.Match[str] | None:
        return re.search(r"http://127\.0\.0\.1:(\d+)/mcp", self.log)

    @property
    def log(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    @property
    def processes(self) -> list[psutil.Process]:
        """This process and its workers."""
        process = psutil.Process(self._process.pid)
        return [process, *process.children(recursive=True)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._log.close()


def served(env: dict[str, str], workers: int = 1) -> HttpServer:
    command = [sys.executable, "-m", "codex_project", "mcp_serve", "--http", "0", "--workers", str(workers)]
    return HttpServer(command, env)


def created_token(env: dict[str, str]) -> str:
    command = [sys.executable, "-m", "codex_project", "create_token", f"benchmark-{time.time_ns()}"]
    return subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


class Requests:
    """Makes the bytes of tool calls, with the headers that an SDK's client sends.

    Args:
        token: for the Authorization header.
    """

    def __init__(self, token: str) -> None:
        self._ids = count(1)
        self._head = (
            "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json, text/event-stream\r\n"
            "Accept-Encoding: gzip, deflate\r\nConnection: keep-alive\r\nUser-Agent: benchmark\r\n"
            f"Authorization: Bearer {token}\r\nMCP-Protocol-Version: {PROTOCOL}\r\n"
            "Content-Type: application/json\r\nContent-Length: "
        ).encode()

    def call(self, tool: str, arguments: dict[str, Any]) -> bytes:
        params = {"name": tool, "arguments": arguments}
        message = {"jsonrpc": "2.0", "id": next(self._ids), "method": "tools/call", "params": params}
        body = json.dumps(message).encode()
        return b"%s%d\r\n\r\n%s" % (self._head, len(body), body)


def result_of(answer: bytes) -> Any:
    """What a call returned.

    Raises:
        RuntimeError: it was refused.
    """
    head, _, body = answer.partition(_HEAD_END)
    message = json.loads(body)
    if not head.startswith(b"HTTP/1.1 200 ") or "error" in message:
        raise RuntimeError(answer[:1000])
    return message["result"]["structuredContent"]


def _is_complete(data: bytes) -> bool:
    end = data.find(_HEAD_END)
    if end < 0:
        return False
    start = data.index(_LENGTH, 0, end) + len(_LENGTH)
    return len(data) == end + len(_HEAD_END) + int(data[start : data.index(b"\r\n", start)])


def timed(port: int, requests: Iterable[bytes]) -> tuple[list[float], list[bytes]]:
    """Milliseconds of each request, one after the other on one connection, and the answers."""
    taken, answers = [], []
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for request in requests:
            before = time.perf_counter()
            connection.sendall(request)
            answer = connection.recv(1 << 16)
            while not _is_complete(answer):
                answer += _more(connection)
            taken.append((time.perf_counter() - before) * 1000)
            answers.append(answer)
    return taken, answers


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(1 << 20)
    if not data:
        raise ConnectionError("The server closed the connection.")
    return data


class _Connection(asyncio.Protocol):
    """A connection that is kept, with one request at a time.

    Args:
        on_answer: called with the connection and each answer.
        on_end: called once the server has closed it.
    """

    def __init__(self, on_answer: Callable[[_Connection, bytes], None], on_end: Callable[[], None]) -> None:
        self._on_answer, self._on_end = on_answer, on_end
        self._received = b""
        self.waiting: deque[tuple[int, float]] = deque()
        self.number: int | None = None  # of the request that is being answered
        self.since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        if self._received:
            data = self._received + data
        if _is_complete(data):
            self._received = b""
            self._on_answer(self, data)
        else:
            self._received = data

    def connection_lost(self, exc: Exception | None) -> None:
        self._on_end()


class Load:
    """Requests on many connections at once.

    Args:
        requests: in the order in which they are sent.
    """

    def __init__(self, port: int, requests: Sequence[bytes], connections: int) -> None:
        self._port, self._requests, self._count = port, requests, connections
        self.answers = [b""] * len(requests)
        self.milliseconds = [0.0] * len(requests)
        self.seconds = 0.0  # from the first request to the last answer
        self.client_seconds = 0.0  # of CPU time
        self._left = len(requests)

    def throughput(self) -> None:
        """Send each request as soon as a connection is free."""
        self._following = iter(range(len(self._requests)))
        uvloop.run(self._run(self._send_all, self._next))

    def offered(self, a_second: float, seed: int) -> None:
        """Send requests at the times of a Poisson process, each by one of the clients; a busy client sends it later.

        Milliseconds are counted from the time at which a request is due.
        """
        self._a_second, self._choose = a_second, random.Random(seed)
        uvloop.run(self._run(self._schedule, self._answered_offered))

    async def _run(
        self, begin: Callable[[list[_Connection]], None], on_answer: Callable[[_Connection, bytes], None]
    ) -> None:
        loop = asyncio.get_running_loop()
        self._loop, self._over = loop, loop.create_future()
        connections = [
            (await loop.create_connection(lambda: _Connection(on_answer, self._lost), "127.0.0.1", self._port))[1]
            for _ in range(self._count)
        ]
        before, cpu_before = time.perf_counter(), time.process_time()
        begin(connections)
        await self._over
        self.seconds, self.client_seconds = time.perf_counter() - before, time.process_time() - cpu_before
        for connection in connections:
            connection.transport.close()

    def _lost(self) -> None:
        if not self._over.done():
            self._over.set_exception(ConnectionError("The server closed a connection."))

    def _keep(self, connection: _Connection, answer: bytes) -> None:
        assert connection.number is not None
        self.answers[connection.number] = answer
        self._left -= 1
        if not self._left:
            self._over.set_result(None)

    # As fast as they are answered

    def _send_all(self, connections: list[_Connection]) -> None:
        for connection in connections:
            self._send_next(connection)

    def _next(self, connection: _Connection, answer: bytes) -> None:
        self._keep(connection, answer)
        self._send_next(connection)

    def _send_next(self, connection: _Connection) -> None:
        if (number := next(self._following, None)) is not None:
            connection.number = number
            connection.transport.write(self._requests[number])

    # At their times

    def _schedule(self, connections: list[_Connection]) -> None:
        self._started, self._due = time.perf_counter(), 0.0
        self._connections = connections
        self._arriving = iter(range(len(self._requests)))
        self._arrival = next(self._arriving)
        self._arrive()

    def _arrive(self) -> None:
        """Give out all requests that are due, and come back for the next."""
        while (wait := self._started + self._due - time.perf_counter()) <= 0:
            connection = self._choose.choice(self._connections)
            connection.waiting.append((self._arrival, self._started + self._due))
            self._send_due(connection)
            if (following := next(self._arriving, None)) is None:
                return
            self._arrival = following
            self._due += self._choose.expovariate(self._a_second)
        self._loop.call_later(wait, self._arrive)

    def _send_due(self, connection: _Connection) -> None:
        if connection.number is None and connection.waiting:
            connection.number, connection.since = connection.waiting.popleft()
            connection.transport.write(self._requests[connection.number])

    def _answered_offered(self, connection: _Connection, answer: bytes) -> None:
        assert connection.number is not None
        self.milliseconds[connection.number] = (time.perf_counter() - connection.since) * 1000
        self._keep(connection, answer)
        connection.number = None
        self._send_due(connection)
