"""A server over HTTP for all tests of this folder, and one of a test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import psycopg
import pytest

from tests.support.clients import COMMAND, environment
from tests.support.http_clients import create_token
from tests.support.raw_http import HttpServer

ServeHttp = Callable[..., HttpServer]


@pytest.fixture(scope="session")
def shared_http_server(database_url: str) -> Iterator[HttpServer]:
    with HttpServer(environment(database_url)) as server:
        yield server


@pytest.fixture
def http(shared_http_server: HttpServer, database: str) -> Iterator[HttpServer]:
    """A server on the empty test database. It is shared by all tests, so each leaves it serving."""
    yield shared_http_server
    assert shared_http_server.ask("GET", "/health/ready").status == 200
    assert "Traceback" not in shared_http_server.log


@pytest.fixture
def token(database: str) -> str:
    return create_token(database)


class Locks:
    """What waits for locks in the test database; seen from outside of the transaction that holds them.

    Within a transaction, pg_stat_activity keeps showing the connections that it showed first.
    """

    def __init__(self, watcher: psycopg.Connection[Any]) -> None:
        self._watcher = watcher

    @property
    def waiting(self) -> int:
        """How many of the servers' statements wait."""
        found = (
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND application_name = 'codex-memory' AND datname = current_database()"
        )
        return int(self._watcher.execute(found).fetchall()[0][0])


@pytest.fixture
def locks(database: str) -> Iterator[Locks]:
    with psycopg.connect(database, autocommit=True) as watcher:
        yield Locks(watcher)


@pytest.fixture
def serve_http(database: str) -> Iterator[ServeHttp]:
    """Start servers of the test's own: `serve_http("--workers", "2", MCP_TIMEOUT="1")`."""
    with ExitStack() as stack:

        def start(*options: str, url: str = database, **variables: Any) -> HttpServer:
            command = variables.pop("command", COMMAND)
            return stack.enter_context(HttpServer(environment(url, **variables), *options, command=command))

        yield start
