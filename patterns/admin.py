"""The admin of code patterns."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from memories.admin import rendering, search
from memories.admin.base import CuratorAdmin
from memories.admin.filters import PatternLanguageFilter, PatternTypeFilter, ShareRangeFilter
from patterns.models import CodePattern

CONTEXT_LINES = 3  # shown above and below a pattern's line
LONGEST_LINE = 2_000
ELSEWHERE = 20  # other memories with the same signature


@admin.register(CodePattern)
class CodePatternAdmin(CuratorAdmin):
    counter_kind = "pattern"
    memory_column = "memory_id"
    list_display = ("signature", "pattern_type", "language", "share", "sureness", "what")
    list_only = ("pattern_signature", "pattern_type", "language", "frequency", "confidence", "memory__summary")
    list_select_related = ("memory",)
    list_filter = (
        PatternTypeFilter,
        PatternLanguageFilter,
        ("frequency", ShareRangeFilter),
        ("confidence", ShareRangeFilter),
    )
    ordering = ("-frequency",)
    sortable_by = ("share", "sureness")
    search_help_text = "The beginning of a signature as shown here, or a question in plain words about its memory."
    fields = ("pattern_signature",)
    readonly_fields = fields
    actions_on_bottom = True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> Any:
        return {}  # no deletion: the next analysis would restore the pattern

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        return lookup == "memory" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        term = search.cleaned(search_term)
        if term and (beginning := queryset.filter(pattern_signature__startswith=term)).exists():
            return beginning, False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="signature")
    def signature(self, pattern: CodePattern) -> SafeString:
        return format_html("<code>{}</code>", pattern.pattern_signature)

    @admin.display(description="frequency", ordering="frequency")
    def share(self, pattern: CodePattern) -> SafeString:
        return format_html('<span class="number">{}</span>', f"{pattern.frequency:.0%}")

    @admin.display(description="confidence", ordering="confidence")
    def sureness(self, pattern: CodePattern) -> SafeString:
        return format_html('<span class="number">{}</span>', f"{pattern.confidence:.0%}")

    @admin.display(description="memory")
    def what(self, pattern: CodePattern) -> SafeString:
        address = reverse("admin:memories_memory_change", args=[pattern.memory_id])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, pattern.memory.summary or "—")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        pattern = kwargs.get("obj")
        if isinstance(pattern, CodePattern):
            same = CodePattern.objects.filter(
                pattern_signature=pattern.pattern_signature,
                pattern_type=pattern.pattern_type,
                language=pattern.language,
            ).exclude(memory=pattern.memory_id)
            elsewhere = same.select_related("memory").only("frequency", "memory__summary", "memory__created_at")
            context |= {
                "pattern": pattern,
                "passages": _passages(pattern),
                "features": rendering.json_text(pattern.ast_features),
                "elsewhere": [(other, rendering.ago(other.memory.created_at)) for other in elsewhere[:ELSEWHERE]],
                "elsewhere_is_cut": same[ELSEWHERE : ELSEWHERE + 1].exists(),
                "title": "Code pattern",
                "subtitle": None,
            }
        return super().render_change_form(request, context, *args, **kwargs)


def _passages(pattern: CodePattern) -> list[SafeString]:
    """Return the pattern's lines with their neighbours, highlighted."""
    features = pattern.ast_features if isinstance(pattern.ast_features, dict) else {}
    found = features.get("lines")
    numbers = sorted({n for n in found if isinstance(n, int) and n > 0}) if isinstance(found, list) else []
    lines = pattern.memory.content.split("\n")
    passages: list[SafeString] = []
    shown = 0
    for number in numbers[:10]:
        first, last = max(number - CONTEXT_LINES, shown + 1, 1), min(number + CONTEXT_LINES, len(lines))
        if number <= shown or first > last:
            continue
        text = "\n".join(line.rstrip("\r")[:LONGEST_LINE] for line in lines[first - 1 : last])
        passages.append(rendering.code(text, pattern.language, first_line=first))
        shown = last
    return passages
