"""What is read of many memories at once stays in the row, also where the content is long.

Most questions have hundreds of long memories among their candidates. Of each, eight pages were read to find its context
and summary out of line. Rows that exist already keep their form until they are next changed.
"""

from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem


class Migration(migrations.Migration):
    dependencies = [("memories", "0004_metadata_terms")]

    operations = [migrations.RunSQL((FOLDER / "memories.sql").read_text(encoding="utf-8"))]
