"""Successions stay whole: memories that were superseded always have a successor that exists, or are current again."""

from __future__ import annotations

import importlib
import uuid
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, permutations
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memories import storage, trash
from memories.models import DeletedMemory, Memory
from tests.support.programs import example, run
from tests.support.waiting import until

LINKS = "SELECT content, superseded_by, superseded_at FROM memories ORDER BY created_at"
FORMER = "SELECT count(*) FROM former_successors"
DELETED_AT_ONCE = "DELETE FROM memories WHERE id = ANY(%s)"


def store(content: str, *predecessors: uuid.UUID) -> uuid.UUID:
    identifier: uuid.UUID = run(lambda: storage.store(example(content, supersedes=list(predecessors))))
    return identifier


def delete(*memory_ids: uuid.UUID) -> None:
    async def work() -> None:
        for memory_id in memory_ids:
            assert await storage.delete(memory_id)

    run(work)


def restore(*memory_ids: uuid.UUID) -> None:
    for memory_id in memory_ids:
        kept = DeletedMemory.objects.get(memory_id=memory_id)
        assert [row.memory_id for row in trash.restore([kept.pk])] == [memory_id]


def successor(memory_id: uuid.UUID) -> uuid.UUID | None:
    memory = Memory.objects.get(pk=memory_id)
    assert (memory.superseded_by is None) == (memory.superseded_at is None)
    return memory.superseded_by


def subsets(ids: Iterable[uuid.UUID], least: int) -> list[tuple[uuid.UUID, ...]]:
    known = list(ids)
    return [subset for size in range(least, len(known) + 1) for subset in combinations(known, size)]


@pytest.fixture
def succession(program: psycopg.Connection[Any]) -> list[uuid.UUID]:
    """Of four; the second superseded two."""
    first = store("first")
    second = store("second", first, store("beside the first"))
    third = store("third", second)
    return [first, second, third, store("fourth", third)]


def test_what_was_superseded_passes_to_the_next_successor(program: psycopg.Connection[Any]) -> None:
    first = store("first")
    second = store("second", first)
    third = store("third", second)
    superseded_at = Memory.objects.get(pk=first).superseded_at
    delete(second)
    assert (successor(first), Memory.objects.get(pk=first).superseded_at) == (third, superseded_at)
    delete(third)
    assert successor(first) is None


def test_what_is_restored_supersedes_again_what_is_unclaimed(program: psycopg.Connection[Any]) -> None:
    first = store("first")
    second = store("second", first)
    third = store("third", second)
    before = program.execute(LINKS).fetchall()
    for order in permutations([first, second, third]):
        for again in permutations(order):
            delete(*order)
            restore(*again)
            assert program.execute(LINKS).fetchall() == before, (order, again)
    assert program.execute(FORMER).fetchone() == (0,)
    delete(second, third)
    claiming = store("claims", first)
    restore(second)
    rows = {memory.content: memory.superseded_by for memory in Memory.objects.all()}
    assert rows == {"first": claiming, "second": None, "claims": None}


@pytest.mark.parametrize("days", [7, 0])
def test_of_several_deleted_at_once_the_predecessors_pass_to_the_nearest_that_is_left(
    program: psycopg.Connection[Any], succession: list[uuid.UUID], days: int
) -> None:
    """As if they were deleted one after the other."""
    program.execute(f"SET codex.trash_days = '{days}'")
    for gone in subsets(succession, 2):
        with program.transaction(force_rollback=True):
            program.execute(DELETED_AT_ONCE, [list(gone)])
            left = [each for each in succession if each not in gone]
            expected = dict(zip(left, [*left, None][1:], strict=True))
            found = program.execute("SELECT id, superseded_by FROM memories WHERE content <> 'beside the first'")
            assert dict(found.fetchall()) == expected, gone
            aside = "SELECT superseded_by, superseded_at IS NULL FROM memories WHERE content = 'beside the first'"
            next_left = next((each for each in left if each != succession[0]), None)
            assert program.execute(aside).fetchone() == (next_left, next_left is None), gone
            assert (program.execute(FORMER).fetchone() == (0,)) is (days == 0 or set(gone) <= {succession[0]})


def test_several_deleted_at_once_are_restored_in_any_order_or_at_once(
    program: psycopg.Connection[Any], succession: list[uuid.UUID]
) -> None:
    before = program.execute(LINKS).fetchall()
    for gone in subsets(succession[:3], 2):
        for again in permutations(gone):
            program.execute(DELETED_AT_ONCE, [list(gone)])
            restore(*again)
            assert program.execute(LINKS).fetchall() == before, again
        program.execute(DELETED_AT_ONCE, [list(gone)])
        trash.restore(list(DeletedMemory.objects.values_list("pk", flat=True)))
        assert program.execute(LINKS).fetchall() == before, gone
    assert program.execute(FORMER).fetchone() == (0,)


def test_one_of_several_deleted_at_once_supersedes_again_when_it_alone_is_restored(
    program: psycopg.Connection[Any], succession: list[uuid.UUID]
) -> None:
    first, second, third, fourth = succession
    program.execute(DELETED_AT_ONCE, [[second, third]])
    assert successor(first) == fourth
    restore(third)
    assert (successor(first), successor(third)) == (third, fourth)
    restore(second)
    assert (successor(first), successor(second), successor(third)) == (second, third, fourth)


# Which of five memories to delete with one statement, or to restore with one, time and again.
CHANGES = st.lists(st.sets(st.integers(0, 4), min_size=1), min_size=1, max_size=12)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_each_memory_is_superseded_by_the_next_that_is_there_whatever_is_deleted_and_restored(
    program: psycopg.Connection[Any], changes: list[set[int]]
) -> None:
    program.execute("TRUNCATE memories, deleted_memories, former_successors CASCADE")
    program.execute(
        "INSERT INTO memories (id, content, content_hash, context, summary, created_at, superseded_by, superseded_at)"
        " SELECT (repeat('0', 7) || place || '-0000-4000-8000-000000000000')::uuid, place, place, 'c', 's',"
        " '2026-01-01'::timestamptz + place * interval '1 day',"
        " CASE WHEN place < 4 THEN (repeat('0', 7) || place + 1 || '-0000-4000-8000-000000000000')::uuid END,"
        " CASE WHEN place < 4 THEN '2026-02-01'::timestamptz + place * interval '1 day' END"
        " FROM generate_series(0, 4) AS place"
    )
    stored = dict(program.execute("SELECT content, superseded_at FROM memories").fetchall())
    there = set(range(5))
    for places in changes:
        names = [str(place) for place in places]
        if places <= there:
            program.execute("DELETE FROM memories WHERE content = ANY(%s)", [names])
            there -= places
        else:
            program.execute(
                "SELECT restore_memories(ARRAY(SELECT deletion FROM deleted_memories WHERE content = ANY(%s)))", [names]
            )
            there |= places
        left = [str(place) for place in sorted(there)]
        expected = {
            (name, successor, stored[name] if successor else None)
            for name, successor in zip(left, [*left, None][1:], strict=True)
        }
        found = program.execute(
            "SELECT content, (SELECT content FROM memories AS successor WHERE successor.id = memories.superseded_by),"
            " superseded_at FROM memories"
        ).fetchall()
        assert set(found) == expected
    program.execute("SELECT restore_memories(ARRAY(SELECT deletion FROM deleted_memories))")
    assert program.execute(FORMER).fetchone() == (0,)


@pytest.mark.parametrize("places", [(1, 2), (2, 1), (2, 3), (3, 2), (1, 3)])
def test_two_deletions_at_once_leave_no_predecessor_behind(
    database: str, program: psycopg.Connection[Any], succession: list[uuid.UUID], places: tuple[int, int]
) -> None:
    first_gone, then_gone = (succession[place] for place in places)
    deletion = "DELETE FROM memories WHERE id = %s"
    with (
        psycopg.connect(database) as one,
        psycopg.connect(database, autocommit=True) as other,
        ThreadPoolExecutor() as threads,
    ):
        one.execute(deletion, [first_gone])
        deleting = threads.submit(other.execute, deletion, [then_gone])
        waits = "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s"
        until(
            lambda: deleting.done() or program.execute(waits, [other.info.backend_pid]).fetchone() == (True,),
            "The second deletion's end, or its wait for the first",
        )
        one.commit()
        deleting.result()
    left = [each for each in succession if each not in (first_gone, then_gone)]
    assert [successor(each) for each in left] == [*left, None][1:]
    restore(then_gone, first_gone)
    assert [successor(each) for each in succession] == [*succession, None][1:]


def test_a_memory_whose_successor_was_lost_is_released_by_the_migration(
    program: psycopg.Connection[Any], succession: list[uuid.UUID]
) -> None:
    lost = store("lost")
    program.execute(
        "UPDATE memories SET superseded_by = gen_random_uuid(), superseded_at = now() WHERE id = %s", [lost]
    )
    (operation,) = importlib.import_module("memories.migrations.0021_release_superseded").Migration.operations
    program.execute(operation.sql)
    assert successor(lost) is None
    assert [successor(each) for each in succession] == [*succession, None][1:]


def test_stale_postings_are_removed(program: psycopg.Connection[Any], succession: list[uuid.UUID]) -> None:
    """As earlier versions left them where a superseded memory moved to another project."""
    program.execute("UPDATE memories SET tags = '{deep}'")
    wrong = program.execute(
        "INSERT INTO codex_processed.postings (term, created_at, memory_id, updated_at)"
        " SELECT chr(1) || project || chr(2) || 'tdeep', created_at, id, updated_at FROM memories"
        " WHERE superseded_at IS NULL RETURNING memory_id"
    ).fetchall()
    assert wrong
    migration = importlib.import_module("memories.migrations.0026_current_postings").Migration
    search_path, _, removal = migration.operations  # not the function, which later migrations may have replaced
    with program.transaction():
        program.execute(search_path.sql)
        program.execute(removal.sql)
    left = "SELECT count(*), count(DISTINCT memory_id) FROM codex_processed.postings WHERE term LIKE '%tdeep'"
    assert program.execute(left).fetchone() == (Memory.objects.count(),) * 2
