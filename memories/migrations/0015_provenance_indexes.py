"""Indexes for curators' filters by who stored and changed memories.

Each is dropped first, so that what an interrupted build left invalid is built again.
"""

from pathlib import Path

from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


def statement(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


def index(column, **options):
    return models.Index(column, models.F("created_at").desc(), name=f"idx_memories_{column}", **options)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0014_trash")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                statement(f"{verb}_{column}") for column in ("stored_by", "changed_by") for verb in ("drop", "create")
            ],
            state_operations=[
                migrations.AddIndex("Memory", index("stored_by")),
                migrations.AddIndex(
                    "Memory", index("changed_by", condition=models.Q(updated_at__gt=models.F("created_at")))
                ),
            ],
        ),
    ]
