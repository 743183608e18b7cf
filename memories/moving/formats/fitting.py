"""Making memories of other systems fit: each gets a context, a summary, tags and metadata within the limits."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from memories import limits, validation
from memories.projects import validated
from memories.repository import as_name

SUMMARY_CHARACTERS = 200  # of a summary that is made of a content
_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_OUTSIDE_TAGS = re.compile(r"[^A-Za-z0-9-]+")
_MILLISECONDS = 100_000_000_000  # a larger number of seconds lies in the year 5138


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A memory of another system.

    Args:
        context: where it comes from, in words; cut if it is too long.
        summary: cut if it is too long; made of the content if it is empty.
        tags: as the other system has them.
        metadata: JSON values without a place of their own; what is None is left out.
        created_at, updated_at: RFC 3339, or seconds or milliseconds since 1970; None if unknown.
        id: where the other system has UUIDs.
        project: as the other system names it.
        stored_by: the name of the other system.
    """

    content: str
    context: str
    summary: str = ""
    tags: Sequence[Any] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    created_at: Any = None
    updated_at: Any = None
    id: Any = None
    project: str = ""
    stored_by: str


def record(draft: Draft) -> dict[str, Any]:
    """Make a memory as an export has it (docs/moving.md).

    Raises:
        ValidationError, SizeLimitError: it cannot be made to fit; nothing is cut off a content.
    """
    tags, unchanged = fitting_tags(draft.tags)
    metadata = {key: value for key, value in draft.metadata.items() if value is not None}
    if not unchanged:
        metadata["original_tags"] = list(draft.tags)
    validation.metadata(metadata)
    created_at, updated_at = moment(draft.created_at), moment(draft.updated_at)
    made: dict[str, Any] = {
        "content": validation.content(draft.content),
        "context": validation.context(line(draft.context, limits.CONTEXT_MAX_CHARACTERS)),
        "summary": validation.summary(line(draft.summary, limits.SUMMARY_MAX_CHARACTERS) or _summary(draft.content)),
        "tags": validation.tags(tags),
        "metadata": metadata,
        "project": project_name(draft.project),
        "stored_by": f"import: {draft.stored_by}",
        "changed_by": f"import: {draft.stored_by}",
    }
    if created_at is not None:
        made["created_at"] = created_at.isoformat()
        made["updated_at"] = max(created_at, updated_at or created_at).isoformat()
    if (identifier := _uuid(draft.id)) is not None:
        made["id"] = str(identifier)
    return made


def line(text: str, limit: int) -> str:
    """A text as one line without control characters, cut at a word if it is too long."""
    whole = _CONTROL.sub(" ", text).strip()
    if len(whole) <= limit:
        return whole
    cut = whole[: limit - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[limit // 2 :] else cut}…"


def _summary(content: str) -> str:
    """The first line that says something, without Markdown's signs."""
    for text in content.splitlines():
        if said := line(text.strip().lstrip("#>*-+ \t"), SUMMARY_CHARACTERS):
            return said
    return line(content, SUMMARY_CHARACTERS) or "(no summary)"


def fitting_tags(tags: Sequence[Any]) -> tuple[list[str], bool]:
    """Tags whose other characters became dashes, and whether they are still the same.

    What has no letter or digit is left out, and so is what is more than fifty.
    """
    texts = [str(tag) for tag in tags if tag is not None]
    fitting = (_OUTSIDE_TAGS.sub("-", text).strip("-")[: limits.TAG_MAX_CHARACTERS].rstrip("-") for text in texts)
    made = list(dict.fromkeys(tag for tag in fitting if tag))[: limits.TAGS_MAX]
    return made, made == list(dict.fromkeys(texts))


def project_name(name: str) -> str:
    """A name of a project; other characters become dashes."""
    return validated(as_name(name)) if name.strip() else ""


def moment(value: Any) -> datetime.datetime | None:
    """A time in UTC; None for what is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, datetime.datetime):
        return validation.in_utc("created_at", value)
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day, tzinfo=datetime.UTC)
    try:
        if isinstance(value, int | float):
            seconds = value / 1000 if abs(value) > _MILLISECONDS else value
            return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
        if isinstance(value, str):
            return validation.in_utc("created_at", datetime.datetime.fromisoformat(value.strip()))
    except (ValueError, OverflowError, OSError):
        pass
    return None


def text(value: Any) -> str:
    """A value as text; '' for None."""
    return "" if value is None else value if isinstance(value, str) else str(value)


def words(value: Any) -> list[Any]:
    """A list of tags: of a list, or of a text with commas; a text in brackets may hold JSON's list."""
    if isinstance(value, list):
        return value
    return [part.strip() for part in text(value).split(",") if part.strip()]


def _uuid(value: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None
