"""Patterns and analysis runs of deleted memories are kept with them; see memories.0014_trash."""

from pathlib import Path

from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("lock_tables", "kept")
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def memory(related_name):
    return models.ForeignKey(
        "memories.Memory", models.DO_NOTHING, related_name=related_name, db_constraint=False, db_index=False
    )


class Migration(migrations.Migration):
    dependencies = [("patterns", "0003_projects"), ("memories", "0014_trash")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES
            ],
            state_operations=[
                migrations.AlterField("CodePattern", "memory", memory("patterns")),
                migrations.AlterField("AnalysisRun", "memory", memory("analysis_runs")),
            ],
        ),
    ]
