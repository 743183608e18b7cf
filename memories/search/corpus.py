"""What searches know of all memories: how many there are, how common a word is, and when they were stored.

PostgreSQL's own statistics change with each ANALYZE, and the order of results would change with them. So the database
holds statistics of our own (corpus_statistics.sql), which all processes read. The number of memories is exact at each
search. The rest is renewed only when the data have changed by a fifth, by the search that notices it. While nothing
changes, all pages of a search use the same statistics, whichever process serves them.
"""

from __future__ import annotations

import datetime
import time
from collections import OrderedDict
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from memories.db import named_sql
from memories.search.steps import Answered, Rows, Step
from memories.search.time_buckets import Histogram

MAX_AGE = 60.0  # seconds
REMEMBERED_MAX = 100  # of the projects that searches cover
WORDS_MAX = 2_000  # that the statistics name (renew_corpus_statistics.sql)

_sql = named_sql.read(__file__, "corpus")


@dataclass(frozen=True)
class Statistics:
    """The part that is renewed now and then.

    Args:
        version: when it was renewed.
        shares: for each of the commonest words, the share of all memories that have it.
        other_share: a guess at the share of any other word.
        histogram: when memories were stored.
    """

    version: datetime.datetime | None = None
    shares: dict[str, float] = field(default_factory=dict)
    other_share: float = 0.0
    histogram: Histogram = field(default_factory=Histogram)

    @classmethod
    def from_row(
        cls,
        version: datetime.datetime,
        sampled: int,
        words: list[str],
        counts: list[int],
        bounds: list[datetime.datetime],
    ) -> Statistics:
        """From a row of `corpus_statistics`."""
        shares = {word: count / sampled for word, count in zip(words, counts, strict=True)}
        # A quarter of the rarest word known, by Zipf's law. If no other word is in the sample: half a memory of it.
        half_a_memory = 0.5 / sampled if sampled else 0.0
        other = min(shares.values()) / 4 if len(words) >= WORDS_MAX else half_a_memory
        return cls(version, shares, other, Histogram(bounds))


@dataclass(frozen=True)
class Corpus:
    """All memories, as one search sees them.

    Args:
        memories, embeddings, passages: how many there are; a memory has at most one embedding, and many passages.
        covered: how many memories the projects hold that the search covers.
        has_provided: whether any of the embeddings was made by a provider.
        was_renewed: whether this search renewed the statistics; then those of PostgreSQL are likely old, too.
    """

    memories: int
    embeddings: int
    statistics: Statistics = field(default_factory=Statistics)
    was_renewed: bool = False
    passages: int = 0
    covered: int = 0
    has_provided: bool = False

    @property
    def units(self) -> int:
        """The memories and the passages: what words are counted in."""
        return self.memories + self.passages

    def frequency(self, word: str) -> int:
        """In how many memories and passages a word occurs."""
        return int(self.units * self.statistics.shares.get(word, self.statistics.other_share))


class _Latest:
    """What this process read last, and when, by the projects of the search.

    The statistics stay valid until the database has others.
    """

    def __init__(self) -> None:
        self.statistics = Statistics()
        self.corpora: OrderedDict[tuple[str, ...] | None, tuple[float, Corpus]] = OrderedDict()

    def remember(self, projects: tuple[str, ...] | None, corpus: Corpus) -> None:
        self.statistics = corpus.statistics
        self.corpora[projects] = (time.monotonic(), corpus)
        self.corpora.move_to_end(projects)
        if len(self.corpora) > REMEMBERED_MAX:
            self.corpora.popitem(last=False)


_latest = _Latest()


def current(projects: Sequence[str] | None = None) -> Generator[Step, Rows, Corpus]:
    """Read what is known now, and renew it if it is outdated.

    Args:
        projects: that the search covers; None for all.
    """
    return (yield from current_with(projects, ()))[0]


def current_with(
    projects: Sequence[str] | None, foreseen: Sequence[Step]
) -> Generator[Step, Rows, tuple[Corpus, list[Answered]]]:
    """As `current`, with the answers to statements that will follow, of which none needs another, in one round trip.

    Args:
        foreseen: constant statements, whose parameters have other names than those of `current` and of each other.
            Their rows consist of what JSON has.
    """
    statistics = _latest.statistics
    parameters = {"known": statistics.version, "covering": None if projects is None else list(projects)}
    for _, others in foreseen:
        parameters |= others
    (row,) = yield _together(tuple(sql for sql, _ in foreseen)), parameters
    own = len(row) - len(foreseen)
    corpus = yield from _corpus_of(row[:own], statistics, projects)
    answers = [[tuple(each.values()) for each in found or ()] for found in row[own:]]
    return corpus, list(zip(foreseen, answers, strict=True))


@cache
def _together(foreseen: tuple[str, ...]) -> str:
    """One statement for all. Unlike `jsonb`, `json` keeps the order of columns."""
    if not foreseen:
        return _sql["current"]
    others = ", ".join(
        f"(SELECT json_agg(row_to_json(each)) FROM ({sql}) AS each)"  # noqa: S608 - constants
        for sql in foreseen
    )
    return named_sql.FixedPlan(f"SELECT current.*, {others} FROM ({_sql['current']}) AS current")  # noqa: S608 - constants


def _corpus_of(
    row: tuple[Any, ...], statistics: Statistics, projects: Sequence[str] | None
) -> Generator[Step, Rows, Corpus]:
    memories, embeddings, passages, has_provided, is_outdated, covered, *made = row
    if is_outdated:
        made = list((yield _sql["renew"], {})[0])
    if made[0] is not None:
        statistics = Statistics.from_row(*made)
    corpus = Corpus(memories, embeddings, statistics, is_outdated, passages, covered, has_provided)
    _latest.remember(None if projects is None else tuple(projects), corpus)
    return corpus


def remembered(projects: Sequence[str] | None) -> Corpus | None:
    """What was known when a search covered these projects last; None if that was long ago, or never."""
    return _latest.corpora.get(None if projects is None else tuple(projects), (0.0, None))[1]


def recent(projects: Sequence[str] | None = None) -> Generator[Step, Rows, Corpus]:
    """What was known within the last minute. That is enough to choose a plan, but not for what changes results."""
    read_at, corpus = _latest.corpora.get(None if projects is None else tuple(projects), (float("-inf"), None))
    if corpus is not None and time.monotonic() - read_at <= MAX_AGE:
        return corpus
    return (yield from current(projects))
