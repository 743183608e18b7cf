"""The index of a project's patterns, built while the table is in use; it is dropped first, so that it is repeatable."""

from pathlib import Path

from django.db import migrations, models
from django.db.models.functions import Coalesce

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem

INDEX = models.Index(
    Coalesce("project", models.Value("")),
    "pattern_type",
    models.F("frequency").desc(),
    models.F("confidence").desc(),
    "id",
    name="idx_patterns_project",
)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("patterns", "0004_trash")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in ("drop", "create")
            ],
            state_operations=[migrations.AddIndex("CodePattern", INDEX)],
        ),
    ]
