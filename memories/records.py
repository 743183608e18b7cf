"""Records that `memories.storage` takes and returns (specification, "Data Models"); fields are named as on the wire.

`SearchQuery` is in `memories.search.request`.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class CreateMemory:
    """A memory to store, enriched by the agent; `memories.limits` has the limits of the fields.

    `metadata`, `insights` and `entities` are JSON values. If insights, embeddings, entities and sentiment are all None,
    no processed row is written.
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


# Neither frozen nor with slots, because creating and writing the many of a page would take twice as long.
@dataclass(kw_only=True)
class Memory:
    """A stored memory; times are in UTC."""

    id: uuid.UUID
    content: str
    content_hash: str
    context: str
    summary: str
    tags: list[str]
    metadata: dict[str, Any]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    processed: dict[str, Any] | None


@dataclass(kw_only=True)
class SearchHit(Memory):
    """A found memory, its content truncated to `content_chars` characters; `content_length` is the full length."""

    content_length: int
    content_truncated: bool


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
    """Figures about all memories; `estimated` says whether any comes from counters instead of from counting."""

    memories: int
    processed: int
    with_embeddings: int
    patterns: int
    content_bytes: int
    database_bytes: int
    distinct_tags: int
    top_tags: list[dict[str, Any]]
    oldest: datetime.datetime | None
    newest: datetime.datetime | None
    stored_last_day: int
    stored_last_week: int
    computed_at: datetime.datetime
    estimated: bool
