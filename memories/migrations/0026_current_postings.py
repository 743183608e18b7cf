"""A superseded memory that moves to another project, where it is current, is posted as current only.

Only the function of a trigger changes, and rows are removed that no update touches any more; no table is locked.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("maintain_postings", "remove_stale")
# Of this transaction. The functions keep the search path in which they are made.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("memories", "0025_cheaper_updates")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        *(migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
