"""Stretches of time, by which the index of searches can be read in part.

No index gives the memories with a tag, or with a word, in the order of time; PostgreSQL reads all that match and sorts
them. So the index of searches (`idx_memories_search`) also holds, for each memory, the numbers of the stretches that
created_at lies in, short ones and long ones: what matches within a few stretches is then found inside that index,
without a look at the rest.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.lookups import Overlap
from django.db import models
from django.db.models.functions import Cast

SHIFTS = (12, 16, 20, 24)  # a stretch lasts 2 ** 12 seconds (68 minutes), 18 hours, 12 days or 194 days
LEVEL = 1 << 40  # between the numbers of one length and the next
FIRST_SECOND, LAST_SECOND = -62_135_596_800, 253_402_300_799  # of the years that Python knows, 1 to 9999
COVERING_MAX = 16  # stretches that a search names, where one length reaches so far


NUMBERS: models.Field[Any, Any] = ArrayField(models.BigIntegerField())


class Marks(models.Func):
    """The numbers of the stretches that created_at lies in, one of each length (migration 0010).

    With an embedding there is one more, which nobody asks for: what has one is in a table of its own (migration 0013).
    """

    function = "codex_processed.marks"
    output_field = NUMBERS

    def __init__(self, *expressions: Any, **extra: Any) -> None:
        super().__init__(*(expressions or ("created_at", "has_embedding")), **extra)


def marked(numbers: Any) -> Overlap:
    """The condition that a memory has any of these marks."""
    value = numbers if isinstance(numbers, models.Expression) else models.Value(numbers, NUMBERS)
    return Overlap(Marks(), Cast(value, NUMBERS))


@dataclass(frozen=True)
class Stretch:
    """Stretches in a row.

    Args:
        numbers: theirs, as the indexes have them.
        since, until: the first moment within, and the first behind; None, where nothing nearer matches.
    """

    numbers: list[int] | Any
    since: datetime.datetime | Any
    until: datetime.datetime | Any


def covering(first: datetime.datetime, last: datetime.datetime) -> Stretch:
    """The stretches from one moment to another, both within; of the shortest length of which few suffice."""
    start, end = int(first.timestamp() // 1), int(last.timestamp() // 1)
    lengths = [range(start >> shift, (end >> shift) + 1) for shift in SHIFTS]
    level = next((level for level, numbers in enumerate(lengths) if len(numbers) <= COVERING_MAX), len(SHIFTS) - 1)
    return of(level, lengths[level])


def mark(level: int, number: int) -> int:
    """The number of a stretch as the indexes have it; stretches of each length are numbered from 1970 on."""
    return level * LEVEL + number


def number(mark: int) -> int:
    """The number of a stretch among those of its length."""
    return (mark + LEVEL // 2) % LEVEL - LEVEL // 2


def of(level: int, numbers: range) -> Stretch:
    """Stretches of one length in a row, behind which nothing is known."""
    shift = SHIFTS[level]
    since, until = (
        datetime.datetime.fromtimestamp(min(max(each << shift, FIRST_SECOND), LAST_SECOND), datetime.UTC)
        for each in (numbers.start, numbers.stop)
    )
    return Stretch([mark(level, each) for each in numbers], since, until)


@dataclass(frozen=True)
class Spread:
    """How memories spread over time: the bounds of parts that hold equally many, oldest first."""

    bounds: list[datetime.datetime] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        return len(self.bounds) > 1

    def share_before(self, moment: datetime.datetime) -> float:
        """The share of the memories that were stored before a moment."""
        part = bisect_right(self.bounds, moment) - 1
        if part < 0:
            return 0.0
        if part >= len(self.bounds) - 1:
            return 1.0
        low, high = self.bounds[part], self.bounds[part + 1]
        return (part + (moment - low) / (high - low)) / (len(self.bounds) - 1)

    def moment(self, share: float) -> datetime.datetime:
        """The moment before which that share of the memories was stored."""
        place = min(max(share, 0.0), 1.0) * (len(self.bounds) - 1)
        part = min(int(place), len(self.bounds) - 2)
        return self.bounds[part] + (self.bounds[part + 1] - self.bounds[part]) * (place - part)
