"""Several processes that serve the same address."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Iterator

import psutil
import pytest

from tests.support.clients import environment, run
from tests.support.http_clients import HttpClient
from tests.support.waiting import PATIENCE, until

CONNECTIONS = 64
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the workers share one socket")


@pytest.fixture
def running(database_url: str) -> Iterator[HttpClient]:
    with HttpClient(environment(database_url), None, "--workers", "2") as server:
        yield server


def workers(server: HttpClient) -> list[psutil.Process]:
    """The processes that listen."""
    children = psutil.Process(server.process.pid).children()
    return [child for child in children if any(at.status == "LISTEN" for at in child.net_connections())]


def test_connections_are_distributed_among_the_workers(running: HttpClient) -> None:
    opened = [socket.create_connection(("127.0.0.1", running.port), PATIENCE) for _ in range(CONNECTIONS)]
    for connection in opened:
        connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert connection.recv(1024).startswith(b"HTTP/1.1 200 OK\r\n")
    held = [
        sum(at.status == "ESTABLISHED" and at.laddr.port == running.port for at in worker.net_connections())
        for worker in workers(running)
    ]
    for connection in opened:
        connection.close()
    assert sum(held) == CONNECTIONS
    assert min(held) >= CONNECTIONS // 4  # evenly distributed at random, one in 100,000 times it is less


def test_the_others_serve_while_a_worker_is_dead(running: HttpClient) -> None:
    running.process.send_signal(signal.SIGSTOP)  # or it would replace the worker
    try:
        workers(running)[0].kill()
        until(lambda: listening(running.port) == 1, "the end of the worker's socket")
        for _ in range(CONNECTIONS):
            running.ping()
    finally:
        running.process.send_signal(signal.SIGCONT)
    until(lambda: listening(running.port) == 2, "another worker")


def listening(port: int) -> int:
    return sum(at.status == "LISTEN" and port in at.laddr for at in psutil.net_connections("tcp"))


def test_a_second_server_on_the_same_address_is_refused(running: HttpClient) -> None:
    address = f"127.0.0.1:{running.port}"
    second = run("mcp_serve", "--http", address, "--workers", "2", "--no-auth", env=environment(None))
    assert second.returncode == 1
    assert f"The server cannot listen on {address}: Address already in use." in second.stderr
