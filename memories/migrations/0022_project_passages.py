"""An index of the memories of a project that have passages, which questions within a project read."""

from pathlib import Path

from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0021_release_superseded")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in ("drop", "create")
            ],
            state_operations=[
                migrations.AddIndex(
                    "Memory",
                    models.Index(
                        fields=["project", "id"],
                        condition=models.Q(search_vector__isnull=True),
                        name="idx_memories_project_passages",
                    ),
                ),
            ],
        ),
    ]
