"""The export of mcp-memory-service.

{"export_metadata": {"source_machine", ...}, "memories": [{"content", "content_hash", "tags", "memory_type", "metadata",
"created_at", "updated_at" (seconds since 1970), "created_at_iso", "updated_at_iso"}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memories.moving.formats import fitting
from memories.moving.formats.base import LINES, Format, Item, Sample, Source, drafted, objects, sample

NAME = "mcp-memory-service"
_PLACE = "memories.item"


def read(source: Source) -> Iterator[Item]:
    place = LINES if sample(source).has(LINES, "content") else _PLACE
    return drafted(objects(source, place), _draft)


def _draft(found: dict[str, Any]) -> fitting.Draft | None:
    if not isinstance(content := found.get("content"), str):
        return None
    given = found.get("metadata")
    kind = fitting.text(found.get("memory_type"))
    return fitting.Draft(
        content=content,
        context=f"Imported from mcp-memory-service{f', a memory of type {kind}' if kind else ''}",
        tags=fitting.words(found.get("tags")),
        metadata={
            **(given if isinstance(given, dict) else {"metadata": given}),
            "memory_type": kind or None,
            "source": found.get("export_source"),
        },
        created_at=_moment(found, "created_at"),
        updated_at=_moment(found, "updated_at"),
        stored_by=NAME,
    )


def _moment(found: dict[str, Any], name: str) -> Any:
    value = found.get(name)
    return found.get(f"{name}_iso") if value is None else value


def _recognises(found: Sample) -> bool:
    return (
        found.has("", "export_metadata", "memories")
        or found.has(_PLACE, "content", "content_hash")
        or found.has(LINES, "content", "content_hash", "memory_type")
    )


MCP_MEMORY_SERVICE = Format(NAME, "an export of mcp-memory-service", _recognises, read)
