"""Ranking by nearness to an embedding."""

from __future__ import annotations

import uuid
from functools import cache

from django.conf import settings
from pgvector import Vector

from memories import limits
from memories.ranking.corpus import Corpus
from memories.ranking.plans import Candidates, Ranking, Rows, Steps

COMPARED_WHOLE = 400  # of the nearest by their signs
COMPARED_EACH = 600  # the same, where a filter leaves so few that the signs of each are compared
COMPARED_FILTERED = 150  # of those that the index finds under a filter, where each costs a look at what that says
NEAR = 10  # of the nearest by their signs, to which those that are compared whole are near
MARGIN = settings.EMBEDDING_DIMENSIONS // 10  # signs: so many more may differ
IN_SIGHT = 400  # of the nearest that the index keeps in sight while it looks for nearer ones (`hnsw.ef_search`)
IN_SIGHT_FUSED = 150  # the same, where the best hundred are wanted for fusion
SAME_DIRECTION = 1e-4  # by cosine distance, about which 32-bit floats may err by a hundredth of this
EXACT_MAX = 1_000  # embeddings that are compared whole, one by one
EACH_MAX = 12_000  # whose signs are compared one by one, where a filter leaves so many


def rank_by_vector(
    candidates: Candidates,
    embedding: Vector | str,
    corpus: Corpus,
    left: int | None,
    wanted: int,
    reach: int = COMPARED_WHOLE,
    sight: int = IN_SIGHT,
) -> Steps:
    """Rank by nearness to an embedding; memories without one are left out.

    Args:
        left: at most so many memories are left by the filters; None if there are none, or if that is unknown and many.
        wanted: how many places will be looked at.
        reach: so many of the nearest by their signs are compared whole; behind them others follow by their signs.
        sight: so many the index keeps in sight.
    """
    parameters = {**candidates.parameters, "embedding": embedding, "wanted": min(wanted, limits.SEARCH_RANKED_MAX)}
    at_most = corpus.embeddings if left is None else min(left, corpus.embeddings)
    if at_most <= EXACT_MAX:
        ids, count = _found((yield _exact_sql(candidates.vectors), parameters))
        return Ranking(ids, count, exact=count < limits.SEARCH_RANKED_MAX)
    if candidates.is_filtered:
        # So many are expected, if the filters leave as large a share of these as of all memories.
        expected = 0 if left is None else left * corpus.embeddings / max(corpus.memories, 1)
        if expected <= 2 * EACH_MAX:
            most = COMPARED_EACH if wanted <= COMPARED_EACH else limits.SEARCH_RANKED_MAX
            ids, count = _found((yield _each_sql(candidates.vectors, most, EACH_MAX + 1), parameters))
            if count <= EACH_MAX:
                return Ranking(ids, min(count, most), exact=count < most)
        reach = min(reach, COMPARED_FILTERED)
    found = limits.SEARCH_RANKED_MAX if wanted > reach and not candidates.is_filtered else reach
    ids, count = _found((yield _nearest_sql(candidates.nearest, found, reach, sight), parameters))
    if len(ids) < wanted and candidates.is_filtered:
        # The search gave up before it had found enough: the others behind, so that no earlier page would have changed.
        every = _each_sql(candidates.vectors, limits.SEARCH_RANKED_MAX)
        others, _ = _found((yield every, parameters | {"wanted": limits.SEARCH_RANKED_MAX}))
        ids = list(dict.fromkeys([*ids, *others]))[: limits.SEARCH_RANKED_MAX]
        count = len(ids)
    return Ranking(ids, count, exact=False)


def _found(rows: Rows) -> tuple[list[uuid.UUID], int]:
    """The ids of a statement's rows, and how many were found in all."""
    return [row[0] for row in rows], rows[0][1] if rows else 0


# Of the newest processing that has one, as the signs are. pgvector adds squares up as 32-bit floats, which not every
# vector's fit: the one that is searched for has length 1, and a stored one a `direction` where it needs it. The very
# vector that is searched for comes before others of its direction, which rounding may set on either side of it.
_DISTANCE = f"""(
    SELECT CASE WHEN distance < {SAME_DIRECTION} AND embeddings = %(embedding)s::vector THEN -1 ELSE distance END
    FROM (
        SELECT embeddings, coalesce(direction, embeddings) <=> (SELECT l2_normalize(%(embedding)s::vector)) AS distance
        FROM processed_memories
        WHERE memory_id = found.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
    ) AS newest
)"""  # noqa: S608 - a constant
_SIGNS = f"codex_processed.quantized(%(embedding)s)::bit({settings.EMBEDDING_DIMENSIONS})"


@cache
def _exact_sql(vectors: str) -> str:
    """Compares all whole."""
    return f"""
SELECT id, least(count(*) OVER (), {limits.SEARCH_RANKED_MAX}) FROM ({vectors}) AS found (id, signs)
ORDER BY {_DISTANCE}, id LIMIT %(wanted)s
"""  # noqa: S608 - `vectors` is compiled by the ORM, its values are placeholders


@cache
def _each_sql(vectors: str, most: int, among: int | None = None) -> str:
    """Compares the signs of all, or of the first so many that are met; the second column tells how many these were.

    Fenced, or the index of the nearest would be read to its end, or that of time until enough match.
    """
    every = f"WITH filtered (id, signs) AS MATERIALIZED ({vectors}) SELECT * FROM filtered LIMIT {among or 'ALL'}"  # noqa: S608
    by_signs = f"SELECT id, signs <~> (SELECT {_SIGNS}) AS distance FROM ({every}) AS found (id, signs)"  # noqa: S608 - the same
    counted = f"SELECT id, distance, count(*) OVER () AS total FROM ({by_signs}) AS by_signs"  # noqa: S608 - the same
    return _whole_first(f"{counted} ORDER BY distance, id LIMIT {most}", COMPARED_EACH, "total")


@cache
def _nearest_sql(nearest: str, found: int, reach: int, sight: int) -> str:
    """Reads the index of the nearest; the first rows, so many as `reach`, are the same however many are found.

    Before the index is read, it is told how thoroughly to look: being a subquery of its own, this runs first. The
    setting ends with the transaction, which without BEGIN is the statement.
    """
    signs = f"(SELECT {_SIGNS} FROM set_config('hnsw.ef_search', '{sight}', true))"  # noqa: S608 - constants
    by_signs = f"SELECT id, signs <~> {signs} AS distance FROM ({nearest}) AS found (id, signs)"  # noqa: S608 - compiled, and made above
    return _whole_first(f"{by_signs} ORDER BY distance LIMIT {found}", reach)


def _whole_first(by_signs: str, reach: int, total: str = "NULL::bigint") -> str:
    """So many as `reach` of what a statement puts in order by signs are compared whole; the others stay behind them.

    Of these, too, only those that are nearly as near as the first ten: of unrelated vectors half of the signs differ,
    give or take a few per cent, and no look at the whole makes one of them near.
    """
    return f"""
WITH found AS MATERIALIZED (
    SELECT id, distance, row_number() OVER () AS place, {total} AS total FROM ({by_signs}) AS by_signs
)
SELECT id, coalesce(total, (SELECT count(*) FROM found)) FROM found
ORDER BY CASE WHEN place <= {reach} AND distance <= (SELECT max(distance) FROM found WHERE place <= {NEAR}) + {MARGIN}
    THEN {_DISTANCE} END NULLS LAST, place
LIMIT %(wanted)s
"""  # noqa: S608 - `by_signs` is made above
