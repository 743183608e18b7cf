"""What searches know of all memories: how many there are, how common words are, and when memories were stored.

PostgreSQL's own statistics change whenever a table is analysed, and with them the order of results. These are a row
that all processes read, and that only a search renews, after the data have changed by a fifth.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made.
FILES = ("fold_tally", "corpus_statistics", "corpus", "renew_corpus_statistics", "forget_corpus")


class Migration(migrations.Migration):
    dependencies = [("memories", "0002_curator_group")]

    operations = [migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES]
