"""Ranking by nearness to an embedding."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from pgvector import Vector

from memories import estimates, limits
from memories.ranking.plans import Candidates, Plan, Ranking, Rows

COMPARED_WHOLE = 400  # of the nearest by their signs
COMPARED_FILTERED = 150  # under a filter, where each costs a look at what the filter says; no others are found
IN_SIGHT = 400  # of the nearest that the index keeps in sight while it looks for nearer ones (`hnsw.ef_search`)
IN_SIGHT_FUSED = 150  # the same, where the best hundred are wanted for fusion
EXACT_MAX = 1_000  # vectors that are compared one by one
FILTERED_EXACT_MAX = 7_500  # where a filter leaves so many
COUNT_MAX_AGE = 10.0  # seconds


@dataclass
class _Count:
    """How many embeddings there are, about."""

    vectors: int = 0
    read_at: float = float("-inf")


_embeddings = _Count()


def rank_by_vector(
    candidates: Candidates, embedding: Vector | str, wanted: int, reach: int = COMPARED_WHOLE, sight: int = IN_SIGHT
) -> Plan:
    """Rank by nearness to an embedding; memories without one are left out.

    Args:
        wanted: how many places will be looked at.
        reach: so many of the nearest by their signs are compared whole; behind them others follow by their signs.
        sight: so many the index keeps in sight.
    """
    parameters = {**candidates.parameters, "embedding": embedding}
    if candidates.is_filtered:
        reach = min(reach, COMPARED_FILTERED)
        rows = yield estimates.explained(candidates.embedded), candidates.parameters
        left, most = estimates.estimate(rows), FILTERED_EXACT_MAX
    else:
        if time.monotonic() - _embeddings.read_at > COUNT_MAX_AGE:
            rows = yield estimates.explained(candidates.vectors), candidates.parameters
            _embeddings.vectors, _embeddings.read_at = estimates.estimate(rows), time.monotonic()
        left, most = _embeddings.vectors, EXACT_MAX
    if left <= most:
        rows = yield _exact_sql(candidates.exact), parameters
        return Ranking([row[0] for row in rows], len(rows), exact=len(rows) < limits.SEARCH_RANKED_MAX)
    found = limits.SEARCH_RANKED_MAX if wanted > reach and not candidates.is_filtered else reach
    ids = _unique((yield _nearest_sql(candidates.vectors, found, reach, sight), parameters))
    if len(ids) < wanted and candidates.is_filtered:
        # The search gave up before it had found enough: the others behind, so that no earlier page would have changed.
        ids = list(dict.fromkeys([*ids, *_unique((yield _exact_sql(candidates.exact), parameters))]))
    elif len(ids) < wanted and found == reach:
        more = limits.SEARCH_RANKED_MAX
        ids = _unique((yield _nearest_sql(candidates.vectors, more, reach, sight), parameters))
    ids = ids[: limits.SEARCH_RANKED_MAX]
    return Ranking(ids, len(ids), exact=False)


def _unique(rows: Rows) -> list[uuid.UUID]:
    """The ids of the rows, each once: a memory may have been processed more than once."""
    return list(dict.fromkeys(row[0] for row in rows))


def _signs(sight: int) -> str:
    """The signs of the embedding searched for; before the index is read, it is told how thoroughly to look.

    Being a subquery of its own, this runs first. The setting ends with the transaction, which without BEGIN is
    the statement.
    """
    return (
        f"(SELECT codex_processed.quantized(%(embedding)s)::bit({settings.EMBEDDING_DIMENSIONS})"  # noqa: S608 - constants
        f" FROM set_config('hnsw.ef_search', '{sight}', true))"
    )


@cache
def _exact_sql(vectors: str) -> str:
    # Fenced, so that distances are put in order, and not the vectors.
    return f"""
SELECT id FROM (
    SELECT id, embedding <=> %(embedding)s AS distance FROM ({vectors}) AS found (id, embedding, signs) OFFSET 0
) AS compared
GROUP BY id ORDER BY min(distance), id LIMIT {limits.SEARCH_RANKED_MAX}
"""  # noqa: S608


@cache
def _nearest_sql(vectors: str, found: int, reach: int, sight: int) -> str:
    """The statement whose first rows, so many as `reach`, are the same however many are found."""
    return f"""
WITH nearest AS MATERIALIZED (
    SELECT id, embedding, row_number() OVER () AS place FROM (
        SELECT id, embedding FROM ({vectors}) AS found (id, embedding, signs)
        ORDER BY signs <~> {_signs(sight)} LIMIT {found}
    ) AS by_signs
)
SELECT id FROM nearest
ORDER BY CASE WHEN place <= {reach} THEN embedding <=> %(embedding)s END NULLS LAST, place, id
"""  # noqa: S608
