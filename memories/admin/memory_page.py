"""The data of a memory's page in the admin."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from memories.admin import history, projects, rendering, search
from memories.admin.filters import NEUTRAL
from memories.models import Memory

SHOWN_PATTERNS = 50
SHOWN_VERSIONS = 10
SHOWN_PREDECESSORS = 20


def context_of(memory: Memory, *, all_content: bool) -> dict[str, Any]:
    """Return the template's context: content as HTML, processing, patterns, neighbours."""
    versions = list(memory.processed.order_by("-processing_version"))
    newest = versions[0] if versions else None
    related: Any = Memory._meta.get_field("patterns").related_model
    found = related.objects.filter(memory=memory).order_by("-frequency", "pattern_signature")
    patterns = list(found.defer("ast_features")[: SHOWN_PATTERNS + 1])
    text = memory.content if all_content else memory.content[: rendering.SHOWN_CHARACTERS]
    neighbours, by_vector = search.neighbours(memory, newest)
    return {
        "memory": memory,
        "content": rendering.content(text, _language(memory, patterns)),
        "hidden_characters": len(memory.content) - len(text),
        "characters": len(memory.content),
        "bytes": rendering.size(len(memory.content.encode())),
        "tags": rendering.tag_list(memory.tags, reverse("admin:memories_memory_changelist")),
        "project": projects.link(memory.project),
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
        "history": history.versions(memory, SHOWN_VERSIONS) if memory.version > 1 else None,
        "succession": succession(memory),
        "neighbours": neighbours,
        "by_vector": by_vector,
    }


def succession(memory: Memory | None) -> dict[str, Any]:
    """Return the memory that superseded this one, and the first of those that this one superseded, newest first."""
    if memory is None:
        return {}
    shown = Memory.objects.only("summary", "superseded_at")
    found = list(shown.filter(superseded_by=memory.pk).order_by("-superseded_at", "pk")[: SHOWN_PREDECESSORS + 1])
    return {
        "successor": shown.filter(pk=memory.superseded_by).first() if memory.superseded_by else None,
        "predecessors": found[:SHOWN_PREDECESSORS],
        "more_predecessors": len(found) > SHOWN_PREDECESSORS,
    }


def _sentiment(value: float | None) -> dict[str, Any] | None:
    if value is None:
        return None
    word = "negative" if value < -NEUTRAL else "positive" if value > NEUTRAL else "neutral"
    # A scale from -1 to 1, 100 wide.
    return {"value": f"{value:+.2f}", "word": word, "at": round(50 + 50 * value, 1)}


def _language(memory: Memory, patterns: list[Any]) -> str | None:
    """Return the language for highlighting content that is code: from its patterns, metadata or tags."""
    named = [pattern.language for pattern in patterns[:1]]
    if isinstance(memory.metadata, dict):
        named.append(memory.metadata.get("language"))
    named += [tag.lower() for tag in memory.tags if tag.lower() in rendering.CODE_LANGUAGES]
    return next((name.lower() for name in named if isinstance(name, str) and name), None)
