"""What is deleted can be restored for TRASH_DAYS, exactly, whoever deleted it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

from memories import maintenance, provenance, storage, trash
from memories.models import DeletedMemory, Memory, ProcessedMemory
from tests.support.admin import CodePatternFactory, ProcessedMemoryFactory
from tests.support.changes import change_notified
from tests.support.clients import Client, Serve
from tests.support.programs import example, run
from tests.support.rows import deletions, insert, new
from tests.support.waiting import until

ODD = "a\tb\\u0000 \\ \"quoted\" 'single' \u0001\u001f\u2028 𝄞 e\u0301 é ﬁ \ufeff\uffff {},(NULL)"
WHOLE = "-0,1e-45,3.4028235e+38,0.1," + ",".join(["0.33333334"] * 1532)
TABLES = ("memories", "processed_memories", "code_patterns", "analysis_runs")
# What triggers write of a memory, for searches.
WRITTEN = ("postings", "passages", "embedded_memories", "quantized_embeddings")


def everything(program: psycopg.Connection[Any]) -> dict[str, list[str]]:
    """All rows of all tables as PostgreSQL writes them, which is exact, and the sums of the counters."""
    program.execute("SET extra_float_digits = 1")
    rows = {
        table: sorted(str(row[0]) for row in program.execute(f"SELECT row::text FROM {table} AS row"))
        for table in (*TABLES, *WRITTEN)
    }
    # Without totals, which follow from the others when the counters are compacted.
    found = program.execute(
        "SELECT kind, project, key, sum(amount) FROM ("
        " SELECT kind, project, key, amount FROM counters WHERE project <> '*' AND kind <> 'memory_count'"
        " UNION ALL SELECT kind, project, key, amount FROM counter_ledger"
        ") AS entries GROUP BY 1, 2, 3 HAVING sum(amount) <> 0"
    )
    return rows | {"counters": sorted(map(str, found))}


def restore_all() -> int:
    return len(trash.restore(deletions()))


CHANGES = [
    "UPDATE memories SET content = %(odd)s, context = %(odd)s, summary = %(odd)s, tags = ARRAY[%(odd)s, '']",
    "UPDATE memories SET content = ''",
    "UPDATE memories SET content = (SELECT string_agg(md5(n::text), E'\\n') FROM generate_series(1, 31775) AS n)",
    "UPDATE memories SET content_hash = 'another program''s own'",
    "UPDATE memories SET metadata = 'null'",
    """UPDATE memories SET metadata = '{"a": 1e400, "b": 0.10, "c": -0.0, "d": 123456789012345678901234567890.5,
        "e": {"f": [null, "\\u2028"]}, "": ""}'""",
    "UPDATE memories SET updated_at = 'infinity'",
    "UPDATE memories SET created_at = '0044-03-15 12:00:00.000001 BC', updated_at = '2026-01-02 03:04:05.678901'",
    "UPDATE memories SET language = 'german'",
    "UPDATE processed_memories SET embeddings = %(whole)s::vector",
    "UPDATE processed_memories SET embeddings = array_fill(1e-30::real, ARRAY[1536])::vector",
    "UPDATE processed_memories SET embeddings = NULL",
    "UPDATE processed_memories SET sentiment = 0.1::real + 1e-9::real, processed_at = 'infinity'",
    "UPDATE processed_memories SET sentiment = '-0', insights = 'null', entities = NULL",
    "UPDATE processed_memories SET sentiment = NULL, insights = NULL, entities = '[1e-400, \"\\u0001\"]'",
    "UPDATE processed_memories SET processing_version = -processing_version",
    "UPDATE code_patterns SET frequency = 0.1, confidence = 1e-40, ast_features = 'null'",
    "UPDATE code_patterns SET pattern_signature = pattern_signature || %(odd)s",
    "UPDATE code_patterns SET ast_features = NULL, discovered_at = '-infinity'",
    "UPDATE analysis_runs SET fingerprint = 'f', analysed_at = '2026-01-02 03:04:05.678901'",
]
# What is written may depend on how a session writes floats, for these.
FLOATS = [change for change in CHANGES if "real" in change or "frequency" in change]


@pytest.mark.parametrize(
    ("change", "digits"), [*((change, "1") for change in CHANGES), *((change, "-10") for change in FLOATS)]
)
def test_a_restored_memory_is_what_it_was(program: psycopg.Connection[Any], change: str, digits: str) -> None:
    for content in ("One.", "Another."):
        memory = new(program, content, tags=["a", "b"], metadata='{"kind": "rule"}')
        for version in (1, 2):
            vector = [0.5] * 1535 + [float(version)]
            insert(
                program,
                "processed_memories",
                memory_id=memory,
                insights='{"a": 1}',
                embeddings=str(vector),
                processing_version=version,
            )
        for signature in ("def f(x)", "def g(x)"):
            insert(
                program,
                "code_patterns",
                memory_id=memory,
                pattern_type="function_definition",
                pattern_signature=signature,
                frequency=0.5,
                confidence=0.9,
                language="python",
            )
        insert(program, "analysis_runs", memory_id=memory, language="python", fingerprint="abc")
    some = f"id = '{memory}'" if " memories SET" in change else f"memory_id = '{memory}'"
    program.execute(f"{change} WHERE {some}", {"odd": ODD.replace("\\u0000", ""), "whole": f"[{WHOLE}]"})
    before = everything(program)
    program.execute(sql.SQL("SET extra_float_digits = {}").format(sql.Literal(int(digits))))
    program.execute("DELETE FROM memories WHERE id = %s", [memory])
    assert everything(program) != before
    assert restore_all() == 1
    assert everything(program) == before
    assert deletions() == []


@pytest.mark.parametrize("deletes", ["agent", "program", "orm", "instance"])
def test_it_is_kept_whoever_deletes(program: psycopg.Connection[Any], deletes: str) -> None:
    processed = ProcessedMemoryFactory()
    CodePatternFactory(memory=processed.memory)
    before = everything(program)
    if deletes == "agent":
        with provenance.acting_as("claude 1.0"):
            assert run(lambda: storage.delete(processed.memory.pk))
    elif deletes == "program":
        program.execute("WITH gone AS (DELETE FROM memories RETURNING id) SELECT * FROM gone")
    elif deletes == "orm":
        Memory.objects.all().delete()
    else:
        Memory.objects.get().delete()
    kept = DeletedMemory.objects.get()
    role = connection.settings_dict["USER"] or program.info.user
    assert kept.deleted_by == ("claude 1.0" if deletes == "agent" else f"database: {role}")
    assert kept.memory_id == processed.memory.pk
    assert trash.kept_with(kept.pk) == {"code_patterns": 1, "processed_memories": 1}
    assert restore_all() == 1
    assert everything(program) == before


def test_the_actor_is_of_one_deletion_only(program: psycopg.Connection[Any]) -> None:
    first, second = new(program, "1"), new(program, "2")

    async def work() -> None:
        with provenance.acting_as("claude 1.0"):
            await storage.delete(first)
        await storage.delete(second)

    run(work)
    assert [kept.deleted_by.partition(":")[0] for kept in DeletedMemory.objects.order_by("pk")] == [
        "claude 1.0",
        "database",
    ]


def test_many_are_restored_at_once_and_caches_learn_of_it(database: str, program: psycopg.Connection[Any]) -> None:
    for number in range(50):
        processed = ProcessedMemoryFactory(memory__content=f"{number} " + "long " * (number % 2) * 2_000)
        CodePatternFactory(memory=processed.memory)
    before = everything(program)
    program.execute("DELETE FROM memories")
    assert program.execute("SELECT count(*) FROM deleted_code_patterns").fetchone() == (50,)
    with change_notified(database):
        assert restore_all() == 50
    assert everything(program) == before
    assert everything(program)["passages"]


def test_a_deletion_that_is_rolled_back_keeps_nothing(program: psycopg.Connection[Any]) -> None:
    new(program)
    with program.transaction(force_rollback=True):
        program.execute("DELETE FROM memories")
    assert deletions() == []


def test_what_is_replaced_while_its_memory_lives_is_not_kept(program: psycopg.Connection[Any]) -> None:
    processed = ProcessedMemoryFactory()
    pattern = CodePatternFactory(memory=processed.memory)
    # Also if the memory was deleted before, and imported again with its id.
    program.execute("DELETE FROM memories")
    restored = "INSERT INTO memories (id, content, content_hash, context, summary) VALUES (%s, 'x', 'x', 'c', 's')"
    program.execute(restored, [processed.memory.pk])
    CodePatternFactory(memory=processed.memory, pattern_signature="new")
    ProcessedMemoryFactory(memory=processed.memory)
    program.execute("DELETE FROM code_patterns")
    program.execute("DELETE FROM processed_memories")
    kept = program.execute("SELECT pattern_signature FROM deleted_code_patterns").fetchall()
    assert kept == [(pattern.pattern_signature,)]
    assert program.execute("SELECT id FROM deleted_processed_memories").fetchall() == [(processed.pk,)]


def test_truncate_keeps_nothing_and_leaves_the_trash(program: psycopg.Connection[Any]) -> None:
    deleted = new(program, "deleted")
    program.execute("DELETE FROM memories")
    new(program, "truncated")
    program.execute("TRUNCATE memories CASCADE")
    assert [kept.memory_id for kept in DeletedMemory.objects.all()] == [deleted]


def test_content_that_is_stored_again_is_named_and_nothing_is_lost(program: psycopg.Connection[Any]) -> None:
    first = new(program, "same")
    free = new(program, "other")
    program.execute("DELETE FROM memories")
    second = new(program, "same", summary="Stored again")
    before = everything(program)
    restored = trash.restore(deletions())
    assert [row.memory_id for row in restored] == [free]
    (kept,) = deletions()
    assert trash.blocked([kept]) == [trash.Blocked(kept, first, "About the well", second)]
    program.execute("DELETE FROM memories WHERE id = %s", [free])
    assert everything(program) == before
    # Of two with the same content, the newer is restored.
    program.execute("DELETE FROM memories")
    assert {row.memory_id for row in trash.restore(deletions())} == {free, second}
    assert DeletedMemory.objects.get().memory_id == first
    assert trash.blocked(deletions()) == [trash.Blocked(kept, first, "About the well", second)]


def test_an_id_that_lives_again_is_named_and_each_of_its_deletions_is_kept(program: psycopg.Connection[Any]) -> None:
    identifier = new(program, "first")
    program.execute("DELETE FROM memories")
    assert new(program, "second", id=identifier) == identifier
    assert trash.restore(deletions()) == []
    (row,) = trash.blocked(deletions())
    assert (row.memory_id, row.existing_id) == (identifier, identifier)
    program.execute("DELETE FROM memories")
    assert [kept.content for kept in DeletedMemory.objects.order_by("pk")] == ["first", "second"]
    assert len(trash.restore(deletions())) == 1
    assert Memory.objects.get().content == "second"
    assert [kept.content for kept in DeletedMemory.objects.all()] == ["first"]


def test_what_is_no_longer_in_the_trash_is_not_restored(program: psycopg.Connection[Any]) -> None:
    new(program)
    program.execute("DELETE FROM memories")
    gone = deletions()
    assert len(trash.erase(gone)) == 1
    assert trash.restore(gone) == trash.erase(gone) == trash.restore([]) == []
    assert trash.blocked(gone) == []


def test_erasing_leaves_nothing(program: psycopg.Connection[Any]) -> None:
    for _ in range(2):
        processed = ProcessedMemoryFactory()
        CodePatternFactory(memory=processed.memory)
    program.execute("DELETE FROM memories")
    erased, kept = deletions()
    assert [row.deletion for row in trash.erase([erased])] == [erased]
    for table in TABLES[:3]:
        assert program.execute(f"SELECT deletion FROM deleted_{table}").fetchall() == [(kept,)]
    program.execute("TRUNCATE deleted_memories")
    for table in TABLES:
        assert program.execute(f"SELECT count(*) FROM deleted_{table}").fetchone() == (0,)


@pytest.mark.parametrize("setting", ["0", "00"])
def test_without_days_nothing_is_kept(program: psycopg.Connection[Any], setting: str) -> None:
    processed = ProcessedMemoryFactory()
    program.execute(f"SET codex.trash_days = '{setting}'")
    program.execute("DELETE FROM memories WHERE id = %s", [processed.memory.pk])
    for table in TABLES:
        assert program.execute(f"SELECT count(*) FROM deleted_{table}").fetchone() == (0,)


@pytest.mark.parametrize(("setting", "days"), [(None, 7), ("", 7), ("30", 30), ("no number", 7), ("-1", 7)])
def test_other_programs_have_the_default_unless_they_set_another(
    program: psycopg.Connection[Any], setting: str | None, days: int
) -> None:
    if setting is not None:
        program.execute(f"SET codex.trash_days = '{setting}'")
    assert program.execute("SELECT trash_days()").fetchone() == (days,)


def test_a_server_deletes_and_purges_by_its_own_days(program: psycopg.Connection[Any], serve: Serve) -> None:
    old = new(program, "old")
    program.execute("DELETE FROM memories")
    program.execute("UPDATE deleted_memories SET deleted_at = now() - interval '29 days'")
    with serve(TRASH_DAYS="30") as server:
        recent = server.call("store_memory", content="recent", context="c", summary="s")["id"]
        assert server.call("delete_memory", id=recent) == {"deleted": True}
    assert {str(kept.memory_id) for kept in DeletedMemory.objects.all()} == {str(old), recent}
    with serve(TRASH_DAYS="0") as server:
        unkept = server.call("store_memory", content="unkept", context="c", summary="s")["id"]
        server.call("delete_memory", id=unkept)
    # A server that ends waits for its maintenance.
    assert deletions() == []


def test_what_was_deleted_earlier_is_purged_in_the_background(
    program: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maintenance.trash, "one_in", 1)
    monkeypatch.setattr(maintenance.trash, "interval", 0)
    for number in range(250):
        new(program, str(number))
    program.execute("DELETE FROM memories")
    shown = trash.kept()
    assert shown.count() == 250
    days = settings.TRASH_DAYS
    program.execute(
        "UPDATE deleted_memories SET deleted_at = now() - make_interval(days => %s)"
        " + interval '1 hour' * CASE WHEN content = '7' THEN 1 ELSE -1 END",
        [days],
    )
    assert [kept.content for kept in shown.all()] == ["7"]  # before they are purged

    async def life() -> None:
        await storage.store(example("begins maintenance"))
        await maintenance.stop()

    run(life)
    assert [kept.content for kept in DeletedMemory.objects.all()] == ["7"]


def test_columns_that_come_later_are_kept_and_restored(program: psycopg.Connection[Any]) -> None:
    before_it, after_it = new(program, "before"), new(program, "after")
    program.execute("DELETE FROM memories WHERE id = %s", [before_it])
    columns = "ADD COLUMN later text NOT NULL DEFAULT 'default', ADD COLUMN size int GENERATED ALWAYS AS (1) STORED"
    try:
        program.execute(f"ALTER TABLE memories {columns}")
        program.execute("SELECT keep_deleted('memories')")
        program.execute("UPDATE memories SET later = 'billing'")
        program.execute("DELETE FROM memories WHERE id = %s", [after_it])
        assert restore_all() == 2
        found = program.execute("SELECT id, later, size FROM memories").fetchall()
        assert set(found) == {(before_it, "default", 1), (after_it, "billing", 1)}
        program.execute("DELETE FROM memories")
        program.execute("ALTER TABLE memories DROP COLUMN later, DROP COLUMN size")
        program.execute("SELECT keep_deleted('memories')")
        new(program, "without it")
        assert restore_all() == 2
        program.execute("DELETE FROM memories")
        assert len(deletions()) == 3
    finally:
        program.execute("ALTER TABLE memories DROP COLUMN IF EXISTS later, DROP COLUMN IF EXISTS size")
        program.execute("ALTER TABLE deleted_memories DROP COLUMN later, DROP COLUMN size")
        program.execute("SELECT keep_deleted('memories')")


def test_each_table_that_is_emptied_with_a_memory_is_kept_or_written_by_triggers(
    program: psycopg.Connection[Any],
) -> None:
    emptied = program.execute(
        "SELECT conrelid::regclass::text FROM pg_constraint"
        " WHERE confdeltype = 'c' AND confrelid = 'memories'::regclass"
    ).fetchall()
    kept = program.execute("SELECT name FROM kept_tables").fetchall()
    found = {name for (name,) in emptied} | {"memories", "quantized_embeddings"}
    # What a server is embedding at the moment is not worth keeping.
    assert found - {"embedding_claims"} == {*WRITTEN[1:], *(name for (name,) in kept)}
    for (name,) in kept:
        missing = program.execute(
            "SELECT attname FROM pg_attribute JOIN kept_tables ON name = %(name)s"
            " WHERE attrelid = to_regclass(name) AND attnum > 0 AND NOT attisdropped AND attname <> ALL (derived)"
            " AND attname NOT IN (SELECT attname FROM pg_attribute WHERE attrelid = to_regclass('deleted_' || name))",
            {"name": name},
        ).fetchall()
        assert missing == []


CODE = "```python\ndef buried(treasure):\n    return treasure\n```"


def test_no_tool_shows_what_is_in_the_trash(server: Client) -> None:
    stored = {"content": f"Buried treasure.\n{CODE}", "context": "island", "summary": "buried", "tags": ["secret"]}
    vector = [1.0] + [0.0] * 1535
    values = {"metadata": {"kind": "map"}, "embeddings": vector, "insights": {"a": 1}, "sentiment": 0.5}

    def shown() -> list[Any]:
        searches: list[dict[str, Any]] = [
            *({"query": "buried treasure"}, {"embedding": vector}, {"query": "treasure", "embedding": vector}, {}),
            *({"tags": ["secret"]}, {"metadata": {"kind": "map"}}, {"context": "island"}, {"summary": "buried"}),
        ]
        statistics = server.call("get_statistics")
        for name in ("computed_at", "database_bytes"):
            del statistics[name]
        patterns = server.call("pattern_statistics")
        return [
            *(server.call("search_memories", **arguments)["total"] for arguments in searches),
            *(server.call("search_patterns", pattern_type=kind) for kind in ("function_definition", "docstring")),
            *(patterns["total"], patterns["by_language"], statistics),
        ]

    before = shown()
    identifier = server.call("store_memory", **stored, **values)["id"]
    server.call("analyze_patterns", memory_id=identifier, language="python")
    assert shown()[0] == 1
    server.call("delete_memory", id=identifier)
    kept = DeletedMemory.objects.get()
    assert trash.kept_with(kept.pk) == {"analysis_runs": 1, "code_patterns": 1, "processed_memories": 1}
    assert shown()[:-1] == before[:-1]
    assert server.call("get_memory", id=identifier) == {"memory": None}
    assert server.refusal("get_patterns", memory_id=identifier).code == -32001
    assert server.refusal("analyze_patterns", memory_id=identifier, language="python").code == -32001
    assert server.call("delete_memory", id=identifier) == {"deleted": False}
    again = server.call("store_memory", **stored)["id"]
    assert again != identifier
    server.call("delete_memory", id=again)
    assert len(trash.restore([kept.pk])) == 1
    assert server.call("get_memory", id=identifier)["memory"]["summary"] == "buried"
    assert server.call("search_memories", query="buried treasure", embedding=vector)["total"] == 1
    assert len(server.call("get_patterns", memory_id=identifier)["patterns"]) == 1


def test_of_two_curators_who_restore_one_at_once_the_first_does(
    database: str, program: psycopg.Connection[Any]
) -> None:
    processed = ProcessedMemoryFactory()
    program.execute("DELETE FROM memories")
    restoring = "SELECT id FROM codex_processed.restore_memories(%s)"
    with (
        psycopg.connect(database) as one,
        psycopg.connect(database, autocommit=True) as other,
        ThreadPoolExecutor() as threads,
    ):
        assert one.execute(restoring, [deletions()]).fetchall() == [(processed.memory.pk,)]
        waiting = threads.submit(lambda: other.execute(restoring, [deletions()]).fetchall())
        blocked = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%restore%'"
        until(lambda: program.execute(blocked).fetchone() == (1,), "The second's wait for the first")
        one.commit()
        assert waiting.result() == []
    assert Memory.objects.count() == ProcessedMemory.objects.count() == 1
