"""Figures over all memories, from the counters that triggers maintain: they cost the same at a million memories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from memories.db import named_sql

_sql = named_sql.read(__file__, "counters")
FILTER_TAGS = 12
FILTER_ACTORS = 30
FILTER_PROJECTS = 30


@dataclass(frozen=True)
class Choices:
    """What there is to filter by: the most used tags, and patterns by (language, type), each with its count.

    `actors` are the first names of those who stored (`stored_by`) and changed (`changed_by`) memories.
    `projects` are the largest, '' is none, with their numbers of memories.
    """

    tags: dict[str, int] = field(default_factory=dict)
    patterns: dict[tuple[str, str], int] = field(default_factory=dict)
    actors: dict[str, list[str]] = field(default_factory=dict)
    projects: dict[str, int] = field(default_factory=dict)

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
        cursor.execute(_sql["total"], {"kind": kind})
        row = cursor.fetchone()
    return int(row[0])


def top_tags(limit: int, prefix: str = "") -> list[tuple[str, int]]:
    """The most used tags with the number of memories that carry each."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["top_tags"], {"prefix": prefix, "limit": limit})
        return [(str(tag), int(count)) for tag, count in cursor.fetchall()]


def choices() -> Choices:
    with connection.cursor() as cursor:
        cursor.execute(_sql["choices"], {"tags": FILTER_TAGS, "actors": FILTER_ACTORS, "projects": FILTER_PROJECTS})
        rows = cursor.fetchall()
    return Choices(
        tags={key: count for kind, key, count in rows if kind == "tag"},
        patterns={_language_and_type(key): count for kind, key, count in rows if kind == "pattern"},
        actors={column: [key for kind, key, _ in rows if kind == column] for column in ("stored_by", "changed_by")},
        projects={key: count for kind, key, count in rows if kind == "project"},
    )


def growth(since: datetime.date) -> tuple[dict[datetime.date, int], dict[tuple[str, str], int]]:
    """Memories stored on each day (UTC) from `since` on, and patterns by (language, type)."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["growth"], {"since": since.isoformat()})
        rows = cursor.fetchall()
    days = {datetime.date.fromisoformat(key): count for kind, key, count in rows if kind == "memories"}
    return days, {_language_and_type(key): count for kind, key, count in rows if kind == "pattern"}


def _language_and_type(key: str) -> tuple[str, str]:
    language, _, pattern_type = key.partition("/")
    return language, pattern_type
