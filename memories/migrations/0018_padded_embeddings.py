"""Embeddings are quantized without the zeros that pad them; 0019 does so to those that are stored."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
# Of this transaction. New objects are made in the first schema.
SEARCH_PATH = "SET LOCAL search_path = codex_processed, public"


def sql(name):
    """The statements of a file; `:dimensions` is written as a variable of psql."""
    text = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return migrations.RunSQL(text.replace(":dimensions", str(settings.EMBEDDING_DIMENSIONS)))


class Migration(migrations.Migration):
    dependencies = [("memories", "0017_embedding_model")]

    operations = [migrations.RunSQL(SEARCH_PATH), sql("padded_quantized"), sql("binary_quantized")]
