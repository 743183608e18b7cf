"""Where in time to look for one page of a search by words.

No index returns the matches of a word in the order of time, and reading all of many takes long. So the page is first
looked for in the time buckets at the end of time that is shown first: if matches are spread over time as all memories
are, these hold enough. If they are not, the first bucket that holds a match is located inside the index, from long
buckets to short ones.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

from memories import limits
from memories.db import pool
from memories.search import statements, time_buckets
from memories.search.filters import DATES
from memories.search.request import SearchQuery
from memories.search.time_buckets import SHIFTS, BucketRange, Histogram, covering

MARGINS = (2, 30)  # times as many matches as the page needs are aimed at
SMALL = 20_000  # memories, up to which reading all matches is quick
FEW = 6_000  # matches that are read whole
IN_ORDER = (None, "relevance", "created_at_desc", "created_at_asc")
PROBED_MAX = 128  # buckets that one statement probes; of more, those of the level above are probed first


async def expected_matches(connection: pool.Connection, values: dict[str, Any]) -> int:
    """How many memories match, by the planner's estimate; that costs a fraction of counting."""
    matching = statements.matching(frozenset(values))
    cursor = await connection.execute(f"EXPLAIN {matching.sql}", matching.constants | values, prepare=False)
    rows = re.search(r"\brows=(\d+)", str(await cursor.fetchone()))
    assert rows is not None
    return int(rows[1])


def likely_ranges(histogram: Histogram, query: SearchQuery, expected: int, wanted: int) -> Iterator[SearchQuery]:
    """The query within the range that should hold enough of `expected` matches, then within a longer one.

    Args:
        wanted: matches that the page needs.
    """
    if expected <= limits.SEARCH_COUNT_MAX or not histogram.is_known:
        return  # so few are counted, and so read, anyway
    first = histogram.share_before(query.from_date) if query.from_date else 0.0
    last = histogram.share_before(query.to_date) if query.to_date else 1.0
    for margin in MARGINS:
        share = margin * wanted / expected
        if share > 1 / 2:
            return
        if query.order_by == "created_at_asc":
            end = histogram.quantile(first + (last - first) * share)
            buckets = covering(min(query.from_date or histogram.bounds[0], end), end)
        else:
            start = histogram.quantile(last - (last - first) * share)
            buckets = covering(start, max(query.to_date or datetime.datetime.now(datetime.UTC), start))
        yield replace(query, buckets=buckets)


async def ranges_from_the_first_match(
    connection: pool.Connection, query: SearchQuery, values: dict[str, Any]
) -> AsyncIterator[SearchQuery]:
    """The query within ever longer ranges that begin with the first match; none where nothing matches."""
    names = frozenset(values)
    bounds = statements.bounds(names & DATES)
    cursor = await connection.execute(bounds.sql, bounds.constants | values, prepare=True)
    oldest, newest = await cursor.fetchone() or (None, None)
    if oldest is None:
        return
    backward = query.order_by != "created_at_asc"
    level = 2 if (newest - oldest).total_seconds() < PROBED_MAX << SHIFTS[2] else 3
    numbers = range(int(oldest.timestamp()) >> SHIFTS[level], (int(newest.timestamp()) >> SHIFTS[level]) + 1)
    first_bucket = statements.first_bucket(names)
    while True:
        ids = [time_buckets.bucket_id(level, number) for number in (reversed(numbers) if backward else numbers)]
        parameters = first_bucket.constants | values | {"probed": ids}
        cursor = await connection.execute(first_bucket.sql, parameters, prepare=False)
        if (row := await cursor.fetchone()) is None:
            return
        number = time_buckets.bucket_number(row[0])
        if level == 0:
            break
        level -= 1
        children = 1 << SHIFTS[level + 1] - SHIFTS[level]
        numbers = range(number * children, (number + 1) * children)
    for narrowed in _ever_longer(number, backward=backward):
        yield replace(query, buckets=narrowed)


def _ever_longer(number: int, *, backward: bool) -> Iterator[BucketRange]:
    """Ranges that begin with a bucket of the lowest level."""
    for level in range(len(SHIFTS)):
        for count in (1, 4, 15):
            within = range(number - count + 1, number + 1) if backward else range(number, number + count)
            yield BucketRange([time_buckets.bucket_id(level, each) for each in within], start=None, end=None)
        number >>= SHIFTS[level + 1] - SHIFTS[level] if level + 1 < len(SHIFTS) else 0
