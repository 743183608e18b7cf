"""The function that counts code patterns, under the counters' standard names; see memories.0006_standard_names."""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("lock_table", "count_patterns", "old_names")
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("patterns", "0001_schema"), ("memories", "0006_standard_names")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        *(migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
