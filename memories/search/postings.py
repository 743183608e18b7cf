"""Postings: the memories of a tag, or of a top-level scalar in metadata, in the order of time (postings.sql).

A term is `t` and a tag, or `m` and a hash of a key and its value.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memories.search.request import SearchQuery

COUNTED = 10_000  # postings, counted no further

# For each filter that has postings: its name, its terms, and how many memories it leaves, counted up to `most`; the
# fewest first, and a tag before metadata. A memory with too many scalars has the posting `m*` instead of one for each,
# so that it is among those of any, if there is such a memory. How many memories have a tag, the counters know.
COUNTS = """
SELECT name, terms, leaves FROM (
    SELECT name, terms, CASE
        WHEN name = 'tags' AND %(from_date)s::timestamptz IS NULL AND %(to_date)s::timestamptz IS NULL THEN coalesce((
            SELECT sum(amount) FROM (
                SELECT amount FROM counters WHERE kind = 'tag' AND key = ANY(%(tags)s::text[])
                UNION ALL
                SELECT amount FROM counter_ledger WHERE kind = 'tag' AND key = ANY(%(tags)s::text[])
            ) AS amounts
        ), 0)
        ELSE (
            SELECT count(*) FROM (
                SELECT FROM unnest(terms) AS wanted (term) CROSS JOIN LATERAL (
                    SELECT FROM postings WHERE postings.term = wanted.term
                        AND created_at BETWEEN coalesce(%(from_date)s, '-infinity'::timestamptz)
                            AND coalesce(%(to_date)s, 'infinity'::timestamptz)
                    LIMIT %(most)s
                ) AS posting LIMIT %(most)s
            ) AS counted
        )
    END
    FROM (
        SELECT 'tags', ARRAY(SELECT DISTINCT 't' || tag FROM unnest(%(tags)s::text[]) AS tag)
        WHERE %(tags)s::text[] IS NOT NULL
        UNION ALL
        SELECT 'metadata', CASE WHEN EXISTS (SELECT FROM postings WHERE postings.term = 'm*')
            THEN ARRAY[wanted, 'm*'] ELSE ARRAY[wanted] END
        FROM unnest(metadata_terms(%(metadata)s::jsonb)) AS wanted
    ) AS filters (name, terms)
) AS counted (name, terms, leaves)
ORDER BY least(leaves, %(most)s), name DESC
"""


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
