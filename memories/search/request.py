"""What can be searched for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from memories import limits
from memories.search.time_buckets import BucketRange

# What the indexes of projects and the postings decide by themselves.
SCOPE = frozenset({"projects", "project_keys", "include_superseded"})
ORDERS = ("created_at_desc", "created_at_asc", "updated_at_desc", "updated_at_asc", "relevance")


@dataclass(frozen=True, kw_only=True)
class SearchQuery:
    """A search (specification, "Data Models"). All filters that are given must hold.

    Args:
        query: a question in plain words over summary, context and content; any word may match, the ranking decides.
        embedding: the nearest first; together with `query` both rankings are fused.
        embedding_model: that of `embedding`, which is compared with none of another model; empty for a client's.
        tags: any of these.
        context, summary: all words must occur, as `search.analysis` reads them.
        from_date, to_date: bounds of created_at, both inclusive.
        limit, offset: the page, 1 to 100 and 0 to 10,000 memories.
        metadata: the JSON object contains this one.
        projects: any of these, '' for none; None is all.
        include_superseded: also memories that others have superseded.
        as_of: as far as they were stored by then, and not yet superseded then.
        order_by: one of `ORDERS`; None is relevance with a query or an embedding, else created_at_desc.
        content_chars: at most so many characters of each hit's content.
        max_chars: at most so many of all contents on the page, spent from the first hit on.
        rare_context, rare_summary: the words of these to look up in the index; set by `search.frequent_words`.
        project_keys: whether the search index is to look the projects up; set by `search.scopes`.
        buckets: search within this range only, and find nothing if the page might begin before it (`search.recency`).
    """

    query: str | None = None
    embedding: Any = None
    embedding_model: Any = ""
    tags: Any = None
    context: Any = None
    summary: Any = None
    metadata: Any = None
    from_date: datetime.datetime | Any = None
    to_date: datetime.datetime | Any = None
    projects: tuple[str, ...] | Any = None
    include_superseded: bool = False
    as_of: datetime.datetime | Any = None
    limit: int = limits.SEARCH_LIMIT_DEFAULT
    offset: int = 0
    order_by: str | None = None
    content_chars: int = limits.CONTENT_PREVIEW_CHARACTERS
    max_chars: int = limits.PAGE_CONTENT_CHARACTERS
    rare_context: Any = None
    rare_summary: Any = None
    project_keys: bool = False
    buckets: BucketRange | None = None

    @property
    def is_ranked(self) -> bool:
        return self.query is not None or self.embedding is not None

    @property
    def has_dates(self) -> bool:
        return self.from_date is not None or self.to_date is not None


def ordering(order_by: str | None) -> tuple[str, str]:
    """The column and the direction in SQL of an order; relevance without a ranking is the newest first."""
    if order_by in (None, "relevance"):
        return "created_at", "DESC"
    column, _, direction = order_by.rpartition("_")
    return column, direction.upper()
