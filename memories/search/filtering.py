"""One page of a search by filters, in the order of a column, at a cost that depends on the page.

Tags and top-level scalars of metadata have postings (`search.postings`), which are in the order of time: reading them
reads a page and no more. Of several filters the one with the fewest postings is read, and the others are checked. Words
have no postings. Their matches are read whole where they are few, else within the time buckets where the page should be
(`search.recency`). The planner never filters its way through an index on time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memories import limits
from memories.db import pool
from memories.search import corpus, filters, frequent_words, postings, recency, running, scopes, statements
from memories.search.request import SCOPE, SearchQuery
from memories.search.statements import Access

FEW = 300  # memories that are read and checked faster than any index of words is

Rows = Sequence[tuple[Any, ...]]


async def page(connection: pool.Connection, query: SearchQuery) -> tuple[Rows, int, bool]:
    """Find one page.

    Returns:
        The rows of the page, how many memories match at least, and whether exactly so many do.
    """
    values = filters.values_of(query)
    reader = _PageReader(connection, query)
    names = frozenset(values) - filters.DATES - SCOPE - {"as_of"}
    if not names:
        return await reader.page(values, Access.IN_ORDER if query.projects is None else Access.PROJECTS)
    if names == {"tags"}:
        projects = await _all_projects(connection) if query.projects is None else query.projects
        return await reader.page(_without(values, "tags"), Access.POSTED, postings.terms_of_tags(query, projects))
    one_scalar = query.metadata is not None and postings.is_one_scalar(query.metadata)
    if names == {"metadata"} and one_scalar:
        most = 1  # nothing to compare with
    else:
        most = (postings.COUNTED if names <= {"tags", "metadata"} else FEW) + 1
    if posted := await _posted(connection, query, most):
        name, terms, count = posted[0]
        if names <= {"tags", "metadata"}:
            # Postings decide tags and a single scalar. Of other metadata they only tell that one scalar is equal.
            decided = name == "tags" or (one_scalar and not any(term.endswith(postings.MANY) for term in terms))
            return await reader.page(_without(values, name) if decided else values, Access.POSTED, terms)
        if count <= FEW:
            return await reader.page(values, Access.FEW, terms)
    return await _by_words(reader)


class _PageReader:
    """Runs the statements of one search."""

    def __init__(self, connection: pool.Connection, query: SearchQuery) -> None:
        self.connection = connection
        self.query = query
        self.needed = query.offset + query.limit + 1  # rows: the page, and one that tells whether there is another
        self.counted = max(self.needed, limits.SEARCH_COUNT_MAX + 1)
        self.is_small = False  # whether there are so few memories that any plan is quick

    async def page(
        self, values: dict[str, Any], access: Access, terms: Sequence[str] = (), *, counted: int | None = None
    ) -> tuple[Rows, int, bool]:
        """As `filtering.page`; at most `counted` matches are counted."""
        counted = counted or self.counted
        statement = statements.search(frozenset(values), self.query.order_by, access)
        content_chars = min(self.query.content_chars, self.query.max_chars)
        shown = {"content_chars": content_chars, "limit": self.query.limit, "offset": self.query.offset}
        parameters = {**statement.constants, **values, **shown, "counted": counted, "terms": list(terms)}
        # One plan suits all values, except for ALL among many memories: there the rarest of the words decides.
        prepare = access is not Access.ALL or "buckets" in values or self.is_small
        rows = await self._rows(statement.sql, parameters, prepare=prepare)
        if not rows and self.query.offset:  # beyond the last match, if there is any
            rows = await self._rows(statement.sql, {**parameters, "offset": 0, "limit": 1}, prepare=prepare)
            return [], rows[0][-1] if rows else 0, True
        matching = rows[0][-1] if rows else 0
        return rows, matching, matching < counted

    async def within(self, narrowed: SearchQuery) -> tuple[Rows, int, bool] | None:
        """The page, if this range of time holds all of it."""
        rows, matching, _ = await self.page(filters.values_of(narrowed), Access.ALL, counted=self.needed)
        return (rows, matching, False) if matching == self.needed else None

    async def _rows(self, sql: str, parameters: dict[str, Any], *, prepare: bool) -> Rows:
        cursor = await self.connection.execute(sql, parameters, prepare=prepare)
        return await cursor.fetchall()


async def _all_projects(connection: pool.Connection) -> list[str]:
    cursor = await connection.execute(postings.PROJECTS, prepare=True)
    return [row[0] for row in await cursor.fetchall()]


async def _posted(connection: pool.Connection, query: SearchQuery, most: int) -> Rows:
    """The filters that have postings, as `postings.COUNTS` returns them."""
    if query.tags is None and query.metadata is None:
        return []
    cursor = await connection.execute(*postings.counts(query, most), prepare=True)
    return await cursor.fetchall()


async def _by_words(reader: _PageReader) -> tuple[Rows, int, bool]:
    """Reads all of few matches; of many, those within the ranges of time that should hold the page, or that do."""
    connection = reader.connection
    known = await running.run_on(connection, corpus.recent(reader.query.projects), prepare=True)
    query = reader.query = scopes.with_keys(reader.query, known)
    values = filters.values_of(query)
    reader.is_small = known.memories <= recency.SMALL
    if reader.is_small:
        return await reader.page(values, Access.ALL)
    expected = await recency.expected_matches(connection, values)
    if expected > recency.FEW and query.order_by not in recency.IN_ORDER:
        # Among many matches the index of the order soon meets enough, unless all were changed long ago.
        return await reader.page(values, Access.IN_ORDER)
    if query.order_by in recency.IN_ORDER:
        for narrowed in recency.likely_ranges(known.statistics.histogram, query, expected, reader.needed):
            if found := await reader.within(narrowed):
                return found
        if expected > recency.FEW:
            async for narrowed in recency.ranges_from_the_first_match(connection, query, values):
                if found := await reader.within(narrowed):
                    return found
    query = await frequent_words.split_off(connection, query, known.memories)
    return await reader.page(filters.values_of(query), Access.ALL)


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}
