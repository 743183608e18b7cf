"""Health checks, as a load balancer asks for them."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from codex_project import health
from codex_project.database.base import DatabaseWrapper
from memories.db import pool
from memories.db.schema import migrations_on_disk
from tests.support.clients import environment
from tests.support.database import PostgreSQL
from tests.support.faults import fail_once
from tests.support.waiting import until
from tests.support.web import Web, ask_at_once, documented_options

SERVED = {"DJANGO_ALLOWED_HOSTS": "memory.example", "TRUST_PROXY": "true", "GUNICORN_CMD_ARGS": None}
NOWHERE = "postgresql://me:hunter2@127.0.0.1:1/memories"


@pytest.fixture(scope="module")
def web(database_url: str) -> Iterator[Web]:
    """Served beyond loopback, so that https, hosts and cookies are as strict as they get."""
    with Web(environment(database_url, **SERVED)) as running:
        yield running


@pytest.mark.integration
def test_a_process_is_alive_without_any_database() -> None:
    with Web(environment(NOWHERE, **SERVED)) as web:
        answer = web.get("/health/live")
        assert answer.status == 200
        body = json.loads(answer.body)
        assert list(body) == ["status", "uptime_seconds"]
        assert body["status"] == "alive"
        assert isinstance(body["uptime_seconds"], int)
        unready = web.get("/health/ready")
        assert unready.status == 503
        body = json.loads(unready.body)
        assert (body["status"], body["database"]) == ("unhealthy", "disconnected")
        assert b"hunter2" not in unready.body
        assert "hunter2" not in web.log


def test_a_process_with_its_database_is_ready(web: Web) -> None:
    answer = web.get("/health/ready")
    assert answer.status == 200
    body = {"status": "healthy", "database": "connected", "pool_usage": 0.0, "version": "3.0.0"}
    assert json.loads(answer.body) == body


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
@pytest.mark.parametrize(
    "host", ["10.1.2.3:8000", "not a host!", "", "a" * 500, "evil.example", "[::1", "memory.example"]
)
def test_any_host_is_answered_without_redirect_cookie_or_cache(web: Web, path: str, host: str) -> None:
    for method in ("GET", "HEAD"):
        answer = web.ask(method, path, Host=host)
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Set-Cookie"] is None
        assert answer.headers["Location"] is None
        assert bool(answer.body) == (method == "GET")


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"])
def test_other_methods_are_not_allowed(web: Web, path: str, method: str) -> None:
    answer = web.ask(method, path)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_an_unmigrated_database_is_not_ready(unmigrated_url: str) -> None:
    with Web(environment(unmigrated_url, **SERVED)) as web:
        assert web.get("/health/ready").status == 503


def test_a_thousand_questions_at_once_are_all_answered_by_the_documented_command(database: str, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(4096, hard)), hard))  # for this side's ends
    with Web(environment(database, CODEX_DATA_DIR=str(tmp_path), GUNICORN_CMD_ARGS=None), *documented_options()) as web:
        # Nobody has asked before: the workers get ready, make their files and connect while all wait.
        paths = ["/health/live", "/health/ready", "/metrics", "/health/ready"] * 250
        answers = asyncio.run(ask_at_once(web.port, paths))
        assert Counter(status for status, _ in answers) == {200: 1000}, web.log
        assert "Traceback" not in web.log


@pytest.mark.parametrize("seconds", [60.0, 0.0])
def test_a_look_at_the_database_counts_for_a_while(
    database: str, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(health, "FRESH", seconds)
    checks = health.HealthChecks()
    first = checks.current_probe()
    assert first.usable()
    assert (checks.current_probe() is first) == bool(seconds)


class Unforeseen(BaseException):
    """What no code expects; not even an Exception."""


def statuses(count: int) -> list[int]:
    """What a load balancer gets that asks again and again."""
    client = Client(raise_request_exception=False)
    return [client.get("/health/ready").status_code for _ in range(count)]


@pytest.fixture
def looking_each_time(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "FRESH", 0.0)
    migrations_on_disk.cache_clear()


UNEXPECTED = [
    KeyError("host"),
    RuntimeError("unforeseen"),
    MemoryError(),
    RecursionError(),
    OSError(24, "Too many open files"),
    UnicodeError("surrogate"),
    SystemExit(1),
    KeyboardInterrupt(),
    GeneratorExit(),
    Unforeseen(),
]


@pytest.mark.parametrize("error", UNEXPECTED, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(
    ("owner", "name"), [(pool, "parameters"), (MigrationLoader, "__init__"), (DatabaseWrapper, "close")]
)
def test_after_an_unexpected_exception_the_next_probe_looks_again(
    looking_each_time: None, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: BaseException
) -> None:
    failed = fail_once(monkeypatch, owner, name, error, lambda *_: threading.current_thread().name == "health")
    started = time.monotonic()
    assert statuses(1) == [503]
    assert time.monotonic() - started < health.PATIENCE  # known at once, not given up
    assert failed()
    assert statuses(2) == [200, 200]


def test_where_no_thread_can_be_started_the_next_probe_looks_again(
    looking_each_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = RuntimeError("can't start new thread")
    fail_once(monkeypatch, threading.Thread, "start", error, lambda thread: thread.name == "health")
    assert statuses(3) == [503, 200, 200]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")  # Python's own report of it
@pytest.mark.parametrize("problem", [KeyError("host"), psycopg.OperationalError("gone")], ids=repr)
def test_where_the_failure_cannot_be_logged_the_next_probe_looks_again(
    looking_each_time: None, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    fail_once(monkeypatch, pool, "parameters", problem)
    failed = fail_once(monkeypatch, logging.Logger, "handle", ValueError("log"), lambda log, *_: log is health.logger)
    assert statuses(3) == [503, 200, 200]
    assert failed()


def test_all_who_share_a_look_that_fails_are_told_and_the_next_look_is_a_new_one(
    looking_each_time: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = threading.Barrier(9)

    def fail() -> dict[str, Any]:
        everybody.wait()
        raise KeyError("host")

    checks = health.HealthChecks()
    with monkeypatch.context() as patched, ThreadPoolExecutor(8) as threads:
        patched.setattr(pool, "parameters", fail)
        waiting = health.DatabaseProbe.usable
        patched.setattr(health.DatabaseProbe, "usable", lambda probe: (everybody.wait(), waiting(probe))[1])
        assert [status for status, _ in threads.map(lambda _: checks.ready(), range(8))] == [503] * 8
    assert checks.ready()[0] == 200


def test_a_database_that_hangs_is_told_within_two_seconds_and_one_that_woke_up_is_used(
    own_postgresql: PostgreSQL,
) -> None:
    family = [own_postgresql.postmaster, *own_postgresql.postmaster.children()]
    with Web(environment(own_postgresql.url("postgres"), **SERVED)) as web:
        assert web.get("/health/ready").status == 200
        for process in family:
            os.kill(process.pid, signal.SIGSTOP)
        try:
            # What was seen just before still counts for a moment.
            started = time.monotonic()
            until(lambda: web.get("/health/ready").status == 503, "the bad news")
            assert time.monotonic() - started < 2
            with ThreadPoolExecutor(16) as threads:
                started = time.monotonic()
                statuses = list(threads.map(lambda _: web.get("/health/ready").status, range(64)))
                assert time.monotonic() - started < 4
            assert set(statuses) == {503}
            assert web.get("/health/live").status == 200
        finally:
            for process in family:
                os.kill(process.pid, signal.SIGCONT)
        until(lambda: web.get("/health/ready").status == 200, "readiness")
