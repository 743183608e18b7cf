"""Ranking by a question in plain words."""

from __future__ import annotations

import re
from functools import cache

from memories import limits
from memories.ranking import scoring
from memories.ranking.answers import terms_of_answer
from memories.ranking.choosing import Choice, behind, choices_for
from memories.ranking.corpus import Corpus
from memories.ranking.plans import Candidates, Ranking, Steps
from memories.ranking.terms import terms_of
from memories.ranking.word_forms import STEMS, word_forms
from memories.text import in_words

TERMS_MAX = 16
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


@cache
def _analysis() -> str:
    return ANALYSIS.format(words=in_words("%(words)s::text"), part=in_words("part"))


def rank_by_words(
    candidates: Candidates, query: str, corpus: Corpus, left: int | None, wanted: int, enough: int | None = None
) -> Steps:
    """Rank by a question in plain words; quoted phrases must occur, and words after a minus must not.

    Args:
        left: at most so many memories are left by the filters; None if there are none, or if that is unknown and many.
        wanted: at most so many are returned.
        enough: with so many no more are looked for; as many as wanted, if None.
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
    always = "".join(f" & ({text})" for text in phrase_queries if text)
    always += "".join(f" & !({text})" for text in excluded_queries if text)
    chosen = choices_for(terms, left, corpus)
    choices, stretch = chosen.choices, (yield from chosen.stretch())
    pieces: list[Choice] = []
    while len(pieces) < len(choices):
        pieces.append(behind(choices, len(pieces), always))
        if sum(piece.expected for piece in pieces) < enough and len(pieces) < len(choices):
            continue
        rows = yield scoring.step(candidates, scored, pieces, stretch, wanted, corpus)
        if len(rows) >= enough:
            break
    found = rows[0][1] if rows else 0
    return Ranking(
        [row[0] for row in rows],
        found=min(found, limits.SEARCH_RANKED_MAX),
        exact=len(pieces) == len(choices) and len(terms) == len(asked) and found <= limits.SEARCH_RANKED_MAX,
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
