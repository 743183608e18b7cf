"""The stretches of time that a filter is first searched in lie where the page begins."""

from __future__ import annotations

import datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from memories.querysets import SearchQuery
from memories.stretches import Spread
from memories.windows import applies_to, narrowings

DAY = datetime.timedelta(days=1)
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
MOMENTS = st.integers(-10, 210).map(lambda day: START + day * DAY)


def spread() -> Spread:
    found = Spread()
    found.remember((100_000, [START + 2 * day * DAY for day in range(101)]))
    return found


@given(
    st.none() | MOMENTS,
    st.none() | MOMENTS,
    st.sampled_from([None, "created_at_asc", "created_at_desc"]),
    st.integers(0, 1_000_000),
    st.integers(1, 10_101),
)
def test_a_stretch_reaches_the_end_that_is_shown_first_and_the_next_is_longer(
    first: datetime.datetime | None, last: datetime.datetime | None, order: str | None, expected: int, wanted: int
) -> None:
    assume(first is None or last is None or first <= last)
    query = SearchQuery(tags=["a"], from_date=first, to_date=last, order_by=order)
    found = list(narrowings(spread(), query, expected, wanted))
    assert not found or expected > wanted
    before = datetime.timedelta(0)
    for narrowed in found:
        stretch = narrowed.stretch
        assert stretch is not None
        assert stretch.until - stretch.since >= before
        before = stretch.until - stretch.since
        if order == "created_at_asc":
            assert stretch.since <= (first or START)
        else:
            assert stretch.until > (last or datetime.datetime.now(datetime.UTC))


def test_only_filters_in_the_order_of_creation_are_narrowed() -> None:
    assert applies_to(spread(), SearchQuery(tags=["a"]))
    assert applies_to(spread(), SearchQuery(summary="a", order_by="created_at_asc"))
    assert not applies_to(spread(), SearchQuery(tags=["a"], order_by="updated_at_desc"))
    assert not applies_to(spread(), SearchQuery(from_date=START))
    assert not applies_to(Spread(memories=100), SearchQuery(tags=["a"]))
