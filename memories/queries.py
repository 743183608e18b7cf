"""The SQL that stores, reads and deletes memories; `memories.search.statements` has the SQL that finds them."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Func, OuterRef, Subquery
from django.db.models.functions import Cast

from memories.db import named_sql
from memories.db.compiling import Parameter, Statement, compiled
from memories.models import Memory, ProcessedMemory
from memories.records import MEMORY_FIELDS, PROCESSED_FIELDS


class JsonObject(Func):
    """`jsonb_build_object`; Django's own asks the server for its version before it can be compiled."""

    output_field = models.JSONField()

    def __init__(self, **fields: Any) -> None:
        super().__init__(*fields.values())
        self.keys = tuple(fields)

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, tuple[str | int, ...]]:
        sql, params = [], []
        for key, source in zip(self.keys, self.get_source_expressions(), strict=True):
            part, part_params = compiler.compile(source)
            sql.append(f"'{key}', {part}")
            params.extend(part_params)
        return f"jsonb_build_object({', '.join(sql)})", tuple(params)


class IsCovered(Func):
    """Whether a memory's project is one of the parameter `projects`, which is null for all."""

    template = "(%%(projects)s::text[] IS NULL OR %(expressions)s = ANY(%%(projects)s::text[]))"
    arity = 1
    output_field = models.BooleanField()


class Rfc3339(Func):
    """A time as RFC 3339 in UTC, ending in Z; PostgreSQL's own JSON would write +00:00."""

    template = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    arity = 1
    output_field = models.TextField()


def newest_processing() -> Subquery:
    """The newest processing of a memory, or null."""
    newest = ProcessedMemory.objects.filter(memory=OuterRef("pk")).order_by("-processing_version")
    has_embedding = models.ExpressionWrapper(models.Q(embeddings__isnull=False), output_field=models.BooleanField())
    computed = {"has_embedding": has_embedding, "processed_at": Rfc3339("processed_at")}
    return Subquery(
        newest.values_list(JsonObject(**{name: computed.get(name, F(name)) for name in PROCESSED_FIELDS}))[:1]
    )


EMBEDDED_COLUMNS = (*MEMORY_FIELDS, "embedding")


@cache
def get(include_embedding: bool) -> Statement:
    """One memory by `id`, if it belongs to `projects`: the columns MEMORY_FIELDS, or EMBEDDED_COLUMNS.

    The embedding is text.
    """
    # The model has another `processed`, so that a query set cannot name the column so.
    columns = ["newest" if name == "processed" else name for name in MEMORY_FIELDS]
    found = Memory.objects.filter(IsCovered("project"), id=Parameter("id", models.UUIDField()))
    found = found.annotate(newest=newest_processing())
    if include_embedding:
        newest = ProcessedMemory.objects.filter(memory=OuterRef("pk")).order_by("-processing_version")
        found = found.annotate(embedding=Subquery(newest.values_list(Cast("embeddings", models.TextField()))[:1]))
        columns.append("embedding")
    return compiled(found.values_list(*columns))


_sql = named_sql.read(__file__, "storage")
STORE = _sql["store"]
STORE_PROCESSED = _sql["store_processed"]
FIND_BY_HASH = _sql["find_by_hash"]
DELETE = _sql["delete"]
DELETE_CONFINED = _sql["delete_confined"]
STATISTICS = _sql["statistics"]
COMPACT_COUNTERS = _sql["compact_counters"]
