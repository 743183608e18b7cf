"""A client that costs next to nothing, so that what is measured is the server."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

HANDSHAKE = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "benchmark", "version": "1"},
}


class Client:
    """A server process, and one connection to it.

    Args:
        log: where the server's log goes; BENCHMARK_LOG=1 shows it.
    """

    def __init__(self, command: Sequence[str], env: dict[str, str], log: int | IO[bytes] = subprocess.DEVNULL) -> None:
        self.started = time.perf_counter()
        stderr = None if os.environ.get("BENCHMARK_LOG") else log
        self._process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr)
        assert self._process.stdin
        assert self._process.stdout
        self._in, self._out = self._process.stdin, self._process.stdout
        self._next_id = 0
        self.request("initialize", HANDSHAKE)
        self.seconds_to_initialize = time.perf_counter() - self.started
        self._in.write(b'{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
        self._in.flush()

    @property
    def pid(self) -> int:
        return self._process.pid

    def close(self) -> None:
        self._in.close()
        self._process.wait()
        self._out.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def line(self, method: str, params: dict[str, Any]) -> bytes:
        self._next_id += 1
        return json.dumps({"jsonrpc": "2.0", "id": self._next_id, "method": method, "params": params}).encode() + b"\n"

    def call_line(self, tool: str, arguments: dict[str, Any]) -> bytes:
        return self.line("tools/call", {"name": tool, "arguments": arguments})

    def exchange(self, line: bytes) -> bytes:
        self._in.write(line)
        self._in.flush()
        return self._out.readline()

    def request(self, method: str, params: dict[str, Any]) -> Any:
        answer = json.loads(self.exchange(self.line(method, params)))
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def call(self, tool: str, **arguments: Any) -> Any:
        return self.request("tools/call", {"name": tool, "arguments": arguments})["structuredContent"]

    def latencies(self, lines: Iterable[bytes]) -> list[float]:
        """Milliseconds of each call, one after the other."""
        return self.timed(lines)[0]

    def timed(self, lines: Iterable[bytes]) -> tuple[list[float], list[Any]]:
        """Milliseconds of each call, one after the other, and their results, which are read when all are over."""
        taken, answers = [], []
        for line in lines:
            before = time.perf_counter()
            answers.append(self.exchange(line))
            taken.append((time.perf_counter() - before) * 1000)
        return taken, [_result(answer) for answer in answers]

    def throughput(self, lines: Sequence[bytes], in_flight: int = 64) -> tuple[float, list[Any]]:
        """Calls a second with so many in flight, and their results in the order of the lines."""
        before = time.perf_counter()
        answers = self.exchanged(lines, in_flight)
        return len(lines) / (time.perf_counter() - before), results(lines, answers)

    def exchanged(self, lines: Sequence[bytes], in_flight: int = 64) -> list[bytes]:
        """Send lines with so many in flight, and return the answers as they came."""
        answers = []
        waiting: Iterator[bytes] = iter(lines)
        for line in (line for _, line in zip(range(in_flight), waiting, strict=False)):
            self._in.write(line)
        self._in.flush()
        for _ in lines:
            answers.append(self._out.readline())
            if (following := next(waiting, None)) is not None:
                self._in.write(following)
                self._in.flush()
        return answers


def results(lines: Sequence[bytes], answers: Sequence[bytes]) -> list[Any]:
    """What calls returned, in their order, from the answers in any order."""
    by_id = {json.loads(answer)["id"]: _result(answer) for answer in answers}
    return [by_id[json.loads(line)["id"]] for line in lines]


def _result(answer: bytes) -> Any:
    """What a call returned.

    Raises:
        RuntimeError: it was refused.
    """
    message = json.loads(answer)
    if "error" in message or message["result"].get("isError"):
        raise RuntimeError(answer[:500])
    return message["result"].get("structuredContent")
