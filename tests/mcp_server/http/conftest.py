"""A server over HTTP for all tests of this folder, and one of a test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

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


@pytest.fixture
def serve_http(database: str) -> Iterator[ServeHttp]:
    """Start servers of the test's own: `serve_http("--workers", "2", MCP_TIMEOUT="1")`."""
    with ExitStack() as stack:

        def start(*options: str, url: str = database, **variables: Any) -> HttpServer:
            command = variables.pop("command", COMMAND)
            return stack.enter_context(HttpServer(environment(url, **variables), *options, command=command))

        yield start
