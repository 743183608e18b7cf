"""Words so frequent that an index is read nearly whole for them are split off, and checked row by row.

A context such as "project 34" is quickly found by its second word. But PostgreSQL checks each memory that has it for
the first word as well, before it checks the tag that was also asked for; where every context has the first word, that
reads its whole posting list. So where a tag or another text is asked for as well, the index looks up the rare words
only, and the few memories that it finds are checked for the frequent ones.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from memories.db import named_sql, pool
from memories.search.request import SearchQuery

COLUMNS = {"context": "context_vector", "summary": "summary_vector"}
FREQUENT = 0.3  # share of all memories, at least; so many of those that the rare words find have the others, too
MAX_AGE = 60.0  # seconds
LARGE = 50_000  # memories, below which a whole posting list is quickly read
LEXEMES_MAX = 1_000  # words whose lexemes are kept

# Words that must all occur; with quotes, a minus or an "or" they need not. Beyond ASCII, Python and PostgreSQL may
# differ in what a word is.
PLAIN = re.compile(r"[\w\s]+", re.ASCII)

_sql = named_sql.read(__file__, "frequent_words")
STATISTICS, LEXEMES = _sql["statistics"], _sql["lexemes"]


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

    def rare(self, name: str, words: Sequence[tuple[Any, ...]]) -> str | None:
        """The words of a context or summary that are not frequent; None if that is all of them, or none.

        Args:
            words: each with its lexemes, as LEXEMES returns them; stop words have none.
        """
        frequent = self.lexemes.get(name, set())
        telling = [(word, lexemes) for word, lexemes in words if lexemes]
        rare = [word for word, lexemes in telling if frequent.isdisjoint(lexemes)]
        return " ".join(rare) if 0 < len(rare) < len(telling) else None


_frequent = FrequentWords()
_lexemes: dict[str, list[str]] = {}  # of words that were asked for: stemming does not change


def _remember(rows: Sequence[tuple[str, list[str]]]) -> None:
    """Take in what LEXEMES returned."""
    if len(_lexemes) > LEXEMES_MAX:
        _lexemes.clear()
    _lexemes.update(rows)


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
        text = getattr(query, name)
        if text is None or not _frequent.lexemes.get(name) or not PLAIN.fullmatch(text) or "or" in text.lower().split():
            continue
        words = text.split()
        if not _lexemes.keys() >= set(words):
            cursor = await connection.execute(LEXEMES, {"words": words})
            _remember(await cursor.fetchall())
        rare[f"rare_{name}"] = _frequent.rare(name, [(word, _lexemes[word]) for word in words])
    return replace(query, **rare)
