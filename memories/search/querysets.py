"""Query sets that find memories: the one search that the MCP tools, the admin and the commands share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.apps import apps
from django.contrib.postgres.lookups import Overlap
from django.db import connections, models
from django.db.models.functions import Left
from pgvector import Vector

from memories import limits
from memories.db.compiling import compiled
from memories.search import filters, fusion, sources, steps
from memories.search.candidates import Candidates
from memories.search.request import SearchQuery, ordering
from memories.search.time_buckets import BucketRange, ProjectKeys, SearchKeys, in_buckets

if TYPE_CHECKING:
    from memories.models import Memory  # noqa: F401 - named as a string below: the base class is evaluated

Model = TypeVar("Model", bound=models.Model, covariant=True)


class FilteredQuerySet(models.QuerySet[Model]):
    """Many rows that have what a search filters by: memories, or what a search among embeddings reads of them."""

    def matching(self, query: SearchQuery) -> Self:
        """Return the memories for which every filter given holds."""
        return filters.applied(self.all(), query)


class MemoryQuerySet(FilteredQuerySet["Memory"]):
    """Many memories."""

    def ranked(self, query: SearchQuery, wanted: int = limits.SEARCH_RANKED_MAX) -> steps.Ranking:
        """Rank the memories that match by question, embedding, or both, for the first `wanted` places."""

        def execute(sql: str, parameters: dict[str, Any]) -> steps.Rows:
            with connections[self.db].cursor() as cursor:
                cursor.execute(sql, parameters)
                rows: steps.Rows = cursor.fetchall()
                return rows

        # Django's connections have no adapter for it, but any takes its text.
        embedding = query.embedding.to_text() if isinstance(query.embedding, Vector) else query.embedding
        ranking = fusion.rank(self.as_candidates(query), replace(query, embedding=embedding), wanted)
        return steps.run(ranking, execute)

    def as_candidates(self, query: SearchQuery) -> Candidates:
        """The SQL by which a ranking reads the memories that match."""
        left = self.matching(query)
        embedded = apps.get_model("memories", "EmbeddedMemory").objects.matching(query)
        if self.query.where:
            embedded = embedded.filter(memory__in=self.order_by().values("pk"))
        found = {
            "vectors": embedded.values_list("memory_id", "quantized", "embedding_model"),
            "nearest": self._nearest(embedded, query).values_list("memory_id", "quantized"),
            "filtered": left.values_list("id"),
        }
        statements = {name: compiled(queryset.order_by(), prefix=name) for name, queryset in found.items()}
        # Passages have the times of their memories, and no other filter's values.
        dates = SearchQuery(from_date=query.from_date, to_date=query.to_date, include_superseded=True)
        passages = filters.applied(apps.get_model("memories", "Passage")._default_manager.all(), dates)
        projects = filters.as_array(query.projects) if query.project_keys else None
        statements |= sources.by_words(left, passages, projects)
        return Candidates(
            **{name: statement.sql for name, statement in statements.items()},
            is_filtered=bool(self.query.where) or filters.narrows(query),
            filters=frozenset(filters.values_of(query)),
            parameters={name: value for each in statements.values() for name, value in each.constants.items()},
        )

    def _nearest(self, embedded: FilteredQuerySet[Any], query: SearchQuery) -> models.QuerySet[Any]:
        """The same embeddings, if they are of the query's model, to be read from the HNSW index.

        Comparing with a subquery keeps the planner from a join, which would sort all that the filter leaves.
        """
        quantized: models.QuerySet[Any]
        if query.embedding_model == "":
            quantized = apps.get_model("memories", "QuantizedEmbedding")._default_manager.all()
        else:
            provided = apps.get_model("memories", "ProvidedEmbedding")._default_manager
            quantized = provided.filter(embedding_model=query.embedding_model)
        if not query.include_superseded and query.as_of is None:
            quantized = quantized.filter(is_superseded=False)
        if not self.query.where and not filters.narrows(query):
            return quantized
        return quantized.filter(pk=models.Subquery(embedded.filter(pk=models.OuterRef("pk")).values("pk")))

    def matching(self, query: SearchQuery) -> MemoryQuerySet:
        """Return the memories for which every filter given holds."""
        found = super().matching(query)
        if query.project_keys:
            found = found.filter(Overlap(SearchKeys(), ProjectKeys(filters.as_array(query.projects))))
        return found if query.buckets is None else found.within(query.buckets, query)

    def within(self, buckets: BucketRange, query: SearchQuery) -> MemoryQuerySet:
        """Return the memories of a range of time; none, if the page might begin with memories beyond it."""
        if buckets.start is None:
            return self.filter(in_buckets(buckets.ids))
        dates = SearchQuery(from_date=query.from_date, to_date=query.to_date, include_superseded=True)
        period = self.model._default_manager.matching(dates)
        if query.order_by == "created_at_asc":
            nearer = period.filter(created_at__lt=buckets.start)
        else:
            nearer = period.filter(created_at__gte=buckets.end)
        return self.filter(in_buckets(buckets.ids), ~models.Exists(nearer))

    def in_order(self, query: SearchQuery) -> MemoryQuerySet:
        """Order by `order_by`, and by id where that leaves ties, so that pages neither overlap nor skip."""
        column, direction = ordering(query.order_by)
        sign = "-" if direction == "DESC" else ""
        return self.order_by(f"{sign}{column}", f"{sign}id")

    def with_preview(self, content_chars: Any) -> MemoryQuerySet:
        """Annotate each memory with the beginning of its content, and whether that is all of it.

        They are `content_preview` and `content_truncated`.
        """
        count = content_chars if isinstance(content_chars, models.Expression) else models.Value(content_chars)
        # left() counts characters even where nothing is cut; for a page of 20 that took 40 us.
        whole = models.When(content_length__lte=count, then="content")
        cut = models.Case(whole, default=Left("content", count), output_field=models.TextField())
        is_cut = models.ExpressionWrapper(models.Q(content_length__gt=count), output_field=models.BooleanField())
        found: MemoryQuerySet = self.annotate(content_preview=cut, content_truncated=is_cut)
        return found
