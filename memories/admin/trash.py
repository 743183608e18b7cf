"""The admin of the trash: what was deleted within TRASH_DAYS, to be restored, or erased at once."""

from __future__ import annotations

import datetime
import json
import operator
import re
import uuid
from dataclasses import replace
from functools import reduce
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, DELETION
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from memories import trash
from memories.admin import audit, bulk, rendering, search
from memories.admin.base import CuratorAdmin, is_uuid, whole_number
from memories.admin.filters import ActorFilter, DayRangeFilter
from memories.models import DeletedMemory

SHOWN_TAGS = 5  # in a row of the list
SHOWN_BLOCKED = 20  # on the page that asks
WARNINGS = 5  # if none can be restored
PERMISSIONS = {"restore": "memories.restore_deletedmemory", "erase": "memories.delete_deletedmemory"}


class RestoreOperation(bulk.Operation):
    def run(self, ids: list[Any]) -> list[audit.Row]:
        return [(row.memory_id, row.content_hash) for row in trash.restore(ids)]


class EraseOperation(bulk.Operation):
    def run(self, ids: list[Any]) -> list[audit.Row]:
        return [(row.memory_id, row.content_hash) for row in trash.erase(ids)]


RESTORE = RestoreOperation(
    name="restore",
    permission="restore",
    flag=ADDITION,
    statement="",
    doing="Restoring",
    done="Restored",
    question="Restore these memories?",
    since="deleted_at",
    why_staying="because only the last deleted of several with the same content is restored",
)
ERASE = EraseOperation(
    name="erase",
    permission="erase",
    flag=DELETION,
    statement="",
    doing="Erasing",
    done="Erased",
    question="Erase these memories for good?",
    since="deleted_at",
)


class DeletedByFilter(ActorFilter):
    """Filters by who deleted; the choices are those of the last thousand deletions."""

    title = "who deleted it"
    parameter_name = "deleted_by"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return trash.actors()

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(deleted_by=value) if (value := self.chosen()) else queryset


class DeletedMemoryAdmin(CuratorAdmin):
    counter_kind = ""  # never asked for: the list is always filtered by time
    list_display = ("what", "tag_column", "deleted", "deleted_by", "size")
    list_display_links = None
    list_only = ("summary", "tags", "deleted_at", "deleted_by", "content_length")
    list_filter = (DeletedByFilter, ("deleted_at", DayRangeFilter))
    ordering = ("-deleted_at", "-deletion")
    sortable_by = ("deleted", "size")
    search_help_text = "Words of the summary, the context or the tags, or the id of a memory."
    fields = ("summary",)
    readonly_fields = fields
    actions = ("restore_selected", "erase_selected")
    actions_on_bottom = True

    @staticmethod
    def is_key(value: object) -> bool:
        return re.fullmatch(r"[0-9]{1,18}", str(value), re.ASCII) is not None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # on Django's page; the bulk action erases one, too

    def has_restore_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSIONS["restore"])

    def has_erase_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSIONS["erase"])

    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return trash.kept()

    def get_rangefilter_deleted_at_title(self, request: HttpRequest, field_path: str) -> str:
        return "day deleted"

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Every word must occur in a field. There is no index: the trash is small, and its contents are not read."""
        term = search.cleaned(search_term)
        if is_uuid(term):
            return queryset.filter(memory_id=uuid.UUID(term)), False
        for word in term.split():
            fields = ("summary__icontains", "context__icontains", "tags__icontains", "content_hash")
            queryset = queryset.filter(reduce(operator.or_, (Q(**{field: word}) for field in fields)))
        return queryset, False

    def decorated(self, request: HttpRequest, rows: list[Any], query: str) -> list[Any]:
        filters: dict[str, Any] = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        for row in rows:
            row.address = add_preserved_filters(filters, reverse("admin:memories_deletedmemory_change", args=[row.pk]))
        return rows

    @admin.display(description="summary")
    def what(self, memory: Any) -> SafeString:
        return format_html('<a href="{}"><bdi>{}</bdi></a>', memory.address, memory.summary or "—")

    @admin.display(description="tags")
    def tag_column(self, memory: DeletedMemory) -> SafeString:
        more = len(memory.tags) - SHOWN_TAGS
        words = ", ".join(str(tag) for tag in memory.tags[:SHOWN_TAGS]) + f" and {more} more" * (more > 0)
        return format_html("<bdi>{}</bdi>", words) if words else rendering.NONE

    @admin.display(description="deleted", ordering="deleted_at")
    def deleted(self, memory: DeletedMemory) -> SafeString:
        return rendering.moment(memory.deleted_at)

    @admin.display(description="size", ordering="content_length")
    def size(self, memory: DeletedMemory) -> SafeString:
        shown = rendering.characters(memory.content_length)
        return format_html('<span class="number" title="{} characters">{}</span>', memory.content_length, shown)

    # The page

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        memory = kwargs.get("obj")
        if isinstance(memory, DeletedMemory):
            context |= {
                "page": _page(memory, all_content=request.GET.get("content") == "all"),
                "may_restore": self.has_restore_permission(request),
                "may_erase": self.has_erase_permission(request),
                "title": "Deleted memory",
                "subtitle": None,
            }
        return super().render_change_form(request, context, *args, **kwargs)

    # Bulk actions

    def get_urls(self) -> list[Any]:
        wrapped = self.admin_site.admin_view
        own = [
            path("bulk/restore/", wrapped(self.bulk_restore_view), name="memories_deletedmemory_bulk_restore"),
            path("bulk/erase/", wrapped(self.bulk_erase_view), name="memories_deletedmemory_bulk_erase"),
        ]
        return own + super().get_urls()

    @admin.action(permissions=["restore"], description="Restore")
    def restore_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        return self.bulk_restore_view(request)

    @admin.action(permissions=["erase"], description="Erase for good")
    def erase_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        return self.bulk_erase_view(request)

    def bulk_restore_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_restore_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(reverse("admin:memories_deletedmemory_changelist"))
        scope = bulk.scope_of(self, request)
        free = scope.queryset.filter(pk__in=trash.restorable().values("pk"))
        restored = replace(scope, queryset=trash.deleted_last(free))
        if request.POST.get("confirmed") == "1":
            staying = whole_number(request.POST.get("staying", ""))
            return bulk.respond(self, request, RESTORE, replace(restored, staying=staying))
        occupied = scope.queryset.order_by().exclude(pk__in=trash.restorable().values("pk"))
        keys = list(occupied.values_list("pk", flat=True)[: SHOWN_BLOCKED + 1])
        blocked = trash.blocked(keys)
        if blocked and not free.exists():
            for row in blocked[:WARNINGS]:
                text = "“{}” cannot be restored: its content is stored again, as <a href='{}'>{}</a>."
                address = reverse("admin:memories_memory_change", args=[row.existing_id])
                found = format_html(text, row.summary or "—", address, row.existing_id)
                self.message_user(request, found, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:memories_deletedmemory_changelist"))
        told = {"blocked": blocked[:SHOWN_BLOCKED], "more_blocked": len(blocked) > SHOWN_BLOCKED}
        staying = free.order_by().count() - restored.count()
        return bulk.respond(self, request, RESTORE, replace(restored, staying=staying, context=told))

    def bulk_erase_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_erase_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(reverse("admin:memories_deletedmemory_changelist"))
        return bulk.respond(self, request, ERASE, bulk.scope_of(self, request))


def _page(memory: DeletedMemory, *, all_content: bool) -> dict[str, Any]:
    """Return the page's context: the content as HTML, the newest processing, and what else is kept with it."""
    text = memory.content if all_content else memory.content[: rendering.SHOWN_CHARACTERS]
    processings = trash.processings(memory.pk)
    newest = processings[0] if processings else None
    return {
        "content": rendering.content(text, None),
        "hidden_characters": len(memory.content) - len(text),
        "metadata": rendering.json_text(memory.metadata or None),
        "newest": newest,
        "insights": rendering.json_text(json.loads(newest.insights)) if newest and newest.insights else "",
        "entities": rendering.json_text(json.loads(newest.entities)) if newest and newest.entities else "",
        "kept_with": {table.replace("_", " "): count for table, count in trash.kept_with(memory.pk).items()},
        "blocked": next(iter(trash.blocked([memory.pk])), None),
        "purged_at": memory.deleted_at + datetime.timedelta(days=settings.TRASH_DAYS),
    }
