"""Finding memories: the one search that the MCP tools, the admin and the commands share."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import connections, models
from django.db.models.functions import Left
from pgvector import Vector

from memories import limits, ranking, text
from memories.compiling import Parameter, Statement, compiled
from memories.stretches import NUMBERS, Stretch, marked

if TYPE_CHECKING:
    from memories.models import Memory  # noqa: F401 - named as a string below: the base class is evaluated

Model = TypeVar("Model", bound=models.Model, covariant=True)
ORDERS = ("created_at_desc", "created_at_asc", "updated_at_desc", "updated_at_asc", "relevance")


@dataclass(frozen=True, kw_only=True)
class SearchQuery:
    """What to search for (specification, "Data Models"). All filters that are given must hold.

    Args:
        query: a question in plain words over summary, context and content; any word may match, the ranking decides.
        embedding: the nearest first; together with `query` both rankings are fused.
        tags: any of these.
        context, summary: full text; all words must occur, as `websearch_to_tsquery` reads them.
        from_date, to_date: bounds of created_at, both inclusive.
        limit, offset: the page, 1 to 100 and 0 to 10,000 memories.
        metadata: the JSON object contains this one.
        order_by: one of `ORDERS`; None is relevance with a query or an embedding, else created_at_desc.
        content_chars: at most so many characters of each hit's content.
        rare_context, rare_summary: words of these by which to find them; set by `memories.common_words`.
        stretch: look within this only, and find nothing where the page might begin before it (`memories.windows`).
    """

    query: str | None = None
    embedding: Any = None
    tags: Any = None
    context: Any = None
    summary: Any = None
    metadata: Any = None
    from_date: datetime.datetime | Any = None
    to_date: datetime.datetime | Any = None
    limit: int = limits.SEARCH_LIMIT_DEFAULT
    offset: int = 0
    order_by: str | None = None
    content_chars: int = limits.CONTENT_PREVIEW_CHARACTERS
    rare_context: Any = None
    rare_summary: Any = None
    stretch: Stretch | None = None

    @property
    def is_ranked(self) -> bool:
        return self.query is not None or self.embedding is not None


class TextMatch(models.Lookup):
    """`vector @@ query`, both sides exactly as written."""

    lookup_name = "match"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} @@ {right}", (*left_params, *right_params)


class ArrayPosition(models.Func):
    """Where an array has a value, from 1 on."""

    template = "array_position(%(expressions)s::text)"
    arity = 2
    output_field = models.IntegerField()


def ordering(order_by: str | None) -> tuple[str, str]:
    """The column that an order reads, and its direction in SQL; relevance without a ranking is the newest first."""
    if order_by in (None, "relevance"):
        return "created_at", "DESC"
    column, _, direction = order_by.rpartition("_")
    return column, direction.upper()


class FilteredQuerySet(models.QuerySet[Model]):
    """Many rows that have what a search filters by: memories, or what a search among embeddings reads of them."""

    def matching(self, query: SearchQuery) -> Self:
        """Return the memories for which every filter given holds."""
        found = self.all()
        if query.tags is not None:
            found = found.filter(tags__overlap=query.tags)
        for field in ("context", "summary"):
            if (words := getattr(query, field)) is not None:
                vector, wanted = models.F(f"{field}_vector"), text.expression(words)
                if (rare := getattr(query, f"rare_{field}")) is not None:
                    found = found.filter(TextMatch(vector, text.WebSearchQuery(text.expression(rare))))
                    found = found.filter(text.Matches(vector, text.WebSearchQuery(wanted)))
                else:
                    found = found.filter(TextMatch(vector, text.WebSearchQuery(wanted)))
        if query.metadata is not None:
            found = found.filter(metadata__contains=query.metadata)
        return found.between(query.from_date, query.to_date)

    def between(self, first: Any, last: Any) -> Self:
        """Return the memories of a period, both bounds within and either None."""
        found = self if first is None else self.filter(created_at__gte=first)
        return found if last is None else found.filter(created_at__lte=last)


class MemoryQuerySet(FilteredQuerySet["Memory"]):
    """Many memories."""

    def search(self, query: SearchQuery) -> MemoryQuerySet:
        """Return the memories that match, in order; the page is the caller's to cut.

        With a question or an embedding the ranking runs at once, and its best 1,000 are returned.
        """
        if not query.is_ranked:
            return self.matching(query).in_order(query)
        ranking = self.ranked(query)
        best = self.filter(pk__in=ranking.ids)
        if query.order_by not in (None, "relevance"):
            return best.in_order(query)
        places = models.Value([str(identifier) for identifier in ranking.ids], ArrayField(models.TextField()))
        return best.order_by(ArrayPosition(places, models.F("pk")))

    def ranked(self, query: SearchQuery, wanted: int = limits.SEARCH_RANKED_MAX) -> ranking.Ranking:
        """Rank the memories that match by question, embedding, or both; `wanted` places will be looked at."""

        def execute(sql: str, parameters: dict[str, Any]) -> ranking.Rows:
            with connections[self.db].cursor() as cursor:
                cursor.execute(sql, parameters)
                rows: ranking.Rows = cursor.fetchall()
                return rows

        # Django's connections have no adapter for it, but any takes its text.
        embedding = query.embedding.to_text() if isinstance(query.embedding, Vector) else query.embedding
        plan = ranking.rank(self.as_candidates(query), replace(query, embedding=embedding), wanted)
        return ranking.run(plan, execute)

    def as_candidates(self, query: SearchQuery) -> ranking.Candidates:
        """The memories that match as what a ranking chooses from."""
        left = self.matching(query)
        moment = models.DateTimeField()
        newest = marked(Parameter("newest", NUMBERS))
        before = models.Q(created_at__lt=Parameter("newest_since", moment))
        behind = models.Q(created_at__gt=Parameter("newest_until", moment))
        since = models.Q(created_at__gte=Parameter("newest_since", moment))
        having_words = TextMatch(models.F("search_vector"), Parameter("candidates", SearchVectorField()))
        columns = ("id", "created_at", "context", "search_vector", text.Brief())
        embedded = apps.get_model("memories", "EmbeddedMemory").objects.matching(query)
        if self.query.where:
            embedded = embedded.filter(memory__in=self.order_by().values("pk"))
        found = {
            "words": left.filter(having_words).values_list(*columns),
            "newest": left.filter(having_words, newest, since & ~behind).values_list(*columns),
            "older": left.filter(having_words, before | behind).values_list(*columns),
            "vectors": embedded.values_list("memory_id", "signs"),
            "nearest": self._nearest(embedded).values_list("memory_id", "signs"),
            "filtered": left.values_list("id"),
        }
        statements = {name: compiled(queryset.order_by(), prefix=name) for name, queryset in found.items()}
        # Fenced, or the planner would look up all the memories with any of the words beside the few that are left.
        recent = left.filter(since)
        for name, queryset in (("few", left), ("recent", recent)):
            fenced = compiled(queryset.order_by().values_list(*columns), prefix=name, ending=" OFFSET 0")
            statements[name] = Statement(
                f"SELECT * FROM ({fenced.sql}) AS {name} (id, created_at, context, vector, brief)"  # noqa: S608 - no value is in it
                " WHERE vector @@ %(candidates)s",
                fenced.constants,
            )
        return ranking.Candidates(
            **{name: statement.sql for name, statement in statements.items()},
            is_filtered=bool(left.query.where),
            parameters={name: value for each in statements.values() for name, value in each.constants.items()},
        )

    def _nearest(self, embedded: FilteredQuerySet[Any]) -> models.QuerySet[Any]:
        """The same embeddings, to be read by the index of the nearest.

        A comparison with a subquery keeps the planner from joining: it would rather sort all that the filter leaves.
        """
        signs = apps.get_model("memories", "EmbeddedSigns")._default_manager.all()
        if not embedded.query.where:
            return signs
        return signs.filter(pk=models.Subquery(embedded.filter(pk=models.OuterRef("pk")).values("pk")))

    def matching(self, query: SearchQuery) -> MemoryQuerySet:
        """Return the memories for which every filter given holds."""
        found = super().matching(query)
        return found if query.stretch is None else found.within(query.stretch, query)

    def within(self, stretch: Stretch, query: SearchQuery) -> MemoryQuerySet:
        """Return the memories of a stretch of time; none, if the page could begin with others, as far as is known."""
        if stretch.since is None:
            return self.filter(marked(stretch.numbers))
        period = self.model._default_manager.between(query.from_date, query.to_date)
        if query.order_by == "created_at_asc":
            nearer = period.filter(created_at__lt=stretch.since)
        else:
            nearer = period.filter(created_at__gte=stretch.until)
        return self.filter(marked(stretch.numbers), ~models.Exists(nearer))

    def in_order(self, query: SearchQuery) -> MemoryQuerySet:
        """Order by `order_by`, and by id where that leaves ties, so that pages neither overlap nor skip."""
        column, direction = ordering(query.order_by)
        sign = "-" if direction == "DESC" else ""
        return self.order_by(f"{sign}{column}", f"{sign}id")

    def with_preview(self, content_chars: Any) -> MemoryQuerySet:
        """Annotate each memory with the beginning of its content, `content_preview`."""
        count = content_chars if isinstance(content_chars, models.Expression) else models.Value(content_chars)
        # left() counts characters even where nothing is cut; for a page of 20 that took 40 us.
        whole = models.When(content_length__lte=count, then="content")
        cut = models.Case(whole, default=Left("content", count), output_field=models.TextField())
        found: MemoryQuerySet = self.annotate(content_preview=cut)
        return found
