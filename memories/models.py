"""The tables of the specification ("Schema Definition").

The migrations make them by SQL. Their expressions here are made of Django's own classes, because migrations repeat them
for `makemigrations`, and a migration imports nothing that may change.

What has a default there has it in the database here (`db_default`), so that another program's INSERT works too.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Length, Now
from django.db.models.lookups import LessThanOrEqual
from pgvector.django import BitField, HnswIndex, VectorField

from memories import limits
from memories.db import full_text
from memories.db.fields import RealField
from memories.embeddings.models import EmbeddingClaim, ProvidedEmbedding  # noqa: F401 - Django looks for them here
from memories.search.querysets import FilteredQuerySet, MemoryQuerySet
from memories.search.time_buckets import BUCKET_IDS, TimeBuckets

__all__ = [
    *("EmbeddedMemory", "EmbeddingClaim", "Memory", "Passage", "Posting", "ProcessedMemory", "ProvidedEmbedding"),
    *("QuantizedEmbedding", "SchemaMigration"),
]


def measured(function: str, field: str) -> models.Func:
    """The integer that a function of PostgreSQL returns for a column."""
    return models.Func(field, function=function, output_field=models.IntegerField())


def at_most_as_stored(field: str, limit: int) -> models.Q:
    return models.Q(LessThanOrEqual(measured("pg_column_size", field), limit))


class Memory(models.Model):
    """What an agent learned, already enriched."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    content = models.TextField()
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of the content's UTF-8, in hex.")
    context = models.TextField(help_text="Where it was learned, and for what.")
    summary = models.TextField()
    tags = ArrayField(models.TextField(), default=list, db_default=[], blank=True)
    metadata = models.JSONField(default=dict, db_default={}, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    content_length = models.GeneratedField(
        expression=Length("content"),
        output_field=models.IntegerField(),
        db_persist=True,
        help_text="In characters; kept because reading it off a megabyte of content costs milliseconds.",
    )
    has_embedding = models.BooleanField(
        default=False, db_default=False, editable=False, help_text="Kept by a trigger, so that the indexes know."
    )
    language = models.TextField(
        default="",
        db_default="",
        blank=True,
        help_text="That the words are stemmed in, by PostgreSQL's name. Detected if empty.",
    )
    # Written by a trigger (set_search_vectors.sql): what filters and questions find a memory by.
    context_vector = SearchVectorField(null=True, editable=False)
    summary_vector = SearchVectorField(null=True, editable=False)
    search_vector = SearchVectorField(null=True, editable=False)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        db_table = "memories"
        verbose_name_plural = "memories"
        constraints = [
            models.UniqueConstraint(fields=["content_hash"], name="idx_memories_content_hash"),
            models.CheckConstraint(
                name="memories_content_check",
                condition=models.Q(LessThanOrEqual(measured("octet_length", "content"), limits.CONTENT_MAX_BYTES)),
            ),
            models.CheckConstraint(
                name="memories_context_check",
                condition=models.Q(LessThanOrEqual(Length("context"), limits.CONTEXT_MAX_CHARACTERS)),
            ),
            models.CheckConstraint(
                name="memories_summary_check",
                condition=models.Q(LessThanOrEqual(Length("summary"), limits.SUMMARY_MAX_CHARACTERS)),
            ),
            models.CheckConstraint(
                name="memories_tags_check",
                # `array_length`, as the specification has it, is null for an empty one.
                condition=models.Q(LessThanOrEqual(measured("cardinality", "tags"), limits.TAGS_MAX)),
            ),
            models.CheckConstraint(
                name="memories_metadata_check", condition=at_most_as_stored("metadata", limits.METADATA_MAX_BYTES)
            ),
        ]
        indexes = [
            models.Index(models.F("created_at").desc(), name="idx_memories_created_at"),
            models.Index(models.F("updated_at").desc(), name="idx_memories_updated_at"),
            models.Index(fields=["content_length"], name="idx_memories_content_length"),
            models.Index(
                models.F("created_at").desc(), condition=models.Q(has_embedding=True), name="idx_memories_embedded"
            ),
            models.Index(
                models.F("created_at").desc(), condition=models.Q(has_embedding=False), name="idx_memories_unembedded"
            ),
            GinIndex(fields=["tags"], name="idx_memories_tags"),
            GinIndex(fields=["metadata"], name="idx_memories_metadata"),
            models.Index(fields=["id"], condition=models.Q(language=""), name="idx_memories_without_language"),
            # The specification's, for other programs.
            GinIndex(full_text.english_vector("context"), name="idx_memories_context_fts"),
            GinIndex(full_text.english_vector("summary"), name="idx_memories_summary_fts"),
            # All in one: within one index, what is common is skipped for what is rare.
            GinIndex(
                models.F("search_vector"),
                models.F("tags"),
                models.F("context_vector"),
                models.F("summary_vector"),
                models.Func("created_at", "has_embedding", function=TimeBuckets.function, output_field=BUCKET_IDS),
                name="idx_memories_search",
            ),
        ]

    def __str__(self) -> str:
        return self.summary


class Passage(models.Model):
    """A passage of a content of more than 6,000 bytes. A memory with passages has no search vector.

    Maintained by triggers (maintain_passages.sql). A question finds the passages, and of each memory the best.
    """

    pk = models.CompositePrimaryKey("memory_id", "start")
    # The database deletes it with its memory.
    memory = models.ForeignKey(
        Memory, on_delete=models.DO_NOTHING, related_name="passages", db_constraint=False, db_index=False
    )
    start = models.IntegerField()
    length = models.IntegerField()
    created_at = models.DateTimeField()
    search_vector = SearchVectorField()

    class Meta:
        db_table = "passages"
        default_permissions = ()
        indexes = [
            GinIndex(
                models.F("search_vector"),
                models.Func("created_at", models.Value(False), function=TimeBuckets.function, output_field=BUCKET_IDS),
                name="idx_passages_search",
            )
        ]

    def __str__(self) -> str:
        return f"passage of {self.memory_id} at {self.start}"


class ProcessedMemory(models.Model):
    """What an agent's enrichment made of a memory: one row for each version of that processing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    # The constraint is made in the migration, with the specification's ON DELETE CASCADE, which Django cannot say.
    memory = models.ForeignKey(
        Memory, on_delete=models.CASCADE, related_name="processed", db_constraint=False, db_index=False
    )
    insights = models.JSONField(null=True, blank=True)
    embeddings = VectorField(dimensions=settings.EMBEDDING_DIMENSIONS, null=True, blank=True)
    normalized = VectorField(
        dimensions=settings.EMBEDDING_DIMENSIONS,
        null=True,
        blank=True,
        editable=False,
        help_text="Of an embedding that pgvector cannot compute with; maintained by a trigger.",
    )
    entities = models.JSONField(null=True, blank=True)
    sentiment = RealField(null=True, blank=True)
    processed_at = models.DateTimeField(db_default=Now())
    embedding_model = models.TextField(
        default="",
        db_default="",
        blank=True,
        editable=False,
        help_text="The model that made the embedding; empty for a client's own.",
    )
    processing_version = models.IntegerField(default=1, db_default=1)

    class Meta:
        db_table = "processed_memories"
        verbose_name_plural = "processed memories"
        constraints = [
            models.UniqueConstraint(
                fields=["memory", "processing_version"], name="processed_memories_memory_id_processing_version_key"
            ),
            models.CheckConstraint(
                name="processed_memories_insights_check",
                condition=at_most_as_stored("insights", limits.INSIGHTS_MAX_BYTES),
            ),
            models.CheckConstraint(
                name="processed_memories_entities_check",
                condition=at_most_as_stored("entities", limits.ENTITIES_MAX_BYTES),
            ),
            models.CheckConstraint(
                name="processed_memories_sentiment_check",
                condition=models.Q(sentiment__gte=limits.SENTIMENT_MIN, sentiment__lte=limits.SENTIMENT_MAX),
            ),
        ]
        indexes = [
            models.Index(fields=["memory"], name="idx_processed_memory_id"),
            models.Index(
                fields=["sentiment", "memory"],
                condition=models.Q(sentiment__isnull=False),
                name="idx_processed_sentiment",
            ),
            models.Index(
                fields=["memory"], condition=models.Q(embeddings__isnull=False), name="idx_processed_embeddings"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.processing_version} of {self.memory_id}"


class EmbeddedMemory(models.Model):
    """What a filtered search among embeddings reads of a memory: the filtered columns and its quantized embedding.

    Triggers maintain it from the newest processing that has an embedding (maintain_embedded_memories.sql,
    maintain_embedded_filters.sql). It repeats columns of other tables, because a search reads thousands of these rows:
    a dozen fit into a page, but only one or a few memories or whole embeddings.
    """

    # The database deletes it with its memory.
    memory = models.OneToOneField(
        Memory, on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    created_at = models.DateTimeField()
    quantized = BitField(length=settings.EMBEDDING_DIMENSIONS)
    tags = ArrayField(models.TextField())
    metadata = models.JSONField()
    context_vector = SearchVectorField()
    summary_vector = SearchVectorField()
    embedding_model = models.TextField(
        default="",
        db_default="",
        blank=True,
        editable=False,
        help_text="The model that made the embedding; empty for a client's own.",
    )

    objects = FilteredQuerySet.as_manager()

    class Meta:
        db_table = "embedded_memories"
        default_permissions = ()
        indexes = [
            GinIndex(fields=["tags", "context_vector", "summary_vector", "metadata"], name="idx_embedded_search"),
            models.Index(models.F("created_at").desc(), name="idx_embedded_created_at"),
        ]

    def __str__(self) -> str:
        return f"embedding of {self.memory_id}"


class QuantizedEmbedding(models.Model):
    """The quantized embedding of every `EmbeddedMemory` of a client once more, with the HNSW index.

    It has a table of its own, because PostgreSQL writes a row whose tags changed into every index of its table, HNSW
    included. Triggers maintain it (maintain_quantized_embeddings.sql).
    """

    # The database deletes it with its `EmbeddedMemory`.
    memory = models.OneToOneField(
        Memory, on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    quantized = BitField(length=settings.EMBEDDING_DIMENSIONS)

    class Meta:
        db_table = "quantized_embeddings"
        default_permissions = ()
        indexes = [
            HnswIndex(
                fields=["quantized"],
                opclasses=["bit_hamming_ops"],
                m=8,
                ef_construction=64,
                name="idx_quantized_embeddings",
            ),
        ]

    def __str__(self) -> str:
        return f"quantized embedding of {self.memory_id}"


class Posting(models.Model):
    """That a memory has a tag, or a top-level scalar in its metadata: a term (terms.sql).

    Kept by triggers. A search reads from it the memories with a term in the order of time, a page and no more.
    """

    pk = models.CompositePrimaryKey("term", "created_at", "memory_id")
    term = models.TextField()
    created_at = models.DateTimeField()
    memory_id = models.UUIDField()
    updated_at = models.DateTimeField()

    class Meta:
        db_table = "postings"
        default_permissions = ()
        indexes = [models.Index(fields=["term", "updated_at", "memory_id"], name="idx_postings_updated_at")]

    def __str__(self) -> str:
        return f"{self.term} of {self.memory_id}"


class SchemaMigration(models.Model):
    """One applied migration file and its checksum (specification, "Migration Strategy")."""

    version = models.IntegerField(primary_key=True, help_text="The running number of its application.")
    app = models.CharField(max_length=255)
    name = models.CharField(max_length=255)
    applied_at = models.DateTimeField(db_default=Now())
    checksum = models.CharField(max_length=64, help_text="SHA-256 of the migration's file, in hex.")

    class Meta:
        db_table = "schema_migrations"
        constraints = [models.UniqueConstraint(fields=["app", "name"], name="schema_migrations_app_name_key")]

    def __str__(self) -> str:
        return f"{self.version}: {self.app}.{self.name}"
