"""A server whose database is being prepared can be ended; one whose preparation failed prepares anew."""

from __future__ import annotations

import asyncio
import gc
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from mcp_server.readiness import Readiness, _freeze
from memories.db import pool, schema
from memories.observability.metrics import metrics
from tests.support.clients import Serve
from tests.support.faults import fail_once
from tests.support.waiting import PATIENCE


class Garbage:
    """Refers to itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.itself = self


def any_use(*_: object) -> bool:
    return True


def is_preparing(thread: threading.Thread) -> bool:
    return thread.name == "prepare"


@pytest.mark.parametrize(
    ("owner", "name", "when"),
    [
        (metrics, "load", any_use),
        (schema, "prepare", any_use),
        (pool, "open_pool", any_use),
        (threading.Thread, "start", is_preparing),
    ],
    ids=["metrics", "schema", "pool", "thread"],
)
@pytest.mark.parametrize("error", [KeyError("host"), RuntimeError("can't start new thread"), MemoryError()], ids=repr)
def test_after_an_unexpected_exception_the_next_call_prepares_anew(
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    when: Callable[..., bool],
    error: Exception,
) -> None:
    fail_once(monkeypatch, owner, name, error, when)

    async def story() -> None:
        readiness = Readiness()
        try:
            with pytest.raises(type(error)):
                await readiness.wait()
            await readiness.wait()
            async with pool.connection() as connection:
                await connection.execute("SELECT 1")
        finally:
            await pool.close_pool()

    asyncio.run(story())


@pytest.fixture
def unfrozen() -> Iterator[None]:
    """As in a process that has prepared nothing yet, and collects no garbage by itself."""
    _freeze.cache_clear()
    gc.unfreeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def test_once_prepared_what_is_loaded_is_no_longer_looked_through_for_garbage(database: str, unfrozen: None) -> None:
    garbage = Garbage()
    ended = weakref.ref(garbage)
    del garbage

    async def story() -> None:
        prepared = Readiness()
        try:
            await prepared.wait()
            frozen = gc.get_freeze_count()
            assert frozen > 100_000
            assert ended() is None, "garbage was frozen"
            prepared.lost()
            await prepared.wait()
            assert gc.get_freeze_count() <= frozen, "what calls use for a moment was frozen"
        finally:
            await pool.close_pool()

    asyncio.run(story())


@pytest.mark.parametrize("steps", [0, 1, 3, 10, 30, 100])
@pytest.mark.parametrize("pause", [0.0, 0.002], ids=["at once", "slowly"])
def test_whenever_it_is_stopped_nothing_goes_on(database: str, steps: int, pause: float) -> None:
    async def story() -> None:
        readiness = Readiness()
        readiness.start()
        for _ in range(steps):
            await asyncio.sleep(pause)
        await readiness.stop()
        for _ in range(10):  # what was cancelled ends
            await asyncio.sleep(0)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left

    asyncio.run(story())


class Vanishing:
    """Stands in front of PostgreSQL: the first connection reaches it, whoever comes later hears nothing."""

    def __init__(self, folder: Path, url: str) -> None:
        parts = urlsplit(url)
        query = parse_qs(parts.query)
        port = query["port"][0]
        name = f".s.PGSQL.{port}"
        self.url = f"postgresql://{parts.username}@{parts.path}?host={quote(str(folder), safe='')}&port={port}"
        self.vanished = threading.Event()
        self._real = f"{query['host'][0]}/{name}"
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / name))
        self._listener.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        first, _ = self._listener.accept()
        behind = socket.socket(socket.AF_UNIX)
        behind.connect(self._real)
        ends = ((first, behind), (behind, first))
        passing = [threading.Thread(target=_pass, args=pair, daemon=True) for pair in ends]
        for thread in passing:
            thread.start()
        later = [self._listener.accept()]
        self.vanished.set()
        while True:
            later.append(self._listener.accept())


def _pass(source: socket.socket, target: socket.socket) -> None:
    while data := source.recv(65536):
        target.sendall(data)
    target.shutdown(socket.SHUT_WR)


def test_a_database_that_vanishes_while_it_is_prepared_does_not_hold_up_the_end(
    serve: Serve, database: str, tmp_path: Path
) -> None:
    vanishing = Vanishing(tmp_path, database)
    server = serve(vanishing.url)
    assert vanishing.vanished.wait(PATIENCE)
    started = time.monotonic()
    assert server.finish() == 0
    assert time.monotonic() - started < 4
    assert "Traceback" not in server.log
