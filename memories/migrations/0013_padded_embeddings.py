"""Padded embeddings are quantized without their padding.

In batches, each a transaction of milliseconds. An interrupted run is repeated from the beginning, and changes nothing
that is done.
"""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


def text(name):
    """The statements of a file; `:dimensions` is written as a variable of psql."""
    written = (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return written.replace(":dimensions", str(settings.EMBEDDING_DIMENSIONS))


def with_search_path(work):
    """Run without a transaction; new objects are made in the first schema."""

    def run(_, schema_editor):
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SHOW search_path")
            (before,) = cursor.fetchone()
            cursor.execute("SET search_path = codex_processed, public")
            try:
                work(cursor)
            finally:
                cursor.execute("SELECT set_config('search_path', %s, false)", [before])

    return migrations.RunPython(run)


def create_functions(cursor):
    for name in ("padded_quantized", "binary_quantized"):
        cursor.execute(text(name))


def quantize_again(cursor):
    after = uuid.UUID(int=0)
    while after is not None:
        cursor.execute(text("quantize_again"), {"after": after})
        (after,) = cursor.fetchone()


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("memories", "0012_embedding_model")]

    operations = [with_search_path(create_functions), with_search_path(quantize_again)]
