"""The indexes of projects and successors, built while the tables are in use.

Each is dropped first, so that what an interrupted build left invalid is built again.
"""

from pathlib import Path

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
BUILT = ("search", "content_hash", "created_at", "updated_at", "superseded_by", "embedded")


def statement(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


SEARCH_INDEX = GinIndex(
    *(models.F(name) for name in ("search_vector", "tags", "context_vector", "summary_vector")),
    models.Func(
        "created_at",
        "project",
        function="search_keys",
        output_field=ArrayField(models.BigIntegerField()),
    ),
    name="idx_memories_search",
)


def project_index(column):
    name = f"idx_memories_project_{column.removesuffix('_at')}"
    return models.Index(fields=["project", column, "id"], include=["superseded_at"], name=name)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0015_provenance_indexes")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                *(statement(f"{verb}_{name}") for name in BUILT for verb in ("drop", "create")),
                *(statement(name) for name in ("replace_search", "replace_content_hash", "validate", "succession")),
            ],
            state_operations=[
                migrations.RemoveIndex("Memory", "idx_memories_search"),
                migrations.AddIndex("Memory", SEARCH_INDEX),
                migrations.RemoveConstraint("Memory", "idx_memories_content_hash"),
                migrations.AddConstraint(
                    "Memory",
                    models.UniqueConstraint(fields=["project", "content_hash"], name="idx_memories_content_hash"),
                ),
                migrations.AddIndex("Memory", project_index("created_at")),
                migrations.AddIndex("Memory", project_index("updated_at")),
                migrations.AddIndex(
                    "Memory",
                    models.Index(
                        fields=["superseded_by"],
                        condition=models.Q(superseded_by__isnull=False),
                        name="idx_memories_superseded_by",
                    ),
                ),
                migrations.AddIndex("EmbeddedMemory", models.Index(fields=["project"], name="idx_embedded_project")),
            ],
        ),
    ]
