"""Ranking by the words of a question.

A memory's score is the sum over the question's words of the word's rarity (the inverse document frequency of BM25:
Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) times `ts_rank`'s measure of how often and in
which field it occurs, divided by the logarithm of the memory's length. `search.scoring` has the statement,
`search.tiers` says which memories are scored.
"""

from __future__ import annotations

import re
from functools import cache

from memories import limits
from memories.db.full_text import in_words
from memories.search import scoring
from memories.search.answers import terms_of_answer
from memories.search.candidates import Candidates
from memories.search.corpus import Corpus
from memories.search.steps import Ranking, Steps
from memories.search.terms import terms_of
from memories.search.tiers import Tier, tiers_for, without_earlier
from memories.search.word_forms import STEMS, word_forms

TERMS_MAX = 16
_PARTS = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_ONLY_STOP_WORDS = (
    "The query holds no word that could be searched for, only words such as 'the' or 'what'; use telling ones."
)

# The lexemes of the question, and its phrases and exclusions as tsqueries.
ANALYSIS = """
SELECT
    ARRAY(SELECT lexeme FROM unnest(to_tsvector('english', {words})) ORDER BY positions[1]),
    ARRAY(SELECT phraseto_tsquery('english', {part})::text FROM unnest(%(phrases)s::text[]) AS part),
    ARRAY(SELECT plainto_tsquery('english', {part})::text FROM unnest(%(excluded)s::text[]) AS part)
"""


@cache
def _analysis() -> str:
    return ANALYSIS.format(words=in_words("%(words)s::text"), part=in_words("part"))


def rank_by_words(
    candidates: Candidates, query: str, corpus: Corpus, left: int | None, wanted: int, enough: int | None = None
) -> Steps:
    """Rank by a question in plain words. Quoted phrases must occur; words after a minus must not.

    Args:
        left: as `left_by_filters` returns it.
        wanted: the most ids to return.
        enough: stop at the tier that reaches so many; `wanted` if None.
    """
    enough = wanted if enough is None else enough
    phrases, excluded, words = _parts(query)
    rows = yield _analysis(), {"words": " ".join((*words, *phrases)), "phrases": phrases, "excluded": excluded}
    lexemes, phrase_queries, excluded_queries = rows[0]
    if not lexemes:
        return Ranking([], 0, exact=True, note=_ONLY_STOP_WORDS)
    if not word_forms.are_known:
        word_forms.remember((yield STEMS, word_forms.parameters))
    asked = terms_of(lexemes, corpus)
    terms = sorted(asked, key=lambda term: term.frequency)[:TERMS_MAX]
    scored = [*terms, *terms_of_answer(" ".join(words), corpus)]
    required = "".join(f" & ({text})" for text in phrase_queries if text)
    required += "".join(f" & !({text})" for text in excluded_queries if text)
    planned = tiers_for(terms, left, corpus)
    newest = yield from planned.newest()
    tiers: list[Tier] = []
    while len(tiers) < len(planned.tiers):
        tiers.append(without_earlier(planned.tiers, len(tiers), required))
        if sum(tier.expected for tier in tiers) < enough and len(tiers) < len(planned.tiers):
            continue
        rows = yield scoring.step(candidates, scored, tiers, newest, wanted, corpus)
        if len(rows) >= enough:
            break
    found = rows[0][1] if rows else 0
    return Ranking(
        [row[0] for row in rows],
        found=min(found, limits.SEARCH_RANKED_MAX),
        exact=len(tiers) == len(planned.tiers) and len(terms) == len(asked) and found <= limits.SEARCH_RANKED_MAX,
    )


def _parts(query: str) -> tuple[list[str], list[str], list[str]]:
    """Split a question into phrases that must occur, words that must not, and words that may."""
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
