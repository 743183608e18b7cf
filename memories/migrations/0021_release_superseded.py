"""Memories that were left with a successor that is gone, as they could be before 0020, become current again.

Apart from 0020, because finding them takes longer than a store should wait for the lock of 0020.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    dependencies = [("memories", "0020_successions_kept_whole")]

    operations = [migrations.RunSQL((FOLDER / "release.sql").read_text(encoding="utf-8"))]
