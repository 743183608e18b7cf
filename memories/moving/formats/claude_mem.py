"""The export of claude-mem.

{"exportedAt", "observations": [{"id", "memory_session_id", "project", "type", "title", "subtitle", "narrative", "text",
"facts", "concepts", "files_read", "files_modified", "created_at", "created_at_epoch" (milliseconds)}], "summaries":
[{"request", "investigated", "learned", "completed", "next_steps", "notes", ...}], "prompts": [{"prompt_text", ...}],
"sessions": [...]}. Lists are lists or texts that hold JSON. Sessions have nothing to remember.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from memories.moving.formats import fitting
from memories.moving.formats.base import LINES, Format, Item, Sample, Source, drafted, objects, sample

NAME = "claude-mem"
_PLACES = ("observations.item", "summaries.item", "prompts.item")
_SUMMARY = ("request", "investigated", "learned", "completed", "next_steps", "notes")
_FILES = ("files_read", "files_modified", "files_edited")
_FACTS = ("memory_session_id", "sdk_session_id", "content_session_id", "prompt_number")


def read(source: Source) -> Iterator[Item]:
    places = (LINES,) if _is_one(sample(source), LINES) else _PLACES
    return drafted(objects(source, *places), _draft)


def _draft(found: dict[str, Any]) -> fitting.Draft | None:
    if "prompt_text" in found:
        parts, summary, tags = [fitting.text(found["prompt_text"])], "", ["prompt"]
    elif any(found.get(key) for key in _SUMMARY):
        named = ((key.replace("_", " ").capitalize(), fitting.text(found.get(key))) for key in _SUMMARY)
        parts = [f"{name}: {value}" for name, value in named if value]
        summary, tags = fitting.text(found.get("request")), ["session-summary"]
    else:
        summary = fitting.text(found.get("title"))
        texts = [summary, *(fitting.text(found.get(key)) for key in ("subtitle", "narrative", "text"))]
        parts = [each for each in texts if each] + [f"- {each}" for each in _listed(found.get("facts"))]
        tags = [each for each in (found.get("type"), *_listed(found.get("concepts"))) if each]
    if not any(parts):
        return None
    return fitting.Draft(
        content="\n".join(parts),
        context=f"Imported from claude-mem: {tags[0] if tags else 'observation'}",
        summary=summary,
        tags=tags,
        metadata={
            **{key: found.get(key) for key in _FACTS},
            **{key: _listed(found.get(key)) or None for key in _FILES},
        },
        created_at=found.get("created_at_epoch") or found.get("created_at"),
        project=fitting.text(found.get("project")),
        stored_by=NAME,
    )


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str) and value.lstrip().startswith("["):
        try:
            value = json.loads(value)
        except ValueError:
            return [value]
    return value if isinstance(value, list) else [value] if value else []


def _is_one(found: Sample, place: str) -> bool:
    return (
        found.has(place, "narrative", "facts")
        or found.has(place, "learned", "next_steps")
        or found.has(place, "prompt_text")
    )


def _recognises(found: Sample) -> bool:
    return (
        found.has("", "exportedAt", "observations")
        or found.has("", "observations", "summaries")
        or any(_is_one(found, place) for place in (*_PLACES, LINES))
    )


CLAUDE_MEM = Format(NAME, "an export of claude-mem", _recognises, read)
