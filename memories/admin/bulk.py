"""Bulk actions on memories, in batches: delete them, rename, merge and remove their tags, restore them or erase them.

The curator first sees how many memories are affected, and a sample. Each request then works for about a second and
reports its progress; the page requests the next step automatically. Requests therefore never time out, no rows are
loaded, and closing the page stops between two batches. Each batch is a transaction with an entry in the audit trail.
"""

from __future__ import annotations

import datetime
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, DELETION
from django.contrib.admin.views.main import ALL_VAR, PAGE_VAR
from django.db import connection, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from memories import provenance
from memories.admin import audit, counters
from memories.admin.forms import TagOperationForm
from memories.db import named_sql
from memories.models import Memory

if TYPE_CHECKING:
    from memories.admin.base import CuratorAdmin

BATCH = 2_000  # memories per transaction and entry in the audit trail
STEP_SECONDS = 1.0
SAMPLE = 20

_sql = named_sql.read(__file__, "bulk")


@dataclass(frozen=True)
class Operation:
    """A bulk action: its statement and its texts."""

    name: str
    permission: str
    flag: int
    statement: str
    doing: str
    done: str
    question: str
    parameters: dict[str, Any] = field(default_factory=dict)
    since: str = "created_at"  # the column with the time since when a row is there

    def run(self, ids: list[uuid.UUID]) -> list[audit.Row]:
        with connection.cursor() as cursor:
            cursor.execute(self.statement, {"ids": ids, **self.parameters})
            rows: list[audit.Row] = cursor.fetchall()
        return rows


DELETE = Operation("delete", "delete", DELETION, _sql["delete"], "Deleting", "Deleted", "Delete these memories?")


def retag(old: list[str], new: str | None) -> Operation:
    names = ", ".join(old)
    if new is None:
        words = ("Removing the tag from", f"Removed {names} from", f"Remove {names} from these memories?")
    else:
        words = ("Changing the tags of", f"Changed {names} to {new} on", f"Change {names} to {new} on these memories?")
    return Operation("tags", "change", CHANGE, _sql["retag"], *words, {"old": old, "new": new})


@dataclass(frozen=True)
class Scope:
    """The selected memories: selected one by one, or all that match the list's search and filters."""

    queryset: QuerySet[Any]
    words: str
    across: bool
    ids: list[str]
    parameters: str  # query string of the list, without the page
    whole: bool  # whether there is neither search nor filter

    def count(self) -> int:
        return counters.total("memories") if self.whole else self.queryset.order_by().count()


def scope_of(admin: CuratorAdmin, request: HttpRequest) -> Scope:
    """Return the memories selected by the form, or by the filters in the address."""
    filters = request.GET.copy()
    for name in (PAGE_VAR, ALL_VAR):
        filters.pop(name, None)
    parameters = filters.urlencode()
    if request.POST.get("select_across") != "1":
        ids = [value for value in request.POST.getlist(ACTION_CHECKBOX_NAME) if admin.is_key(value)]
        return Scope(
            admin.model._default_manager.filter(pk__in=ids), "selected one by one", False, ids, parameters, False
        )
    request.GET = filters  # type: ignore[assignment] # a copy, which is mutable
    changelist = admin.get_changelist_instance(request)
    words = "; ".join(f"{name}: {value}" for name, value in filters_in_words(changelist))
    queryset = changelist.get_queryset(request)
    whole = not words and admin.model is Memory
    return Scope(queryset, words or f"all {admin.opts.verbose_name_plural}", True, [], parameters, whole)


def filters_in_words(changelist: Any) -> list[tuple[str, str]]:
    """Return the active search and filters, each with its value."""
    found = [("search", changelist.query)] if changelist.query else []
    for spec in changelist.filter_specs:
        values = [changelist.params[name] for name in spec.expected_parameters() if changelist.params.get(name)]
        if values:
            found.append((str(spec.title), " to ".join(values)))
    return found


def respond(admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope) -> HttpResponse:
    """Handle the posted form: ask for confirmation, run the next step, or report the result."""
    if request.POST.get("confirmed") != "1":
        return _ask(admin, request, operation, scope)
    total, done = _number(request, "total"), _number(request, "done")
    confirmed = parse_datetime(request.POST.get("confirmed_at", "")) or timezone.now()
    queryset = scope.queryset
    if scope.across:
        # The curator did not confirm rows that came after the question.
        queryset = queryset.filter(**{f"{operation.since}__lte": confirmed})
    # The first response comes after one batch, so that the curator sees progress at once.
    deadline = time.monotonic() + (STEP_SECONDS if done else 0)
    changed, finished = done, done >= total
    while not finished:
        rows = _batch(request, operation, scope, queryset, total - changed)
        changed += len(rows)
        finished = not rows or changed >= total or not scope.across
        if time.monotonic() > deadline:
            break
    if finished and not done:
        _tell(admin, request, operation, changed, total)
        return HttpResponseRedirect(_list_address(admin, scope))
    seconds = (timezone.now() - confirmed).total_seconds()
    return _page(
        admin,
        request,
        operation,
        scope,
        stage="finished" if finished else "running",
        total=total,
        done=changed,
        confirmed_at=confirmed,
        seconds=seconds,
        title=f"{operation.done} {_memories(changed)}" if finished else f"{operation.doing} {_memories(total)}",
    )


def _batch(
    request: HttpRequest, operation: Operation, scope: Scope, queryset: QuerySet[Any], most: int
) -> list[audit.Row]:
    """Change and record the next batch; return an empty list if nothing is left."""
    ids = list(queryset.order_by().values_list("pk", flat=True)[: min(BATCH, most)])
    if not ids:
        return []
    with transaction.atomic():
        provenance.attribute(provenance.curator(request.user.get_username()))
        rows = operation.run(ids)
        if rows:
            what = f"{operation.done} {_memories(len(rows))}"
            audit.log_batch(request, operation.flag, what, rows, selection=scope.words)
    return rows


def _ask(admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope) -> HttpResponse:
    total = scope.count()
    if not total:
        admin.message_user(
            request,
            "Nothing to do: no memory matches any more, or all were deleted meanwhile.",
            messages.WARNING,
        )
        return HttpResponseRedirect(_list_address(admin, scope))
    sample = scope.queryset.defer(None).only("summary", "tags", "created_at", "content_length")[:SAMPLE]
    return _page(
        admin,
        request,
        operation,
        scope,
        stage="asking",
        total=total,
        done=0,
        confirmed_at=_database_time(),
        sample=list(sample),
        title=operation.question,
    )


def _page(admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope, **more: Any) -> HttpResponse:
    address = reverse(f"admin:memories_{admin.opts.model_name}_bulk_{operation.name}")
    hidden = [(ACTION_CHECKBOX_NAME, value) for value in scope.ids]
    if scope.across:
        hidden.append(("select_across", "1"))
    hidden += [(name, request.POST[name]) for name in TagOperationForm.base_fields if name in request.POST]
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "operation": operation,
        "scope": scope,
        "hidden": hidden,
        "form_url": f"{address}?{scope.parameters}",
        "list_url": _list_address(admin, scope),
        **getattr(request, "_codex_memory_blocked", {}),
        **more,
    }
    return TemplateResponse(request, "admin/memories/memory/bulk.html", context)


def choose_tags(admin: CuratorAdmin, request: HttpRequest, form: TagOperationForm, scope: Scope) -> HttpResponse:
    """Show the form for the tags to change."""
    context = {"form": form, "stage": "choosing", "title": "Change tags", "suggestions": counters.top_tags(200)}
    return _page(admin, request, retag([], None), scope, **context)


def _tell(admin: CuratorAdmin, request: HttpRequest, operation: Operation, changed: int, total: int) -> None:
    text = f"{operation.done} {_memories(changed)}."
    if changed < total:
        text += f" {total - changed:,} had been deleted or changed by someone else meanwhile."
    admin.message_user(request, text, messages.SUCCESS if changed else messages.WARNING)


def _list_address(admin: CuratorAdmin, scope: Scope) -> str:
    address = reverse(f"admin:memories_{admin.opts.model_name}_changelist")
    return f"{address}{'?' * bool(scope.parameters)}{scope.parameters}"


def _database_time() -> datetime.datetime:
    """Return the current time by the clock that sets `created_at`."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["now"])
        row = cursor.fetchone()
    moment: datetime.datetime = row[0]
    return moment


def _memories(count: int) -> str:
    return f"{count:,} {'memory' if count == 1 else 'memories'}"


def _number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0
