"""Indexes of the curators' filters by language and confidence, and of "the same signature elsewhere".

Made in the transaction and not concurrently: no release has filled this table before this migration.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("patterns", "0003_analysis_runs")]

    operations = [
        migrations.AddIndex(
            model_name="codepattern",
            index=models.Index(models.F("confidence").desc(), name="idx_patterns_confidence"),
        ),
        migrations.AddIndex(
            model_name="codepattern",
            index=models.Index(fields=["language", "memory"], name="idx_patterns_language"),
        ),
        migrations.AddIndex(
            model_name="codepattern",
            # These operators serve LIKE 'beginning%' whatever the database's collation, and equality too.
            index=models.Index(
                fields=["pattern_signature"], opclasses=["text_pattern_ops"], name="idx_patterns_signature"
            ),
        ),
    ]
