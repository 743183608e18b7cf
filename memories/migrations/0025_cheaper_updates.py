"""Updates write only what changes: postings of unchanged terms, counters and text vectors are not made anew.

Only functions of triggers change, so that no table is locked.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("maintain_postings", "count_memories", "set_search_vectors")
# Of this transaction. The functions keep the search path in which they are made.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("memories", "0024_continued_words_filled")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        *(migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
