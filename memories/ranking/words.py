"""Ranking by a question in plain words."""

from __future__ import annotations

import re
from collections.abc import Generator
from functools import cache

from memories import estimates, limits
from memories.ranking import choosing, scoring
from memories.ranking.answers import terms_of_answer
from memories.ranking.choosing import SINCE, Choice, behind, choices_for, since
from memories.ranking.corpus import CORPUS, SAMPLE, Corpus, corpus
from memories.ranking.plans import Candidates, Ranking, Rows, Step, Steps
from memories.ranking.terms import Term, quoted, terms_of
from memories.ranking.word_forms import STEMS, word_forms
from memories.stretches import STATISTICS, Stretch, spread
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


def rank_by_words(candidates: Candidates, query: str, wanted: int, enough: int | None = None) -> Steps:
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
    if not word_forms.are_known:
        word_forms.remember((yield STEMS, word_forms.parameters))
    known = yield from _known(lexemes)

    asked = terms_of(lexemes, known)
    terms = sorted(asked, key=lambda term: term.frequency)[:TERMS_MAX]
    scored = [*terms, *terms_of_answer(" ".join(words), known)]
    always = "".join(f" & ({text})" for text in phrase_queries if text)
    always += "".join(f" & !({text})" for text in excluded_queries if text)
    if terms[0].frequency > choosing.PIECE_MAX and spread.is_stale:
        spread.remember((yield STATISTICS, {})[0])
    left = yield from _left(candidates)
    choices, stretch = yield from _chosen(terms, left, known)
    pieces: list[Choice] = []
    while len(pieces) < len(choices):
        pieces.append(behind(choices, len(pieces), always))
        if sum(piece.expected for piece in pieces) < enough and len(pieces) < len(choices):
            continue
        rows = yield scoring.step(candidates, scored, pieces, stretch, wanted, known)
        if pieces[0].part == "few" and rows and rows[0][1] > choosing.PIECE_MAX:
            # The filter left more than the planner thought, and these were not the best of them.
            (choices, stretch), pieces = (yield from _chosen(terms, None, known)), []
        elif len(rows) >= enough:
            break
    found = rows[0][1] if rows else 0
    return Ranking(
        [row[0] for row in rows],
        found=min(found, limits.SEARCH_RANKED_MAX),
        exact=len(pieces) == len(choices) and len(terms) == len(asked) and found <= limits.SEARCH_RANKED_MAX,
        outdated=known.outdated,
    )


def _known(lexemes: list[str]) -> Generator[Step, Rows, Corpus]:
    """What is known of all memories: how many there are, and how common the words of the question are."""
    if corpus.is_stale:
        corpus.remember((yield CORPUS, {}))
    if not corpus.is_guessing:
        return corpus
    forms = [form for lexeme in lexemes for form in word_forms.of(lexeme)]
    return corpus.sampled(forms, (yield SAMPLE, {"words": list(map(quoted, forms))}))


def _left(candidates: Candidates) -> Generator[Step, Rows, int | None]:
    """How many memories the filters leave; None without filters, or if that is unknown and more than can be ranked."""
    if not candidates.is_filtered:
        return None
    if not corpus.is_guessing:
        return estimates.estimate((yield estimates.explained(candidates.filtered), dict(candidates.parameters)))
    # Without statistics the planner believes that any filter leaves next to nothing.
    counting = f"SELECT count(*) FROM ({candidates.filtered} LIMIT {choosing.PIECE_MAX + 1}) AS counted"  # noqa: S608 - compiled
    rows = yield counting, dict(candidates.parameters)
    return rows[0][0] if rows[0][0] <= choosing.PIECE_MAX else None


def _chosen(
    terms: list[Term], left: int | None, known: Corpus
) -> Generator[Step, Rows, tuple[list[Choice], Stretch | None]]:
    """What to rank, and what is newest, once that is looked up."""
    chosen = choices_for(terms, left, known.memories)
    if chosen.reach is not None:
        return chosen.choices, since((yield SINCE, {"reach": chosen.reach}))
    return chosen.choices, chosen.newest


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
