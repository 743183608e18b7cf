"""The tables of pattern analysis."""

from __future__ import annotations

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models.functions import Coalesce, Now

from memories import limits
from memories.db.fields import RealField
from memories.models import Memory


class CodePattern(models.Model):
    """One idiom of a memory's code, under one signature."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    # The database deletes it with its memory: the constraint is the specification's ON DELETE CASCADE.
    memory = models.ForeignKey(
        Memory, on_delete=models.DO_NOTHING, related_name="patterns", db_constraint=False, db_index=False
    )
    pattern_type = models.CharField(max_length=limits.PATTERN_TYPE_MAX_CHARACTERS)
    pattern_signature = models.TextField()
    frequency = RealField()
    confidence = RealField()
    ast_features = models.JSONField(null=True, blank=True)
    language = models.CharField(max_length=limits.LANGUAGE_MAX_CHARACTERS)
    discovered_at = models.DateTimeField(db_default=Now())
    # Of the memory, kept by triggers. Null where that belonged to no project before there were any.
    project = models.TextField(null=True, blank=True, editable=False)  # noqa: DJ001 - see above

    class Meta:
        db_table = "code_patterns"
        constraints = [
            # The specification omits the language, but a memory may contain both Python and Rust.
            models.UniqueConstraint(
                fields=["memory", "language", "pattern_type", "pattern_signature"],
                name="code_patterns_memory_id_language_type_signature_key",
            ),
            models.CheckConstraint(
                name="code_patterns_frequency_check", condition=models.Q(frequency__gte=0, frequency__lte=1)
            ),
            models.CheckConstraint(
                name="code_patterns_confidence_check", condition=models.Q(confidence__gte=0, confidence__lte=1)
            ),
        ]
        indexes = [
            models.Index(fields=["memory"], name="idx_patterns_memory_id"),
            models.Index(fields=["pattern_type", "language"], name="idx_patterns_type_lang"),
            models.Index(models.F("frequency").desc(), name="idx_patterns_frequency"),
            models.Index(models.F("confidence").desc(), name="idx_patterns_confidence"),
            models.Index(fields=["language", "memory"], name="idx_patterns_language"),
            models.Index(fields=["pattern_signature"], opclasses=["text_pattern_ops"], name="idx_patterns_signature"),
            # The order of a search: the index yields the page directly, however many patterns a type has.
            models.Index(
                "pattern_type",
                models.F("frequency").desc(),
                models.F("confidence").desc(),
                "id",
                name="idx_patterns_type_frequency",
            ),
            models.Index(fields=["discovered_at"], name="idx_patterns_discovered_at"),
            # The same order, within a project.
            models.Index(
                Coalesce("project", models.Value("")),
                "pattern_type",
                models.F("frequency").desc(),
                models.F("confidence").desc(),
                "id",
                name="idx_patterns_project",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.pattern_type}: {self.pattern_signature}"


class AnalysisRun(models.Model):
    """Records that a memory was analysed for a language, whether or not patterns were found."""

    # The database deletes it with its memory.
    memory = models.ForeignKey(
        Memory, on_delete=models.DO_NOTHING, related_name="analysis_runs", db_constraint=False, db_index=False
    )
    language = models.CharField(max_length=limits.LANGUAGE_MAX_CHARACTERS)
    fingerprint = models.CharField(
        max_length=16, help_text="Of the query files that were used; with others the analysis is worth repeating."
    )
    analysed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "analysis_runs"
        constraints = [
            models.UniqueConstraint(fields=["memory", "language"], name="analysis_runs_memory_id_language_key")
        ]

    def __str__(self) -> str:
        return f"{self.language} in {self.memory_id}"
