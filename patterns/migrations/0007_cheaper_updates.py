"""An update of a memory without patterns deletes none; only a function of a trigger changes."""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("patterns", "0006_changed_contents")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.RunSQL((FOLDER / "drop_patterns.sql").read_text(encoding="utf-8")),
    ]
