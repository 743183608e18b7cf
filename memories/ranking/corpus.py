"""How many memories there are, and how common a word is: from PostgreSQL's statistics, or from a sample.

Right after a bulk store the statistics know nothing yet, or tell of a tenth of the memories only. So until the next
ANALYZE, how common the words of a question are is counted in a sample of the table's pages, the same pages each time.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from memories.ranking.plans import Rows
from memories.text import detoasted

MAX_AGE = 10.0  # seconds
SAMPLE_PAGES = 64  # of the table's, which hold 4 memories each with texts of 600 words, or some 50 short ones
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
# How many memories the sample holds, how many there are by it, and how many in the sample have each word.
SAMPLE = f"""
WITH part AS (
    SELECT least(100.0 * {SAMPLE_PAGES} * current_setting('block_size')::int
        / greatest(pg_relation_size('public.memories'), 1), 100) AS percent
),
sample AS MATERIALIZED (
    SELECT {detoasted("search_vector")} AS vector
    FROM part CROSS JOIN LATERAL (
        SELECT search_vector FROM public.memories TABLESAMPLE SYSTEM (percent) REPEATABLE (0)
    ) AS pages
)
SELECT (SELECT count(*) FROM sample), (SELECT (SELECT count(*) FROM sample) * 100 / percent FROM part)::bigint, ARRAY(
    SELECT (SELECT count(*) FROM sample WHERE vector @@ word)
    FROM unnest(%(words)s::tsquery[]) WITH ORDINALITY AS words (word, place) ORDER BY place
)
"""  # noqa: S608 - made of constants and a placeholder only


@dataclass
class Corpus:
    """What is known of all search vectors: how many there are, and in what share of them a word occurs."""

    memories: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    least_share: float = 0.0  # of a word that is not among `shares`, at most
    outdated: bool = True
    read_at: float = float("-inf")

    @property
    def is_stale(self) -> bool:
        return time.monotonic() - self.read_at > MAX_AGE

    @property
    def is_guessing(self) -> bool:
        """Whether PostgreSQL's statistics say nothing, or nothing that can be relied on."""
        return self.outdated or not self.shares

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

    def sampled(self, words: Iterable[str], rows: Rows) -> Corpus:
        """The same by what SAMPLE returned for these words; what it has not once may be as common as half a hit."""
        sampled, memories, hits = rows[0]
        shares = {word: max(count, 0.5) / max(sampled, 1) for word, count in zip(words, hits, strict=True)}
        return Corpus(memories, shares, outdated=self.outdated, read_at=self.read_at)


corpus = Corpus()
