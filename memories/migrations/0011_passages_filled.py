"""The passages that exist get their texts (0010_passage_texts).

In batches, each a transaction of its own, so that no store waits. An interrupted run continues where it ended.
"""

from pathlib import Path

from django.db import migrations, models

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0010_passage_texts")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8")) for name in ("fill", "passages")
            ],
            state_operations=[
                migrations.AlterField("Passage", "content", models.TextField()),
                migrations.RemoveField("Passage", "length"),
            ],
        ),
    ]
