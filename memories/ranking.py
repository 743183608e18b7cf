"""Ranking: which memories answer a question best, in words, by vector, or both.

**Words.** Any word of the question may match. A memory's score is the sum over the question's words of the word's
rarity (the inverse document frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
times `ts_rank`'s measure of how often, in which field and in how long a text it occurs; to which comes a fifth of what
the best three memories of the same context score, since the neighbours of an answer are about the same thing. On our
labelled questions this finds 59% among the first five, where `ts_rank` alone finds 31% (docs/benchmarks.md).

Scoring every memory that has any of the words would cost seconds at a million memories. So only about `CANDIDATES` are
scored: those with the rarest words, as many words as stay within that; common ones join in only where the rare ones do
not fill the page. Rarity comes from PostgreSQL's own statistics of the column, and from the candidates themselves.

**Vectors.** The nearest by Hamming distance of the vectors' signs, from an HNSW index, ordered by the whole vectors'
cosine distance. Where a filter leaves few, these are compared one by one, exactly.

**Both** are fused by reciprocal rank (Cormack, Clarke and Buettcher, SIGIR 2009).

A ranking takes several statements. It is written as a generator that yields each and is sent its rows, so that the same
code runs on the server's asynchronous connections and on Django's.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.conf import settings
from pgvector import Vector

from memories import limits
from memories.text import in_words

CANDIDATES = 1_500  # that many are aimed at by the statistics; their error may bring twice as many
CANDIDATES_UNKNOWN = 10_000  # at most, where there are no statistics to aim with
TERMS_MAX = 16
CONTEXT_SHARE = 0.2  # of the best three of a context, added to each of its memories
NEAREST = limits.SEARCH_RANKED_MAX
NEAREST_FILTERED = 300  # under a filter that leaves many, where each found costs as many as the filter refuses
EXACT_MAX = 1_000  # vectors that are compared one by one
FILTERED_EXACT_MAX = 2_000  # memories left by a filter, of which all that have a vector are compared
FUSION_CONSTANT = 60  # the paper's k
CORPUS_MAX_AGE = 10.0  # seconds

Step = tuple[str, dict[str, Any]]
Rows = Sequence[tuple[Any, ...]]
Plan = Generator[Step, Rows, "Ranking"]


@dataclass(frozen=True)
class Ranking:
    """The ids of the best memories, best first.

    `found` memories match, or at least so many where `exact` is false. `note` says why there are none, where that needs
    saying. `outdated` says that PostgreSQL's statistics are behind, so that an ANALYZE would make rankings better.
    """

    ids: list[uuid.UUID]
    found: int
    exact: bool
    note: str | None = None
    outdated: bool = False


@dataclass(frozen=True)
class Candidates:
    """The memories among which to rank, as SQL: the filters of a search and nothing else.

    Args:
        words: selects id, created_at, context and search vector of those that match the parameter `candidates`.
        vectors: selects id, embedding and its signs of those that have one.
        filtered: selects id of those that the filters leave; None where there is no filter.
        parameters: the values of the filters' placeholders.
    """

    words: str
    vectors: str
    filtered: str | None
    parameters: dict[str, Any]


@dataclass
class _Corpus:
    """What PostgreSQL knows of all search vectors: how many there are, and in what share of them a word occurs."""

    memories: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    least_share: float = 0.0  # of a word that is not among `shares`, at most
    outdated: bool = True
    read_at: float = float("-inf")

    def frequency(self, word: str) -> int:
        """In how many memories a word occurs, as far as known."""
        share = self.shares.get(word)
        return int(self.memories * (self.least_share / 2 if share is None else share))


_corpus = _Corpus()


def rank(
    candidates: Candidates, *, query: str | None, embedding: Vector | str | None, wanted: int = limits.SEARCH_RANKED_MAX
) -> Plan:
    """Rank by question, by vector, or by both; `wanted` is how many places will be looked at."""
    if embedding is None:
        assert query is not None
        return (yield from rank_by_words(candidates, query, wanted))
    by_vector = yield from rank_by_vector(candidates, embedding)
    if query is None:
        return by_vector
    by_words = yield from rank_by_words(candidates, query, limits.SEARCH_RANKED_MAX)
    return _fused(by_words, by_vector)


def _fused(*rankings: Ranking) -> Ranking:
    scores: dict[uuid.UUID, float] = {}
    for ranking in rankings:
        for place, identifier in enumerate(ranking.ids, start=1):
            scores[identifier] = scores.get(identifier, 0.0) + 1 / (FUSION_CONSTANT + place)
    best = sorted(scores, key=lambda identifier: (-scores[identifier], identifier))
    exact = all(ranking.exact for ranking in rankings) and len(best) <= limits.SEARCH_RANKED_MAX
    outdated = any(ranking.outdated for ranking in rankings)
    return Ranking(best[: limits.SEARCH_RANKED_MAX], len(best), exact, outdated=outdated)


# Words

_PARTS = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_ONLY_STOP_WORDS = (
    "The query holds no word that could be searched for, only words such as 'the' or 'what'; use telling ones."
)

# The words of the question as the index has them, and its phrases and exclusions as conditions.
ANALYSIS = """
SELECT
    ARRAY(SELECT lexeme FROM unnest(to_tsvector('english', {words})) ORDER BY positions[1]),
    ARRAY(SELECT phraseto_tsquery('english', {part})::text FROM unnest(%(phrases)s::text[]) AS part),
    ARRAY(SELECT plainto_tsquery('english', {part})::text FROM unnest(%(excluded)s::text[]) AS part)
"""
CORPUS = """
SELECT
    n_live_tup,
    n_mod_since_analyze > 50 + n_live_tup / 5 AS outdated,
    most_common_elems::text::text[],
    most_common_elem_freqs
FROM pg_stat_user_tables LEFT JOIN pg_stats
    ON pg_stats.schemaname = 'public' AND tablename = 'memories' AND attname = 'search_vector'
WHERE relid = 'public.memories'::regclass
"""


@cache
def _analysis() -> str:
    return ANALYSIS.format(words=in_words("%(words)s::text"), part=in_words("part"))


def rank_by_words(candidates: Candidates, query: str, wanted: int) -> Plan:
    """Rank by a question in plain words; quoted phrases must occur, and words after a minus must not."""
    phrases, excluded, words = _parts(query)
    rows = yield _analysis(), {"words": " ".join((*words, *phrases)), "phrases": phrases, "excluded": excluded}
    lexemes, phrase_queries, excluded_queries = rows[0]
    if not lexemes:
        return Ranking([], 0, exact=True, note=_ONLY_STOP_WORDS)
    if time.monotonic() - _corpus.read_at > CORPUS_MAX_AGE:
        _remember((yield CORPUS, {}))

    terms = sorted(dict.fromkeys(lexemes), key=_corpus.frequency)[:TERMS_MAX]
    conditions = "".join(f" & ({text})" for text in phrase_queries if text)
    conditions += "".join(f" & !({text})" for text in excluded_queries if text)
    chosen = _rarest(terms)
    pieces = [_any_of(terms[:chosen]) + conditions]
    rows = yield _scoring(candidates, terms, pieces, wanted)
    while len(rows) < wanted and chosen < len(terms):
        # The rare words do not fill the page: the next words' memories join in, those of each word behind all found
        # before it, so that a later page goes on where the one before it ended.
        for number in range(chosen, chosen := _enough(terms, chosen, len(rows), wanted)):
            pieces.append(f"{_quoted(terms[number])} & !{_any_of(terms[:number])}{conditions}")
        rows = yield _scoring(candidates, terms, pieces, wanted)
    found = rows[0][1] if rows else 0
    return Ranking(
        [row[0] for row in rows],
        found=min(found, limits.SEARCH_RANKED_MAX),
        exact=chosen == len(terms) == len(set(lexemes)) and found <= limits.SEARCH_RANKED_MAX,
        outdated=_corpus.outdated,
    )


def _parts(query: str) -> tuple[list[str], list[str], list[str]]:
    """Take a question apart into phrases that must occur, words that must not, and words that may."""
    phrases, excluded, words = [], [], []
    for part in _PARTS.finditer(query):
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        if part["minus"]:
            excluded.append(text)
        elif part["phrase"] is not None:
            phrases.append(text)
        else:
            words.append(text)
    return phrases, excluded, words


def _remember(rows: Rows) -> None:
    _corpus.memories, _corpus.outdated, words, frequencies = rows[0]
    _corpus.shares = dict(zip(words or (), frequencies or (), strict=False))
    _corpus.least_share = frequencies[len(words)] if words else 0.0  # behind the frequencies stands their minimum
    _corpus.read_at = time.monotonic()


def _rarest(terms: Sequence[str]) -> int:
    """How many of the terms, rarest first, stay together within CANDIDATES memories; at least one."""
    total = 0
    for count, term in enumerate(terms):
        total += _corpus.frequency(term)
        if count and total > CANDIDATES:
            return count
    return len(terms)


def _enough(terms: Sequence[str], chosen: int, found: int, wanted: int) -> int:
    """How many of the terms should fill the page, judging by how many memories those chosen so far found.

    One at a time would take a statement for each, and each repeats those before it.
    """
    share = (found + 1) / (sum(map(_corpus.frequency, terms[:chosen])) + 1)  # of the memories that the filters leave
    expected = float(found)
    while chosen < len(terms):
        expected += share * _corpus.frequency(terms[chosen])
        chosen += 1
        if expected >= wanted:
            break
    return chosen


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _any_of(lexemes: Sequence[str]) -> str:
    return f"({' | '.join(_quoted(lexeme) for lexeme in lexemes)})"


def _scoring(candidates: Candidates, terms: Sequence[str], pieces: Sequence[str], wanted: int) -> Step:
    parameters = dict(candidates.parameters)
    parameters |= {f"piece_{number}": piece for number, piece in enumerate(pieces)}
    parameters |= {f"term_{number}": _quoted(term) for number, term in enumerate(terms)}
    parameters |= {f"frequency_{number}": _corpus.frequency(term) for number, term in enumerate(terms)}
    parameters |= {"memories": _corpus.memories, "wanted": min(wanted, limits.SEARCH_RANKED_MAX)}
    parameters["piece_limit"] = CANDIDATES_UNKNOWN if _corpus.outdated else 2 * CANDIDATES
    return _scoring_sql(candidates.words, len(terms), len(pieces)), parameters


@cache
def _scoring_sql(words: str, terms: int, pieces: int) -> str:
    """The statement that scores; of its values none is in it, and its length depends on the numbers only."""
    numbers = range(terms)
    found = " UNION ALL ".join(
        f"SELECT {piece}, * FROM ({words.replace('%(candidates)s', f'%(piece_{piece})s::tsquery')}"  # noqa: S608
        f" LIMIT %(piece_limit)s) AS piece_{piece}"
        for piece in range(pieces)
    )
    # Weights in the order D, C, B, A: the summary before the context before the content, though not by much.
    ranks = ", ".join(f"ts_rank('{{0.1,0.8,0.9,1.0}}', vector, %(term_{i})s::tsquery, 1) AS rank_{i}" for i in numbers)
    frequencies = ", ".join(
        f"greatest(count(*) FILTER (WHERE rank_{i} > 0), %(frequency_{i})s)::float8 AS frequency_{i}" for i in numbers
    )
    score = " + ".join(
        f"rank_{i} * ln(1 + (greatest(memories - frequency_{i}, 0) + 0.5) / (frequency_{i} + 0.5))" for i in numbers
    )
    return f"""
WITH found (piece, id, created_at, context, vector) AS ({found}),
ranked AS MATERIALIZED (SELECT piece, id, created_at, hashtext(context) AS context, {ranks} FROM found),
corpus AS (SELECT greatest(count(*), %(memories)s)::float8 AS memories, {frequencies} FROM ranked WHERE piece = 0),
scored AS MATERIALIZED (SELECT piece, id, created_at, context, {score} AS score FROM ranked, corpus),
placed AS (
    SELECT piece, context, score, row_number() OVER (PARTITION BY piece, context ORDER BY score DESC) AS place
    FROM scored
),
contexts AS (SELECT piece, context, sum(score) / 3 AS score FROM placed WHERE place <= 3 GROUP BY piece, context)
SELECT id, (SELECT count(*) FROM scored)
FROM scored JOIN contexts USING (piece, context)
ORDER BY piece, scored.score + {CONTEXT_SHARE} * contexts.score DESC, created_at DESC, id
LIMIT %(wanted)s
"""  # noqa: S608 - made of constants and placeholders only


# Vectors


def rank_by_vector(candidates: Candidates, embedding: Vector | str) -> Plan:
    """Rank by nearness to an embedding; memories without one are left out."""
    parameters = {**candidates.parameters, "embedding": embedding}
    if candidates.filtered is None:
        rows = yield _count_sql(candidates.vectors, EXACT_MAX + 1), parameters
        few, reach = rows[0][0] <= EXACT_MAX, NEAREST
    else:
        rows = yield _count_sql(candidates.filtered, FILTERED_EXACT_MAX + 1), parameters
        few, reach = rows[0][0] <= FILTERED_EXACT_MAX, NEAREST_FILTERED
    if few:
        rows = yield _exact_sql(candidates.vectors), parameters
        return Ranking([row[0] for row in rows], len(rows), exact=len(rows) < NEAREST)
    rows = yield _nearest_sql(candidates.vectors, reach), parameters
    ids = list(dict.fromkeys(row[0] for row in rows))  # a memory may have been processed more than once
    return Ranking(ids, len(ids), exact=False)


_SIGNS = f"codex_processed.quantized(%(embedding)s)::bit({settings.EMBEDDING_DIMENSIONS})"


@cache
def _count_sql(found: str, limit: int) -> str:
    return f"SELECT count(*) FROM (SELECT 1 FROM ({found}) AS found LIMIT {limit}) AS counted"  # noqa: S608


@cache
def _exact_sql(vectors: str) -> str:
    return f"""
SELECT id FROM ({vectors}) AS found (id, embedding, signs)
GROUP BY id ORDER BY min(embedding <=> %(embedding)s), id LIMIT {NEAREST}
"""  # noqa: S608


@cache
def _nearest_sql(vectors: str, reach: int) -> str:
    return f"""
WITH nearest AS MATERIALIZED (
    SELECT id, embedding FROM ({vectors}) AS found (id, embedding, signs) ORDER BY signs <~> {_SIGNS} LIMIT {reach}
)
SELECT id FROM nearest ORDER BY embedding <=> %(embedding)s, id
"""  # noqa: S608


# Running a plan


def run(plan: Plan, execute: Callable[[str, dict[str, Any]], Rows]) -> Ranking:
    """Carry a plan out: `execute` runs one statement and returns its rows."""
    try:
        step = next(plan)
        while True:
            step = plan.send(execute(*step))
    except StopIteration as end:
        ranking: Ranking = end.value
        return ranking
