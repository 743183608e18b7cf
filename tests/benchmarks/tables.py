"""Figures as Markdown."""

from __future__ import annotations

import math
from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed (nearest rank)."""
    rank = math.ceil(round(len(values) * share, 9))
    return sorted(values)[max(rank, 1) - 1]


def percentiles(values: Sequence[float]) -> list[str]:
    """P50, P95, P99 and the largest, in the values' unit."""
    return [f"{percentile(values, share):.2f}" for share in (0.5, 0.95, 0.99, 1.0)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
