"""SQL that the ORM compiles once.

The ORM compiles a query set in some 300 microseconds, more than PostgreSQL takes to answer it. So a tool call does not
compile: what varies between calls are `Parameter`s, which come out as psycopg's named placeholders, and the compiled
text is kept (`memories.queries`). Models and query sets stay the one place that says what is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.db import connection, models
from django.db.models import Expression


@dataclass(frozen=True)
class Statement:
    """SQL with named placeholders, and the values of those that never vary."""

    sql: str
    constants: dict[str, Any]


class Parameter(Expression):
    """A value that is given when the statement runs."""

    def __init__(self, name: str, output_field: models.Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return f"%({self.name})s", ()


def compiled(queryset: models.QuerySet[Any], *, ending: str = "", prefix: str = "constant") -> Statement:
    """Compile a query set; the values in it that are no `Parameter`s become constants, named after `prefix`."""
    sql, values = queryset.query.get_compiler(connection=connection).as_sql()
    names = count()
    constants: dict[str, Any] = {}

    def named(_: re.Match[str]) -> str:
        name = f"{prefix}_{next(names)}"
        constants[name] = values[len(constants)]
        return f"%({name})s"

    return Statement(re.sub(r"(?<!%)%s", named, sql) + ending, constants)
