"""An index of what a search filters by, of the memories with an embedding only.

A search among embeddings under a filter intersected, within the index of all, the memories with a tag and those with
an embedding: two long lists for a short one. Here the short one stands by itself.

What an attempt that was cut off left behind is made anew.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

COLUMNS = ("tags", "context_vector", "summary_vector", "metadata")
NAME = "idx_memories_embedded_search"


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0012_signs")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS public.{NAME}"),
                migrations.RunSQL(
                    f"CREATE INDEX CONCURRENTLY {NAME} ON public.memories USING gin ({', '.join(COLUMNS)})"
                    " WHERE signs IS NOT NULL"
                ),
            ],
            state_operations=[
                migrations.AddIndex(
                    "memory",
                    GinIndex(fields=COLUMNS, condition=models.Q(signs__isnull=False), name=NAME),
                )
            ],
        ),
    ]
