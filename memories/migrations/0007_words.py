"""Words in any language: normalized, folded, taken apart, and stemmed in the language of the text.

The vectors that memories are found by were generated columns in English. From now on a trigger writes them, because
what it calls may look up the language's configuration. No table is rewritten: memories that exist keep their vectors
until background maintenance gets to them (`memories.maintenance`).
"""

from pathlib import Path

from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made. Only the bodies in PL/pgSQL name what comes later.
FILES = (
    *(
        "configurations",
        "case_folded",
        "without_accents",
        "without_breaks",
        "word_text",
        "truncated_words",
        "identifier_parts",
        "words_vector",
    ),
    *("detect_language", "languages", "question_words", "memories", "set_search_vectors", "maintain_embedded_filters"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


class Migration(migrations.Migration):
    dependencies = [("memories", "0006_standard_names")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[
                migrations.AddField(
                    "Memory",
                    "language",
                    models.TextField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="That the words are stemmed in, by PostgreSQL's name. Detected if empty.",
                    ),
                ),
                *(
                    migrations.AlterField("Memory", name, SearchVectorField(editable=False, null=True))
                    for name in ("context_vector", "summary_vector", "search_vector")
                ),
            ],
        ),
    ]
