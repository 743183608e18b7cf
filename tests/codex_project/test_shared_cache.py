"""Where REDIS_URL names a Redis, processes count limits together; where it does not answer, each by itself."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import redis
from django_ratelimit.core import _split_rate  # type: ignore[import-untyped]

from codex_project.login import PER_NAME
from tests.support.clients import PROTOCOL, Client, Serve, environment, run, with_time
from tests.support.waiting import PATIENCE, until
from tests.support.web import Web

pytestmark = pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server is not installed")
GET = {"id": "01234567-89ab-4cde-8f01-23456789abcd"}


class RedisServer:
    """A redis-server that keeps nothing, on a free port of the loopback interface."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{port}/3"
        command = ("redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", str(folder))
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.client = redis.Redis.from_url(self.url)
        until(self._answers, "Redis's start")

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except redis.ConnectionError:
            assert self.process.poll() is None
            return False

    def end(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    yield server
    server.client.close()
    server.end()


def name_with_time(seconds: int) -> str:
    return with_time((f"name-{number}" for number in range(10_000)), seconds)


def limited(serve: Serve, database: str, redis_url: str, name: str) -> Client:
    server = serve(database, initialized=False, REDIS_URL=redis_url, RATE_LIMIT_ENABLED=None, RATE_LIMIT_GET_MEMORY="3")
    client = {"name": name, "version": "1"}
    server.ask("initialize", {"protocolVersion": PROTOCOL, "capabilities": {}, "clientInfo": client})
    server.notify("notifications/initialized")
    return server


def code(server: Client) -> Any:
    """What a get is refused with; None where it is answered."""
    return server.answer(server.request_call("get_memory", GET)).get("error", {}).get("code")


def test_two_servers_share_the_limit_of_a_client(serve: Serve, database: str, shared: RedisServer) -> None:
    name = name_with_time(60)
    first, second = (limited(serve, database, shared.url, name) for _ in range(2))
    assert [code(server) for server in (first, second, first, second, first)] == [None] * 3 + [-32004] * 2
    refused = second.refusal("get_memory", GET)
    assert 1 <= refused.data["retry_after"] <= 61
    another = limited(serve, database, shared.url, name_with_time(60) + "-else")
    assert code(another) is None
    assert len(shared.client.keys("codex-memory:*")) == 2


def test_without_redis_calls_go_on_and_are_counted_by_each(serve: Serve, database: str, shared: RedisServer) -> None:
    name = name_with_time(60)
    first, second = (limited(serve, database, shared.url, name) for _ in range(2))
    assert [code(first), code(second)] == [None, None]
    shared.end()
    assert [code(first) for _ in range(5)] == [None] * 3 + [-32004] * 2
    assert [code(second) for _ in range(5)] == [None] * 3 + [-32004] * 2
    for server in (first, second):
        assert server.finish() == 0
        warnings = [line for line in server.log.splitlines() if "WARNING" in line]
        assert len(warnings) == 1, warnings
        assert "Redis does not respond; each process counts separately: ConnectionError" in warnings[0]


def test_a_redis_that_hangs_holds_up_one_call_for_a_moment(serve: Serve, database: str, shared: RedisServer) -> None:
    server = limited(serve, database, shared.url, name_with_time(60))
    assert code(server) is None
    shared.process.send_signal(signal.SIGSTOP)
    started = time.monotonic()
    assert code(server) is None
    assert time.monotonic() - started < 3
    started = time.monotonic()
    assert [code(server) for _ in range(4)] == [None] * 2 + [-32004] * 2
    assert time.monotonic() - started < 1


def test_attempts_to_log_in_count_across_processes(database: str, shared: RedisServer) -> None:
    most, seconds = _split_rate(PER_NAME)
    name = name_with_time(seconds)
    with (
        Web(environment(database, REDIS_URL=shared.url)) as first,
        Web(environment(database, REDIS_URL=shared.url)) as second,
    ):
        pages = [log_in(web, name) for _ in range(most // 2) for web in (first, second)]
        assert all("Please enter the correct" in page for page in pages)
        assert "Too many attempts to log in" in log_in(first, name)
        assert "Too many attempts to log in" in log_in(second, name)
        shared.end()
        assert "Please enter the correct" in log_in(second, name)


def log_in(web: Web, name: str) -> str:
    """What the page says to an attempt with a wrong password."""
    page = web.get("/admin/login/")
    cookie = SimpleCookie(page.headers["Set-Cookie"])["csrftoken"].value
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.body.decode())
    assert token
    form = {"csrfmiddlewaretoken": token.group(1), "username": name, "password": "wrong"}
    return web.post("/admin/login/", urlencode(form), Cookie=f"csrftoken={cookie}").body.decode()


def test_the_doctor_sees_whether_redis_answers(database: str, shared: RedisServer) -> None:
    examined = run("doctor", env=environment(database, REDIS_URL=shared.url))
    assert examined.returncode == 0, examined.stdout
    assert "limits are counted in Redis" in examined.stdout
    assert shared.url not in examined.stdout
    shared.end()
    examined = run("doctor", env=environment(database, REDIS_URL=shared.url))
    assert examined.returncode == 1
    assert "FAULT  Redis does not respond (ConnectionError)" in examined.stdout


@pytest.mark.integration
def test_without_its_package_the_variable_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "redis.py").write_text("raise ModuleNotFoundError('No module named redis')\n")
    env = environment("postgresql://localhost/x", REDIS_URL="redis://localhost", PYTHONPATH=str(tmp_path))
    ended = run("mcp_serve", env=env, input="")
    assert (ended.returncode, ended.stdout) == (1, "")
    sentence = "codex-memory: The value of REDIS_URL cannot be used: the package redis is missing; install it with "
    assert ended.stderr == sentence + "pip install -e '.[redis]'.\n"
