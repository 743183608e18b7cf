"""Full text: the expressions of the columns that are searched.

They are the literal forms of the specification's indexes; Django's `SearchVector` would wrap each in COALESCE. Being
columns, they serve any query, whatever expression it has, and are never made anew while a search reads along.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, Expression, Func, Lookup, TextField, Value
from django.db.models.functions import Left

# A tsvector holds at most 1 MB. Each word costs its bytes and up to eight more, so that in the worst script a megabyte
# of distinct words would not fit; this many characters of any text do.
INDEXED_CONTENT_CHARACTERS = 131_072
IN_ROW_BYTES = 8_000  # of a search vector, with which its row still fits into a page
WORD_BREAKS = "./_-:@=\\#~+*<>[](){}`"


_WORDS = f"translate(%(expressions)s, '{WORD_BREAKS}', '{' ' * len(WORD_BREAKS)}')"


def english_vector(expression: Expression | str) -> Func:
    """`to_tsvector('english', expression)`, as in the specification's indexes."""
    return Func(expression, template="to_tsvector('english', %(expressions)s)", output_field=SearchVectorField())


def words(expression: Expression | str) -> Func:
    """A text whose names, paths and identifiers fall apart into words.

    PostgreSQL's parser takes `storage/cache.py` for one word, which only the whole of it finds. On the project's
    labelled questions (docs/benchmarks.md) taking them apart found 56% instead of 49% among the first five.
    """
    return Func(expression, template=_WORDS, output_field=TextField())


def weighted(expression: Expression, weight: str) -> Func:
    """A tsvector whose words carry the weight A, B, C or D."""
    return Func(expression, template=f"setweight(%(expressions)s, '{weight}')", output_field=SearchVectorField())


class Brief(Func):
    """The words of summary and context alone, where the search vector is so large that it does not stand in its row.

    To read it takes 0.1 to 0.2 ms; to see that it is large costs next to nothing.
    """

    template = (
        f"CASE WHEN pg_column_size(search_vector) > {IN_ROW_BYTES}"
        " THEN setweight(summary_vector, 'A') || setweight(context_vector, 'B') END"
    )
    arity = 0
    output_field = SearchVectorField()


class WebSearchQuery(Func):
    """`websearch_to_tsquery('english', text)`: all words must occur; no input is a syntax error."""

    template = "websearch_to_tsquery('english', %(expressions)s)"
    arity = 1
    output_field = TextField()


class TextMatch(Lookup):
    """`vector @@ query`, both sides exactly as written."""

    lookup_name = "match"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} @@ {right}", (*left_params, *right_params)


class Matches(Func):
    """`vector @@ query` in a form that no index serves: it is checked memory by memory."""

    function = "ts_match_vq"
    arity = 2
    output_field = BooleanField()


def expression(value: Any) -> Expression:
    """A text as an expression; a function would take a bare string for a column's name."""
    return value if isinstance(value, Expression) else Value(value, output_field=TextField())


def memory_vector() -> Expression:
    """Everything a question is matched with: summary over context over content.

    The positions of each go on where the one before ended.
    """
    return Func(
        weighted(english_vector(words("summary")), "A"),
        weighted(english_vector(words("context")), "B"),
        weighted(english_vector(words(Left("content", INDEXED_CONTENT_CHARACTERS))), "C"),
        template="(%(expressions)s)",
        arg_joiner=" || ",
        output_field=SearchVectorField(),
    )


def detoasted(sql: str) -> str:
    """A tsvector read once: `ts_rank` would read one that is stored packed, or apart, again for each word."""
    return f"setweight({sql}, 'D', '{{}}'::text[])"


def in_words(sql: str) -> str:
    """`words` around a piece of SQL: a question is taken apart as the memories are."""
    return _WORDS % {"expressions": sql}
