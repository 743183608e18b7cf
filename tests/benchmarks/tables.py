"""Figures as Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def percentiles(values: Sequence[float]) -> list[str]:
    """P50, P95, P99 and the largest, in the values' unit."""
    return [f"{percentile(values, share):.2f}" for share in (0.5, 0.95, 0.99, 1.0)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
