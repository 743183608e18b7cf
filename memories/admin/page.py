"""What a memory's page shows beside the memory itself."""

from __future__ import annotations

import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from memories.admin import rendering, search
from memories.admin.filters import NEUTRAL
from memories.models import Memory

SHOWN_PATTERNS = 50


def of(memory: Memory, *, whole: bool) -> dict[str, Any]:
    """Everything for the template: content as HTML, processing, patterns, neighbours."""
    versions = list(memory.processed.order_by("-processing_version"))
    newest = versions[0] if versions else None
    related: Any = Memory._meta.get_field("patterns").related_model
    found = related.objects.filter(memory=memory).order_by("-frequency", "pattern_signature")
    patterns = list(found.defer("ast_features")[: SHOWN_PATTERNS + 1])
    text = memory.content if whole else memory.content[: rendering.SHOWN_CHARACTERS]
    neighbours, by_vector = search.neighbours(memory, newest)
    return {
        "memory": memory,
        "content": rendering.content(text, _language(memory, patterns)),
        "hidden_characters": len(memory.content) - len(text),
        "characters": len(memory.content),
        "bytes": rendering.size(len(memory.content.encode())),
        "tags": rendering.tag_list(memory.tags, reverse("admin:memories_memory_changelist")),
        "metadata": rendering.json_text(memory.metadata or None),
        "insights": rendering.json_text(newest.insights) if newest else "",
        "entities": rendering.json_text(newest.entities) if newest else "",
        "newest": newest,
        "versions": versions,
        "sentiment": _sentiment(newest.sentiment) if newest else None,
        "has_embedding": newest is not None and newest.embeddings is not None,
        "patterns": patterns[:SHOWN_PATTERNS],
        "more_patterns": len(patterns) > SHOWN_PATTERNS,
        "patterns_url": f"{reverse('admin:patterns_codepattern_changelist')}?memory={memory.pk}",
        "neighbours": neighbours,
        "by_vector": by_vector,
    }


def moment(when: datetime.datetime) -> SafeString:
    """How long ago, with the exact time on hovering."""
    local = timezone.localtime(when)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', when.isoformat(), f"{local:%Y-%m-%d %H:%M:%S} UTC", ago(when)
    )


def ago(when: datetime.datetime) -> str:
    """`4 min ago`, `3 h ago`, `2 days ago`, then the date: short enough for a column."""
    seconds = (timezone.now() - when).total_seconds()
    if seconds < 0:
        return f"{timezone.localtime(when):%Y-%m-%d}"
    if seconds < 60:
        return "just now"
    if seconds < 3_600:
        return f"{seconds // 60:.0f} min ago"
    if seconds < 86_400:
        return f"{seconds // 3_600:.0f} h ago"
    if seconds < 60 * 86_400:
        days = int(seconds // 86_400)
        return f"{days} day{'s' * (days > 1)} ago"
    return f"{timezone.localtime(when):%Y-%m-%d}"


def _sentiment(value: float | None) -> dict[str, Any] | None:
    if value is None:
        return None
    word = "negative" if value < -NEUTRAL else "positive" if value > NEUTRAL else "neutral"
    # A scale from -1 to 1, 100 wide.
    return {"value": f"{value:+.2f}", "word": word, "at": round(50 + 50 * value, 1)}


def _language(memory: Memory, patterns: list[Any]) -> str | None:
    """The language to colour whole code in: as its patterns, its metadata or its tags have it."""
    named = [pattern.language for pattern in patterns[:1]]
    if isinstance(memory.metadata, dict):
        named.append(memory.metadata.get("language"))
    named += [tag.lower() for tag in memory.tags if tag.lower() in rendering.CODE_LANGUAGES]
    return next((name.lower() for name in named if isinstance(name, str) and name), None)
