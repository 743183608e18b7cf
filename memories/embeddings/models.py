"""The tables of embeddings that a provider makes; `memories.models` has those of the specification."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from pgvector.django import BitField, HnswIndex


class ProvidedEmbedding(models.Model):
    """As `QuantizedEmbedding`, of embeddings that a provider made. Only those of one model are compared."""

    # The database deletes it with its `EmbeddedMemory`.
    memory = models.OneToOneField(
        "memories.Memory", on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    embedding_model = models.TextField()
    quantized = BitField(length=settings.EMBEDDING_DIMENSIONS)
    is_superseded = models.BooleanField(default=False, db_default=False)

    class Meta:
        db_table = "provided_embeddings"
        default_permissions = ()
        indexes = [
            HnswIndex(
                fields=["quantized"],
                opclasses=["bit_hamming_ops"],
                m=8,
                ef_construction=64,
                name="idx_provided_embeddings",
            ),
            models.Index(fields=["embedding_model", "memory"], name="idx_provided_embedding_model"),
        ]

    def __str__(self) -> str:
        return f"embedding of {self.pk} by {self.embedding_model}"


class EmbeddingClaim(models.Model):
    """A memory that a server is embedding, or whose text the provider refused (`memories.embeddings.filling`)."""

    # The database deletes it with its memory.
    memory = models.OneToOneField(
        "memories.Memory", on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    claimed_until = models.DateTimeField()
    was_refused = models.BooleanField(default=False, db_default=False)

    class Meta:
        db_table = "embedding_claims"
        default_permissions = ()

    def __str__(self) -> str:
        return f"claim on {self.pk}"
