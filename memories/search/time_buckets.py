"""Time buckets: fixed intervals of created_at, whose ids stand in the search index of each memory.

A GIN index cannot return the matches of a word in the order of time; PostgreSQL would read all of them and sort. So
`idx_memories_search` also holds, for each memory, the ids of the four buckets that its created_at lies in, from short
to long. The matches within a few buckets are found inside the index, without a look at the others.
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

SHIFTS = (12, 16, 20, 24)  # a bucket of a level lasts 2 ** 12 seconds (68 minutes), 18 hours, 12 days or 194 days
LEVEL = 1 << 40  # between the ids of one level and the next
FIRST_SECOND, LAST_SECOND = -62_135_596_800, 253_402_300_799  # of the years that Python knows, 1 to 9999
RANGE_MAX = 16  # buckets in a range, where one level reaches so far

BUCKET_IDS: models.Field[Any, Any] = ArrayField(models.BigIntegerField())


class SearchKeys(models.Func):
    """The ids of the buckets that created_at lies in, and the key of the project (search_keys.sql)."""

    function = "search_keys"
    output_field = BUCKET_IDS

    def __init__(self, *expressions: Any, **extra: Any) -> None:
        super().__init__(*(expressions or ("created_at", "project")), **extra)


class ProjectKeys(models.Func):
    """The keys of an array of projects, computed once for a statement."""

    template = "(SELECT project_keys(%(expressions)s::text[]))"
    arity = 1
    output_field = BUCKET_IDS


TIME_BUCKETS = "time_bucket_ids"  # the function that returns the buckets of a moment, one of each level


class PassageBuckets(models.Func):
    """The ids of the buckets that created_at of a passage lies in."""

    template = f"{TIME_BUCKETS}(%(expressions)s, false)"
    output_field = BUCKET_IDS


def in_buckets(ids: Any, of: models.Func | None = None) -> Overlap:
    """The condition that a row lies in any of these buckets.

    Args:
        of: the buckets of the row; those of a memory if None.
    """
    value = ids if isinstance(ids, models.Expression) else models.Value(ids, BUCKET_IDS)
    return Overlap(of or SearchKeys(), Cast(value, BUCKET_IDS))


@dataclass(frozen=True)
class BucketRange:
    """Consecutive buckets.

    Args:
        ids: bucket ids as indexed.
        start, end: start inclusive, end exclusive; None where no memory that matches lies beyond the range.
    """

    ids: list[int] | Any
    start: datetime.datetime | Any
    end: datetime.datetime | Any


def covering(first: datetime.datetime, last: datetime.datetime) -> BucketRange:
    """The range that contains both moments, of the lowest level at which few buckets suffice."""
    start, end = int(first.timestamp() // 1), int(last.timestamp() // 1)
    ranges = [range(start >> shift, (end >> shift) + 1) for shift in SHIFTS]
    level = next((level for level, numbers in enumerate(ranges) if len(numbers) <= RANGE_MAX), len(SHIFTS) - 1)
    return bucket_range(level, ranges[level])


def bucket_id(level: int, number: int) -> int:
    """The id of a bucket; the buckets of each level are numbered from 1970 on."""
    return level * LEVEL + number


def bucket_number(identifier: int) -> int:
    """The number of a bucket within its level."""
    return (identifier + LEVEL // 2) % LEVEL - LEVEL // 2


def bucket_range(level: int, numbers: range) -> BucketRange:
    """The range of these buckets of one level."""
    shift = SHIFTS[level]
    start, end = (
        datetime.datetime.fromtimestamp(min(max(each << shift, FIRST_SECOND), LAST_SECOND), datetime.UTC)
        for each in (numbers.start, numbers.stop)
    )
    return BucketRange([bucket_id(level, each) for each in numbers], start, end)


@dataclass(frozen=True)
class Histogram:
    """An equi-depth histogram of created_at: between two bounds lie equally many memories. Oldest first."""

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

    def quantile(self, share: float) -> datetime.datetime:
        """The moment before which that share of the memories was stored."""
        place = min(max(share, 0.0), 1.0) * (len(self.bounds) - 1)
        part = min(int(place), len(self.bounds) - 2)
        return self.bounds[part] + (self.bounds[part + 1] - self.bounds[part]) * (place - part)
