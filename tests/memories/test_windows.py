"""The stretch of time that a filter is first searched in never changes what is found."""

from __future__ import annotations

import datetime

from hypothesis import assume, given
from hypothesis import strategies as st

from memories.querysets import SearchQuery
from memories.windows import Spread

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
def test_the_stretch_lies_within_the_period_at_the_end_that_is_shown_first(
    first: datetime.datetime | None, last: datetime.datetime | None, order: str | None, expected: int, wanted: int
) -> None:
    assume(first is None or last is None or first <= last)
    query = SearchQuery(tags=["a"], from_date=first, to_date=last, order_by=order)
    narrowed = spread().narrowed(query, expected, wanted)
    if narrowed is None:
        return
    assert expected > wanted
    if order == "created_at_asc":
        assert narrowed.from_date == first
        assert narrowed.to_date is not None
        assert first is None or first < narrowed.to_date
        assert last is None or narrowed.to_date <= last
    else:
        assert narrowed.to_date == last
        assert narrowed.from_date is not None
        assert last is None or narrowed.from_date < last
        assert first is None or first <= narrowed.from_date


def test_only_filters_in_the_order_of_creation_are_narrowed() -> None:
    assert spread().applies_to(SearchQuery(tags=["a"]))
    assert spread().applies_to(SearchQuery(summary="a", order_by="created_at_asc"))
    assert not spread().applies_to(SearchQuery(tags=["a"], order_by="updated_at_desc"))
    assert not spread().applies_to(SearchQuery(from_date=START))
    assert not Spread(memories=100).applies_to(SearchQuery(tags=["a"]))
