"""Full text: the expressions that the indexes and the queries share.

PostgreSQL uses an expression index only where the query has the very same expression. Django's `SearchVector` wraps
its columns in COALESCE and so never meets the specification's indexes; these are their literal forms.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Expression, F, Func, TextField, Value
from django.db.models.functions import Left

# A tsvector holds at most 1 MB. Each word costs its bytes and up to eight more, so that in the worst script a megabyte
# of distinct words would not fit; this many characters of any text do.
INDEXED_CONTENT_CHARACTERS = 131_072


class EnglishVector(Func):
    """`to_tsvector('english', expression)`, as in the specification's indexes."""

    template = "to_tsvector('english', %(expressions)s)"
    arity = 1
    output_field = SearchVectorField()


class Weighted(Func):
    """A tsvector whose words carry the weight A, B, C or D."""

    template = "setweight(%(expressions)s, '%(weight)s')"
    arity = 1
    output_field = SearchVectorField()

    def __init__(self, expression: Expression, *, weight: str, **extra: Any) -> None:
        super().__init__(expression, weight=weight, **extra)


class Concatenated(Func):
    """Several tsvectors as one; the positions of each go on where the one before ended."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = SearchVectorField()


class WebSearchQuery(Func):
    """`websearch_to_tsquery('english', text)`: all words must occur; no input is a syntax error."""

    template = "websearch_to_tsquery('english', %(expressions)s)"
    arity = 1
    output_field = TextField()


def expression(value: Any) -> Expression:
    """A text as an expression; a function would take a bare string for a column's name."""
    return value if isinstance(value, Expression) else Value(value, output_field=TextField())


def memory_vector() -> Expression:
    """Everything a question is matched with: summary over context over content."""
    return Concatenated(
        Weighted(EnglishVector(F("summary")), weight="A"),
        Weighted(EnglishVector(F("context")), weight="B"),
        Weighted(EnglishVector(Left("content", INDEXED_CONTENT_CHARACTERS)), weight="C"),
    )
