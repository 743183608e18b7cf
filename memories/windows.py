"""How far back in time a search has to look for the newest memories that match a filter.

Reading all that match, or all from the newest on until enough match, takes thousands of reads at a million memories for
a tag that one in two hundred has. So the planner is asked how many match, its statistics say how they spread over time,
and the stretches (`memories.stretches`) that should hold twice as many as wanted are searched first. Where they
turn out to hold too few, longer ones are, and then the whole.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memories import estimates, limits, pool, queries, stretches
from memories.querysets import SearchQuery
from memories.stretches import Spread, covering, spread

SPARES = (2, 30)  # times as many as wanted are looked for
LARGE = 50_000  # memories below which reading all that match is quick
IN_ORDER = (None, "relevance", "created_at_desc", "created_at_asc")


async def narrowed(
    connection: pool.Connection, query: SearchQuery, given: dict[str, Any], wanted: int
) -> list[SearchQuery]:
    """The query within ever longer stretches that should hold enough; none where all of it is searched as fast.

    Args:
        given: the filters that the query has, as the parameters of `queries.matching`.
    """
    if spread.is_stale:
        cursor = await connection.execute(stretches.STATISTICS)
        row = await cursor.fetchone()
        assert row is not None
        spread.remember(row)
    if not applies_to(spread, query):
        return []
    matching = queries.matching(frozenset(given))
    cursor = await connection.execute(estimates.explained(matching.sql), matching.constants | given, prepare=False)
    return list(narrowings(spread, query, estimates.estimate(await cursor.fetchall()), wanted))


def applies_to(spread: Spread, query: SearchQuery) -> bool:
    """Whether a stretch of time could spare this search anything."""
    filters = (query.tags, query.context, query.summary, query.metadata)
    in_order = query.order_by in IN_ORDER
    return in_order and spread.memories >= LARGE and spread.is_known and any(part is not None for part in filters)


def narrowings(spread: Spread, query: SearchQuery, expected: int, wanted: int) -> Iterator[SearchQuery]:
    """The query within the stretches that should hold enough of `expected` matches, the shortest first."""
    if expected <= limits.SEARCH_COUNT_MAX:
        return  # these few are counted, too
    first = spread.share_before(query.from_date) if query.from_date else 0.0
    last = spread.share_before(query.to_date) if query.to_date else 1.0
    for spare in SPARES:
        share = spare * wanted / expected
        if share > 1 / 2:
            return
        if query.order_by == "created_at_asc":
            until = spread.moment(first + (last - first) * share)
            stretch = covering(min(query.from_date or spread.bounds[0], until), until)
        else:
            since = spread.moment(last - (last - first) * share)
            stretch = covering(since, max(query.to_date or datetime.datetime.now(datetime.UTC), since))
        yield replace(query, stretch=stretch)
