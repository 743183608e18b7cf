"""A lighter index of embeddings: m = 12 and ef_construction = 48, not pgvector's 16 and 64.

Each search looks at 300 anyway (`hnsw.ef_search`), which finds as many of the true ten nearest; a store with an
embedding takes a quarter less (docs/benchmarks.md). Built beside the old one, which serves until then; whatever an
attempt that was cut off left behind is made anew.
"""

import pgvector.django
from django.db import migrations

BUILD = [
    "DROP INDEX CONCURRENTLY IF EXISTS codex_processed.idx_processed_embeddings_lighter",
    "CREATE INDEX CONCURRENTLY idx_processed_embeddings_lighter ON codex_processed.processed_memories"
    " USING hnsw (signs bit_hamming_ops) WITH (m = 12, ef_construction = 48)",
    "DROP INDEX CONCURRENTLY IF EXISTS codex_processed.idx_processed_embeddings",
    "ALTER INDEX codex_processed.idx_processed_embeddings_lighter RENAME TO idx_processed_embeddings",
]


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0008_storage")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(statement) for statement in BUILD],
            state_operations=[
                migrations.RemoveIndex("processedmemory", "idx_processed_embeddings"),
                migrations.AddIndex(
                    "processedmemory",
                    pgvector.django.HnswIndex(
                        fields=["signs"],
                        opclasses=["bit_hamming_ops"],
                        m=12,
                        ef_construction=48,
                        name="idx_processed_embeddings",
                    ),
                ),
            ],
        )
    ]
