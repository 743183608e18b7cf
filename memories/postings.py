"""The filters that have postings (migration 0015), and how many memories each of them leaves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memories.querysets import SearchQuery

COUNTED = 10_000  # postings, counted no further

# The terms of each filter that has postings, and how many of these there are, counted up to `most`; the fewest first.
# Of a memory with too many scalars the postings do not tell which, so it is among those of each. How many memories have
# a tag, the tally knows besides.
SETS = """
SELECT name, terms, counted, CASE WHEN counted < %(most)s OR name <> 'tags' THEN counted ELSE greatest(counted, (
    SELECT sum(amount) FROM (
        SELECT amount FROM codex_processed.tally WHERE kind = 'tag' AND key = ANY(%(tags)s::text[])
        UNION ALL
        SELECT amount FROM codex_processed.tally_ledger WHERE kind = 'tag' AND key = ANY(%(tags)s::text[])
    ) AS amounts
)) END
FROM (
    SELECT name, terms, (
        SELECT count(*) FROM (
            SELECT FROM unnest(terms) AS wanted (term) CROSS JOIN LATERAL (
                SELECT FROM codex_processed.postings WHERE postings.term = wanted.term
                    AND created_at BETWEEN coalesce(%(from_date)s, '-infinity'::timestamptz)
                        AND coalesce(%(to_date)s, 'infinity'::timestamptz)
                LIMIT %(most)s
            ) AS posting LIMIT %(most)s
        ) AS counted
    ) AS counted
    FROM (
        SELECT 'tags', ARRAY(SELECT DISTINCT 't' || tag FROM unnest(%(tags)s::text[]) AS tag)
        WHERE %(tags)s::text[] IS NOT NULL
        UNION ALL
        SELECT 'metadata', ARRAY[term, 'm*'] FROM unnest(codex_processed.metadata_terms(%(metadata)s::jsonb)) AS term
    ) AS filters (name, terms)
) AS sets
ORDER BY 4
"""


def sets(search: SearchQuery) -> tuple[str, dict[str, Any]]:
    """The statement that tells of each filter with postings its name, terms, postings as counted, and how many."""
    metadata = search.metadata
    return SETS, {
        "tags": search.tags,
        "metadata": metadata if metadata is None or isinstance(metadata, str) else json.dumps(metadata),
        "from_date": search.from_date,
        "to_date": search.to_date,
        "most": COUNTED + 1,
    }
