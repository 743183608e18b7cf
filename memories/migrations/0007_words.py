"""Words in any language: normalized, folded, taken apart, and stemmed in the language of the text.

A long content is divided into passages, is found by their words, and is ranked by the best of them.

The vectors that memories are found by were generated columns in English. From now on a trigger writes them, because
what it calls may look up the language's configuration. No table is rewritten: memories that exist keep their vectors
until background maintenance gets to them (`memories.maintenance`).
"""

from pathlib import Path

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made. Only the bodies in PL/pgSQL name what comes later.
FILES = (
    *("configurations", "case_folded", "without_accents", "without_breaks", "word_text", "truncated_words"),
    *("identifier_parts", "words_vector", "detect_language", "languages", "question_words", "split_passages"),
    *("memories", "passages", "set_search_vectors", "maintain_passages", "maintain_embedded_filters"),
    *("count_passages", "corpus", "renew_corpus_statistics"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


PASSAGE = migrations.CreateModel(
    "Passage",
    [
        (
            "pk",
            models.CompositePrimaryKey(
                "memory_id", "start", blank=True, editable=False, primary_key=True, serialize=False
            ),
        ),
        (
            "memory",
            models.ForeignKey(
                "memories.Memory", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="passages"
            ),
        ),
        ("start", models.IntegerField()),
        ("content", models.TextField()),
        ("created_at", models.DateTimeField()),
        ("search_vector", SearchVectorField()),
    ],
    {
        "db_table": "passages",
        "default_permissions": (),
        "indexes": [
            GinIndex(
                models.F("search_vector"),
                models.Func(
                    "created_at",
                    models.Value(False),
                    function="time_bucket_ids",
                    output_field=ArrayField(models.BigIntegerField()),
                ),
                name="idx_passages_search",
            )
        ],
    },
)


class Migration(migrations.Migration):
    dependencies = [("memories", "0006_standard_names")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[
                PASSAGE,
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
