"""Records returned by `patterns.storage`. Fields are named as on the wire."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pattern:
    """A stored pattern; `patterns.analysis.Pattern` explains frequency, confidence and ast_features."""

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
    """The result of an analysis; `patterns.analysis.Analysis` describes the figures.

    `duration_ms` includes reading and storing.
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

    `by_type`, `by_language` and `by_day` (UTC days as YYYY-MM-DD, without empty ones) count patterns. `top_signatures`
    are the 20 found in most memories: {pattern_type, language, pattern_signature, memories, occurrences}.
    """

    from_date: datetime.datetime
    to_date: datetime.datetime
    total: int
    by_type: dict[str, int]
    by_language: dict[str, int]
    by_day: dict[str, int]
    top_signatures: list[dict[str, Any]]
