"""Postings: the memories of a tag, or of a top-level scalar in metadata, in the order of time (postings.sql).

A term is `t` and a tag, or `m` and a hash of a key and its value, within a scope: the project of the memory, and
whether it was superseded (scoped_terms.sql).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from memories.db import named_sql

if TYPE_CHECKING:
    from memories.search.request import SearchQuery

COUNTED = 10_000  # postings, counted no further

MANY = "m*"  # instead of the terms of metadata with very many scalars

_sql = named_sql.read(__file__, "postings")
COUNTS = _sql["counts"]
PROJECTS = _sql["projects"]


def counts(search: SearchQuery, most: int = COUNTED + 1) -> tuple[str, dict[str, Any]]:
    """The statement COUNTS for a search, and its parameters."""
    metadata = search.metadata
    return COUNTS, {
        "tags": search.tags,
        "metadata": metadata if metadata is None or isinstance(metadata, str) else json.dumps(metadata),
        "from_date": search.from_date,
        "to_date": search.to_date,
        "most": most,
        "projects": search.projects,
        "scopes": scopes(search),
    }


def scopes(search: SearchQuery) -> list[bool]:
    """Whether a memory was superseded: the values of this that a search covers."""
    return [False, True] if search.include_superseded or search.as_of is not None else [False]


def terms_of_tags(search: SearchQuery, projects: Iterable[str]) -> list[str]:
    """The terms of any of the tags in any of the projects."""
    every = [
        f"t{tag}" if not project and not superseded else f"\x01{project}{chr(1 + superseded)}t{tag}"
        for project in projects
        for superseded in scopes(search)
        for tag in search.tags
    ]
    return list(dict.fromkeys(every))


def is_one_scalar(metadata: Any) -> bool:
    """Whether metadata to search for is one key with a scalar, which its postings decide."""
    fields = json.loads(metadata) if isinstance(metadata, str) else metadata
    return isinstance(fields, dict) and len(fields) == 1 and not isinstance(next(iter(fields.values())), dict | list)
