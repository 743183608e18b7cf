"""What PostgreSQL's own statistics tell of all memories: how many there are, and how common a word is."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from memories.ranking.plans import Rows

MAX_AGE = 10.0  # seconds
CORPUS = """
SELECT
    n_live_tup,
    n_mod_since_analyze > 50 + n_live_tup / 5 AS outdated,
    most_common_elems::text::text[],
    most_common_elem_freqs
FROM pg_stat_user_tables LEFT JOIN pg_stats
    ON pg_stats.schemaname = 'public' AND tablename = 'memories' AND attname = 'search_vector'
WHERE relid = 'public.memories'::regclass
"""


@dataclass
class Corpus:
    """What PostgreSQL knows of all search vectors: how many there are, and in what share of them a word occurs."""

    memories: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    least_share: float = 0.0  # of a word that is not among `shares`, at most
    outdated: bool = True
    read_at: float = float("-inf")

    @property
    def is_stale(self) -> bool:
        return time.monotonic() - self.read_at > MAX_AGE

    def frequency(self, word: str) -> int:
        """In how many memories a word occurs; a quarter of the rarest known where it is rarer, as Zipf's law has it."""
        share = self.shares.get(word)
        return int(self.memories * (self.least_share / 4 if share is None else share))

    def remember(self, rows: Rows) -> None:
        """Take in what CORPUS returned."""
        self.memories, self.outdated, words, frequencies = rows[0]
        self.shares = dict(zip(words or (), frequencies or (), strict=False))
        self.least_share = frequencies[len(words)] if words else 0.0  # behind the frequencies stands their minimum
        self.read_at = time.monotonic()


corpus = Corpus()
