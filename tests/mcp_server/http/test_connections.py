"""Clients that are slow, idle, greedy or broken: none holds up another, and memory stays bounded."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from mcp_server.http import web
from mcp_server.messages import MAX_BYTES
from memories.admin.importing import FILE_MAX_BYTES
from tests.mcp_server.http.conftest import ServeHttp
from tests.support.raw_http import HttpServer, Wire, call_of, raw, request_of
from tests.support.waiting import until

PING = request_of("ping")
IDLE = 1_000
MEGABYTE = 1024 * 1024


@pytest.fixture
def wire(http: HttpServer) -> Iterator[Wire]:
    with Wire(http.port) as wire:
        yield wire


# Bodies


def test_a_body_over_16_megabytes_is_refused_before_it_is_sent(http: HttpServer, token: str, wire: Wire) -> None:
    answer = wire.ask(raw(b"", *http.lines(token, f"Content-Length: {MAX_BYTES + 1}")))
    assert (answer.status, json.loads(answer.body)["error"]["code"]) == (413, -32600)


@pytest.mark.parametrize("length", [MAX_BYTES + 1, 2**63, 10**40])
def test_no_length_is_too_large_to_be_refused(http: HttpServer, token: str, wire: Wire, length: int) -> None:
    # Beyond 64 bits, the parser refuses it.
    assert wire.ask(raw(b"", *http.lines(token, f"Content-Length: {length}"))).status in (400, 413)


def test_a_chunked_body_is_accepted(http: HttpServer, token: str, wire: Wire) -> None:
    body = json.dumps(PING).encode()
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    assert wire.ask(raw(chunks, *http.lines(token, "Transfer-Encoding: chunked"))).status == 200


def test_a_chunked_body_that_never_ends_is_refused_at_16_megabytes(http: HttpServer, token: str) -> None:
    before = http.resident_bytes
    with Wire(http.port) as wire:
        wire.send(raw(b"", *http.lines(token, "Transfer-Encoding: chunked")))
        chunk = b"%x\r\n%s\r\n" % (MEGABYTE, b" " * MEGABYTE)
        for _ in range(17):
            wire.send(chunk)
        assert wire.answer().status == 413
    assert http.resident_bytes - before < 64 * MEGABYTE


def test_16_megabytes_are_read(http: HttpServer, token: str, wire: Wire) -> None:
    message = json.dumps(PING).encode()
    assert wire.ask(raw(message + b" " * (MAX_BYTES - len(message)), *http.lines(token))).status == 200


def test_a_body_that_goes_on_after_an_early_answer_is_dropped(http: HttpServer, wire: Wire) -> None:
    answer = wire.ask(raw(b"{", *http.lines("cm_wrong"), f"Content-Length: {10 * MEGABYTE}"))
    assert answer.status == 401
    wire.send(b" " * (10 * MEGABYTE - 1))
    assert wire.ask(raw(b"", *http.lines("cm_wrong"))).status == 401


# Framing


@pytest.mark.parametrize(
    "lines",
    [
        *(("Content-Length: 4", "Content-Length: 5"), ("Content-Length: 4", "Content-Length: 4")),
        *(("Content-Length: 4", "Transfer-Encoding: chunked"), ("Transfer-Encoding: chunked", "Content-Length: 4")),
        *(("Content-Length: -1",), ("Content-Length: +4",), ("Content-Length: 4, 4",), ("Content-Length: 0x4",)),
        *(("Content-Length: four",), ("Content-Length : 4",), ("Content-Length: 4 4",), ("Transfer-Encoding: gzip",)),
        *(("Transfer-Encoding: chunked, identity",), ("Transfer-Encoding: xchunked",), (" folded: 1",)),
        *(("no colon",), (": no name",), ("a\0: 1",), ("a: \0",), ("a: b\rc",)),
    ],
    ids=str,
)
def test_what_two_programs_could_read_differently_ends_the_connection(
    http: HttpServer, token: str, wire: Wire, lines: tuple[str, ...]
) -> None:
    head = "\r\n".join(["POST /mcp HTTP/1.1", *http.lines(token), *lines, "", ""]).encode("latin-1")
    second = raw(PING, *http.lines(token))
    wire.send(head + b"null" + second)

    assert wire.answer().status == 400
    assert wire.is_ended()  # nothing of what follows is taken for a request


@pytest.mark.parametrize("chunk", [b"x\r\n", b"-1\r\n", b"ffffffffffffffffff\r\n", b"4\r\nnullnull\r\n"])
def test_a_malformed_chunk_ends_the_connection(http: HttpServer, token: str, wire: Wire, chunk: bytes) -> None:
    wire.send(raw(chunk, *http.lines(token, "Transfer-Encoding: chunked")))
    assert wire.answer().status == 400
    assert wire.is_ended()


@pytest.mark.parametrize(
    "garbage", [b"\x16\x03\x01\x02\x00\x01", b"hello\r\n\r\n", b"GET\r\n\r\n", b"{}\n{}\n", b"\0\0"]
)
def test_what_is_not_http_is_refused(http: HttpServer, wire: Wire, garbage: bytes) -> None:
    assert wire.ask(garbage).status == 400
    assert wire.is_ended()


def test_pipelined_requests_are_answered_in_order(http: HttpServer, token: str, wire: Wire) -> None:
    pings = [request_of("ping") for _ in range(200)]
    wire.send(b"".join(raw(ping, *http.lines(token)) for ping in pings))
    assert [json.loads(wire.answer().body)["id"] for _ in pings] == [ping["id"] for ping in pings]


def test_errors_leave_the_connection_open(http: HttpServer, token: str, wire: Wire) -> None:
    for data, status in (
        (raw(PING, *http.lines()), 401),
        (raw(b"[]", *http.lines(token)), 400),
        (raw(PING, *http.lines(token, "Origin: null")), 403),
        (raw(b"", *http.lines(token), method="DELETE"), 405),
        (raw(call_of("no_such_tool"), *http.lines(token)), 200),
        (raw(PING, *http.lines(token)), 200),
    ):
        assert wire.ask(data).status == status


def test_http_1_0_is_answered_and_ended(http: HttpServer, token: str, wire: Wire) -> None:
    assert wire.ask(raw(PING, *http.lines(token), version="1.0")).status == 200
    assert wire.is_ended()


def test_connection_close_is_obeyed(http: HttpServer, token: str, wire: Wire) -> None:
    answer = wire.ask(raw(PING, *http.lines(token, "Connection: close")))
    assert (answer.status, answer.headers["Connection"]) == (200, "close")
    assert wire.is_ended()


def test_an_upgrade_is_ignored(http: HttpServer, token: str, wire: Wire) -> None:
    upgrade = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 13")
    assert wire.ask(raw(b"", *http.lines(token, *upgrade), method="GET")).status == 405


def test_a_client_may_ask_before_it_sends_the_body(http: HttpServer, token: str, wire: Wire) -> None:
    whole = raw(PING, *http.lines(token, "Expect: 100-continue"))
    head, _, body = whole.partition(b"\r\n\r\n")
    assert wire.ask(head + b"\r\n\r\n").status == 100
    assert wire.ask(body).status == 200


# Heads


@pytest.mark.parametrize("line", [b"X: " + b"x" * MEGABYTE, b"a: b\r\n" * 200_000], ids=["long", "many"])
def test_a_head_of_a_megabyte_is_refused(http: HttpServer, token: str, wire: Wire, line: bytes) -> None:
    before = http.resident_bytes
    head = raw(PING, *http.lines(token)).partition(b"\r\n\r\n")[0]
    try:
        wire.send(head + b"\r\n" + line)
        assert wire.answer().status == 431
    except ConnectionError:
        pass  # it was closed while we were still sending
    assert wire.is_ended()
    assert http.resident_bytes - before < 16 * MEGABYTE


# Slow clients

# A server that loses patience after a second with what is named on the command line.
PROGRAM = """
import os, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
django.setup()
from codex_project.__main__ import main
from mcp_server.http import connections, requests

for name in sys.argv.pop(1).split(","):
    module = connections if hasattr(connections, name) else requests
    setattr(module, name, 1.0)
sys.argv = ["codex_project", *sys.argv[1:]]
main()
"""


def hurried(*names: str) -> tuple[str, ...]:
    return (sys.executable, "-c", PROGRAM, ",".join(names), "mcp_serve")


def test_a_client_that_never_ends_its_headers_is_given_up(serve_http: ServeHttp, token: str) -> None:
    server = serve_http(command=hurried("FIRST_SECONDS"))
    with ExitStack() as stack:
        slow = [stack.enter_context(Wire(server.port)) for _ in range(200)]
        for wire in slow:
            wire.send(b"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")
        assert server.post(PING, token).status == 200
        assert all(wire.is_ended() for wire in slow)


def test_a_second_request_that_never_ends_is_given_up(serve_http: ServeHttp, token: str) -> None:
    server = serve_http(command=hurried("REQUEST_SECONDS"))
    with Wire(server.port) as wire:
        assert wire.ask(raw(PING, *server.lines(token))).status == 200
        wire.send(b"POST /mcp HT")
        assert wire.is_ended()


def test_a_body_that_never_ends_is_answered_408(serve_http: ServeHttp, token: str) -> None:
    server = serve_http(command=hurried("BODY_SECONDS"))
    with Wire(server.port) as wire:
        answer = wire.ask(raw(b"{", *server.lines(token, "Content-Length: 100")))
        assert (answer.status, answer.headers["Connection"]) == (408, "close")
        assert wire.is_ended()


def test_a_body_may_take_longer_than_the_first_headers(serve_http: ServeHttp, token: str) -> None:
    server = serve_http(command=hurried("FIRST_SECONDS"))
    whole = raw(PING, *server.lines(token))
    with Wire(server.port) as wire, Wire(server.port) as silent:
        wire.send(whole[:-1])
        assert silent.is_ended()  # a second has passed
        assert wire.ask(whole[-1:]).status == 200


def test_a_client_that_reads_nothing_is_given_up(serve_http: ServeHttp, token: str) -> None:
    server = serve_http(command=hurried("UNREAD_SECONDS"))
    identifier = server.call(token, "store_memory", content="x" * MEGABYTE, context="Large", summary="Large")["id"]
    with Wire(server.port, receive_bytes=4096) as wire:
        wire.send(8 * raw(call_of("get_memory", {"id": identifier}), *server.lines(token)))
        until(lambda: not connections_of(server, wire), "The end of the connection")


def connections_of(server: HttpServer, wire: Wire) -> list[object]:
    """The server's ends of a connection."""
    return [end for end in server.serving[0].net_connections("tcp") if end.raddr and end.raddr.port == wire.port]


def test_answers_that_nobody_reads_do_not_pile_up(serve_http: ServeHttp, token: str) -> None:
    server = serve_http(RATE_LIMIT_ENABLED="false")
    identifier = server.call(token, "store_memory", content="x" * MEGABYTE, context="Large", summary="Large")["id"]
    before = server.resident_bytes
    with ExitStack() as stack:
        greedy = [stack.enter_context(Wire(server.port, receive_bytes=4096)) for _ in range(200)]
        for wire in greedy:
            wire.send(raw(call_of("get_memory", {"id": identifier}), *server.lines(token)))
        assert server.post(PING, token).status == 200
        assert server.ask("GET", "/health/live").status == 200
        assert all(len(wire.answer().body) > MEGABYTE for wire in greedy)
        assert server.resident_bytes - before < 128 * MEGABYTE


# The web side has few threads


def test_slow_bodies_do_not_hold_up_the_web_side(http: HttpServer) -> None:
    lines = (
        f"Host: 127.0.0.1:{http.port}",
        f"Cookie: csrftoken={'a' * 32}",  # which Django compares with that of the form
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 100",
    )
    with ExitStack() as stack:
        for _ in range(3 * web.THREADS):
            wire = stack.enter_context(Wire(http.port))
            wire.send(raw(b"a=", *lines, path="/admin/login/"))
        assert http.ask("GET", "/health/live").status == 200


def test_clients_that_read_nothing_do_not_hold_up_the_web_side(serve_http: ServeHttp) -> None:
    server = serve_http(command=hurried("UNREAD_SECONDS"))
    path = "/static/admin/js/vendor/jquery/jquery.js"
    with ExitStack() as stack:
        greedy = [stack.enter_context(Wire(server.port, receive_bytes=1024)) for _ in range(3 * web.THREADS)]
        for wire in greedy:
            wire.send(20 * raw(b"", f"Host: 127.0.0.1:{server.port}", method="GET", path=path))
        for _ in range(3):
            assert server.ask("GET", "/health/live").status == 200
        until(lambda: not any(connections_of(server, wire) for wire in greedy), "The end of the connections")


def test_what_is_sent_to_the_web_side_without_a_token_is_bounded(http: HttpServer) -> None:
    host, large = f"Host: 127.0.0.1:{http.port}", 2 * MEGABYTE
    with ExitStack() as stack:
        for _ in range(web.LARGE_BYTES_MAX // large):
            stack.enter_context(Wire(http.port)).send(raw(b"", host, f"Content-Length: {large}", path="/admin/"))
        last = stack.enter_context(Wire(http.port))
        last.send(raw(b"", host, f"Content-Length: {large}", path="/admin/"))
        assert last.answer().status == 503
        assert http.ask("POST", "/admin/login/", "a=b").status == 403  # which has no CSRF token
    with Wire(http.port) as wire:
        assert wire.ask(raw(b"", host, f"Content-Length: {17 * MEGABYTE}", path="/admin/")).status == 413


def test_an_upload_as_large_as_the_admin_takes_reaches_it(http: HttpServer) -> None:
    assert http.ask("POST", "/admin/login/", "a" * FILE_MAX_BYTES).status == 403  # for want of a CSRF token


# Idle clients


def test_a_thousand_idle_connections_hold_up_nobody(http: HttpServer, token: str) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4 * IDLE)), hard))
    before = http.resident_bytes

    async def connect_and_ask() -> list[int]:
        idle = await asyncio.gather(*(asyncio.open_connection("127.0.0.1", http.port) for _ in range(IDLE)))
        for place, (reader, writer) in enumerate(idle):
            if place % 2:  # half of them wait between two requests, half have sent nothing yet
                writer.write(raw(PING, *http.lines(token)))
                head = await reader.readuntil(b"\r\n\r\n")
                assert b" 200 " in head
        statuses = [(await asyncio.to_thread(http.post, PING, token)).status for _ in range(20)]
        for _, writer in idle:
            writer.transport.abort()
        return statuses

    assert set(asyncio.run(connect_and_ask())) == {200}
    assert http.resident_bytes - before < 64 * MEGABYTE
