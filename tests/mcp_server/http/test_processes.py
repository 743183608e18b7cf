"""Starting, ending, killing and replacing the processes of the HTTP server."""

from __future__ import annotations

import json
import re
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import psycopg
import pytest

from tests.mcp_server.http.conftest import Locks, ServeHttp
from tests.support.clients import Refused, environment, run
from tests.support.raw_http import HttpServer, Wire, call_of, raw, request_of
from tests.support.waiting import await_end, until

MEMORY = {"content": "The ferry leaves at nine.", "context": "Travel", "summary": "Ferry"}
Outside = psycopg.Connection[Any]


@pytest.fixture(params=["1", "2"], ids=["one-process", "two-workers"])
def server(request: pytest.FixtureRequest, serve_http: ServeHttp) -> Iterator[HttpServer]:
    server = serve_http("--workers", request.param)
    until(lambda: len(server.serving) == int(request.param), "The workers")
    yield server
    assert "Traceback" not in server.log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_finishes_the_running_calls(
    server: HttpServer, token: str, outside: Outside, locks: Locks, number: signal.Signals
) -> None:
    family = server.serving
    with ExitStack() as stack:
        idle = stack.enter_context(Wire(server.port))
        assert idle.ask(raw(request_of("ping"), *server.lines(token))).status == 200
        wires = [stack.enter_context(Wire(server.port)) for _ in range(6)]
        for wire in wires:  # whose worker has then prepared what it needs
            assert wire.ask(raw(call_of("search_memories", {"tags": ["a"]}), *server.lines(token))).status == 200
        with outside.transaction():
            outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
            for place, wire in enumerate(wires):
                store = call_of("store_memory", {**MEMORY, "content": f"{place}"})
                call = call_of("search_memories", {"tags": ["a"]}) if place % 2 else store
                wire.send(raw(call, *server.lines(token)))
            until(lambda: locks.waiting == 6, "Waiting for the lock")
            server.process.send_signal(number)
            assert idle.is_ended()  # the end has begun
        answers = [json.loads(wire.answer().body) for wire in wires]
        assert all("result" in answer for answer in answers), answers
        assert server.wait() == 0
    await_end(family)
    assert outside.execute("SELECT count(*) FROM memories").fetchall()[0][0] == 3


def test_a_call_that_outlasts_the_grace_is_told_so(
    server: HttpServer, token: str, outside: Outside, locks: Locks
) -> None:
    with Wire(server.port) as wire, outside.transaction():
        assert wire.ask(raw(call_of("search_memories", {"tags": ["a"]}), *server.lines(token))).status == 200
        outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        wire.send(raw(call_of("store_memory", MEMORY), *server.lines(token)))
        until(lambda: locks.waiting == 1, "Waiting for the lock")
        server.terminate()
        answer = wire.answer()
        assert (answer.status, answer.headers["Connection"]) == (503, "close")
        assert Refused(json.loads(answer.body)["error"]).code == -32603
        assert server.wait() == 0
    assert outside.execute("SELECT count(*) FROM memories").fetchall()[0][0] == 0


def _refuses(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def test_idle_connections_do_not_delay_the_end(server: HttpServer, token: str) -> None:
    with Wire(server.port) as silent, Wire(server.port) as used, Wire(server.port) as halfway:
        assert used.ask(raw(request_of("ping"), *server.lines(token))).status == 200
        halfway.send(b"POST /mcp HTTP/1.1\r\nHost: ")
        server.terminate()
        assert server.wait() == 0
        assert silent.is_ended()


def test_a_killed_worker_is_replaced(serve_http: ServeHttp, token: str) -> None:
    server = serve_http("--workers", "2")
    until(lambda: len(server.serving) == 2, "The workers")
    for killed in server.serving:
        killed.kill()
        until(
            lambda killed=killed: killed not in server.serving and len(server.serving) == 2,
            "The replacement",
        )
        assert server.post(request_of("ping"), token).status == 200
    identifier = server.call(token, "store_memory", **MEMORY)["id"]
    for _ in range(20):  # by whichever worker
        assert server.call(token, "get_memory", id=identifier)["memory"]["content"] == MEMORY["content"]


def test_the_workers_end_with_a_killed_parent(serve_http: ServeHttp) -> None:
    server = serve_http("--workers", "2")
    until(lambda: len(server.serving) == 2, "The workers")
    workers = server.serving
    server.process.kill()
    server.process.wait()
    await_end(workers)
    assert _refuses(server.port)


@pytest.mark.parametrize(
    ("options", "variables", "sentence"),
    [
        (("nonsense",), {}, "'nonsense' is not an address; write PORT or HOST:PORT, such as 127.0.0.1:8000."),
        *(
            ((bad,), {}, "is not an address")
            for bad in ("", "65536", "-1", "127.0.0.1:", "::1:8000", "http://x:1", "x")
        ),
        (("no.such.host.invalid:8000",), {"TRUST_PROXY": "true"}, "cannot listen on no.such.host.invalid:8000"),
        (("192.0.2.1:8000",), {"TRUST_PROXY": "true"}, "cannot listen on 192.0.2.1:8000"),
        (("0.0.0.0:0",), {}, "Serving on 0.0.0.0 needs TRUST_PROXY=true and a proxy in front that speaks TLS"),
        (("[::]:0",), {}, "Serving on :: needs TRUST_PROXY=true"),
        (("0.0.0.0:0", "--no-auth"), {"TRUST_PROXY": "true"}, "--no-auth is allowed on a loopback address only"),
        (("example.org:0", "--no-auth"), {"TRUST_PROXY": "true"}, "--no-auth is allowed on a loopback address only"),
        (("0", "--workers", "0"), {}, "--workers must be between 1 and 64."),
        (("0", "--workers", "65"), {}, "--workers must be between 1 and 64."),
    ],
    ids=str,
)
def test_what_cannot_be_served_is_refused_in_one_sentence(
    database: str, options: tuple[str, ...], variables: dict[str, str], sentence: str
) -> None:
    refused = run("mcp_serve", "--http", *options, env=environment(database, **variables))

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert sentence in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1, refused.stderr


def test_a_port_in_use_is_refused_in_one_sentence(http: HttpServer, database: str) -> None:
    refused = run("mcp_serve", "--http", str(http.port), env=environment(database))
    assert refused.returncode == 1
    assert re.search(rf"cannot listen on 127\.0\.0\.1:{http.port}: Address already in use\.", refused.stderr)
    assert len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("options", [("--workers", "2"), ("--no-auth",)])
def test_options_of_http_need_it(database: str, options: tuple[str, ...]) -> None:
    refused = run("mcp_serve", *options, env=environment(database), input="")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "--workers and --no-auth belong to --http." in refused.stderr


def test_without_tokens_a_loopback_address_is_served_to_all(serve_http: ServeHttp) -> None:
    server = serve_http("--no-auth")
    assert server.call("", "store_memory", **MEMORY)["id"]
    assert server.post(request_of("ping"), "cm_whatever").status == 200
    with Wire(server.port) as wire:  # pages of other sites are still kept out
        assert wire.ask(raw(request_of("ping"), *server.lines("", "Origin: https://evil.example"))).status == 403
    assert "Every program on this machine may use the memories" in server.log


@pytest.mark.parametrize("address", ["[::1]:0", "localhost:0", "127.0.0.1:0"])
def test_loopback_addresses_are_served(database: str, address: str) -> None:
    with HttpServer(environment(database), address=address) as server:
        assert server.port
