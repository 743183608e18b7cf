"""Servers, the web side and commands behind pgbouncer, in front of few connections that all of them share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support.clients import Serve, environment, run
from tests.support.database import MIGRATED, new_database
from tests.support.pgbouncer import PgBouncer, program
from tests.support.waiting import until
from tests.support.web import Web

pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(program() is None, reason="needs pgbouncer (Debian: apt-get install pgbouncer)"),
    pytest.mark.skipif("TESTS_POOLER" in os.environ, reason="has poolers of its own"),
]

MEMORIES = 40
EXAMPLE = {"context": "billing", "summary": "An invoice"}


@pytest.fixture(scope="module", params=["transaction", "session"])
def pooler(request: pytest.FixtureRequest, database_url: str) -> Iterator[PgBouncer]:
    # In session pooling each client has a connection for as long as it is connected.
    with PgBouncer(database_url, mode=request.param, size=2 if request.param == "transaction" else 60) as pooler:
        yield pooler


@pytest.fixture
def pooled(pooler: PgBouncer, database: str) -> str:
    """The test database through the pooler."""
    return pooler.url(database)


def test_each_of_many_servers_gets_its_own_rows(pooled: str, serve: Serve) -> None:
    servers = [serve(pooled) for _ in range(4)]
    ids = [
        servers[0].call("store_memory", EXAMPLE, content=f"invoice {n}", tags=[f"n-{n}"])["id"] for n in range(MEMORIES)
    ]
    asked = []
    for turn in range(5):
        for server in servers:
            for number in range(turn, MEMORIES, 3):
                asked.append((server, number, server.request_call("get_memory", {"id": ids[number]})))
                asked.append((server, number, server.request_call("search_memories", {"tags": [f"n-{number}"]})))
    for server, number, request in asked:
        answer = server.called(request)
        found = [answer["memory"]] if "memory" in answer else answer["memories"]
        assert [(memory["id"], memory["content"]) for memory in found] == [(ids[number], f"invoice {number}")]


def test_a_question_an_update_and_a_deletion_are_as_without_it(pooled: str, database: str, serve: Serve) -> None:
    server = serve(pooled)
    first = server.call("store_memory", EXAMPLE, content="The exporter was moved to the queue.")["id"]
    server.call("update_memory", id=first, content="The exporter was moved to the scheduler.", summary="Why it moved")
    found = server.call("search_memories", query="Where did the exporter move?")["memories"]
    assert [memory["id"] for memory in found] == [first]
    assert serve(database).call("get_memory", id=first)["memory"]["version"] == 2
    assert server.call("delete_memory", id=first) == {"deleted": True}
    assert serve(database).call("search_memories", query="exporter")["memories"] == []


def test_two_updates_that_collide_are_told_so(pooled: str, serve: Serve) -> None:
    """The statement that fails must not take the rest of its transaction with it."""
    server = serve(pooled)
    server.call("store_memory", EXAMPLE, content="taken")
    other = server.call("store_memory", EXAMPLE, content="free")["id"]
    error = server.refusal("update_memory", id=other, content="taken")
    assert error.code == -32002
    assert server.call("get_memory", id=other)["memory"]["content"] == "free"


def test_no_session_keeps_a_setting(pooled: str, database: str, serve: Serve) -> None:
    serve(pooled).call("search_memories", query="anything")
    with psycopg.connect(pooled, autocommit=True) as other:
        assert other.execute("SELECT current_setting('enable_seqscan'), current_setting('search_path')").fetchone() == (
            "on",
            '"$user", public',
        )


def test_the_web_side_works_behind_it(pooled: str, database: str, account: tuple[str, str]) -> None:
    with Web(environment(pooled)) as web:
        assert web.get("/health/ready").status == 200
        assert "<title>Memories |" in web.log_in(*account).get("/admin/memories/memory/").text


# What needs PostgreSQL itself


def test_without_a_connection_of_its_own_the_cache_stays_off(pooled: str, serve: Serve) -> None:
    server = serve(pooled, ENABLE_CACHE="true")
    server.call("get_statistics")
    assert "The cache is off: DATABASE_URL leads to a connection pooler" in server.log
    ended = run("doctor", env=environment(pooled, ENABLE_CACHE="true"))
    assert ended.returncode == 1
    assert "The cache is off" in ended.stdout
    assert "through a connection pooler" in ended.stdout


def test_with_one_what_is_deleted_elsewhere_leaves_the_cache(pooled: str, database: str, serve: Serve) -> None:
    server = serve(pooled, ENABLE_CACHE="true", DATABASE_LISTEN_URL=database)
    identifier = server.call("store_memory", EXAMPLE, content="soon gone")["id"]
    until(lambda: "Cache enabled" in server.log, "The cache's start")
    assert server.call("get_memory", id=identifier)["memory"]
    assert serve(pooled).call("delete_memory", id=identifier) == {"deleted": True}
    until(lambda: server.call("get_memory", id=identifier)["memory"] is None, "The deletion's arrival")


def test_the_cache_stays_off_where_another_database_is_listened_to(pooled: str, serve: Serve) -> None:
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as other:
        server = serve(pooled, ENABLE_CACHE="true", DATABASE_LISTEN_URL=other)
        server.call("get_statistics")
        until(lambda: "No notification arrives" in server.log, "The warning")
        assert "Cache enabled" not in server.log


def test_migrations_take_a_connection_of_their_own(pooler: PgBouncer, unmigrated_url: str, serve: Serve) -> None:
    pooled = pooler.url(unmigrated_url)
    refused = run("migrate", "--verbosity=0", env=environment(pooled))
    assert refused.returncode == 1
    assert "set DATABASE_LISTEN_URL" in refused.stderr
    refused = run("migrate", "--verbosity=0", env=environment(pooled, DATABASE_LISTEN_URL=pooled))
    assert refused.returncode == 1
    assert "DATABASE_LISTEN_URL leads to a connection pooler, too" in refused.stderr
    ended = run("migrate", "--verbosity=0", env=environment(pooled, DATABASE_LISTEN_URL=unmigrated_url))
    assert ended.returncode == 0, ended.stderr
    assert serve(pooled).call("store_memory", EXAMPLE, content="stored")["id"]


def test_an_export_and_an_import_go_through_it(pooled: str, serve: Serve, tmp_path: Path) -> None:
    serve(pooled).call("store_memory", EXAMPLE, content="to be moved")
    for command in ("export_memories", "import_memories"):
        ended = run(command, str(tmp_path / "all.jsonl"), env=environment(pooled))
        assert ended.returncode == 0, ended.stderr
