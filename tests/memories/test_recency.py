"""The time buckets that a filter is first searched in lie where the page begins."""

from __future__ import annotations

import datetime
from typing import Any

import psycopg
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from memories import storage
from memories.db import pool
from memories.search import corpus, recency, time_buckets
from memories.search.recency import likely_ranges
from memories.search.request import SearchQuery
from memories.search.time_buckets import Histogram
from tests.support.programs import run

DAY = datetime.timedelta(days=1)
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
MOMENTS = st.integers(-10, 210).map(lambda day: START + day * DAY)


def spread() -> Histogram:
    return Histogram([START + 2 * day * DAY for day in range(101)])


@given(
    st.none() | MOMENTS,
    st.none() | MOMENTS,
    st.sampled_from([None, "created_at_asc", "created_at_desc"]),
    st.integers(0, 1_000_000),
    st.integers(1, 10_101),
)
def test_a_range_reaches_the_end_that_is_shown_first_and_the_next_is_longer(
    first: datetime.datetime | None, last: datetime.datetime | None, order: str | None, expected: int, wanted: int
) -> None:
    assume(first is None or last is None or first <= last)
    query = SearchQuery(tags=["a"], from_date=first, to_date=last, order_by=order)
    found = list(likely_ranges(spread(), query, expected, wanted))
    assert not found or expected > wanted
    before = datetime.timedelta(0)
    for narrowed in found:
        buckets = narrowed.buckets
        assert buckets is not None
        assert buckets.end - buckets.start >= before
        before = buckets.end - buckets.start
        if order == "created_at_asc":
            assert buckets.start <= (first or START)
        else:
            assert buckets.end > (last or datetime.datetime.now(datetime.UTC))


def test_a_bucket_is_known_by_its_number_and_by_its_id() -> None:
    for level in range(4):
        for number in (-500, -1, 0, 1, 700_000):
            assert time_buckets.bucket_number(time_buckets.bucket_id(level, number)) == number


@pytest.fixture
def in_bursts(outside: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    """Words that are in use for a while, among memories of some years; some before 1970."""
    outside.execute(
        "INSERT INTO memories (content, content_hash, context, summary, created_at) SELECT n::text, n::text,"
        " CASE WHEN n < 300 THEN 'early' WHEN n < 700 THEN 'middle' ELSE 'late' END || ' always', 'a summary',"
        " timestamptz '1969-06-01' + n * interval '31 hours' FROM generate_series(1, 1000) AS n"
    )
    outside.execute("ANALYZE memories")
    return outside


@pytest.mark.parametrize("word", ["early", "middle", "late", "always", "absent"])
@pytest.mark.parametrize("order", ["created_at_desc", "created_at_asc"])
@pytest.mark.parametrize("period", [{}, {"from_date": START - 20_000 * DAY, "to_date": START - 19_800 * DAY}])
def test_a_page_by_a_word_in_bursts_is_what_a_plain_scan_finds(
    in_bursts: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch, word: str, order: str, period: dict[str, Any]
) -> None:
    """As though a thousand memories were a million."""
    monkeypatch.setattr(recency, "SMALL", 0)
    monkeypatch.setattr(recency, "FEW", 5)
    monkeypatch.setattr(recency, "MARGINS", (0.01,))
    monkeypatch.setattr(corpus, "_latest", corpus._Latest())
    direction = "DESC" if order == "created_at_desc" else "ASC"
    right = in_bursts.execute(
        "SELECT id FROM memories WHERE context_vector @@ to_tsquery('english', %(word)s)"
        " AND created_at BETWEEN %(from_date)s AND %(to_date)s"
        f" ORDER BY created_at {direction}, id {direction}",
        {"word": word, "from_date": "-infinity", "to_date": "infinity", **period},
    ).fetchall()
    for offset, limit in ((0, 20), (20, 20), (250, 100), (990, 20)):
        query = SearchQuery(context=word, order_by=order, offset=offset, limit=limit, **period)
        found = run(lambda query=query: storage.search(query))  # type: ignore[misc]
        assert [memory.id for memory in found.memories] == [row[0] for row in right][offset : offset + limit]
        assert found.has_more == (len(right) > offset + limit)


def test_only_what_is_at_the_edge_of_a_burst_is_read(in_bursts: psycopg.Connection[Any]) -> None:
    """The first ranges that are searched begin with the newest match."""

    async def first() -> list[int]:
        async with pool.connection() as connection:
            async for narrowed in recency.ranges_from_the_first_match(
                connection, SearchQuery(context="early"), {"context": "'earli'"}
            ):
                assert narrowed.buckets is not None
                return list(narrowed.buckets.ids)
        return []

    (mark,) = run(first)
    row = in_bursts.execute(
        "SELECT max(created_at) FROM memories WHERE context_vector @@ to_tsquery('english', 'early')"
    ).fetchone()
    assert row is not None
    assert time_buckets.bucket_number(mark) == int(row[0].timestamp() // 1) >> time_buckets.SHIFTS[0]
