"""Each kind of search uses its index at 100,000 memories, and finds there what plain SQL finds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from pgvector import Vector
from pgvector.psycopg import register_vector

from memories import common_words, estimates, pool, queries, ranking, stretches
from memories.querysets import SearchQuery
from memories.ranking import vectors
from tests.benchmarks.data import Generator, fill
from tests.clients import Client, environment, run
from tests.conftest import Serve

MEMORIES = 100_000
Connection = psycopg.Connection[Any]


@pytest.fixture
def large(unmigrated_url: str) -> Iterator[Connection]:
    assert run("migrate", "--verbosity=0", env=environment(unmigrated_url)).returncode == 0
    options = f"-c search_path=public,codex_processed {pool.SESSION_SETTINGS}"
    with psycopg.connect(unmigrated_url, autocommit=True, options=options) as connection:
        fill(connection, MEMORIES, embedded_every=50)
        register_vector(connection)
        yield connection


async def set_aside(url: str, query: SearchQuery) -> SearchQuery:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        row = await (await connection.execute(stretches.STATISTICS)).fetchone()
        assert row is not None
        stretches.spread.remember(row)
        return await common_words.set_aside(connection, query)


def plan(connection: Connection, sql: str, parameters: dict[str, Any]) -> str:
    rows = connection.execute(f"EXPLAIN {sql}", parameters, prepare=False).fetchall()
    text = "\n".join(row[0] for row in rows)
    assert "Seq Scan on memories" not in text, text
    assert "Seq Scan on processed_memories" not in text, text
    return text


def filtered(connection: Connection, **filters: Any) -> str:
    statement = queries.search(frozenset(filters), filters.pop("order_by", None))
    page = {"content_chars": 100, "limit": 5, "offset": 0, "reach": 201}
    return plan(connection, statement.sql, statement.constants | filters | page)


@pytest.mark.timeout(900)  # on a busy machine the load alone takes minutes
def test_each_kind_of_search_uses_its_index(large: Connection, unmigrated_url: str, serve: Serve) -> None:
    generator = Generator(seed=21)
    rare = generator.text(2, generator.topics[3])
    assert "idx_memories_tags" in filtered(large, tags=["tag-1999"])
    assert "idx_memories_created_at" in filtered(large, tags=["tag-0"])
    assert "idx_memories_context_fts" in filtered(large, context=f"project 7 session 99 {rare}")
    assert "idx_memories_summary_fts" in filtered(large, summary=rare)
    assert "idx_memories_search" in filtered(large, tags=["tag-3"], context="project 7")
    assert "idx_memories_metadata" in filtered(large, metadata='{"project": 7, "kind": "fix", "absent": 1}')
    assert "idx_memories_created_at" in filtered(large, from_date="2025-03-01", to_date="2025-03-02")
    assert "idx_memories_created_at" in filtered(large)

    candidates = queries.candidates(frozenset())
    steps = ranking.rank_by_words(candidates, rare, 6)
    sql, values = next(steps)
    while "ranked AS" not in sql:
        sql, values = steps.send(large.execute(sql, values).fetchall())
    assert "idx_memories_search" in plan(large, sql, values)

    # A long question of common words takes few statements, also where a filter leaves next to nothing.
    candidates = queries.candidates(frozenset({"tags"}))
    candidates = replace(candidates, parameters=candidates.parameters | {"tags": ["tag-1999"]})
    statements: list[str] = []

    def execute(sql: str, values: dict[str, Any]) -> ranking.Rows:
        statements.append(sql)
        return large.execute(sql, values, prepare=False).fetchall()

    ranked = ranking.run(ranking.rank_by_words(candidates, " ".join(generator.words[10:26]), 1000), execute)
    assert len(statements) <= 7
    tagged = large.execute("SELECT count(*) FROM memories WHERE tags && ARRAY['tag-1999']").fetchall()[0][0]
    assert ranked.exact
    assert 0 < len(ranked.ids) == ranked.found <= tagged

    # The newest of a question's common words come first, and a longer page goes on where a shorter one ended.
    statements.clear()
    candidates = queries.candidates(frozenset())
    question = " ".join(generator.words[:6])
    few = ranking.run(ranking.rank_by_words(candidates, question, 20), execute)
    assert "marks(" in statements[-1]
    many = ranking.run(ranking.rank_by_words(candidates, question, 1000), execute)
    assert many.ids[:20] == few.ids
    assert len(set(many.ids)) == 1000

    # So do those of a single word that is everywhere.
    alone = ranking.run(ranking.rank_by_words(candidates, generator.words[0], 20), execute)
    older = "SELECT count(*) FROM memories WHERE id = ANY(%s) AND created_at < now() - interval '90 days'"
    assert len(alone.ids) == 20
    assert large.execute(older, [alone.ids]).fetchone() == (0,)

    vectors._embeddings.read_at = float("-inf")  # other tests of this process had another database
    steps = ranking.rank_by_vector(candidates, Vector(generator.embedding()), 6)
    sql, values = next(steps)
    expected = large.execute(sql, values).fetchall()
    assert estimates.estimate(expected) > vectors.EXACT_MAX
    sql, values = steps.send(expected)
    text = plan(large, sql, values)
    assert "idx_memories_signs" in text
    assert "Seq Scan" not in text

    # Every context has the word "project", so that only the other is looked up.
    query = SearchQuery(tags=["tag-0"], context="The projects 7")
    assert asyncio.run(set_aside(unmigrated_url, query)).rare_context == "7"
    statement = queries.matching(frozenset({"tags", "context", "rare_context"}))
    values = {"tags": ["tag-0"], "context": "The projects 7", "rare_context": "7"}
    text = plan(large, statement.sql, statement.constants | values)
    assert "idx_memories_search" in text
    assert "ts_match_vq" in text

    same_as_plain_sql(large, serve(unmigrated_url, RATE_LIMIT_ENABLED="false"))


def same_as_plain_sql(large: Connection, server: Client) -> None:
    """Pages of filters that many match; the last tag's memories are all old, so that no recent stretch holds them."""
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
    for context in ("project 7", "projects 8 session", "project -7", "9 or 10 project"):
        page = server.call("search_memories", tags=["tag-0", "tag-1"], context=context, limit=20, content_chars=0)
        truth = large.execute(
            "SELECT id::text FROM memories WHERE tags && ARRAY['tag-0', 'tag-1'] AND to_tsvector('english', context)"
            " @@ websearch_to_tsquery('english', %s) ORDER BY created_at DESC, id DESC",
            [context],
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
