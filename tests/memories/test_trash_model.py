"""Memories and the trash, as two programs and the admin's functions change them, against a plain model."""

from __future__ import annotations

from typing import Any

import psycopg
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from memories import maintenance, trash
from tests.support.rows import deletions, new

# What may happen; the numbers choose a connection, a content, or what is in the trash.
numbers = st.integers(0, 3)
events = st.one_of(
    st.tuples(st.just("store"), numbers, numbers),
    st.tuples(st.just("delete"), numbers, numbers),
    st.tuples(st.just("delete all"), numbers, numbers),
    st.tuples(st.just("restore"), numbers, st.lists(numbers, max_size=3)),
    st.tuples(st.just("erase"), numbers, st.lists(numbers, max_size=2)),
    st.tuples(st.just("purge"), numbers, st.lists(numbers, max_size=2)),
    st.tuples(st.just("process"), numbers, numbers),
    st.tuples(st.just("unprocess"), numbers, numbers),
)


class Pool:
    """Memories and the trash as they should be: states of memories by content, and deletions with their states."""

    def __init__(self) -> None:
        self.living: dict[str, dict[str, list[str]]] = {}
        self.trash: list[tuple[str, dict[str, list[str]]]] = []  # the oldest first

    def restore(self, chosen: list[int]) -> None:
        for place in sorted(chosen, reverse=True):
            content, state = self.trash[place]
            if content not in self.living:
                self.living[content] = state
                self.trash[place] = ("", {})
        self.trash = [entry for entry in self.trash if entry[1]]

    def erase(self, chosen: list[int]) -> None:
        self.trash = [entry for place, entry in enumerate(self.trash) if place not in chosen]


def state(program: psycopg.Connection[Any], content: str, prefix: str = "") -> dict[str, list[str]]:
    """The rows of a memory that lives, or with `prefix` of one in the trash, without what triggers write."""
    key = "deletion" if prefix else "id"
    found = program.execute(
        f"SELECT {key}, to_jsonb(row) - '{{deletion,deleted_at,deleted_by}}'::text[]"
        f" - (SELECT derived FROM kept_tables WHERE name = 'memories') FROM {prefix}memories AS row"
        f" WHERE {'deletion::text' if prefix else 'content'} = %s",
        [content],
    ).fetchone()
    assert found is not None
    of = f"deletion = {found[0]}" if prefix else f"memory_id = '{found[0]}'"
    children = program.execute(
        f"SELECT (to_jsonb(row) - '{{deletion,normalized}}'::text[])::text"
        f" FROM {prefix}processed_memories AS row WHERE {of} ORDER BY 1"
    ).fetchall()
    return {"memory": [str(found[1])], "processed": [row for (row,) in children]}


def happen(programs: list[psycopg.Connection[Any]], pool: Pool, event: tuple[str, int, Any]) -> None:
    kind, who, what = event
    program = programs[who % len(programs)]
    content = f"content {what}"
    if isinstance(what, list):
        chosen = sorted({number for number in what if number < len(pool.trash)})
        keys = [deletions()[number] for number in chosen]
    match kind:
        case "store" if content not in pool.living:
            new(program, content)
            pool.living[content] = state(program, content)
        case "delete" if content in pool.living:
            program.execute("DELETE FROM memories WHERE content = %s", [content])
            pool.trash.append((content, pool.living.pop(content)))
        case "delete all":
            with program.transaction(force_rollback=True):
                program.execute("DELETE FROM memories")
            for each in sorted(pool.living):  # one by one, because the trash is compared in order
                program.execute("DELETE FROM memories WHERE content = %s", [each])
                pool.trash.append((each, pool.living.pop(each)))
        case "restore":
            program.execute("SELECT restore_memories(%s)", [keys]) if who else trash.restore(keys)
            pool.restore(chosen)
        case "erase":
            trash.erase(keys)
            pool.erase(chosen)
        case "purge":
            program.execute(
                "UPDATE deleted_memories SET deleted_at = now() - interval '8 days' WHERE deletion = ANY (%s)", [keys]
            )
            program.execute(maintenance.trash.statement)
            pool.erase(chosen)
        case "process" if content in pool.living:
            program.execute(
                "INSERT INTO processed_memories (memory_id, embeddings, sentiment, processing_version)"
                " SELECT id, array_fill(0.1::real, ARRAY[1536])::vector, 0.1, (SELECT count(*) FROM processed_memories)"
                " FROM memories WHERE content = %s",
                [content],
            )
            pool.living[content] = state(program, content)
        case "unprocess" if content in pool.living:
            program.execute(
                "DELETE FROM processed_memories USING memories AS memory WHERE memory_id = memory.id AND content = %s",
                [content],
            )
            pool.living[content] = state(program, content)


@hypothesis_settings(max_examples=25)
@given(st.lists(events, max_size=14))
def test_memories_and_the_trash_are_what_a_plain_model_says(
    database: str, program: psycopg.Connection[Any], story: list[tuple[str, int, Any]]
) -> None:
    program.execute("TRUNCATE memories, deleted_memories CASCADE")
    pool = Pool()
    with psycopg.connect(database, autocommit=True) as second:
        second.execute("SET search_path = public, codex_processed")
        for event in story:
            happen([program, second], pool, event)
            living = [content for (content,) in second.execute("SELECT content FROM memories ORDER BY content")]
            assert {content: state(program, content) for content in living} == pool.living
            found = [state(program, str(key), "deleted_") for key in deletions()]
            assert found == [kept for _, kept in pool.trash]
    rows = "SELECT count(*) FROM deleted_processed_memories"
    assert program.execute(rows).fetchone() == (sum(len(kept["processed"]) for _, kept in pool.trash),)
