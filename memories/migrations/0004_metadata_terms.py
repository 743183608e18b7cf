"""The same terms of metadata in a quarter of the time; each store makes them."""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    dependencies = [("memories", "0003_corpus")]

    operations = [migrations.RunSQL((FOLDER / "metadata_terms.sql").read_text(encoding="utf-8"))]
