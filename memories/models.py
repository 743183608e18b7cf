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
from pgvector.django import VectorField

from memories import limits
from memories.db import full_text
from memories.db.fields import RealField
from memories.embeddings.models import EmbeddingClaim, ProvidedEmbedding
from memories.search.models import EmbeddedMemory, Passage, Posting, QuantizedEmbedding
from memories.search.querysets import MemoryQuerySet
from memories.search.time_buckets import BUCKET_IDS, SearchKeys
from memories.trash import DeletedMemory
from memories.versions import CURRENT_ACTOR, MemoryVersion

# Those that are imported have modules of their own; Django finds them here.
__all__ = [
    "DeletedMemory",
    "EmbeddedMemory",
    "EmbeddingClaim",
    "Memory",
    "MemoryVersion",
    "Passage",
    "Posting",
    "ProcessedMemory",
    "ProvidedEmbedding",
    "QuantizedEmbedding",
    "SchemaMigration",
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
    project = models.TextField(default="", db_default="", blank=True, help_text="That the memory belongs to, or none.")
    # No foreign key: a trigger passes predecessors on when their successor is deleted (pass_on_predecessors.sql).
    superseded_by = models.UUIDField(null=True, blank=True, editable=False, help_text="The memory that corrects it.")
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)

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
    # A trigger (set_version.sql) writes version and changed_by with every change of what the memory says.
    version = models.IntegerField(default=1, db_default=1, editable=False)
    stored_by = models.TextField(db_default=CURRENT_ACTOR, editable=False)
    changed_by = models.TextField(db_default=CURRENT_ACTOR, editable=False, help_text="Last.")
    # Written by a trigger (set_search_vectors.sql): what filters and questions find a memory by.
    context_vector = SearchVectorField(null=True, editable=False)
    summary_vector = SearchVectorField(null=True, editable=False)
    search_vector = SearchVectorField(null=True, editable=False)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        db_table = "memories"
        verbose_name_plural = "memories"
        constraints = [
            models.UniqueConstraint(fields=["project", "content_hash"], name="idx_memories_content_hash"),
            models.CheckConstraint(
                name="memories_project_check", condition=models.Q(project__regex=limits.PROJECT_PATTERN)
            ),
            models.CheckConstraint(
                name="memories_superseded_check",
                condition=models.Q(superseded_by__isnull=True, superseded_at__isnull=True)
                | models.Q(superseded_by__isnull=False, superseded_at__isnull=False),
            ),
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
            models.Index("stored_by", models.F("created_at").desc(), name="idx_memories_stored_by"),
            models.Index(
                "changed_by",
                models.F("created_at").desc(),
                condition=models.Q(updated_at__gt=models.F("created_at")),
                name="idx_memories_changed_by",
            ),
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
                models.Func("created_at", "project", function=SearchKeys.function, output_field=BUCKET_IDS),
                name="idx_memories_search",
            ),
            # One read in the order of time, and whether a memory was superseded read off the index.
            models.Index(
                fields=["project", "created_at", "id"], include=["superseded_at"], name="idx_memories_project_created"
            ),
            models.Index(
                fields=["project", "updated_at", "id"], include=["superseded_at"], name="idx_memories_project_updated"
            ),
            models.Index(
                fields=["superseded_by"],
                condition=models.Q(superseded_by__isnull=False),
                name="idx_memories_superseded_by",
            ),
            # What has passages has no search vector of its own.
            models.Index(
                fields=["project", "id"],
                condition=models.Q(search_vector__isnull=True),
                name="idx_memories_project_passages",
            ),
        ]

    def __str__(self) -> str:
        return self.summary


class ProcessedMemory(models.Model):
    """What an agent's enrichment made of a memory: one row for each version of that processing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    # The database deletes it with its memory: the constraint is the specification's ON DELETE CASCADE. What Django
    # deleted before the memory would not be kept with it.
    memory = models.ForeignKey(
        Memory, on_delete=models.DO_NOTHING, related_name="processed", db_constraint=False, db_index=False
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
    # Of the memory, kept by triggers; the counters need it when a processing goes with its memory. Null where that
    # belonged to no project before there were any.
    project = models.TextField(null=True, blank=True, editable=False)  # noqa: DJ001 - see above

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
