"""Updates, clears and other programs' changes, against a plain model of what a memory is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from django.conf import settings as django_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from memories import corrections, provenance, storage
from memories.corrections import MemoryUpdate
from memories.errors import ConflictError
from memories.records import Memory
from tests.support.programs import example, run

TEXT = ("content", "context", "summary", "tags", "metadata")
PROCESSING = ("insights", "embeddings", "entities", "sentiment")
EMBEDDINGS = [[float(place == number) for place in range(django_settings.EMBEDDING_DIMENSIONS)] for number in range(2)]

words = st.sampled_from(["a", "b", "Ä b", "c" * 7_000])
short = st.sampled_from(["a", "b", "Ä b"])
values = {
    "content": words,
    "context": short,
    "summary": short,
    "tags": st.lists(st.sampled_from(["a", "b"]), max_size=2, unique=True),
    "metadata": st.sampled_from([{}, {"a": 1}, {"a": 1.0}, {"a": True}, {"b": [None]}]),
    "insights": st.sampled_from([[], "x", {"a": 1}, 0, False]),
    "embeddings": st.sampled_from(EMBEDDINGS),
    "entities": st.sampled_from([[], {"a": 1.5}]),
    "sentiment": st.sampled_from([-1.0, 0.0, 0.5]),
}
updates = st.fixed_dictionaries({}, optional=values)
clears = st.lists(st.sampled_from(corrections.CLEARABLE), unique=True, max_size=3)
text_changes = st.fixed_dictionaries({}, optional={name: values[name] for name in TEXT})
steps: st.SearchStrategy[Any] = st.one_of(
    st.tuples(st.just("update"), updates, clears, st.sampled_from(["", "agent"])),
    st.tuples(st.just("conflict"), updates, clears, st.just("late")),
    st.tuples(st.just("program"), text_changes, st.just([]), st.just("")),
)


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are written alike: in Python, 1 equals 1.0 and True."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@dataclass
class Model:
    """A memory, and the texts of its versions with who made them."""

    state: dict[str, Any]
    processing_version: int | None = None
    versions: list[tuple[dict[str, Any], str, list[str]]] = field(default_factory=list)
    changed_by: str = "first"

    def __post_init__(self) -> None:
        self.versions.append((self.text(), "first", []))

    def text(self) -> dict[str, Any]:
        return {name: self.state[name] for name in TEXT}

    def update(self, changes: dict[str, Any], clear: list[str], actor: str) -> bool:
        """Change the memory; return whether anything differs."""
        emptied: dict[str, Any] = {name: [] if name == "tags" else {} if name == "metadata" else None for name in clear}
        wanted = {**changes, **emptied}
        if not same(wanted.get("content", self.state["content"]), self.state["content"]):
            wanted.setdefault("embeddings", None)
        changed = [name for name, value in wanted.items() if not same(value, self.state[name])]
        self.state |= {name: wanted[name] for name in changed}
        if text := [name for name in TEXT if name in changed]:
            self.versions.append((self.text(), actor, text))
        if set(PROCESSING) & set(changed):
            self.processing_version = (self.processing_version or 0) + 1
        self.changed_by = actor if changed else self.changed_by
        return bool(changed)

    def check(self, memory: Memory) -> None:
        got = {name: getattr(memory, name) for name in TEXT}
        assert same(got, self.text())
        assert (memory.version, memory.changed_by) == (len(self.versions), self.changed_by)
        processed = memory.processed
        assert (processed and processed["processing_version"]) == self.processing_version
        if processed is not None:
            assert all(same(processed[name], self.state[name]) for name in ("insights", "entities"))
            assert processed["sentiment"] == self.state["sentiment"]
            assert processed["has_embedding"] is (self.state["embeddings"] is not None)


async def follow(model: Model, plan: list[Any], outside: psycopg.Connection[Any]) -> None:
    with provenance.acting_as("first"):
        identifier = await storage.store(example("a"))
    role = f"database: {outside.info.user}"
    memory = await storage.get(identifier)
    assert memory is not None
    for kind, changes, clear, actor in plan:
        before = memory
        cleared = [name for name in clear if name not in changes]
        if kind == "program":
            changes.pop("content", None)  # its hash is the program's own
            assigned = ", ".join(f"{name} = %s" for name in changes) or "summary = summary"
            parameters = [Jsonb(value) if name == "metadata" else value for name, value in changes.items()]
            outside.execute(f"UPDATE memories SET {assigned}", parameters)
            changed = model.update(changes, [], role)
        elif kind == "conflict":
            update = MemoryUpdate(**changes, clear=cleared, if_updated_at=before.updated_at.replace(year=2000))
            with pytest.raises(ConflictError):
                await corrections.update(identifier, update)
            changed = False
        else:
            with provenance.acting_as(actor):
                update = MemoryUpdate(**changes, clear=cleared, if_updated_at=before.updated_at)
                state = await corrections.update(identifier, update)
            changed = model.update(changes, cleared, actor or role)
        memory = await storage.get(identifier)
        assert memory is not None
        model.check(memory)
        assert (memory.updated_at > before.updated_at) if changed else (memory == before)
        if kind == "update":
            assert (state.version, state.updated_at) == (memory.version, memory.updated_at)
    history = await corrections.history(memory)
    assert history.versions_total == len(model.versions)
    for entry, (text, actor, fields) in zip(reversed(history.versions), model.versions, strict=True):
        assert (entry["changed_by"], entry["changed"]) == (actor, fields)
        former = await corrections.get_version(memory, entry["version"])
        assert same({name: getattr(former, name) for name in TEXT}, text)
        assert entry["version"] == memory.version or former.changed_by == actor
    current = await storage.get_with_embedding(identifier)
    assert current is not None
    assert current[1] == model.state["embeddings"]


@settings(max_examples=40)
@given(st.lists(steps, max_size=8))
def test_a_memory_and_its_versions_are_what_the_model_says(
    database: str, outside: psycopg.Connection[Any], plan: list[Any]
) -> None:
    outside.execute("TRUNCATE memories CASCADE")
    state = {"content": "a", "context": "Village", "summary": "About the well", "tags": [], "metadata": {}}
    model = Model({**state, **dict.fromkeys(PROCESSING)})
    run(lambda: follow(model, plan, outside))
