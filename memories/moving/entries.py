"""What an import is about to store: a memory of an export, checked as far as that is possible without the database.

A memory of ours is kept as it is, even where another program stored what no tool would store; the database's own rules
hold for it. What comes from other systems was made to fit before (`formats.fitting`).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import math
import re
import sys
import uuid
from array import array
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from pgvector import Vector

from memories import limits
from memories.errors import SizeLimitError, ValidationError
from memories.moving.formats import Item
from memories.moving.parts import parts
from memories.projects import Scope

_FIELDS = frozenset(
    (
        *("id", "project", "content", "content_hash", "context", "summary", "tags", "metadata", "language"),
        *("created_at", "updated_at", "version", "stored_by", "changed_by", "superseded_by", "superseded_at"),
    )
)
_PROJECT = re.compile(limits.PROJECT_PATTERN.replace("$", r"\Z"))
WRONG_DIMENSIONS = "Leave the embeddings out with --without-embeddings, then let embed_memories make new ones."


@dataclass(frozen=True)
class Options:
    """How to import.

    Args:
        project: that all memories get; None for that of each line.
        scope: what this program may see and change.
        without_embeddings: whether to leave embeddings out.
        is_dry_run: whether to store nothing.
        actor: to whom what does not say who stored it is attributed; '' for the database's role.
    """

    project: str | None = None
    scope: Scope = field(default_factory=Scope)
    without_embeddings: bool = False
    is_dry_run: bool = False
    actor: str = ""


@dataclass(frozen=True)
class Entry:
    """A memory to store.

    Args:
        parts: the keys of the parts that it has.
        embeddings: of its processings, by their place, from 1.
        has_embedding: whether the newest processing has one.
    """

    item: Item
    record: dict[str, Any]
    id: uuid.UUID
    project: str
    content_hash: str
    superseded_by: uuid.UUID | None
    parts: frozenset[str]
    embeddings: dict[int, Vector]
    has_embedding: bool

    @property
    def keys(self) -> tuple[bytes, bytes]:
        """What no two memories have in common: the id; the project and the content."""
        return self.id.bytes, f"{self.project}\n{self.content_hash}".encode()


def checked(item: Item, options: Options) -> Entry:
    """Check an item.

    Raises:
        ValidationError, SizeLimitError: it cannot be imported.
    """
    record = item.record
    if record is None or item.problem:
        raise ValidationError(item.problem)
    _check_fields(record, _FIELDS | {part.key for part in parts()}, "A memory")
    digest = _check_texts(record)
    found = _check_parts(record)
    processed = record.get("processed") or []
    embeddings = {} if options.without_embeddings else _embeddings(processed)
    newest = max(range(len(processed)), key=lambda place: _version(processed[place]), default=-1) + 1
    return Entry(
        item=item,
        record=record,
        id=_uuid(record, "id") or uuid.uuid4(),
        project=_project(record, options),
        content_hash=digest,
        superseded_by=_uuid(record, "superseded_by"),
        parts=found,
        embeddings=embeddings,
        has_embedding=newest in embeddings,
    )


def _check_fields(record: dict[str, Any], known: frozenset[str], what: str) -> None:
    if unknown := next((name for name in record if name not in known), None):
        raise ValidationError(f"{what} has no field {unknown[:50]!a}.")


def _check_texts(record: dict[str, Any]) -> str:
    """Check content, context, summary and tags; return the content's hash."""
    for name in ("content", "context", "summary"):
        if not isinstance(record.get(name), str):
            raise ValidationError(f"{name} must be a text.")
    try:
        encoded = record["content"].encode()
    except UnicodeEncodeError:
        raise ValidationError("content must not contain lone surrogates (U+D800 to U+DFFF).") from None
    tags = record.get("tags", [])
    if not isinstance(tags, list):
        raise ValidationError("tags must be a list.")
    for name, actual, limit, unit in (
        ("content", len(encoded), limits.CONTENT_MAX_BYTES, "bytes of UTF-8"),
        ("context", len(record["context"]), limits.CONTEXT_MAX_CHARACTERS, "characters"),
        ("summary", len(record["summary"]), limits.SUMMARY_MAX_CHARACTERS, "characters"),
        ("tags", len(tags), limits.TAGS_MAX, "tags"),
    ):
        if actual > limit:
            raise SizeLimitError(f"{name} is too large: at most {limit:,} {unit}, not {actual:,}.")
    digest = hashlib.sha256(encoded).hexdigest()
    if record.get("content_hash") not in (None, digest):
        raise ValidationError("content_hash is not that of the content: the line was changed. Remove it to import it.")
    return digest


def _check_parts(record: dict[str, Any]) -> frozenset[str]:
    """Check the form of what belongs to a memory; return the keys of the parts that are not empty."""
    for part in parts():
        objects = [] if record.get(part.key) is None else record[part.key]
        if not isinstance(objects, list) or not all(isinstance(each, dict) for each in objects):
            raise ValidationError(f"{part.key} must be a list of objects.")
        for each in objects:
            _check_fields(each, part.fields, f"An object of {part.key}")
    return frozenset(part.key for part in parts() if record.get(part.key))


def _embeddings(processed: list[dict[str, Any]]) -> dict[int, Vector]:
    found = ((place, each.get("embedding")) for place, each in enumerate(processed, 1))
    return {place: embedding(value) for place, value in found if value is not None}


def embedding(value: Any) -> Vector:
    """Decode an embedding: base64 of 32-bit floats, little endian.

    Raises:
        ValidationError: it is none, has other dimensions than the database, or numbers that are not finite.
    """
    try:
        numbers = array("f", base64.b64decode(value, validate=True))
    except (TypeError, ValueError, binascii.Error):
        raise ValidationError("embedding must be the base64 of 32-bit floats.") from None
    if len(numbers) != settings.EMBEDDING_DIMENSIONS:
        raise ValidationError(
            f"The embedding has {len(numbers):,} numbers, and this database holds {settings.EMBEDDING_DIMENSIONS:,}. "
            + WRONG_DIMENSIONS
        )
    if not math.isfinite(sum(_native(numbers))):
        raise ValidationError("embedding must contain numbers that are finite.")
    numbers.byteswap()
    return Vector.from_binary(len(numbers).to_bytes(2, "big") + b"\x00\x00" + numbers.tobytes())  # big endian


def _native(little_endian: array[float]) -> array[float]:
    if sys.byteorder == "little":
        return little_endian
    native = array("f", little_endian)
    native.byteswap()
    return native


def _project(record: dict[str, Any], options: Options) -> str:
    name = record.get("project") or "" if options.project is None else options.project
    if not isinstance(name, str) or not _PROJECT.match(name):
        raise ValidationError(f"The project {str(name)[:100]!a} cannot be used. Name another with --project.")
    if options.scope.is_confined and name != options.scope.own:
        raise ValidationError("This program stores memories in its own project only (PROJECT_CONFINED).")
    return name


def _version(processing: dict[str, Any]) -> int:
    version = processing.get("processing_version", 1)
    return version if isinstance(version, int) else 1


def _uuid(record: dict[str, Any], name: str) -> uuid.UUID | None:
    value = record.get(name)
    if value is None:
        return None
    try:
        return uuid.UUID(value)
    except (ValueError, AttributeError, TypeError):
        raise ValidationError(f"{name} must be a UUID.") from None
