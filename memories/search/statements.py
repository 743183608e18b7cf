"""The SQL that finds memories by filters, each statement compiled once (`memories.db.compiling`)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum, auto
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Func

from memories.db.compiling import Parameter, Statement, compiled
from memories.models import Memory
from memories.queries import newest_processing
from memories.records import SearchHit, names
from memories.search.candidates import Candidates
from memories.search.filters import ADDED, DATES, FILTERS
from memories.search.querysets import MemoryQuerySet
from memories.search.request import SCOPE, SearchQuery, ordering
from memories.search.time_buckets import BUCKET_IDS, BucketRange


class Access(StrEnum):
    """How the memories that match are read; the SQL leaves the planner no choice.

    IN_ORDER: in the order of its index until there are enough; where dates are the only filters.
    PROJECTS: the same, by the index of the projects.
    POSTED: from the postings of `terms`, in order, until there are enough; each is checked for the other filters.
    FEW: all that have postings of `terms`; each is checked for the other filters.
    ALL: all that match, by the GIN indexes; within a range of time buckets, all in it.
    """

    IN_ORDER = auto()
    PROJECTS = auto()
    POSTED = auto()
    FEW = auto()
    ALL = auto()


class IsAmongIds(Func):
    """Whether an id is in the parameter `ids`: the same statement and the same plan for any number of them.

    The planner does not see the array behind SELECT. If it did, it would plan the statement anew at each call, because
    it expects more of an array that it does not know.
    """

    VALUES = "(SELECT %(ids)s::uuid[])::uuid[]"
    template = f"%(expressions)s = ANY({VALUES.replace('%', '%%')})"
    arity = 1
    output_field = models.BooleanField()


class IsCovered(Func):
    """Whether a memory's project is one of the parameter `projects`, which is null for all. This is hidden, too."""

    template = (
        "((SELECT %%(projects)s::text[]) IS NULL OR %(expressions)s = ANY((SELECT %%(projects)s::text[])::text[]))"
    )
    arity = 1
    output_field = models.BooleanField()


class NoOffset(Func):
    """Contents are shown from their beginning."""

    template = "0"
    arity = 0
    output_field = models.IntegerField()


_PLACE = "[array_position(%%(ids)s::uuid[], memories.id)]"
_START = f"(%%(content_starts)s::integer[]){_PLACE}"
_LENGTH = f"(%%(content_lengths)s::integer[]){_PLACE}"


class ContentRegion(Func):
    """A part of a content that is too long to be shown whole.

    It is put together from passages where there are any, because a content is decompressed up to what is read of it.
    """

    template = f"""CASE
    WHEN content_length <= %%(content_chars)s THEN content
    WHEN search_vector IS NOT NULL THEN substr(content, {_START} + 1, {_LENGTH})
    ELSE coalesce((
        SELECT substr(string_agg(text, '' ORDER BY start), {_START} - min(start) + 1, {_LENGTH})
        FROM (
            SELECT start, CASE WHEN lead(start) OVER later IS NULL THEN content
                ELSE left(content, lead(start) OVER later - start) END AS text
            FROM passages WHERE memory_id = memories.id AND start < {_START} + {_LENGTH}
                AND start >= (SELECT max(start) FROM passages WHERE memory_id = memories.id AND start <= {_START})
            WINDOW later AS (ORDER BY start)
        ) AS without_overlaps
    ), substr(content, {_START} + 1, {_LENGTH}))
END"""  # noqa: S608 - made of constants and placeholders only
    arity = 0
    output_field = models.TextField()


class ContentOffset(Func):
    """Where that part starts."""

    template = f"CASE WHEN content_length <= %%(content_chars)s THEN 0 ELSE {_START} END"
    arity = 0
    output_field = models.IntegerField()


class IsPosted(Func):
    """Whether a posting is that of a memory."""

    template = "%(expressions)s = posting.memory_id"
    arity = 1
    output_field = models.BooleanField()


def _date_conditions(filters: frozenset[str]) -> str:
    """The dates among the filters as conditions on a posting."""
    return "".join(
        f" AND posting.created_at {sign} %({name})s::timestamptz"
        for name, sign in (("from_date", ">="), ("to_date", "<="))
        if name in filters
    )


class IsOfProject(Func):
    """Whether a memory belongs to the project at hand."""

    template = "%(expressions)s = wanted.project"
    arity = 1
    output_field = models.BooleanField()


class IsInBucket(Func):
    """Whether a memory lies in the time bucket at hand."""

    template = "search_keys(%(expressions)s) && ARRAY[bucket.id]"
    arity = 2
    output_field = models.BooleanField()


class Matching(Func):
    """How many memories the CTE `matched` holds."""

    template = "(SELECT count(*) FROM matched)"
    arity = 0
    output_field = models.IntegerField()


@cache
def search(filters: frozenset[str], order_by: str | None, access: Access) -> Statement:
    """One page of the memories that match: HIT_COLUMNS, and then how many match, at most `counted`.

    The parameters are the filters, `content_chars`, `limit`, `offset` and `counted`; for POSTED and FEW also `terms`.
    The ids are found first, so that the other columns are read of the page only, and not of what the offset skips.
    """
    matched = MATCHED[access](filters, order_by)
    on_page = Memory.objects.filter(IsAmongIds("id")).in_order(SearchQuery(order_by=order_by))
    shown = compiled(_hits(on_page.annotate(matching=Matching()), "matching"))
    page = "ARRAY(SELECT id FROM matched LIMIT %(limit)s OFFSET %(offset)s)"
    sql = f"WITH matched AS MATERIALIZED ({matched.sql}) {shown.sql.replace(IsAmongIds.VALUES, page)}"
    return Statement(sql, matched.constants | shown.constants)


def _matched_in_order(filters: frozenset[str], order_by: str | None) -> Statement:
    shape = _shape(filters, order_by)
    found = Memory.objects.matching(shape).in_order(shape).values_list("id")
    return compiled(found, ending=" LIMIT %(counted)s", prefix="matched")


def _matched_in_projects(filters: frozenset[str], order_by: str | None) -> Statement:
    """The first of each project, merged; most searches cover one or two."""
    column, direction = ordering(order_by)
    shape = _shape(filters - SCOPE | filters & {"include_superseded"}, order_by)
    found = Memory.objects.matching(shape).filter(IsOfProject("project")).in_order(shape).values_list("id", column)
    first = compiled(found, ending=" LIMIT %(counted)s", prefix="matched")
    sql = f"""
SELECT id FROM (
    SELECT found.* FROM unnest(%(projects)s::text[]) AS wanted (project) CROSS JOIN LATERAL ({first.sql})
        AS found (id, moment)
) AS found ORDER BY moment {direction}, id {direction} LIMIT %(counted)s"""  # noqa: S608 - compiled, no value is in it
    return Statement(sql, first.constants)


def _matched_among_postings(filters: frozenset[str], order_by: str | None) -> Statement:
    """The first of each term, merged; most searches have one term."""
    column, direction = ordering(order_by)
    others = filters - DATES - SCOPE
    checked = compiled(
        Memory.objects.matching(_shape(filters - DATES, None)).filter(IsPosted("id")).order_by().values_list()
    )
    check = f"CROSS JOIN LATERAL (SELECT FROM ({checked.sql} OFFSET 0) AS memory) AS checked" if others else ""
    order = f"posting.{column} {direction}, posting.memory_id {direction}"
    sql = f"""
SELECT id FROM (
    SELECT DISTINCT found.moment, found.id FROM unnest(%(terms)s::text[]) AS wanted (term) CROSS JOIN LATERAL (
        SELECT posting.{column} AS moment, posting.memory_id AS id FROM postings AS posting {check}
        WHERE posting.term = wanted.term{_date_conditions(filters)} ORDER BY {order} LIMIT %(counted)s
    ) AS found
) AS found ORDER BY moment {direction}, id {direction} LIMIT %(counted)s"""  # noqa: S608 - made of constants, no value is in it
    return Statement(sql, checked.constants if others else {})


def _matched_among_few(filters: frozenset[str], order_by: str | None) -> Statement:
    """Looks each up by its id, whatever the planner expects of the other filters."""
    column, direction = ordering(order_by)
    found = Memory.objects.matching(_shape(filters, None)).filter(IsPosted("id"))
    checked = compiled(found.order_by().values_list("id", column), prefix="matched")
    sql = f"""
SELECT found.* FROM (
    SELECT DISTINCT posting.memory_id FROM unnest(%(terms)s::text[]) AS wanted (term) CROSS JOIN LATERAL (
        SELECT memory_id FROM postings AS posting WHERE posting.term = wanted.term{_date_conditions(filters)}
    ) AS posting
) AS posting CROSS JOIN LATERAL ({checked.sql} OFFSET 0) AS found"""  # noqa: S608 - made of constants and what is compiled
    return _sorted(Statement(sql, checked.constants), direction)


def _matched_by_indexes(filters: frozenset[str], order_by: str | None) -> Statement:
    """Reads all matches, then sorts: one plan, which suits any word."""
    column, direction = ordering(order_by)
    shape = _shape(filters, order_by)
    found = compiled(Memory.objects.matching(shape).order_by().values_list("id", column), prefix="matched")
    return _sorted(found, direction)


def _sorted(found: Statement, direction: str) -> Statement:
    """OFFSET 0 is a fence. Without it the planner may read the index of the order, hoping to meet enough matches."""
    return Statement(
        f"SELECT id FROM ({found.sql} OFFSET 0) AS found (id, moment)"  # noqa: S608 - no value is in it
        f" ORDER BY moment {direction}, id {direction} LIMIT %(counted)s",
        found.constants,
    )


MATCHED = {
    Access.IN_ORDER: _matched_in_order,
    Access.PROJECTS: _matched_in_projects,
    Access.POSTED: _matched_among_postings,
    Access.FEW: _matched_among_few,
    Access.ALL: _matched_by_indexes,
}


@cache
def candidates(filters: frozenset[str], provided: bool = False) -> Candidates:
    """The SQL by which a ranking reads the memories that match; the filters are its parameters.

    Args:
        provided: rank by the embeddings of the parameter `embedding_model` instead of those of clients.
    """
    model = Parameter("embedding_model", models.TextField()) if provided else ""
    return Memory.objects.as_candidates(replace(_shape(filters, None), embedding_model=model))


@cache
def hits() -> Statement:
    """The memories of the parameter `ids` that belong to `projects`, in no order: HIT_COLUMNS."""
    return compiled(_hits(Memory.objects.filter(IsAmongIds("id"), IsCovered("project")).order_by()))


@cache
def passage_hits() -> Statement:
    """As `hits`, but of the content what is within `content_starts` and `content_lengths`, in the order of `ids`.

    Contents of at most `content_chars` characters are whole.
    """
    return compiled(
        _hits(
            Memory.objects.filter(IsAmongIds("id"), IsCovered("project")).order_by(),
            preview={"content_preview": ContentRegion(), "content_offset": ContentOffset()},
        )
    )


@cache
def in_order(order_by: str) -> Statement:
    """The parameter `ids` in the order of a column."""
    found = Memory.objects.filter(IsAmongIds("id")).in_order(SearchQuery(order_by=order_by))
    return compiled(found.values_list("id"))


HIT_COLUMNS = names(SearchHit)
_EXPRESSIONS = {"content": "content_preview", "processed": "newest"}  # the names that the model has for other things


def _hits(found: MemoryQuerySet, *more: str, preview: Mapping[str, Func] | None = None) -> models.QuerySet[Memory, Any]:
    columns = [_EXPRESSIONS.get(name, name) for name in HIT_COLUMNS]
    found = found.annotate(newest=newest_processing()).with_preview(Parameter("content_chars", models.IntegerField()))
    return found.annotate(**(preview or {"content_offset": NoOffset()})).values_list(*columns, *more)


@cache
def matching(filters: frozenset[str]) -> Statement:
    """The ids of all memories that match, in no order; the filters are its parameters."""
    return compiled(Memory.objects.matching(_shape(filters, None)).order_by().values_list("id"))


# Moments that Python knows; time buckets have no others either.
KNOWN_TIMES = (datetime.datetime(1, 1, 2, tzinfo=datetime.UTC), datetime.datetime(9999, 12, 30, tzinfo=datetime.UTC))


@cache
def bounds(filters: frozenset[str]) -> Statement:
    """The created_at of the oldest and the newest memory of a period; nulls if there is none."""
    period = Memory.objects.matching(_shape(filters | {"include_superseded"}, None))
    period = period.filter(created_at__range=KNOWN_TIMES)
    ends = {
        name: compiled(period.order_by(order).values_list("created_at"), ending=" LIMIT 1", prefix=name)
        for name, order in (("first", "created_at"), ("last", "-created_at"))
    }
    sql = f"SELECT ({ends['first'].sql}), ({ends['last'].sql})"
    return Statement(sql, ends["first"].constants | ends["last"].constants)


@cache
def first_bucket(filters: frozenset[str]) -> Statement:
    """The first of the buckets `probed` that holds a memory that matches.

    The buckets are probed in turn. OFFSET 0 is a fence; without it the planner would probe all of them.
    """
    within = Memory.objects.matching(_shape(filters, None)).filter(IsInBucket("created_at", "project"))
    found = compiled(within.order_by().values_list())
    sql = f"""
SELECT id FROM unnest(%(probed)s::bigint[]) AS bucket (id)
WHERE EXISTS (SELECT FROM ({found.sql}) AS found OFFSET 0) LIMIT 1"""  # noqa: S608 - compiled
    return Statement(sql, found.constants)


def _shape(filters: frozenset[str], order_by: str | None) -> SearchQuery:
    """A search whose values are all parameters, so that the same filters always make the same SQL."""
    types = {name: each.type for name, each in FILTERS.items()} | dict(ADDED)
    given: dict[str, Any] = {name: Parameter(name, types[name]) for name in types if name in filters}
    if "buckets" in filters:
        start, end = (
            Parameter(name, models.DateTimeField()) if name in filters else None
            for name in ("range_start", "range_end")
        )
        given["buckets"] = BucketRange(Parameter("buckets", BUCKET_IDS), start, end)
    given |= {name: True for name in ("include_superseded", "project_keys") if name in filters}
    return SearchQuery(order_by=order_by, **given)
