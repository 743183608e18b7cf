"""Full text: PostgreSQL's functions and operators on text search vectors and queries."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, Expression, Func, Lookup, TextField, Value


def english_vector(column: str) -> Func:
    """`to_tsvector('english', column)`, as in the specification's indexes."""
    return Func(column, template="to_tsvector('english', %(expressions)s)", output_field=SearchVectorField())


class TextSearchQuery(Func):
    """A text search query from its text. PostgreSQL reads it once, and not for each row."""

    template = "%(expressions)s::tsquery"
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


def detoasted(sql: str) -> str:
    """A tsvector read once: `ts_rank` would read one that is stored packed, or apart, again for each word."""
    return f"setweight({sql}, 'D', '{{}}'::text[])"
