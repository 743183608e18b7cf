"""Every position of a word, however often it occurs, so that phrases are found anywhere in a text.

PostgreSQL keeps 255 positions of each lexeme. Those beyond have lexemes of their own, "redis~1" and so on. Memories
that exist get them in 0024_continued_words_filled.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = (
    *(
        "continued_words",
        "has_full_lexeme",
        "whole_vector",
        "word_pieces",
        "stems_vector",
        "words_vector",
        "fields_vector",
    ),
    *("set_search_vectors", "maintain_passages"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("memories", "0022_project_passages")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        *(migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
