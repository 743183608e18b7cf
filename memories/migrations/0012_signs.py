"""The signs of an embedding move to the memory itself, and the index of the nearest with them.

A search among embeddings under a filter reads what the filter says of thousands of memories. While the signs stood in
`processed_memories`, each cost a look-up in the other table on top: four fifths of the time. A memory that was
processed more than once has the signs of its newest embedding.

The specification's `idx_processed_embeddings` now leads from a memory to its embeddings, of which the best few are
compared whole. Steps may be repeated: what an attempt that was cut off left behind is made anew, or found done.
"""

import pgvector.django
from django.conf import settings
from django.db import migrations, models

DIMENSIONS = settings.EMBEDDING_DIMENSIONS

# Of a row that outgrows a page's quarter, PostgreSQL would move the longest values away; these stay.
COLUMN = f"""
ALTER TABLE public.memories ADD COLUMN IF NOT EXISTS signs bit({DIMENSIONS});
ALTER TABLE public.memories ALTER COLUMN signs SET STORAGE PLAIN;
"""

NEWEST = """
SELECT codex_processed.quantized(embeddings) FROM codex_processed.processed_memories
WHERE memory_id = touched.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
"""

# A store with its embedding says both itself; then this finds nothing to change, and changes nothing, which would wake
# all that listen for changes. Whoever adds a version holds a lock on the memory by its foreign key; so whoever changes
# or takes one away waits, and then sees it. Two that add one at once must not wait for each other's.
FUNCTION = f"""
CREATE OR REPLACE FUNCTION codex_processed.mark_embedded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched_ids uuid[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        UPDATE public.memories SET has_embedding = false, signs = NULL WHERE has_embedding;
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below.
        SELECT array_agg(memory.id) INTO touched_ids FROM public.memories AS memory
        WHERE memory.id IN (SELECT memory_id FROM new_rows WHERE embeddings IS NOT NULL) AND (
            memory.signs IS NULL OR 1 < (
                SELECT count(*) FROM codex_processed.processed_memories
                WHERE memory_id = memory.id AND embeddings IS NOT NULL
            )
        );
        PERFORM FROM public.memories WHERE id = ANY(touched_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM public.memories AS memory WHERE memory.id IN (
                SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL
                UNION ALL
                SELECT memory_id FROM new_rows WHERE embeddings IS NOT NULL
            )
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    ELSE
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM public.memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    END IF;
    IF touched_ids IS NOT NULL THEN
        WITH newest AS MATERIALIZED (
            SELECT touched.id, ({NEWEST}) AS signs FROM unnest(touched_ids) AS touched (id)
        )
        UPDATE public.memories AS memory SET has_embedding = newest.signs IS NOT NULL, signs = newest.signs
        FROM newest WHERE memory.id = newest.id AND (
            memory.signs IS DISTINCT FROM newest.signs OR memory.has_embedding <> (newest.signs IS NOT NULL)
        );
    END IF;
    RETURN NULL;
END
$$;
"""  # noqa: S608 - no value is in it

FILL = f"UPDATE public.memories AS touched SET signs = ({NEWEST}) WHERE has_embedding AND signs IS NULL"  # noqa: S608 - the same
INDEX = [
    "DROP INDEX CONCURRENTLY IF EXISTS public.idx_memories_signs",
    "CREATE INDEX CONCURRENTLY idx_memories_signs ON public.memories"
    " USING hnsw (signs bit_hamming_ops) WITH (m = 12, ef_construction = 48)",
]
# The index of the nearest goes with its column.
NO_COLUMN = "ALTER TABLE codex_processed.processed_memories DROP COLUMN IF EXISTS signs"
RENAMED = "ALTER INDEX IF EXISTS codex_processed.idx_processed_embedded RENAME TO idx_processed_embeddings"


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0011_one_index")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(statement) for statement in (COLUMN, FUNCTION, FILL, *INDEX)],
            state_operations=[
                migrations.AddField(
                    "memory",
                    "signs",
                    pgvector.django.BitField(
                        length=DIMENSIONS,
                        null=True,
                        editable=False,
                        help_text="Of the embedding's numbers around their mean; kept by a trigger.",
                    ),
                ),
                migrations.AddIndex(
                    "memory",
                    pgvector.django.HnswIndex(
                        fields=["signs"],
                        opclasses=["bit_hamming_ops"],
                        m=12,
                        ef_construction=48,
                        name="idx_memories_signs",
                    ),
                ),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(NO_COLUMN), migrations.RunSQL(RENAMED)],
            state_operations=[
                migrations.RemoveIndex("processedmemory", "idx_processed_embeddings"),
                migrations.RemoveField("processedmemory", "signs"),
                migrations.RemoveIndex("processedmemory", "idx_processed_embedded"),
                migrations.AddIndex(
                    "processedmemory",
                    models.Index(
                        fields=["memory"],
                        condition=models.Q(embeddings__isnull=False),
                        name="idx_processed_embeddings",
                    ),
                ),
            ],
        ),
        # The rows that were filled left their old selves behind, too few for autovacuum to come for them; and the
        # planner learns how many memories have signs.
        migrations.RunSQL("VACUUM ANALYZE public.memories"),
    ]
