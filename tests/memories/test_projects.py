"""Projects and successors, by every way to find a memory, against a plain model."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from itertools import product
from typing import Any

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memories import corrections, errors, projects, records, storage, trash
from memories.models import DeletedMemory
from memories.projects import Scope
from memories.search import postings
from memories.search.request import SearchQuery
from tests.support.model import Known, Model
from tests.support.programs import run

NAMES = ["", "a", "github.com/acme/b"]
TAGS = ["red", "blue"]
SCOPES = [Scope(), Scope("a"), Scope("github.com/acme/b"), Scope("a", is_confined=True), Scope("", is_confined=True)]
EMBEDDING = [1.0] + [0.0] * 1535


def within(scope: Scope, work: Any) -> Any:
    """Run a coroutine function as a caller with this scope."""

    async def scoped() -> Any:
        projects.use(scope)
        return await work()

    return run(scoped)


def stored(scope: Scope, content: str, **more: Any) -> uuid.UUID:
    memory = records.CreateMemory(
        content=content, summary="Wells are deep", context="at the well", embeddings=EMBEDDING, **more
    )
    identifier: uuid.UUID = within(scope, lambda: storage.store(memory))
    return identifier


async def found(scope: Scope, project: str | None, **arguments: Any) -> list[records.SearchHit]:
    projects.use(scope)
    return (await storage.search(SearchQuery(projects=scope.to_read(project), limit=100, **arguments))).memories


WAYS: dict[str, dict[str, Any]] = {
    "time": {},
    "last change": {"order_by": "updated_at_asc"},
    "tag": {"tags": ["red"]},
    "metadata": {"metadata": {"kind": "red"}},
    "tag and metadata": {"metadata": {"kind": "red"}, "tags": ["red"]},
    "words": {"context": "well", "summary": "deep"},
    "words and tag": {"context": "well", "tags": ["red", "blue"]},
    "question": {"query": "how deep are wells"},
    "embedding": {"embedding": EMBEDDING},
    "both": {"embedding": EMBEDDING, "query": "how deep are wells"},
    "question under a tag": {"query": "how deep are wells", "tags": ["red"]},
}
MOMENTS: list[dict[str, Any]] = [{}, {"include_superseded": True}, {"as_of": None}]
RED = {"tag", "metadata", "tag and metadata", "question under a tag"}


def clock(connection: psycopg.Connection[Any]) -> datetime.datetime:
    row = connection.execute("SELECT clock_timestamp()").fetchone()
    assert row is not None
    moment: datetime.datetime = row[0]
    return moment


steps = st.lists(
    st.one_of(
        st.tuples(st.just("store"), st.integers(0, 4), st.sampled_from(NAMES), st.sampled_from(TAGS)),
        st.tuples(st.just("supersede"), st.integers(0, 4), st.lists(st.integers(0, 9), min_size=1, max_size=3)),
        st.tuples(st.just("delete"), st.integers(0, 9)),
        st.tuples(st.just("move"), st.integers(0, 9), st.sampled_from(NAMES)),
        st.tuples(st.just("update"), st.integers(0, 9), st.integers(0, 4)),
        st.tuples(st.just("restore"), st.integers(0, 9)),
    ),
    min_size=1,
    max_size=10,
)


def apply(connection: psycopg.Connection[Any], model: Model, step: Any) -> None:
    match step:
        case ("store", number, project, tag):
            known = [each for each in model.known if (each.content, each.project) == (f"text {number}", project)]
            more = {"tags": [tag], "metadata": {"kind": tag}, "project": project or projects.NONE}
            if known:
                with pytest.raises(errors.DuplicateError) as refused:
                    stored(Scope(), f"text {number}", **more)
                assert refused.value.data["existing_id"] == str(known[0].id)
            else:
                identifier = stored(Scope(), f"text {number}", **more)
                model.known.append(Known(identifier, f"text {number}", project, tag, clock(connection)))
        case ("supersede", number, places) if model.known:
            old = list({place % len(model.known): model.known[place % len(model.known)] for place in places}.values())
            content, project = f"correction {number} {len(model.known)} {uuid.uuid4()}", old[0].project
            more = {"project": project or projects.NONE, "supersedes": [memory.id for memory in old], "tags": ["blue"]}
            if any(memory.project != project or memory.superseded_by for memory in old):
                with pytest.raises(errors.ValidationError):
                    stored(Scope(), content, **more)
                return
            identifier = stored(Scope(), content, **more)
            now = clock(connection)
            for memory in old:
                memory.superseded_by, memory.superseded_at = identifier, now
            model.known.append(Known(identifier, content, project, "blue", now))
        case ("delete", place) if model.known:
            gone = model.known[place % len(model.known)].id
            assert within(Scope(), lambda: storage.delete(gone))
            model.delete(gone)
        case ("update", place, number) if model.known:
            changed = model.known[place % len(model.known)]
            content = f"text {number}"
            changes = corrections.MemoryUpdate(content=content, embeddings=EMBEDDING)
            if any(
                (each.content, each.project) == (content, changed.project) for each in model.known if each != changed
            ):
                with pytest.raises(errors.DuplicateError):
                    within(Scope(), lambda: corrections.update(changed.id, changes))
            else:
                within(Scope(), lambda: corrections.update(changed.id, changes))
                changed.content = content
        case ("restore", place) if model.trash:
            chosen = model.trash[place % len(model.trash)]
            restored = trash.restore([DeletedMemory.objects.get(memory_id=chosen.id).pk])
            blocked = any((each.content, each.project) == (chosen.content, chosen.project) for each in model.known)
            assert [row.memory_id for row in restored] == ([] if blocked else [chosen.id])
            if not blocked:
                model.restore(chosen)
        case ("move", place, project) if model.known:
            moved = model.known[place % len(model.known)]
            if any((each.content, each.project) == (moved.content, project) for each in model.known):
                return
            connection.execute("UPDATE memories SET project = %s WHERE id = %s", [project, moved.id])
            model.move(moved.id, project)


@settings(max_examples=15)
@given(steps, st.integers(0, 6))
def test_every_way_finds_what_the_scope_covers(outside: psycopg.Connection[Any], steps: list[Any], first: int) -> None:
    outside.execute("TRUNCATE memories CASCADE")
    outside.execute("TRUNCATE codex_processed.deleted_memories, codex_processed.former_successors")
    model, moments = Model(), [clock(outside)]
    for step in steps:
        apply(outside, model, step)
        moments.append(clock(outside))
    run(lambda: check(model, moments[len(moments) // 2], first))


async def check(model: Model, then: datetime.datetime, first: int) -> None:
    """Search in every seventh of all combinations, from the first on."""
    combinations = list(product(SCOPES, WAYS.items(), (None, projects.NONE, projects.ALL, "a"), MOMENTS))
    for scope, (way, arguments), project, more in combinations[first::7]:
        if scope.is_confined and project == "a" and scope.own != "a":
            continue
        asked = {name: value or then for name, value in more.items()}
        right = model.covered(scope.to_read(project), tag="red" if way in RED else None, **asked)
        hits = await found(scope, project, **arguments, **asked)
        assert {hit.id for hit in hits} == right, (scope, project, way, more)
        for hit in hits:
            known = model.find(hit.id)
            assert (hit.project, hit.superseded_by) == (known.project, known.superseded_by)


@pytest.mark.parametrize("name", ["-a", "*", " ", "a b", "ä", ".a", "a" * 101, "a\n", "a\x00", "a'--"])
def test_an_invalid_name_is_refused(name: str) -> None:
    with pytest.raises(errors.ValidationError):
        Scope().to_store(name)
    if name != projects.ALL:
        with pytest.raises(errors.ValidationError):
            Scope().to_read(name)


def test_the_database_refuses_an_invalid_name(outside: psycopg.Connection[Any]) -> None:
    for name in ("-a", "a b", "a" * 101, "a\n"):
        with pytest.raises(psycopg.errors.CheckViolation):
            outside.execute(
                "INSERT INTO memories (content, content_hash, context, summary, project)"
                " VALUES ('a', 'a', 'c', 's', %s)",
                [name],
            )


def test_a_confined_caller_sees_and_changes_only_its_own(database: str) -> None:
    mine, nobodys, foreign = (stored(Scope(), "text", project=name) for name in ("a", projects.NONE, "b"))
    confined = Scope("a", is_confined=True)
    seen = [within(confined, lambda each=each: storage.get(each)) for each in (mine, nobodys, foreign, uuid.uuid4())]
    assert [memory and memory.id for memory in seen] == [mine, nobodys, None, None]
    assert within(confined, lambda: storage.get_with_embedding(foreign)) is None
    assert not within(confined, lambda: storage.delete(foreign))
    with pytest.raises(errors.ValidationError, match="belongs to no project"):
        within(confined, lambda: storage.delete(nobodys))
    with pytest.raises(errors.NotFoundError):
        stored(confined, "other", supersedes=[foreign])
    with pytest.raises(errors.ValidationError):
        stored(confined, "other", supersedes=[nobodys])
    for name in ("b", projects.NONE):
        with pytest.raises(errors.ValidationError):
            stored(confined, "other", project=name)
    assert within(confined, lambda: storage.delete(mine))
    assert within(Scope(), lambda: storage.get(foreign)).id == foreign
    statistics = within(confined, lambda: storage.stats(confined.visible))
    assert (statistics.memories, statistics.database_bytes) == (1, None)


def test_a_store_that_cannot_supersede_stores_nothing(outside: psycopg.Connection[Any]) -> None:
    old = stored(Scope(), "old")
    new = stored(Scope(), "new", supersedes=[old, old])
    for ids, error in (([old], errors.ValidationError), ([new, uuid.uuid4()], errors.NotFoundError)):
        with pytest.raises(error):
            stored(Scope(), "newer", supersedes=ids)
    with pytest.raises(errors.ValidationError) as refused:
        stored(Scope(), "newer", supersedes=[old])
    assert refused.value.data["superseded_by"] == str(new)
    with pytest.raises(errors.DuplicateError):
        stored(Scope(), "old", supersedes=[new])
    with pytest.raises(errors.ValidationError):
        stored(Scope(), "newer", supersedes=[uuid.uuid4() for _ in range(21)])
    rows = outside.execute("SELECT content, superseded_by FROM memories ORDER BY created_at").fetchall()
    assert rows == [("old", new), ("new", None)]


def test_terms_are_scoped_as_the_database_scopes_them(outside: psycopg.Connection[Any]) -> None:
    query = SearchQuery(tags=["red", "blue"], include_superseded=True)
    made = postings.terms_of_tags(query, NAMES)
    rows = outside.execute(
        "SELECT codex_processed.scoped('t' || tag, project, superseded) FROM unnest(%s::text[]) AS project,"
        " unnest(ARRAY[false, true]) AS superseded, unnest(%s::text[]) AS tag",
        [NAMES, query.tags],
    ).fetchall()
    assert sorted(made) == sorted(row[0] for row in rows)


def test_a_tag_of_another_program_is_not_taken_for_that_of_a_project(outside: psycopg.Connection[Any]) -> None:
    """Other programs' tags may have any characters."""
    digest = hashlib.sha256(b"odd").hexdigest()
    outside.execute(
        "INSERT INTO memories (content, content_hash, context, summary, tags) VALUES ('odd', %s, 'c', 's', %s)",
        [digest, ["\x01a\x01tred", "x\x01tred"]],
    )
    assert run(lambda: found(Scope(), "a", tags=["red"])) == []
    mine = stored(Scope("a"), "mine", tags=["red"])
    assert run(lambda: found(Scope(), "a", tags=["red"]))[0].id == mine
