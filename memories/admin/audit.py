"""The audit trail, in Django's admin log: who changed which memories, when, and how they were selected."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from memories.admin import rendering
from memories.models import Memory

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[LogEntry]
else:
    Admin = admin.ModelAdmin

Row = tuple[Any, str]  # a memory's id and the hash of its content


def log_batch(
    request: HttpRequest, flag: int, what: str, rows: Sequence[Row], *, selection: str, object_id: str | None = None
) -> None:
    """Record one batch: the change (`what`), its memories, and how they were selected."""
    LogEntry.objects.create(
        user_id=cast(int, request.user.pk),
        content_type=ContentType.objects.get_for_model(Memory),
        object_id=object_id,
        object_repr=what[:200],
        action_flag=flag,
        change_message=json.dumps({"selection": selection, "count": len(rows), "memories": _named(rows)}),
    )


def _named(rows: Iterable[Row]) -> list[dict[str, str]]:
    return [{"id": str(pk), "content_hash": content_hash} for pk, content_hash in rows]


class LogEntryAdmin(Admin):
    """The read-only admin of the audit trail."""

    list_display = ("action_time", "user", "action", "object_repr", "selection")
    list_display_links = ("object_repr",)
    list_filter = ("action_flag",)
    list_select_related = ("user",)
    list_per_page = 50
    list_max_show_all = 0
    ordering = ("-action_time",)
    fields = ("action_time", "user", "action", "content_type", "object_id", "object_repr", "details")
    readonly_fields = fields
    actions = None
    actions_on_bottom = True  # otherwise Django adds an inline style, which our content security policy blocks

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).order_by("-action_time")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        return False

    @admin.display(ordering="action_flag")
    def action(self, entry: LogEntry) -> str:
        return str(entry.get_action_flag_display())

    @admin.display(description="which")
    def selection(self, entry: LogEntry) -> str:
        # Reads only the beginning, as a batch has thousands of ids.
        _, separator, rest = entry.change_message[:600].partition('{"selection": "')
        return rest.partition('", "count"')[0] if separator else entry.get_change_message()[:200]

    @admin.display(description="details")
    def details(self, entry: LogEntry) -> SafeString:
        try:
            return rendering.json_text(json.loads(entry.change_message))
        except ValueError:
            return format_html("{}", entry.get_change_message())
