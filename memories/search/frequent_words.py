"""Splits frequent words off filters.

A context such as "project 34" is quickly found by its second word. But if a tag is asked for as well, PostgreSQL checks
each memory for the first word before it checks the tag; if every context has that word, this reads its whole posting
list. So if there is another filter, the index looks up the rare words only, and the few memories that it finds are
checked for the frequent ones.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from memories.db import named_sql, pool
from memories.search.analysis import WordsFilter, all_of
from memories.search.request import SearchQuery

COLUMNS = {"context": "context_vector", "summary": "summary_vector"}
FREQUENT = 0.3  # share of all memories, at least; so many of those that the rare words find have the others, too
MAX_AGE = 60.0  # seconds
LARGE = 50_000  # memories, below which a whole posting list is quickly read

_sql = named_sql.read(__file__, "frequent_words")
STATISTICS = _sql["statistics"]


@dataclass
class FrequentWords:
    """The lexemes that are frequent in contexts, and those in summaries."""

    lexemes: dict[str, set[str]] = field(default_factory=dict)
    read_at: float = float("-inf")

    @property
    def is_stale(self) -> bool:
        return time.monotonic() - self.read_at > MAX_AGE

    def remember(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Take in what STATISTICS returned."""
        names = {column: name for name, column in COLUMNS.items()}
        self.lexemes = {
            names[column]: {
                lexeme for lexeme, share in zip(lexemes or (), shares or (), strict=False) if share >= FREQUENT
            }
            for column, lexemes, shares in rows
        }
        self.read_at = time.monotonic()

    def rare(self, name: str, words: WordsFilter) -> str | None:
        """The words of a context or summary that are not frequent; None if that is all of them, or none."""
        frequent = self.lexemes.get(name, set())
        rare = [clause.tsquery for clause in words.clauses if clause.lexemes and frequent.isdisjoint(clause.lexemes)]
        return all_of(rare) if 0 < len(rare) < len(words.clauses) else None


_frequent = FrequentWords()


async def split_off(connection: pool.Connection, query: SearchQuery, memories: int) -> SearchQuery:
    """The query with the rare words of its context and summary named, where that spares a long posting list.

    Args:
        memories: how many there are.
    """
    filters = [part for part in (query.tags, query.context, query.summary) if part is not None]
    if memories < LARGE or len(filters) < 2:
        return query
    if _frequent.is_stale:
        cursor = await connection.execute(STATISTICS, {"columns": list(COLUMNS.values())})
        _frequent.remember(await cursor.fetchall())
    rare: dict[str, Any] = {}
    for name in COLUMNS:
        words = getattr(query, name)
        if words is not None and _frequent.lexemes.get(name):
            rare[f"rare_{name}"] = _frequent.rare(name, words)
    return replace(query, **rare)
