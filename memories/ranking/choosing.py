"""Which memories are worth scoring: those with the rarest words, as many as a ranking can read in milliseconds."""

from __future__ import annotations

import datetime
import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memories.ranking.corpus import Corpus
from memories.ranking.plans import Rows, Step
from memories.ranking.terms import Term
from memories.stretches import Stretch, covering

CANDIDATES = 1_000  # that many are aimed at by the statistics
PIECE_MAX = 2_000  # that many are ranked, where the statistics erred
ENTRIES = 25_000  # of the rarest word, that are intersected with the other words' entries
RECENT_MAX = 5_000  # of the newest memories, that are read one by one where most of them have all the words
SPARE = 1.2  # times as many are read as should be needed
BEGINNING, END = (datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (1, 9999))

# The moment since which so many memories were stored; no row, if that is all of them.
SINCE = "SELECT created_at FROM public.memories ORDER BY created_at DESC LIMIT 1 OFFSET %(reach)s"
# When the newest memory was stored, of those that an index of time knows.
LAST = "SELECT created_at FROM public.memories WHERE created_at < '9999-12-30' ORDER BY created_at DESC LIMIT 1"


@dataclass(frozen=True)
class Choice:
    """Memories to rank: those that match a tsquery, and by which of the statements of `Candidates` to read them."""

    tsquery: str
    expected: float
    part: Literal["words", "newest", "older", "recent", "few"] = "words"


@dataclass(frozen=True)
class Choices:
    """Which memories to rank, one after the other, until the page is full.

    Args:
        since: from this moment on is what the parts "newest" and "older" mean; None where there are none.
        reach: so many of the newest memories are what the parts "recent" and "older" mean.
    """

    choices: list[Choice]
    since: datetime.datetime | None = None
    reach: int | None = None

    def stretch(self) -> Generator[Step, Rows, Stretch | None]:
        """What its parts mean by the newest memories."""
        if self.reach is not None:
            rows = yield SINCE, {"reach": self.reach}
            return Stretch([], rows[0][0] if rows else BEGINNING, END)
        if self.since is None:
            return None
        rows = yield LAST, {}
        last = max(rows[0][0], self.since) if rows else self.since
        return Stretch(covering(self.since, last).numbers, self.since, last)


def choices_for(terms: Sequence[Term], left: int | None, corpus: Corpus) -> Choices:
    """Which memories to rank: first those of the rarest words, then more.

    Where even the rarest word is common, those that have it and the next rarest come first, and so on.

    Args:
        left: how many memories the filters leave; None without filters, or if that is unknown and many.
    """
    memories = max(corpus.memories, 1)
    if left is not None and left <= PIECE_MAX:
        return Choices([Choice(" | ".join(term.tsquery for term in terms), left, "few")])
    # Of what the index intersects with a filter, few are left; a filter that leaves many is checked memory by memory.
    share = 1.0 if left is None else min(left / memories, 1.0)
    room = CANDIDATES if left is None or left > ENTRIES else min(CANDIDATES / share, ENTRIES / 2)
    together = _together(terms, share, corpus)
    choices = [*together.choices]
    total, chosen = terms[0].frequency, [terms[0].tsquery]
    for term in terms[1:]:
        total += term.frequency
        if total > room:
            choices.append(Choice(" | ".join(chosen), (total - term.frequency) * share))
            room, chosen = 4 * total, []
        chosen.append(term.tsquery)
    return replace(together, choices=[*choices, Choice(" | ".join(chosen), total * share)])


def behind(choices: Sequence[Choice], number: int, always: str) -> Choice:
    """A choice without the memories of those before it, so that a later page goes on where an earlier one ended."""
    before = " | ".join(earlier.tsquery for earlier in choices[:number] if earlier.part not in ("newest", "recent"))
    tsquery = f"({choices[number].tsquery}) & !({before}){always}" if before else f"({choices[number].tsquery}){always}"
    return replace(choices[number], tsquery=tsquery)


def _together(terms: Sequence[Term], share: float, corpus: Corpus) -> Choices:
    """Where even the rarest word is common: it and the next rarest, as many as bring them down to few; then one less.

    The first is for the newest only, then for the older, where the index holds too many entries to intersect them all,
    or where all the words together still are in too many memories. If most memories have all the words, the newest are
    read without that index.
    """
    frequency, memories, spread = terms[0].frequency, max(corpus.memories, 1), corpus.statistics.spread
    if frequency * share <= PIECE_MAX:
        return Choices([])
    newest = min(ENTRIES / frequency, 1.0)
    expected = [frequency * share]
    while len(expected) < len(terms) and expected[-1] * newest > CANDIDATES:
        expected.append(expected[-1] * terms[len(expected)].frequency / memories)
    if expected[-1] * newest > PIECE_MAX:
        newest = CANDIDATES / expected[-1]
    choices = [
        Choice(" & ".join(term.tsquery for term in terms[:count]), expected[count - 1])
        for count in range(len(expected), 0, -1)
    ]
    reach = math.ceil(SPARE * newest * memories)
    if reach <= RECENT_MAX and newest < 1:
        return Choices([*_halves("recent", choices[0], newest), *choices[1:-1]], reach=reach)
    if spread.is_known and newest < 1:
        return Choices([*_halves("newest", choices[0], newest), *choices[1:-1]], spread.moment(1 - newest))
    return Choices(choices[:-1])


def _halves(part: Literal["newest", "recent"], choice: Choice, newest: float) -> list[Choice]:
    """A choice in two: the newest memories, which make up this share of it, and the older ones."""
    return [
        replace(choice, expected=choice.expected * newest, part=part),
        replace(choice, expected=choice.expected * (1 - newest), part="older"),
    ]
