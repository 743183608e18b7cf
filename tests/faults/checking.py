"""What there is after a round: in the database, by its indexes, and in the answers of each server."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg import sql

from tests.faults.model import Loss, Model, Outcome, Snapshot, State
from tests.faults.world import Node, World
from tests.support.consistency import COUNTED, RIGHTLY_KNOWN, WRONGLY_MARKED, WRONGLY_POSTED, WRONGLY_SUPERSEDED
from tests.support.waiting import until

PATIENCE = 60.0  # seconds
SAMPLE = 12  # memories that each server is asked for
# A session whose client was killed ends its statement first.
BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND state <> 'idle'
"""
STATES = """
SELECT memory.metadata->>'name', memory.id::text, memory.content, memory.summary, memory.tags, memory.version,
    (SELECT count(*) FROM memory_versions WHERE memory_id = memory.id),
    (SELECT count(*) FROM processed_memories WHERE memory_id = memory.id),
    coalesce(newest.sentiment, 0), coalesce((newest.embeddings::real[])[1], 0),
    (SELECT count(*) FROM code_patterns WHERE memory_id = memory.id),
    coalesce(successor.metadata->>'name', '')
FROM memories AS memory LEFT JOIN memories AS successor ON successor.id = memory.superseded_by LEFT JOIN LATERAL (
    SELECT * FROM processed_memories WHERE memory_id = memory.id ORDER BY processing_version DESC LIMIT 1
) AS newest ON true
WHERE memory.metadata ? 'name'
"""
TRASH = "SELECT metadata->>'name' FROM deleted_memories WHERE metadata ? 'name'"
NUMBERS = {
    "embedded memories": WRONGLY_MARKED,
    "postings": WRONGLY_POSTED,
    "successors": WRONGLY_SUPERSEDED,
    "rows without a memory": """
        SELECT count(*) FROM (
            SELECT memory_id FROM processed_memories UNION ALL SELECT memory_id FROM code_patterns
            UNION ALL SELECT memory_id FROM analysis_runs UNION ALL SELECT memory_id FROM memory_versions
            UNION ALL SELECT memory_id FROM passages
        ) AS rows WHERE memory_id NOT IN (SELECT id FROM memories)
    """,
    "versions": """
        SELECT count(*) FROM memories WHERE version - 1 <> (SELECT count(*) FROM memory_versions WHERE memory_id = id)
    """,
}
# Of the project's own B-tree indexes: the columns as expressions, in order, and the condition of a partial one.
INDEXES = """
SELECT index.indexrelid, index.indrelid::regclass::text, index.indexrelid::regclass::text,
    (SELECT array_agg(pg_get_indexdef(index.indexrelid, place, true) || CASE WHEN index.indoption[place - 1] & 1 = 1
        THEN ' DESC' ELSE '' END ORDER BY place) FROM generate_series(1, index.indnkeyatts) AS place),
    coalesce(pg_get_expr(index.indpred, index.indrelid), 'true')
FROM pg_index AS index JOIN pg_class AS class ON class.oid = index.indexrelid JOIN pg_am ON pg_am.oid = class.relam
JOIN pg_class AS owner ON owner.oid = index.indrelid
WHERE amname = 'btree' AND index.indisvalid AND NOT index.indclass::oid[] && ARRAY(
        SELECT oid FROM pg_opclass WHERE opcname LIKE '%%_pattern_ops'
    ) AND (owner.relnamespace = 'codex_processed'::regnamespace OR owner.relname = 'memories')
ORDER BY 3
"""
# A transaction's own catalog: no other index of the table may be used. It is rolled back.
HIDE_OTHERS = """
UPDATE pg_index SET indisvalid = false WHERE indrelid = (SELECT indrelid FROM pg_index WHERE indexrelid = %(index)s)
    AND indexrelid <> %(index)s
"""


def snapshot(connection: psycopg.Connection[Any]) -> Snapshot:
    until(lambda: connection.execute(BUSY).fetchone() == (0,), "The end of all statements", PATIENCE)
    living = {
        row[0]: (row[1], State(row[2], row[3], tuple(row[4]), *row[5:]))
        for row in connection.execute(STATES).fetchall()
    }
    return Snapshot(living, frozenset(name for (name,) in connection.execute(TRASH)))


def inconsistencies(connection: psycopg.Connection[Any]) -> Iterator[Loss]:
    """Compare what triggers keep with what counting finds."""
    for what, statement in NUMBERS.items():
        (number,) = connection.execute(statement).fetchone() or (None,)
        if number != 0:
            yield Loss("inconsistent", what, f"{number} rows")
    if connection.execute(RIGHTLY_KNOWN).fetchall() != [(True,)]:
        yield Loss("inconsistent", "corpus", "differs from the count")


def damaged_indexes(connection: psycopg.Connection[Any]) -> Iterator[Loss]:
    """Compare what each B-tree index returns, and in which order, with a plain scan.

    The wheel's PostgreSQL has no extension amcheck, which would look into the pages instead.
    """
    for index, table, name, columns, condition in connection.execute(INDEXES).fetchall():
        keys = ", ".join(column.removesuffix(" DESC") for column in columns)
        query = f"SELECT ctid::text, ROW({keys})::text FROM {table} WHERE {condition}"
        ordered = f"{query} ORDER BY {', '.join(columns)}"
        with connection.transaction(force_rollback=True):
            connection.execute(HIDE_OTHERS, {"index": index})
            connection.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
            connection.execute("SET LOCAL enable_sort = off; SET LOCAL enable_incremental_sort = off")
            plan = str(connection.execute(f"EXPLAIN (FORMAT JSON) {ordered}").fetchall())
            assert name.rpartition(".")[2].strip('"') in plan, f"{name} is not used: {plan}"
            by_index = connection.execute(ordered).fetchall()
        with connection.transaction(force_rollback=True):
            connection.execute("SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off")
            connection.execute("SET LOCAL enable_indexonlyscan = off")
            by_scan = connection.execute(ordered).fetchall()
        if sorted(by_index) != sorted(by_scan):
            yield Loss("damaged index", name, f"{len(by_index)} entries, {len(by_scan)} rows")
        elif [key for _, key in by_index] != [key for _, key in by_scan]:
            yield Loss("damaged index", name, "out of order")


class Observers:
    """What the servers answer, beside what the database has."""

    def __init__(self, world: World, connection: psycopg.Connection[Any], found: Snapshot) -> None:
        self._world, self._connection, self._found = world, connection, found

    def differences(self, names: set[str], model: Model, tag: str, choose: random.Random) -> Iterator[Loss]:
        sample = choose.sample(sorted(names), min(SAMPLE, len(names)))
        for node in self._world.nodes:
            checks = [("memory", name) for name in sample if model.known[name].id is not None]
            checks += [("question", name) for name in sample[:3] if name in self._found.living]
            checks += [("tag", tag), *([("statistics", "")] if node.name != "HTTP" else [])]
            for what, name in checks:
                look = getattr(self, f"_{what}")
                try:
                    # The notification of a change may still be under way to its cache.
                    until(lambda: not look(node, name, model), what, PATIENCE / 6)  # noqa: B023 - at once
                except AssertionError:
                    yield Loss(f"another {what} at {node.name}", name, str(look(node, name, model)))

    def _asked(self, node: Node, tool: str, arguments: dict[str, Any]) -> Any:
        answer = node.call(tool, arguments)
        assert answer.outcome is Outcome.ACKNOWLEDGED, f"{node.name} still answers {answer.error}"
        return answer.result

    def _memory(self, node: Node, name: str, model: Model) -> str:
        memory = self._asked(node, "get_memory", {"id": model.known[name].id})["memory"]
        _, state = self._found.living.get(name, (None, None))
        if memory is None or state is None:
            return "" if memory is None and state is None else f"{memory}, not {state}"
        processed = memory["processed"] or {"sentiment": 0, "has_embedding": False, "processing_version": 0}
        said = (memory["content"], memory["summary"], tuple(memory["tags"]), memory["version"])
        right = (state.content, state.summary, state.tags, state.version)
        also = (processed["sentiment"] or 0, processed["has_embedding"], processed["processing_version"])
        if (*said, *also) != (*right, state.sentiment, bool(state.embedding), state.processings):
            return f"{memory}, not {state}"
        return ""

    def _question(self, node: Node, name: str, model: Model) -> str:
        identifier, state = self._found.living[name]
        word = state.content.removeprefix("def ").partition("(")[0]
        hits = self._asked(node, "search_memories", {"query": word, "include_superseded": True, "limit": 5})
        return "" if identifier in {hit["id"] for hit in hits["memories"]} else f"{word} finds {hits['memories']}"

    def _tag(self, node: Node, name: str, model: Model) -> str:
        page = self._asked(node, "search_memories", {"tags": [name], "limit": 100, "content_chars": 0})
        right = {
            identifier
            for identifier, state in self._found.living.values()
            if name in state.tags and not state.superseded_by
        }
        found = {hit["id"] for hit in page["memories"]}
        is_right = found == right if len(right) <= 100 else len(found) == 100 and found <= right
        return "" if is_right else f"{len(found)} found, {len(right)} there"

    def _statistics(self, node: Node, name: str, model: Model) -> str:
        answered = self._asked(node, "get_statistics", {})
        names = ("memories", "processed", "with_embeddings", "patterns", "content_bytes", "distinct_tags", "top_tags")
        row = self._connection.execute(COUNTED, {"projects": None}).fetchone() or ()
        counted = dict(zip(names, row, strict=False))
        wrong = {each: (answered[each], right) for each, right in counted.items() if answered[each] != right}
        return str(wrong) if wrong else ""


def terminate_others(connection: psycopg.Connection[Any]) -> None:
    connection.execute(
        sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'codex-memory%'")
    )
