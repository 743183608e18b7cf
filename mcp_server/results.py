"""The results of tools, and their shapes (JSON Schema).

Results contain the storage's own objects, which `encoding.dumps` writes directly: converting them to JSON values first
took 0.2 ms for a page of 20.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from memories import records

Shape = dict[str, Any]

TEXT: Shape = {"type": "string"}
COUNT: Shape = {"type": "integer"}
FLAG: Shape = {"type": "boolean"}
NUMBER: Shape = {"type": "number"}
OBJECT: Shape = {"type": "object"}
MAYBE_OBJECT: Shape = {"type": ["object", "null"]}
MAYBE_TEXT: Shape = {"type": ["string", "null"]}


def shape(**properties: Shape) -> Shape:
    """Return the schema of an object with these properties, all required."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def list_of(item: Shape) -> Shape:
    return {"type": "array", "items": item}


# Of fields that are no texts.
_SHAPES = {
    "tags": list_of(TEXT),
    "metadata": OBJECT,
    "version": COUNT,
    "processed": MAYBE_OBJECT,
    "superseded_by": MAYBE_TEXT,
    "superseded_at": MAYBE_TEXT,
    "content_length": COUNT,
    "content_truncated": FLAG,
    "content_offset": COUNT,
}
_MEMORY = {name: _SHAPES.get(name, TEXT) for name in records.MEMORY_FIELDS}
_HIT = {name: _SHAPES.get(name, TEXT) for name in records.names(records.SearchHit)}
STORED = shape(id=TEXT)
UPDATED = shape(id=TEXT, version=COUNT, updated_at=TEXT)
FOUND = shape(memory={"type": ["object", "null"], "properties": _MEMORY, "required": list(_MEMORY)})
PAGE = shape(
    memories=list_of(shape(**_HIT)),
    total=COUNT,
    total_is_exact=FLAG,
    limit=COUNT,
    offset=COUNT,
    has_more=FLAG,
)
DELETED = shape(deleted=FLAG)
STATISTICS = shape(
    memories=COUNT,
    processed=COUNT,
    with_embeddings=COUNT,
    patterns=COUNT,
    content_bytes=COUNT,
    database_bytes={"type": ["integer", "null"]},
    distinct_tags=COUNT,
    top_tags=list_of(shape(tag=TEXT, count=COUNT)),
    oldest=MAYBE_TEXT,
    newest=MAYBE_TEXT,
    stored_last_day=COUNT,
    stored_last_week=COUNT,
    computed_at=TEXT,
    estimated=FLAG,
)
_PATTERN = shape(
    id=TEXT,
    memory_id=TEXT,
    pattern_type=TEXT,
    pattern_signature=TEXT,
    frequency=NUMBER,
    confidence=NUMBER,
    language=TEXT,
    ast_features=MAYBE_OBJECT,
    discovered_at=TEXT,
)
PATTERNS = shape(patterns=list_of(_PATTERN))
ANALYSIS = shape(
    memory_id=TEXT,
    language=TEXT,
    patterns=list_of(_PATTERN),
    counts=OBJECT,
    total_found=COUNT,
    truncated=FLAG,
    parse_errors=COUNT,
    duration_ms=NUMBER,
)
PATTERN_STATISTICS = shape(
    from_date=TEXT,
    to_date=TEXT,
    total=COUNT,
    by_type=OBJECT,
    by_language=OBJECT,
    by_day=OBJECT,
    top_signatures=list_of(
        shape(pattern_type=TEXT, language=TEXT, pattern_signature=TEXT, memories=COUNT, occurrences=COUNT)
    ),
)


def answer(result: Any) -> dict[str, Any]:
    """Return the fields of a dataclass as members of a result."""
    return {field.name: getattr(result, field.name) for field in dataclasses.fields(result)}


def found(memory: records.Memory | None, **more: Any) -> dict[str, Any]:
    """Return a memory, or null, with what was asked for besides its fields."""
    return {"memory": memory if memory is None or not more else {**answer(memory), **more}}


def page(found: records.SearchResults) -> dict[str, Any]:
    members = answer(found)
    if found.note is None:
        del members["note"]
    return members
