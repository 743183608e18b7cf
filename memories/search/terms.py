"""The words of a question, and how much each tells."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from memories.db import named_sql
from memories.db.full_text import detoasted
from memories.search.analysis import Word, any_of, quoted
from memories.search.corpus import Corpus
from memories.search.steps import Rows, Step
from memories.search.word_forms import word_forms

if TYPE_CHECKING:
    from memories.search.candidates import Candidates

TERMS_MAX = 16  # of a question, that are searched for
PROBED_MAX = 200  # of a question, of which it is found out whether any memory has them
FEW = 100  # memories left by filters, of which the words are read once instead of looking each up in the index

UNMATCHED = named_sql.read(__file__, "terms")["unmatched"]


@dataclass(frozen=True)
class Term:
    """A word of the question in all its forms.

    Args:
        tsquery: any of its forms.
        adjacent: it stands next to the rarer word that it stands next to in the question; empty if there is none.
        frequency: in how many memories and passages it occurs.
        lexemes: its forms.
    """

    tsquery: str
    frequency: int
    forms: int
    adjacent: str = ""
    lexemes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """The words of a question as terms; forms of one word are one term.

    Args:
        count: how many there are.
        rarest: those that may be searched for, the rarest first.
    """

    count: int
    rarest: list[Term]


def terms_of(words: Sequence[Word], corpus: Corpus) -> Asked:
    """The terms of a question with these words, in its order."""
    unique = list(dict.fromkeys((_forms(word.lexemes), word.is_prefix) for word in words))
    frequencies = [sum(corpus.frequency(form) for form in forms) for forms, _ in unique]

    def tsquery(place: int) -> str:
        forms, is_prefix = unique[place]
        return any_of(quoted(form) + (":*" if is_prefix else "") for form in forms)

    def adjacent(place: int) -> str:
        # A pair counts for the commoner of the two, because it tells less by itself.
        pairs = [left for left in (place - 1, place) if 0 <= left < len(unique) - 1 and place == commoner(left)]
        return " | ".join(f"({tsquery(left)} <-> {tsquery(left + 1)})" for left in pairs)

    def commoner(left: int) -> int:
        return left if frequencies[left] > frequencies[left + 1] else left + 1

    # A question may have thousands of words, but no more of them are looked at.
    places = sorted(range(len(unique)), key=frequencies.__getitem__)[: PROBED_MAX + TERMS_MAX]
    rarest = [
        Term(tsquery(place), frequencies[place], len(unique[place][0]), adjacent(place), unique[place][0])
        for place in places
    ]
    return Asked(len(unique), rarest)


def _forms(lexemes: tuple[str, ...]) -> tuple[str, ...]:
    if len(lexemes) == 1:
        return word_forms.of(lexemes[0])
    return tuple(dict.fromkeys(form for lexeme in lexemes for form in word_forms.of(lexeme)))


def rarest(asked: Asked, candidates: Candidates, left: int | None) -> Generator[Step, Rows, list[Term]]:
    """The terms to search for, the rarest first. Of many, those that no memory has take no place.

    Under a filter only memories that it leaves count. So what a note says of the words tells nothing of others.

    Args:
        left: how many memories the filters leave, if that is known.
    """
    ordered = asked.rarest
    if len(ordered) > TERMS_MAX:
        probed = ordered[:PROBED_MAX]
        parameters = candidates.parameters | {"tsqueries": [term.tsquery for term in probed]}
        if left is not None and left <= FEW:
            parameters["tsquery"] = any_of(parameters["tsqueries"])
            rows = yield _unmatched_by_few_sql(candidates.few), parameters
        else:
            rows = yield _unmatched_sql(candidates.words) if candidates.is_filtered else UNMATCHED, parameters
        unmatched = {row[0] - 1 for row in rows}
        ordered = [term for number, term in enumerate(ordered) if number not in unmatched]
    return ordered[:TERMS_MAX]


@cache
def _unmatched_sql(words: str) -> str:
    """As UNMATCHED, of the memories that filters leave."""
    return f"""
SELECT number FROM unnest(%(tsqueries)s::tsquery[]) WITH ORDINALITY AS asked (tsquery, number)
WHERE NOT EXISTS (SELECT FROM ({words.replace("%(tsquery)s", "asked.tsquery")}) AS found)
"""  # noqa: S608 - `words` is compiled by the ORM, its values are placeholders


@cache
def _unmatched_by_few_sql(few: str) -> str:
    """The same, where filters leave few; `tsquery` is that any matches. A long filter would take its time for each."""
    few = few.replace("%(tsquery)s", "%(tsquery)s::tsquery")
    return f"""
WITH found AS MATERIALIZED (SELECT {detoasted("vector")} AS vector FROM ({few}) AS few)
SELECT number FROM unnest(%(tsqueries)s::tsquery[]) WITH ORDINALITY AS asked (tsquery, number)
WHERE NOT EXISTS (SELECT FROM found WHERE vector @@ asked.tsquery)
"""  # noqa: S608 - the same
