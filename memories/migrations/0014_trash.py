"""What is deleted is kept for a while, whoever deletes it: memories, and what the database deletes with them.

Foreign keys to memories no longer have Django delete what belongs to a memory before it. The database does, and only
what it deletes is kept.
"""

from pathlib import Path
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models.functions import Now

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made. Only the bodies in PL/pgSQL name what comes later.
FILES = (
    *("lock_tables", "trash_days", "kept_tables", "deleted_memories", "kept_columns", "keep_deleted"),
    *("former_successors", "restore_successors", "restore_memories", "kept", "erase_deleted"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"
# Django makes a model's permissions only after all migrations have run.
PERMISSIONS = {
    "view_deletedmemory": "Can view deleted memory",
    "restore_deletedmemory": "Can restore deleted memory",
    "delete_deletedmemory": "Can delete deleted memory",
}


def sql(name: str) -> migrations.RunSQL:
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


def permit_curators(apps: Any, _schema_editor: Any) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects.filter(name="curator").first()
    if group is None:  # an administrator removed it
        return
    content_type, _ = content_types.get_or_create(app_label="memories", model="deletedmemory")
    for codename, name in PERMISSIONS.items():
        permission, _ = permissions.get_or_create(codename=codename, content_type=content_type, defaults={"name": name})
        group.permissions.add(permission)


DELETED_MEMORY = migrations.CreateModel(
    "DeletedMemory",
    [
        ("deletion", models.BigAutoField(primary_key=True, serialize=False)),
        ("deleted_at", models.DateTimeField(db_default=Now())),
        ("deleted_by", models.TextField()),
        ("memory_id", models.UUIDField(db_column="id")),
        ("content", models.TextField()),
        ("content_hash", models.CharField(max_length=64)),
        ("content_length", models.IntegerField()),
        ("context", models.TextField()),
        ("summary", models.TextField()),
        ("tags", ArrayField(models.TextField())),
        ("metadata", models.JSONField()),
        ("created_at", models.DateTimeField()),
        ("updated_at", models.DateTimeField()),
        ("project", models.TextField()),
        ("superseded_by", models.UUIDField(null=True)),
    ],
    {
        "db_table": "deleted_memories",
        "verbose_name_plural": "deleted memories",
        "default_permissions": ("view", "delete"),
        "permissions": [("restore_deletedmemory", "Can restore deleted memory")],
        "indexes": [
            models.Index(fields=["deleted_at"], name="idx_deleted_memories_at"),
            models.Index(fields=["memory_id", "deletion"], name="idx_deleted_memories_id"),
        ],
    },
)


class Migration(migrations.Migration):
    dependencies = [("memories", "0013_versions")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[
                DELETED_MEMORY,
                migrations.AlterField(
                    "ProcessedMemory",
                    "memory",
                    models.ForeignKey(
                        "memories.Memory",
                        models.DO_NOTHING,
                        related_name="processed",
                        db_constraint=False,
                        db_index=False,
                    ),
                ),
            ],
        ),
        migrations.RunPython(permit_curators, migrations.RunPython.noop),
    ]
