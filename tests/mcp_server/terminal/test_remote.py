"""What can go wrong between the commands and an HTTP server."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from mcp_server.terminal.errors import CommandFailure
from mcp_server.terminal.remote import RemoteMemories
from tests.mcp_server.terminal.conftest import HttpServer
from tests.support.clients import environment, run
from tests.support.http_clients import create_token

pytestmark = pytest.mark.integration


@contextmanager
def answering(answer: bytes | None) -> Iterator[str]:
    """A server that answers one request with these bytes, and with None not at all."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        ended = threading.Event()

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                if answer is None:
                    ended.wait(30)
                else:
                    connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/mcp"
        ended.set()
        thread.join(10)


def response(body: bytes, status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (None, "did not answer"),
        (b"", "cannot be reached"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "not an HTTP server"),
        (response(b"<html>"), "not as an MCP server"),
        (response(b"[]"), "not as an MCP server"),
        (response(b"{}"), "not as an MCP server"),
        (response(b'{"result": {"content": []}}'), "not as an MCP server"),
        (response(b"\xff"), "not as an MCP server"),
        (response(b"", "404 Not Found"), "404"),
        (response(b"", "302 Found", "Location: http://127.0.0.1:1/\r\n"), "302"),
        (response(b"", "401 Unauthorized"), "refuses the token"),
        (response(b'{"error": {"code": -32000, "message": "Because."}}'), r"^Because\.$"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "not an HTTP server|not as an MCP server"),
    ],
)
def test_a_server_that_answers_something_else(answer: bytes | None, reason: str) -> None:
    with answering(answer) as url, pytest.raises(CommandFailure, match=reason) as failure:
        RemoteMemories(url, "cm_secret", "", timeout=1).call("search_memories", {})
    assert "cm_secret" not in str(failure.value)


@pytest.mark.parametrize(
    "url",
    ["ftp://x/mcp", "nonsense", "http://", "http://[::1/mcp", "http://x:99999/mcp", "http://a:b@x/mcp", "http://ü/"],
)
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(CommandFailure, match="CODEX_URL must be"):
        RemoteMemories(url, "", "").call("search_memories", {})


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(CommandFailure, match="cannot be reached"):
        RemoteMemories(f"http://127.0.0.1:{port}/mcp", "", "").call("search_memories", {})


def test_a_token_that_cannot_be_one() -> None:
    memories = RemoteMemories("http://127.0.0.1:1/mcp", "secret\r\nX-Evil: 1", "")
    with pytest.raises(CommandFailure, match="CODEX_TOKEN") as failure:
        memories.call("search_memories", {})
    assert "secret" not in str(failure.value)


def test_a_wrong_and_a_missing_token(http_server: HttpServer) -> None:
    for token, reason in (("cm_wrong", "refuses the token"), ("", "set CODEX_TOKEN")):
        with pytest.raises(CommandFailure, match=reason):
            RemoteMemories(http_server.url, token, "").call("search_memories", {})


def test_a_read_only_token_is_named_as_the_reason(http_server: HttpServer, database: str) -> None:
    memories = RemoteMemories(http_server.url, create_token(database, "reader", is_read_only=True), "")
    with pytest.raises(CommandFailure, match="read-only"):
        memories.call("store_memory", {"content": "x", "context": "x", "summary": "x"})


def test_django_is_not_loaded_for_a_server(http_server: HttpServer, database: str) -> None:

    variables = environment("postgresql://nobody@127.0.0.1:1/none", **http_server.variables)
    done = subprocess.run(
        (sys.executable, "-X", "importtime", "-m", "codex_project", "recall", "fact"),
        env=variables,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 3, done.stderr
    assert "django" not in done.stderr
    assert "psycopg" not in done.stderr
    assert "pydantic" not in done.stderr


def test_a_database_that_is_not_there_is_one_sentence() -> None:
    done = run("recall", "fact", env=environment("postgresql://nobody@127.0.0.1:1/none", CODEX_URL=None))
    assert done.returncode == 1
    assert "cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_invalid_configuration_is_one_sentence() -> None:
    done = run("recall", "fact", env=environment("mysql://x", CODEX_URL=None))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_hook_waits_for_less_than_django_takes_to_load(http_server: HttpServer, database: str) -> None:
    variables = environment(database, **http_server.variables, DJANGO_SETTINGS_MODULE="codex_project.settings")
    loading = (sys.executable, "-c", "import django, psycopg; django.setup()")
    recalling = (sys.executable, "-m", "codex_project", "recall", "fact")

    def seconds(command: tuple[str, ...]) -> float:
        started = time.perf_counter()
        subprocess.run(command, env=variables, capture_output=True, timeout=60)
        return time.perf_counter() - started

    taken = [(seconds(recalling), seconds(loading)) for _ in range(3)]
    assert min(first for first, _ in taken) < min(second for _, second in taken)
