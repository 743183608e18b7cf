"""The tables of code patterns with their indexes and triggers: one file each in sql/0001_schema.

This is what the first four migrations made together; see memories.0001_schema.
"""

import uuid
from pathlib import Path

from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models
from django.db.models.functions import Now

from memories.db.fields import RealField

FOLDER = Path(__file__).parent / "sql" / Path(__file__).stem
FILES = ("code_patterns", "analysis_runs", "tally_patterns")


def sql(name: str) -> migrations.RunSQL:
    return migrations.RunSQL((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))


def memory(related_name):
    return models.ForeignKey(
        "memories.Memory", models.CASCADE, related_name=related_name, db_constraint=False, db_index=False
    )


CODE_PATTERN = migrations.CreateModel(
    "CodePattern",
    [
        (
            "id",
            models.UUIDField(
                primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False, serialize=False
            ),
        ),
        ("memory", memory("patterns")),
        ("pattern_type", models.CharField(max_length=50)),
        ("pattern_signature", models.TextField()),
        ("frequency", RealField()),
        ("confidence", RealField()),
        ("ast_features", models.JSONField(blank=True, null=True)),
        ("language", models.CharField(max_length=20)),
        ("discovered_at", models.DateTimeField(db_default=Now())),
    ],
    {
        "db_table": "code_patterns",
        "constraints": [
            models.UniqueConstraint(
                fields=["memory", "language", "pattern_type", "pattern_signature"],
                name="code_patterns_memory_id_language_type_signature_key",
            ),
            models.CheckConstraint(
                condition=models.Q(frequency__gte=0, frequency__lte=1), name="code_patterns_frequency_check"
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1), name="code_patterns_confidence_check"
            ),
        ],
        "indexes": [
            models.Index(fields=["memory"], name="idx_patterns_memory_id"),
            models.Index(fields=["pattern_type", "language"], name="idx_patterns_type_lang"),
            models.Index(models.F("frequency").desc(), name="idx_patterns_frequency"),
            models.Index(models.F("confidence").desc(), name="idx_patterns_confidence"),
            models.Index(fields=["language", "memory"], name="idx_patterns_language"),
            models.Index(fields=["pattern_signature"], opclasses=["text_pattern_ops"], name="idx_patterns_signature"),
            models.Index(
                models.F("pattern_type"),
                models.F("frequency").desc(),
                models.F("confidence").desc(),
                models.F("id"),
                name="idx_patterns_type_frequency",
            ),
            models.Index(fields=["discovered_at"], name="idx_patterns_discovered_at"),
        ],
    },
)

ANALYSIS_RUN = migrations.CreateModel(
    "AnalysisRun",
    [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("memory", memory("analysis_runs")),
        ("language", models.CharField(max_length=20)),
        (
            "fingerprint",
            models.CharField(
                help_text="Of the query files that were used; with others the analysis is worth repeating.",
                max_length=16,
            ),
        ),
        ("analysed_at", models.DateTimeField(db_default=Now())),
    ],
    {
        "db_table": "analysis_runs",
        "constraints": [
            models.UniqueConstraint(fields=["memory", "language"], name="analysis_runs_memory_id_language_key")
        ],
    },
)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("memories", "0001_schema")]
    replaces = [
        ("patterns", "0001_initial"),
        ("patterns", "0002_tally"),
        ("patterns", "0003_analysis_runs"),
        ("patterns", "0004_admin_indexes"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[sql(name) for name in FILES],
            state_operations=[CODE_PATTERN, ANALYSIS_RUN],
        )
    ]
