"""Ranking: which memories answer a question best, in words, by vector, or both.

**Words.** Any word of the question may match. A memory's score is the sum over the question's words of the word's
rarity (the inverse document frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
times `ts_rank`'s measure of how often and in which field it occurs, over the logarithm of the memory's length. A word
counts in all its forms (`ranking.word_forms`), and more where it stands next to the word that it stands next to in the
question; a question that asks when also looks for words of time (`ranking.answers`). What is said in one place is often
about what was said beside it: so for the words that a memory lacks it gets a share of what the best of its context
score with them, and of what the memories stored just before and after it do (docs/benchmarks.md has what each of these
found).

Scoring every memory that has any of the words would cost seconds at a million memories. So only about a thousand are
scored (`ranking.choosing`): those with the rarest words, as many words as stay within that; where even the rarest is
common, those that have several of the words, the newest first, so that at first no more than some 25,000 entries of an
index are intersected; more join in only where these do not fill the page. Rarity comes from statistics of all memories
(`ranking.corpus`), and from the candidates themselves.

**Vectors.** The nearest by Hamming distance of the vectors' signs, from an HNSW index, ordered by the whole vectors'
cosine distance. Where there are up to 1,000, or a filter leaves so few, all are compared whole; where it leaves up to
12,000, the signs of all are. Of the nearest by their signs at most 600 are compared whole, those
nearly as near as the first ten (`ranking.vectors`).

**Both** are fused by reciprocal rank (Cormack, Clarke and Buettcher, SIGIR 2009).

A ranking takes several statements. It is written as a generator that yields each and is sent its rows, so that the same
code runs on the server's asynchronous connections and on Django's. Of both, neither needs what the other finds: the
server finds them at the same time, where a second connection is idle.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from memories import limits
from memories.ranking import corpus as corpora
from memories.ranking.filtered import left_by
from memories.ranking.plans import Candidates, Plan, Ranking, Rows, Steps, Together, run, run_on
from memories.ranking.vectors import IN_SIGHT_FUSED, rank_by_vector
from memories.ranking.words import rank_by_words

if TYPE_CHECKING:
    from memories.querysets import SearchQuery

__all__ = ["Candidates", "Plan", "Ranking", "Rows", "rank", "rank_by_vector", "rank_by_words", "run", "run_on"]

FUSION_CONSTANT = 60  # the paper's k
FUSED = 100  # of each ranking; what stands further behind adds next to nothing


def rank(candidates: Candidates, search: SearchQuery, wanted: int = limits.SEARCH_RANKED_MAX) -> Plan:
    """Rank by question, by vector, or by both; `wanted` is how many places will be looked at."""
    corpus = yield from corpora.current()
    left = yield from left_by(candidates, search, corpus)
    by_words = partial(rank_by_words, candidates, search.query or "", corpus, left)
    by_vector = partial(rank_by_vector, candidates, search.embedding, corpus, left)
    if search.embedding is None:
        ranking = yield from by_words(wanted)
    elif search.query is None:
        ranking = yield from by_vector(wanted)
    else:
        ranking = yield from _fused(by_words, by_vector, wanted)
    return replace(ranking, outdated=corpus.was_renewed)


def _fused(by_words: Callable[..., Steps], by_vector: Callable[..., Steps], wanted: int) -> Plan:
    """Rank by both."""
    vectors, words = yield Together(
        by_vector(FUSED, reach=FUSED, sight=IN_SIGHT_FUSED), by_words(FUSED, enough=FUSED // 2)
    )
    fused = _by_reciprocal_rank(words.ids, vectors.ids[:FUSED])
    if wanted > len(fused):
        # Behind them, so that the order does not change with the page.
        vectors, words = yield Together(by_vector(limits.SEARCH_RANKED_MAX), by_words(limits.SEARCH_RANKED_MAX))
        fused += _by_reciprocal_rank(words.ids, vectors.ids)
    ids = list(dict.fromkeys(fused))[: limits.SEARCH_RANKED_MAX]
    rankings = (words, vectors)
    return Ranking(
        ids,
        found=max(len(ids), words.found, vectors.found),
        exact=all(each.exact and each.found == len(each.ids) for each in rankings) and len(ids) == len(set(fused)),
    )


def _by_reciprocal_rank(*rankings: list[uuid.UUID]) -> list[uuid.UUID]:
    scores: dict[uuid.UUID, float] = {}
    for ids in rankings:
        for place, identifier in enumerate(ids, start=1):
            scores[identifier] = scores.get(identifier, 0.0) + 1 / (FUSION_CONSTANT + place)
    return sorted(scores, key=lambda identifier: (-scores[identifier], identifier))
