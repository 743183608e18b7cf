"""The base of the admins of memories, processed memories and patterns: read-only, and fast with a million rows."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, SEARCH_VAR, ChangeList
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property

from memories import limits
from memories.admin import counters, search
from memories.search.steps import Ranking

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[models.Model]
    AnyPaginator = Paginator[Any]
else:
    Admin = admin.ModelAdmin
    AnyPaginator = Paginator

PER_PAGE = 50
COUNTED = 1_000  # rows of a filtered list to count; above, it says "more than"


class BoundedPaginator(AnyPaginator):
    """Takes the count of all rows from the counters, and counts a filtered list up to `COUNTED`."""

    counter_kind: str | None = None  # set if the list is not filtered

    @cached_property
    def count(self) -> int:
        if self.counter_kind is not None:
            return counters.total(self.counter_kind)
        found = cast(QuerySet[Any], self.object_list)
        return found.order_by().values("pk")[: COUNTED + 1].count()

    @cached_property
    def num_pages(self) -> int:
        """The number of pages that load fast; a narrower filter finds the rows beyond."""
        return min(super().num_pages, limits.SEARCH_OFFSET_MAX // self.per_page)

    @property
    def reachable(self) -> int:
        return min(self.count, self.num_pages * self.per_page)


class RankedPaginator(AnyPaginator):
    """Paginates search results whose ids are known, best first."""

    def __init__(self, ranking: Ranking, is_sorted: bool, *args: Any) -> None:
        super().__init__(*args)
        self.ids = ranking.ids
        self.found = max(ranking.found, len(ranking.ids))  # a lower bound; `ids` end with the requested page
        self.is_exact = ranking.exact
        self.is_sorted = is_sorted  # by a column instead of by rank

    def page(self, number: int | str) -> Page[Any]:
        if self.is_sorted:
            return super().page(number)
        number = self.validate_number(number)
        ids = self.ids[(number - 1) * self.per_page : number * self.per_page]
        found = cast(QuerySet[Any], self.object_list)
        return Page(search.in_rank_order(found, ids), number, self)

    @cached_property
    def count(self) -> int:
        return self.found


class BoundedChangeList(ChangeList):
    """A list that knows whether its count is exact, and shows only pages that load fast."""

    model_admin: CuratorAdmin

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        # The count is exact without filters, and up to COUNTED with filters.
        self.is_filtered = bool(self.query) or bool(self.get_filters_params())
        self.count_is_exact = not self.is_filtered or self.result_count <= COUNTED
        self.is_ranked = bool(self.query)
        if self.is_ranked:
            self.count_is_exact = getattr(self.paginator, "is_exact", self.result_count < limits.SEARCH_RANKED_MAX)
        self.is_best = self.is_ranked and self.result_count >= limits.SEARCH_RANKED_MAX
        self.shown_count = min(self.result_count, COUNTED) if self.is_filtered else self.result_count
        self.carried = [
            (name, value) for name, values in self.filter_params.items() if name != SEARCH_VAR for value in values
        ]
        self.without_search = self.get_query_string(remove=[SEARCH_VAR])
        self.is_cut = self.result_count > self.paginator.num_pages * self.list_per_page
        if request.method != "POST":  # an action needs the query, not the page
            self.result_list = self.model_admin.decorated(request, list(self.result_list), self.query)

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        # Omits the content: a page of fifty may have fifty megabytes.
        return super().get_queryset(request, exclude_parameters).only(*self.model_admin.list_only)

    def get_ordering_field_columns(self) -> Any:
        """Return the columns marked as sorted: none if the list is sorted by relevance."""
        if self.query and not self.params.get(ORDER_VAR):
            return {}
        return super().get_ordering_field_columns()


def _wanted(request: HttpRequest) -> int:
    """Return how many ids a page needs from the ranking; actions and other orders need all of them."""
    page = request.GET.get(PAGE_VAR, "1")
    if request.method == "POST" or request.GET.get(ORDER_VAR) or not page.isdecimal() or len(page) > 4:
        return limits.SEARCH_RANKED_MAX
    return min(int(page) * PER_PAGE + 1, limits.SEARCH_RANKED_MAX)


def whole_number(text: str) -> int:
    """Return the number that a text is; 0 if it is none, or too large for the database."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def is_uuid(value: object) -> bool:
    try:
        uuid.UUID(str(value))
    except ValueError:
        return False
    return True


class CuratorAdmin(Admin):
    """The base of the admins. Agents add rows; curators read and delete them."""

    counter_kind: str
    list_only: tuple[str, ...]
    is_key = staticmethod(is_uuid)  # whether a text can be the key of a row
    memory_column = "pk"  # the column with the id of the memory
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # facets would count all rows for each choice of each filter
    list_per_page = PER_PAGE
    list_max_show_all = 0
    search_fields = ("summary",)  # makes Django show the search box; `get_search_results` does the search
    save_as = False

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return BoundedChangeList

    def get_paginator(self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **kwargs: Any) -> Any:
        ranking = getattr(request, "_codex_memory_ranking", None)
        if ranking is not None:
            return RankedPaginator(ranking, bool(request.GET.get(ORDER_VAR)), queryset, per_page)
        paginator = BoundedPaginator(queryset, per_page)
        if not queryset.query.where:
            paginator.counter_kind = self.counter_kind
        return paginator

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Search memories as agents do, sorted by rank unless the user sorts by a column."""
        term = search.cleaned(search_term)
        if not term:
            return queryset, False
        if self.memory_column == "pk":
            ranking = search.ranked(queryset, term, _wanted(request))
            request._codex_memory_ranking = ranking  # type: ignore[attr-defined] # for the paginator's count
            queryset = queryset.model.objects.order_by(*queryset.query.order_by)  # the ids are filtered already
        else:
            ranking = search.ranked(apps.get_model("memories", "Memory").objects.all(), term, limits.SEARCH_RANKED_MAX)
        if request.GET.get(ORDER_VAR):
            return queryset.filter(**{f"{self.memory_column}__in": ranking.ids}), False
        return search.in_rank_order(queryset, ranking.ids, self.memory_column), False

    def decorated(self, request: HttpRequest, rows: list[Any], query: str) -> list[Any]:
        """Add the values of computed columns to the rows of a page, in a fixed number of queries."""
        return rows

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if "\x00" in request.GET.get(SEARCH_VAR, ""):
            # Django's search form rejects NUL and then shows all rows.
            parameters = request.GET.copy()
            parameters[SEARCH_VAR] = search.cleaned(str(parameters[SEARCH_VAR]))
            request.GET = parameters  # type: ignore[assignment]
        if ACTION_CHECKBOX_NAME in request.POST:
            # Django does not validate ids, and fails on an invalid one.
            ticked = request.POST.copy()
            ticked.setlist(ACTION_CHECKBOX_NAME, list(filter(self.is_key, ticked.getlist(ACTION_CHECKBOX_NAME))))
            request.POST = ticked  # type: ignore[assignment]
        title = {"title": str(self.opts.verbose_name_plural).capitalize()}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def vanished(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Report that the object no longer exists, and return to the list."""
        name = self.opts.verbose_name
        self.message_user(
            request, f"The {name} {object_id} no longer exists: it was deleted meanwhile.", messages.WARNING
        )
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        return self.vanished(request, object_id)
