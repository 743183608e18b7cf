"""The index of embeddings: HNSW over the signs of the numbers, which the search then orders by the whole vectors.

docs/benchmarks.md compares it with HNSW over the vectors: as good, at a third of a store's cost and a sixteenth of the
size. The specification's ivfflat, made on an empty table, finds a tenth of the nearest.

Signs tell directions apart only around zero, and some models make positive numbers only. So each vector is first moved
by its own mean. The signs are a column, not an expression of the index, because PostgreSQL computes such an expression
again for each row found.
"""

import pgvector.django
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Cast

from memories.models import Quantized

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


class Migration(migrations.Migration):
    dependencies = [("memories", "0002_tally")]

    operations = [
        migrations.RunSQL(QUANTIZED),
        migrations.AddField(
            model_name="processedmemory",
            name="signs",
            field=models.GeneratedField(
                expression=Cast(Quantized("embeddings"), pgvector.django.BitField(length=DIMENSIONS)),
                output_field=pgvector.django.BitField(length=DIMENSIONS),
                db_persist=True,
            ),
        ),
        migrations.AddIndex(
            model_name="processedmemory",
            index=pgvector.django.HnswIndex(
                fields=["signs"], opclasses=["bit_hamming_ops"], name="idx_processed_embeddings"
            ),
        ),
        # Embeddings do not compress: EXTENDED, the default, tries it each time. Measured: docs/benchmarks.md.
        migrations.RunSQL(
            "ALTER TABLE codex_processed.processed_memories ALTER COLUMN embeddings SET STORAGE EXTERNAL"
        ),
        # Common words are known as far as the statistics go: 300 stands for some 3,000 words.
        migrations.RunSQL("ALTER TABLE public.memories ALTER COLUMN search_vector SET STATISTICS 300"),
    ]
