"""Where PostgreSQL keeps what a search reads of many rows: in the row itself.

By default a row of more than 2 kB loses its longest values to another table, and reading one back costs three look-ups.
A ranking reads the search vectors of a thousand memories, or hundreds of embeddings, and hardly ever what stands beside
them; so these stay (`MAIN`, `PLAIN`) and the content goes. Rows stored before this keep their form, and are read alike.
"""

from django.conf import settings
from django.db import migrations

# What fits into a page of 8 kB, four bytes each, with the signs and the other columns.
DIMENSIONS_IN_A_PAGE = 1_900


class Migration(migrations.Migration):
    dependencies = [("memories", "0007_notify")]

    operations = [
        migrations.RunSQL("ALTER TABLE public.memories ALTER COLUMN search_vector SET STORAGE MAIN"),
        *(
            [migrations.RunSQL("ALTER TABLE codex_processed.processed_memories ALTER embeddings SET STORAGE PLAIN")]
            if settings.EMBEDDING_DIMENSIONS <= DIMENSIONS_IN_A_PAGE
            else []
        ),
    ]
