"""Padded embeddings that are stored are quantized again, as 0018 defines it.

In batches, each a transaction of its own, so that no store waits. An interrupted run is repeated from the beginning,
and changes nothing that is done.
"""

from pathlib import Path

from django.conf import settings
from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
QUANTIZE_AGAIN = (FOLDER / "quantize_again.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0018_padded_embeddings")]

    # `:dimensions` is written as a variable of psql.
    operations = [migrations.RunSQL(QUANTIZE_AGAIN.replace(":dimensions", str(settings.EMBEDDING_DIMENSIONS)))]
