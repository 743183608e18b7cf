"""Indexes of tags and words that also know when, and whether there is an embedding (`memories.stretches`).

Within a stretch of time, or among the few with an embedding, they are then read without a look at the rest. Each index
is built beside the old one, which serves until then; what an attempt that was cut off left behind is made anew.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from memories.search.time_buckets import TimeBuckets as Marks

# As in `memories.stretches`, which a test compares; repeated here, because what was migrated stays as it is.
SHIFTS = (12, 16, 20, 24)
LEVEL = 1 << 40

# In the SQL standard's form, whose names are resolved here: restoring a dump runs with an empty search path.
SECONDS = "floor(date_part('epoch', moment AT TIME ZONE 'UTC'))::bigint"
NUMBERS = ", ".join(f"({SECONDS} >> {shift}) + {level * LEVEL}" for level, shift in enumerate(SHIFTS))
MARKS = f"""
CREATE OR REPLACE FUNCTION codex_processed.marks(moment timestamptz, embedded boolean) RETURNS bigint[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN isfinite(moment) THEN ARRAY[{NUMBERS}] ELSE '{{}}'::bigint[] END
    || CASE WHEN embedded THEN '{{-1}}'::bigint[] ELSE '{{}}'::bigint[] END
"""

COLUMN = "ALTER TABLE public.memories ADD COLUMN IF NOT EXISTS has_embedding boolean DEFAULT false NOT NULL"

# A store with its embedding says so itself; then these find nothing to change, and change nothing, which would wake all
# that listen for changes. The lock makes a deletion wait for whoever adds another version, and see it.
TRIGGERS = """
CREATE OR REPLACE FUNCTION codex_processed.mark_embedded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed uuid[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        -- An insertion holds a lock by its foreign key.
        PERFORM FROM public.memories WHERE id IN (SELECT memory_id FROM new_rows) ORDER BY id FOR UPDATE;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        SELECT array_agg(DISTINCT memory.id) INTO changed
        FROM new_rows JOIN public.memories AS memory ON memory.id = new_rows.memory_id
        WHERE new_rows.embeddings IS NOT NULL AND NOT memory.has_embedding;
        IF changed IS NOT NULL THEN
            UPDATE public.memories SET has_embedding = true WHERE id = ANY(changed);
        END IF;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        SELECT array_agg(id) INTO changed FROM (
            SELECT memory.id FROM public.memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
        SELECT array_agg(locked.id) INTO changed FROM unnest(changed) AS locked (id) WHERE NOT EXISTS (
            SELECT FROM codex_processed.processed_memories AS processed
            WHERE processed.memory_id = locked.id AND processed.embeddings IS NOT NULL
        );
        IF changed IS NOT NULL THEN
            UPDATE public.memories SET has_embedding = false WHERE id = ANY(changed);
        END IF;
    ELSIF TG_OP = 'TRUNCATE' THEN
        UPDATE public.memories SET has_embedding = false WHERE has_embedding;
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER mark_embedded_insert AFTER INSERT ON codex_processed.processed_memories
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
CREATE OR REPLACE TRIGGER mark_embedded_update AFTER UPDATE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
CREATE OR REPLACE TRIGGER mark_embedded_delete AFTER DELETE ON codex_processed.processed_memories
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
CREATE OR REPLACE TRIGGER mark_embedded_truncate AFTER TRUNCATE ON codex_processed.processed_memories
    FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();
"""

# What the column says now; migration 0006 kept a table and seven triggers for it.
UNEMBEDDED = """
DROP FUNCTION IF EXISTS codex_processed.unembedded_memories() CASCADE;
DROP FUNCTION IF EXISTS codex_processed.unembedded_processed() CASCADE;
DROP TABLE IF EXISTS codex_processed.unembedded;
"""

EMBEDDED = """
UPDATE public.memories SET has_embedding = true WHERE NOT has_embedding
AND id IN (SELECT memory_id FROM codex_processed.processed_memories WHERE embeddings IS NOT NULL)
"""
INDEXES = {
    "idx_memories_tags": "tags",
    "idx_memories_context_fts": "context_vector",
    "idx_memories_summary_fts": "summary_vector",
    "idx_memories_search_vector": "search_vector",
}
PARTIAL = {"idx_memories_embedded": True, "idx_memories_unembedded": False}


def partial(name: str, has_embedding: bool) -> list[str]:
    condition = "has_embedding" if has_embedding else "NOT has_embedding"
    return [
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}",
        f"CREATE INDEX CONCURRENTLY {name} ON public.memories (created_at DESC) WHERE {condition}",
    ]


def built(name: str, column: str) -> list[str]:
    return [
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}_new",
        f"CREATE INDEX CONCURRENTLY {name}_new ON public.memories"
        f" USING gin ({column}, codex_processed.marks(created_at, has_embedding))",
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}",
        f"ALTER INDEX public.{name}_new RENAME TO {name}",
    ]


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0009_lighter_embedding_index")]

    operations = [
        migrations.RunSQL(MARKS),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(statement) for statement in (COLUMN, TRIGGERS, EMBEDDED, UNEMBEDDED)
            ],
            state_operations=[
                migrations.AddField(
                    "memory",
                    "has_embedding",
                    models.BooleanField(
                        default=False,
                        db_default=False,
                        editable=False,
                        help_text="Kept by a trigger, so that the indexes know.",
                    ),
                )
            ],
        ),
        # A word that the statistics do not know, 5,000 of them, is in fewer memories than a ranking looks at.
        migrations.RunSQL("ALTER TABLE public.memories ALTER COLUMN search_vector SET STATISTICS 500"),
        *(
            migrations.SeparateDatabaseAndState(
                database_operations=[migrations.RunSQL(statement) for statement in built(name, column)],
                state_operations=[
                    migrations.RemoveIndex("memory", name),
                    migrations.AddIndex("memory", GinIndex(models.F(column), Marks(), name=name)),
                ],
            )
            for name, column in INDEXES.items()
        ),
        *(
            migrations.SeparateDatabaseAndState(
                database_operations=[migrations.RunSQL(statement) for statement in partial(name, has_embedding)],
                state_operations=[
                    migrations.AddIndex(
                        "memory",
                        models.Index(
                            models.F("created_at").desc(),
                            condition=models.Q(has_embedding=has_embedding),
                            name=name,
                        ),
                    )
                ],
            )
            for name, has_embedding in PARTIAL.items()
        ),
        # What the planner knows of the marks; autovacuum would get to it when a tenth of the memories had changed.
        migrations.RunSQL("ANALYZE public.memories"),
    ]
