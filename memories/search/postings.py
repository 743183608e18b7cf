"""Postings: the memories of a tag, or of a top-level scalar in metadata, in the order of time (postings.sql).

A term is `t` and a tag, or `m` and a hash of a key and its value.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from memories.db import named_sql

if TYPE_CHECKING:
    from memories.search.request import SearchQuery

COUNTED = 10_000  # postings, counted no further

COUNTS = named_sql.read(__file__, "postings")["counts"]


def counts(search: SearchQuery, most: int = COUNTED + 1) -> tuple[str, dict[str, Any]]:
    """The statement COUNTS for a search, and its parameters."""
    metadata = search.metadata
    return COUNTS, {
        "tags": search.tags,
        "metadata": metadata if metadata is None or isinstance(metadata, str) else json.dumps(metadata),
        "from_date": search.from_date,
        "to_date": search.to_date,
        "most": most,
    }


def is_one_scalar(metadata: Any) -> bool:
    """Whether metadata to search for is one key with a scalar, which its postings decide."""
    fields = json.loads(metadata) if isinstance(metadata, str) else metadata
    return isinstance(fields, dict) and len(fields) == 1 and not isinstance(next(iter(fields.values())), dict | list)
