"""Fixtures: the test database, and servers that run on it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from itertools import count
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import setup_databases
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from psycopg import sql
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from memories import storage
from memories.search import corpus
from tests.support import database as databases
from tests.support.clients import Client, Serve, environment, run
from tests.support.database import MIGRATED, new_database
from tests.support.http_clients import HttpClient

# An example here is a round trip to another process, on a machine that does other things too.
hypothesis_settings.register_profile(
    "tests",
    deadline=None,
    max_examples=60,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
hypothesis_settings.load_profile("tests")


# The processes of pytest-xdist ignore SIGINT, and so would the commands that tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


# What a test that reaches beyond this process does so by; a module that starts processes without says so itself.
REACHING = {"django_db_setup", "database_url", "own_postgresql"}
LEVELS = ("unit", "integration", "acceptance")
# Files whose tests run through both transports.
CONTRACT = {
    f"tests.mcp_server.test_{name}"
    for name in (
        *("arguments", "corrections", "edges", "moved_memories", "patterns", "projects", "rate_limits", "registry"),
        *("results", "server", "tools"),
    )
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by its level: `unit` where it has no other mark and uses neither database nor server."""
    for item in items:
        if not any(item.get_closest_marker(level) for level in LEVELS):
            reaches = not REACHING.isdisjoint(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db")
            item.add_marker("integration" if reaches else "unit")
    # Files that take long come first, so that none is left for one process when the others have nothing to do.
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


_watched: list[list[str]] = []  # while a unit test runs: what it began that no unit test may


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if _watched and event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "socket.connect"):
        _watched[-1].append(f"{event} {arguments[:2]!r:.200}")


sys.addaudithook(_audit)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """A test that starts a process or opens a connection is none of the fast ones."""
    if item.get_closest_marker("unit") is None:
        return (yield)
    begun: list[str] = []
    _watched.append(begun)
    try:
        yield
    finally:
        _watched.pop()
    assert not begun, f"Mark this test `integration`: it began {begun}"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database; pytest-django's own fixture makes it for tests with its mark only, and ours need servers.

    It is never dropped: the PostgreSQL that holds it goes away as a whole.
    """
    with django_db_blocker.unblock():
        setup_databases(verbosity=0, interactive=False, aliases={"default": None})
        if databases.OLD_PGVECTOR:
            databases.pretend_old_pgvector(_url_of_test_database())
        _disconnect()
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as admin:
            create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            admin.execute(create.format(sql.Identifier(MIGRATED), sql.Identifier(connection.settings_dict["NAME"])))
        yield
        _disconnect()


def _disconnect() -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined] # PostgreSQL's


@pytest.fixture(scope="session")
def database_url(django_db_setup: None) -> str:
    """The test database, for other processes."""
    return _url_of_test_database()


def _url_of_test_database() -> str:
    name = str(connection.settings_dict["NAME"])
    return os.environ["DATABASE_URL"].replace("/postgres?", f"/{name}?")


def forget_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process know nothing of the database that an earlier test searched."""
    monkeypatch.setattr(corpus, "_latest", corpus._Latest())
    monkeypatch.setattr(storage, "_latest", {})


@pytest.fixture
def database(database_url: str, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The test database, empty, and without a transaction around the test: what it commits, servers see."""
    forget_figures(monkeypatch)
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE memories, deleted_memories CASCADE")
        yield database_url
        connection.close()


@pytest.fixture
def transport() -> str:
    """How tests talk to servers: `stdio`, and in the files of CONTRACT also `http`."""
    return "stdio"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of the contract through both transports."""
    uses_server = {"server", "serve"} & set(metafunc.fixturenames)
    needs_stdio = any(mark.name == "stdio" for mark in metafunc.definition.iter_markers())
    if uses_server and metafunc.module.__name__ in CONTRACT and not needs_stdio:
        metafunc.fixturenames.append("transport")
        metafunc.parametrize("transport", ["stdio", "http"])


def started(transport: str, url: str | None, variables: dict[str, str | None], **options: Any) -> Client:
    """Start a server, over HTTP one that checks no tokens: over stdio there are none either."""
    if transport == "http":
        return HttpClient(environment(url, **variables))
    return Client(environment(url, **variables), **options)


@pytest.fixture(scope="session")
def shared_servers(database_url: str) -> Iterator[dict[str, Client]]:
    with ExitStack() as stack:
        servers: dict[str, Client] = {}
        yield servers
        for client in servers.values():
            stack.enter_context(client)


@pytest.fixture
def server(shared_servers: dict[str, Client], database: str, transport: str) -> Iterator[Client]:
    """A server on the empty test database, initialized. It is shared by all tests, so each leaves it serving."""
    if transport not in shared_servers:
        shared_servers[transport] = started(transport, database, {})
        shared_servers[transport].initialize()
    yield shared_servers[transport]
    shared_servers[transport].ping()


@pytest.fixture
def serve(database_url: str, transport: str) -> Iterator[Serve]:
    """Start servers of the test's own: `serve()`, `serve(url, MAX_CONNECTIONS="1")`."""
    with ExitStack() as stack:

        def start(url: str | None = database_url, *, initialized: bool = True, **variables: Any) -> Client:
            options = {name: variables.pop(name) for name in ("command", "reading") if name in variables}
            client = stack.enter_context(started(transport, url, variables, **options))
            if initialized:
                client.initialize()
            return client

        yield start


_numbers = count(1)


@pytest.fixture
def unmigrated_url(database_url: str) -> Iterator[str]:
    """A database without a single table, on the tests' server."""
    with new_database(os.environ["DATABASE_URL"]) as url:
        yield url


@pytest.fixture
def account(database: str) -> Iterator[tuple[str, str]]:
    """The name and password of a curator whom the web side of another process knows."""
    name, password = f"curator-{next(_numbers)}", "a long password"
    user = User.objects.create_user(name, password=password, is_staff=True)
    user.groups.add(Group.objects.get(name="curator"))
    yield name, password
    user.delete()


@pytest.fixture
def outside(database: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection that is none of the project's, as another program has it."""
    with psycopg.connect(make_conninfo(database, application_name="outside"), autocommit=True) as other:
        yield other


@pytest.fixture(scope="module")
def own_postgresql() -> databases.PostgreSQL:
    """A PostgreSQL that a test may stop and kill, with a migrated database `postgres`."""
    postgresql = databases.in_new_folder("codex-memory-own-")
    migrated = run("migrate", "--verbosity=0", env=environment(postgresql.url("postgres")))
    assert migrated.returncode == 0, migrated.stderr
    return postgresql
