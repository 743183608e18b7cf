"""What triggers keep (counters, embedded memories, postings) always equals what counting would find."""

from __future__ import annotations

import datetime
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from memories.db import session
from memories.queries import STATISTICS
from tests.support.consistency import COUNTED, RIGHTLY_KNOWN, WRONGLY_MARKED, WRONGLY_POSTED, WRONGLY_SUPERSEDED

PROJECTS = ["", "p", "github.com/q"]
# Two with different quantized embeddings.
VECTOR = "[" + ",".join(["1"] + ["0"] * 1535) + "]"
OTHER_VECTOR = "[" + ",".join(["0"] + ["1"] * 1535) + "]"
VECTORS = [None, VECTOR, OTHER_VECTOR]

# What a program may do, each with small numbers to choose rows by.
tags = st.lists(st.sampled_from(["a", "b", "c", "d-e"]), max_size=3)
hours_ago = st.integers(0, 24 * 8)
metadata = st.dictionaries(
    st.sampled_from(["a", "b", "c"]), st.sampled_from([None, True, 1, 1.0, 10, "1", "x", "", [1], {"a": 1}]), max_size=3
)
operations = st.one_of(
    st.tuples(
        st.just("insert"), st.lists(st.tuples(st.text("aé🐘", max_size=9), tags, hours_ago), min_size=1, max_size=4)
    ),
    st.tuples(
        st.just("copy"), st.lists(st.tuples(st.text("aé🐘", max_size=9), tags, hours_ago), min_size=1, max_size=4)
    ),
    st.tuples(st.just("rewrite"), st.tuples(st.text("bß", max_size=9), tags, hours_ago, st.integers(1, 3))),
    st.tuples(st.just("extend"), st.tuples(st.text("bß", max_size=9), st.integers(1, 3))),
    st.tuples(st.just("touch"), st.integers(1, 3)),
    st.tuples(st.just("rename"), st.integers(1, 3)),
    st.tuples(st.just("describe"), st.tuples(metadata, st.integers(1, 3))),
    st.tuples(st.just("move"), st.tuples(st.sampled_from(PROJECTS), st.integers(1, 3))),
    st.tuples(st.just("supersede"), st.integers(1, 3)),
    st.tuples(st.just("delete"), st.integers(1, 3)),
    st.tuples(st.just("process"), st.tuples(st.integers(0, 2), st.integers(1, 3))),
    st.tuples(st.just("process again"), st.integers(0, 2)),
    st.tuples(st.just("reprocess"), st.integers(0, 2)),
    st.tuples(st.just("swap versions"), st.none()),
    st.tuples(st.just("unprocess"), st.integers(1, 3)),
    st.tuples(st.just("pattern"), st.integers(1, 3)),
    st.tuples(st.just("rename patterns"), st.integers(1, 3)),
    st.tuples(st.just("compact"), st.none()),
    st.tuples(st.just("roll back"), st.integers(1, 3)),
    st.tuples(st.just("truncate"), st.none()),
    st.tuples(st.just("truncate processing"), st.none()),
)


class Program:
    """Another program, writing plain SQL of many rows a statement."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self.stored = 0
        self.now = datetime.datetime.now(datetime.UTC)

    def rows(self, memories: list[tuple[str, list[str], int]]) -> list[tuple[Any, ...]]:
        made = []
        for text, tagged, hours in memories:
            self.stored += 1
            created_at = self.now - datetime.timedelta(hours=hours)
            project = PROJECTS[len(text) % len(PROJECTS)]
            made.append((f"{self.stored}{text}", str(self.stored), "c", "s", tagged, created_at, project))
        return made

    def do(self, operation: str, value: Any) -> None:
        execute = self.connection.execute
        columns = "(content, content_hash, context, summary, tags, created_at, project)"
        some = "SELECT id FROM memories ORDER BY content_hash LIMIT %s"
        match operation:
            case "insert":
                values = ",".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(value))
                execute(f"INSERT INTO memories {columns} VALUES {values}", sum(self.rows(value), ()))
            case "copy":
                with self.connection.cursor().copy(f"COPY memories {columns} FROM STDIN") as copy:
                    for row in self.rows(value):
                        copy.write_row(row)
            case "rewrite":
                text, tagged, hours, count = value
                created = self.now - datetime.timedelta(hours=hours)
                execute(
                    f"UPDATE memories SET content = content || %s, tags = %s, created_at = %s WHERE id IN ({some})",
                    [text, tagged, created, count],
                )
            case "extend":
                text, count = value
                execute(f"UPDATE memories SET content = content || %s WHERE id IN ({some})", [text, count])
            case "touch":
                execute(f"UPDATE memories SET updated_at = now() WHERE id IN ({some})", [value])
            case "rename":
                execute(f"UPDATE memories SET tags = array_replace(tags, 'a', 'b') WHERE id IN ({some})", [value])
            case "describe":
                described, count = value
                execute(f"UPDATE memories SET metadata = %s WHERE id IN ({some})", [Jsonb(described), count])
            case "move":
                project, count = value
                execute(f"UPDATE memories SET project = %s WHERE id IN ({some})", [project, count])
            case "supersede":  # by the last of their project
                execute(
                    "UPDATE memories SET superseded_by = last.id, superseded_at = now() FROM ("
                    " SELECT DISTINCT ON (project) project, id FROM memories ORDER BY project, content_hash DESC"
                    ") AS last WHERE last.project = memories.project AND last.id <> memories.id"
                    f" AND memories.superseded_by IS NULL AND memories.id IN ({some})",
                    [value],
                )
            case "delete":
                execute(f"DELETE FROM memories WHERE id IN ({some})", [value])
            case "process":
                kind, count = value
                execute(
                    "INSERT INTO codex_processed.processed_memories (memory_id, embeddings)"
                    f" SELECT id, %s::vector FROM ({some}) AS chosen ON CONFLICT DO NOTHING",
                    [VECTORS[kind], count],
                )
            case "process again":
                execute(
                    "INSERT INTO codex_processed.processed_memories (memory_id, embeddings, processing_version)"
                    " SELECT id, %s::vector, 2 FROM memories ON CONFLICT DO NOTHING",
                    [VECTORS[value]],
                )
            case "reprocess":
                execute("UPDATE codex_processed.processed_memories SET embeddings = %s::vector", [VECTORS[value]])
            case "swap versions":
                execute("UPDATE codex_processed.processed_memories SET processing_version = -processing_version")
            case "unprocess":
                execute(
                    "DELETE FROM codex_processed.processed_memories WHERE id IN"
                    " (SELECT id FROM codex_processed.processed_memories LIMIT %s)",
                    [value],
                )
            case "pattern":
                self.stored += 1
                execute(
                    "INSERT INTO codex_processed.code_patterns"
                    " (id, memory_id, pattern_type, pattern_signature, frequency, confidence, language)"
                    f" SELECT gen_random_uuid(), id, 'loop', %s, 0.5, 0.5, 'python' FROM ({some}) AS chosen",
                    [str(self.stored), value],
                )
            case "rename patterns":
                execute("UPDATE codex_processed.code_patterns SET pattern_type = %s", [f"type-{value}"])
            case "compact":
                execute("SELECT codex_processed.compact_counters()")
            case "roll back":
                with self.connection.transaction(force_rollback=True):
                    execute(f"DELETE FROM memories WHERE id IN ({some})", [value])
            case "truncate":
                execute("TRUNCATE memories CASCADE")
            case "truncate processing":
                execute("TRUNCATE codex_processed.processed_memories")


def counted(connection: psycopg.Connection[Any], projects: list[str] | None = None) -> tuple[Any, ...]:
    """What our own session reads from the counters."""
    with connection.transaction():
        connection.execute(f"SET LOCAL search_path = {session.SEARCH_PATH}")
        cursor = connection.execute(STATISTICS, {"top_tags": 10, "projects": projects, "is_confined": False})
    assert cursor.description is not None
    figures = dict(zip([column.name for column in cursor.description], cursor.fetchone() or (), strict=True))
    names = ["memories", "processed", "with_embeddings", "patterns", "content_bytes", "distinct_tags", "top_tags"]
    names += ["oldest", "newest", "stored_last_day", "stored_last_week"]
    return tuple(figures[name] for name in names)


@pytest.mark.timeout(600)  # each step is counted anew in many ways, and other tests may keep the processors busy
@settings(max_examples=80)
@given(st.lists(operations, max_size=12))
# A superseded memory that moves away from its successor.
@example([("insert", [("é", ["b"], 1), ("éaéa", ["b"], 2)]), ("supersede", 1), ("move", ("github.com/q", 1))])
def test_the_counters_are_what_counting_finds(outside: psycopg.Connection[Any], steps: list[tuple[str, Any]]) -> None:
    outside.execute("TRUNCATE memories CASCADE")
    program = Program(outside)
    for operation, value in steps:
        program.do(operation, value)
        # In one transaction, so that both see the same now().
        with outside.transaction():
            for projects in (None, [""], ["p", ""]):
                right = outside.execute(COUNTED, {"projects": projects}).fetchone()
                assert counted(outside, projects) == right, json.dumps(steps)
        assert outside.execute(WRONGLY_MARKED).fetchone() == (0,), json.dumps(steps)
        assert outside.execute(WRONGLY_POSTED).fetchone() == (0,), json.dumps(steps)
        assert outside.execute(WRONGLY_SUPERSEDED).fetchone() == (0,), json.dumps(steps)
        assert outside.execute(RIGHTLY_KNOWN).fetchall() == [(True,)], json.dumps(steps)
    outside.execute("SELECT codex_processed.compact_counters()")
    assert outside.execute(RIGHTLY_KNOWN).fetchall() == [(True,)]
    row = outside.execute("SELECT count(*) FROM codex_processed.counter_ledger").fetchone()
    assert row == (0,)
    with outside.transaction():
        for projects in (None, ["p"]):
            assert counted(outside, projects) == outside.execute(COUNTED, {"projects": projects}).fetchone()


def test_stores_do_not_wait_for_each_others_commit(database: str) -> None:
    insert = "INSERT INTO memories (content, content_hash, context, summary, tags) VALUES (%s, %s, 'c', 's', '{same}')"
    with psycopg.connect(database) as first, psycopg.connect(database) as second:
        first.execute(insert, ["one", "one"])
        second.execute("SET lock_timeout = '5s'")
        second.execute(insert, ["two", "two"])
        second.execute("SELECT codex_processed.compact_counters()")
        second.commit()
        assert counted(second)[0] == 1
        second.commit()
        first.commit()
        assert counted(second)[0] == 2


TAKES_AWAY = "DELETE FROM codex_processed.processed_memories WHERE processing_version = 1"
BLANKS = "UPDATE codex_processed.processed_memories SET embeddings = NULL WHERE processing_version = 1"
ADDS = (
    "INSERT INTO codex_processed.processed_memories (memory_id, embeddings, processing_version)"
    f" SELECT id, '{VECTOR}'::vector, 3 FROM memories"
)
FILLS = f"UPDATE codex_processed.processed_memories SET embeddings = '{VECTOR}'::vector WHERE processing_version = 2"


def test_of_two_embeddings_that_come_at_once_the_newest_is_known(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as watching:
        watching.execute("INSERT INTO memories (content, content_hash, context, summary) VALUES ('a', 'a', 'c', 's')")
        with psycopg.connect(database) as one, psycopg.connect(database) as other, ThreadPoolExecutor() as threads:
            one.execute(ADDS.replace("3 FROM", "1 FROM"))
            waiting = threads.submit(other.execute, ADDS.replace(VECTOR, OTHER_VECTOR))
            while not waiting.done() and not watching.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
                pass
            one.commit()
            waiting.result(timeout=30)
            other.commit()
        assert watching.execute(WRONGLY_MARKED).fetchone() == (0,)


@pytest.mark.parametrize("going", [TAKES_AWAY, BLANKS])
@pytest.mark.parametrize("coming", [ADDS, FILLS])
@pytest.mark.parametrize("comes_first", [True, False])
def test_an_embedding_that_comes_while_another_goes_stays_known(
    database: str, going: str, coming: str, comes_first: bool
) -> None:
    first, second = (coming, going) if comes_first else (going, coming)
    with psycopg.connect(database, autocommit=True) as watching:
        watching.execute("INSERT INTO memories (content, content_hash, context, summary) VALUES ('a', 'a', 'c', 's')")
        watching.execute(ADDS.replace("3 FROM", "1 FROM"))
        watching.execute(
            "INSERT INTO codex_processed.processed_memories (memory_id, processing_version) SELECT id, 2 FROM memories"
        )
        with psycopg.connect(database) as one, psycopg.connect(database) as other, ThreadPoolExecutor() as threads:
            one.execute(first)
            waiting = threads.submit(other.execute, second)
            while not waiting.done() and not watching.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchone():
                pass
            assert not waiting.done(), "the second must wait for the first"
            one.commit()
            waiting.result(timeout=30)
            other.commit()
        assert watching.execute("SELECT has_embedding FROM memories").fetchone() == (True,)
