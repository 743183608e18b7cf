"""Indexes of the curators' filters by size and sentiment.

Made in the transaction and not concurrently: no release has filled these tables before this migration.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("memories", "0004_curator_group")]

    operations = [
        migrations.AddIndex(
            model_name="memory",
            index=models.Index(fields=["content_length"], name="idx_memories_content_length"),
        ),
        migrations.AddIndex(
            model_name="processedmemory",
            index=models.Index(
                fields=["sentiment", "memory"],
                condition=models.Q(sentiment__isnull=False),
                name="idx_processed_sentiment",
            ),
        ),
    ]
