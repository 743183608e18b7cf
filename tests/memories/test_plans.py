"""Each kind of search uses its index at 100,000 memories, and finds there what plain SQL finds."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from pgvector import Vector
from pgvector.psycopg import register_vector

from memories.db import session
from memories.search import analysis, frequent_words, fusion, running, statements, steps, vectors
from memories.search.request import SearchQuery
from memories.search.statements import Access
from tests.benchmarks.data import Generator, fill
from tests.support.clients import Serve
from tests.support.database import MIGRATED, new_database, pretend_old_pgvector

MEMORIES = 100_000
Connection = psycopg.Connection[Any]

# On a busy machine the load alone takes minutes.
pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def large_url(database_url: str) -> Iterator[str]:
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            fill(connection, MEMORIES, embedded_every=50)
        yield url


@pytest.fixture
def large(large_url: str) -> Iterator[Connection]:
    with psycopg.connect(large_url, autocommit=True) as connection:
        connection.execute(session.statement())
        register_vector(connection)
        yield connection


@pytest.fixture(params=[False, True], ids=["newest pgvector", "pgvector without iterative scans"])
def either_pgvector(request: pytest.FixtureRequest, large_url: str) -> Iterator[Connection]:
    """As `large`, in a session as it is on each."""
    with psycopg.connect(large_url, autocommit=True) as connection:
        (version,) = connection.execute("SELECT extversion FROM pg_extension WHERE extname = 'vector'").fetchall()[0]
        if request.param:
            pretend_old_pgvector(large_url)
        connection.execute("SELECT '[1]'::vector")  # loads the library, which then knows its settings
        connection.execute(session.statement())
        connection.execute("UPDATE pg_extension SET extversion = %s WHERE extname = 'vector'", [version])
        assert connection.execute("SHOW hnsw.iterative_scan").fetchone() == (
            "off" if request.param else "relaxed_order",
        )
        register_vector(connection)
        yield connection


@pytest.fixture
def generator() -> Generator:
    return Generator(seed=21)


class Executing:
    """Carries out the statements of a ranking, and keeps them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.statements: list[str] = []

    def __call__(self, sql: str, values: dict[str, Any]) -> steps.Rows:
        self.statements.append(sql)
        return self.connection.execute(sql, values, prepare=False).fetchall()


async def set_aside(url: str, query: SearchQuery) -> SearchQuery:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute(session.statement())
        return await frequent_words.split_off(
            connection, await running.run_on(connection, analysis.resolved(query), prepare=False), MEMORIES
        )


def tsquery(connection: Connection, words: str) -> str:
    """A filter's words as it looks them up."""

    def execute(sql: str, values: dict[str, Any]) -> steps.Rows:
        return connection.execute(sql, values, prepare=False).fetchall()

    query: Any = steps.run(analysis.resolved(SearchQuery(context=words)), execute)
    return str(query.context.tsquery)


def plan(connection: Connection, sql: str, parameters: dict[str, Any]) -> str:
    rows = connection.execute(f"EXPLAIN {sql}", parameters, prepare=False).fetchall()
    text = "\n".join(row[0] for row in rows)
    assert "Seq Scan on memories" not in text, text
    assert "Seq Scan on processed_memories" not in text, text
    return text


def filtered(connection: Connection, access: Access = Access.ALL, **filters: Any) -> str:
    terms, order_by = filters.pop("terms", None), filters.pop("order_by", None)
    statement = statements.search(frozenset(filters), order_by, access)
    page = {"content_chars": 100, "limit": 5, "offset": 0, "counted": 201, "terms": terms}
    return plan(connection, statement.sql, statement.constants | filters | page)


def test_each_filter_uses_its_index(large: Connection, generator: Generator) -> None:
    rare = generator.text(2, generator.topics[3])
    assert "Index Only Scan Backward using postings_pkey" in filtered(large, Access.POSTED, terms=["ttag-0"])
    by_change = {"terms": ["ttag-0"], "order_by": "updated_at_asc"}
    assert "idx_postings_updated_at" in filtered(large, Access.POSTED, **by_change)
    few = filtered(large, Access.FEW, terms=["ttag-1999"], tags=["tag-1999"], context="'project' & '7'")
    assert "on postings posting" in few
    assert "Index Scan using memories_pkey on memories memories_1" in few
    assert "Bitmap" not in few
    assert "idx_memories_tags" in filtered(large, tags=["tag-1999"])
    assert "idx_memories_search" in filtered(large, context=tsquery(large, f"project 7 session 99 {rare}"))
    assert "idx_memories_search" in filtered(large, summary=tsquery(large, rare))
    assert "idx_memories_search" in filtered(large, tags=["tag-3"], context="'project' & '7'")
    assert "idx_memories_metadata" in filtered(large, metadata='{"component": 7, "kind": "fix", "absent": 1}')
    period = {"from_date": "2025-03-01", "to_date": "2025-03-02"}
    # PostgreSQL 18 may skip from project to project within a short period.
    assert re.search("idx_memories_(project_)?created", filtered(large, Access.IN_ORDER, **period))
    assert "idx_memories_created_at" in filtered(large, Access.IN_ORDER)
    orders: list[tuple[dict[str, Any], str]] = [({}, "created"), (period, "created")]
    for arguments, index in [*orders, ({"order_by": "updated_at_desc"}, "updated")]:
        of_projects = filtered(large, Access.PROJECTS, projects=["", "shop"], **arguments)
        assert f"Index Only Scan Backward using idx_memories_project_{index}" in of_projects
    rare_project: dict[str, Any] = {"projects": ["shop"], "project_keys": True}
    of_project = filtered(large, context="'project' & '7'", **rare_project)
    assert re.search(r"Index Cond: .*(search_keys\(|project = ANY)", of_project), of_project


def test_a_question_uses_the_index_of_words(large: Connection, generator: Generator) -> None:
    question = SearchQuery(query=generator.text(2, generator.topics[3]))
    assert "idx_memories_search" in plan_of(large, question)


def test_a_long_question_of_common_words_takes_few_statements_where_a_filter_leaves_next_to_nothing(
    large: Connection, generator: Generator
) -> None:
    candidates = statements.candidates(frozenset({"tags"}))
    candidates = replace(candidates, parameters=candidates.parameters | {"tags": ["tag-1999"]})
    execute = Executing(large)
    question = SearchQuery(query=" ".join(generator.words[10:26]), tags=["tag-1999"])
    ranked = steps.run(fusion.rank(candidates, question, 1000), execute)
    assert len(execute.statements) <= 7
    tagged = large.execute("SELECT count(*) FROM memories WHERE tags && ARRAY['tag-1999']").fetchall()[0][0]
    assert ranked.exact
    assert 0 < len(ranked.ids) == ranked.found <= tagged


def test_the_newest_with_the_common_words_of_a_question_come_first(large: Connection, generator: Generator) -> None:
    """A longer page goes on where a shorter one ended."""
    candidates, execute = statements.candidates(frozenset()), Executing(large)
    question = SearchQuery(query=" ".join(generator.words[:6]))
    few = steps.run(fusion.rank(candidates, question, 20), execute)
    assert "search_keys(" in execute.statements[-1]
    many = steps.run(fusion.rank(candidates, question, 1000), execute)
    assert many.ids[:20] == few.ids
    assert len(set(many.ids)) == 1000


def test_the_newest_with_a_word_that_is_everywhere_come_first(large: Connection, generator: Generator) -> None:
    question = SearchQuery(query=generator.words[0])
    ranked = steps.run(fusion.rank(statements.candidates(frozenset()), question, 20), Executing(large))
    older = "SELECT count(*) FROM memories WHERE id = ANY(%s) AND created_at < now() - interval '90 days'"
    assert len(ranked.ids) == 20
    assert large.execute(older, [ranked.ids]).fetchone() == (0,)


def test_the_nearest_are_found_by_their_index(
    either_pgvector: Connection, generator: Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "DENSE_MAX", 0)  # so few could all be compared
    text = plan_by_vector(either_pgvector, generator)
    assert "idx_quantized_embeddings" in text
    assert "Seq Scan" not in text


@pytest.mark.parametrize(
    "filters",
    [
        {"tags": ["tag-3"]},
        {"context": "'project' & '7'"},
        {"tags": ["tag-3"], "context": "'project' & '7'"},
        {"tags": ["tag-3"], "from_date": "2025-03-01", "to_date": "2025-04-01"},
    ],
    ids=lambda filters: " and ".join(filters),
)
def test_embeddings_under_a_filter_have_an_index_of_their_own(
    either_pgvector: Connection, filters: dict[str, Any]
) -> None:
    candidates = statements.candidates(frozenset(filters))
    text = plan(either_pgvector, candidates.vectors, candidates.parameters | filters)
    assert "idx_embedded_search" in text
    assert " on memories" not in text


@pytest.mark.parametrize(
    "filters",
    [{"tags": ["tag-0", "tag-1", "tag-2"]}, {"context": "'project'"}, {"from_date": "2024-01-02"}, {"tags": ["tag-3"]}],
    ids=["tags", "context", "date", "a tag"],
)
def test_the_nearest_under_a_filter_are_found_by_their_index_whatever_the_filter_leaves(
    either_pgvector: Connection, generator: Generator, filters: dict[str, Any]
) -> None:
    candidates = statements.candidates(frozenset(filters))
    sql = vectors._nearest_sql(candidates.nearest, 150, 150, 400)
    values = candidates.parameters | filters | {"embedding": Vector(generator.embedding()), "wanted": 10}
    text = plan(either_pgvector, sql, values)
    assert "idx_quantized_embeddings" in text
    assert "embedded_memories_pkey" in text
    assert "Seq Scan" not in text
    assert " on memories" not in text


def test_embeddings_of_a_period_are_found_by_their_dates(either_pgvector: Connection) -> None:
    dates = {"from_date": "2025-03-01", "to_date": "2025-03-02"}
    candidates = statements.candidates(frozenset(dates))
    assert "idx_embedded_created_at" in plan(either_pgvector, candidates.vectors, candidates.parameters | dates)


def test_few_embeddings_among_many_memories_are_read_by_their_index(
    either_pgvector: Connection, generator: Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "EXACT_MAX", MEMORIES)  # as though a thousand were many
    text = plan_by_vector(either_pgvector, generator)
    assert " on memories" not in text
    # All of these are compared, so PostgreSQL may read the table whole.
    assert set(re.findall(r"Seq Scan on (\w+)", text)) <= {"embedded_memories"}


def plan_by_vector(large: Connection, generator: Generator) -> str:
    """How PostgreSQL would carry out a search by an embedding alone."""
    search = SearchQuery(embedding=Vector(generator.embedding()))
    return plan_of(large, search)


def plan_of(large: Connection, search: SearchQuery) -> str:
    """How PostgreSQL would carry out the last statement of a ranking."""
    executed: list[tuple[str, dict[str, Any]]] = []

    def execute(sql: str, values: dict[str, Any]) -> steps.Rows:
        executed.append((sql, values))
        return large.execute(sql, values, prepare=False).fetchall()

    steps.run(fusion.rank(statements.candidates(frozenset()), search, 6), execute)
    return plan(large, *executed[-1])


def test_of_several_filters_only_the_rare_words_are_looked_up(large: Connection, large_url: str) -> None:
    """Every context has the word "project", so that only the other is."""
    query = SearchQuery(tags=["tag-0"], context="The projects 7")
    assert asyncio.run(set_aside(large_url, query)).rare_context == "'7'"
    statement = statements.matching(frozenset({"tags", "context", "rare_context"}))
    values = {"tags": ["tag-0"], "context": "'project' & '7'", "rare_context": "'7'"}
    text = plan(large, statement.sql, statement.constants | values)
    assert "idx_memories_search" in text
    assert "ts_match_vq" in text


def test_pages_are_what_plain_sql_finds(large: Connection, large_url: str, serve: Serve) -> None:
    """Of filters that many match; the last tag's memories are all old, so that no recent bucket holds them."""
    server = serve(large_url, RATE_LIMIT_ENABLED="false")
    large.execute(
        "UPDATE memories SET tags = tags || ARRAY['old'] WHERE id IN"
        " (SELECT id FROM memories ORDER BY created_at LIMIT 3000)"
    )
    large.execute("ANALYZE memories")
    # Behind the statistics' first and last moment.
    for moment in ("1990-01-01", "2990-01-01"):
        large.execute(
            "UPDATE memories SET created_at = %s WHERE id ="
            " (SELECT id FROM memories WHERE tags && ARRAY['tag-20'] ORDER BY id LIMIT 1 OFFSET %s)",
            [moment, int(moment[:1])],
        )
    for tags in (["tag-0"], ["tag-20"], ["tag-3", "tag-400"], ["old"], ["absent"]):
        for order, direction in (("created_at_desc", "DESC"), ("created_at_asc", "ASC")):
            for offset in (0, 5, 180, 2990):
                page = server.call(
                    "search_memories", tags=tags, order_by=order, offset=offset, limit=20, content_chars=0
                )
                truth = large.execute(
                    f"SELECT id::text FROM memories WHERE tags && %s ORDER BY created_at {direction}, id {direction}",
                    [tags],
                ).fetchall()
                ids = [memory["id"] for memory in page["memories"]]
                assert ids == [row[0] for row in truth][offset : offset + 20]
                assert page["has_more"] == (len(truth) > offset + 20)
                if page["total_is_exact"]:
                    assert page["total"] == len(truth)
                else:
                    assert len(ids) <= page["total"] <= len(truth)
    for context, wanted in (
        ("project 7", "project & 7"),
        ("projects 8 session", "project & 8 & session"),
        ("project -session", "project & !session"),
        ("the 9", "9"),
    ):
        page = server.call("search_memories", tags=["tag-0", "tag-1"], context=context, limit=20, content_chars=0)
        truth = large.execute(
            "SELECT id::text FROM memories WHERE tags && ARRAY['tag-0', 'tag-1'] AND to_tsvector('english', context)"
            " @@ to_tsquery('english', %s) ORDER BY created_at DESC, id DESC",
            [wanted],
        ).fetchall()
        assert [memory["id"] for memory in page["memories"]] == [row[0] for row in truth[:20]]
        assert len(truth) >= page["total"] >= min(len(truth), 21)
    for dates in ({"from_date": "2024-06-01", "to_date": "2025-06-01"}, {"to_date": "2024-03-01"}):
        for order, direction in (("created_at_desc", "DESC"), ("created_at_asc", "ASC")):
            page = server.call("search_memories", tags=["tag-1"], order_by=order, limit=20, content_chars=0, **dates)
            truth = large.execute(
                "SELECT id::text FROM memories WHERE tags && ARRAY['tag-1'] AND created_at >= %(first)s"
                f" AND created_at < %(last)s::date + 1 ORDER BY created_at {direction}, id {direction} LIMIT 20",
                {"first": dates.get("from_date", "-infinity"), "last": dates["to_date"]},
            ).fetchall()
            assert [memory["id"] for memory in page["memories"]] == [row[0] for row in truth]
