"""Ranking by the words of a question.

A memory's score is the sum over the question's words of the word's rarity (the inverse document frequency of BM25:
Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) times `ts_rank`'s measure of how often and in
which field it occurs, divided by the logarithm of the memory's length. `search.scoring` has the statement,
`search.tiers` says which memories are scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memories import limits
from memories.search import analysis, scoring
from memories.search.analysis import Question, Word
from memories.search.answers import terms_of_answer
from memories.search.candidates import Candidates
from memories.search.corpus import Corpus
from memories.search.steps import Ranking, Steps
from memories.search.terms import TERMS_MAX, Asked, Term, rarest, terms_of
from memories.search.tiers import Tier, tiers_for, without_earlier
from memories.search.word_forms import STEMS, word_forms

NO_WORDS = "The query holds no word that could be searched for; ask in words."
ONLY_STOP_WORDS = (
    "The query holds only words such as 'the' or 'what', which nearly all memories have; use telling ones."
)
ONLY_EXCLUDED = "The query only excludes words; also name some that memories should have."
NAMED_MAX = 5  # words that a note names


def rank_by_words(
    candidates: Candidates, query: str, corpus: Corpus, left: int | None, wanted: int, enough: int | None = None
) -> Steps:
    """Rank by a question in plain words. Quoted phrases must occur; words after a dash must not.

    Stop words do not count; those that are written as names do if the others find nothing.

    Args:
        left: as `left_by_filters` returns it.
        wanted: the most ids to return.
        enough: stop at the tier that reaches so many; `wanted` if None.
    """
    enough = wanted if enough is None else enough
    question = yield from analysis.question(query)
    if not question.words:
        return Ranking([], 0, exact=True, note=ONLY_EXCLUDED if question.excluded else NO_WORDS)
    if not word_forms.are_known:
        word_forms.remember((yield STEMS, word_forms.parameters))
    telling = [word for word in question.words if not word.is_stop_word]
    names = [word for word in question.words if word.is_name]
    if not telling and not names and not (question.required or question.without):
        return Ranking([], 0, exact=True, note=ONLY_STOP_WORDS)
    ranking = Ranking([], 0, exact=True)
    if telling:
        ranking = yield from _ranked(candidates, query, question, telling, corpus, left, wanted, enough)
    if not ranking.ids and names:
        ranking = yield from _ranked(candidates, query, question, [*telling, *names], corpus, left, wanted, enough)
    if not telling and not names:  # a phrase of stop words, or exclusions
        ranking = yield from _ranked(candidates, query, question, question.words, corpus, left, wanted, enough)
    if not ranking.ids and question.excluded:
        excluded = ", ".join(question.excluded[:NAMED_MAX])
        return replace(ranking, note=f"No memory matches that is without what the query excludes: {excluded}.")
    return ranking


def _ranked(
    candidates: Candidates,
    query: str,
    question: Question,
    words: Sequence[Word],
    corpus: Corpus,
    left: int | None,
    wanted: int,
    enough: int,
) -> Steps:
    """Rank by some of the question's words."""
    asked = terms_of(words, corpus)
    terms = yield from rarest(asked, candidates, left)
    if not terms:
        return Ranking([], 0, exact=True)
    scored = [*terms, *terms_of_answer(query, corpus)]
    required = "".join(f" & {condition}" for condition in (*question.required, *question.without))
    planned = tiers_for(terms, left, corpus)
    newest = yield from planned.newest()
    tiers: list[Tier] = []
    while len(tiers) < len(planned.tiers):
        tiers.append(without_earlier(planned.tiers, len(tiers), required))
        if sum(tier.expected for tier in tiers) < enough and len(tiers) < len(planned.tiers):
            continue
        rows = yield scoring.step(candidates, scored, tiers, newest, wanted, corpus, " & ".join(question.without))
        if len(rows) >= enough:
            break
    found = rows[0][1] if rows else 0
    return Ranking(
        [row[0] for row in rows],
        found=min(found, limits.SEARCH_RANKED_MAX),
        exact=len(tiers) == len(planned.tiers) and len(terms) == asked.count and found <= limits.SEARCH_RANKED_MAX,
        note=_ignored(asked, terms) if asked.count > TERMS_MAX else None,
        starts={row[0]: row[2] for row in rows if row[2] is not None},
        lexemes=tuple(lexeme for term in terms for lexeme in term.lexemes),
    )


def _ignored(asked: Asked, used: Sequence[Term]) -> str:
    """What a note says of a long question."""
    return (
        f"The query has {asked.count} different words. Searched for were {len(used)} of them: "
        "those that memories have, the rarest first."
    )
