"""The SQL of the hot path, each statement made once (`memories.compiling`)."""

from __future__ import annotations

import datetime
from enum import StrEnum, auto
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, OuterRef, Subquery
from django.db.models.functions import Cast

from memories.compiling import Parameter, Statement, compiled
from memories.models import Memory, ProcessedMemory
from memories.querysets import MemoryQuerySet, SearchQuery, ordering
from memories.ranking import Candidates
from memories.stretches import NUMBERS, Stretch


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


class IsAmongIds(Func):
    """Whether an id is in the parameter `ids`: one statement, however many there are."""

    template = "%(expressions)s = ANY(%%(ids)s::uuid[])"
    arity = 1
    output_field = models.BooleanField()


class IsPosted(Func):
    """Whether a memory is that of the posting at hand."""

    template = "%(expressions)s = posting.memory_id"
    arity = 1
    output_field = models.BooleanField()


def _bounds(filters: frozenset[str]) -> str:
    """The dates that are given, as conditions of a posting."""
    return "".join(
        f" AND posting.created_at {sign} %({name})s::timestamptz"
        for name, sign in (("from_date", ">="), ("to_date", "<="))
        if name in filters
    )


class IsMarked(Func):
    """Whether a memory was stored in the stretch of time at hand."""

    template = "codex_processed.marks(%(expressions)s) && ARRAY[stretch.number]"
    arity = 2
    output_field = models.BooleanField()


class Matching(Func):
    """How many memories a search's first part found."""

    template = "(SELECT count(*) FROM matched)"
    arity = 0
    output_field = models.IntegerField()


def _processed() -> Subquery:
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
    """One memory by `id`: the columns of `storage.Memory`, in order, and its embedding as text if asked for."""
    columns: list[Any] = ["id", "content", "content_hash", "context", "summary", "tags", "metadata"]
    found = Memory.objects.filter(id=Parameter("id", models.UUIDField())).annotate(newest=_processed())
    columns += ["created_at", "updated_at", "newest"]
    if include_embedding:
        newest = ProcessedMemory.objects.filter(memory=OuterRef("pk")).order_by("-processing_version")
        found = found.annotate(embedding=Subquery(newest.values_list(Cast("embeddings", models.TextField()))[:1]))
        columns.append("embedding")
    return compiled(found.values_list(*columns))


FILTERS: dict[str, models.Field[Any, Any]] = {
    "tags": ArrayField(models.TextField()),
    "context": models.TextField(),
    "summary": models.TextField(),
    "rare_context": models.TextField(),
    "rare_summary": models.TextField(),
    "metadata": models.JSONField(),
    "from_date": models.DateTimeField(),
    "to_date": models.DateTimeField(),
}


class Access(StrEnum):
    """By which way the memories that match are read, so that the planner has no choice.

    IN_ORDER: from the index of the order, until there are enough; for no filters but dates.
    POSTED: from the postings of `terms`, in order, each checked for the other filters, until there are enough.
    FEW: all that have postings of `terms`, each checked for the other filters.
    ALL: all that match, by the GIN indexes; with a stretch of time, all within it.
    """

    IN_ORDER = auto()
    POSTED = auto()
    FEW = auto()
    ALL = auto()


DATES = frozenset({"from_date", "to_date"})


@cache
def search(filters: frozenset[str], order_by: str | None, access: Access) -> Statement:
    """A page of the memories that match: the columns of `hits`, and how many match, counted up to `reach`.

    Its parameters are those filters, `content_chars`, `limit`, `offset` and `reach`; for POSTED and FEW also `terms`.
    First the ids, then what is shown of them: else all that is read of a memory would be read of those that the offset
    skips, too.
    """
    matched = MATCHED[access](filters, order_by)
    on_page = Memory.objects.filter(IsAmongIds("id")).in_order(SearchQuery(order_by=order_by))
    shown = compiled(_hits(on_page.annotate(matching=Matching()), "matching"))
    page = "ARRAY(SELECT id FROM matched LIMIT %(limit)s OFFSET %(offset)s)"
    sql = f"WITH matched AS MATERIALIZED ({matched.sql}) {shown.sql.replace('%(ids)s::uuid[]', page)}"
    return Statement(sql, matched.constants | shown.constants)


def _matched_in_order(filters: frozenset[str], order_by: str | None) -> Statement:
    found = Memory.objects.search(_shape(filters, order_by)).values_list("id")
    return compiled(found, ending=" LIMIT %(reach)s", prefix="matched")


def _matched_among_postings(filters: frozenset[str], order_by: str | None) -> Statement:
    """Those of each term in order, then those of all terms; most searches have one."""
    column, direction = ordering(order_by)
    others = filters - DATES
    checked = compiled(Memory.objects.matching(_shape(others, None)).filter(IsPosted("id")).order_by().values_list())
    check = f"CROSS JOIN LATERAL (SELECT FROM ({checked.sql} OFFSET 0) AS memory) AS checked" if others else ""
    order = f"posting.{column} {direction}, posting.memory_id {direction}"
    sql = f"""
SELECT id FROM (
    SELECT DISTINCT found.moment, found.id FROM unnest(%(terms)s::text[]) AS wanted (term) CROSS JOIN LATERAL (
        SELECT posting.{column} AS moment, posting.memory_id AS id FROM postings AS posting {check}
        WHERE posting.term = wanted.term{_bounds(filters)} ORDER BY {order} LIMIT %(reach)s
    ) AS found
) AS found ORDER BY moment {direction}, id {direction} LIMIT %(reach)s"""  # noqa: S608 - made of constants, no value is in it
    return Statement(sql, checked.constants if others else {})


def _matched_among_few(filters: frozenset[str], order_by: str | None) -> Statement:
    """Each by its id, whatever the planner thinks of the other filters."""
    column, direction = ordering(order_by)
    found = Memory.objects.matching(_shape(filters, None)).filter(IsPosted("id"))
    checked = compiled(found.order_by().values_list("id", column), prefix="matched")
    sql = f"""
SELECT found.* FROM (
    SELECT DISTINCT posting.memory_id FROM unnest(%(terms)s::text[]) AS wanted (term) CROSS JOIN LATERAL (
        SELECT memory_id FROM postings AS posting WHERE posting.term = wanted.term{_bounds(filters)}
    ) AS posting
) AS posting CROSS JOIN LATERAL ({checked.sql} OFFSET 0) AS found"""  # noqa: S608 - made of constants and what is compiled
    return _sorted(Statement(sql, checked.constants), direction)


def _matched_by_indexes(filters: frozenset[str], order_by: str | None) -> Statement:
    """All are read, and then put in order: one plan, which suits any word."""
    column, direction = ordering(order_by)
    shape = _shape(filters, order_by)
    found = compiled(Memory.objects.matching(shape).order_by().values_list("id", column), prefix="matched")
    return _sorted(found, direction)


def _sorted(found: Statement, direction: str) -> Statement:
    """Fenced, or the planner would rather read the index of the order, and hope to meet enough that match."""
    return Statement(
        f"SELECT id FROM ({found.sql} OFFSET 0) AS found (id, moment)"  # noqa: S608 - no value is in it
        f" ORDER BY moment {direction}, id {direction} LIMIT %(reach)s",
        found.constants,
    )


MATCHED = {
    Access.IN_ORDER: _matched_in_order,
    Access.POSTED: _matched_among_postings,
    Access.FEW: _matched_among_few,
    Access.ALL: _matched_by_indexes,
}


@cache
def candidates(filters: frozenset[str]) -> Candidates:
    """The memories that match as what a ranking chooses from; its parameters are those filters."""
    return Memory.objects.as_candidates(_shape(filters, None))


@cache
def hits() -> Statement:
    """The memories of the parameter `ids`, in no order: the columns of `search`."""
    return compiled(_hits(Memory.objects.filter(IsAmongIds("id")).order_by()))


@cache
def in_order(order_by: str) -> Statement:
    """The parameter `ids` in the order of a column."""
    found = Memory.objects.filter(IsAmongIds("id")).in_order(SearchQuery(order_by=order_by))
    return compiled(found.values_list("id"))


def _hits(found: MemoryQuerySet, *more: str) -> models.QuerySet[Memory, Any]:
    columns = ["id", "content_preview", "content_hash", "context", "summary", "tags", "metadata"]
    columns += ["created_at", "updated_at", "newest", "content_length"]
    found = found.annotate(newest=_processed()).with_preview(Parameter("content_chars", models.IntegerField()))
    return found.values_list(*columns, *more)


@cache
def matching(filters: frozenset[str]) -> Statement:
    """The ids of the memories that match, all of them and in no order; its parameters are those filters."""
    return compiled(Memory.objects.matching(_shape(filters, None)).order_by().values_list("id"))


# Moments that Python knows; others are found by no stretch of time either.
KNOWN_TIMES = (datetime.datetime(1, 1, 2, tzinfo=datetime.UTC), datetime.datetime(9999, 12, 30, tzinfo=datetime.UTC))


@cache
def bounds(filters: frozenset[str]) -> Statement:
    """When the first and the last memory of a period were stored; nulls if there is none."""
    period = Memory.objects.matching(_shape(filters, None)).filter(created_at__range=KNOWN_TIMES)
    ends = {
        name: compiled(period.order_by(order).values_list("created_at"), ending=" LIMIT 1", prefix=name)
        for name, order in (("first", "created_at"), ("last", "-created_at"))
    }
    sql = f"SELECT ({ends['first'].sql}), ({ends['last'].sql})"
    return Statement(sql, ends["first"].constants | ends["last"].constants)


@cache
def first_in(filters: frozenset[str]) -> Statement:
    """The first of the stretches `numbers` that holds a memory that matches: they are looked at in turn.

    Fenced, or the planner would look at all of them.
    """
    within = Memory.objects.matching(_shape(filters, None)).filter(IsMarked("created_at", "has_embedding"))
    found = compiled(within.order_by().values_list())
    sql = f"""
SELECT number FROM unnest(%(numbers)s::bigint[]) AS stretch (number)
WHERE EXISTS (SELECT FROM ({found.sql}) AS found OFFSET 0) LIMIT 1"""  # noqa: S608 - compiled
    return Statement(sql, found.constants)


def _shape(filters: frozenset[str], order_by: str | None) -> SearchQuery:
    """A search whose values are all parameters; the same filters always make the same SQL."""
    given: dict[str, Any] = {name: Parameter(name, field) for name, field in FILTERS.items() if name in filters}
    if "stretch" in filters:
        edges = {name: Parameter(name, models.DateTimeField()) for name in ("since", "until") if name in filters}
        given["stretch"] = Stretch(Parameter("stretch", NUMBERS), edges.get("since"), edges.get("until"))
    return SearchQuery(order_by=order_by, **given)


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
    INSERT INTO embedded_memories (memory_id, created_at, signs, tags, metadata, context_vector, summary_vector)
    SELECT id, created_at, codex_processed.quantized(%(embeddings)s::vector), tags, metadata,
        context_vector, summary_vector
    FROM stored WHERE %(embeddings)s::vector IS NOT NULL
)
SELECT id FROM stored
"""
FIND_BY_HASH = "SELECT id FROM memories WHERE content_hash = %(content_hash)s"
DELETE = "DELETE FROM memories WHERE id = %(id)s"

# The figures come from the tally that triggers keep (migration 0002), so that they cost the same at a million memories.
# Only the hour that the last day and the last week begin in is counted row by row. Hours are compared as the text they
# are kept as, which sorts alike.
STATISTICS = """
WITH since AS MATERIALIZED (
    SELECT to_char((now() - interval '1 day') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS day,
           to_char((now() - interval '7 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS week
), entries AS MATERIALIZED (
    SELECT kind, key, amount FROM codex_processed.tally
    UNION ALL
    SELECT kind, key, amount FROM codex_processed.tally_ledger
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
FOLD_TALLY = "SELECT codex_processed.fold_tally()"
