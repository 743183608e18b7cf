"""Indexes of tags and words that also know when: within a stretch of time they are read without a look at the rest.

Each is built beside the old one, which serves until then; what an attempt that was cut off left behind is made anew.
"""

import django.db.models
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from memories.stretches import Stretches

# As in `memories.stretches`, which a test compares; repeated here, because what was migrated stays as it is.
SHIFTS = (12, 16, 20, 24)
LEVEL = 1 << 40

# In the SQL standard's form, whose names are resolved here: restoring a dump runs with an empty search path.
SECONDS = "floor(date_part('epoch', moment AT TIME ZONE 'UTC'))::bigint"
NUMBERS = ", ".join(f"({SECONDS} >> {shift}) + {level * LEVEL}" for level, shift in enumerate(SHIFTS))
STRETCHES = f"""
CREATE OR REPLACE FUNCTION codex_processed.stretches(moment timestamptz) RETURNS bigint[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN isfinite(moment) THEN ARRAY[{NUMBERS}] ELSE '{{}}'::bigint[] END
"""
INDEXES = {
    "idx_memories_tags": "tags",
    "idx_memories_context_fts": "context_vector",
    "idx_memories_summary_fts": "summary_vector",
    "idx_memories_search_vector": "search_vector",
}


def built(name: str, column: str) -> list[str]:
    return [
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}_new",
        f"CREATE INDEX CONCURRENTLY {name}_new ON public.memories"
        f" USING gin ({column}, codex_processed.stretches(created_at))",
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}",
        f"ALTER INDEX public.{name}_new RENAME TO {name}",
    ]


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0009_lighter_embedding_index")]

    operations = [
        migrations.RunSQL(STRETCHES),
        # A word that the statistics do not know, 5,000 of them, is in fewer memories than a ranking looks at.
        migrations.RunSQL("ALTER TABLE public.memories ALTER COLUMN search_vector SET STATISTICS 500"),
        *(
            migrations.SeparateDatabaseAndState(
                database_operations=[migrations.RunSQL(statement) for statement in built(name, column)],
                state_operations=[
                    migrations.RemoveIndex("memory", name),
                    migrations.AddIndex(
                        "memory", GinIndex(django.db.models.F(column), Stretches("created_at"), name=name)
                    ),
                ],
            )
            for name, column in INDEXES.items()
        ),
    ]
