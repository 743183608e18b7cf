"""Projects and successors: the scope of each memory, which searches, counters and uniqueness know of.

No table is rewritten. Memories that exist belong to no project. 0016_project_indexes makes what takes longer. What
maintains embeddings and counts them is replaced for projects, too, by 0013_versions and 0017_embedding_model.
"""

from pathlib import Path

from django.db import migrations, models
from django.db.models import Q

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = (
    "lock_tables",
    *("memories", "search_keys", "scoped_terms", "maintain_postings", "processed_memories", "embedded_memories"),
    *("maintain_embedded_filters", "counters", "compact_counters", "count_memories", "corpus", "project_sizes"),
    "succession",
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


PROJECT = models.TextField(default="", db_default="", blank=True, help_text="That the memory belongs to, or none.")
SUPERSEDED_BY = models.UUIDField(null=True, blank=True, editable=False, help_text="The memory that corrects it.")
PROJECT_CHECK = models.CheckConstraint(
    name="memories_project_check",
    condition=Q(project__regex=r"^([A-Za-z0-9][A-Za-z0-9._/@:+-]{0,99})?$"),
)
SUPERSEDED_CHECK = models.CheckConstraint(
    name="memories_superseded_check",
    condition=Q(superseded_by__isnull=True, superseded_at__isnull=True)
    | Q(superseded_by__isnull=False, superseded_at__isnull=False),
)


class Migration(migrations.Migration):
    dependencies = [("memories", "0011_passages_filled")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[
                migrations.AddField("Memory", "project", PROJECT),
                migrations.AddField("Memory", "superseded_by", SUPERSEDED_BY),
                migrations.AddField(
                    "Memory", "superseded_at", models.DateTimeField(null=True, blank=True, editable=False)
                ),
                migrations.AddConstraint("Memory", PROJECT_CHECK),
                migrations.AddConstraint("Memory", SUPERSEDED_CHECK),
                migrations.AddField(
                    "ProcessedMemory", "project", models.TextField(null=True, blank=True, editable=False)
                ),
                migrations.AddField("EmbeddedMemory", "project", models.TextField(db_default="", default="")),
                migrations.AddField("EmbeddedMemory", "superseded_at", models.DateTimeField(null=True)),
                migrations.AddField(
                    "QuantizedEmbedding", "is_superseded", models.BooleanField(db_default=False, default=False)
                ),
            ],
        ),
    ]
