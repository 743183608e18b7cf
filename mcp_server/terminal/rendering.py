"""Memories as text for people and agents."""

from __future__ import annotations

import re
import textwrap
from typing import Any

# Terminals obey escape sequences, and memories are what anybody stored.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
INDENT = "   "


def readable(text: str) -> str:
    """A text without what a terminal might obey."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n"))


def hits(memories: list[dict[str, Any]]) -> str:
    """Found memories: summary; date, project, id and tags; and the passage that answers."""
    return "\n\n".join(f"{number}. {_hit(memory)}" for number, memory in enumerate(memories, 1))


def _hit(memory: dict[str, Any]) -> str:
    facts = [memory["created_at"][:10], memory["project"] or "no project", memory["id"]]
    if memory["tags"]:
        facts.append(", ".join(memory["tags"]))
    lines = [readable(memory["summary"]), INDENT + readable(" · ".join(facts))]
    if memory["content"]:
        lines.append(textwrap.indent(_passage(memory), INDENT))
    return "\n".join(lines)


def _passage(memory: dict[str, Any]) -> str:
    before = "… " if memory["content_offset"] else ""
    end = memory["content_offset"] + len(memory["content"])
    after = " …" if end < memory["content_length"] else ""
    return f"{before}{readable(memory['content']).strip()}{after}"


def overview(memories: list[dict[str, Any]]) -> str:
    """Memories on a line each, for the beginning of a session."""
    return "\n".join(
        f"- {memory['created_at'][:10]} {readable(memory['summary'])} ({memory['id']})" for memory in memories
    )
