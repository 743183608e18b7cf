"""The five operations of the specification's Storage trait: store, get, search, delete, statistics.

Asynchronous, typed, and free of any protocol: `mcp_server` calls them, and so may any program that has opened the pool
(`memories.db.pool`).
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from django.conf import settings

from memories import cache, limits, maintenance, projects, provenance, queries, succession, validation
from memories.db import pool
from memories.embeddings import questions
from memories.errors import DuplicateError
from memories.records import MEMORY_FIELDS, CreateMemory, Memory, SearchHit, SearchResults, StorageStats, maker
from memories.search import analysis, as_of, corpus, excerpts, filtering, filters, fusion, running, scopes, statements
from memories.search.request import ORDERS, SearchQuery
from memories.search.steps import Ranking

logger = logging.getLogger(__name__)

TOP_TAGS = 10
REMEMBERED_MAX = 100  # statistics, each of other projects

_memory = maker(Memory, MEMORY_FIELDS)
_embedded_memory = maker(Memory, queries.EMBEDDED_COLUMNS)
_EMBEDDING = queries.EMBEDDED_COLUMNS.index("embedding")
_hit = maker(SearchHit, statements.HIT_COLUMNS)


async def store(memory: CreateMemory) -> uuid.UUID:
    """Store a memory and return its id.

    Raises:
        ValidationError, SizeLimitError: a field breaks a rule, or a memory to supersede has been superseded already.
        NotFoundError: a memory to supersede does not exist.
        DuplicateError: the project has a memory with this content; nothing was changed, `data["existing_id"]` names it.
        DatabaseError, PoolExhaustedError: the database.
    """
    content = validation.content(memory.content)
    values: dict[str, Any] = {
        "content": content,
        "content_hash": hashlib.sha256(content.encode()).hexdigest(),
        "context": validation.context(memory.context),
        "summary": validation.summary(memory.summary),
        "tags": validation.tags(memory.tags),
        "metadata": validation.metadata(memory.metadata or {}),
        "project": projects.scope().to_store(memory.project),
        "actor": provenance.current(),
    }
    superseded = validation.supersedes(memory.supersedes)
    processed = (memory.insights, memory.embeddings, memory.entities, memory.sentiment)
    has_processing = any(value is not None for value in processed)
    if has_processing:
        values["insights"] = None if memory.insights is None else validation.insights(memory.insights)
        values["embeddings"] = (
            None if memory.embeddings is None else validation.embedding("embeddings", memory.embeddings)
        )
        values["entities"] = None if memory.entities is None else validation.entities(memory.entities)
        values["sentiment"] = None if memory.sentiment is None else validation.sentiment(memory.sentiment)
    statement = queries.STORE_PROCESSED if has_processing else queries.STORE

    async with changing() as connection:
        if not superseded:
            stored = await _stored(connection, statement, values)
        else:
            async with connection.transaction():
                await succession.lock_predecessors(connection, superseded, values["project"])
                stored = await _stored(connection, statement, values)
                await succession.supersede(connection, superseded, stored)
    maintenance.stored()
    return stored


async def _stored(connection: pool.Connection, statement: str, values: dict[str, Any]) -> uuid.UUID:
    while True:
        cursor = await connection.execute(statement, values, prepare=True)
        if (row := await cursor.fetchone()) is not None:
            return uuid.UUID(str(row[0]))
        cursor = await connection.execute(queries.FIND_BY_HASH, values)
        if (row := await cursor.fetchone()) is not None:
            raise DuplicateError(
                f"This content is already stored, as memory {row[0]}; nothing was changed. Use that memory.",
                existing_id=str(row[0]),
            )
        # Deleted between the two statements: the content is free again.


@asynccontextmanager
async def changing() -> AsyncIterator[pool.Connection]:
    """A connection to change memories on; whatever comes of it, the next call sees it."""
    async with pool.writing() as connection:
        try:
            yield connection
        finally:
            cache.forget()


async def get(memory_id: uuid.UUID) -> Memory | None:
    """Return a memory, or None if the caller sees none with this id."""
    return await cache.remembered(f"get:{_cache_key()}{memory_id}", partial(_get, memory_id))


def _cache_key() -> str:
    """What an answer depends on, apart from what is asked."""
    visible = projects.scope().visible
    return "" if visible is None else f"{','.join(visible)}:"


async def _get(memory_id: uuid.UUID) -> Memory | None:
    row = await _get_row(memory_id, include_embedding=False)
    return None if row is None else _memory(row)


async def get_with_embedding(memory_id: uuid.UUID) -> tuple[Memory, list[float] | None] | None:
    """Return a memory and its embedding, or None if the caller sees no such memory."""
    return await cache.remembered(f"embedding:{_cache_key()}{memory_id}", partial(_get_with_embedding, memory_id))


async def _get_with_embedding(memory_id: uuid.UUID) -> tuple[Memory, list[float] | None] | None:
    row = await _get_row(memory_id, include_embedding=True)
    if row is None:
        return None
    embedding = row[_EMBEDDING]
    # As an integer, -0 would lose its sign.
    return _embedded_memory(row), None if embedding is None else json.loads(embedding, parse_int=float)


async def search(query: SearchQuery) -> SearchResults:
    """Find memories; `memories.search.request.SearchQuery` says how.

    Raises:
        ValidationError: a value out of its range.
    """
    query, note = await questions.embedded(_validated(query))
    if note is not None:  # of this moment, and not to be cached
        results = await _search(query)
        return replace(results, note=" ".join(filter(None, (note, results.note))))
    if not settings.ENABLE_CACHE:
        return await _search(query)
    digest = hashlib.sha256(repr(query).encode()).hexdigest()
    return await cache.remembered(f"search:{_cache_key()}{digest}", partial(_search, query))


async def _search(query: SearchQuery) -> SearchResults:
    started = time.perf_counter()
    async with pool.connection() as connection:
        query = await running.run_on(connection, analysis.resolved(query), prepare=True)
        results = await (_ranked if query.is_ranked else _filtered)(connection, query)
        if query.as_of is not None:
            await as_of.show(connection, results.memories, query.as_of, min(query.content_chars, query.max_chars))
            _cut(results.memories, replace(query, query=None), ())
    milliseconds = (time.perf_counter() - started) * 1000
    logger.debug("Search query executed: %.1fms, %d results", milliseconds, len(results.memories))
    return results


async def _filtered(connection: pool.Connection, query: SearchQuery) -> SearchResults:
    """One page in the order of a column."""
    rows, matching, is_exact = await filtering.page(connection, query)
    has_more = matching >= query.offset + query.limit + 1
    return _results(query, [_hit(row) for row in rows], matching, exact=is_exact, has_more=has_more)


async def _ranked(connection: pool.Connection, query: SearchQuery) -> SearchResults:
    """One page in the order of relevance, or of a column among the best 1,000."""
    foreseen = fusion.foreseen(query)
    known, answered = await running.run_on(connection, corpus.current_with(query.projects, foreseen), prepare=True)
    narrowed = scopes.narrowed(query, known)
    values = filters.values_of(narrowed)
    candidates = statements.candidates(frozenset(values), provided=query.embedding_model != "")
    by_column = query.order_by not in (None, "relevance")
    wanted = limits.SEARCH_RANKED_MAX if by_column else query.offset + query.limit + 1
    ranking = fusion.rank(replace(candidates, parameters=candidates.parameters | values), narrowed, wanted, known)
    # Without filters one plan suits all questions.
    ranked = await running.run_on(connection, ranking, prepare=not candidates.is_filtered, answered=answered)
    if ranked.outdated:
        maintenance.statistics.begin()
    ids = ranked.ids
    if by_column:
        order = statements.in_order(cast("str", query.order_by))
        cursor = await connection.execute(order.sql, order.constants | {"ids": ids}, prepare=False)
        ids = [row[0] for row in await cursor.fetchall()]
    page = ids[query.offset : query.offset + query.limit]
    found = {hit.id: hit for hit in await _hits_of(connection, query, page, ranked)}
    # One that was deleted since it was ranked is missing, and that is as it should be.
    memories = [found[identifier] for identifier in page if identifier in found]
    has_more = len(ids) > query.offset + query.limit
    return _results(query, memories, ranked.found, ranked.exact, has_more, ranked.note, ranked.lexemes)


async def _hits_of(
    connection: pool.Connection, query: SearchQuery, page: list[uuid.UUID], ranked: Ranking
) -> list[SearchHit]:
    """The memories with these ids; of long contents, with a question, enough to choose the part to show."""
    content_chars = min(query.content_chars, query.max_chars)
    covered = projects.as_parameter(query.projects)
    values: dict[str, Any] = {"ids": page, "content_chars": content_chars, "projects": covered}
    statement = statements.hits()
    if query.query is not None and content_chars:
        statement = statements.passage_hits()
        regions = [excerpts.region(ranked.starts.get(identifier), content_chars) for identifier in page]
        values |= {"content_starts": [start for start, _ in regions], "content_lengths": [each for _, each in regions]}
    cursor = await connection.execute(statement.sql, statement.constants | values, prepare=True)
    return [_hit(row) for row in await cursor.fetchall()]


def _cut(memories: list[SearchHit], query: SearchQuery, lexemes: Sequence[str]) -> None:
    """Cut the contents to what the page may show, the first hits first."""
    left = query.max_chars
    for hit in memories:
        most = min(query.content_chars, left)
        start, end = (0, most) if query.query is None else excerpts.choose(hit.content, lexemes, most)
        hit.content, hit.content_offset = hit.content[start:end], hit.content_offset + start
        hit.content_truncated = len(hit.content) < hit.content_length
        left -= len(hit.content)


def _results(
    query: SearchQuery,
    memories: list[SearchHit],
    total: int,
    exact: bool,
    has_more: bool,
    note: str | None = None,
    lexemes: Sequence[str] = (),
) -> SearchResults:
    _cut(memories, query, lexemes)
    return SearchResults(
        memories=memories,
        total=total,
        total_is_exact=exact,
        limit=query.limit,
        offset=query.offset,
        has_more=has_more,
        note=note,
    )


async def delete(memory_id: uuid.UUID) -> bool:
    """Delete a memory with all that belongs to it; False if the caller sees none with this id.

    It is kept for TRASH_DAYS (`memories.trash`), with who deleted it.

    Raises:
        ValidationError: the caller is confined to a project, and the memory belongs to none.
    """
    scope = projects.scope()
    values: dict[str, Any] = {"id": memory_id, "actor": provenance.current() or ""}
    async with changing() as connection:
        if not scope.is_confined:
            cursor = await connection.execute(queries.DELETE, values, prepare=True)
            if cursor.rowcount == 0:
                return False
        else:
            values |= {"changeable": list(scope.changeable), "projects": projects.as_parameter(scope.visible)}
            cursor = await connection.execute(queries.DELETE_CONFINED, values, prepare=True)
            if (row := await cursor.fetchone()) is None:
                return False
            scope.check_change(row[0])
    maintenance.deleted()
    return True


async def stats(covered: tuple[str, ...] | None = None) -> StorageStats:
    """Return figures, at most 60 s old.

    Args:
        covered: the projects to count; None for all.
    """
    is_confined = projects.scope().is_confined
    if (latest := _latest.get((covered, is_confined))) is not None and latest.is_fresh:
        return latest.statistics
    values = {"top_tags": TOP_TAGS, "projects": projects.as_parameter(covered), "is_confined": is_confined}
    async with pool.connection() as connection:
        await connection.execute(queries.COMPACT_COUNTERS)
        cursor = await connection.execute(queries.STATISTICS, values)
        row = await cursor.fetchone()
    assert row is not None
    assert cursor.description is not None
    figures = dict(zip((column.name for column in cursor.description), row, strict=True))
    statistics = StorageStats(**figures, estimated=True)
    if len(_latest) >= REMEMBERED_MAX:
        _latest.clear()
    _latest[covered, is_confined] = _Latest(statistics, time.monotonic())
    return statistics


@dataclass
class _Latest:
    """Statistics that this process has read."""

    statistics: StorageStats
    read_at: float

    @property
    def is_fresh(self) -> bool:
        return time.monotonic() - self.read_at < limits.STATISTICS_MAX_AGE


_latest: dict[tuple[tuple[str, ...] | None, bool], _Latest] = {}


async def _get_row(memory_id: uuid.UUID, *, include_embedding: bool) -> tuple[Any, ...] | None:
    statement = queries.get(include_embedding)
    async with pool.connection() as connection:
        values = {"id": memory_id, "projects": projects.as_parameter(projects.scope().visible)}
        cursor = await connection.execute(statement.sql, statement.constants | values, prepare=True)
        return await cursor.fetchone()


def _validated(query: SearchQuery) -> SearchQuery:
    validation.within("limit", query.limit, 1, limits.SEARCH_LIMIT_MAX)
    validation.within("offset", query.offset, 0, limits.SEARCH_OFFSET_MAX)
    validation.within("content_chars", query.content_chars, 0, limits.CONTENT_MAX_BYTES)
    validation.within("max_chars", query.max_chars, 0, limits.SEARCH_LIMIT_MAX * limits.CONTENT_MAX_BYTES)
    if query.order_by is not None:
        validation.choice("order_by", query.order_by, ORDERS)
    return replace(
        query,
        **filters.validated(query),
        query=None
        if query.query is None
        else validation.search_text("query", query.query, limits.QUESTION_MAX_CHARACTERS),
        embedding=None if query.embedding is None else validation.embedding("embedding", query.embedding),
    )
