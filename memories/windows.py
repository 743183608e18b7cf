"""Where in time a search by words has to look, as no index gives the memories with a word in the order of time.

Reading all that match takes long where these are many. So the planner is asked how many match. Few are read whole. Of
many the page should be found in the stretches (`memories.stretches`) at the end of time that is shown first, as long as
matches are spread like all memories. Where they are not, the newest stretch that has one (or the oldest, in that order)
is looked for inside the index of searches, long stretches first.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any

from memories import limits, pool, queries, ranking, stretches
from memories.querysets import SearchQuery
from memories.ranking.corpus import Corpus, recent
from memories.stretches import SHIFTS, Spread, covering

SPARES = (2, 30)  # times as many as wanted are looked for
SMALL = 20_000  # memories, up to which reading all that match is quick
FEW = 6_000  # matches that are read whole
IN_ORDER = (None, "relevance", "created_at_desc", "created_at_asc")
SCANNED = 128  # stretches that are looked at one by one; of more, longer ones first


async def look(connection: pool.Connection) -> Corpus:
    """Learn how many memories there are and how they spread over time, unless that was learned lately."""
    return await ranking.run_on(connection, recent(), prepare=True)


async def expected(connection: pool.Connection, values: dict[str, Any]) -> int:
    """How many memories match, as the planner expects; asking costs a fraction of counting."""
    matching = queries.matching(frozenset(values))
    cursor = await connection.execute(f"EXPLAIN {matching.sql}", matching.constants | values, prepare=False)
    rows = re.search(r"\brows=(\d+)", str(await cursor.fetchone()))
    assert rows is not None
    return int(rows[1])


def narrowings(spread: Spread, query: SearchQuery, expected: int, wanted: int) -> Iterator[SearchQuery]:
    """The query within the stretches that should hold enough of `expected` matches, the shortest first."""
    if expected <= limits.SEARCH_COUNT_MAX or not spread.is_known:
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


async def located(
    connection: pool.Connection, query: SearchQuery, values: dict[str, Any]
) -> AsyncIterator[SearchQuery]:
    """The query within ever longer stretches, which begin with the first match; none where nothing matches."""
    names = frozenset(values)
    bounds = queries.bounds(names & queries.DATES)
    cursor = await connection.execute(bounds.sql, bounds.constants | values, prepare=True)
    oldest, newest = await cursor.fetchone() or (None, None)
    if oldest is None:
        return
    backward = query.order_by != "created_at_asc"
    level = 2 if (newest - oldest).total_seconds() < SCANNED << SHIFTS[2] else 3
    numbers = range(int(oldest.timestamp()) >> SHIFTS[level], (int(newest.timestamp()) >> SHIFTS[level]) + 1)
    first_in = queries.first_in(names)
    while True:
        ordered = [stretches.mark(level, number) for number in (reversed(numbers) if backward else numbers)]
        parameters = first_in.constants | values | {"numbers": ordered}
        cursor = await connection.execute(first_in.sql, parameters, prepare=False)
        if (row := await cursor.fetchone()) is None:
            return
        number = stretches.number(row[0])
        if level == 0:
            break
        level -= 1
        children = 1 << SHIFTS[level + 1] - SHIFTS[level]
        numbers = range(number * children, (number + 1) * children)
    for level in range(len(SHIFTS)):
        for count in (1, 4, 15):
            within = range(number - count + 1, number + 1) if backward else range(number, number + count)
            marks = [stretches.mark(level, each) for each in within]
            yield replace(query, stretch=stretches.Stretch(marks, since=None, until=None))
        number >>= SHIFTS[level + 1] - SHIFTS[level] if level + 1 < len(SHIFTS) else 0
