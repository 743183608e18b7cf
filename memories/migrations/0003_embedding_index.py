"""The index of embeddings: HNSW over the signs of the numbers, which the search then orders by the whole vectors.

docs/benchmarks.md compares it with HNSW over the vectors: as good, at a third of a store's cost and a sixteenth of the
size. The specification's ivfflat, made on an empty table, finds a tenth of the nearest.

Signs tell directions apart only around zero, and some models make positive numbers only. So each vector is first moved
by its own mean.
"""

from django.conf import settings
from django.db import migrations

DIMENSIONS = settings.EMBEDDING_DIMENSIONS

# In the SQL standard's form, whose names are resolved here: restoring a dump runs with an empty search path.
QUANTIZED = f"""
CREATE FUNCTION codex_processed.quantized(embedding vector) RETURNS bit
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN binary_quantize(
    embedding - array_fill(
        ((embedding <#> array_fill(1::real, ARRAY[{DIMENSIONS}])::vector) / -{DIMENSIONS}.0)::real, ARRAY[{DIMENSIONS}]
    )::vector
)
"""
INDEX = f"""
CREATE INDEX idx_processed_embeddings ON codex_processed.processed_memories
USING hnsw ((codex_processed.quantized(embeddings)::bit({DIMENSIONS})) bit_hamming_ops)
WHERE embeddings IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("memories", "0002_tally")]

    operations = [
        migrations.RunSQL(QUANTIZED),
        migrations.RunSQL(INDEX),
        # Embeddings do not compress: EXTENDED, the default, tries it each time. Measured: docs/benchmarks.md.
        migrations.RunSQL(
            "ALTER TABLE codex_processed.processed_memories ALTER COLUMN embeddings SET STORAGE EXTERNAL"
        ),
        # Common words are known as far as the statistics go: 300 stands for some 3,000 words.
        migrations.RunSQL("ALTER TABLE public.memories ALTER COLUMN search_vector SET STATISTICS 300"),
    ]
