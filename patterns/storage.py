"""The four operations behind the pattern tools: analyse memories, and get, search and count their patterns.

All are asynchronous; the pool must be open (`memories.db.pool`).
"""

from __future__ import annotations

import asyncio
import datetime
import json
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import psycopg
from django.conf import settings

from memories import limits, projects, validation
from memories.db import named_sql, pool
from memories.db.pool import Connection
from memories.errors import ValidationError
from memories.observability.metrics import metrics
from memories.records import maker
from patterns import analysis, languages
from patterns.parsing import Deadline
from patterns.records import AnalysisResult, Pattern, PatternStatistics

# Python runs one analysis at a time anyway; more threads would only keep more trees in memory, up to 300 MB for a
# megabyte of source. Large contents have their own thread, so that small ones (milliseconds) do not wait for them.
LARGE_CHARACTERS = 131_072
TOP_SIGNATURES = 20

_sql = named_sql.read(__file__, "storage")


async def analyze(memory_id: uuid.UUID, language: str) -> AnalysisResult:
    """Analyse a memory's content and replace its patterns of that language.

    The analysis runs in a thread and stops within MCP_TIMEOUT, or soon after the call is cancelled.

    Args:
        language: one of PATTERN_LANGUAGES, or an alias such as `py`.

    Raises:
        ValidationError: the language is not offered.
        NotFoundError: the memory does not exist, or was deleted meanwhile.
        PatternAnalysisError: the language's grammar is not installed.
        CallTimeoutError: the analysis took too long; nothing was changed.
        DatabaseError, PoolExhaustedError: the database failed or is busy.
    """
    started = time.perf_counter()
    language = languages.named(language)
    scope, patterns = projects.scope(), None
    values = {"memory_id": memory_id, "projects": projects.as_parameter(scope.visible)}
    while patterns is None:  # again, if the memory is changed meanwhile
        async with pool.connection() as connection:
            cursor = await connection.execute(_sql["content"], values, prepare=True)
            row = await cursor.fetchone()
        if row is None:
            raise projects.unknown(memory_id)
        content, version, project = row
        scope.check_change(project)
        # The analysis may take seconds, so it holds no connection.
        analysing = time.perf_counter()
        found = await _analysed(content, language)
        metrics.observe_analysis(language, time.perf_counter() - analysing)
        async with pool.writing() as connection:
            patterns = await replace(connection, memory_id, version, found)
    return AnalysisResult(
        memory_id=memory_id,
        language=language,
        patterns=patterns,
        counts=found.counts,
        total_found=found.total_found,
        truncated=found.truncated,
        parse_errors=found.parse_errors,
        duration_ms=round((time.perf_counter() - started) * 1000, 3),
    )


async def replace(
    connection: Connection, memory_id: uuid.UUID, version: int, found: analysis.Analysis
) -> list[Pattern] | None:
    """Replace a memory's patterns of one language in one transaction, and record the analysis.

    Nothing is changed, and None returned, if the memory no longer has this version.
    """
    ids = [uuid.uuid4() for _ in found.patterns]
    values = {
        "memory_id": memory_id,
        "version": version,
        "language": found.language,
        "fingerprint": languages.fingerprint(found.language),
        "ids": ids,
        "types": [pattern.pattern_type for pattern in found.patterns],
        "signatures": [pattern.pattern_signature for pattern in found.patterns],
        "frequencies": [pattern.frequency for pattern in found.patterns],
        "confidences": [pattern.confidence for pattern in found.patterns],
        "features": [json.dumps(pattern.ast_features) for pattern in found.patterns],
    }
    # One round trip, as no statement needs the result of another.
    async with connection.pipeline(), connection.transaction():
        lock = await connection.execute(_sql["lock"], values, prepare=True)
        await connection.execute(_sql["delete"], values, prepare=True)
        if ids:
            await connection.execute(_sql["insert"], values, prepare=True)
        await connection.execute(_sql["record"], values, prepare=True)
    locked = await lock.fetchone()
    if locked is None:
        return None
    return [
        Pattern(
            id=pattern_id,
            memory_id=memory_id,
            pattern_type=pattern.pattern_type,
            pattern_signature=pattern.pattern_signature,
            frequency=pattern.frequency,
            confidence=pattern.confidence,
            language=pattern.language,
            ast_features=pattern.ast_features,
            discovered_at=locked[0],
        )
        for pattern_id, pattern in zip(ids, found.patterns, strict=True)
    ]


async def get_patterns(memory_id: uuid.UUID) -> list[Pattern]:
    """Return a memory's patterns of all languages, at most 1,000, most frequent first.

    Raises:
        NotFoundError: the caller sees no such memory.
    """
    visible = projects.as_parameter(projects.scope().visible)
    values = {"memory_id": memory_id, "limit": limits.PATTERNS_MAX, "projects": visible}
    async with pool.connection() as connection:
        cursor = await connection.execute(_sql["of_memory"], values, prepare=True)
        found = await _patterns(cursor)
        if not found:
            cursor = await connection.execute(_sql["exists"], values, prepare=True)
            if await cursor.fetchone() is None:
                raise projects.unknown(memory_id)
    return found


async def search_patterns(
    pattern_type: str,
    limit: int = limits.PATTERN_SEARCH_LIMIT_DEFAULT,
    language: str | None = None,
    query: str | None = None,
    covered: tuple[str, ...] | None = None,
) -> list[Pattern]:
    """Find patterns of one type across memories, most frequent first.

    Args:
        pattern_type: any of `patterns.languages.all_pattern_types`.
        limit: the maximum number of patterns, 1 to 100.
        language: the only language to search, or None for all.
        query: words that must all occur in the signature, in any order and case, also inside longer words.
        covered: the projects of the memories; None for all.

    Raises:
        ValidationError: the type or language is unknown, or the limit is out of range.
    """
    validation.choice("pattern_type", pattern_type, languages.all_pattern_types())
    validation.within("limit", limit, 1, limits.PATTERN_SEARCH_LIMIT_MAX)
    words = [] if query is None else validation.search_text("query", query).split()
    values = {
        "pattern_type": pattern_type,
        "limit": limit,
        "language": None if language is None else languages.known(language),
        "words": [f"%{_escaped(word)}%" for word in dict.fromkeys(words)],
        "projects": projects.as_parameter(covered),
    }
    async with pool.connection() as connection:
        statement = _sql["search"] if covered is None else _sql["search_in_projects"]
        cursor = await connection.execute(statement, values, prepare=False)
        return await _patterns(cursor)


async def pattern_statistics(
    from_date: datetime.datetime | None = None,
    to_date: datetime.datetime | None = None,
    covered: tuple[str, ...] | None = None,
) -> PatternStatistics:
    """Count the patterns discovered in a period of at most 90 days; by default the last 90.

    Raises:
        ValidationError: the period is longer, or ends before it begins.
    """
    start, end = _period(from_date, to_date)
    values = {"from_date": start, "to_date": end, "top": TOP_SIGNATURES, "projects": projects.as_parameter(covered)}
    async with pool.connection() as connection:
        cursor = await connection.execute(_sql["counts"], values, prepare=False)
        counts = await cursor.fetchall()
        cursor = await connection.execute(_sql["top"], values, prepare=False)
        top = await cursor.fetchall()
    by_type = {pattern_type: number for pattern_type, _, _, number in counts if pattern_type is not None}
    by_day = {day.isoformat(): number for _, _, day, number in counts if day is not None}
    return PatternStatistics(
        from_date=start,
        to_date=end,
        total=sum(by_type.values()),
        by_type=by_type,
        by_language={language: number for _, language, _, number in counts if language is not None},
        by_day=dict(sorted(by_day.items())),
        top_signatures=[
            {
                "pattern_type": pattern_type,
                "language": language,
                "pattern_signature": text,
                "memories": memories,
                "occurrences": occurrences,
            }
            for pattern_type, language, text, memories, occurrences in top
        ],
    )


async def _analysed(content: str, language: str) -> analysis.Analysis:
    deadline = Deadline(settings.MCP_TIMEOUT)
    try:
        thread = _thread(is_large=len(content) >= LARGE_CHARACTERS)
        return await asyncio.get_running_loop().run_in_executor(thread, analysis.analyse, content, language, deadline)
    finally:
        deadline.cancel()  # a cancelled call must not go on computing


@cache
def _thread(*, is_large: bool) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="patterns-large" if is_large else "patterns")


async def _patterns(cursor: psycopg.AsyncCursor[Any]) -> list[Pattern]:
    """The patterns that a statement found."""
    pattern = maker(Pattern, tuple(column.name for column in cursor.description or ()))
    return [pattern(row) for row in await cursor.fetchall()]


def _escaped(word: str) -> str:
    """Escape a word for LIKE; signatures are full of `_`."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _period(
    start: datetime.datetime | None, end: datetime.datetime | None
) -> tuple[datetime.datetime, datetime.datetime]:
    longest = datetime.timedelta(days=limits.PATTERN_STATISTICS_MAX_DAYS)
    start = None if start is None else validation.in_utc("from_date", start)
    end = None if end is None else validation.in_utc("to_date", end)
    validation.period(start, end)
    now = datetime.datetime.now(datetime.UTC)
    try:
        if end is None:
            end = now if start is None else min(max(now, start), start + longest)
        if start is None:
            start = end - longest
    except OverflowError:
        raise ValidationError("from_date and to_date must be in the years 1 to 9999.", field="from_date") from None
    if end - start > longest:
        raise ValidationError(
            f"The period from from_date to to_date must be at most {longest.days} days, not "
            f"{(end - start).total_seconds() / 86_400:,.1f}. Ask for a shorter one.",
            field="from_date",
            limit=longest.days,
        )
    return start, end
