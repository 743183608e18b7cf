"""The target `http`: raw bytes on a connection of the HTTP server."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Hashable, Mapping
from http import HTTPStatus
from random import Random
from typing import Any, NamedTuple

import httptools

from mcp_server.http.requests import METADATA_PATH
from tests.fuzz.mutation import STRINGS, Arguments, Mutator, encoded
from tests.support.clients import KINDS, LEAK

PATIENCE = 60.0  # seconds after which an input counts as one that hangs
STATUSES = {200, 202, 400, 401, 403, 404, 405, 406, 408, 413, 415, 421, 431}
MODERN = "2026-07-28"
VERSIONS = ("", "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", MODERN)
PROTOCOL_ERRORS = {-32020, -32021, -32022}  # of version 2026-07-28
VALUES = re.compile(r"'[^']*'|\"[^\"]*\"|[0-9a-f-]{8,}|\d+")
METHODS = ("initialize", "tools/list", "ping", "server/discover", "prompts/list", "notifications/initialized", "x")
OTHER_PATHS = ("/", "/mcp/", "/mcp?token=x", "/health/ready", "/admin/", "/metrics", METADATA_PATH)
MORE_HEADERS = ("Origin", "Content-Encoding", "Transfer-Encoding", "Content-Length", "Expect", "Connection", "Upgrade")
MORE_VALUES = (
    "null",
    "https://example.org",
    "gzip",
    "chunked",
    "5",
    "9" * 20,
    "-1",
    "100-continue",
    "close",
    "identity",
)


class Finding(Exception):
    """The server broke a rule; the message says which."""


class Answer(NamedTuple):
    status: int
    headers: Mapping[bytes, bytes]
    body: bytes


class Expected:
    """What a parser of HTTP sees in an input: as many requests, perhaps a mistake."""

    def __init__(self, given: bytes) -> None:
        self.methods: list[bytes] = []
        self.paths: list[bytes] = []
        self.messages: list[bytes] = []
        self._parser = httptools.HttpRequestParser(self)
        self._url, self._body, self._ends = b"", b"", False
        self.is_wrong = False
        try:
            self._parser.feed_data(given)
        except httptools.HttpParserUpgrade:
            pass
        except httptools.HttpParserError:
            self.is_wrong = True

    def on_message_begin(self) -> None:
        self._url, self._body = b"", b""

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        if not self._ends:  # what follows a request that ends the connection is not answered
            self.methods.append(self._parser.get_method())
            self.paths.append(self._url)
            self.messages.append(self._body)
            self._ends = not self._parser.should_keep_alive()

    @property
    def answers(self) -> int:
        return len(self.methods) + (self.is_wrong and not self._ends)


class Target:
    """The HTTP server on a port.

    Args:
        tokens: valid ones, of several kinds.
        tools: as `tools/list` answers them.
    """

    def __init__(self, random: Random, port: int, tokens: list[str], tools: list[dict[str, Any]]) -> None:
        self._random, self._port, self._tokens, self._tools = random, port, tokens, tools
        self._mutator = Mutator(random)
        self._identifiers: list[str] = []
        self._arguments = Arguments(random, self._identifiers)

    # Inputs

    def new_input(self) -> bytes:
        """A valid request with at most a few mistakes in its message, its head or its bytes."""
        random = self._random
        message: Any = self._message()
        headers, path, method = self._headers(message), "/mcp", "POST"
        place = random.random()
        if place < 0.65:
            for _ in range(random.choice((0, 0, 0, 1, 1, 1, 2, 4))):
                message = self._mistaken(message)
        elif place < 0.67:
            message = [message] * random.choice((0, 1, 2))
        elif place < 0.85:
            headers, path, method = self._wrong_head(headers, path, method)
        body = b"" if random.random() < 0.01 else encoded(message)
        if 0.85 < place < 0.93:
            body = self._mutator.in_bytes(body)
        raw = self._written(method, path, headers, body)
        return self._mutator.in_bytes(raw) if place > 0.93 else raw

    def changed(self, given: bytes) -> bytes:
        """An earlier input with a mistake more."""
        if self._random.random() < 0.05:
            return given + self.new_input()  # pipelined
        return self._mutator.in_bytes(given)

    def _message(self) -> dict[str, Any]:
        random = self._random
        identifier: int | str = random.choice((1, 7, "a", 2**53, "ü"))
        if random.random() < 0.85:
            tool = random.choice(self._tools)
            params: dict[str, Any] = {"name": tool["name"], "arguments": self._arguments.of(tool["inputSchema"])}
            if tool["name"] == "store_memory":
                params["arguments"]["content"] += f" {uuid.UUID(int=random.getrandbits(128))}"
            return {"jsonrpc": "2.0", "id": identifier, "method": "tools/call", "params": params}
        method = random.choice(METHODS)
        if method.startswith("notifications"):
            return {"jsonrpc": "2.0", "method": method}
        client = {"name": "fuzz", "version": "1"}
        params = {"protocolVersion": random.choice(VERSIONS), "capabilities": {}, "clientInfo": client}
        return {
            "jsonrpc": "2.0",
            "id": identifier,
            "method": method,
            "params": params if method == "initialize" else {},
        }

    def _mistaken(self, message: Any) -> Any:
        """The message with a mistake, mostly in what a tool gets."""
        params = message.get("params") if isinstance(message, dict) else None
        if not isinstance(params, dict) or "arguments" not in params or self._random.random() < 0.2:
            return self._mutator.in_json(message)
        return {**message, "params": {**params, "arguments": self._mutator.in_json(params["arguments"])}}

    def _headers(self, message: dict[str, Any]) -> list[tuple[str, str]]:
        random = self._random
        version = random.choice(VERSIONS)
        headers = [
            ("Host", f"127.0.0.1:{self._port}"),
            ("Authorization", f"Bearer {random.choice(self._tokens)}"),
            ("Content-Type", random.choice(("application/json", "application/json; charset=utf-8"))),
            ("Accept", "application/json, text/event-stream"),
        ]
        if version:
            headers.append(("MCP-Protocol-Version", version))
        if version == MODERN:
            headers.append(("Mcp-Method", message["method"]))
            if message["method"] == "tools/call":
                headers.append(("Mcp-Name", message["params"]["name"]))
            message.setdefault("params", {})["_meta"] = {
                "io.modelcontextprotocol/protocolVersion": MODERN,
                "io.modelcontextprotocol/clientInfo": {"name": "fuzz", "version": "1"},
                "io.modelcontextprotocol/clientCapabilities": {},
            }
        if random.random() < 0.2:
            headers.append(("X-Codex-Project", random.choice(("a", "b", "c"))))
        return headers

    def _wrong_head(
        self, headers: list[tuple[str, str]], path: str, method: str
    ) -> tuple[list[tuple[str, str]], str, str]:
        random = self._random
        how, place = random.randrange(7), random.randrange(len(headers))
        name, value = headers[place]
        if how == 0:
            del headers[place]
        elif how == 1:
            headers.append((name.lower(), random.choice((value, "x", ""))))
        elif how == 2:
            headers[place] = (name, random.choice(STRINGS))
        elif how == 3:
            headers[place] = (name, self._mutator.in_bytes(value.encode()).decode("latin-1"))
        elif how == 4:
            path = random.choice(OTHER_PATHS)
        elif how == 5:
            method = random.choice(("GET", "DELETE", "OPTIONS", "HEAD", "PUT", "PATCH", "TRACE", "CONNECT", "post"))
        else:
            headers.append((random.choice(MORE_HEADERS), random.choice(MORE_VALUES)))
        return headers, path, method

    def _written(self, method: str, path: str, headers: list[tuple[str, str]], body: bytes) -> bytes:
        random = self._random
        lines = [f"{method} {path} HTTP/1.{random.choice('1111110')}", *(f"{name}: {value}" for name, value in headers)]
        if random.random() < 0.1 and body:
            lines.append("Transfer-Encoding: chunked")
            cut = random.randrange(1, len(body) + 1)
            parts = [part for part in (body[:cut], body[cut:]) if part]
            body = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
        else:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogatepass") + body

    # Answers

    async def run(self, given: bytes) -> list[Hashable]:
        """Send an input, and return what kinds of answers it got.

        Raises:
            Finding: an answer broke a rule, or did not arrive.
        """
        expected = Expected(given)
        try:
            async with asyncio.timeout(PATIENCE):
                answers = await self._exchanged(given, expected)
        except TimeoutError:
            raise Finding(f"{expected.answers} answers were due, and not all arrived in {PATIENCE:g} seconds") from None
        return [
            self.judged(answer, expected.paths[place] if place < len(expected.paths) else b"")
            for place, answer in enumerate(answers)
        ]

    async def _exchanged(self, given: bytes, expected: Expected) -> list[Answer]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        answers: list[Answer] = []
        try:
            writer.write(given)
            while len(answers) < expected.answers:
                method = expected.methods[len(answers)] if len(answers) < len(expected.methods) else b""
                answer = await _read_answer(reader, method)
                answers.append(answer)
                if answer.headers.get(b"connection") == b"close":
                    break
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            # The server may close a connection with unread input after its answer; without any, that is a fault.
            if not answers and not expected.is_wrong:
                raise Finding(f"The connection ended without an answer: {error!r}") from None
        finally:
            writer.transport.abort()
        return answers

    def judged(self, answer: Answer, path: bytes) -> Hashable:
        """Return the kind of an answer to a request for a path.

        Raises:
            Finding: it breaks a rule.
        """
        if LEAK.search(answer.body.decode(errors="replace")) and path.split(b"?")[0] == b"/mcp":
            raise Finding(f"The answer leaks: {answer.body[:500]!r}")
        if path.split(b"?")[0] != b"/mcp":
            if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or b"Traceback" in answer.body:
                raise Finding(f"{path[:80]!r} was answered {answer.status}: {answer.body[:300]!r}")
            return ("elsewhere", answer.status)
        if answer.status not in STATUSES:
            raise Finding(f"The status is {answer.status}: {answer.body[:300]!r}")
        if answer.headers.get(b"content-type") != b"application/json" or not answer.body:
            return answer.status
        message = json.loads(answer.body)
        if message.get("jsonrpc") != "2.0" or "id" not in message:
            raise Finding(f"This is no JSON-RPC response: {answer.body[:300]!r}")
        if "error" in message:
            return answer.status, *self._judged_error(message["error"])
        if answer.status != HTTPStatus.OK:
            raise Finding(f"A result has the status {answer.status}")
        return self._judged_result(message["result"])

    def _judged_error(self, error: dict[str, Any]) -> tuple[Hashable, ...]:
        code, data = error["code"], error["data"]
        if code == -32603:  # there is nothing wrong with the database
            raise Finding(f"An internal error: {error}")
        if code in PROTOCOL_ERRORS:
            return code, data["type"]
        if code not in KINDS or data["type"].removeprefix("StorageError::") not in KINDS[code]:
            raise Finding(f"An undocumented error: {error}")
        if not error["message"].endswith(".") or data["details"] != error["message"]:
            raise Finding(f"A malformed error: {error}")
        return code, data.get("field"), VALUES.sub("", error["message"])[:80]

    def _judged_result(self, result: dict[str, Any]) -> Hashable:
        if "content" not in result:
            return 200, *sorted(result)
        shown = json.loads(result["content"][0]["text"])
        if "structuredContent" in result and result["structuredContent"] != shown:
            raise Finding("The structured content differs from the text")
        if shown.keys() == {"id"}:
            self._identifiers[:] = [*self._identifiers[-50:], shown["id"]]
        return 200, *sorted(shown)


async def _read_answer(reader: asyncio.StreamReader, method: bytes) -> Answer:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head[:-4].split(b"\r\n")
    status = int(first.split(b" ", 2)[1])
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
    if status == HTTPStatus.CONTINUE:
        return await _read_answer(reader, method)
    if method == b"HEAD" or status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
        return Answer(status, headers, b"")
    if headers.get(b"transfer-encoding") == b"chunked":
        return Answer(status, headers, await _read_chunks(reader))
    if b"content-length" in headers:
        return Answer(status, headers, await reader.readexactly(int(headers[b"content-length"])))
    return Answer(status, {**headers, b"connection": b"close"}, await reader.read())


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body
