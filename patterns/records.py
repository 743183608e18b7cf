"""The records that the operations of `patterns.storage` return. The names of the fields are those on the wire."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pattern:
    """A stored pattern; `patterns.analysis.Pattern` says what frequency, confidence and ast_features are."""

    id: uuid.UUID
    memory_id: uuid.UUID
    pattern_type: str
    pattern_signature: str
    frequency: float
    confidence: float
    language: str
    ast_features: dict[str, Any] | None
    discovered_at: datetime.datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class AnalysisResult:
    """What an analysis found and stored; `patterns.analysis.Analysis` describes the figures.

    `duration_ms` is that of the whole call, with reading and storing.
    """

    memory_id: uuid.UUID
    language: str
    patterns: list[Pattern]
    counts: dict[str, int]
    total_found: int
    truncated: bool
    parse_errors: int
    duration_ms: float


@dataclass(frozen=True, kw_only=True, slots=True)
class PatternStatistics:
    """The patterns discovered in a period, both ends included.

    `by_type`, `by_language` and `by_day` (days in UTC as YYYY-MM-DD, those without patterns left out) count patterns.
    `top_signatures` are the 20 that most memories share: {pattern_type, language, pattern_signature, memories,
    occurrences}.
    """

    from_date: datetime.datetime
    to_date: datetime.datetime
    total: int
    by_type: dict[str, int]
    by_language: dict[str, int]
    by_day: dict[str, int]
    top_signatures: list[dict[str, Any]]
