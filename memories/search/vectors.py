"""Ranking by nearness to an embedding.

An HNSW index finds the nearest by the Hamming distance of the binary-quantized embeddings; their order is then by the
cosine distance of the whole embeddings. Of up to 1,000 embeddings, all are compared whole, and of up to 20,000 where
their quantized forms tell too little. Where a filter leaves up to 12,000, the quantized embeddings of all are compared,
without the index.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from statistics import mean, pstdev
from typing import Any

from django.conf import settings
from pgvector import Vector

from memories import limits
from memories.search.candidates import Candidates
from memories.search.corpus import Corpus
from memories.search.steps import Ranking, Rows, Steps

RERANKED = 400  # of the nearest by Hamming distance, compared whole
RERANKED_EACH = 600  # the same, where the quantized embeddings of all are compared
RERANKED_FILTERED = 150  # the same, where the index is read under a filter, which is checked for each
NEAREST = 10  # reranked are those that differ in not much more bits than the nearest so many
MARGIN = settings.EMBEDDING_DIMENSIONS // 10  # bits; so many more
EF_SEARCH = 400  # `hnsw.ef_search`, the size of the index's candidate list
EF_SEARCH_FUSED = 150  # the same, where the best hundred are wanted for fusion
SAME_DIRECTION = 1e-4  # cosine distance; 32-bit floats err by about a hundredth of this
EXACT_MAX = 1_000  # embeddings that are all compared whole
PROMINENT_AMONG = 100  # of the nearest
SEPARATION = 4.0  # standard deviations of the Hamming distance between the tenth and the last that is compared
FEW_NUMBERS = 64  # of an embedding, of which so few bits never tell enough
DENSE_MAX = 20_000  # embeddings that are all compared whole, where the quantized ones are less apart than that
EACH_MAX = 12_000  # embeddings whose quantized forms are all compared, where a filter leaves so many


def rank_by_vector(
    candidates: Candidates,
    embedding: Vector | str,
    corpus: Corpus,
    left: int | None,
    wanted: int,
    rerank: int = RERANKED,
    ef_search: int = EF_SEARCH,
    model: str = "",
) -> Steps:
    """Rank by nearness to an embedding; memories without one of the same model are left out.

    Args:
        left: as `left_by_filters` returns it.
        wanted: the most ids to return.
        rerank: so many of the nearest by Hamming distance are compared whole; the others stay behind them.
        ef_search: the size of the index's candidate list.
        model: that of the embedding; empty for a client's.
    """
    known = {"embedding": embedding, "embedding_model": model, "wanted": min(wanted, limits.SEARCH_RANKED_MAX)}
    parameters = candidates.parameters | known
    # Where clients made all embeddings, there is nothing to check.
    vectors = _of_one_model(candidates.vectors) if model or corpus.has_provided else candidates.vectors
    at_most = corpus.embeddings if left is None else min(left, corpus.embeddings)
    if at_most <= EXACT_MAX:
        return _ranking((yield _exact_sql(vectors), parameters), limits.SEARCH_RANKED_MAX)
    if candidates.is_filtered:
        # If the filters leave the same share of embeddings as of memories.
        expected = 0 if left is None else left * corpus.embeddings / max(corpus.memories, 1)
        return (yield from _filtered(candidates.nearest, vectors, parameters, expected, wanted, rerank, ef_search))
    found = limits.SEARCH_RANKED_MAX if wanted > rerank else rerank
    rows = yield _nearest_sql(candidates.nearest, found, rerank, ef_search), parameters
    if rerank >= RERANKED and corpus.embeddings <= DENSE_MAX and _are_dense(rows):
        return _ranking((yield _exact_sql(vectors), parameters), limits.SEARCH_RANKED_MAX)
    return (yield from _completed(_ranking(rows), candidates.nearest, parameters, min(wanted, at_most)))


def _filtered(
    nearest: str, vectors: str, parameters: dict[str, Any], expected: float, wanted: int, rerank: int, ef_search: int
) -> Steps:
    """Rank under a filter that is expected to leave so many embeddings."""
    if expected <= 2 * EACH_MAX:
        most = RERANKED_EACH if wanted <= RERANKED_EACH else limits.SEARCH_RANKED_MAX
        rows = yield _each_sql(vectors, most, EACH_MAX + 1), parameters
        each = _ranking(rows, most)
        if rerank >= RERANKED and RERANKED_EACH < each.found <= EACH_MAX and _are_dense(rows):
            return _ranking((yield _exact_sql(vectors), parameters), limits.SEARCH_RANKED_MAX)
        if each.found <= EACH_MAX:
            return replace(each, found=min(each.found, most))
    rerank = min(rerank, RERANKED_FILTERED)
    by_index = _ranking((yield _nearest_sql(nearest, rerank, rerank, ef_search), parameters))
    return (yield from _completed(by_index, vectors, parameters, wanted))


def _completed(by_index: Ranking, source: str, parameters: dict[str, Any], wanted: int) -> Steps:
    """What the index found. If its scan ended before it found enough, the others follow: no earlier page changes.

    It ends after `hnsw.max_scan_tuples` entries, even if nearly all of them are superseded, or left out by a filter.
    """
    if len(by_index.ids) >= wanted:
        return by_index
    every = _each_sql(source, limits.SEARCH_RANKED_MAX)
    others = _ranking((yield every, parameters | {"wanted": limits.SEARCH_RANKED_MAX}))
    ids = list(dict.fromkeys([*by_index.ids, *others.ids]))[: limits.SEARCH_RANKED_MAX]
    return replace(by_index, ids=ids, found=len(ids))


def _ranking(rows: Rows, exact_below: int = 0) -> Ranking:
    """The ids of a statement's rows, and how many were found in all, which is exact below so many."""
    found = rows[0][1] if rows else 0
    return Ranking([row[0] for row in rows], found, exact=found < exact_below, prominence=_prominence(rows))


def _are_dense(rows: Rows) -> bool:
    """Whether the quantized embeddings tell too little: others than those compared whole may be among the nearest ten.

    A bit differs by chance as if it were drawn; so the Hamming distance of an embedding deviates from what its angle
    makes it by the standard deviation of as many draws. Where the last that is compared is only a few of these behind
    the tenth, so are others behind it.
    """
    return bool(rows) and (settings.EMBEDDING_DIMENSIONS <= FEW_NUMBERS or float(rows[0][3]) < SEPARATION)


def _prominence(rows: Rows) -> float:
    """By how many standard deviations the nearest is nearer than the next hundred are on average.

    Of as many as were compared whole; 0 where these are too few to tell.
    """
    distances = [float(row[2]) for row in rows[:PROMINENT_AMONG] if row[2] is not None]
    others = distances[1:]
    if len(others) < PROMINENT_AMONG // 5 or (spread := pstdev(others)) == 0:
        return 0.0
    return (mean(others) - distances[0]) / spread


# The distance to the embedding of a memory's newest processing. pgvector adds squares up as 32-bit floats, which not
# every vector's fit: the one that is searched for is normalized, and a stored one has `normalized` where it needs it.
# The very embedding that is searched for comes before others of its direction, which rounding might put on either side
# of it.
_DISTANCE = f"""(
    SELECT CASE WHEN distance < {SAME_DIRECTION} AND embeddings = %(embedding)s::vector THEN -1 ELSE distance END
    FROM (
        SELECT embeddings, coalesce(normalized, embeddings) <=> (SELECT l2_normalize(%(embedding)s::vector)) AS distance
        FROM processed_memories
        WHERE memory_id = found.id ORDER BY processing_version DESC LIMIT 1
    ) AS newest
)"""  # noqa: S608 - a constant
_QUANTIZED = f"binary_quantized(%(embedding)s)::bit({settings.EMBEDDING_DIMENSIONS})"


# The tenth + 1, so that the deviation is not zero.
_SEPARATION = f"(last - tenth) / greatest(sqrt((tenth + 1) * (1 - tenth / {settings.EMBEDDING_DIMENSIONS}.0)), 1)"


@cache
def _of_one_model(vectors: str) -> str:
    """Those of the model that is asked for."""
    return f"SELECT * FROM ({vectors}) AS found (id, quantized, model) WHERE model = %(embedding_model)s"  # noqa: S608 - compiled


@cache
def _exact_sql(vectors: str) -> str:
    """Compares all whole."""
    return f"""
SELECT id, least(count(*) OVER (), {limits.SEARCH_RANKED_MAX}), {_DISTANCE} AS distance
FROM ({vectors}) AS found (id, quantized, embedding_model)
ORDER BY distance, id LIMIT %(wanted)s
"""  # noqa: S608 - `vectors` is compiled by the ORM, its values are placeholders


@cache
def _each_sql(source: str, most: int, among: int | None = None) -> str:
    """Compares the quantized embeddings of all, or of the first `among` that are met; each row has their number.

    The CTE is a fence. Without it the planner might read the whole HNSW index, or an index on time.
    """
    return _reranked(
        f"""
    WITH filtered AS MATERIALIZED (
        SELECT id, quantized FROM ({source}) AS found (id, quantized)
    )
    SELECT id, quantized <~> (SELECT {_QUANTIZED}) AS distance, count(*) OVER () AS total
    FROM (SELECT * FROM filtered LIMIT {among or "ALL"}) AS filtered ORDER BY distance, id LIMIT {most}""",  # noqa: S608 - the same
        RERANKED_EACH,
        "total",
    )


@cache
def _nearest_sql(nearest: str, found: int, rerank: int, ef_search: int) -> str:
    """Reads the HNSW index. The first `rerank` rows are the same, however many are found.

    The subquery of set_config runs before the index is read. The setting ends with the transaction, which without
    BEGIN is the statement.
    """
    quantized = f"(SELECT {_QUANTIZED} FROM set_config('hnsw.ef_search', '{ef_search}', true))"  # noqa: S608 - constants
    return _reranked(
        f"SELECT id, quantized <~> {quantized} AS distance FROM ({nearest}) AS found (id, quantized)"  # noqa: S608 - compiled
        f" ORDER BY distance LIMIT {found}",
        rerank,
    )


def _reranked(by_hamming_distance: str, rerank: int, total: str = "NULL::bigint") -> str:
    """Compares the first `rerank` rows whole; the others stay behind them, as they are.

    Of the first, only those are compared that are nearly as near as the first ten. Half of the bits of two unrelated
    embeddings differ, give or take a few per cent, and no comparison makes one of them near.
    """
    return f"""
WITH found AS MATERIALIZED (
    SELECT id, distance, row_number() OVER () AS place, {total} AS total FROM ({by_hamming_distance}) AS by_distance
), reached AS MATERIALIZED (
    SELECT max(distance) FILTER (WHERE place <= {NEAREST}) AS tenth,
        max(distance) FILTER (WHERE place <= {rerank}) AS last, count(*) AS found
    FROM found
)
SELECT id, coalesce(total, (SELECT found FROM reached)), CASE
    WHEN place <= {rerank} AND distance <= (SELECT tenth FROM reached) + {MARGIN}
    THEN {_DISTANCE}
END AS cosine_distance, (SELECT {_SEPARATION} FROM reached) FROM found
ORDER BY cosine_distance NULLS LAST, place
LIMIT %(wanted)s
"""  # noqa: S608 - made above
