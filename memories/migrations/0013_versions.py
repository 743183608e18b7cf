"""Versions of memories, and who stored and changed them.

Triggers make the versions, so that a change by any program makes one. A memory's newest processing now counts with or
without an embedding: a new content drops the embedding of the old one.
"""

from pathlib import Path

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made. Only the bodies in PL/pgSQL name what comes later.
FILES = (
    *("lock_tables", "current_actor", "memories", "memory_versions", "set_version", "keep_version"),
    *("count_processed", "count_embedded", "maintain_embedded_memories", "hide_former_embeddings"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


def actor(**options):
    default = models.Func(function="current_actor", output_field=models.TextField())
    return models.TextField(db_default=default, editable=False, **options)


MEMORY_VERSION = migrations.CreateModel(
    "MemoryVersion",
    [
        (
            "pk",
            models.CompositePrimaryKey(
                "memory_id", "version", blank=True, editable=False, primary_key=True, serialize=False
            ),
        ),
        (
            "memory",
            models.ForeignKey(
                "memories.Memory", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="versions"
            ),
        ),
        ("version", models.IntegerField()),
        ("valid_from", models.DateTimeField()),
        ("valid_to", models.DateTimeField()),
        ("changed_by", models.TextField()),
        ("content", models.TextField(null=True)),
        ("context", models.TextField(null=True)),
        ("summary", models.TextField(null=True)),
        ("tags", ArrayField(models.TextField(), null=True)),
        ("metadata", models.JSONField(null=True)),
        ("project", models.TextField(null=True)),
    ],
    {"db_table": "memory_versions", "default_permissions": ()},
)


class Migration(migrations.Migration):
    dependencies = [("memories", "0012_projects")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[
                migrations.AddField("Memory", "version", models.IntegerField(default=1, db_default=1, editable=False)),
                migrations.AddField("Memory", "stored_by", actor()),
                migrations.AddField("Memory", "changed_by", actor(help_text="Last.")),
                MEMORY_VERSION,
            ],
        ),
    ]
