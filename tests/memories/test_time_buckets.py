"""Stretches of time are numbered alike by Python and by PostgreSQL."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from hypothesis import assume, given
from hypothesis import strategies as st

from memories.search import corpus, steps
from memories.search.time_buckets import RANGE_MAX, SHIFTS, Histogram, covering
from tests.support.factories import MemoryFactory
from tests.support.programs import OUTDATED, execute

UTC = datetime.UTC
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(datetime.timedelta(days=-30_000), datetime.timedelta(days=300_000)).map(EPOCH.__add__)
LATER = st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=3_000))


def numbers(moment: datetime.datetime | str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT codex_processed.time_bucket_ids(%s::timestamptz, false)", [moment])
        found: list[int] = cursor.fetchone()[0]
        return found


@pytest.mark.django_db
def test_what_lies_between_two_moments_is_covered_and_nothing_outside_of_the_edges() -> None:
    @given(MOMENTS, LATER, LATER)
    def check(first: datetime.datetime, length: datetime.timedelta, other: datetime.timedelta) -> None:
        buckets = covering(first, first + length)
        longest = datetime.timedelta(seconds=1 << SHIFTS[-1])
        assert len(buckets.ids) <= RANGE_MAX or length > (RANGE_MAX - 1) * longest
        assert buckets.start <= first
        assert first + length < buckets.end
        for moment in (first, first + length, first + length / 2, first + other, first - other):
            covered = bool(set(buckets.ids) & set(numbers(moment)))
            assert covered == (buckets.start <= moment < buckets.end)

    check()


def test_the_ends_of_time_are_covered() -> None:
    end = datetime.datetime.max.replace(tzinfo=UTC)
    assert covering(datetime.datetime(9999, 1, 1, tzinfo=UTC), end).end.year == 9999
    assert covering(datetime.datetime.min.replace(tzinfo=UTC), EPOCH).start.year == 1


def test_the_bounds_reach_back_to_the_oldest_memory_and_leave_out_times_that_python_does_not_know(
    database: str,
) -> None:
    old = MemoryFactory.create(created_at=EPOCH)
    MemoryFactory.create()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO memories (content, content_hash, context, summary, created_at)"
            " VALUES ('a', 'a', 'c', 's', '0300-01-01 BC'), ('b', 'b', 'c', 's', '20000-01-01')"
        )
        cursor.execute(OUTDATED)
    spread = steps.run(corpus.current(), execute).statistics.histogram
    assert spread.bounds[0] == old.created_at
    assert spread.is_known


@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["infinity", "-infinity", "4713-01-01 BC", "294276-12-31 23:59:59+00"])
def test_any_time_that_postgresql_knows_has_its_numbers(moment: str) -> None:
    assert len(numbers(moment)) in (0, 4)


@given(st.lists(MOMENTS, min_size=2, max_size=101, unique=True).map(sorted), MOMENTS, MOMENTS)
def test_a_share_of_the_memories_and_its_moment_belong_together(
    bounds: list[datetime.datetime], one: datetime.datetime, other: datetime.datetime
) -> None:
    assume(bounds[-1] - bounds[0] > datetime.timedelta(days=1))
    spread = Histogram(bounds)
    assert (spread.share_before(one) <= spread.share_before(other)) or one > other
    inside = min(max(one, bounds[0]), bounds[-1])
    assert abs(spread.quantile(spread.share_before(inside)) - inside) < datetime.timedelta(hours=1)
