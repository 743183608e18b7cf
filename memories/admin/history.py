"""A memory's versions in the admin: their list, the differences between two, and restoring one."""

from __future__ import annotations

import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html
from django.utils.safestring import SafeString

from memories import corrections, limits, provenance
from memories.admin import diff, projects
from memories.admin.base import CuratorAdmin, whole_number
from memories.models import Memory

FIELDS = ("content", "summary", "context", "tags", "metadata", "project")  # in the order of the page


def versions(memory: Memory, limit: int = limits.VERSIONS_MAX) -> corrections.History:
    """Return the newest versions of a memory."""
    values: dict[str, Any] = {"id": memory.pk, "current": memory.version, "limit": limit, "projects": None}
    with connection.cursor() as cursor:
        cursor.execute(corrections.HISTORY, values)
        found = corrections.history_of(memory, cursor.fetchall())
    return corrections.History(versions=found.versions[:limit], versions_total=found.versions_total)


def state(memory: Memory, version: int) -> dict[str, Any] | None:
    """Return what a memory said in a version, by field; None if there is no such version. `metadata` is JSON."""
    if version == memory.version:
        current = {name: getattr(memory, name) for name in FIELDS}
        return {**current, "metadata": json.dumps(memory.metadata, ensure_ascii=False)}
    with connection.cursor() as cursor:
        cursor.execute(corrections.FORMER, {"id": memory.pk, "version": version, "projects": None})
        if (row := cursor.fetchone()) is None:
            return None
        named = dict(zip((column.name for column in cursor.description), row, strict=True))
    # Django's connections return the JSON of their own statements as text, which loses nothing.
    return {name: named[name] for name in FIELDS}


# Comparing


def compared(old: dict[str, Any], new: dict[str, Any]) -> tuple[list[tuple[str, SafeString]], list[str]]:
    """Return the fields that differ, each with its differences as HTML, and the names of the others."""
    readable = {name: (_readable(name, old[name]), _readable(name, new[name])) for name in FIELDS}
    changed = [name for name, (before, after) in readable.items() if before != after]
    return [(name, _differences(name, *readable[name])) for name in changed], [
        name for name in FIELDS if name not in changed
    ]


def _readable(name: str, value: Any) -> str:
    if name == "tags":
        return "\n".join(value)
    if name == "metadata":
        return "" if value == "{}" else json.dumps(json.loads(value), indent=2, ensure_ascii=False)
    return str(value)


def _differences(name: str, old: str, new: str) -> SafeString:
    if name == "project":
        return format_html("<p>From {} to {}</p>", projects.link(old), projects.link(new))
    kind = "diff" if name in ("content", "context") else "diff unnumbered"
    label, shown = f"Changes of the {name}", diff.rendered(old, new)
    return format_html('<div class="{}" tabindex="0" role="region" aria-label="{}">{}</div>', kind, label, shown)


# Restoring


@dataclass(frozen=True)
class Restored:
    """The version that a memory has after restoring, and what was against it: changes meanwhile, or another memory."""

    version: int
    is_conflict: bool
    existing_id: uuid.UUID | None


def restore(memory: Memory, version: int, actor: str, seen: Any) -> Restored | None:
    """Make the memory say again what it said in a version, as a new version; None if there is no such one any more.

    A new content drops the embedding and the code patterns, as any update does.

    Args:
        seen: the `updated_at` that the memory must have, or None.
    """
    if (former := state(memory, version)) is None:
        return None
    values = {
        **former,
        "content_hash": hashlib.sha256(former["content"].encode()).hexdigest(),
        "id": memory.pk,
        "actor": actor,
        "if_updated_at": seen,
        "projects": None,
        "changeable": None,
    }
    for attempt in range(1, corrections.ATTEMPTS + 1):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(corrections.LOCK, values)
                cursor.execute(corrections.statement(frozenset(FIELDS)), values)
                row = cursor.fetchone()
        except IntegrityError:  # stored by another since; the next attempt finds it
            if attempt == corrections.ATTEMPTS:
                raise
        else:
            return None if row is None else Restored(row[0], row[3], row[4])
    raise AssertionError("unreachable")


class VersionsAdmin(CuratorAdmin):
    """Adds the page that compares versions, and restoring one."""

    def versions_view(self, request: HttpRequest, object_id: uuid.UUID) -> HttpResponse:
        """Show the versions of a memory and the differences between two of them."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        memory = Memory.objects.defer("search_vector", "context_vector", "summary_vector").filter(pk=object_id).first()
        if memory is None:
            return self.vanished(request, str(object_id))
        new = min(whole_number(request.GET.get("new", "")) or memory.version, memory.version)
        old = min(whole_number(request.GET.get("old", "")) or max(new - 1, 1), memory.version)
        old, new = sorted((old, new))
        before, after = state(memory, old), state(memory, new)
        changes, unchanged = compared(before, after) if before and after else ([], [])
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "memory": memory,
            "title": f"Version {new} compared with version {old}" if old < new else "Versions",
            "old": old,
            "new": new,
            "changes": changes,
            "unchanged": unchanged,
            "history": versions(memory),
            "restorable": [number for number in (old, new) if number != memory.version],
            "may_restore": self.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/memories/memory/versions.html", context)

    def restore_version_view(self, request: HttpRequest, object_id: uuid.UUID) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        page = HttpResponseRedirect(reverse("admin:memories_memory_versions", args=[object_id]))
        if request.method != "POST":
            return page
        version = whole_number(request.POST.get("version", ""))
        seen = parse_datetime(request.POST.get("seen", "")) if request.POST.get("seen") else None
        memory = Memory.objects.filter(pk=object_id).first()
        if memory is None:
            return self.vanished(request, str(object_id))
        with transaction.atomic():
            outcome = restore(memory, version, provenance.curator(request.user.get_username()), seen)
            text, level = _told(memory, version, outcome)
            if level == messages.SUCCESS:
                self.log_change(request, memory, str(text))
        self.message_user(request, text, level)
        if level == messages.SUCCESS:
            return HttpResponseRedirect(reverse("admin:memories_memory_change", args=[object_id]))
        return page


def _told(memory: Memory, version: int, outcome: Restored | None) -> tuple[str, int]:
    """Return the message about a restoring, and its level."""
    if outcome is None:
        return f"There is no version {version} of this memory. Nothing was restored.", messages.WARNING
    if outcome.is_conflict:
        return "The memory was changed meanwhile. Nothing was restored; compare its versions again.", messages.WARNING
    if outcome.existing_id is not None:
        text = (
            'Version {} cannot be restored: its content is stored already, as <a href="{}">{}</a>. Nothing was changed.'
        )
        address = reverse("admin:memories_memory_change", args=[outcome.existing_id])
        return format_html(text, version, address, outcome.existing_id), messages.WARNING
    if outcome.version == memory.version:
        return f"Version {version} says what the memory says now. Nothing was changed.", messages.INFO
    return f"Restored version {version}, as version {outcome.version}.", messages.SUCCESS
