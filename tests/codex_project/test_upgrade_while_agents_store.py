"""A database with something of everything is migrated to what is on disk while agents store, and nothing is lost.

`python -m tests.support.filled FILE` makes a dump of the present version; add it to DUMPS at each release. Where a
later migration renames a table or column, `lost` must learn that.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.support import dumps
from tests.support.clients import Client, Refused, Serve, environment, run
from tests.support.database import MIGRATED, new_database
from tests.support.filled import TOKENS, unit
from tests.support.migrating import STORE, migrate
from tests.support.raw_http import HttpServer
from tests.support.waiting import until

pytestmark = [pytest.mark.integration, pytest.mark.long]

DUMPS = ("twenty_six_migrations.sql",)
# What is computed from other rows; a later migration may compute it in another way. Searches and counts test it.
DERIVED = {
    *("continued_words", "corpus_statistics", "counter_ledger", "counters", "embedded_memories", "embedding_claims"),
    *("kept_tables", "languages", "passages", "postings", "quantized_embeddings"),
}
# What Codex Memory never fills: parts of Django and the OAuth toolkit that it does not use.
UNUSED = {"auth_user_user_permissions", "oauth2_provider_devicegrant", "oauth2_provider_idtoken"}
TABLES = (
    "SELECT relnamespace::regnamespace::text, relname FROM pg_class WHERE relkind = 'r'"
    " AND relnamespace::regnamespace::text IN ('public', 'codex_processed') ORDER BY 1, 2"
)
KEY = (
    "SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)"
    " WHERE indisprimary AND indrelid = %s::regclass"
)
# Of the tables of deleted rows, which have no primary key: of which rows of a deletion they are.
KEYS = {
    "deleted_analysis_runs": ["id"],
    "deleted_code_patterns": ["id"],
    "deleted_memory_versions": ["version"],
    "deleted_processed_memories": ["id"],
}
# The dump gets older, but what was deleted then must still be in the trash.
PATIENT = {"TRASH_DAYS": "36500"}

Row = dict[str, Any]
Rows = dict[str, dict[tuple[Any, ...], Row]]  # by table and primary key


@pytest.fixture(params=DUMPS)
def old(unmigrated_url: str, request: pytest.FixtureRequest) -> str:
    dumps.restore_script(unmigrated_url, Path(__file__).with_name("data") / request.param)
    return unmigrated_url


@pytest.fixture
def fresh(database_url: str) -> Iterator[str]:
    """An empty database that this version migrated."""
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        yield url


def kept(connection: psycopg.Connection[Any]) -> Rows:
    """Each row that nothing else could replace."""
    found: Rows = {}
    for schema, table in connection.execute(TABLES).fetchall():
        if table in DERIVED:
            continue
        key = [column for (column,) in connection.execute(KEY, [f"{schema}.{table}"])] or ["deletion", *KEYS[table]]
        rows = connection.execute(sql.SQL("SELECT to_jsonb(row) FROM {} row").format(sql.Identifier(schema, table)))
        found[table] = {tuple(str(row[column]) for column in key): row for (row,) in rows}
    return found


def rows_of(url: str) -> Rows:
    with psycopg.connect(url) as connection:
        return kept(connection)


def lost(before: Rows, after: Rows) -> list[str]:
    """Say of each earlier row whether it is gone, and which of its values changed; new columns do not matter."""
    losses = []
    for table, rows in before.items():
        for key, row in rows.items():
            now = after.get(table, {}).get(key)
            if now is None:
                losses.append(f"{table} {key} is gone")
                continue
            for name, value in row.items():
                if name not in now or now[name] != value:
                    losses.append(f"{table} {key}: {name} is not {value!r:.80}")
    return losses


class Agent(threading.Thread):
    """Stores without a pause, and knows what was acknowledged, and what was refused.

    Args:
        store: stores a content; raises Refused.
    """

    def __init__(self, name: str, store: Callable[[str], object]) -> None:
        super().__init__(name=name)
        self._store, self._ending = store, threading.Event()
        self.acknowledged: list[str] = []
        self.refused: list[tuple[str, Refused]] = []
        self.failure: BaseException | None = None

    def run(self) -> None:
        number = 0
        try:
            while not self._ending.is_set():
                number += 1
                content = f"Note {number} of {self.name}"
                try:
                    self._store(content)
                    self.acknowledged.append(content)
                except Refused as refused:
                    self.refused.append((content, refused))
        except BaseException as error:  # noqa: BLE001 - of which the test's own thread is told
            self.failure = error

    def await_more(self, count: int = 3) -> None:
        wanted = len(self.acknowledged) + count
        until(lambda: len(self.acknowledged) >= wanted or self.failure, f"{count} more stores of {self.name}", 60)
        assert self.failure is None, self.failure

    def end(self) -> None:
        self._ending.set()
        self.join()


def storing(server: Client) -> Callable[[str], None]:
    def store(content: str) -> None:
        server.call("store_memory", content=content, context="While migrating", summary=content, tags=["meanwhile"])

    return store


def test_agents_store_during_the_migration_and_nothing_is_lost(old: str, serve: Serve) -> None:
    before = rows_of(old)
    with psycopg.connect(old, autocommit=True) as plain, ExitStack() as stack:
        agents = [Agent(name, storing(serve(old, **PATIENT))) for name in ("one", "two")]
        # As agents of any version do, also of the one that made the dump.
        agents.append(Agent("SQL", lambda content: plain.execute(STORE, {"name": content})))
        for agent in agents:
            stack.callback(agent.end)
            agent.start()
        agents[-1].await_more()
        migrate(old)
        for agent in agents:
            agent.await_more()
    assert lost(before, rows_of(old)) == []
    assert run("check", "--database", "default", env=environment(old)).returncode == 0
    with psycopg.connect(old) as connection:
        stored = {content for (content,) in connection.execute("SELECT content FROM memories")}
        counted = connection.execute(
            "SELECT (SELECT count(*) FROM memories), (SELECT count(*) FROM codex_processed.code_patterns),"
            " (SELECT count(*) FROM codex_processed.processed_memories)"
        ).fetchone()
    for agent in agents:
        assert agent.failure is None
        assert set(agent.acknowledged) <= stored
        for content, refused in agent.refused:
            assert refused.code == -32603, refused  # until the database is migrated
            assert content not in stored or refused.data.get("outcome") == "unknown"
    statistics = serve(old, **PATIENT).call("get_statistics", project="*")
    assert tuple(statistics[name] for name in ("memories", "patterns", "processed")) == counted


def test_what_was_stored_earlier_is_served(old: str, serve: Serve) -> None:
    migrate(old)
    server = serve(old, **PATIENT)
    (well,) = server.call("search_memories", query="how deep is the well", tags=["well"])["memories"]
    assert (well["content"], well["version"]) == ("The well is 5 m deep.", 3)
    told = [server.call("get_memory", id=well["id"], version=n)["memory"]["content"] for n in (1, 2)]
    assert told == ["The well is 3 m deep.", "The well is 4 m deep."]
    for question, summary, project in (
        ("gruesse münchen", "Many languages", "site"),
        ("数据库迁移", "Many languages", "site"),
        ("till on sundays", "Till", "shop"),
        ("ferry of pier 77", "A long report", "-"),
    ):
        assert server.call("search_memories", query=question, project=project)["memories"][0]["summary"] == summary
    (staging,) = server.call("search_memories", context="handbook", summary="staging")["memories"]
    assert staging["content"] == "Staging is rebuilt at 03:00."
    assert server.call("search_memories", embedding=unit(9))["memories"][0]["id"] == staging["id"]
    (code,) = server.call("search_memories", tags=["code"])["memories"]
    assert server.call("get_patterns", memory_id=code["id"])["patterns"]
    with psycopg.connect(old) as connection:
        restore = "SELECT codex_processed.restore_memories(array_agg(deletion)) FROM codex_processed.deleted_memories"
        connection.execute(restore)
    assert server.call("search_memories", summary="again")["memories"][0]["version"] == 2
    assert server.call("search_memories", summary="nothing", project="shop")["total"] == 1


def test_tokens_and_people_are_known(old: str) -> None:
    migrate(old)
    with HttpServer(environment(old, **PATIENT)) as server:
        assert server.call(TOKENS["laptop"]["token"], "get_statistics", project="*")["memories"] > 5
        with pytest.raises(Refused, match="-32601"):
            server.call(TOKENS["reader"]["token"], "delete_memory", id="01234567-89ab-4cde-8f01-23456789abcd")
        stored = server.call(TOKENS["shop"]["token"], "store_memory", content="n", context="c", summary="s")["id"]
        assert server.call(TOKENS["shop"]["token"], "get_memory", id=stored)["memory"]["project"] == "shop"
        assert server.post({}, "cm_" + "x" * 43).status == 401


def test_it_has_the_schema_of_a_fresh_one(old: str, fresh: str, tmp_path: Path) -> None:
    migrate(old)
    with new_database(os.environ["DATABASE_URL"]) as copy:
        # Restored as well: that simplifies the brackets of conditions.
        dumps.restore_archive(fresh, copy, tmp_path / "archive")
        assert dumps.schema(old) == dumps.schema(copy)


def test_any_loss_would_be_noticed(old: str) -> None:
    with psycopg.connect(old) as connection:
        connection.execute("SET session_replication_role = replica")  # without triggers
        before = kept(connection)
        assert lost(before, kept(connection)) == []
        assert {table for table, rows in before.items() if not rows} == UNUSED
        for schema, table in connection.execute(TABLES).fetchall():
            if table in DERIVED | UNUSED:
                continue
            with connection.transaction(force_rollback=True):
                name = sql.Identifier(schema, table)
                one = sql.SQL("DELETE FROM {0} WHERE ctid = (SELECT ctid FROM {0} LIMIT 1)")
                connection.execute(one.format(name))
                assert len(lost(before, kept(connection))) == 1, table
        for change in (
            "content = 'x'",
            "project = 'x'",
            "tags = '{x}'",
            "updated_at = now()",
            "superseded_by = NULL, superseded_at = NULL",
        ):
            with connection.transaction(force_rollback=True):
                connection.execute(f"UPDATE memories SET {change}")
                assert lost(before, kept(connection)), change
