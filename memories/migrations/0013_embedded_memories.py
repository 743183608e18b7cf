"""What a search among embeddings reads stands in a table of its own: of each memory its filters, and its signs.

A filter among a million memories may leave thousands with an embedding, each in another page of a table of gigabytes.
While the signs stood in the memory itself (migration 0012), most of such a search was waiting for those pages. Here a
dozen memories share a page.

All in one transaction, during which writers wait and readers do not: some 30 seconds for 100,000 embeddings.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.search
import pgvector.django
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

DIMENSIONS = settings.EMBEDDING_DIMENSIONS
FILTERS = ("tags", "context_vector", "summary_vector", "metadata")

LOCK = "LOCK TABLE public.memories, codex_processed.processed_memories IN SHARE ROW EXCLUSIVE MODE"

# What is read of every row comes first.
TABLE = f"""
CREATE TABLE codex_processed.embedded_memories (
    memory_id uuid PRIMARY KEY REFERENCES public.memories ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    signs bit({DIMENSIONS}) NOT NULL,
    tags text[] NOT NULL,
    metadata jsonb NOT NULL,
    context_vector tsvector NOT NULL,
    summary_vector tsvector NOT NULL
);
ALTER TABLE codex_processed.embedded_memories ALTER COLUMN signs SET STORAGE PLAIN;
"""

NEWEST = """
SELECT codex_processed.quantized(embeddings) FROM codex_processed.processed_memories
WHERE memory_id = touched.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
"""

# A store with its embedding says all itself; then this finds nothing to change, and changes nothing, which would wake
# all that listen for changes. Whoever adds a version holds a lock on the memory by its foreign key; so whoever changes
# or takes one away waits, and then sees it. Two that add one at once must not wait for each other's.
MARK = f"""
CREATE OR REPLACE FUNCTION codex_processed.mark_embedded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched_ids uuid[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.embedded_memories;
        UPDATE public.memories SET has_embedding = false WHERE has_embedding;
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below.
        SELECT array_agg(DISTINCT memory_id) INTO touched_ids FROM new_rows AS added
        WHERE embeddings IS NOT NULL AND (
            NOT EXISTS (SELECT FROM codex_processed.embedded_memories WHERE memory_id = added.memory_id) OR 1 < (
                SELECT count(*) FROM codex_processed.processed_memories
                WHERE memory_id = added.memory_id AND embeddings IS NOT NULL
            )
        );
        IF touched_ids IS NULL THEN
            RETURN NULL;
        END IF;
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
        ), gone AS (
            DELETE FROM codex_processed.embedded_memories USING newest
            WHERE memory_id = newest.id AND newest.signs IS NULL
        ), known AS (
            INSERT INTO codex_processed.embedded_memories AS embedded
                (memory_id, created_at, signs, tags, metadata, context_vector, summary_vector)
            SELECT id, created_at, newest.signs, tags, metadata, context_vector, summary_vector
            FROM public.memories JOIN newest USING (id) WHERE newest.signs IS NOT NULL
            ON CONFLICT (memory_id) DO UPDATE SET signs = excluded.signs WHERE embedded.signs <> excluded.signs
        )
        UPDATE public.memories AS memory SET has_embedding = newest.signs IS NOT NULL
        FROM newest WHERE memory.id = newest.id AND memory.has_embedding <> (newest.signs IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;
"""  # noqa: S608 - no value is in it

# Whoever changes a memory holds its lock, which whoever marks it waits for; so neither misses what the other did.
FOLLOW = """
CREATE FUNCTION codex_processed.follow_memory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE codex_processed.embedded_memories SET
        created_at = NEW.created_at, tags = NEW.tags, metadata = NEW.metadata,
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector
    WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER follow_memory AFTER UPDATE OF created_at, tags, metadata, context, summary ON public.memories
    FOR EACH ROW WHEN (
        NEW.has_embedding AND (NEW.created_at, NEW.tags, NEW.metadata, NEW.context, NEW.summary)
        IS DISTINCT FROM (OLD.created_at, OLD.tags, OLD.metadata, OLD.context, OLD.summary)
    )
    EXECUTE FUNCTION codex_processed.follow_memory();
"""

FILL = """
INSERT INTO codex_processed.embedded_memories
    (memory_id, created_at, signs, tags, metadata, context_vector, summary_vector)
SELECT id, created_at, signs, tags, metadata, context_vector, summary_vector
FROM public.memories WHERE signs IS NOT NULL ORDER BY created_at
"""

INDEXES = f"""
CREATE INDEX idx_embedded_search ON codex_processed.embedded_memories USING gin ({", ".join(FILTERS)});
CREATE INDEX idx_embedded_created_at ON codex_processed.embedded_memories (created_at DESC);
CREATE INDEX idx_embedded_signs ON codex_processed.embedded_memories
    USING hnsw (signs bit_hamming_ops) WITH (m = 8, ef_construction = 64);
"""

# The index of the nearest goes with its column.
NO_COLUMN = "ALTER TABLE public.memories DROP COLUMN signs"


class Migration(migrations.Migration):
    dependencies = [("memories", "0012_signs")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(statement) for statement in (LOCK, TABLE, MARK, FOLLOW, FILL, INDEXES, NO_COLUMN)
            ],
            state_operations=[
                migrations.RemoveIndex("memory", "idx_memories_signs"),
                migrations.RemoveField("memory", "signs"),
                migrations.CreateModel(
                    "EmbeddedMemory",
                    [
                        (
                            "memory",
                            models.OneToOneField(
                                "memories.Memory",
                                models.DO_NOTHING,
                                primary_key=True,
                                serialize=False,
                                db_constraint=False,
                                related_name="+",
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        ("signs", pgvector.django.BitField(length=DIMENSIONS)),
                        ("tags", django.contrib.postgres.fields.ArrayField(models.TextField())),
                        ("metadata", models.JSONField()),
                        ("context_vector", django.contrib.postgres.search.SearchVectorField()),
                        ("summary_vector", django.contrib.postgres.search.SearchVectorField()),
                    ],
                    options={
                        "db_table": "embedded_memories",
                        "default_permissions": (),
                        "indexes": [
                            GinIndex(fields=FILTERS, name="idx_embedded_search"),
                            models.Index(models.F("created_at").desc(), name="idx_embedded_created_at"),
                            pgvector.django.HnswIndex(
                                fields=["signs"],
                                opclasses=["bit_hamming_ops"],
                                m=8,
                                ef_construction=64,
                                name="idx_embedded_signs",
                            ),
                        ],
                    },
                ),
            ],
        ),
        # What the planner knows of it; autovacuum would come within a minute.
        migrations.RunSQL("ANALYZE codex_processed.embedded_memories"),
    ]
