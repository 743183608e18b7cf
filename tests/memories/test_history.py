"""Former versions of memories, and their history."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import psycopg
import pytest

from memories import corrections, limits, provenance, storage
from memories.corrections import MemoryUpdate
from memories.errors import NotFoundError
from memories.records import Memory
from tests.support.programs import example, run

CHANGES: list[dict[str, Any]] = [
    {"content": "Second", "tags": ["b"]},
    {"summary": "Third"},
    {"metadata": {"n": 4}, "clear": ["tags"]},
    {"content": "Fifth", "context": "Town"},
]


def changed(*changes: dict[str, Any]) -> list[Memory]:
    """A memory that agent 1 stored and agents 2, 3 ... changed: all its states."""

    async def work() -> list[Memory]:
        with provenance.acting_as("agent 1"):
            identifier = await storage.store(example("First", tags=["a"], insights=["i"]))
        states = [await storage.get(identifier)]
        for number, each in enumerate(changes, start=2):
            with provenance.acting_as(f"agent {number}"):
                await corrections.update(identifier, MemoryUpdate(**each))
            states.append(await storage.get(identifier))
        return [state for state in states if state is not None]

    return run(work)


def get_version(memory: Memory, version: int) -> Memory:
    return run(lambda: corrections.get_version(memory, version))


def test_every_former_version_can_be_read(database: str) -> None:
    states = changed(*CHANGES)
    for number, state in enumerate(states[:-1], start=1):
        former = get_version(states[-1], number)
        assert former == replace(state, processed=None)
    assert get_version(states[-1], 5) == states[-1]


@pytest.mark.parametrize("version", [-1, 0, 3, 10**9])
def test_a_version_that_there_is_not_is_not_found(database: str, version: int) -> None:
    (_, current) = changed({"summary": "s"})
    with pytest.raises(NotFoundError) as caught:
        get_version(current, version)
    assert caught.value.message.endswith("; its newest is 2.")


def test_the_history_says_who_changed_what_and_when(database: str) -> None:
    states = changed(*CHANGES)
    history = run(lambda: corrections.history(states[-1]))
    times = [states[0].created_at, *(state.updated_at for state in states[1:]), None]
    fields = [[], ["content", "tags"], ["summary"], ["tags", "metadata"], ["content", "context"]]
    assert history.versions == [
        {
            "version": number,
            "valid_from": times[number - 1],
            "valid_to": times[number],
            "changed_by": f"agent {number}",
            "changed": fields[number - 1],
        }
        for number in (5, 4, 3, 2, 1)
    ]
    assert history.versions_total == 5


def test_a_long_history_has_its_newest_hundred(database: str, outside: psycopg.Connection[Any]) -> None:
    (memory,) = changed()
    for number in range(149):
        outside.execute("UPDATE memories SET summary = %s", [str(number)])
    current = run(lambda: storage.get(memory.id))
    assert current is not None
    history = run(lambda: corrections.history(current))
    assert [each["version"] for each in history.versions] == list(range(150, 50, -1))
    assert history.versions_total == 150
    assert len(history.versions) == limits.VERSIONS_MAX
    # As of a state that was read a moment ago.
    assert run(lambda: corrections.history(memory)).versions_total == 1


def test_a_change_of_many_makes_a_version_of_each_that_changes(database: str, outside: psycopg.Connection[Any]) -> None:
    outside.execute(
        "INSERT INTO memories (content, content_hash, context, summary, tags)"
        " SELECT n, n, 'c', 's', CASE n % 2 WHEN 0 THEN '{a}'::text[] ELSE '{b}' END FROM generate_series(1, 10) AS n"
    )
    outside.execute("UPDATE memories SET tags = '{b}', summary = summary")
    versions = outside.execute("SELECT memory_id, version, tags, summary FROM codex_processed.memory_versions")
    assert [row[1:] for row in versions.fetchall()] == [(1, ["a"], None)] * 5
    outside.execute("DELETE FROM memories")
    assert outside.execute("SELECT count(*) FROM codex_processed.memory_versions").fetchone() == (0,)
