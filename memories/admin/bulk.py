"""Bulk actions on memories, in batches: delete, restore or erase them, change their tags, move them to another project.

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
from memories.admin.base import whole_number
from memories.admin.forms import TagOperationForm
from memories.db import named_sql
from memories.models import Memory

if TYPE_CHECKING:
    from memories.admin.base import CuratorAdmin

BATCH = 2_000  # memories per transaction and entry in the audit trail
STEP_SECONDS = 1.0
SAMPLE = 20
FORM_FIELDS = (*TagOperationForm.base_fields, "to_project")  # posted again with each step

sql = named_sql.read(__file__, "bulk")


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
    why_staying: str = ""  # why some of the selected memories cannot change

    def run(self, ids: list[uuid.UUID]) -> list[audit.Row]:
        with connection.cursor() as cursor:
            cursor.execute(self.statement, {"ids": ids, **self.parameters})
            rows: list[audit.Row] = cursor.fetchall()
        return rows

    def whole(self, ids: list[Any], queryset: QuerySet[Any]) -> list[Any]:
        """Return a batch with what must not be parted from it."""
        return ids

    def where(self, count: int) -> str:
        """Return where so many memories are moved to, to follow their number."""
        return ""

    def happens(self, count: int) -> str:
        return f"{self.doing} {_memories(count)}{self.where(count)}"

    def happened(self, count: int) -> str:
        return f"{self.done} {_memories(count)}{self.where(count)}"

    def stayed(self, scope: Scope) -> str:
        return f"{_memories(scope.staying)} stayed, {self.why_staying}." if scope.staying else ""


DELETE = Operation("delete", "delete", DELETION, sql["delete"], "Deleting", "Deleted", "Delete these memories?")


def retag(old: list[str], new: str | None) -> Operation:
    names = ", ".join(old)
    if new is None:
        words = ("Removing the tag from", f"Removed {names} from", f"Remove {names} from these memories?")
    else:
        words = ("Changing the tags of", f"Changed {names} to {new} on", f"Change {names} to {new} on these memories?")
    return Operation("tags", "change", CHANGE, sql["retag"], *words, {"old": old, "new": new})


@dataclass(frozen=True)
class Scope:
    """The selected memories: selected one by one, or all that match the list's search and filters."""

    queryset: QuerySet[Any]
    words: str
    across: bool
    ids: list[str]
    parameters: str  # query string of the list, without the page
    whole: bool  # whether there is neither search nor filter
    total: int | None = None  # how many change, if not all of them
    staying: int = 0  # how many cannot change, for the page to say
    has_predecessors: bool = False  # whether they superseded memories that are not selected
    context: dict[str, Any] = field(default_factory=dict)  # more for the page that asks

    def count(self) -> int:
        if self.total is not None:
            return self.total
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
            found.append((str(spec.title), " to ".join(map(getattr(spec, "named", str), values))))
    return found


def respond(admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope) -> HttpResponse:
    """Handle the posted form: ask for confirmation, run the next step, or report the result."""
    if request.POST.get("confirmed") != "1":
        return _ask(admin, request, operation, scope)
    total, done = whole_number(request.POST.get("total", "")), whole_number(request.POST.get("done", ""))
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
        _tell(admin, request, operation, scope, changed, total)
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
        title=operation.happened(changed) if finished else operation.happens(total),
    )


def _batch(
    request: HttpRequest, operation: Operation, scope: Scope, queryset: QuerySet[Any], most: int
) -> list[audit.Row]:
    """Change and record the next batch; return an empty list if nothing is left."""
    ids = list(queryset.order_by().values_list("pk", flat=True)[: min(BATCH, most)])
    if not ids:
        return []
    ids = operation.whole(ids, queryset)
    with transaction.atomic():
        provenance.attribute(provenance.curator(request.user.get_username()))
        rows = operation.run(ids)
        if rows:
            audit.log_batch(request, operation.flag, operation.happened(len(rows)), rows, selection=scope.words)
    return rows


def _ask(admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope) -> HttpResponse:
    total = scope.count()
    if not total:
        nothing = "Nothing to do: no memory matches any more, or all were deleted meanwhile."
        admin.message_user(request, operation.stayed(scope) or nothing, messages.WARNING)
        return HttpResponseRedirect(_list_address(admin, scope))
    sample = scope.queryset.defer(None).only("summary", "tags", "created_at", "content_length", "project")[:SAMPLE]
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
    if scope.staying:
        hidden.append(("staying", str(scope.staying)))
    hidden += [(name, request.POST[name]) for name in FORM_FIELDS if name in request.POST]
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "operation": operation,
        "scope": scope,
        "hidden": hidden,
        "stayed": operation.stayed(scope),
        "form_url": f"{address}?{scope.parameters}",
        "list_url": _list_address(admin, scope),
        **scope.context,
        **more,
    }
    return TemplateResponse(request, "admin/memories/memory/bulk.html", context)


def choose(
    admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope, **context: Any
) -> HttpResponse:
    """Show the form for what to do to the memories; the context has form, title and suggestions."""
    return _page(admin, request, operation, scope, stage="choosing", **context)


def _tell(
    admin: CuratorAdmin, request: HttpRequest, operation: Operation, scope: Scope, changed: int, total: int
) -> None:
    text = f"{operation.happened(changed)}. {operation.stayed(scope)}".rstrip()
    if changed < total:
        text += f" {total - changed:,} had been deleted or changed by someone else meanwhile."
    admin.message_user(request, text, messages.SUCCESS if changed else messages.WARNING)


def _list_address(admin: CuratorAdmin, scope: Scope) -> str:
    address = reverse(f"admin:memories_{admin.opts.model_name}_changelist")
    return f"{address}{'?' * bool(scope.parameters)}{scope.parameters}"


def _database_time() -> datetime.datetime:
    """Return the current time by the clock that sets `created_at`."""
    with connection.cursor() as cursor:
        cursor.execute(sql["now"])
        row = cursor.fetchone()
    moment: datetime.datetime = row[0]
    return moment


def _memories(count: int) -> str:
    return f"{count:,} {'memory' if count == 1 else 'memories'}"
