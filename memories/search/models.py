"""The tables that searches read beside that of memories. Triggers maintain them; `memories.models` imports them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from pgvector.django import BitField, HnswIndex

from memories.search.querysets import FilteredQuerySet
from memories.search.time_buckets import BUCKET_IDS, TIME_BUCKETS


class Passage(models.Model):
    """A passage of a content of more than 6,000 bytes. A memory with passages has no search vector.

    Maintained by triggers (maintain_passages.sql). A question finds the passages, and of each memory the best.
    """

    pk = models.CompositePrimaryKey("memory_id", "start")
    # The database deletes it with its memory.
    memory = models.ForeignKey(
        "memories.Memory", on_delete=models.DO_NOTHING, related_name="passages", db_constraint=False, db_index=False
    )
    start = models.IntegerField()
    content = models.TextField()
    created_at = models.DateTimeField()
    search_vector = SearchVectorField()

    class Meta:
        db_table = "passages"
        default_permissions = ()
        indexes = [
            GinIndex(
                models.F("search_vector"),
                models.Func("created_at", models.Value(False), function=TIME_BUCKETS, output_field=BUCKET_IDS),
                name="idx_passages_search",
            )
        ]

    def __str__(self) -> str:
        return f"passage of {self.memory_id} at {self.start}"


class EmbeddedMemory(models.Model):
    """What a filtered search among embeddings reads of a memory: the filtered columns and its quantized embedding.

    Triggers maintain it from the newest processing, if that has an embedding (maintain_embedded_memories.sql,
    maintain_embedded_filters.sql). It repeats columns of other tables, because a search reads thousands of these rows:
    a dozen fit into a page, but only one or a few memories or whole embeddings.
    """

    # The database deletes it with its memory.
    memory = models.OneToOneField(
        "memories.Memory", on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
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
    project = models.TextField(default="", db_default="")
    superseded_at = models.DateTimeField(null=True)

    objects = FilteredQuerySet.as_manager()

    class Meta:
        db_table = "embedded_memories"
        default_permissions = ()
        indexes = [
            GinIndex(fields=["tags", "context_vector", "summary_vector", "metadata"], name="idx_embedded_search"),
            models.Index(models.F("created_at").desc(), name="idx_embedded_created_at"),
            models.Index(fields=["project"], name="idx_embedded_project"),
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
        "memories.Memory", on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    quantized = BitField(length=settings.EMBEDDING_DIMENSIONS)
    is_superseded = models.BooleanField(default=False, db_default=False)

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
