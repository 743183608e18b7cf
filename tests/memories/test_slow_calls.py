"""The slowest calls of the last hour, as the admin's front page shows them."""

from __future__ import annotations

import datetime
import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.utils import timezone

from memories.observability import slow_calls
from memories.observability.slow_calls import PERIOD, SLOT_SECONDS, SLOWEST, SlowCallRecorder
from tests.support.admin import MemoryFactory
from tests.support.clients import Serve, environment
from tests.support.faults import fail_once
from tests.support.locks import hold
from tests.support.web import Visitor, Web

MEMORY = {"content": "The lighthouse-of-ours blinks twice.", "context": "Coast", "summary": "Lighthouse"}
LISTED = re.compile(
    r'<span class="name">(\w+)(?: <span class="note">(\w+)</span>)?</span>'
    r' <span class="number">([\d,.]+) ms</span> <span class="note"><time datetime="([^"]+)"'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def file(folder: Path) -> Path:
    (folder / "metrics").mkdir()
    return folder / "metrics" / "slow_calls.json"


@pytest.fixture
def curator(database: str, folder: Path, account: tuple[str, str]) -> Iterator[Visitor]:
    with Web(environment(database, CODEX_DATA_DIR=str(folder))) as web:
        yield web.log_in(*account)


def listed(curator: Visitor) -> list[tuple[str, float, str, datetime.datetime]]:
    """The calls that the front page shows: operation, milliseconds, error, when."""
    return [
        (operation, float(milliseconds.replace(",", "")), error, datetime.datetime.fromisoformat(at))
        for operation, error, milliseconds, at in LISTED.findall(curator.get("/admin/").text)
    ]


def entry(seconds_ago: float = 0, **more: Any) -> dict[str, Any]:
    at = timezone.now() - datetime.timedelta(seconds=seconds_ago)
    return {"operation": "search", "outcome": "ok", "milliseconds": 1.0, "at": at.isoformat()} | more


def test_a_slow_call_of_an_agent_whose_server_has_ended_is_on_the_front_page(
    serve: Serve, database: str, folder: Path, outside: psycopg.Connection[Any], curator: Visitor
) -> None:
    server = serve(database, CODEX_DATA_DIR=str(folder), MCP_TIMEOUT="1")
    began = timezone.now()
    server.call("store_memory", MEMORY)
    with outside.transaction():
        hold(outside)
        slow = server.request_call("search_memories", {"query": "lighthouse-of-ours"})
        assert server.refused(slow).data["type"] == "StorageError::Timeout"
    assert server.finish() == 0

    calls = listed(curator)
    assert {(operation, error) for operation, _, error, _ in calls} == {("search", "Timeout"), ("store", "")}
    milliseconds = [call[1] for call in calls]
    assert milliseconds == sorted(milliseconds, reverse=True)
    timed_out = next(call for call in calls if call[0] == "search")
    assert 1000 <= timed_out[1] < 10_000
    assert began < timed_out[3] < timezone.now()
    kept = (folder / "metrics" / "slow_calls.json").read_text()
    assert not re.search("of-ours|Coast|Lighthouse", kept)


def test_of_the_calls_of_many_processes_exactly_the_slowest_are_kept(
    serve: Serve, database: str, folder: Path, file: Path
) -> None:
    servers = [serve(database, CODEX_DATA_DIR=str(folder)) for _ in range(3)]
    calls = [(server, server.request_call("search_memories")) for _ in range(100) for server in servers]
    for server, call in calls:
        server.called(call)
    assert [server.finish() for server in servers] == [0, 0, 0]

    logged = [
        float(took) for server in servers for took in re.findall(r"search_memories: ok in ([\d.]+) ms", server.log)
    ]
    kept = [call["milliseconds"] for call in json.loads(file.read_text())]
    assert len(logged) == 300
    assert sorted(kept)[-SLOWEST:] == sorted(logged)[-SLOWEST:]
    assert len(kept) <= 2 * SLOWEST  # ten minutes may have ended meanwhile
    assert {path.name for path in file.parent.glob("slow_calls*")} == {"slow_calls.json", "slow_calls.lock"}


def test_slower_calls_of_earlier_do_not_keep_out_those_of_now_and_what_is_stale_goes(
    serve: Serve, database: str, folder: Path, file: Path, curator: Visitor
) -> None:
    MemoryFactory()
    stale = [entry(PERIOD + 1, operation="stale", milliseconds=9e9)] * SLOWEST
    earlier = [entry(SLOT_SECONDS * n, operation="earlier", milliseconds=60_000) for n in (1, 2, 3) for _ in range(3)]
    file.write_text(json.dumps(stale + earlier))
    assert [(operation, milliseconds) for operation, milliseconds, *_ in listed(curator)] == [("earlier", 60_000)] * 6

    server = serve(database, CODEX_DATA_DIR=str(folder))
    server.call("get_statistics")
    assert server.finish() == 0
    assert Counter(call["operation"] for call in json.loads(file.read_text())) == {"earlier": 9, "statistics": 1}


def test_a_file_that_cannot_be_read_is_as_if_there_were_none(
    serve: Serve, database: str, folder: Path, file: Path, settings: Any
) -> None:
    settings.CODEX_DATA_DIR = folder
    for content in (b"", b"[{", b"\xff\xfe", b"{}", b"[1]", b"null", json.dumps([entry(at="yesterday")]).encode()):
        file.write_bytes(content)
        assert slow_calls.slowest() == [], content
    file.with_suffix(".draft").write_bytes(b"of a process that was killed")

    server = serve(database, CODEX_DATA_DIR=str(folder))
    server.call("get_statistics")
    assert server.finish() == 0
    assert [call.operation for call in slow_calls.slowest()] == ["statistics"]


def test_where_nothing_can_be_written_calls_are_answered_all_the_same(
    serve: Serve, database: str, folder: Path, file: Path
) -> None:
    file.mkdir()
    server = serve(database, CODEX_DATA_DIR=str(folder))
    for _ in range(20):
        server.call("get_statistics")
    assert server.finish() == 0
    assert 1 <= server.log.count("Cannot record slow calls") < 20
    assert "Traceback" not in server.log


def test_where_no_thread_can_be_started_the_call_goes_on_and_is_kept_with_the_next(
    file: Path, folder: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CODEX_DATA_DIR = folder
    settings.ENABLE_METRICS = True
    recorder = SlowCallRecorder()
    error = RuntimeError("can't start new thread")
    failed = fail_once(monkeypatch, threading.Thread, "start", error, lambda thread: thread.name.startswith("slow"))
    recorder.observe("search", "ok", 2.0)
    assert failed()
    recorder.observe("store", "ok", 1.0)
    recorder.close()
    assert [call.operation for call in slow_calls.slowest()] == ["search", "store"]


def test_with_metrics_off_none_are_shown(file: Path, folder: Path, settings: Any) -> None:
    settings.CODEX_DATA_DIR = folder
    file.write_text(json.dumps([entry()]))
    assert len(slow_calls.slowest()) == 1
    settings.ENABLE_METRICS = False
    assert slow_calls.slowest() == []
