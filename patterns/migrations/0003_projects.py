"""Code patterns follow the project of their memory; see memories.0012_projects."""

from pathlib import Path

from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("lock_tables", "code_patterns", "count_patterns")
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("patterns", "0002_standard_names"), ("memories", "0012_projects")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES
            ],
            state_operations=[
                migrations.AddField("CodePattern", "project", models.TextField(null=True, blank=True, editable=False))
            ],
        ),
    ]
