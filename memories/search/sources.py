"""The SQL by which a ranking by words reads its candidates: memories, and the passages of those with long contents."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, Q, QuerySet
from django.db.models.expressions import Combinable

from memories.db import full_text
from memories.db.compiling import Parameter, Statement, compiled
from memories.search.time_buckets import BUCKET_IDS, PassageBuckets, in_buckets

MEMORY = ("id", "created_at", "context")
CHECKED_MAX = 2_000  # passages of the projects, which are all checked for the words


class NoStart(Func):
    """What stands for the start of a passage where there is none."""

    template = "NULL::integer"
    arity = 0
    output_field = models.IntegerField()


class IsOfPassage(Func):
    """Whether a memory is that of the passage at hand."""

    template = "%(expressions)s = passage.memory_id"
    arity = 1
    output_field = models.BooleanField()


_OWNERS = "SELECT id FROM memories WHERE search_vector IS NULL AND project = ANY(%(expressions)s)"


class AreFew(Func):
    """Whether some projects have at most CHECKED_MAX passages; known before any is read."""

    template = f"""(SELECT count(*) FROM (
    SELECT FROM ({_OWNERS} OFFSET 0) AS owner
    CROSS JOIN LATERAL (SELECT FROM passages WHERE memory_id = owner.id OFFSET 0) AS passage LIMIT {CHECKED_MAX + 1}
) AS counted) <= {CHECKED_MAX}"""  # noqa: S608 - made of constants and placeholders only
    arity = 1
    output_field = models.BooleanField()


class IsOfProjects(Func):
    """Whether a passage is of a memory of some projects."""

    template = f"memory_id = ANY(ARRAY({_OWNERS}))"
    arity = 1
    output_field = models.BooleanField()


def by_words(left: QuerySet[Any], passages: QuerySet[Any], projects: Combinable | None) -> dict[str, Statement]:
    """The sources of `candidates.Candidates` that read by words, by name.

    Args:
        left: the memories that the filters leave.
        passages: those of the period that the filters leave.
        projects: an array; they leave those of these few projects. The index of passages knows no projects, so it
            would find the passages of all. None if they leave those of all or most.
    """
    moment = models.DateTimeField()
    since = Q(created_at__gte=Parameter("newest_start", moment))
    before = Q(created_at__lt=Parameter("newest_start", moment))
    after = Q(created_at__gt=Parameter("newest_end", moment))
    return {
        "words": _matching("words", left, passages, projects),
        "newest": _matching("newest", left, passages, projects, since & ~after, in_newest_buckets=True),
        "older": _matching("older", left, passages, projects, before | after),
        "few": _checked("few", left),
        "recent": _checked("recent", left.filter(since)),
    }


def _matching(
    name: str,
    left: QuerySet[Any],
    passages: QuerySet[Any],
    projects: Combinable | None,
    period: Q | None = None,
    *,
    in_newest_buckets: bool = False,
) -> Statement:
    """Reads the memories and the passages that match by their indexes; the memory of each passage must be left."""
    period = period or Q()
    conditions: list[Any] = [full_text.TextMatch(models.F("search_vector"), Parameter("tsquery", SearchVectorField()))]
    newest = Parameter("newest_buckets", BUCKET_IDS)
    passages = passages.filter(period)
    matching = passages.filter(*conditions)
    memories = left.filter(*conditions, period)
    if in_newest_buckets:
        matching = matching.filter(in_buckets(newest, PassageBuckets("created_at")))
        memories = memories.filter(in_buckets(newest))
    memory = compiled(
        memories.order_by().annotate(start=NoStart()).values_list(*MEMORY, "search_vector", "start"), prefix=name
    )
    passage = _passages(name, matching) if projects is None else _passages_of(name, projects, passages, matching)
    of_passage = compiled(
        left.filter(IsOfPassage("id")).order_by().values_list(*MEMORY), prefix=f"{name}_memory", ending=" OFFSET 0"
    )
    sql = f"""
{memory.sql}
UNION ALL
SELECT memory.*, passage.vector, passage.start
FROM ({passage.sql}) AS passage (memory_id, vector, start)
CROSS JOIN LATERAL ({of_passage.sql}) AS memory (id, created_at, context)"""  # noqa: S608 - compiled, no value is in it
    return Statement(sql, memory.constants | passage.constants | of_passage.constants)


def _passages(name: str, found: QuerySet[Any]) -> Statement:
    values = found.order_by().values_list("memory_id", "search_vector", "start")
    return compiled(values, prefix=f"{name}_passage", ending=" OFFSET 0")


def _passages_of(name: str, projects: Combinable, passages: QuerySet[Any], matching: QuerySet[Any]) -> Statement:
    """Reads the passages of the projects and checks which match; if they are many, those that match in any project."""
    few = _passages(f"{name}_few", passages.filter(AreFew(projects), IsOfProjects(projects)))
    many = _passages(name, matching.filter(~Q(AreFew(projects))))
    sql = f"""
    SELECT * FROM ({few.sql}) AS passage (memory_id, vector, start) WHERE vector @@ %(tsquery)s
    UNION ALL
    ({many.sql})"""  # noqa: S608 - the same
    return Statement(sql, few.constants | many.constants)


def _checked(name: str, left: QuerySet[Any]) -> Statement:
    """Reads all memories that are left, with their passages, and checks which match.

    Each OFFSET 0 is a fence. Without them the planner would look up all memories that have any of the words, and all
    such passages for each memory that has passages.
    """
    memory = compiled(left.order_by().values_list(*MEMORY, "search_vector"), prefix=name, ending=" OFFSET 0")
    sql = f"""
SELECT memory.id, memory.created_at, memory.context, part.vector, part.start
FROM ({memory.sql}) AS memory (id, created_at, context, vector) CROSS JOIN LATERAL (
    SELECT memory.vector, NULL::integer WHERE memory.vector IS NOT NULL
    UNION ALL
    (SELECT search_vector, start FROM passages WHERE memory_id = memory.id AND memory.vector IS NULL OFFSET 0)
) AS part (vector, start)
WHERE part.vector @@ %(tsquery)s"""  # noqa: S608 - the same
    return Statement(sql, memory.constants)
