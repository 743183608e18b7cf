"""Which memories are worth scoring: those with the rarest words, as many as a ranking can read in milliseconds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from memories.ranking.corpus import corpus
from memories.ranking.terms import Term
from memories.stretches import Stretch, covering, spread

CANDIDATES = 1_000  # that many are aimed at by the statistics
PIECE_MAX = 2_000  # that many are ranked, where the statistics erred
ENTRIES = 25_000  # of the rarest word, that are intersected with the other words' entries


@dataclass(frozen=True)
class Choice:
    """Memories to rank: those that match a tsquery, and by which of the statements of `Candidates` to read them."""

    tsquery: str
    expected: float
    part: Literal["words", "newest", "older", "few"] = "words"


def choices_for(terms: Sequence[Term], left: int | None) -> tuple[list[Choice], Stretch | None]:
    """Which memories to rank, and what is newest: first those of the rarest words, then more, until the page is full.

    Where even the rarest word is common, those that have it and the next rarest come first, and so on.

    Args:
        left: how many memories the filters leave; None without filters.
    """
    memories = max(corpus.memories, 1)
    if left is not None and left <= PIECE_MAX:
        return [Choice(" | ".join(term.tsquery for term in terms), left, "few")], None
    # Of what the index intersects with a filter, few are left; a filter that leaves many is checked memory by memory.
    share = 1.0 if left is None else min(left / memories, 1.0)
    room = CANDIDATES if left is None or left > ENTRIES else min(CANDIDATES / share, ENTRIES / 2)
    choices, stretch = _together(terms, share)
    total, chosen = terms[0].frequency, [terms[0].tsquery]
    for term in terms[1:]:
        total += term.frequency
        if total > room:
            choices.append(Choice(" | ".join(chosen), (total - term.frequency) * share))
            room, chosen = 4 * total, []
        chosen.append(term.tsquery)
    return [*choices, Choice(" | ".join(chosen), total * share)], stretch


def behind(choices: Sequence[Choice], number: int, always: str) -> Choice:
    """A choice without the memories of those before it, so that a later page goes on where an earlier one ended."""
    before = " | ".join(earlier.tsquery for earlier in choices[:number] if earlier.part != "newest")
    tsquery = f"({choices[number].tsquery}) & !({before}){always}" if before else f"({choices[number].tsquery}){always}"
    return replace(choices[number], tsquery=tsquery)


def _together(terms: Sequence[Term], share: float) -> tuple[list[Choice], Stretch | None]:
    """Where even the rarest word is common: it and the next rarest, as many as bring them down to few; then one less.

    The first is for the newest only, then for the older, where the index holds too many entries to intersect them all,
    or where all the words together still are in too many memories.
    """
    frequency = terms[0].frequency
    if frequency * share <= PIECE_MAX:
        return [], None
    newest, stretch = min(ENTRIES / frequency, 1.0), None
    expected = [frequency * share]
    while len(expected) < len(terms) and expected[-1] * newest > CANDIDATES:
        expected.append(expected[-1] * terms[len(expected)].frequency / max(corpus.memories, 1))
    if expected[-1] * newest > PIECE_MAX:
        newest = CANDIDATES / expected[-1]
    if newest < 1 and spread.is_known:
        stretch = covering(spread.moment(1 - newest), datetime.datetime.now(datetime.UTC))
    choices = [
        Choice(" & ".join(term.tsquery for term in terms[:count]), expected[count - 1])
        for count in range(len(expected), 0, -1)
    ]
    if stretch is None:
        return choices[:-1], None
    first, *others = choices
    parts = [
        replace(first, expected=first.expected * newest, part="newest"),
        replace(first, expected=first.expected * (1 - newest), part="older"),
    ]
    return [*parts, *others[:-1]], stretch
