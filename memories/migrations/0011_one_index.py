"""One index of everything that a search filters by, beside the specification's.

PostgreSQL intersects what two indexes found memory by memory, after it has read all that either holds. Within one index
it skips: for a rare word under a common tag, or a tag and a context together, it reads a fraction. So the index of
questions also has the tags, the contexts and the summaries, and it alone has the marks (`memories.stretches`); the
others are the specification's again.

Each is built beside the old one, which serves until then; what an attempt that was cut off left behind is made anew.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from memories.search.time_buckets import TimeBuckets as Marks

MARKS = "codex_processed.marks(created_at, has_embedding)"
SEARCH = f"search_vector, tags, context_vector, summary_vector, {MARKS}"
PLAIN = {
    "idx_memories_tags": "tags",
    "idx_memories_context_fts": "context_vector",
    "idx_memories_summary_fts": "summary_vector",
}


def built(name: str, columns: str) -> list[str]:
    return [
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}_new",
        f"CREATE INDEX CONCURRENTLY {name}_new ON public.memories USING gin ({columns})",
        f"DROP INDEX CONCURRENTLY IF EXISTS public.{name}",
        f"ALTER INDEX public.{name}_new RENAME TO {name}",
    ]


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0010_marks")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(statement) for statement in built("idx_memories_search", SEARCH)],
            state_operations=[
                migrations.RemoveIndex("memory", "idx_memories_search_vector"),
                migrations.AddIndex(
                    "memory",
                    GinIndex(
                        models.F("search_vector"),
                        models.F("tags"),
                        models.F("context_vector"),
                        models.F("summary_vector"),
                        Marks(),
                        name="idx_memories_search",
                    ),
                ),
            ],
        ),
        *(
            migrations.SeparateDatabaseAndState(
                database_operations=[migrations.RunSQL(statement) for statement in built(name, column)],
                state_operations=[
                    migrations.RemoveIndex("memory", name),
                    migrations.AddIndex("memory", GinIndex(fields=[column], name=name)),
                ],
            )
            for name, column in PLAIN.items()
        ),
        migrations.RunSQL("DROP INDEX CONCURRENTLY IF EXISTS public.idx_memories_search_vector"),
        # What the planner knows of the marks is kept with their index.
        migrations.RunSQL("ANALYZE public.memories"),
    ]
