"""Successions stay whole also where one statement, or two at once, delete several of their memories.

Whatever the order in which memories of a succession are deleted and restored, each is superseded by the nearest that is
there. That follows from who superseded whom, so it is no longer recorded to whom a memory was passed on.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("lock_tables", "former_successors", "pass_on_predecessors", "restore_successors")
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("memories", "0019_quantized_again")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        *(migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
