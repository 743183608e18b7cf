"""The statement that scores memories by the words of a question.

Besides the words that a memory has, those count that were said next to it: for the words that it lacks, it gets a share
of the best scores within its context, and of the scores of the memories stored just before and after it.
docs/benchmarks.md tells what each part of the formula contributes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from memories import limits
from memories.db import named_sql
from memories.db.full_text import detoasted
from memories.search.candidates import Candidates
from memories.search.corpus import Corpus
from memories.search.request import SCOPE
from memories.search.steps import Step
from memories.search.terms import Term
from memories.search.tiers import TIER_MAX, Newest, Tier

LENGTH_OFFSET = 8  # words added to a memory's length, so that its logarithm does not favour the shortest too much
WEIGHTS = "{0.1,0.9,0.91,0.92}"  # D, C, B, A: summary, then context, then content, nearly alike
ADJACENT = 0.2  # share of a word's rarity, added where it stands next to its neighbour in the question
CONTEXT_SHARE = 0.2  # share of the best score within the same context, for each word that a memory lacks
HEAD = 50  # the best memories, whose neighbours in time are taken into account
NEIGHBOUR_SHARES = (0.3, 0.15)  # shares of the scores of the nearest neighbour in time, and of the next

# The memories stored just before and after one of the head.
NEIGHBOURS = " UNION ALL ".join(
    f"SELECT id, (ARRAY{list(NEIGHBOUR_SHARES)})[row_number() OVER ()]::float8 AS share FROM ("  # noqa: S608 - constants
    f"SELECT id FROM memories WHERE created_at {compared} head.created_at"
    f" ORDER BY created_at {order} LIMIT {len(NEIGHBOUR_SHARES)}) AS {name}"
    for name, compared, order in (("earlier", "<", "DESC"), ("later", ">", "ASC"))
)

# What stands in @[ @] is repeated for each term, with its number for #, and joined by what stands behind the bar.
#
# The cost is O(n log n) in the number of candidates under any plan. A join of the candidates with something as large
# would not be: a generic plan expects a handful of rows and takes nested loops. So what a candidate shares with others
# is found by window functions, which sort, and only `rarity`, one row, is joined.
#
# A memory with passages has the score of the best one in its first tier. What is excluded must be in none of them.
#
# `ts_rank` divides by the number of words in its query, which the number of forms undoes. It is called only where a
# term occurs, and a phrase is checked only there: most candidates have one or two of the terms, and to check that costs
# a quarter of what they do.
SCORING = f"""
WITH found (tier, id, created_at, context, vector, start) AS (@found),
ranked AS MATERIALIZED (
    SELECT tier, id, created_at, context, start, length,
        @[CASE WHEN rank_# > 0 AND vector @@ %(adjacent_#)s::tsquery
            THEN rank_# + {ADJACENT}::float8 ELSE rank_# END AS rank_#|, @]
    FROM (
        SELECT tier, id, created_at, hashtext(context) AS context, start, vector,
            ln(length(vector) + {LENGTH_OFFSET}) AS length,
            @[CASE WHEN vector @@ %(term_#)s::tsquery
                THEN ts_rank('{WEIGHTS}', vector, %(term_#)s::tsquery) * %(forms_#)s::float8 ELSE 0 END AS rank_#|, @]
        FROM (
            SELECT tier, id, created_at, context, start, {detoasted("vector")} AS vector FROM found @without_excluded
            OFFSET 0
        ) AS read OFFSET 0
    ) AS read_with_ranks
),
corpus AS (
    SELECT greatest(count(*), %(memories)s::float8) AS memories,
        @[greatest(count(*) FILTER (WHERE rank_# > 0), %(frequency_#)s::float8) AS frequency_#|, @]
    FROM ranked WHERE tier = 0
),
rarity AS MATERIALIZED (
    SELECT @[ln(1 + (greatest(memories - frequency_#, 0) + 0.5) / (frequency_# + 0.5)) AS rarity_#|, @] FROM corpus
),
passages_and_memories AS MATERIALIZED (
    SELECT tier, id, created_at, context, start, @[rank_# * rarity_# / length AS score_#|, @]
    FROM ranked, rarity
),
scored AS (
    SELECT * FROM passages_and_memories WHERE start IS NULL
    UNION ALL
    SELECT * FROM (
        SELECT DISTINCT ON (id) * FROM passages_and_memories WHERE start IS NOT NULL
        ORDER BY id, tier, @[score_#| + @] DESC, start
    ) AS best_passages
),
ordered AS MATERIALIZED (
    SELECT tier, id, created_at, context, start, ARRAY[@[score_#|, @]] AS scores,
        count(*) OVER same_context > 1 AS shares_context, @[score_#| + @] + {CONTEXT_SHARE}
            * (@[CASE WHEN score_# = 0 THEN max(score_#) OVER same_context ELSE 0 END| + @]) AS score
    FROM scored WINDOW same_context AS (PARTITION BY context, tier)
),
best AS MATERIALIZED (
    SELECT * FROM ordered ORDER BY tier, score DESC, created_at DESC, id LIMIT greatest(%(wanted)s, {HEAD})
),
head AS MATERIALIZED (SELECT * FROM best ORDER BY tier, score DESC, created_at DESC, id LIMIT {HEAD}),
neighbours AS MATERIALIZED (
    SELECT head.tier, head.context, neighbour.id, head.id AS head, head.scores AS head_scores, share
    FROM head CROSS JOIN LATERAL ({NEIGHBOURS}) AS neighbour WHERE shares_context
),
with_scores AS (
    SELECT head, head_scores, share, max(scores) OVER (PARTITION BY id, tier, context) AS scores
    FROM (
        SELECT tier, context, id, NULL::uuid AS head, NULL::float8[] AS head_scores, NULL::float8 AS share, scores
        FROM ordered WHERE shares_context
        UNION ALL
        SELECT tier, context, id, head, head_scores, share, NULL FROM neighbours
    ) AS candidates_and_neighbours
),
shares AS (
    SELECT head AS id,
        @[max(CASE WHEN head_scores[1 + #] = 0 THEN share * scores[1 + #] ELSE 0 END)| + @] AS share
    FROM with_scores WHERE head IS NOT NULL AND scores IS NOT NULL GROUP BY head
)
SELECT id, (SELECT count(*) FROM ordered), max(start)
FROM (
    SELECT id, tier, created_at, score, 0 AS share, start FROM best
    UNION ALL
    SELECT id, NULL, NULL, NULL, share, NULL FROM shares
) AS parts
GROUP BY id
ORDER BY max(tier), max(score) + sum(share) DESC, max(created_at) DESC, id
LIMIT %(wanted)s
"""  # noqa: S608 - made of constants and placeholders only
REPEATED = re.compile(r"@\[(.*?)\|(.*?)@\]", re.S)


def step(
    candidates: Candidates,
    terms: Sequence[Term],
    tiers: Sequence[Tier],
    newest: Newest | None,
    wanted: int,
    corpus: Corpus,
    excluded: str = "",
) -> Step:
    """The statement that scores the memories of these tiers by these terms.

    Args:
        newest: what the tiers mean by the newest memories.
        wanted: the most rows to return; each has an id, how many memories were scored, and where the best passage
            starts, or null.
        excluded: a tsquery that all passages of a memory have to meet.
    """
    parameters = dict(candidates.parameters)
    parameters |= {f"tier_{number}": tier.tsquery for number, tier in enumerate(tiers)}
    if newest is not None:
        parameters |= {"newest_buckets": newest.bucket_ids, "newest_start": newest.start, "newest_end": newest.end}
    for number, term in enumerate(terms):
        parameters[f"term_{number}"], parameters[f"adjacent_{number}"] = term.tsquery, term.adjacent
        # Floats, because psycopg sends an int as the shortest type that holds it, and each type is another statement.
        parameters[f"frequency_{number}"], parameters[f"forms_{number}"] = float(term.frequency), float(term.forms)
    if excluded:
        parameters["excluded"] = excluded
    parameters |= {"memories": float(corpus.units), "wanted": min(wanted, limits.SEARCH_RANKED_MAX)}
    parameters["tier_limit"] = TIER_MAX + 1
    sources = (getattr(candidates, tier.source) for tier in tiers)
    sql = _statement(len(terms), bool(excluded), *sources)
    if candidates.filters - SCOPE <= {"tags"} and all(tier.source == "few" for tier in tiers):
        # To parse and plan it takes longer than to run it. Nothing but an index on tags or projects can read these.
        sql = named_sql.FixedPlan(sql)
    return sql, parameters


# Once for each memory, of which hundreds of passages may have been found.
WITHOUT_EXCLUDED = """
            WHERE start IS NULL OR id NOT IN (
                SELECT memory.id FROM (SELECT DISTINCT id FROM found WHERE start IS NOT NULL) AS memory
                CROSS JOIN LATERAL (
                    SELECT FROM passages
                    WHERE memory_id = memory.id AND NOT search_vector @@ %(excluded)s::tsquery LIMIT 1
                ) AS with_excluded
            )"""


@cache
def _statement(terms: int, excluding: bool, *sources: str) -> str:
    """The statement for so many terms and these sources of candidates. It contains no values."""
    found = " UNION ALL ".join(
        f"SELECT {number}, * FROM ("  # noqa: S608 - `source` is compiled by the ORM, its values are placeholders
        f"{source.replace('%(tsquery)s', f'%(tier_{number})s::tsquery')}"
        f" LIMIT %(tier_limit)s) AS tier_{number}"
        for number, source in enumerate(sources)
    )

    def repeated(match: re.Match[str]) -> str:
        return match[2].join(match[1].replace("#", str(number)) for number in range(terms))

    statement = REPEATED.sub(repeated, SCORING).replace("@without_excluded", WITHOUT_EXCLUDED if excluding else "")
    return statement.replace("@found", found)
