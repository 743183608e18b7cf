"""Words so common that an index is read nearly whole for them.

A context such as "project 34" is quickly found by its second word, but PostgreSQL checks each memory that has it for
the first word, too, before it looks whether the memory has the tag that was also asked for; where every context has the
first word, that is a read of its whole list. So where there is another filter, the index is asked for the rare words
only; whether the common ones occur as well is seen at the few memories that it finds.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field, replace
from typing import Any

from memories import pool
from memories.querysets import SearchQuery
from memories.stretches import spread

FIELDS = ("context", "summary")
COMMON = 0.3  # of all memories, at least: of those found by the others, about as many stay
LARGE = 50_000  # memories below which no list is long
MAX_AGE = 60.0  # seconds
ENDING_MAX = 3  # letters that stemming takes off a word

PLAIN = re.compile(r"[\w\s]+")

STATISTICS = """
SELECT attname, most_common_elems::text::text[], most_common_elem_freqs
FROM pg_stats WHERE schemaname = 'public' AND tablename = 'memories' AND attname = ANY(%(columns)s)
"""


@dataclass
class CommonWords:
    """In what share of all memories the common words of contexts and of summaries occur, by their stems."""

    shares: dict[str, dict[str, float]] = field(default_factory=dict)
    read_at: float = float("-inf")

    @property
    def is_stale(self) -> bool:
        return time.monotonic() - self.read_at > MAX_AGE

    def remember(self, rows: list[tuple[str, list[str] | None, list[float] | None]]) -> None:
        """Take in what STATISTICS returned."""
        self.shares = {
            column.removesuffix("_vector"): {
                word: share for word, share in zip(words or (), shares or (), strict=False) if share >= COMMON
            }
            for column, words, shares in rows
        }
        self.read_at = time.monotonic()

    def without(self, field: str, text: str) -> str | None:
        """A text without the words that are common in that field; None where that leaves all or nothing of it.

        And where the rest might not have to occur: beside quotes, minus signs or an "or".
        """
        words = text.lower().split()
        if not PLAIN.fullmatch(text) or "or" in words:
            return None
        rare = [word for word in words if self._share(field, word) < COMMON]
        return " ".join(rare) if 0 < len(rare) < len(words) else None

    def _share(self, field: str, word: str) -> float:
        stems = (word[:end] for end in range(len(word), max(len(word) - ENDING_MAX, 1) - 1, -1))
        known = self.shares.get(field, {})
        return max((known.get(stem, 0.0) for stem in stems), default=0.0)


_common = CommonWords()


async def set_aside(connection: pool.Connection, query: SearchQuery) -> SearchQuery:
    """The query with the rare words of its context and its summary named, where that spares it a long list."""
    filters = [part for part in (query.tags, query.context, query.summary) if part is not None]
    if spread.memories < LARGE or len(filters) < 2:
        return query
    if _common.is_stale:
        cursor = await connection.execute(STATISTICS, {"columns": [f"{name}_vector" for name in FIELDS]})
        _common.remember(await cursor.fetchall())
    rare: dict[str, Any] = {
        f"rare_{name}": _common.without(name, text) for name in FIELDS if (text := getattr(query, name)) is not None
    }
    return replace(query, **rare)
