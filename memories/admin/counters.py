"""Figures over all memories, from the counters that triggers maintain: they cost the same at a million memories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

# The sum over both tables is exact: the ledger holds what has not been added to the counters yet.
_ENTRIES = """
WITH entries AS (
    SELECT kind, key, amount FROM counters
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
)
"""
# ruff: noqa: S608 - put together from constants
_TOTAL = _ENTRIES + "SELECT coalesce(sum(amount), 0)::bigint FROM entries WHERE kind = %s"
_TOP_TAGS = (
    _ENTRIES
    + """
    SELECT key, sum(amount)::bigint FROM entries
    WHERE kind = 'tag' AND (%(prefix)s = '' OR starts_with(key, %(prefix)s))
    GROUP BY key HAVING sum(amount) > 0 ORDER BY 2 DESC, 1 LIMIT %(limit)s
    """
)
_CHOICES = (
    _ENTRIES
    + """
    , tags AS (
        SELECT kind, key, sum(amount)::bigint AS amount FROM entries WHERE kind = 'tag'
        GROUP BY kind, key HAVING sum(amount) > 0 ORDER BY 3 DESC, 2 LIMIT %(tags)s
    )
    SELECT kind, key, amount FROM tags
    UNION ALL
    SELECT kind, key, sum(amount)::bigint FROM entries WHERE kind = 'pattern' GROUP BY kind, key HAVING sum(amount) > 0
    """
)
_GROWTH = (
    _ENTRIES
    + """
    SELECT kind, CASE kind WHEN 'memories' THEN left(key, 10) ELSE key END, sum(amount)::bigint
    FROM entries
    WHERE kind = 'pattern' OR (kind = 'memories' AND key >= %(since)s)
    GROUP BY 1, 2 HAVING sum(amount) <> 0
    """
)

FILTER_TAGS = 12


@dataclass(frozen=True)
class Choices:
    """What there is to filter by: the most used tags, and patterns by (language, type), each with its count."""

    tags: dict[str, int] = field(default_factory=dict)
    patterns: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def languages(self) -> dict[str, int]:
        return _summed((language, count) for (language, _), count in self.patterns.items())

    @property
    def types(self) -> dict[str, int]:
        return _summed((name, count) for (_, name), count in self.patterns.items())


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for name, count in pairs:
        sums[name] = sums.get(name, 0) + count
    return dict(sorted(sums.items(), key=lambda item: (-item[1], item[0])))


def total(kind: str) -> int:
    """The number of `memories`, `processed` or `pattern`s."""
    with connection.cursor() as cursor:
        cursor.execute(_TOTAL, [kind])
        row = cursor.fetchone()
    return int(row[0])


def top_tags(limit: int, prefix: str = "") -> list[tuple[str, int]]:
    """The most used tags with the number of memories that carry each."""
    with connection.cursor() as cursor:
        cursor.execute(_TOP_TAGS, {"prefix": prefix, "limit": limit})
        return [(str(tag), int(count)) for tag, count in cursor.fetchall()]


def choices() -> Choices:
    with connection.cursor() as cursor:
        cursor.execute(_CHOICES, {"tags": FILTER_TAGS})
        rows = cursor.fetchall()
    return Choices(
        tags={key: count for kind, key, count in rows if kind == "tag"},
        patterns={_language_and_type(key): count for kind, key, count in rows if kind == "pattern"},
    )


def growth(since: datetime.date) -> tuple[dict[datetime.date, int], dict[tuple[str, str], int]]:
    """Memories stored on each day (UTC) from `since` on, and patterns by (language, type)."""
    with connection.cursor() as cursor:
        cursor.execute(_GROWTH, {"since": since.isoformat()})
        rows = cursor.fetchall()
    days = {datetime.date.fromisoformat(key): count for kind, key, count in rows if kind == "memories"}
    return days, {_language_and_type(key): count for kind, key, count in rows if kind == "pattern"}


def _language_and_type(key: str) -> tuple[str, str]:
    language, _, pattern_type = key.partition("/")
    return language, pattern_type
