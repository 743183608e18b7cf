"""How far back in time a search has to look for the newest memories that match a filter.

No index gives the memories with a tag, or with a word, in the order of time. PostgreSQL either reads all that match and
sorts them, or reads all from the newest on until enough match; for a tag that one memory in two hundred has, both take
thousands of reads at a million memories. But it can intersect what matches with a stretch of time, within the indexes.
So the planner is asked how many match, its statistics say how they spread over time, and the stretch that should hold
three times as many as wanted is searched first. Where it turns out to hold too few, the search is made again without.
"""

from __future__ import annotations

import datetime
import time
from bisect import bisect
from dataclasses import dataclass, field, replace
from typing import Any

from memories import estimates, limits, pool, queries
from memories.querysets import SearchQuery

SPARE = 3  # times as many as wanted are looked for
LARGE = 50_000  # memories below which reading all that match is quick
MAX_AGE = 60.0  # seconds

STATISTICS = """
SELECT reltuples, histogram_bounds::text::timestamptz[]
FROM pg_class LEFT JOIN pg_stats ON schemaname = 'public' AND tablename = 'memories' AND attname = 'created_at'
WHERE oid = 'public.memories'::regclass
"""


@dataclass
class Spread:
    """How memories spread over time: the bounds of stretches that hold equally many, oldest first."""

    memories: int = 0
    bounds: list[datetime.datetime] = field(default_factory=list)
    read_at: float = float("-inf")

    @property
    def is_stale(self) -> bool:
        return time.monotonic() - self.read_at > MAX_AGE

    def remember(self, row: tuple[Any, ...]) -> None:
        """Take in what STATISTICS returned."""
        self.memories, self.bounds, self.read_at = int(row[0]), row[1] or [], time.monotonic()

    def applies_to(self, query: SearchQuery) -> bool:
        """Whether a stretch of time could spare this search anything."""
        filters = (query.tags, query.context, query.summary, query.metadata)
        in_order = query.order_by in (None, "relevance", "created_at_desc", "created_at_asc")
        return (
            in_order and self.memories >= LARGE and len(self.bounds) > 1 and any(part is not None for part in filters)
        )

    def narrowed(self, query: SearchQuery, expected: int, wanted: int) -> SearchQuery | None:
        """The query within the stretch that should hold enough of `expected` matches; None if that is nearly all."""
        if expected <= 2 * limits.SEARCH_COUNT_MAX:
            return None  # these few are counted, too
        first = bisect(self.bounds, query.from_date) if query.from_date else 0
        last = bisect(self.bounds, query.to_date) if query.to_date else len(self.bounds)
        stretches = (last - first) * SPARE * wanted / max(expected, 1)
        reach = int(stretches) + 1  # whole ones, and the one that is under way
        if reach > (last - first) // 2:
            return None
        if query.order_by == "created_at_asc":
            return replace(query, to_date=self.bounds[first + reach])
        return replace(query, from_date=self.bounds[last - 1 - reach])


spread = Spread()


async def narrowed(
    connection: pool.Connection, query: SearchQuery, given: dict[str, Any], wanted: int
) -> SearchQuery | None:
    """The query within the stretch of time that should hold enough; None where all of it is searched as fast.

    Args:
        given: the filters that the query has, as the parameters of `queries.matching`.
    """
    if spread.is_stale:
        cursor = await connection.execute(STATISTICS)
        row = await cursor.fetchone()
        assert row is not None
        spread.remember(row)
    if not spread.applies_to(query):
        return None
    matching = queries.matching(frozenset(given))
    cursor = await connection.execute(estimates.explained(matching.sql), matching.constants | given, prepare=False)
    return spread.narrowed(query, estimates.estimate(await cursor.fetchall()), wanted)
