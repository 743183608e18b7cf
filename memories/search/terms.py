"""The words of a question, and how much each tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from memories.search.corpus import Corpus
from memories.search.word_forms import word_forms


@dataclass(frozen=True)
class Term:
    """A word of the question in all its forms.

    Args:
        tsquery: any of its forms.
        adjacent: it stands next to the rarer word that it stands next to in the question; empty if there is none.
        frequency: in how many memories it occurs.
    """

    tsquery: str
    frequency: int
    forms: int
    adjacent: str = ""


def terms_of(lexemes: Sequence[str], corpus: Corpus) -> list[Term]:
    """The words of a question, in its order."""
    words = list(dict.fromkeys(map(word_forms.of, lexemes)))
    terms = [
        Term("(" + " | ".join(map(quoted, forms)) + ")", sum(corpus.frequency(form) for form in forms), len(forms))
        for forms in words
    ]
    adjacent: list[list[str]] = [[] for _ in terms]
    for place, (left, right) in enumerate(pairwise(terms)):
        # The commoner of the two, because it tells less by itself.
        adjacent[place if left.frequency > right.frequency else place + 1].append(
            f"({left.tsquery} <-> {right.tsquery})"
        )
    return [replace(term, adjacent=" | ".join(pairs)) for term, pairs in zip(terms, adjacent, strict=True)]


def quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"
