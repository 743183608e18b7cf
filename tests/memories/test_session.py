"""Whatever a database, a role or the environment sets, sessions are what the code depends on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql

from memories.db import session
from tests.support.clients import Serve, environment, run
from tests.support.database import new_database
from tests.support.web import Web

# As an operator, or another program on the same server, may have set them.
HOSTILE = {
    "search_path": "elsewhere",
    "client_encoding": "LATIN1",
    "TimeZone": "Asia/Kathmandu",
    "DateStyle": "German, DMY",
    "IntervalStyle": "iso_8601",
    "bytea_output": "escape",
    "extra_float_digits": "-5",
    "standard_conforming_strings": "off",
    "transform_null_equals": "on",
    "array_nulls": "off",
    "default_transaction_isolation": "serializable",
    "default_transaction_read_only": "on",
    "default_transaction_deferrable": "on",
    "gin_fuzzy_search_limit": "1",
    "row_security": "off",
    "enable_seqscan": "on",
    "enable_bitmapscan": "off",
    "enable_indexscan": "off",
    "enable_nestloop": "off",
    "enable_sort": "off",
    "random_page_cost": "100",
    "cpu_tuple_cost": "10",
    "from_collapse_limit": "1",
    "join_collapse_limit": "1",
    "plan_cache_mode": "force_generic_plan",
    "max_parallel_workers_per_gather": "8",
    "jit": "on",
    "work_mem": "64kB",
    "synchronous_commit": "off",
    "hnsw.ef_search": "1",
    "hnsw.iterative_scan": "off",
}
# The environment's, of which libpq sends some itself.
ENVIRONMENT = {
    "PGTZ": "Asia/Kathmandu",
    "PGDATESTYLE": "German, DMY",
    "PGGEQO": "off",
    "PGOPTIONS": "-c default_transaction_read_only=on -c search_path=elsewhere",
    "PGCLIENTENCODING": "LATIN1",
    "PGAPPNAME": "somebody else",
    "PGHOSTADDR": "127.0.0.99",
    "PGSERVICE": "nowhere",
    "TZ": "Asia/Kathmandu",
}
MEMORY = {"content": "Ünïcödé äpples 記憶\n'quoted' \\ back", "context": "Garden", "summary": "What grows"}


@pytest.fixture(scope="module")
def hostile_url(database_url: str) -> Iterator[str]:
    """A database whose settings are all against us, migrated under them."""
    with new_database(os.environ["DATABASE_URL"]) as url, psycopg.connect(url, autocommit=True) as admin:
        name = admin.info.dbname
        for setting, value in HOSTILE.items():
            change = sql.SQL("ALTER DATABASE {} SET {} = {}")
            admin.execute(change.format(sql.Identifier(name), sql.SQL(setting), sql.Literal(value)))
        migrated = run("migrate", "--verbosity=0", env=environment(url, **ENVIRONMENT))
        assert migrated.returncode == 0, migrated.stderr
        yield url


def all_settings(connection: Any) -> dict[str, str]:
    return dict(connection.execute("SELECT name, setting FROM pg_settings").fetchall())


def test_a_hostile_database_stores_finds_and_tells_times_like_any_other(hostile_url: str, serve: Serve) -> None:
    server = serve(hostile_url, **ENVIRONMENT)
    memory = MEMORY | {"tags": ["garden"], "metadata": {"n": 1.5}, "embeddings": [0.1, 1e-7] * 768}
    identifier = server.call("store_memory", memory)["id"]
    stored = server.call("get_memory", id=identifier, include_embedding=True)["memory"]
    assert stored["content"] == MEMORY["content"]
    assert stored["created_at"].endswith("Z")
    assert stored["embedding"][:2] == pytest.approx([0.1, 1e-7], rel=1e-6)
    for number in range(30):
        server.call("store_memory", content=f"apple {number}", context="Garden", summary=f"Fruit {number}")
    assert server.call("search_memories", query="apples")["total"] == 31  # äpples, too
    assert server.call("search_memories", context="garden", limit=1)["total"] == 31
    assert server.call("search_memories", tags=["garden"], metadata={"n": 1.5})["total"] == 1
    found = server.call("search_memories", from_date=stored["created_at"], to_date=stored["created_at"])
    assert [hit["id"] for hit in found["memories"]] == [identifier]
    nearest = server.call("search_memories", embedding=[0.1, 1e-7] * 768)["memories"]
    assert nearest[0]["id"] == identifier
    assert server.call("get_statistics")["memories"] == 31


def test_the_health_check_and_the_admin_s_connections_work_there(hostile_url: str) -> None:
    env = environment(hostile_url, **ENVIRONMENT)
    with Web(env) as web:
        assert web.get("/health/ready").status == 200
    shown = run("shell", "-v0", "-c", SHOW, env=env)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.split() == ["UTC", "postgres", "codex-memory-django"]


SHOW = """
from django.db import connection
with connection.cursor() as cursor:
    for name in ("TimeZone", "IntervalStyle", "application_name"):
        cursor.execute(f"SHOW {name}")
        print(cursor.fetchone()[0])
"""


def test_the_server_and_the_admin_have_the_same_settings(hostile_url: str, serve: Serve) -> None:
    """So that both get the same plans for the same question."""
    with psycopg.connect(hostile_url, autocommit=True) as pinned:
        pinned.execute(session.statement())
        expected = all_settings(pinned)
    server = serve(hostile_url, MIN_CONNECTIONS="1", MAX_CONNECTIONS="1", LOG_LEVEL="trace")
    server.call("search_memories", query="apples")
    shown = run("shell", "-v0", "-c", SHOW_ALL, env=environment(hostile_url, **ENVIRONMENT))
    settings = dict(line.split("\t") for line in shown.stdout.strip().splitlines())
    own = {"application_name", "client_min_messages"}
    different = {name for name in settings.keys() & expected.keys() - own if settings[name] != expected[name]}
    assert different == set()
    for name, value in session.SETTINGS.items():
        if name in expected:
            assert expected[name].replace(" ", "") in (value.replace(" ", ""), "32768"), name


SHOW_ALL = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT name, setting FROM pg_settings")
    print("\\n".join(f"{name}\\t{setting}" for name, setting in cursor.fetchall() if "\\n" not in setting))
"""


def test_within_a_transaction_the_same_settings_end_with_it(hostile_url: str) -> None:
    with psycopg.connect(hostile_url) as connection:
        before = all_settings(connection)
        connection.rollback()
        connection.execute(session.local_statement(has_iterative_scan=True, loses_commits=True))
        within = all_settings(connection)
        connection.rollback()
        assert before["DateStyle"] == "German, DMY"
        assert within["DateStyle"] == "ISO, MDY"
        assert within["enable_seqscan"] == "off"
        assert within["transaction_read_only"] == "off"
        assert within["synchronous_commit"] == "on"
        for name, value in session.SETTINGS.items():
            if name in within:
                assert within[name].replace(" ", "") in (value.replace(" ", ""), "32768"), name
        assert all_settings(connection) == before


def test_an_acknowledged_store_stays_durable_where_commits_are_not(hostile_url: str) -> None:
    with psycopg.connect(hostile_url, autocommit=True) as connection:
        connection.execute(session.statement())
        assert connection.execute("SHOW synchronous_commit").fetchone() == ("on",)
        connection.execute("SET synchronous_commit = remote_apply")
        connection.execute(session.statement())
        assert connection.execute("SHOW synchronous_commit").fetchone() == ("remote_apply",)
