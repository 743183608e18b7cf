"""The statement that scores memories by the words of a question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from memories import limits
from memories.ranking import choosing
from memories.ranking.choosing import Choice
from memories.ranking.corpus import Corpus
from memories.ranking.plans import Candidates, Step
from memories.ranking.terms import Term
from memories.stretches import Stretch
from memories.text import detoasted

LENGTH_OFFSET = 8  # words, added to a memory's length before its logarithm, which else sets short ones far apart
READ_WHOLE_BYTES = 4_000_000  # of search vectors that do not stand in their rows; of the others the brief is scored
WEIGHTS = "{0.1,0.9,0.91,0.92}"  # D, C, B, A: the summary before the context before the content, but hardly
ADJACENT = 0.2  # of a word's rarity, where it stands next to its neighbour of the question
CONTEXT_SHARE = 0.2  # of what the best of the same context score with the words that a memory lacks
HEAD = 50  # so many of the best are looked at with their neighbours
NEIGHBOUR_SHARES = (0.3, 0.15)  # of the same, where they were stored next to it, and next to that


def step(
    candidates: Candidates,
    terms: Sequence[Term],
    pieces: Sequence[Choice],
    stretch: Stretch | None,
    wanted: int,
    corpus: Corpus,
) -> Step:
    """The statement that scores the memories of these pieces by these terms.

    Args:
        stretch: what the parts "newest", "recent" and "older" of the pieces mean.
        wanted: at most so many rows; each is an id, and how many memories were scored.
        corpus: how many memories there are; how common the words are, their terms say.
    """
    parameters = dict(candidates.parameters)
    parameters |= {f"piece_{number}": piece.tsquery for number, piece in enumerate(pieces)}
    if stretch is not None:
        parameters |= {"newest": stretch.numbers, "newest_since": stretch.since, "newest_until": stretch.until}
    for number, term in enumerate(terms):
        parameters[f"term_{number}"], parameters[f"beside_{number}"] = term.tsquery, term.beside
        # As floats: psycopg sends a whole number as the shortest type that holds it, and each makes another statement.
        parameters[f"frequency_{number}"], parameters[f"forms_{number}"] = float(term.frequency), float(term.forms)
    parameters["asked"] = " | ".join(term.tsquery for term in terms)
    parameters |= {"memories": float(corpus.memories), "wanted": min(wanted, limits.SEARCH_RANKED_MAX)}
    parameters["piece_limit"] = choosing.PIECE_MAX + 1  # so that one sees where a filter left more than it should
    return _statement(len(terms), *(getattr(candidates, piece.part) for piece in pieces)), parameters


# The memories that were stored just before and after one of the head.
_NEIGHBOURS = " UNION ALL ".join(
    f"SELECT id, (ARRAY{list(NEIGHBOUR_SHARES)})[row_number() OVER ()]::float8 AS share FROM ("  # noqa: S608 - constants
    f"SELECT id FROM memories WHERE created_at {compared} head.created_at"
    f" ORDER BY created_at {order} LIMIT {len(NEIGHBOUR_SHARES)}) AS {name}"
    for name, compared, order in (("earlier", "<", "DESC"), ("later", ">", "ASC"))
)


@cache
def _statement(terms: int, *pieces: str) -> str:
    """The statement that scores; of its values none is in it, and its length depends on the numbers only.

    Its cost grows with the number of candidates n as a sort does, n log n, whatever the planner expects. A join of the
    candidates with anything of their number would not: under a generic plan, which counts on a handful of rows, it is
    made by nested loops. So what a candidate shares with others is found by window functions, which sort; and only
    `rarity`, one row, is joined. A memory that is alone in its context, as most are, has no neighbour to ask.

    The search vectors of the longest contents stand apart from their rows, and reading one takes as long as reading a
    hundred others. Nearly any word is in them. So only some are read whole, first those whose summary and context have
    the question's words; of the others, these two are all that is scored.
    """
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
WITH found (piece, id, created_at, context, vector, brief) AS MATERIALIZED ({found}),
read AS (
    SELECT piece, id, created_at, context, {detoasted("vector")} AS vector FROM found WHERE brief IS NULL
    UNION ALL
    SELECT piece, id, created_at, context,
        CASE WHEN bytes <= {READ_WHOLE_BYTES} THEN {detoasted("vector")} ELSE brief END
    FROM (
        SELECT *, sum(pg_column_size(vector)) OVER (
            ORDER BY piece, ts_rank('{WEIGHTS}', brief, %(asked)s::tsquery) DESC, created_at DESC, id
        ) AS bytes
        FROM found WHERE brief IS NOT NULL
    ) AS large
),
ranked AS MATERIALIZED (
    SELECT piece, id, created_at, hashtext(context) AS context, ln(length(vector) + {LENGTH_OFFSET}) AS length,
        {each(f"ts_rank('{WEIGHTS}', vector, %(term_#)s::tsquery) * %(forms_#)s::float8 AS rank_#")},
        {each(f"CASE WHEN vector @@ %(beside_#)s::tsquery THEN {ADJACENT}::float8 ELSE 0 END AS beside_#")}
    FROM read
),
corpus AS (
    SELECT greatest(count(*), %(memories)s::float8) AS memories,
        {each("greatest(count(*) FILTER (WHERE rank_# > 0), %(frequency_#)s::float8) AS frequency_#")}
    FROM ranked WHERE piece = 0
),
rarity AS MATERIALIZED (
    SELECT {each("ln(1 + (greatest(memories - frequency_#, 0) + 0.5) / (frequency_# + 0.5)) AS rarity_#")} FROM corpus
),
scored AS (
    SELECT piece, id, created_at, context, {each("(rank_# + beside_#) * rarity_# / length AS score_#")}
    FROM ranked, rarity
),
ordered AS MATERIALIZED (
    SELECT piece, id, created_at, context, ARRAY[{each("score_#")}] AS scores,
        count(*) OVER same_context > 1 AS has_company, {each("score_#", " + ")} + {CONTEXT_SHARE}
            * ({each("CASE WHEN score_# = 0 THEN max(score_#) OVER same_context ELSE 0 END", " + ")}) AS score
    FROM scored WINDOW same_context AS (PARTITION BY context, piece)
),
best AS MATERIALIZED (
    SELECT * FROM ordered ORDER BY piece, score DESC, created_at DESC, id LIMIT greatest(%(wanted)s, {HEAD})
),
head AS MATERIALIZED (SELECT * FROM best ORDER BY piece, score DESC, created_at DESC, id LIMIT {HEAD}),
beside AS MATERIALIZED (
    SELECT head.piece, head.context, neighbour.id, head.id AS head, head.scores AS head_scores, share
    FROM head CROSS JOIN LATERAL ({_NEIGHBOURS}) AS neighbour WHERE has_company
),
looked_up AS (
    SELECT head, head_scores, share, max(scores) OVER (PARTITION BY id, piece, context) AS scores
    FROM (
        SELECT piece, context, id, NULL::uuid AS head, NULL::float8[] AS head_scores, NULL::float8 AS share, scores
        FROM ordered WHERE has_company
        UNION ALL
        SELECT piece, context, id, head, head_scores, share, NULL FROM beside
    ) AS candidates_and_neighbours
),
shares AS (
    SELECT head AS id,
        {each("max(CASE WHEN head_scores[1 + #] = 0 THEN share * scores[1 + #] ELSE 0 END)", " + ")} AS share
    FROM looked_up WHERE head IS NOT NULL AND scores IS NOT NULL GROUP BY head
)
SELECT id, (SELECT count(*) FROM ordered)
FROM (
    SELECT id, piece, created_at, score, 0 AS share FROM best
    UNION ALL
    SELECT id, NULL, NULL, NULL, share FROM shares
) AS parts
GROUP BY id
ORDER BY max(piece), max(score) + sum(share) DESC, max(created_at) DESC, id
LIMIT %(wanted)s
"""  # noqa: S608 - made of constants and placeholders only
