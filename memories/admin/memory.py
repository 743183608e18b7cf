"""The admin of memories: list, page and actions."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import CHANGE, DELETION, LogEntry
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from memories import provenance
from memories.admin import audit, bulk, counters, export, memory_page, projects, rendering, search
from memories.admin.filters import (
    ChangedByFilter,
    DayRangeFilter,
    EmbeddingFilter,
    LanguageFilter,
    SentimentFilter,
    SizeFilter,
    StoredByFilter,
    TagFilter,
)
from memories.admin.forms import TagOperationForm, TagsForm
from memories.admin.history import VersionsAdmin
from memories.admin.importing import ImportingAdmin
from memories.admin.projects import MovingAdmin, ProjectFilter, SuccessionFilter
from memories.models import Memory

SHOWN_TAGS = 5  # in a row of the list
LISTED_TAGS = 300  # on the page of tags


class MemoryAdmin(ImportingAdmin, MovingAdmin, VersionsAdmin):
    counter_kind = "memories"
    form = TagsForm  # type: ignore[assignment] # invariant
    list_display = ("what", "tag_column", "age", "size", "embedding", "pattern_column")
    list_display_links = None  # the first column has its own link, around the summary only
    list_only = (
        *("summary", "tags", "created_at", "content_length", "has_embedding", "stored_by", "project"),
        *("superseded_by", "superseded_at"),
    )
    list_filter = (
        ProjectFilter,
        TagFilter,
        ("created_at", DayRangeFilter),
        SuccessionFilter,
        EmbeddingFilter,
        SentimentFilter,
        SizeFilter,
        LanguageFilter,
        StoredByFilter,
        ChangedByFilter,
    )
    ordering = ("-created_at",)
    search_help_text = "Ask a question in plain words; the best matches come first."
    actions = ("delete_selected", "change_tags", "move_to_project", "export_jsonl", "export_csv")
    actions_on_bottom = True

    # The list

    def get_rangefilter_created_at_title(self, request: HttpRequest, field_path: str) -> str:
        return "day stored"

    def decorated(self, request: HttpRequest, rows: list[Any], query: str) -> list[Any]:
        term = search.cleaned(query)
        shown = Memory.objects.filter(pk__in=[row.pk for row in rows]).annotate(
            languages=_languages(),
            **(search.headlines(term) if term else {}),
        )
        more = {row["pk"]: row for row in shown.values("pk", *shown.query.annotations)}
        filters: dict[str, Any] = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        for row in rows:
            row.address = add_preserved_filters(filters, reverse("admin:memories_memory_change", args=[row.pk]))
            # Empty if the row was deleted between the two queries.
            row.more = more.get(row.pk, {})
        return rows

    @admin.display(description="summary")
    def what(self, memory: Any) -> SafeString:
        headline = search.marked(memory.more["headline"]) if "headline" in memory.more else memory.summary
        link = format_html('<a href="{}"><bdi>{}</bdi></a>', memory.address, headline or "—")
        if memory.superseded_by is not None:
            link = format_html('{} <span class="superseded">superseded</span>', link)
        link = format_html('{}<div class="origin">{}</div>', link, _origin(memory))
        if search.holds_match(passage := memory.more.get("passage", "")):
            return format_html('{}<div class="passage" dir="auto">{}</div>', link, search.marked(passage))
        return link

    @admin.display(description="tags")
    def tag_column(self, memory: Memory) -> SafeString:
        address = reverse("admin:memories_memory_changelist")
        shown = rendering.tag_list(memory.tags[:SHOWN_TAGS], address)
        if len(memory.tags) > SHOWN_TAGS:
            more = len(memory.tags) - SHOWN_TAGS
            return format_html('<div class="tags">{} <span class="quiet">and {} more</span></div>', shown, more)
        return format_html('<div class="tags">{}</div>', shown)

    @admin.display(description="stored", ordering="created_at")
    def age(self, memory: Memory) -> SafeString:
        return rendering.moment(memory.created_at)

    @admin.display(description="size", ordering="content_length")
    def size(self, memory: Memory) -> SafeString:
        shown = rendering.characters(memory.content_length)
        return format_html('<span class="number" title="{} characters">{}</span>', memory.content_length, shown)

    @admin.display(description="embedding")
    def embedding(self, memory: Any) -> SafeString:
        return rendering.presence(memory.has_embedding)

    @admin.display(description="patterns")
    def pattern_column(self, memory: Any) -> SafeString:
        if not (languages := memory.more.get("languages")):
            return rendering.NONE
        address = f"{reverse('admin:patterns_codepattern_changelist')}?memory={memory.pk}"
        words = format_html_join(
            " ", '<span class="language">{} {}</span>', ((found["count"], found["language"]) for found in languages)
        )
        return format_html('<a href="{}">{}</a>', address, words)

    # The page

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Memory | None:
        queryset = Memory.objects.defer("search_vector")
        if request.method == "POST":
            # Prevents a deletion between reading and writing.
            queryset = queryset.select_for_update()
        try:
            return queryset.filter(pk=uuid.UUID(object_id)).first()
        except ValueError:
            return None

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        memory = kwargs.get("obj")
        if isinstance(memory, Memory):
            whole = request.GET.get("content") == "all"
            context |= {"page": memory_page.context_of(memory, all_content=whole), "title": "Memory", "subtitle": None}
            context["page"]["entries"] = _history(memory) if request.user.has_perm("memories.view_memory") else []
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        # Updates only this column, as an agent may change the rest meanwhile.
        provenance.attribute(provenance.curator(request.user.get_username()))
        Memory.objects.filter(pk=obj.pk).update(tags=obj.tags)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        before, after = form.initial.get("tags") or [], form.cleaned_data.get("tags") or []
        added = [tag for tag in after if tag not in before]
        removed = [tag for tag in before if tag not in after]
        parts = [f"{verb} {', '.join(tags)}" for verb, tags in (("added", added), ("removed", removed)) if tags]
        return f"Tags: {'; '.join(parts) or 'unchanged'}."

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        # The page that asks tells what happens to predecessors.
        memory = self.get_object(request, object_id) if request.method == "GET" else None
        found = {"succession": memory_page.succession(memory)}
        return super().delete_view(request, object_id, {**found, **(extra_context or {})})

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        provenance.attribute(provenance.curator(request.user.get_username()))
        super().delete_model(request, obj)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for memory in queryset:
            row = (memory.pk, memory.content_hash)
            audit.log_batch(
                request,
                DELETION,
                str(memory) or "memory",
                [row],
                selection="on the memory's page",
                object_id=str(memory.pk),
            )

    # Bulk actions

    def get_urls(self) -> list[Any]:
        wrapped = self.admin_site.admin_view
        own = [
            path("bulk/delete/", wrapped(self.bulk_delete_view), name="memories_memory_bulk_delete"),
            path("bulk/tags/", wrapped(self.bulk_tags_view), name="memories_memory_bulk_tags"),
            path("bulk/move/", wrapped(self.bulk_move_view), name="memories_memory_bulk_move"),
            path("<uuid:object_id>/versions/", wrapped(self.versions_view), name="memories_memory_versions"),
            path(
                "<uuid:object_id>/versions/restore/",
                wrapped(self.restore_version_view),
                name="memories_memory_restore_version",
            ),
            path("tags/", wrapped(self.tags_view), name="memories_memory_tags"),
            path("import/", wrapped(self.import_view), name="memories_memory_import"),
        ]
        return own + super().get_urls()

    @admin.action(permissions=["delete"], description="Delete")
    def delete_selected(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        return self.bulk_delete_view(request)

    @admin.action(permissions=["change"], description="Rename, merge or remove tags")
    def change_tags(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        return self.bulk_tags_view(request)

    @admin.action(permissions=["view"], description="Export as JSON lines")
    def export_jsonl(self, request: HttpRequest, queryset: Any) -> HttpResponseBase:
        return export.jsonl(queryset)

    @admin.action(permissions=["view"], description="Export as CSV")
    def export_csv(self, request: HttpRequest, queryset: Any) -> HttpResponseBase:
        return export.as_csv(queryset)

    def bulk_delete_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_delete_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(reverse("admin:memories_memory_changelist"))
        scope = bulk.scope_of(self, request)
        if request.POST.get("confirmed") != "1" and not scope.whole:
            deleted = scope.queryset.order_by().values("pk")
            predecessors = Memory.objects.filter(superseded_by__in=deleted).exclude(pk__in=deleted)
            scope = replace(scope, has_predecessors=predecessors.exists())
        return bulk.respond(self, request, bulk.DELETE, scope)

    def bulk_tags_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseRedirect(reverse("admin:memories_memory_tags"))
        form = TagOperationForm(request.POST if "old" in request.POST else None)
        scope = bulk.scope_of(self, request)
        if not form.is_valid():
            asked = {"form": form, "title": "Change tags", "suggestions": counters.top_tags(200)}
            return bulk.choose(self, request, bulk.retag([], None), scope, **asked)
        old, new = form.tags()
        carrying = replace(scope, queryset=scope.queryset.filter(tags__overlap=old), whole=False)
        return bulk.respond(self, request, bulk.retag(old, new), carrying)

    def tags_view(self, request: HttpRequest) -> HttpResponse:
        """Show all tags with their numbers of memories."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        prefix = search.cleaned(request.GET.get("q", ""))
        tags = counters.top_tags(LISTED_TAGS + 1, prefix)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Tags",
            "prefix": prefix,
            "tags": tags[:LISTED_TAGS],
            "more": len(tags) > LISTED_TAGS,
            "may_change": self.has_change_permission(request),
            "form": TagOperationForm(initial={"old": request.GET.getlist("old")}),
        }
        return TemplateResponse(request, "admin/memories/memory/tags.html", context)


def _origin(memory: Memory) -> SafeString:
    """Render the project of a memory and who stored it, as far as they are known."""
    project = format_html("of {}", projects.link(memory.project)) if memory.project else ""
    source = format_html("by <bdi>{}</bdi>", memory.stored_by) if memory.stored_by else ""
    return format_html_join(" ", "{}", ((part,) for part in (project, source) if part))


def _languages() -> ArraySubquery:
    """Return a subquery for the number of a memory's patterns per language, as a list of objects."""
    patterns: Any = Memory._meta.get_field("patterns").related_model
    found = patterns.objects.filter(memory=OuterRef("pk")).order_by("language").values("language")
    return ArraySubquery(found.annotate(count=Count("pk")).values_list(JSONObject(language="language", count="count")))


def _history(memory: Memory) -> list[dict[str, Any]]:
    """Return the changes that curators made on this memory's page."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Memory), object_id=str(memory.pk), action_flag=CHANGE
    )
    return [
        {"at": entry.action_time, "who": entry.user, "what": entry.get_change_message()}
        for entry in entries.select_related("user").order_by("-action_time")[:20]
    ]
