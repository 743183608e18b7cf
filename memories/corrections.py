"""Corrections of stored memories (D21): updating them, their former versions, and their history."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import psycopg

from memories import limits, maintenance, projects, provenance, storage, validation
from memories.db import named_sql, pool
from memories.errors import ConflictError, DuplicateError, NotFoundError, ValidationError
from memories.records import Memory

ATTEMPTS = 3  # of an update to a content that others store or delete at the same moment

_sql = named_sql.read(__file__, "corrections")
LOCK, FORMER, HISTORY = _sql["lock"], _sql["former"], _sql["history"]
_RULES: dict[str, Callable[[Any], Any]] = {
    "content": validation.content,
    "context": validation.context,
    "summary": validation.summary,
    "tags": validation.tags,
    "metadata": validation.metadata,
    "insights": validation.insights,
    "embeddings": partial(validation.embedding, "embeddings"),
    "entities": validation.entities,
    "sentiment": validation.sentiment,
}
# What fields are emptied to.
_CLEARED: dict[str, Any] = {
    "tags": [],
    "metadata": "{}",
    "insights": None,
    "embeddings": None,
    "entities": None,
    "sentiment": None,
}
CLEARABLE = tuple(_CLEARED)

# For each column: its new value, and whether that differs. Only the columns that are given are set, because setting
# content analyses its words again. A changed content may be in another language.
_TEXT = {
    "content": ("%(content)s", "content <> %(content)s"),
    "context": ("%(context)s", "context <> %(context)s"),
    "summary": ("%(summary)s", "summary <> %(summary)s"),
    "tags": ("%(tags)s::text[]", "tags <> %(tags)s::text[]"),
    "metadata": ("%(metadata)s::jsonb", "metadata::text <> %(metadata)s::jsonb::text"),
    "project": ("%(project)s", "project <> %(project)s"),
}
_WITH_CONTENT = (
    "content_hash = %(content_hash)s, language = CASE WHEN content = %(content)s THEN memories.language ELSE '' END"
)
_PROCESSING = {
    "insights": ("%(insights)s::jsonb", "newest.insights::text IS DISTINCT FROM %(insights)s::jsonb::text"),
    "embeddings": ("%(embeddings)s::vector", "newest.embeddings IS DISTINCT FROM %(embeddings)s::vector"),
    "entities": ("%(entities)s::jsonb", "newest.entities::text IS DISTINCT FROM %(entities)s::jsonb::text"),
    "sentiment": ("%(sentiment)s::real", "newest.sentiment IS DISTINCT FROM %(sentiment)s::real"),
}


@dataclass(frozen=True, kw_only=True)
class MemoryUpdate:
    """What to change of a memory; None leaves a field as it is, `clear` names optional fields to empty.

    Args:
        project: the project to move the memory to; `projects.NONE` for none.
        if_updated_at: the `updated_at` that the memory must have.
    """

    content: str | None = None
    context: str | None = None
    summary: str | None = None
    tags: Sequence[str] | None = None
    metadata: dict[str, Any] | None = None
    insights: Any = None
    embeddings: Sequence[float] | None = None
    entities: Any = None
    sentiment: float | None = None
    project: str | None = None
    clear: Sequence[str] = ()
    if_updated_at: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class MemoryState:
    """The version of a memory after an update, and when the memory was changed last."""

    id: uuid.UUID
    version: int
    updated_at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class History:
    """The versions of a memory, newest first, at most `limits.VERSIONS_MAX` of all `versions_total`.

    Each has version, valid_from, valid_to (None for the current one), changed_by and changed: who made it, and which
    fields differ from the one before. Versions from before the memory was moved from a project that the caller must not
    know of are neither shown nor counted.
    """

    versions: list[dict[str, Any]]
    versions_total: int


async def update(memory_id: uuid.UUID, changes: MemoryUpdate) -> MemoryState:
    """Change a memory and return its new state; the current one if nothing differs.

    A new content drops the embedding unless a new one is given, and the code patterns. A change of insights,
    embeddings, entities or sentiment makes a new processing version, but no version of the memory.

    Raises:
        ValidationError, SizeLimitError: a field breaks a rule, or the caller must not change the memory.
        NotFoundError: the caller sees no such memory.
        ConflictError: the memory was changed since `if_updated_at`; `data["updated_at"]` says when.
        DuplicateError: another memory of the project has this content; `data["existing_id"]` names it.
        DatabaseError, PoolExhaustedError: the database.
    """
    given, scope = _values(changes), projects.scope()
    values = {**given, "id": memory_id, "if_updated_at": changes.if_updated_at, "actor": provenance.current() or ""}
    values |= {
        "projects": _visible(),
        "changeable": list(scope.changeable) if scope.is_confined else None,
    }
    if "content" in given:
        values["content_hash"] = hashlib.sha256(given["content"].encode()).hexdigest()
    row = await _run(statement(frozenset(given)), values)
    if row is None:
        raise projects.unknown(memory_id)
    version, updated_at, project, conflicts, existing_id = row
    scope.check_change(project)
    if conflicts:
        shown = updated_at.isoformat().replace("+00:00", "Z")
        raise ConflictError(
            f"Memory {memory_id} was changed at {shown}, after the state that you read. Get it again, then decide.",
            updated_at=shown,
        )
    if existing_id is not None:
        raise DuplicateError(
            f"This content is already stored, as memory {existing_id}; nothing was changed. Use that memory, or delete "
            "one of the two.",
            existing_id=str(existing_id),
        )
    return MemoryState(id=memory_id, version=version, updated_at=updated_at)


async def _run(update: str, values: dict[str, Any]) -> tuple[Any, ...] | None:
    async with storage.changing() as connection:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                # One round trip, and one transaction: PostgreSQL begins it with the first statement of a pipeline, and
                # commits it at the end. To say so would take three more. The second statement sees what another update
                # has changed while the first waited.
                async with pool.attempt(connection), connection.pipeline():
                    await connection.execute(LOCK, values, prepare=True)
                    cursor = await connection.execute(update, values, prepare=True)
                row: tuple[Any, ...] | None = await cursor.fetchone()
            except psycopg.errors.UniqueViolation:  # stored by another since; the next attempt finds it
                if attempt == ATTEMPTS:
                    raise
            else:
                maintenance.stored()
                return row
    raise AssertionError("unreachable")


def _values(changes: MemoryUpdate) -> dict[str, Any]:
    """The validated values of the fields to set."""
    given = {name: rule(value) for name, rule in _RULES.items() if (value := getattr(changes, name)) is not None}
    for name in changes.clear:
        validation.choice("clear", name, CLEARABLE)
        if name in given and getattr(changes, name) is not None:
            raise ValidationError(f"{name} is both given and cleared; do one or the other.", field="clear")
        given[name] = _CLEARED[name]
    if changes.project is not None:
        given["project"] = projects.scope().to_store(changes.project)
    return given


@cache
def statement(given: frozenset[str]) -> str:
    """The statement that sets these fields, if any of them differs and nothing is against it.

    It returns the version and updated_at afterwards, the project from before, whether `if_updated_at` differs, and the
    id of another memory that has the content, or None.
    """
    text = [name for name in _TEXT if name in given]
    new_content = "content" in given
    processing = [name for name in _PROCESSING if name in given]
    differs = [_PROCESSING[name][1] for name in processing]
    kept = {name: _PROCESSING[name][0] if name in given else f"newest.{name}" for name in _PROCESSING}
    # A client's own embedding has no model.
    kept["embedding_model"] = "''" if "embeddings" in given else "coalesce(newest.embedding_model, '')"
    if new_content and "embeddings" not in given:
        differs.append("content_differs AND newest.embeddings IS NOT NULL")
        kept["embeddings"] = "CASE WHEN NOT content_differs THEN newest.embeddings END"
        kept["embedding_model"] = "CASE WHEN content_differs THEN '' ELSE coalesce(newest.embedding_model, '') END"
    return _sql["update"].format(
        content_differs=_TEXT["content"][1] if new_content else "false",
        text_differs=" OR ".join(_TEXT[name][1] for name in text) or "false",
        processing_differs=" OR ".join(differs) or "false",
        existing_id=_sql["other_with_content"].format(
            project="%(project)s" if "project" in given else "memories.project",
            content_hash="%(content_hash)s" if new_content else "memories.content_hash",
        )
        if new_content or "project" in given
        else "NULL::uuid",
        assignments="".join(f"{name} = {_TEXT[name][0]}, " for name in text)
        + (f"{_WITH_CONTENT}, " if new_content else ""),
        processing=_sql["add_processing"].format(**kept) if differs else "SELECT",
    )


async def get_version(memory: Memory, version: int) -> Memory:
    """Return what a memory said in a version up to the one given.

    `updated_at` is when that version began, `changed_by` who made it. `processed` describes what the memory says now:
    of former versions it is None.

    Raises:
        NotFoundError: there is no such version, or it is from before the memory was moved from a project that the
            caller must not know of.
    """
    if memory.version == version:
        return memory
    row = None
    if 1 <= version < memory.version:
        values = {"id": memory.id, "version": version, "projects": _visible()}
        async with pool.connection() as connection:
            cursor = await connection.execute(FORMER, values)
            row = await cursor.fetchone()
    if row is None:
        raise NotFoundError(f"Memory {memory.id} has no version {ascii(version)[:20]}; its newest is {memory.version}.")
    assert cursor.description is not None
    former = dict(zip((column.name for column in cursor.description), row, strict=True))
    content_hash = hashlib.sha256(former["content"].encode()).hexdigest()
    succession: dict[str, Any] = {"superseded_by": memory.superseded_by, "superseded_at": memory.superseded_at}
    return Memory(**former, **succession, content_hash=content_hash, processed=None)


async def history(memory: Memory) -> History:
    """Return the versions of a memory up to the one given."""
    values = {"id": memory.id, "current": memory.version, "limit": limits.VERSIONS_MAX, "projects": _visible()}
    async with pool.connection() as connection:
        rows = await (await connection.execute(HISTORY, values)).fetchall()
    return history_of(memory, rows)


def history_of(memory: Any, rows: Sequence[tuple[Any, ...]]) -> History:
    """Return the versions of a memory from what HISTORY found."""
    # A row tells of the change that ended its version, which made the next one. The last may be of a hidden version.
    made = [(row[3], row[4]) for row in rows] + [(memory.stored_by, [])]
    periods = [(memory.version, rows[0][2] if rows else memory.created_at, None), *(row[:3] for row in rows)]
    versions = [
        {"version": version, "valid_from": start, "valid_to": end, "changed_by": actor, "changed": changed}
        for (version, start, end), (actor, changed) in zip(periods, made, strict=True)
    ]
    total = rows[0][5] + 1 if rows else 1
    return History(versions=versions[: min(total, limits.VERSIONS_MAX)], versions_total=total)


def _visible() -> list[str] | None:
    return projects.as_parameter(projects.scope().visible)
