"""The specification's full-text indexes, for other programs, on the expressions that it has them on.

Searches use idx_memories_search. The columns that these two were on now hold words as searches take them. Each is
dropped first, so that what an interrupted build left invalid is built again.
"""

from pathlib import Path

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


def statement(name):
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


def english(column):
    return models.Func(column, template="to_tsvector('english', %(expressions)s)", output_field=SearchVectorField())


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0007_words")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                statement(f"{verb}_{column}") for column in ("context", "summary") for verb in ("drop", "create")
            ]
            + [statement("drop_without_language"), statement("create_without_language")],
            state_operations=[
                migrations.RemoveIndex("Memory", "idx_memories_context_fts"),
                migrations.RemoveIndex("Memory", "idx_memories_summary_fts"),
                migrations.AddIndex("Memory", GinIndex(english("context"), name="idx_memories_context_fts")),
                migrations.AddIndex("Memory", GinIndex(english("summary"), name="idx_memories_summary_fts")),
                migrations.AddIndex(
                    "Memory",
                    models.Index(fields=["id"], condition=models.Q(language=""), name="idx_memories_without_language"),
                ),
            ],
        ),
    ]
