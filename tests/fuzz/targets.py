"""What is fuzzed in this process: lines on stdio, the arguments of every tool, requests over HTTP."""

from __future__ import annotations

import asyncio
import json
import os
from collections import Counter
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any, NamedTuple

import jsonschema  # type: ignore[import-untyped] # it has no types of its own
from mcp.shared.exceptions import MCPError

from mcp_server import encoding, messages
from mcp_server.dispatch import Client, Dispatcher
from mcp_server.server import MemoryServer
from mcp_server.stdio import StdioTransport
from mcp_server.tools import TOOLS
from tests.fuzz import engine
from tests.fuzz.http import Finding, Target
from tests.fuzz.mutation import Arguments, Mutator, encoded
from tests.support.clients import KINDS, LEAK, PROTOCOL
from tests.support.waiting import PATIENCE

LINES_MAX = 20  # of an input


class Prepared(NamedTuple):
    one: Callable[[bytes], Awaitable[None]]  # runs an input; raises Finding
    mutator: Callable[[bytes, int, int], bytes] | None = None


def judge_error(error: dict[str, Any], given: str) -> None:
    """Check that an error is one that is documented, and tells nothing but what was given.

    Raises:
        Finding: it is not.
    """
    code, data = error["code"], error.get("data") or {}
    kind = str(data.get("type", "")).removeprefix("StorageError::")
    if code == -32603 or kind not in KINDS.get(code, ()):  # there is nothing wrong with the database
        raise Finding(f"An undocumented error: {error}")
    if not error["message"].endswith(".") or data["details"] != error["message"]:
        raise Finding(f"A malformed error: {error}")
    if (leak := LEAK.search(error["message"])) and leak.group() not in given:
        raise Finding(f"The error leaks: {error}")


# Arguments


async def arguments() -> Prepared:
    from tests.fuzz.guided import Guided

    dispatcher = Dispatcher(TOOLS, _never)
    dispatcher.readiness.start()
    await dispatcher.readiness.wait()
    names, identifiers = list(TOOLS), list[str]()
    shapes = {name: jsonschema.Draft202012Validator(tool.result) for name, tool in TOOLS.items()}

    async def one(data: bytes) -> None:
        random = Guided(data)
        tool = TOOLS[random.choice(names)]
        given: Any = Arguments(random, identifiers).of(tool.input_schema)
        mutator = Mutator(random)
        for _ in range(random.choice((0, 1, 1, 2, 3))):
            given = mutator.in_json(given)
        try:
            read = encoding.loads(encoded(given))
        except encoding.NotJSON:
            return
        if not isinstance(read, dict):
            return
        try:
            result = await dispatcher.call(tool.name, read, Client("fuzz", "1"), 1)
        except MCPError as error:
            judge_error(error.error.model_dump(exclude_none=True), json.dumps(read, ensure_ascii=False))
            return
        shown = json.loads(encoding.dumps(result))
        if mistake := next(shapes[tool.name].iter_errors(shown), None):
            raise Finding(f"The result of {tool.name} is not of its shape: {mistake.message[:300]}")
        if shown.keys() == {"id"}:
            identifiers[:] = [*identifiers[-20:], shown["id"]]

    return Prepared(one, engine.in_bytes)


async def _never() -> None:
    """Wait for no client."""


# Lines


class Lines:
    """A connection on stdio whose other end is in this process, too."""

    def __init__(self) -> None:
        (self._input, server_output), (server_input, self._output) = os.pipe(), os.pipe()
        self.transport = StdioTransport(server_input, server_output)
        dispatcher = Dispatcher(TOOLS, self.transport.drained)
        self._server = MemoryServer(dispatcher)
        self._given = ""
        self._number = 0

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        self._reader = asyncio.StreamReader(limit=64 * 1024 * 1024)
        await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(self._reader), os.fdopen(self._input, "rb", 0)
        )
        self._writer, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(self._output, "wb", 0))
        await self.transport.open()
        options = self._server.protocol.create_initialization_options()
        self._running = loop.create_task(self._server.protocol.run(self.transport, self.transport, options))
        client = {"name": "fuzz", "version": "1"}
        params = {"protocolVersion": PROTOCOL, "capabilities": {}, "clientInfo": client}
        for message in (
            {"jsonrpc": "2.0", "id": "first", "method": "initialize", "params": params},
            {"jsonrpc": "2.0", "method": "notifications/initialized"},
        ):
            self._writer.write(json.dumps(message).encode() + b"\n")
        await self.read_until("first")

    async def read_until(self, identifier: str) -> list[dict[str, Any]]:
        """The answers up to that on an id; what is no JSON, or has no id, is a finding."""
        read: list[dict[str, Any]] = []
        while not read or read[-1]["id"] != identifier:
            line = await self._reader.readline()
            if not line:
                raise Finding(f"The server ended: {self._running}")
            read.append(self._judged(line))
        return read[:-1]

    async def one(self, data: bytes) -> None:
        lines = [line for line in data.split(b"\n")[:LINES_MAX] if line.strip()]
        due, is_cancelled = self._due(lines)
        self._given = b"\n".join(lines).decode(errors="replace")
        self._writer.write(b"".join(line + b"\n" for line in lines))
        got = Counter(await self._ping())  # its answer says that all lines before it were read
        while self.transport._live:  # calls may take longer
            await asyncio.sleep(0.001)
        got += Counter(await self._ping())
        if strays := got - due:
            raise Finding(f"Nothing was to be answered on {list(strays)[:3]!r}")
        if (missing := due - got) and not is_cancelled:
            raise Finding(f"No answer on {list(missing)[:3]!r}")

    async def _ping(self) -> list[Any]:
        """Ids of all answers that came before that to a ping."""
        self._number += 1
        ping = f"ping {self._number}"
        self._writer.write(json.dumps({"jsonrpc": "2.0", "id": ping, "method": "ping"}).encode() + b"\n")
        return [answer["id"] for answer in await self.read_until(ping)]

    def _due(self, lines: list[bytes]) -> tuple[Counter[Any], bool]:
        """How often each id must be answered, and whether some calls may be cancelled."""
        due: Counter[Any] = Counter()
        is_cancelled = False
        for line in lines:
            try:
                message = messages.read(line)
            except messages.InvalidMessage as error:
                due[error.id] += 1
                continue
            if message is not None and message.id is not None:
                due[message.id] += 1
            elif message is not None:
                is_cancelled |= message.method == "notifications/cancelled"
        return due, is_cancelled

    def _judged(self, line: bytes) -> dict[str, Any]:
        answer = json.loads(line)
        if answer.get("jsonrpc") != "2.0" or "id" not in answer or ("result" in answer) == ("error" in answer):
            raise Finding(f"This is no response: {line[:300]!r}")
        if "error" in answer:
            judge_error(answer["error"], self._given)
        found: dict[str, Any] = answer
        return found


async def lines() -> Prepared:
    connection = Lines()
    await connection.open()
    return Prepared(connection.one)


# HTTP


async def http() -> Prepared:
    from mcp_server.http import running
    from mcp_server.http.application import Application

    listener = running.listen(running.Address("127.0.0.1", 0))
    server = running.Server(running.configured(lambda: Application(needs_token=True)))
    serving = asyncio.get_running_loop().create_task(server.serve([listener]))
    deadline = asyncio.get_running_loop().time() + PATIENCE
    while not server.started:
        if serving.done() or asyncio.get_running_loop().time() > deadline:
            raise Finding(f"The server does not serve: {serving}")
        await asyncio.sleep(0.01)
    listed = [{"name": tool.name, "inputSchema": tool.input_schema} for tool in TOOLS.values()]
    tokens = os.environ["FUZZ_TOKENS"].split()
    port = listener.getsockname()[1]

    async def one(data: bytes) -> None:
        try:
            await Target(Random(1), port, tokens, listed).run(data)
        except Finding as finding:
            # An answer may repeat what the request said.
            leak = LEAK.search(str(finding))
            if not (leak and leak.group().encode() in data):
                raise

    def mutator(data: bytes, max_size: int, seed: int) -> bytes:
        random = Random(seed)
        target = Target(random, port, tokens, listed)
        if random.random() < 0.3:
            made = target.new_input()
        else:
            made = target.changed(data) if random.random() < 0.3 else engine.in_bytes(data, max_size, seed)
        return made if len(made) <= max_size else engine.in_bytes(data, max_size, seed)

    return Prepared(one, mutator)


TARGETS: dict[str, Callable[[], Awaitable[Prepared]]] = {"lines": lines, "arguments": arguments, "http": http}
