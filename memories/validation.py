"""Validates values (specification, "Input Validation"; the numbers are in `limits`).

Each function takes a value of the right Python type and returns it in its stored form.

Raises:
    ValidationError: the value is invalid.
    SizeLimitError: the value is too large.
"""

from __future__ import annotations

import datetime
import json
import math
import re
import uuid
from array import array
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from pgvector import Vector

from memories import limits
from memories.errors import SizeLimitError, ValidationError

_TAG = re.compile(limits.TAG_PATTERN.replace("$", r"\Z"))
_FIRST = datetime.datetime.min.replace(tzinfo=datetime.UTC)
_LAST = datetime.datetime.max.replace(tzinfo=datetime.UTC)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def content(value: str) -> str:
    """Content: 1 to 1,048,576 bytes of UTF-8."""
    _storable("content", value)
    if not value:
        raise ValidationError("content must not be empty.", field="content")
    _at_most("content", len(value.encode()), limits.CONTENT_MAX_BYTES, "bytes of UTF-8")
    return value


def context(value: str) -> str:
    """Context: 1 to 1,000 characters without control characters."""
    return _line("context", value, limits.CONTEXT_MAX_CHARACTERS)


def summary(value: str) -> str:
    """Summary: 1 to 500 characters without control characters."""
    return _line("summary", value, limits.SUMMARY_MAX_CHARACTERS)


def tags(values: Sequence[str]) -> list[str]:
    """At most 50 tags of 1 to 50 ASCII letters, digits and dashes. Duplicates are removed, keeping the order."""
    _at_most("tags", len(values), limits.TAGS_MAX, "tags")
    for tag in values:
        _storable("tags", tag)
        _at_most("tags", len(tag), limits.TAG_MAX_CHARACTERS, "characters in a tag")
        if not _TAG.match(tag):
            raise ValidationError(
                f"The tag {tag!a} cannot be used: a tag is 1 to {limits.TAG_MAX_CHARACTERS} letters A-Z or a-z, "
                "digits and dashes.",
                field="tags",
            )
    return list(dict.fromkeys(values))


def metadata(value: dict[str, Any]) -> str:
    """Metadata: a JSON object of at most 16,384 bytes. Returns compact JSON."""
    return _json("metadata", value, limits.METADATA_MAX_BYTES)


def insights(value: Any) -> str:
    """Insights: any JSON value of at most 65,536 bytes. Returns compact JSON."""
    return _json("insights", value, limits.INSIGHTS_MAX_BYTES)


def entities(value: Any) -> str:
    """Entities: any JSON value of at most 32,768 bytes. Returns compact JSON."""
    return _json("entities", value, limits.ENTITIES_MAX_BYTES)


def embedding(field: str, values: Sequence[float]) -> Vector:
    """An embedding: exactly EMBEDDING_DIMENSIONS numbers, finite as 32-bit floats and not all zero."""
    if len(values) != settings.EMBEDDING_DIMENSIONS:
        raise ValidationError(
            f"{field} must have exactly {settings.EMBEDDING_DIMENSIONS} numbers, not {len(values)}.",
            field=field,
            limit=settings.EMBEDDING_DIMENSIONS,
            actual=len(values),
        )
    try:
        vector = Vector(list(values))
        singles = vector.to_list()
    except OverflowError:  # an integer beyond any float; other numbers that are too large become infinite
        singles = [math.inf]
    if not math.isfinite(sum(singles)):
        raise ValidationError(f"{field} must contain numbers that are finite as 32-bit floats.", field=field)
    if not any(singles):
        raise ValidationError(f"{field} must not be all zeros: it would have no direction.", field=field)
    return vector


def sentiment(value: float) -> float:
    """Sentiment: a number from -1 to 1, rounded to 32 bits, because PostgreSQL refuses to round to zero."""
    if not limits.SENTIMENT_MIN <= value <= limits.SENTIMENT_MAX:
        raise ValidationError("sentiment must be a number from -1 to 1.", field="sentiment")
    return array("f", [value])[0]


def supersedes(ids: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """At most 20 ids of memories to supersede. Duplicates are removed, keeping the order."""
    if len(ids) > limits.SUPERSEDED_MAX:
        raise ValidationError(
            f"One memory supersedes at most {limits.SUPERSEDED_MAX} others, not {len(ids):,}.",
            field="supersedes",
            limit=limits.SUPERSEDED_MAX,
            actual=len(ids),
        )
    return list(dict.fromkeys(ids))


def search_text(field: str, value: str, limit: int = limits.SEARCH_TEXT_MAX_CHARACTERS) -> str:
    """A text to search for: any text that PostgreSQL can store."""
    _storable(field, value)
    if len(value) > limit:
        raise ValidationError(
            f"{field} must have at most {limit:,} characters, not {len(value):,}.",
            field=field,
            limit=limit,
            actual=len(value),
        )
    return value


def within(field: str, value: int, least: int, most: int) -> int:
    """An integer from `least` to `most`."""
    if not least <= value <= most:
        shown = value if -(10**18) < value < 10**18 else "a number of more than 18 digits"
        raise ValidationError(f"{field} must be from {least:,} to {most:,}, not {shown}.", field=field, limit=most)
    return value


def choice(field: str, value: str, choices: Sequence[str]) -> str:
    """One of the given choices."""
    if value not in choices:
        raise ValidationError(f"{field} must be one of {', '.join(choices)}.", field=field)
    return value


def period(start: datetime.datetime | None, end: datetime.datetime | None) -> None:
    """A period whose start is not after its end."""
    if start is not None and end is not None and start > end:
        raise ValidationError("from_date must not be after to_date.", field="from_date")


def in_utc(field: str, value: datetime.datetime) -> datetime.datetime:
    """A time in UTC, which is also the default zone; its year in UTC is 1 to 9999."""
    if value.tzinfo is None:
        return value.replace(tzinfo=datetime.UTC)
    try:
        return value.astimezone(datetime.UTC)
    except OverflowError:
        raise ValidationError(f"{field} must be in the years 1 to 9999 in UTC.", field=field) from None


def bound(field: str, value: datetime.datetime) -> datetime.datetime:
    """A bound of created_at in UTC; if its offset moves it out of the years 1 to 9999, it becomes the first or last."""
    try:
        return in_utc(field, value)
    except ValidationError:
        return _FIRST if value.year == datetime.MINYEAR else _LAST


def _at_most(field: str, actual: int, limit: int, unit: str) -> None:
    if actual > limit:
        raise SizeLimitError(
            f"{field} is too large: at most {limit:,} {unit}, not {actual:,}. Shorten it or split the memory.",
            field=field,
            limit=limit,
            actual=actual,
        )


def _storable(field: str, value: str) -> None:
    """Reject characters that PostgreSQL's text cannot store, naming the field."""
    if "\x00" in value:
        raise ValidationError(f"{field} must not contain NUL characters (U+0000).", field=field)
    if not value.isascii() and _SURROGATE.search(value):
        raise ValidationError(f"{field} must not contain lone surrogates (U+D800 to U+DFFF).", field=field)


def _line(field: str, value: str, limit: int) -> str:
    _storable(field, value)
    if not value:
        raise ValidationError(f"{field} must not be empty.", field=field)
    _at_most(field, len(value), limit, "characters")
    if _CONTROL.search(value):
        raise ValidationError(
            f"{field} must not contain control characters such as line breaks; put long text into content.",
            field=field,
        )
    return value


def _json(field: str, value: Any, limit: int) -> str:
    _shallow_and_storable(field, value)
    encoded = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    _at_most(field, len(encoded.encode()), limit, "bytes of JSON")
    return encoded


def _shallow_and_storable(field: str, value: Any) -> None:
    """Check depth, text and numbers of a JSON value, without recursion, as it may be nested deeply."""
    pending: list[tuple[Any, int]] = [(value, 0)]
    while pending:
        item, depth = pending.pop()
        if depth > limits.JSON_MAX_DEPTH:
            raise ValidationError(
                f"{field} is nested more than {limits.JSON_MAX_DEPTH} levels deep; flatten it.",
                field=field,
                limit=limits.JSON_MAX_DEPTH,
            )
        if isinstance(item, str):
            _storable(field, item)
        elif isinstance(item, dict):
            for key, inner in item.items():
                _storable(field, key)
                pending.append((inner, depth + 1))
        elif isinstance(item, list):
            pending.extend((inner, depth + 1) for inner in item)
        elif isinstance(item, int) and abs(item) >= 10**1000:
            raise ValidationError(f"{field} contains a number of more than 1,000 digits.", field=field)
        elif isinstance(item, float) and not math.isfinite(item):
            # A number such as 1e400 was read as infinity.
            raise ValidationError(f"{field} must contain only finite numbers.", field=field)
