"""The trash: memories that were deleted within TRASH_DAYS, which curators can restore or erase.

The database keeps what is deleted, in tables that no search, count or export reads. It is synchronous, because only the
admin uses it.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Func
from django.db.models.functions import Now

from memories.db import named_sql

_sql = named_sql.read(__file__, "trash")


class DeletedMemory(models.Model):
    """A memory that was deleted within TRASH_DAYS, as it was.

    Triggers write it, whoever deletes (keep_deleted.sql). The table has all columns of `Memory` that are not derived,
    and for each table of what belongs to a memory there is another such: deleted_processed_memories and so on.
    """

    deletion = models.BigAutoField(primary_key=True)
    deleted_at = models.DateTimeField(db_default=Now())
    deleted_by = models.TextField()
    memory_id = models.UUIDField(db_column="id")
    content = models.TextField()
    content_hash = models.CharField(max_length=64)
    content_length = models.IntegerField()
    context = models.TextField()
    summary = models.TextField()
    tags = ArrayField(models.TextField())
    metadata = models.JSONField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    project = models.TextField()
    superseded_by = models.UUIDField(null=True)

    objects: ClassVar[models.Manager[DeletedMemory]] = models.Manager()

    class Meta:
        db_table = "deleted_memories"
        verbose_name_plural = "deleted memories"
        default_permissions = ("view", "delete")
        permissions = [("restore_deletedmemory", "Can restore deleted memory")]
        indexes = [
            models.Index(fields=["deleted_at"], name="idx_deleted_memories_at"),
            models.Index(fields=["memory_id", "deletion"], name="idx_deleted_memories_id"),
        ]

    def __str__(self) -> str:
        return self.summary


@dataclass(frozen=True)
class Restored:
    deletion: int
    memory_id: uuid.UUID
    content_hash: str


@dataclass(frozen=True)
class Blocked:
    """A deletion that cannot be restored, because `existing_id` has its content, or its id, again."""

    deletion: int
    memory_id: uuid.UUID
    summary: str
    existing_id: uuid.UUID


def kept() -> models.QuerySet[DeletedMemory]:
    """Return what is in the trash, without what was deleted more than TRASH_DAYS ago and is not purged yet."""
    period = Func(
        function="trash_days", template="make_interval(days => %(function)s())", output_field=models.DurationField()
    )
    return DeletedMemory.objects.filter(deleted_at__gt=Now() - period)


def restorable() -> models.QuerySet[DeletedMemory]:
    """Return what can be restored: what is in the trash, without what is stored again (`blocked`)."""
    living = apps.get_model("memories", "Memory").objects
    return kept().exclude(
        models.Exists(living.filter(project=models.OuterRef("project"), content_hash=models.OuterRef("content_hash")))
        | models.Exists(living.filter(pk=models.OuterRef("memory_id")))
    )


def deleted_last(deletions: models.QuerySet[DeletedMemory]) -> models.QuerySet[DeletedMemory]:
    """Leave out what `restore` passes over for another of these: of several with the same id or content, one stays."""
    for same in (("memory_id",), ("project", "content_hash")):
        later = deletions.order_by().filter(
            pk__gt=models.OuterRef("pk"), **{name: models.OuterRef(name) for name in same}
        )
        deletions = deletions.exclude(models.Exists(later))
    return deletions


def restore(deletions: Sequence[int]) -> list[Restored]:
    """Restore deletions, each with all that was deleted with it; return those that were.

    What is no longer in the trash, or is stored again (`blocked`), stays as it is.
    """
    return [Restored(*row) for row in _rows("restore", deletions)]


def erase(deletions: Sequence[int]) -> list[Restored]:
    """Erase deletions for good; return those that were in the trash."""
    return [Restored(*row) for row in _rows("erase", deletions)]


def blocked(deletions: Sequence[int]) -> list[Blocked]:
    """Return which of these deletions cannot be restored, and the memories that are in their way."""
    return [Blocked(*row) for row in _rows("blocked", deletions)]


def kept_with(deletion: int) -> dict[str, int]:
    """Return how many rows are kept with a deletion, by table, without the empty ones."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["tables"])
        tables = [str(name) for (name,) in cursor.fetchall()]
        counts = {}
        for table in tables:
            kept = connection.ops.quote_name(f"deleted_{table}")
            cursor.execute(f"SELECT count(*) FROM {kept} WHERE deletion = %s", [deletion])  # noqa: S608 - a table of ours
            counts[table] = int(cursor.fetchone()[0])
    return {table: count for table, count in counts.items() if count}


@dataclass(frozen=True)
class Processing:
    """A processing that is kept with a deletion; insights and entities are JSON."""

    version: int
    processed_at: datetime.datetime
    insights: str | None
    entities: str | None
    sentiment: float | None
    has_embedding: bool


def processings(deletion: int) -> list[Processing]:
    """Return the processings that are kept with a deletion, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["processings"], {"deletion": deletion})
        return [Processing(*row) for row in cursor.fetchall()]


def actors() -> dict[str, int]:
    """Return who deleted the last thousand, with their numbers of deletions."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["actors"])
        return dict(cursor.fetchall())


def _rows(statement: str, deletions: Sequence[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_sql[statement], {"deletions": list(deletions)})
        return list(cursor.fetchall())
