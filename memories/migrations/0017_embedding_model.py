"""Embeddings that a provider makes: the name of the model with each, and which memories a server is embedding.

Embeddings of different models are never compared. Those of a provider have a table and an HNSW index of their own, so
that searches among clients' embeddings cost what they did.
"""

from pathlib import Path

import django.db.models.deletion
import pgvector.django
from django.conf import settings
from django.db import migrations, models

DIMENSIONS = settings.EMBEDDING_DIMENSIONS
FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made.
FILES = (
    *("lock_tables", "embedding_model", "provided_embeddings", "embedding_claims"),
    *("maintain_embedded_memories", "maintain_quantized_embeddings", "forget_outdated_embeddings"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    """The statements of a file; `:dimensions` is written as a variable of psql."""
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return migrations.RunSQL(text.replace(":dimensions", str(DIMENSIONS)))


def of_a_memory():
    """The primary key of a table that the database empties with its memory."""
    return models.OneToOneField(
        "memories.Memory",
        django.db.models.deletion.DO_NOTHING,
        db_constraint=False,
        primary_key=True,
        related_name="+",
        serialize=False,
    )


def embedding_model():
    return models.TextField(
        blank=True,
        db_default="",
        default="",
        editable=False,
        help_text="The model that made the embedding; empty for a client's own.",
    )


PROVIDED_EMBEDDING = migrations.CreateModel(
    "ProvidedEmbedding",
    [
        ("memory", of_a_memory()),
        ("embedding_model", models.TextField()),
        ("quantized", pgvector.django.BitField(length=DIMENSIONS)),
        ("is_superseded", models.BooleanField(db_default=False, default=False)),
    ],
    {
        "db_table": "provided_embeddings",
        "default_permissions": (),
        "indexes": [
            pgvector.django.HnswIndex(
                fields=["quantized"],
                opclasses=["bit_hamming_ops"],
                m=8,
                ef_construction=64,
                name="idx_provided_embeddings",
            ),
            models.Index(fields=["embedding_model", "memory"], name="idx_provided_embedding_model"),
        ],
    },
)
EMBEDDING_CLAIM = migrations.CreateModel(
    "EmbeddingClaim",
    [
        ("memory", of_a_memory()),
        ("claimed_until", models.DateTimeField()),
        ("was_refused", models.BooleanField(db_default=False, default=False)),
    ],
    {"db_table": "embedding_claims", "default_permissions": ()},
)


class Migration(migrations.Migration):
    dependencies = [("memories", "0016_project_indexes")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[
                migrations.AddField("ProcessedMemory", "embedding_model", embedding_model()),
                migrations.AddField("EmbeddedMemory", "embedding_model", embedding_model()),
                PROVIDED_EMBEDDING,
                EMBEDDING_CLAIM,
            ],
        ),
    ]
