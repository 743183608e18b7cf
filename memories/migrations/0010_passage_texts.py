"""The text of each passage, and what made questions faster: fewer look-ups of dictionaries."""

from pathlib import Path

from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("passages", "maintain_passages", "detect_language", "question_words")
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


class Migration(migrations.Migration):
    dependencies = [("memories", "0009_passages")]

    operations = [
        migrations.RunSQL(SEARCH_PATH),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES
            ],
            state_operations=[
                migrations.AddField("Passage", "content", models.TextField(null=True)),
                migrations.AlterField("Passage", "length", models.IntegerField(null=True)),
            ],
        ),
    ]
