"""The data that benchmarks search is what it says it is: otherwise their figures mean nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import psycopg
import pytest
from psycopg.rows import namedtuple_row

from memories.db import session
from tests.benchmarks.data import SHARED_VOCABULARY, Generator, fill
from tests.benchmarks.kinds import kinds
from tests.benchmarks.layouts import SHAPES, Layout, Project, Shape
from tests.benchmarks.truth import Truth
from tests.support.clients import Serve
from tests.support.database import MIGRATED, new_database

COUNT = 1_500
Connection = psycopg.Connection[Any]
SESSION_SHARE = 0.3  # of contexts, at most, that are shared


@pytest.fixture(scope="module", params=SHAPES)
def shape(request: pytest.FixtureRequest) -> Shape:
    chosen: Shape = request.param
    return chosen


@pytest.fixture(scope="module")
def filled_url(database_url: str, shape: Shape) -> Iterator[str]:
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            fill(connection, COUNT, shape=shape, embedded_every=2)
        yield url


@pytest.fixture
def filled(filled_url: str) -> Iterator[Connection]:
    with psycopg.connect(filled_url, autocommit=True) as connection:
        connection.execute(session.statement())
        connection.row_factory = namedtuple_row
        yield connection


def count(connection: Connection, where: str, *values: Any) -> int:
    row = connection.execute(f"SELECT count(*) FROM memories WHERE {where}", values).fetchone()
    assert row is not None
    return int(row[0])


def test_each_project_has_the_memories_that_the_layout_tells_of(filled: Connection, shape: Shape) -> None:
    layout = Layout(shape, COUNT)
    assert sum(project.memories for project in layout.projects) == COUNT
    ways: dict[str, Callable[[Project], str]] = {
        "%s = ANY(tags)": lambda project: project.tag,
        "metadata @> jsonb_build_object('project', %s::text)": lambda project: str(project.metadata["project"]),
        "to_tsvector('english', context) @@ plainto_tsquery('english', %s)": lambda project: project.context_word,
        "to_tsvector('english', summary) @@ plainto_tsquery('english', %s)": lambda project: project.summary_word,
    }
    for where, value in ways.items():
        found = [count(filled, where, value(project)) for project in layout.projects]
        assert found == [project.memories for project in layout.projects], where


def test_projects_lie_where_the_shape_puts_them(filled: Connection, shape: Shape) -> None:
    layout = Layout(shape, COUNT)
    rows = filled.execute(
        "SELECT metadata->>'project' AS project, min(n) AS first, max(n) AS last"
        " FROM (SELECT metadata, row_number() OVER (ORDER BY created_at) AS n FROM memories) AS numbered GROUP BY 1"
    ).fetchall()
    places = {row.project: (row.first, row.last) for row in rows}
    in_order = [places[f"project-{project.number}"] for project in layout.projects]
    if shape in ("even", "shared"):
        assert all(first < COUNT * 0.05 and last > COUNT * 0.95 for first, last in in_order)
    else:
        assert all(before[1] < after[0] for before, after in pairwise(in_order))
    if shape == "giant-past":
        assert in_order[0] == (1, COUNT // 2)
    if shape == "giant-current":
        assert in_order[-1] == (COUNT // 2 + 1, COUNT)


def test_memories_are_like_those_that_agents_store(filled: Connection, shape: Shape) -> None:
    assert count(filled, "jsonb_typeof(metadata) = 'object'") == COUNT
    assert COUNT * 0.15 < count(filled, "updated_at > created_at + interval '30 seconds'") < COUNT * 0.25
    assert count(filled, "updated_at > now() OR created_at > now() OR updated_at < created_at") == 0
    assert count(filled, "octet_length(content) < 2000") > COUNT * (0.9 if shape != "shared" else 0.2)
    assert count(filled, "octet_length(content) >= 900000") == (0 if shape == "shared" else 2)
    assert count(filled, "octet_length(content) BETWEEN 90000 AND 110000") == (0 if shape == "shared" else 3)
    (contexts,) = filled.execute("SELECT count(DISTINCT context) AS own FROM memories").fetchone() or (0,)
    assert contexts > COUNT * (1 - SESSION_SHARE)
    assert contexts < COUNT


def test_embeddings_gather_around_their_project(filled: Connection, shape: Shape) -> None:
    """The nearest of an embedding are of its own project."""
    rows = filled.execute(
        "SELECT one.metadata->>'project' AS own, nearest.projects FROM memories AS one JOIN processed_memories AS p"
        " ON p.memory_id = one.id, LATERAL (SELECT array_agg(project) AS projects FROM (SELECT metadata->>'project' AS"
        " project FROM processed_memories AS q JOIN memories AS m ON m.id = q.memory_id WHERE q.memory_id <> one.id"
        " ORDER BY q.embeddings <=> p.embeddings LIMIT 5) AS five) AS nearest ORDER BY one.id LIMIT 20"
    ).fetchall()
    assert len(rows) == 20
    shares = Counter(project == row.own for row in rows for project in row.projects)
    assert shares[True] >= 95


def test_each_kind_of_search_is_answered_as_plain_sql_answers_it(
    filled: Connection, filled_url: str, shape: Shape, serve: Serve
) -> None:
    server = serve(filled_url)
    with psycopg.connect(filled_url, autocommit=True) as connection:
        truth = Truth(connection)
        for name, make in kinds(connection, Layout(shape, COUNT)).items():
            searches = [make() for _ in range(3)]
            truth.check_all(name, searches, [server.call("search_memories", **arguments) for arguments in searches])


def test_a_wrong_answer_is_told_from_a_right_one(
    filled: Connection, filled_url: str, shape: Shape, serve: Serve
) -> None:
    server, project = serve(filled_url), Layout(shape, COUNT).old[0]
    search = {"tags": [project.tag], "metadata": {"kind": "note"}, "limit": 5}
    page = server.call("search_memories", **search)
    with psycopg.connect(filled_url, autocommit=True) as connection:
        check = partial(Truth(connection).check_all, "a tag", [search])
        check([page])
        hits = page["memories"]
        following = server.call("search_memories", **search, offset=5)["memories"]
        others = server.call("search_memories", metadata={"kind": "fix"}, limit=5)["memories"]
        for wrong in ([], hits[:4], [*hits[:4], hits[0]], hits[::-1], [*hits, *following], following, others):
            with pytest.raises(AssertionError):
                check([{"memories": wrong}])


def test_texts_of_the_shared_shape_have_few_different_words() -> None:
    generator = Generator(layout=Layout("shared", 100))
    texts = [generator.memory(number)["content"].split() for number in range(100)]
    assert len({word for text in texts for word in text[:-1]}) == SHARED_VOCABULARY
    assert all(100 <= len(text) - 1 <= 600 for text in texts)
    assert len({text[-1] for text in texts}) == 100


def test_the_same_seed_makes_the_same_memories() -> None:
    one, other = Generator(seed=3), Generator(seed=3)
    assert [one.memory(number) for number in range(50)] == [other.memory(number) for number in range(50)]
    assert one.embedding() == other.embedding()
    assert Generator(seed=4).memory(0) != Generator(seed=3).memory(0)


def test_a_million_memories_in_bursts_are_two_hundred_projects_one_after_the_other() -> None:
    layout = Layout("bursts", 1_000_000)
    assert [project.memories for project in layout.projects] == [5_000] * 200
    assert layout.project(0).number == 0
    assert layout.project(4_999).number == 0
    assert layout.project(5_000).number == 1
    assert layout.old[-1].number < layout.middle[0].number < layout.middle[-1].number < layout.recent[0].number
    assert layout.created_at(999_999) <= layout.now


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 3, 7, 1_499, 100_003])
def test_any_number_of_memories_can_be_laid_out(shape: Shape, count: int) -> None:
    layout = Layout(shape, count)
    numbers = range(count) if count < 2_000 else range(0, count, 97)
    assert sum(project.memories for project in layout.projects) == count
    moments = [layout.created_at(number) for number in numbers]
    assert moments == sorted(set(moments))
    assert moments[-1] <= layout.now
