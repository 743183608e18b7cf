"""What a ranking knows of all memories: how many there are, how common a word is, and when they were stored.

PostgreSQL's own statistics change with each ANALYZE, and the order of results would change with them. So the database
holds figures of our own (migration 0017), the same for all processes. How many memories there are is exact at each
search. The others are made anew only where the data have changed by a fifth, by the search that notices it: so while
nothing changes, all pages of a search come from the same figures.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Generator
from dataclasses import dataclass, field

from memories.ranking.plans import Rows, Step
from memories.stretches import Spread

MAX_AGE = 60.0  # seconds
WORDS_MAX = 2_000  # that the statistics name (migration 0017)

# Moments that Python knows.
BOUNDS = "ARRAY(SELECT moment FROM unnest(bounds) AS moment WHERE moment > '0001-01-02' AND moment < '9999-12-30')"
# The statistics come along where they are not those that are known.
NOW = f"""
SELECT corpus.memories, embeddings, is_outdated, made.version, sampled, words, word_counts, {BOUNDS}
FROM codex_processed.corpus LEFT JOIN codex_processed.corpus_statistics AS made
    ON NOT is_outdated AND made.version IS DISTINCT FROM %(known)s::timestamptz
"""  # noqa: S608 - a constant
RENEW = f"SELECT version, sampled, words, word_counts, {BOUNDS} FROM codex_processed.renew_corpus_statistics()"  # noqa: S608 - the same


@dataclass(frozen=True)
class Statistics:
    """The figures that are made now and then.

    Args:
        version: when they were made.
        shares: of the commonest words, in what share of all memories each occurs.
        other_share: the same of any other word, as a guess.
        spread: when memories were stored.
    """

    version: datetime.datetime | None = None
    shares: dict[str, float] = field(default_factory=dict)
    other_share: float = 0.0
    spread: Spread = field(default_factory=Spread)

    @classmethod
    def made(
        cls,
        version: datetime.datetime,
        sampled: int,
        words: list[str],
        counts: list[int],
        bounds: list[datetime.datetime],
    ) -> Statistics:
        """From a row of the table."""
        shares = {word: count / sampled for word, count in zip(words, counts, strict=True)}
        # By Zipf's law a quarter of the rarest that is known; or half a memory, where all words of the sample are.
        other = min(shares.values()) / 4 if len(words) >= WORDS_MAX else 0.5 / max(sampled, 1)
        return cls(version, shares, other, Spread(bounds))


@dataclass(frozen=True)
class Corpus:
    """All memories, as a search knows them.

    Args:
        memories: how many there are.
        embeddings: how many embeddings there are, of which a memory may have several.
        was_renewed: whether the statistics were made for this search; then PostgreSQL's are likely old, too.
    """

    memories: int
    embeddings: int
    statistics: Statistics = field(default_factory=Statistics)
    was_renewed: bool = False

    def frequency(self, word: str) -> int:
        """In how many memories a word occurs."""
        return int(self.memories * self.statistics.shares.get(word, self.statistics.other_share))


class _Latest:
    """What this process read last; the statistics hold until the database has others."""

    def __init__(self) -> None:
        self.corpus = Corpus(0, 0)
        self.read_at = float("-inf")


_latest = _Latest()


def current() -> Generator[Step, Rows, Corpus]:
    """What is known at this moment."""
    statistics = _latest.corpus.statistics
    memories, embeddings, is_outdated, *made = (yield NOW, {"known": statistics.version})[0]
    if is_outdated:
        made = list((yield RENEW, {})[0])
    if made[0] is not None:
        statistics = Statistics.made(*made)
    _latest.corpus, _latest.read_at = Corpus(memories, embeddings, statistics, is_outdated), time.monotonic()
    return _latest.corpus


def recent() -> Generator[Step, Rows, Corpus]:
    """What was known within the last minute: enough for what changes no result, only the way to it."""
    if time.monotonic() - _latest.read_at <= MAX_AGE:
        return _latest.corpus
    return (yield from current())
