"""The SQL that stores, reads and deletes memories; `memories.search.statements` has the SQL that finds them."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Func, OuterRef, Subquery
from django.db.models.functions import Cast

from memories.db.compiling import Parameter, Statement, compiled
from memories.models import Memory, ProcessedMemory


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


class Rfc3339(Func):
    """A time as RFC 3339 in UTC, ending in Z; PostgreSQL's own JSON would write +00:00."""

    template = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    arity = 1
    output_field = models.TextField()


def newest_processing() -> Subquery:
    """The newest processing of a memory, or null."""
    newest = ProcessedMemory.objects.filter(memory=OuterRef("pk")).order_by("-processing_version")
    return Subquery(
        newest.values_list(
            JsonObject(
                insights=F("insights"),
                entities=F("entities"),
                sentiment=F("sentiment"),
                has_embedding=models.ExpressionWrapper(
                    models.Q(embeddings__isnull=False), output_field=models.BooleanField()
                ),
                processing_version=F("processing_version"),
                processed_at=Rfc3339("processed_at"),
            )
        )[:1]
    )


@cache
def get(include_embedding: bool) -> Statement:
    """One memory by `id`: the columns of `records.Memory`, in order, and its embedding as text if asked for."""
    columns: list[Any] = ["id", "content", "content_hash", "context", "summary", "tags", "metadata"]
    found = Memory.objects.filter(id=Parameter("id", models.UUIDField())).annotate(newest=newest_processing())
    columns += ["created_at", "updated_at", "newest"]
    if include_embedding:
        newest = ProcessedMemory.objects.filter(memory=OuterRef("pk")).order_by("-processing_version")
        found = found.annotate(embedding=Subquery(newest.values_list(Cast("embeddings", models.TextField()))[:1]))
        columns.append("embedding")
    return compiled(found.values_list(*columns))


# One statement, so that a memory and its processing are stored in one round trip and one transaction. A duplicate
# returns no row instead of raising, which would log an error in PostgreSQL for what agents do every day.
STORE = """
WITH stored AS (
    INSERT INTO memories (content, content_hash, context, summary, tags, metadata)
    VALUES (%(content)s, %(content_hash)s, %(context)s, %(summary)s, %(tags)s, %(metadata)s)
    ON CONFLICT (content_hash) DO NOTHING
    RETURNING id
)
SELECT id FROM stored
"""
STORE_PROCESSED = """
WITH stored AS (
    INSERT INTO memories (content, content_hash, context, summary, tags, metadata, has_embedding)
    VALUES (
        %(content)s, %(content_hash)s, %(context)s, %(summary)s, %(tags)s, %(metadata)s,
        %(embeddings)s::vector IS NOT NULL
    )
    ON CONFLICT (content_hash) DO NOTHING
    RETURNING id, created_at, tags, metadata, context_vector, summary_vector
), processed AS (
    INSERT INTO processed_memories (memory_id, insights, embeddings, entities, sentiment)
    SELECT id, %(insights)s::jsonb, %(embeddings)s::vector, %(entities)s::jsonb, %(sentiment)s::real FROM stored
), embedded AS (
    INSERT INTO embedded_memories (memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector)
    SELECT id, created_at, binary_quantized(%(embeddings)s::vector), tags, metadata,
        context_vector, summary_vector
    FROM stored WHERE %(embeddings)s::vector IS NOT NULL
)
SELECT id FROM stored
"""
FIND_BY_HASH = "SELECT id FROM memories WHERE content_hash = %(content_hash)s"
DELETE = "DELETE FROM memories WHERE id = %(id)s"

# The figures come from the counters that triggers maintain, so that they cost the same at a million memories.
# Only the hour that the last day and the last week begin in is counted row by row. Hours are compared as the text they
# are kept as, which sorts alike.
STATISTICS = """
WITH since AS MATERIALIZED (
    SELECT to_char((now() - interval '1 day') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS day,
           to_char((now() - interval '7 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS week
), entries AS MATERIALIZED (
    SELECT kind, key, amount FROM counters
    UNION ALL
    SELECT kind, key, amount FROM counter_ledger
), tags AS (
    SELECT key AS tag, sum(amount)::bigint AS count FROM entries WHERE kind = 'tag' GROUP BY key HAVING sum(amount) > 0
), totals AS (
    SELECT
        coalesce(sum(amount) FILTER (WHERE kind = 'memories'), 0)::bigint AS memories,
        coalesce(sum(amount) FILTER (WHERE kind = 'processed'), 0)::bigint AS processed,
        coalesce(sum(amount) FILTER (WHERE kind = 'with_embeddings'), 0)::bigint AS with_embeddings,
        coalesce(sum(amount) FILTER (WHERE kind = 'pattern'), 0)::bigint AS patterns,
        coalesce(sum(amount) FILTER (WHERE kind = 'content_bytes'), 0)::bigint AS content_bytes,
        coalesce(sum(amount) FILTER (WHERE kind = 'memories' AND key > since.day), 0)::bigint AS last_day,
        coalesce(sum(amount) FILTER (WHERE kind = 'memories' AND key > since.week), 0)::bigint AS last_week
    FROM entries, since
)
SELECT
    memories,
    processed,
    with_embeddings,
    patterns,
    content_bytes,
    pg_database_size(current_database()) AS database_bytes,
    (SELECT count(*) FROM tags) AS distinct_tags,
    coalesce(
        (SELECT jsonb_agg(jsonb_build_object('tag', tag, 'count', count))
         FROM (SELECT tag, count FROM tags ORDER BY count DESC, tag LIMIT %(top_tags)s) AS top),
        '[]'::jsonb
    ) AS top_tags,
    (SELECT min(created_at) FROM memories) AS oldest,
    (SELECT max(created_at) FROM memories) AS newest,
    last_day + (
        SELECT count(*) FROM memories
        WHERE created_at >= now() - interval '1 day'
          AND created_at < date_trunc('hour', now() - interval '1 day', 'UTC') + interval '1 hour'
    ) AS stored_last_day,
    last_week + (
        SELECT count(*) FROM memories
        WHERE created_at >= now() - interval '7 days'
          AND created_at < date_trunc('hour', now() - interval '7 days', 'UTC') + interval '1 hour'
    ) AS stored_last_week,
    now() AS computed_at
FROM totals
"""
COMPACT_COUNTERS = "SELECT compact_counters()"
