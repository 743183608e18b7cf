"""Records that `memories.storage` takes and returns (specification, "Data Models"); fields are named as on the wire.

`SearchQuery` is in `memories.search.request`. Queries, results and the admin's export take the fields from here.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import itemgetter
from typing import Any, TypeVar

Record = TypeVar("Record")


@dataclass(frozen=True, kw_only=True)
class CreateMemory:
    """A memory to store, enriched by the agent; `memories.limits` has the limits of the fields.

    `metadata`, `insights` and `entities` are JSON values. If insights, embeddings, entities and sentiment are all None,
    no processed row is written. `project` is that of the caller if it is None; `supersedes` are the memories that this
    one corrects.
    """

    content: str
    context: str
    summary: str
    tags: Sequence[str] = ()
    metadata: dict[str, Any] | None = None
    insights: Any = None
    embeddings: Sequence[float] | None = None
    entities: Any = None
    sentiment: float | None = None
    project: str | None = None
    supersedes: Sequence[uuid.UUID] = ()


# Neither frozen nor with slots: a page has many, and making and writing them would take twice as long. For the same
# reason `maker` passes the fields in order, not by keyword.
@dataclass
class Memory:
    """A stored memory; times are in UTC. `memories.provenance` says who `stored_by` and `changed_by` may be."""

    id: uuid.UUID
    content: str
    content_hash: str
    context: str
    summary: str
    tags: list[str]
    metadata: dict[str, Any]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    project: str
    superseded_by: uuid.UUID | None
    superseded_at: datetime.datetime | None
    version: int
    stored_by: str
    changed_by: str
    processed: dict[str, Any] | None


@dataclass
class SearchHit(Memory):
    """A found memory and the part of its content that is shown.

    `content_offset` characters of the content are before that part; `content_length` is the full length.
    """

    content_length: int
    content_truncated: bool
    content_offset: int


@dataclass(frozen=True, kw_only=True)
class SearchResults:
    """One page of results; `total` is a lower bound if `total_is_exact` is false."""

    memories: list[SearchHit]
    total: int
    total_is_exact: bool
    limit: int
    offset: int
    has_more: bool
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class StorageStats:
    """Figures about the memories of some projects; `estimated` says whether any comes from counters.

    `database_bytes` is None for a caller that is confined to a project.
    """

    memories: int
    processed: int
    with_embeddings: int
    patterns: int
    content_bytes: int
    database_bytes: int | None
    distinct_tags: int
    top_tags: list[dict[str, Any]]
    oldest: datetime.datetime | None
    newest: datetime.datetime | None
    stored_last_day: int
    stored_last_week: int
    computed_at: datetime.datetime
    estimated: bool


def names(record: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return tuple(field.name for field in fields(record))


MEMORY_FIELDS = names(Memory)
STORED_FIELDS = tuple(name for name in MEMORY_FIELDS if name != "processed")
PROCESSED_FIELDS = ("insights", "entities", "sentiment", "has_embedding", "processing_version", "processed_at")


@cache
def maker(record: type[Record], columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Record]:
    """A function that makes a record from a row.

    Which column has which field is looked up here, once: psycopg's row factories do it for each row, and made a `get`
    slower by 2.5 to 5%.

    Args:
        columns: the names of the row's columns, in any order; those that are no fields are ignored.

    Raises:
        ValueError: a field has no column.
    """
    missing = [name for name in names(record) if name not in columns]
    if missing:
        raise ValueError(f"{record.__name__} has fields that are no columns: {', '.join(missing)}.")
    values_of = itemgetter(*(columns.index(name) for name in names(record)))

    def make(row: Sequence[Any]) -> Record:
        return record(*values_of(row))

    return make
