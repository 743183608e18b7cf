"""Passages: a long content is found by the words of its passages, to its end, and ranked by the best of them."""

from pathlib import Path

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# In this order: what a file names, the files before it made. Only the bodies in PL/pgSQL name what comes later.
FILES = (
    *("passages", "split_passages", "set_search_vectors", "maintain_passages", "count_passages"),
    *("corpus", "renew_corpus_statistics"),
)
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"

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
        ("length", models.IntegerField()),
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
    dependencies = [("memories", "0008_text_indexes")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES
            ],
            state_operations=[PASSAGE],
        ),
    ]
