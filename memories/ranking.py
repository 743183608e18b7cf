"""Ranking: which memories answer a question best, in words, by vector, or both.

**Words.** Any word of the question may match. A memory's score is the sum over the question's words of the word's
rarity (the inverse document frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)
times `ts_rank`'s measure of how often and in which field it occurs, over the logarithm of the memory's length. A word
counts in all its forms (`memories.word_forms`), and more where it stands next to the word that it stands next to in the
question. What is said in one place is often about what was said beside it: so for the words that a memory lacks it gets
a share of what the best of its context score with them, and of what the memories stored just before and after it do
(docs/benchmarks.md has what each of these found).

Scoring every memory that has any of the words would cost seconds at a million memories. So only about `CANDIDATES` are
scored: those with the rarest words, as many words as stay within that; where even the rarest is common, those that have
several of the words, the newest first, so that at first no more than about `ENTRIES` of an index are intersected; more
join in only where these do not fill the page. Rarity comes from PostgreSQL's own statistics of the column, and from the
candidates themselves.

**Vectors.** The nearest by Hamming distance of the vectors' signs, from an HNSW index, ordered by the whole vectors'
cosine distance. Where the planner expects a filter to leave few, these are compared one by one, exactly.

**Both** are fused by reciprocal rank (Cormack, Clarke and Buettcher, SIGIR 2009).

A ranking takes several statements. It is written as a generator that yields each and is sent its rows, so that the same
code runs on the server's asynchronous connections and on Django's.
"""

from __future__ import annotations

import datetime
import re
import time
import uuid
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from django.conf import settings
from pgvector import Vector

from memories import estimates, limits
from memories.stretches import STATISTICS, Stretch, covering, spread
from memories.text import in_words
from memories.word_forms import STEMS, WordForms

CANDIDATES = 1_000  # that many are aimed at by the statistics
PIECE_MAX = 2_000  # that many are ranked, where the statistics erred
ENTRIES = 25_000  # of the rarest word, that are intersected with the other words' entries
CANDIDATES_UNKNOWN = 10_000  # at most, where there are no statistics to aim with, or a filter left more than expected
TERMS_MAX = 16
LENGTH_OFFSET = 8  # words, added to a memory's length before its logarithm, which else sets short ones far apart
WEIGHTS = "{0.1,0.9,0.91,0.92}"  # D, C, B, A: the summary before the context before the content, but hardly
ADJACENT = 0.2  # of a word's rarity, where it stands next to its neighbour of the question
CONTEXT_SHARE = 0.2  # of what the best of the same context score with the words that a memory lacks
HEAD = 50  # so many of the best are looked at with their neighbours
NEIGHBOUR_SHARES = (0.3, 0.15)  # of the same, where they were stored next to it, and next to that
COMPARED_WHOLE = 400  # of the nearest by their signs
COMPARED_FILTERED = 250  # under a filter, where each costs a look at what the filter says; no others are found
EXACT_MAX = 1_000  # vectors that are compared one by one
FILTERED_EXACT_MAX = 6_000  # where a filter leaves so many
FUSION_CONSTANT = 60  # the paper's k
FUSED = 100  # of each ranking; what stands further behind adds next to nothing
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
        newest, older: the same within the stretch of time `newest`, and without it.
        few: the same, read by the filters alone.
        vectors: selects id, embedding and its signs of those that have one.
        exact: the same, by the filters first.
        filtered, embedded: selects id of those that the filters leave; of those with an embedding.
        is_filtered: whether there is any filter.
        parameters: the values of the filters' placeholders.
    """

    words: str
    newest: str
    older: str
    few: str
    vectors: str
    exact: str
    filtered: str
    embedded: str
    is_filtered: bool
    parameters: dict[str, Any]


@dataclass
class _Corpus:
    """What PostgreSQL knows of all search vectors: how many there are, and in what share of them a word occurs.

    And how many embeddings there are.
    """

    memories: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    least_share: float = 0.0  # of a word that is not among `shares`, at most
    outdated: bool = True
    read_at: float = float("-inf")
    vectors: int = 0
    vectors_read_at: float = float("-inf")

    def frequency(self, word: str) -> int:
        """In how many memories a word occurs; a quarter of the rarest known where it is rarer, as Zipf's law has it."""
        share = self.shares.get(word)
        return int(self.memories * (self.least_share / 4 if share is None else share))


_corpus = _Corpus()
_word_forms = WordForms()


@dataclass(frozen=True)
class _Choice:
    """Memories to rank: those that match a tsquery, and by which of the statements of `Candidates` to read them."""

    tsquery: str
    expected: float
    part: Literal["words", "newest", "older", "few"] = "words"


@dataclass(frozen=True)
class _Term:
    """A word of the question, in all its forms.

    Args:
        tsquery: any of its forms.
        beside: it stands next to a rarer word of the question that it stands next to there; empty, if it does to none.
        frequency: in how many memories it occurs.
    """

    tsquery: str
    frequency: int
    forms: int
    beside: str = ""


def rank(
    candidates: Candidates, *, query: str | None, embedding: Vector | str | None, wanted: int = limits.SEARCH_RANKED_MAX
) -> Plan:
    """Rank by question, by vector, or by both; `wanted` is how many places will be looked at."""
    if embedding is None:
        assert query is not None
        return (yield from rank_by_words(candidates, query, wanted))
    if query is None:
        return (yield from rank_by_vector(candidates, embedding, wanted))
    by_vector = yield from rank_by_vector(candidates, embedding, FUSED, reach=FUSED)
    by_words = yield from rank_by_words(candidates, query, FUSED, enough=FUSED // 2)
    fused = _by_reciprocal_rank(by_words.ids[:FUSED], by_vector.ids[:FUSED])
    if wanted > len(fused):
        # Behind them, so that the order does not change with the page.
        by_vector = yield from rank_by_vector(candidates, embedding, limits.SEARCH_RANKED_MAX)
        by_words = yield from rank_by_words(candidates, query, limits.SEARCH_RANKED_MAX)
        fused += _by_reciprocal_rank(by_words.ids, by_vector.ids)
    ids = list(dict.fromkeys(fused))
    return Ranking(
        ids[: limits.SEARCH_RANKED_MAX],
        min(len(ids), limits.SEARCH_RANKED_MAX),
        exact=by_words.exact and by_vector.exact and len(ids) <= limits.SEARCH_RANKED_MAX,
        outdated=by_words.outdated,
    )


def _by_reciprocal_rank(*rankings: list[uuid.UUID]) -> list[uuid.UUID]:
    scores: dict[uuid.UUID, float] = {}
    for ids in rankings:
        for place, identifier in enumerate(ids, start=1):
            scores[identifier] = scores.get(identifier, 0.0) + 1 / (FUSION_CONSTANT + place)
    return sorted(scores, key=lambda identifier: (-scores[identifier], identifier))


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


def rank_by_words(candidates: Candidates, query: str, wanted: int, enough: int | None = None) -> Plan:
    """Rank by a question in plain words; quoted phrases must occur, and words after a minus must not.

    Args:
        wanted: at most so many are returned.
        enough: with so many no more are looked for; as many as wanted, if None.
    """
    enough = wanted if enough is None else enough
    phrases, excluded, words = _parts(query)
    rows = yield _analysis(), {"words": " ".join((*words, *phrases)), "phrases": phrases, "excluded": excluded}
    lexemes, phrase_queries, excluded_queries = rows[0]
    if not lexemes:
        return Ranking([], 0, exact=True, note=_ONLY_STOP_WORDS)
    if time.monotonic() - _corpus.read_at > CORPUS_MAX_AGE:
        _remember((yield CORPUS, {}))
    if not _word_forms.are_known:
        _word_forms.remember((yield STEMS, _word_forms.parameters))

    asked = _terms(lexemes)
    terms = sorted(asked, key=lambda term: term.frequency)[:TERMS_MAX]
    always = "".join(f" & ({text})" for text in phrase_queries if text)
    always += "".join(f" & !({text})" for text in excluded_queries if text)
    if terms[0].frequency > PIECE_MAX and spread.is_stale:
        spread.remember((yield STATISTICS, {})[0])
    left = None
    if candidates.is_filtered:
        left = estimates.estimate((yield estimates.explained(candidates.filtered), dict(candidates.parameters)))
    choices, stretch = _choices(terms, left)
    pieces: list[_Choice] = []
    while len(pieces) < len(choices):
        pieces.append(_behind(choices, len(pieces), always))
        if sum(piece.expected for piece in pieces) < enough and len(pieces) < len(choices):
            continue
        rows = yield _scoring(candidates, terms, pieces, stretch, wanted)
        if pieces[0].part == "few" and rows and rows[0][1] >= CANDIDATES_UNKNOWN:
            # The filter left more than the planner thought, and these were not the best of them.
            (choices, stretch), pieces = _choices(terms, None), []
        elif len(rows) >= enough:
            break
    found = rows[0][1] if rows else 0
    return Ranking(
        [row[0] for row in rows],
        found=min(found, limits.SEARCH_RANKED_MAX),
        exact=len(pieces) == len(choices) and len(terms) == len(asked) and found <= limits.SEARCH_RANKED_MAX,
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


def _terms(lexemes: Sequence[str]) -> list[_Term]:
    """The words of a question, in its order."""
    words = list(dict.fromkeys(map(_word_forms.of, lexemes)))
    terms = [
        _Term("(" + " | ".join(map(_quoted, forms)) + ")", sum(_corpus.frequency(form) for form in forms), len(forms))
        for forms in words
    ]
    beside: list[list[str]] = [[] for _ in terms]
    for place, (left, right) in enumerate(pairwise(terms)):
        # The commoner of the two, because it tells less by itself.
        beside[place if left.frequency > right.frequency else place + 1].append(f"({left.tsquery} <-> {right.tsquery})")
    return [replace(term, beside=" | ".join(pairs)) for term, pairs in zip(terms, beside, strict=True)]


def _choices(terms: Sequence[_Term], left: int | None) -> tuple[list[_Choice], Stretch | None]:
    """Which memories to rank, and what is newest: first those of the rarest words, then more, until the page is full.

    Where even the rarest word is common, those that have it and the next rarest come first, and so on.

    Args:
        left: how many memories the filters leave; None without filters.
    """
    memories = max(_corpus.memories, 1)
    if left is not None and left <= PIECE_MAX:
        return [_Choice(" | ".join(term.tsquery for term in terms), left, "few")], None
    # Of what the index intersects with a filter, few are left; a filter that leaves many is checked memory by memory.
    share = 1.0 if left is None else min(left / memories, 1.0)
    room = CANDIDATES if left is None or left > ENTRIES else min(CANDIDATES / share, ENTRIES / 2)
    choices, stretch = _together(terms, share)
    total, chosen = terms[0].frequency, [terms[0].tsquery]
    for term in terms[1:]:
        total += term.frequency
        if total > room:
            choices.append(_Choice(" | ".join(chosen), (total - term.frequency) * share))
            room, chosen = 4 * total, []
        chosen.append(term.tsquery)
    return [*choices, _Choice(" | ".join(chosen), total * share)], stretch


def _behind(choices: Sequence[_Choice], number: int, always: str) -> _Choice:
    """A choice without the memories of those before it, so that a later page goes on where an earlier one ended."""
    before = " | ".join(earlier.tsquery for earlier in choices[:number] if earlier.part != "newest")
    tsquery = f"({choices[number].tsquery}) & !({before}){always}" if before else f"({choices[number].tsquery}){always}"
    return replace(choices[number], tsquery=tsquery)


def _together(terms: Sequence[_Term], share: float) -> tuple[list[_Choice], Stretch | None]:
    """Where even the rarest word is common: it and the next rarest, as many as bring them down to few; then one less.

    The first is for the newest only, then for the older, where the index holds too many entries to intersect them all,
    or where all the words together still are in too many memories.
    """
    frequency = terms[0].frequency
    if frequency * share <= PIECE_MAX:
        return [], None
    newest, stretch = min(ENTRIES / frequency, 1.0), None
    expected = [frequency * share]
    while len(expected) < len(terms) and expected[-1] * newest > CANDIDATES:
        expected.append(expected[-1] * terms[len(expected)].frequency / max(_corpus.memories, 1))
    if expected[-1] * newest > PIECE_MAX:
        newest = CANDIDATES / expected[-1]
    if newest < 1 and spread.is_known:
        stretch = covering(spread.moment(1 - newest), datetime.datetime.now(datetime.UTC))
    choices = [
        _Choice(" & ".join(term.tsquery for term in terms[:count]), expected[count - 1])
        for count in range(len(expected), 0, -1)
    ]
    if stretch is None:
        return choices[:-1], None
    first, *others = choices
    parts = [
        replace(first, expected=first.expected * newest, part="newest"),
        replace(first, expected=first.expected * (1 - newest), part="older"),
    ]
    return [*parts, *others[:-1]], stretch


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _scoring(
    candidates: Candidates, terms: Sequence[_Term], pieces: Sequence[_Choice], stretch: Stretch | None, wanted: int
) -> Step:
    parameters = dict(candidates.parameters)
    parameters |= {f"piece_{number}": piece.tsquery for number, piece in enumerate(pieces)}
    if stretch is not None:
        parameters |= {"newest": stretch.numbers, "newest_since": stretch.since, "newest_until": stretch.until}
    for number, term in enumerate(terms):
        parameters[f"term_{number}"], parameters[f"beside_{number}"] = term.tsquery, term.beside
        parameters[f"frequency_{number}"], parameters[f"forms_{number}"] = term.frequency, term.forms
    parameters |= {"memories": _corpus.memories, "wanted": min(wanted, limits.SEARCH_RANKED_MAX)}
    unknown = _corpus.outdated or pieces[0].part == "few"  # the planner's word for it is no promise
    parameters["piece_limit"] = CANDIDATES_UNKNOWN if unknown else PIECE_MAX
    return _scoring_sql(len(terms), *(getattr(candidates, piece.part) for piece in pieces)), parameters


# The memories that were stored just before and after one of the head.
_NEIGHBOURS = " UNION ALL ".join(
    f"SELECT id, (ARRAY{list(NEIGHBOUR_SHARES)})[row_number() OVER ()]::float8 AS share FROM ("  # noqa: S608 - constants
    f"SELECT id FROM memories WHERE created_at {compared} head.created_at"
    f" ORDER BY created_at {order} LIMIT {len(NEIGHBOUR_SHARES)}) AS {name}"
    for name, compared, order in (("earlier", "<", "DESC"), ("later", ">", "ASC"))
)


@cache
def _scoring_sql(terms: int, *pieces: str) -> str:
    """The statement that scores; of its values none is in it, and its length depends on the numbers only."""
    numbers = range(terms)
    found = " UNION ALL ".join(
        f"SELECT {number}, * FROM ("  # noqa: S608 - `piece` is compiled by the ORM, its values are placeholders
        f"{piece.replace('%(candidates)s', f'%(piece_{number})s::tsquery')}"
        f" LIMIT %(piece_limit)s) AS piece_{number}"
        for number, piece in enumerate(pieces)
    )

    def each(expression: str, separator: str = ", ") -> str:
        """The expression for each word, with its number for #."""
        return separator.join(expression.replace("#", str(number)) for number in numbers)

    # `ts_rank` divides by the number of words in its query.
    return f"""
WITH found (piece, id, created_at, context, vector) AS ({found}),
ranked AS MATERIALIZED (
    SELECT piece, id, created_at, hashtext(context) AS context, ln(length(vector) + {LENGTH_OFFSET}) AS length,
        {each(f"ts_rank('{WEIGHTS}', vector, %(term_#)s::tsquery) * %(forms_#)s AS rank_#")},
        {each(f"CASE WHEN vector @@ %(beside_#)s::tsquery THEN {ADJACENT} ELSE 0 END AS beside_#")}
    FROM found
),
corpus AS (
    SELECT greatest(count(*), %(memories)s)::float8 AS memories,
        {each("greatest(count(*) FILTER (WHERE rank_# > 0), %(frequency_#)s)::float8 AS frequency_#")}
    FROM ranked WHERE piece = 0
),
rarity AS MATERIALIZED (
    SELECT {each("ln(1 + (greatest(memories - frequency_#, 0) + 0.5) / (frequency_# + 0.5)) AS rarity_#")} FROM corpus
),
scored AS MATERIALIZED (
    SELECT piece, id, created_at, context, {each("(rank_# + beside_#) * rarity_# / length AS score_#")}
    FROM ranked, rarity
),
contexts AS (SELECT piece, context, {each("max(score_#) AS best_#")} FROM scored GROUP BY piece, context),
ordered AS MATERIALIZED (
    SELECT scored.*, {each("score_#", " + ")}
        + {CONTEXT_SHARE} * ({each("CASE WHEN score_# = 0 THEN best_# ELSE 0 END", " + ")}) AS score
    FROM scored JOIN contexts USING (piece, context)
),
best AS MATERIALIZED (
    SELECT * FROM ordered ORDER BY piece, score DESC, created_at DESC, id LIMIT greatest(%(wanted)s, {HEAD})
),
head AS MATERIALIZED (SELECT * FROM best ORDER BY piece, score DESC, created_at DESC, id LIMIT {HEAD}),
beside AS MATERIALIZED (
    SELECT head.id AS head, piece, context, {each("score_# = 0 AS lacks_#")}, neighbour.id, share
    FROM head CROSS JOIN LATERAL ({_NEIGHBOURS}) AS neighbour
),
shares AS MATERIALIZED (
    SELECT head AS id, {each("max(CASE WHEN lacks_# THEN share * score_# ELSE 0 END)", " + ")} AS score
    FROM beside JOIN scored USING (piece, context, id) GROUP BY head
)
SELECT id, (SELECT count(*) FROM ordered)
FROM best LEFT JOIN shares USING (id)
ORDER BY piece, best.score + coalesce(shares.score, 0) DESC, created_at DESC, id
LIMIT %(wanted)s
"""  # noqa: S608 - made of constants and placeholders only


# Vectors


def rank_by_vector(candidates: Candidates, embedding: Vector | str, wanted: int, reach: int = COMPARED_WHOLE) -> Plan:
    """Rank by nearness to an embedding; memories without one are left out.

    Args:
        wanted: how many places will be looked at.
        reach: so many of the nearest by their signs are compared whole; behind them others follow by their signs.
    """
    parameters = {**candidates.parameters, "embedding": embedding}
    if candidates.is_filtered:
        reach = min(reach, COMPARED_FILTERED)
        rows = yield estimates.explained(candidates.embedded), candidates.parameters
        left, most = estimates.estimate(rows), FILTERED_EXACT_MAX
    else:
        if time.monotonic() - _corpus.vectors_read_at > CORPUS_MAX_AGE:
            rows = yield estimates.explained(candidates.vectors), candidates.parameters
            _corpus.vectors, _corpus.vectors_read_at = estimates.estimate(rows), time.monotonic()
        left, most = _corpus.vectors, EXACT_MAX
    if left <= most:
        rows = yield _exact_sql(candidates.exact), parameters
        return Ranking([row[0] for row in rows], len(rows), exact=len(rows) < limits.SEARCH_RANKED_MAX)
    found = limits.SEARCH_RANKED_MAX if wanted > reach and not candidates.is_filtered else reach
    rows = yield _nearest_sql(candidates.vectors, found, reach), parameters
    if len(rows) < wanted and candidates.is_filtered:
        # The search gave up before it had found enough: the others behind, so that no earlier page would have changed.
        rows = [*rows, *(yield _exact_sql(candidates.exact), parameters)]
    ids = list(dict.fromkeys(row[0] for row in rows))  # a memory may have been processed more than once
    ids = ids[: limits.SEARCH_RANKED_MAX]
    return Ranking(ids, len(ids), exact=False)


_SIGNS = f"codex_processed.quantized(%(embedding)s)::bit({settings.EMBEDDING_DIMENSIONS})"


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
def _nearest_sql(vectors: str, found: int, reach: int) -> str:
    """The statement whose first rows, so many as `reach`, are the same however many are found."""
    return f"""
WITH nearest AS MATERIALIZED (
    SELECT id, embedding, row_number() OVER () AS place FROM (
        SELECT id, embedding FROM ({vectors}) AS found (id, embedding, signs) ORDER BY signs <~> {_SIGNS} LIMIT {found}
    ) AS by_signs
)
SELECT id FROM nearest
ORDER BY CASE WHEN place <= {reach} THEN embedding <=> %(embedding)s END NULLS LAST, place, id
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
