"""Memories that lost positions of words get them (0023_continued_words).

Each in a transaction of its own, so that no store waits. An interrupted run begins again.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0023_continued_words")]

    operations = [migrations.RunSQL((FOLDER / "fill.sql").read_text(encoding="utf-8"))]
