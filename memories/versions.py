"""The table of former versions of memories; `memories.models` imports it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

# Who changes memories in this transaction (current_actor.sql, `memories.provenance`).
CURRENT_ACTOR = models.Func(function="current_actor", output_field=models.TextField())


class MemoryVersion(models.Model):
    """The change that ended a version of a memory, and what the changed columns held until then; others are null.

    Written by a trigger (keep_version.sql). So the first version was made by `Memory.stored_by`, and each other one by
    `changed_by` of the row before it.
    """

    pk = models.CompositePrimaryKey("memory_id", "version")
    # The database deletes it with its memory.
    memory = models.ForeignKey(
        "memories.Memory", on_delete=models.DO_NOTHING, related_name="versions", db_constraint=False, db_index=False
    )
    version = models.IntegerField()
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    changed_by = models.TextField()
    content = models.TextField(null=True)  # noqa: DJ001 - null is unchanged, "" a former value
    context = models.TextField(null=True)  # noqa: DJ001 - null is unchanged, "" a former value
    summary = models.TextField(null=True)  # noqa: DJ001 - null is unchanged, "" a former value
    tags = ArrayField(models.TextField(), null=True)
    metadata = models.JSONField(null=True)
    project = models.TextField(null=True)  # noqa: DJ001 - null is unchanged, "" a former value

    class Meta:
        db_table = "memory_versions"
        default_permissions = ()

    def __str__(self) -> str:
        return f"version {self.version} of {self.memory_id}"
