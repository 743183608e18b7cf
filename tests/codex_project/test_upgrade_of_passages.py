"""A database of the version whose passages had no text of their own, with data, is brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.codex_project.test_upgrade import unit
from tests.support import dumps
from tests.support.clients import Serve, environment, run
from tests.support.database import MIGRATED, new_database
from tests.support.migrating import migrate

DUMP = Path(__file__).with_name("data") / "nine_migrations.sql"
COLUMNS = "id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, has_embedding, language"
ROWS = {
    "memories": f"SELECT {COLUMNS} FROM memories ORDER BY id",
    "processed": "SELECT id, memory_id, insights, embeddings::text, sentiment, processed_at, processing_version"
    " FROM codex_processed.processed_memories ORDER BY id",
    "patterns": "SELECT id, memory_id, pattern_type, pattern_signature, frequency FROM codex_processed.code_patterns"
    " ORDER BY id",
    "passages": "SELECT memory_id, start, search_vector::text FROM codex_processed.passages ORDER BY 1, 2",
}


@pytest.fixture
def old(unmigrated_url: str) -> str:
    dumps.restore_script(unmigrated_url, DUMP)
    return unmigrated_url


@pytest.fixture
def fresh(database_url: str) -> Iterator[str]:
    """An empty database that this version migrated."""
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        yield url


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    with psycopg.connect(url) as connection:
        return {name: connection.execute(statement).fetchall() for name, statement in ROWS.items()}


def test_it_has_the_schema_of_a_fresh_one_and_lost_nothing(old: str, fresh: str, tmp_path: Path) -> None:
    before = rows(old)
    assert [len(each) for each in before.values()] == [6, 2, 2, 7]
    migrate(old)
    assert rows(old) == before
    checked = run("check", "--database", "default", env=environment(old))
    assert checked.returncode == 0, checked.stderr  # no migration that it had applied has another checksum
    with new_database(os.environ["DATABASE_URL"]) as copy:
        # Restored as well: that simplifies the brackets of conditions.
        dumps.restore_archive(fresh, copy, tmp_path / "archive")
        assert dumps.schema(old) == dumps.schema(copy)


def test_each_passage_has_its_text(old: str) -> None:
    with psycopg.connect(old) as connection:
        right = connection.execute(
            "SELECT memory_id, start, substr(content, start + 1, length)"
            " FROM codex_processed.passages JOIN memories ON id = memory_id ORDER BY 1, 2"
        ).fetchall()
    migrate(old)
    with psycopg.connect(old) as connection:
        known = connection.execute("SELECT memory_id, start, content FROM codex_processed.passages ORDER BY 1, 2")
        assert known.fetchall() == right


def test_it_is_served(old: str, serve: Serve) -> None:
    migrate(old)
    server = serve(old)
    for question, summary, shown in (
        ("where does the zeppelin land", "A long report", "At the very end the zeppelin lands."),
        ("Zeppelin aus München", "Ein langer Bericht", "Schluß mit dem Zeppelin aus München."),
        ("geprüfte Rechnung", "Offene Rechnungen", "Die Rechnungen"),
        ("数据库迁移", "迁移", "本季度的数据库迁移计划已推迟到九月"),
    ):
        hit = server.call("search_memories", query=question, content_chars=300)["memories"][0]
        assert hit["summary"] == summary
        assert shown in hit["content"], question
        assert (hit["project"], hit["version"], hit["superseded_by"], hit["stored_by"]) == ("", 1, None, "")
    assert len(server.call("search_memories", tags=["long"])["memories"]) == 2
    assert server.call("search_memories", embedding=unit(5))["memories"][0]["summary"] == "Depth of the well"
    (code,) = server.call("search_memories", metadata={"priority": 1})["memories"]
    assert len(server.call("get_patterns", memory_id=code["id"])["patterns"]) == 2
    statistics = server.call("get_statistics")
    assert [statistics[name] for name in ("memories", "processed", "with_embeddings", "patterns")] == [6, 2, 2, 2]
    (well,) = server.call("search_memories", query="depth of the well", limit=1)["memories"]
    assert server.call("update_memory", id=well["id"], content="The well is 5 m deep.")["version"] == 2
    assert server.call("delete_memory", id=code["id"]) == {"deleted": True}
    assert server.call("get_statistics", project="*")["memories"] == 5


# Of one of their words a text search vector lost the last positions.
REPEATED = {
    "a short content": ("redis " * 300 + "cluster", "notes"),
    "a long content": ("redis " * 3_000 + "cluster", "notes"),
    "a context": ("short", "redis cluster " + "0 " * 300 + "redis 1"),
    "a context of a long content": ("line\n" * 2_000, "0 " * 300 + "redis cluster redis 1"),
}


def test_phrases_are_found_that_a_vector_had_lost(old: str, serve: Serve) -> None:
    with psycopg.connect(old) as connection:
        connection.execute("SET search_path = codex_processed, public")
        connection.cursor().executemany(
            "INSERT INTO memories (content, content_hash, context, summary, language)"
            " VALUES (%s, lpad(%s, 64, '0'), %s, %s, 'german')",
            [(content, str(n), context, name) for n, (name, (content, context)) in enumerate(REPEATED.items())],
        )
    before = rows(old)["memories"]
    migrate(old)
    assert rows(old)["memories"] == before
    server = serve(old)
    found = server.call("search_memories", query='"redis cluster"')["memories"]
    assert {memory["summary"] for memory in found} == set(REPEATED)
    assert {memory["version"] for memory in found} == {1}
    found = server.call("search_memories", context='"0 redis"')["memories"]
    assert {memory["summary"] for memory in found} == {"a context", "a context of a long content"}
