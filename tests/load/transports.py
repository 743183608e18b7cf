"""Clients over stdio and HTTP that cost little, any number side by side."""

from __future__ import annotations

import asyncio
import json
from itertools import count
from typing import Any, Protocol

from tests.benchmarks.client import HANDSHAKE
from tests.benchmarks.database import SERVER
from tests.benchmarks.http_client import Requests

LINE_LIMIT = 32 << 20


class Refused(Exception):
    """The server answered with an error."""


class Client(Protocol):
    """One connection.

    Attributes:
        moved: its bytes in both directions.
        depth: how many calls may be in flight at once.
    """

    moved: int
    depth: int

    async def call(self, tool: str, arguments: dict[str, Any]) -> Any: ...

    async def close(self) -> None: ...


class StdioClient:
    """A server process of its own."""

    depth = 64

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process, self.moved, self._ids = process, 0, count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(cls, env: dict[str, str]) -> StdioClient:
        pipe, null = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        client = cls(
            await asyncio.create_subprocess_exec(
                *SERVER, env=env, stdin=pipe, stdout=pipe, stderr=null, limit=LINE_LIMIT
            )
        )
        await client._request("initialize", HANDSHAKE)
        assert client.process.stdin
        client.process.stdin.write(b'{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
        return client

    async def call(self, tool: str, arguments: dict[str, Any]) -> Any:
        return (await self._request("tools/call", {"name": tool, "arguments": arguments}))["structuredContent"]

    async def _request(self, method: str, params: dict[str, Any]) -> Any:
        number = next(self._ids)
        line = json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode() + b"\n"
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        assert self.process.stdin
        self.process.stdin.write(line)
        self.moved += len(line)
        try:
            await self.process.stdin.drain()
            return _result(await answer)
        finally:
            self._waiting.pop(number, None)

    async def _read(self) -> None:
        assert self.process.stdout
        while line := await self.process.stdout.readline():
            self.moved += len(line)
            message = json.loads(line)
            answer = self._waiting.get(message.get("id"))
            if answer is not None and not answer.done():  # otherwise a late one to a call that was given up
                answer.set_result(message)
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(ConnectionError("The server has ended."))

    async def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        await self._reading
        await self.process.wait()


class HttpClient:
    """One connection, which is kept, and opened anew after a failure."""

    depth = 1

    def __init__(self, port: int, requests: Requests) -> None:
        self._port, self._requests, self.moved = port, requests, 0
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def call(self, tool: str, arguments: dict[str, Any]) -> Any:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=LINE_LIMIT)
        reader, writer = self._streams
        request = self._requests.call(tool, arguments)
        try:
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            body = await reader.readexactly(length)
        except BaseException:  # given up, too: what comes later on this connection answers another call
            writer.close()
            self._streams = None
            raise
        self.moved += len(request) + len(head) + length
        if not head.startswith(b"HTTP/1.1 200 "):
            raise Refused(head[:60].decode())
        return _result(json.loads(body))["structuredContent"]

    async def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()


def _result(message: dict[str, Any]) -> Any:
    if "error" in message:
        raise Refused(f"{message['error']['code']} {message['error']['message'][:80]}")
    return message["result"]
