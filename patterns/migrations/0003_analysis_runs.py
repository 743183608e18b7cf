"""Which memories were analysed, so that `analyze_memories` goes on where it stopped; and two indexes for the tools."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

TO_SCHEMA = "ALTER TABLE analysis_runs SET SCHEMA codex_processed"
CASCADE = """
ALTER TABLE codex_processed.analysis_runs
ADD CONSTRAINT analysis_runs_memory_id_fkey
FOREIGN KEY (memory_id) REFERENCES public.memories (id) ON DELETE CASCADE
"""


class Migration(migrations.Migration):
    dependencies = [("memories", "0002_tally"), ("patterns", "0002_tally")]

    operations = [
        migrations.CreateModel(
            name="AnalysisRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "memory",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="analysis_runs",
                        to="memories.memory",
                    ),
                ),
                ("language", models.CharField(max_length=20)),
                (
                    "fingerprint",
                    models.CharField(
                        help_text=("Of the query files that were used; with others the analysis is worth repeating."),
                        max_length=16,
                    ),
                ),
                ("analysed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "db_table": "analysis_runs",
                "constraints": [
                    models.UniqueConstraint(fields=("memory", "language"), name="analysis_runs_memory_id_language_key")
                ],
            },
        ),
        migrations.RunSQL(TO_SCHEMA),
        migrations.RunSQL(CASCADE),
        migrations.AddIndex(
            model_name="codepattern",
            index=models.Index(
                models.F("pattern_type"),
                models.OrderBy(models.F("frequency"), descending=True),
                models.OrderBy(models.F("confidence"), descending=True),
                models.F("id"),
                name="idx_patterns_type_frequency",
            ),
        ),
        migrations.AddIndex(
            model_name="codepattern",
            index=models.Index(fields=["discovered_at"], name="idx_patterns_discovered_at"),
        ),
    ]
