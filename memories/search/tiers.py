"""Candidate tiers: which memories a question scores, one tier after the other, until the page is full.

Scoring every memory that has a word of the question would take seconds among a million. The memories with the rarest
words come first, as many words as keep the tier near a thousand memories.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memories.db import named_sql
from memories.search.corpus import Corpus
from memories.search.steps import Rows, Step
from memories.search.terms import Term
from memories.search.time_buckets import covering

CANDIDATES = 1_000  # memories that a tier aims at, by the statistics
TIER_MAX = 2_000  # memories that are scored of a tier where the statistics erred
ENTRIES = 25_000  # index entries of the rarest word that are intersected with those of the other words
RECENT_MAX = 5_000  # newest memories that are read one by one where most of them have all the words
MARGIN = 1.2  # times as many of the newest memories are read as should suffice
BEGINNING, END = (datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (1, 9999))

_sql = named_sql.read(__file__, "tiers")


@dataclass(frozen=True)
class Tier:
    """The memories that match a tsquery, read by one of the statements of `Candidates`.

    Args:
        expected: how many they are, by the statistics.
        source: the statement's name.
    """

    tsquery: str
    expected: float
    source: Literal["words", "newest", "older", "recent", "few"] = "words"


@dataclass(frozen=True)
class Newest:
    """What the sources "newest", "recent" and "older" mean by the newest memories.

    Args:
        bucket_ids: the time buckets that they lie in; empty for "recent", which reads the index on time.
        start, end: bounds of their created_at, both inclusive.
    """

    bucket_ids: list[int]
    start: datetime.datetime
    end: datetime.datetime


@dataclass(frozen=True)
class Tiers:
    """The tiers of a question, in order.

    Args:
        newest_from: the newest memories are those from this moment on; None if no tier is about them.
        newest_count: the newest memories are so many.
    """

    tiers: list[Tier]
    newest_from: datetime.datetime | None = None
    newest_count: int | None = None

    def newest(self) -> Generator[Step, Rows, Newest | None]:
        """Look up what the tiers mean by the newest memories."""
        if self.newest_count is not None:
            rows = yield _sql["start_of_newest"], {"count": self.newest_count}
            return Newest([], rows[0][0] if rows else BEGINNING, END)
        if self.newest_from is None:
            return None
        rows = yield _sql["last"], {}
        last = max(rows[0][0], self.newest_from) if rows else self.newest_from
        return Newest(covering(self.newest_from, last).ids, self.newest_from, last)


def tiers_for(terms: Sequence[Term], left: int | None, corpus: Corpus) -> Tiers:
    """The tiers of a question: first the memories with its rarest words, then others.

    If even the rarest word is common, the memories that have it and the next rarest come first, and so on.

    Args:
        left: how many memories the filters leave; None without filters, or if that is unknown and many.
    """
    if left is not None and left <= TIER_MAX:
        return Tiers([Tier(" | ".join(term.tsquery for term in terms), left, "few")])
    # The index intersects words with a selective filter; an unselective one is checked memory by memory.
    share = 1.0 if left is None else min(left / max(corpus.memories, 1), 1.0)
    room = CANDIDATES if left is None or left > ENTRIES else min(CANDIDATES / share, ENTRIES / 2)
    together = _together(terms, share, corpus)
    tiers = [*together.tiers]
    total, chosen = terms[0].frequency, [terms[0].tsquery]
    for term in terms[1:]:
        total += term.frequency
        if total > room:
            tiers.append(Tier(" | ".join(chosen), (total - term.frequency) * share))
            room, chosen = 4 * total, []
        chosen.append(term.tsquery)
    return replace(together, tiers=[*tiers, Tier(" | ".join(chosen), total * share)])


def without_earlier(tiers: Sequence[Tier], number: int, required: str) -> Tier:
    """A tier without the memories of the tiers before it, so that a later page continues an earlier one.

    Args:
        required: conditions of a tsquery that all memories have to meet.
    """
    earlier = " | ".join(tier.tsquery for tier in tiers[:number] if tier.source not in ("newest", "recent"))
    tsquery = (
        f"({tiers[number].tsquery}) & !({earlier}){required}" if earlier else f"({tiers[number].tsquery}){required}"
    )
    return replace(tiers[number], tsquery=tsquery)


def _together(terms: Sequence[Term], share: float, corpus: Corpus) -> Tiers:
    """If even the rarest word is common: memories with as many of the rarest words as leave few; then with one less.

    The first tier is split into the newest memories and the older ones, if the index has too many entries to intersect
    them all, or if too many memories have all the words. If most have, the newest are read by the index on time.
    """
    frequency, units = terms[0].frequency, max(corpus.units, 1)
    if frequency * share <= TIER_MAX:
        return Tiers([])
    newest = min(ENTRIES / frequency, 1.0)
    expected = [frequency * share]
    while len(expected) < len(terms) and expected[-1] * newest > CANDIDATES:
        expected.append(expected[-1] * terms[len(expected)].frequency / units)
    if expected[-1] * newest > TIER_MAX:
        newest = CANDIDATES / expected[-1]
    tiers = [
        Tier(" & ".join(term.tsquery for term in terms[:count]), expected[count - 1])
        for count in range(len(expected), 0, -1)
    ]
    newest_count = math.ceil(MARGIN * newest * corpus.memories)
    if newest_count <= RECENT_MAX and newest < 1:
        return Tiers([*_split("recent", tiers[0], newest), *tiers[1:-1]], newest_count=newest_count)
    histogram = corpus.statistics.histogram
    if histogram.is_known and newest < 1:
        return Tiers([*_split("newest", tiers[0], newest), *tiers[1:-1]], histogram.quantile(1 - newest))
    return Tiers(tiers[:-1])


def _split(source: Literal["newest", "recent"], tier: Tier, newest: float) -> list[Tier]:
    """A tier in two: the newest memories, which are this share of it, and the older ones."""
    return [
        replace(tier, expected=tier.expected * newest, source=source),
        replace(tier, expected=tier.expected * (1 - newest), source="older"),
    ]
