"""Standard names for what the database keeps for searches and statistics, and functions that name no schema.

Everything is renamed in place, in one transaction of milliseconds. Functions in SQL are bound to what they call when
they are created; those in PL/pgSQL look names up when they run, so they are replaced, and keep the search path that
they are created with.
"""

from pathlib import Path

import pgvector.django
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
TABLES = ("lock_tables", "counters", "quantized_embeddings", "time_bucket_ids", "constraints")
FUNCTIONS = (
    *("count_memories", "count_processed", "compact_counters"),
    *("renew_corpus_statistics", "reset_corpus_statistics"),
    *("maintain_normalized", "maintain_embedded_memories", "maintain_embedded_filters"),
    *("maintain_quantized_embeddings", "maintain_postings"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


SEARCH_INDEX = GinIndex(
    *(models.F(name) for name in ("search_vector", "tags", "context_vector", "summary_vector")),
    models.Func(
        "created_at",
        "has_embedding",
        function="time_bucket_ids",
        output_field=ArrayField(models.BigIntegerField()),
    ),
    name="idx_memories_search",
)
NEAREST_INDEX = pgvector.django.HnswIndex(
    fields=["quantized"], opclasses=["bit_hamming_ops"], m=8, ef_construction=64, name="idx_quantized_embeddings"
)


class Migration(migrations.Migration):
    dependencies = [("memories", "0005_inline_columns")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(database_operations=[sql(name) for name in (*TABLES, *FUNCTIONS)]),
        # Not among the state operations, so that the content type is renamed, too. It does nothing to the table.
        migrations.RenameModel("EmbeddedSigns", "QuantizedEmbedding"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterModelTable("QuantizedEmbedding", "quantized_embeddings"),
                migrations.RenameField("QuantizedEmbedding", "signs", "quantized"),
                migrations.RemoveIndex("QuantizedEmbedding", "idx_embedded_signs"),
                migrations.AddIndex("QuantizedEmbedding", NEAREST_INDEX),
                migrations.RenameField("EmbeddedMemory", "signs", "quantized"),
                migrations.RenameField("ProcessedMemory", "direction", "normalized"),
                migrations.AlterField(
                    "ProcessedMemory",
                    "normalized",
                    pgvector.django.VectorField(
                        dimensions=settings.EMBEDDING_DIMENSIONS,
                        null=True,
                        blank=True,
                        editable=False,
                        help_text="Of an embedding that pgvector cannot compute with; maintained by a trigger.",
                    ),
                ),
                migrations.RemoveIndex("Memory", "idx_memories_search"),
                migrations.AddIndex("Memory", SEARCH_INDEX),
            ]
        ),
    ]
