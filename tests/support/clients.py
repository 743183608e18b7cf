"""A client that exchanges lines of JSON-RPC with `mcp_serve`, and can break rules that libraries enforce."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Any, Self

import psutil
from django_ratelimit.core import _get_window  # type: ignore[import-untyped] # it has no types of its own

from tests.support import pgbouncer
from tests.support.waiting import PATIENCE, until

COMMAND = (sys.executable, "-m", "codex_project", "mcp_serve")
PROTOCOL = "2025-11-25"

ACTOR = "tests 1"  # as the client names itself

Message = dict[str, Any]


# Text that must never reach a client: SQL, the database's messages, paths, tracebacks.
LEAK = re.compile(
    r"Traceback|File \"|psycopg|SQLSTATE|relation \"|violates|syntax error|(?<!manage)\.py\b|postgres(ql)?://|/tmp/|/usr/|/home/"
    r"|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|WHERE)\b"
)
KINDS = {
    -32700: {"Validation"},
    -32600: {"Validation"},
    -32601: {"Validation"},
    -32602: {"Validation"},
    -32603: {"Database", "PoolExhausted", "Timeout", "PatternAnalysis"},
    -32000: {"Validation"},
    -32001: {"NotFound"},
    -32002: {"Duplicate"},
    -32003: {"SizeLimit"},
    -32004: {"RateLimited"},
    -32005: {"Conflict"},
}


def with_time(candidates: Iterable[str], seconds: int) -> str:
    """Return a name or address whose rate limit window lasts at least another half minute."""
    return next(candidate for candidate in candidates if _get_window(candidate, seconds) - time.time() > 30)


class Refused(Exception):
    """The server answered a request with an error; its form is checked on creation."""

    def __init__(self, error: Message) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.code: int = error["code"]
        self.message: str = error["message"]
        self.data: Message = error["data"]
        assert self.data["type"] in {f"StorageError::{kind}" for kind in KINDS[self.code]}, error
        assert self.data["details"] == self.message, error
        assert self.message.endswith("."), error
        assert len(self.message.split()) > 3, error
        assert not LEAK.search(json.dumps(error)), error


class Client:
    """One `mcp_serve` process and our ends of its pipes.

    A thread reads its responses. Nothing here sleeps: every wait is for a response, the end of output, or the end of
    the process.

    Args:
        environment: the complete environment of the process.
        reading: whether to read responses at once; False leaves them in the pipe until `start_reading`.
    """

    def __init__(
        self, environment: Mapping[str, str], *, command: Sequence[str] = COMMAND, reading: bool = True
    ) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the client
        self.process = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log
        )
        self._ids = count(1)
        self._changed = threading.Condition()
        self._answers: dict[Any, deque[Message]] = {}
        self._unexpected: list[bytes] = []
        self._ended = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        if reading:
            self.start_reading()

    @property
    def actor(self) -> str:
        """Who `stored_by` and `changed_by` say it was."""
        return ACTOR

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Sending

    def send_bytes(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, *messages: Message) -> None:
        """Send messages in one write."""
        self.send_bytes(b"".join(json.dumps(message).encode() + b"\n" for message in messages))

    def notify(self, method: str, params: Message | None = None) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params or {}})

    def request(self, method: str, params: Message | None = None) -> int:
        """Send a request and return its id, for `answer`."""
        request = self.prepared(method, params)
        self.send(request)
        identifier: int = request["id"]
        return identifier

    def request_call(self, tool: str, arguments: Message | None = None) -> int:
        return self.request("tools/call", {"name": tool, "arguments": arguments or {}})

    def prepared(self, method: str, params: Message | None = None) -> Message:
        return {"jsonrpc": "2.0", "id": next(self._ids), "method": method, "params": params or {}}

    def prepared_call(self, tool: str, arguments: Message) -> Message:
        return self.prepared("tools/call", {"name": tool, "arguments": arguments})

    # Answers

    def start_reading(self) -> None:
        self._reader.start()

    def answer(self, identifier: Any, patience: float = PATIENCE) -> Message:
        """Wait for the next response to an id; None is the id of requests whose id is unreadable."""
        with self._changed:
            arrived = self._changed.wait_for(lambda: self._answers.get(identifier) or self._ended, patience)
            if not self._answers.get(identifier):
                what = "ended without" if arrived else f"took over {patience:g} seconds for"
                raise AssertionError(f"The server {what} an answer on {identifier!r}; its log:\n{self.log}")
            return self._answers[identifier].popleft()

    def has_answer(self, identifier: Any) -> bool:
        with self._changed:
            return bool(self._answers.get(identifier))

    def result(self, identifier: Any) -> Message:
        answer = self.answer(identifier)
        if "error" in answer:
            raise Refused(answer["error"])
        result: Message = answer["result"]
        return result

    # Both

    def ask(self, method: str, params: Message | None = None) -> Message:
        return self.result(self.request(method, params))

    def call(self, tool: str, arguments: Message | None = None, /, **more: Any) -> Message:
        """Call a tool and return its result."""
        return self.called(self.request_call(tool, {**(arguments or {}), **more}))

    def called(self, identifier: Any) -> Message:
        """Wait for a call's result, an object."""
        answer: Message = json.loads(self.result(identifier)["content"][0]["text"])
        return answer

    def refusal(self, tool: str, arguments: Message | None = None, /, **more: Any) -> Refused:
        """Call a tool that must fail, and return the error."""
        return self.refused(self.request_call(tool, {**(arguments or {}), **more}))

    def refused(self, identifier: Any) -> Refused:
        answer = self.answer(identifier)
        assert "error" in answer, f"not refused: {str(answer)[:500]}"
        return Refused(answer["error"])

    def initialize(self, version: str = PROTOCOL) -> Message:
        client = {"name": "tests", "version": "1"}
        result = self.ask("initialize", {"protocolVersion": version, "capabilities": {}, "clientInfo": client})
        self.notify("notifications/initialized")
        return result

    def ping(self) -> None:
        assert self.ask("ping") == {}

    # The process

    def end_input(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def wait(self) -> int:
        """Wait until the process has ended and all output is read; return its exit status."""
        status = self.process.wait(PATIENCE)
        if self._reader.ident is not None:
            self._reader.join(PATIENCE)
        return status

    def finish(self) -> int:
        self.end_input()
        return self.wait()

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.process.kill()

    def close(self) -> None:
        """End the process, first by ending its input, so that it reports its coverage."""
        if self.process.poll() is None:
            try:
                self.finish()
            except (OSError, subprocess.TimeoutExpired):
                self.kill()
                self.wait()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:  # unwritten data cannot be flushed
                pass
        self._log.close()
        assert not self._unexpected, f"stdout had something other than the protocol: {self._unexpected[:3]}"

    @property
    def log(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    @property
    def resident_bytes(self) -> int:
        size: int = psutil.Process(self.process.pid).memory_info().rss
        return size

    def _arrived(self, message: Message) -> None:
        with self._changed:
            self._answers.setdefault(message["id"], deque()).append(message)
            self._changed.notify_all()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            try:
                self._arrived(json.loads(line))
            except (ValueError, KeyError, TypeError):
                with self._changed:
                    self._unexpected.append(line[:200])
                    self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()


Serve = Callable[..., Client]  # the fixture `serve`


def cached(serve: Serve, url: str, **variables: str) -> Client:
    """Start a server and wait until its cache is enabled."""
    server = serve(url, ENABLE_CACHE="true", **variables)
    server.call("get_statistics")
    until(lambda: "Cache enabled" in server.log, "listening")
    return server


def environment(url: str | None, **variables: str | None) -> dict[str, str]:
    """Return the tests' environment with another DATABASE_URL and further variables; None unsets one.

    Where all servers of the tests run behind a pooler, the URL leads through it.
    """
    if url is not None and (pooler := pgbouncer.of_all_tests()) is not None and pooler.is_for(url):
        variables = {"DATABASE_LISTEN_URL": url, **variables}
        url = pooler.url(url)
    changes = {"DATABASE_URL": url, **variables}
    kept = {name: value for name, value in os.environ.items() if name not in changes}
    return kept | {name: value for name, value in changes.items() if value is not None}


def run(*arguments: str, env: Mapping[str, str], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run one of the project's commands and wait for its end."""
    return subprocess.run(
        (sys.executable, "-m", "codex_project", *arguments),
        env=dict(env),
        capture_output=True,
        text=True,
        timeout=options.pop("timeout", 60),
        **options,
    )
