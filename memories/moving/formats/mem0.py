"""What mem0 returns for all memories, and its exports.

{"results": [{"id", "memory", "hash", "metadata", "categories", "created_at", "updated_at", "user_id", "agent_id",
"run_id", "app_id"}]}, the same under `memories` or `records`, the bare array, or JSON Lines of such objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memories.moving.formats import fitting
from memories.moving.formats.base import ARRAY, LINES, Format, Item, Sample, Source, drafted, objects, sample

NAME = "mem0"
_PLACES = ("results.item", "memories.item", "records.item", "data.results.item", "data.memories.item", ARRAY)
_OWNERS = ("user_id", "agent_id", "run_id", "app_id", "actor_id")


def read(source: Source) -> Iterator[Item]:
    places = (LINES,) if sample(source).has(LINES, "memory") else _PLACES
    return drafted(objects(source, *places), _draft)


def _draft(found: dict[str, Any]) -> fitting.Draft | None:
    payload = found.get("source_payload")
    values = {**(payload if isinstance(payload, dict) else {}), **{k: v for k, v in found.items() if v is not None}}
    content = next((values[key] for key in ("memory", "content", "data") if isinstance(values.get(key), str)), None)
    if content is None:
        return None
    given = values.get("metadata")
    owners = {key: values[key] for key in _OWNERS if values.get(key)}
    of = ", ".join(f"{key.removesuffix('_id')} {value}" for key, value in owners.items())
    return fitting.Draft(
        content=content,
        context=f"Imported from mem0{f', of {of}' if of else ''}",
        tags=fitting.words(values.get("categories")),
        metadata={**(given if isinstance(given, dict) else {"metadata": given}), **owners, "role": values.get("role")},
        created_at=values.get("created_at"),
        updated_at=values.get("updated_at"),
        id=values.get("id"),
        stored_by=NAME,
    )


def _recognises(found: Sample) -> bool:
    return any(found.has(place, "memory") for place in (*_PLACES, LINES)) or found.has("records.item", "source_payload")


MEM0 = Format(NAME, "an export of mem0", _recognises, read)
