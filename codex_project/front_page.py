"""The statistics on the admin's front page: totals, growth, and the newest and the largest memories.

All figures come from counters or an index, so the page stays fast with a million memories.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from memories import trash
from memories.admin import counters
from memories.admin.base import COUNTED
from memories.embeddings import filling
from memories.models import Memory
from memories.observability import slow_calls
from memories.queries import STATISTICS

DAYS = 30
TOP_TAGS = 12
TYPES_PER_LANGUAGE = 8
NEWEST = 6
LARGEST = 4
WAITING_COUNTED = 10_000

# The chart's coordinates; CSS scales the chart to the page.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 1240, 230, 56, 12, 10, 24


@dataclass(frozen=True)
class Bar:
    """One bar: a count, its percentage of the largest, and the URL of the list that it counts."""

    label: str
    count: int
    percent: float
    url: str


@dataclass(frozen=True)
class DayBar:
    day: datetime.date
    count: int
    url: str
    x: float
    y: float
    width: float
    height: float
    tick: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True)
class GridLine:
    count: int
    y: float


def figures(request: HttpRequest) -> dict[str, Any] | None:
    """Return the context of the page, or None for users who may not view memories."""
    if not request.user.has_perm("memories.view_memory"):
        return None
    today = timezone.now().astimezone(datetime.UTC).date()
    since = today - datetime.timedelta(days=DAYS - 1)
    statistics = _statistics()
    stored, patterns = counters.growth(since)
    days = [(day, stored.get(day, 0)) for day in (since + datetime.timedelta(days=n) for n in range(DAYS))]
    newest = Memory.objects.order_by("-created_at", "-id").only("summary", "created_at")
    largest = Memory.objects.order_by("-content_length", "-id").only("summary", "content_length")
    counts = [count for _, count in days]
    sees_patterns = request.user.has_perm("patterns.view_codepattern")
    return {
        **statistics,
        "average_bytes": statistics["content_bytes"] / max(statistics["memories"], 1),
        "embedded_percent": 100 * statistics["with_embeddings"] / max(statistics["memories"], 1),
        "growth_percent": _growth_percent(counts),
        "stored_in_period": sum(counts),
        "days": DAYS,
        "day_bars": _day_bars(days),
        "grid": _grid(max(counts)),
        "chart": {
            "width": WIDTH,
            "height": HEIGHT,
            "left": LEFT,
            "top": TOP,
            "reach": HEIGHT - TOP - BOTTOM,
            "base": HEIGHT - 5,
        },
        "tag_bars": _tag_bars(statistics["top_tags"]),
        "languages": _pattern_bars(patterns) if sees_patterns else {},
        "newest_memories": list(newest[:NEWEST]),
        "largest_memories": list(largest[:LARGEST]),
        **_trash(request),
        "slowest_calls": slow_calls.slowest(),
        "with_embedding_url": _memories(embedding="yes"),
        "without_embedding_url": _memories(embedding="no"),
        "waiting": _waiting_for_embedding(),
        "waiting_counted": WAITING_COUNTED,
        "week_url": _memories(created_at__range__gte=today - datetime.timedelta(days=6), created_at__range__lte=today),
    }


def _trash(request: HttpRequest) -> dict[str, Any]:
    """Return how many memories are in the trash, counted up to a limit, for users who may view it."""
    if not request.user.has_perm("memories.view_deletedmemory"):
        return {}
    count = trash.kept().order_by().values("pk")[: COUNTED + 1].count()
    return {"in_trash": min(count, COUNTED), "more_in_trash": count > COUNTED}


def _statistics() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(STATISTICS, {"top_tags": TOP_TAGS, "projects": None, "is_confined": False})
        row = cursor.fetchone()
        names = [column.name for column in cursor.description]
    statistics = dict(zip(names, row, strict=True))
    statistics["top_tags"] = json.loads(statistics["top_tags"])  # Django returns a raw statement's JSON as text
    # At most one per memory, which may have several processing versions, each with an embedding.
    statistics["with_embeddings"] = min(statistics["with_embeddings"], statistics["memories"])
    return statistics


def _waiting_for_embedding() -> int:
    """Return how many memories wait for the embedding provider, at most WAITING_COUNTED; 0 without a provider."""
    if settings.EMBEDDING_PROVIDER == "off":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(filling.WAITING, filling.waiting_parameters(None, WAITING_COUNTED))
        return filling.Waiting(*cursor.fetchone()).without


def _growth_percent(counts: list[int]) -> int | None:
    """Return the growth of the last seven days over the seven before, in percent; None if those had no memories."""
    before, lately = sum(counts[-14:-7]), sum(counts[-7:])
    return round(100 * (lately - before) / before) if before else None


def _memories(**filters: Any) -> str:
    return f"{reverse('admin:memories_memory_changelist')}?{urlencode(filters)}"


def _patterns(**filters: Any) -> str:
    return f"{reverse('admin:patterns_codepattern_changelist')}?{urlencode(filters)}"


def _bars(
    rows: list[tuple[str, int]], most: int, address: Callable[..., str], parameter: str, **others: str
) -> list[Bar]:
    return [
        Bar(label, count, round(100 * count / most, 2), address(**{parameter: label}, **others))
        for label, count in rows
    ]


def _tag_bars(rows: list[dict[str, Any]]) -> list[Bar]:
    most = max((row["count"] for row in rows), default=1)
    return _bars([(row["tag"], row["count"]) for row in rows], most, _memories, "tag")


def _pattern_bars(patterns: dict[tuple[str, str], int]) -> dict[str, list[Bar]]:
    """Return the most frequent pattern types of each language; the language with the most patterns comes first."""
    most = max(patterns.values(), default=1)  # one scale for all languages
    by_language: dict[str, list[tuple[str, int]]] = {}
    for (language, pattern_type), count in sorted(patterns.items(), key=lambda item: (-item[1], item[0])):
        by_language.setdefault(language, []).append((pattern_type, count))
    return {
        language: _bars(rows[:TYPES_PER_LANGUAGE], most, _patterns, "type", language=language)
        for language, rows in sorted(by_language.items(), key=lambda item: -sum(count for _, count in item[1]))
    }


def _ceiling(most: int) -> int:
    """Return the round number at the top of the chart's scale."""
    if most <= 4:
        return 4
    magnitude: int = 10 ** (len(str(most)) - 1)
    steps: list[int] = [step * magnitude // 2 for step in (2, 4, 6, 8, 10, 12, 16, 20)]
    return min(step for step in steps if step >= most)


def _day_bars(days: list[tuple[datetime.date, int]]) -> list[DayBar]:
    top = _ceiling(max(count for _, count in days))
    slot = (WIDTH - LEFT - RIGHT) / len(days)
    bars = []
    for index, (day, count) in enumerate(days):
        # Even a day with a single memory gets a visible bar.
        height = max((HEIGHT - TOP - BOTTOM) * count / top, 2) if count else 0
        bars.append(
            DayBar(
                day=day,
                count=count,
                url=_memories(created_at__range__gte=day, created_at__range__lte=day),
                x=round(LEFT + index * slot + 2, 2),
                y=round(HEIGHT - BOTTOM - height, 2),
                width=round(slot - 4, 2),
                height=round(height, 2),
                tick=(len(days) - 1 - index) % 7 == 0,
            )
        )
    return bars


def _grid(most: int) -> list[GridLine]:
    top = _ceiling(most)
    return [
        GridLine(round(top * part / 2), round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part / 2, 2))
        for part in range(3)
    ]
