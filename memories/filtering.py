"""Finding one page of the memories that filters leave, in the order of a column, at a cost that depends on the page.

What a tag or a top-level scalar of metadata leaves is read from its postings (migration 0015), which are in the order
of time: a page and no more. Where several filters are given, the one with the fewest postings is read, and the others
are checked. Words have no postings: what they leave is read whole where it is little, else within the stretches of time
where it should be found (`memories.windows`). The planner is never asked to filter its way through an index of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memories import common_words, limits, pool, postings, queries, windows
from memories.queries import Access
from memories.querysets import SearchQuery

FEW = 2_000  # memories that are read and checked faster than any index of words is

Rows = Sequence[tuple[Any, ...]]


def given(query: SearchQuery) -> dict[str, Any]:
    """The filters that are given, by their names."""
    values = {name: value for name in queries.FILTERS if (value := getattr(query, name)) is not None}
    if query.stretch is not None:
        values["stretch"] = query.stretch.numbers
        if query.stretch.since is not None:
            values |= {"since": query.stretch.since, "until": query.stretch.until}
    return values


async def page(connection: pool.Connection, query: SearchQuery, values: dict[str, Any]) -> tuple[Rows, int, bool]:
    """The rows of the page, how many memories match at least, and whether that is how many do."""
    reading = _Reading(connection, query)
    names = frozenset(values) - queries.DATES
    if not names:
        return await reading.page(values, Access.IN_ORDER)
    if names == {"tags"}:
        terms = [f"t{tag}" for tag in query.tags]
        return await reading.page(_without(values, "tags"), Access.POSTED, terms)
    posted = await _posted(connection, query)
    if posted:
        name, terms, count, _ = posted[0]
        if names <= {"tags", "metadata"}:
            # Of tags the postings tell all; of metadata only that one scalar is equal.
            others = _without(values, "tags") if name == "tags" else values
            return await reading.page(others, Access.POSTED, terms)
        if count <= FEW:
            return await reading.page(values, Access.FEW, terms)
    return await _by_words(reading, values)


class _Reading:
    """What the statements of one search have in common."""

    def __init__(self, connection: pool.Connection, query: SearchQuery) -> None:
        self.connection = connection
        self.query = query
        self.beyond = query.offset + query.limit + 1  # rows that tell whether there is another page
        self.reach = max(self.beyond, limits.SEARCH_COUNT_MAX + 1)
        self.is_small = False  # whether there are so few memories that any way is quick

    async def page(
        self, values: dict[str, Any], access: Access, terms: Sequence[str] = (), *, reach: int | None = None
    ) -> tuple[Rows, int, bool]:
        reach = reach or self.reach
        statement = queries.search(frozenset(values), self.query.order_by, access)
        shown = {"content_chars": self.query.content_chars, "limit": self.query.limit, "offset": self.query.offset}
        parameters = {**statement.constants, **values, **shown, "reach": reach, "terms": list(terms)}
        # One plan suits all values, but for ALL among many: of several words, which is rare decides.
        prepare = access is not Access.ALL or "stretch" in values or self.is_small
        rows = await self._rows(statement.sql, parameters, prepare=prepare)
        if not rows and self.query.offset:  # behind the last one, if there is any
            rows = await self._rows(statement.sql, {**parameters, "offset": 0, "limit": 1}, prepare=prepare)
            return [], rows[0][-1] if rows else 0, True
        matching = rows[0][-1] if rows else 0
        return rows, matching, matching < reach

    async def _rows(self, sql: str, parameters: dict[str, Any], *, prepare: bool) -> Rows:
        cursor = await self.connection.execute(sql, parameters, prepare=prepare)
        return await cursor.fetchall()


async def _posted(connection: pool.Connection, query: SearchQuery) -> Rows:
    """The filters that have postings, as `postings.SETS` has them."""
    if query.tags is None and query.metadata is None:
        return []
    cursor = await connection.execute(*postings.sets(query), prepare=True)
    return await cursor.fetchall()


async def _by_words(reading: _Reading, values: dict[str, Any]) -> tuple[Rows, int, bool]:
    """All of few; of many, within the stretches of time that should hold enough, or that do."""
    connection, query = reading.connection, reading.query
    corpus = await windows.look(connection)
    reading.is_small = corpus.memories <= windows.SMALL
    if reading.is_small:
        return await reading.page(values, Access.ALL)
    expected = await windows.expected(connection, values)
    if expected > windows.FEW and query.order_by not in windows.IN_ORDER:
        # Among many matches the index of the order soon meets enough, unless all were changed long ago.
        return await reading.page(values, Access.IN_ORDER)
    if query.order_by in windows.IN_ORDER:
        for narrowed in windows.narrowings(corpus.statistics.spread, query, expected, reading.beyond):
            rows, matching, _ = await reading.page(given(narrowed), Access.ALL, reach=reading.beyond)
            if matching == reading.beyond:
                return rows, matching, False
        if expected > windows.FEW:
            async for narrowed in windows.located(connection, query, values):
                rows, matching, _ = await reading.page(given(narrowed), Access.ALL, reach=reading.beyond)
                if matching == reading.beyond:
                    return rows, matching, False
    return await reading.page(given(await common_words.set_aside(connection, query, corpus.memories)), Access.ALL)


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}
