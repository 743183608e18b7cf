"""Ranking by a question, by an embedding, or by both.

Both rankings are fused by reciprocal rank (Cormack, Clarke and Buettcher, SIGIR 2009), with weights. How good an
agent's embedder is, is unknown. So the nearest embedding comes behind the first four by words, and the others far
behind, unless words find them too. But if it stands out from all others, that is hardly chance, and it comes first
(docs/decisions/embeddings.md).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING

from memories import limits
from memories.search import analysis, postings, scopes
from memories.search import corpus as corpora
from memories.search.candidates import Candidates, left_by_filters
from memories.search.steps import Branching, Ranking, Step, Steps, Together
from memories.search.vectors import DENSE_MAX, EF_SEARCH, EF_SEARCH_FUSED, RERANKED, rank_by_vector
from memories.search.words import rank_by_words

if TYPE_CHECKING:
    from memories.search.request import SearchQuery

FUSION_CONSTANT = 20  # the paper's k
WEIGHT = 0.3  # of a place by embedding; one by words has 1
NEAREST_WEIGHTS = (0.85, 3.0)  # of the nearest, the least and the most
PROMINENT = (4.0, 7.0)  # standard deviations by which it stands out, for these weights; in between in proportion
FUSED = 100  # places of each ranking; what stands further behind adds next to nothing


def foreseen(search: SearchQuery) -> list[Step]:
    """The constant statements with which `rank` will begin, as far as that is known now."""
    last_known = corpora.remembered(search.projects)
    expected = search if last_known is None else scopes.narrowed(search, last_known)
    counting = [postings.counts(expected)] if search.tags is not None or search.metadata is not None else []
    return counting + ([] if search.query is None else [analysis.words_of_question(search.query)])


def rank(
    candidates: Candidates,
    search: SearchQuery,
    wanted: int = limits.SEARCH_RANKED_MAX,
    corpus: corpora.Corpus | None = None,
) -> Branching[Ranking]:
    """Rank by question, embedding, or both.

    Args:
        wanted: the most places that will be looked at.
        corpus: what is known of all memories now; None to read it.
    """
    if corpus is None:
        corpus = yield from corpora.current(search.projects)
    left = yield from left_by_filters(candidates, search, corpus)
    by_words = partial(rank_by_words, candidates, search.query or "", corpus, left)
    model = search.embedding_model
    by_vector = partial(rank_by_vector, candidates, search.embedding, corpus, left, model=model)
    if search.embedding is None:
        ranking = yield from by_words(wanted)
    elif search.query is None:
        ranking = yield from by_vector(wanted)
    else:
        # Where that costs little, as many are compared whole as without a question, and all if bits tell too little.
        # So are a provider's, which are fused with every question, and some of whose models make them all alike.
        is_thorough = bool(model) or corpus.embeddings <= DENSE_MAX
        rerank, ef_search = (RERANKED, EF_SEARCH) if is_thorough else (FUSED, EF_SEARCH_FUSED)
        first_by_vector = partial(by_vector, FUSED, rerank=rerank, ef_search=ef_search)
        ranking = yield from _fused(by_words, by_vector, first_by_vector, wanted)
    return replace(ranking, outdated=corpus.was_renewed)


def _fused(
    by_words: Callable[..., Steps], by_vector: Callable[..., Steps], first_by_vector: Callable[[], Steps], wanted: int
) -> Branching[Ranking]:
    vectors, words = yield Together(first_by_vector(), by_words(FUSED, enough=FUSED // 2))
    fused = _by_reciprocal_rank(words.ids, vectors.ids[:FUSED], vectors.prominence)
    if wanted > len(fused):
        # The others follow, so that no earlier page changes.
        vectors, words = yield Together(by_vector(limits.SEARCH_RANKED_MAX), by_words(limits.SEARCH_RANKED_MAX))
        fused += _by_reciprocal_rank(words.ids, vectors.ids, vectors.prominence)
    ids = list(dict.fromkeys(fused))[: limits.SEARCH_RANKED_MAX]
    rankings = (words, vectors)
    return Ranking(
        ids,
        found=max(len(ids), words.found, vectors.found),
        exact=all(each.exact and each.found == len(each.ids) for each in rankings) and len(ids) == len(set(fused)),
        note=words.note if words.ids else None,
        starts=words.starts,
        lexemes=words.lexemes,
    )


def _by_reciprocal_rank(words: list[uuid.UUID], vectors: list[uuid.UUID], prominence: float) -> list[uuid.UUID]:
    weights = chain([_weight_of_nearest(prominence)], repeat(WEIGHT))
    scores: dict[uuid.UUID, float] = {}
    for ids, shares in ((words, repeat(1.0)), (vectors, weights)):
        for place, (identifier, share) in enumerate(zip(ids, shares, strict=False), start=1):
            scores[identifier] = scores.get(identifier, 0.0) + share / (FUSION_CONSTANT + place)
    return sorted(scores, key=lambda identifier: (-scores[identifier], identifier))


def _weight_of_nearest(prominence: float) -> float:
    (least, most), (low, high) = NEAREST_WEIGHTS, PROMINENT
    share = min(max((prominence - low) / (high - low), 0.0), 1.0)
    return float(least * (most / least) ** share)
