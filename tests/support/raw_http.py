"""`mcp_serve --http` on a free port of the loopback interface."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection, parse_headers
from itertools import count
from typing import Any, Self

import psutil

from tests.support.clients import COMMAND, Message, Refused
from tests.support.http_clients import address_of
from tests.support.waiting import PATIENCE, until
from tests.support.web import Answer

JSON = {"Content-Type": "application/json"}
_ids = count(1)


def request_of(method: str, params: Message | None = None) -> Message:
    return {"jsonrpc": "2.0", "id": next(_ids), "method": method, "params": params or {}}


def call_of(tool: str, arguments: Message | None = None) -> Message:
    return request_of("tools/call", {"name": tool, "arguments": arguments or {}})


def raw(message: object, *lines: str, method: str = "POST", path: str = "/mcp", version: str = "1.1") -> bytes:
    """The bytes of a request with these header lines, and with a length that fits unless they have one.

    Args:
        message: what becomes JSON; bytes as they are.
    """
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    if not any(line.lower().startswith(("content-length:", "transfer-encoding:")) for line in lines):
        lines = (*lines, f"Content-Length: {len(body)}")
    return "\r\n".join([f"{method} {path} HTTP/{version}", *lines, "", ""]).encode("latin-1") + body


class Wire:
    """A connection on which tests break rules that libraries enforce.

    Args:
        receive_bytes: the size of the buffer for what the server sends; None for the system's own.
    """

    def __init__(self, port: int, receive_bytes: int | None = None) -> None:
        self.socket = socket.socket()
        if receive_bytes is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))
        self.port: int = self.socket.getsockname()[1]
        self._file = self.socket.makefile("rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self.socket.close()

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def answer(self, method: str = "POST") -> Answer:
        """Read the next response, as the answer to a request with this method."""
        status = int(self._file.readline().split(b" ", 2)[1])
        headers = parse_headers(self._file)
        length = 0 if method == "HEAD" else int(headers.get("Content-Length", "0"))
        return Answer(status, headers, self._file.read(length))

    def ask(self, data: bytes) -> Answer:
        self.send(data)
        return self.answer()

    def is_ended(self) -> bool:
        """Wait until the server has closed the connection; False if it sends something first."""
        try:
            return self._file.read(1) == b""
        except ConnectionError:
            return True


def _is_worker(process: psutil.Process) -> bool:
    """Whether a child is a worker, and none that waits to be reaped or that helps multiprocessing."""
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except (psutil.ZombieProcess, psutil.NoSuchProcess):
        return False


class HttpServer:
    """A running server; `web.Visitor` can use it, too.

    Args:
        environment: the complete environment of the process.
        options: those of `mcp_serve`, after `--http`.
        command: what runs `mcp_serve`.
    """

    def __init__(
        self, environment: Mapping[str, str], *options: str, address: str = "0", command: Sequence[str] = COMMAND
    ) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self.process = subprocess.Popen(
            (*command, "--http", address, *options), env=dict(environment), stdout=self._log, stderr=self._log
        )
        self.workers = int(options[options.index("--workers") + 1]) if "--workers" in options else 1
        self.host = address.rpartition(":")[0].strip("[]") or "127.0.0.1"
        try:
            until(lambda: address_of(self.log) is not None or self.process.poll() is not None, "Serving")
            self.port = address_of(self.log) or 0
            assert self.port, self.log
            assert self.ask("GET", "/health/live").status == 200  # which waits for a worker
        except BaseException:
            self.process.kill()
            self.process.wait()
            self._log.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            family = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                for process in family:
                    process.kill()
                self.process.wait()
                raise
        self._log.close()

    # Requests

    def ask(self, method: str, path: str = "/mcp", body: str | bytes | None = None, **headers: str) -> Answer:
        """Send one request on a connection of its own; `_` in a header's name stands for a hyphen."""
        connection = HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def post(self, message: object, token: str = "", **headers: str) -> Answer:
        if token:
            headers.setdefault("Authorization", f"Bearer {token}")
        return self.ask("POST", "/mcp", json.dumps(message), **{**JSON, **headers})

    def lines(self, token: str = "", *more: str) -> tuple[str, ...]:
        """The header lines of a valid request, for `raw`."""
        authorization = (f"Authorization: Bearer {token}",) if token else ()
        return (f"Host: 127.0.0.1:{self.port}", "Content-Type: application/json", *authorization, *more)

    def call(self, token: str, tool: str, /, **arguments: Any) -> Message:
        """Call a tool and return its result.

        Raises:
            Refused: the call failed.
        """
        answer = json.loads(self.post(call_of(tool, arguments), token).body)
        if "error" in answer:
            raise Refused(answer["error"])
        result: Message = json.loads(answer["result"]["content"][0]["text"])
        return result

    # The processes

    @property
    def log(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    @property
    def serving(self) -> list[psutil.Process]:
        """The processes that answer requests: the workers, or the only process."""
        if self.workers == 1:
            return [psutil.Process(self.process.pid)]
        children = psutil.Process(self.process.pid).children()
        return [child for child in children if _is_worker(child)]

    @property
    def resident_bytes(self) -> int:
        """Of the largest process that answers requests."""
        return max(process.memory_info().rss for process in self.serving)

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def wait(self) -> int:
        return self.process.wait(PATIENCE)
