"""The admin of processed memories, the agents' enrichment of memories."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from memories.admin import rendering
from memories.admin.base import CuratorAdmin
from memories.admin.filters import EmbeddingFilter, SentimentFilter
from memories.models import ProcessedMemory


class ProcessedMemoryAdmin(CuratorAdmin):
    counter_kind = "processed"
    memory_column = "memory_id"
    list_display = ("what", "processing_version", "sentiment_column", "embedding", "processed")
    list_only = ("memory__summary", "processing_version", "sentiment", "processed_at")
    list_select_related = ("memory",)
    list_filter = (EmbeddingFilter, SentimentFilter)
    # The memory's time has an index.
    ordering = ("-memory__created_at",)
    search_help_text = "Ask a question in plain words; finds the processing of the matching memories."
    fields = (
        "memory_link",
        "processing_version",
        "processed_at",
        "sentiment",
        "embedding",
        "embedding_model",
        "insight_text",
        "entity_text",
    )
    readonly_fields = fields
    sortable_by = ()
    actions_on_bottom = True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        embedded = ExpressionWrapper(Q(embeddings__isnull=False), output_field=BooleanField())
        return super().get_queryset(request).defer("embeddings").annotate(embedded=embedded)

    def get_actions(self, request: HttpRequest) -> Any:
        return {}  # deleted only with its memory

    @admin.display(description="memory")
    def what(self, processed: ProcessedMemory) -> SafeString:
        return format_html("<bdi>{}</bdi>", processed.memory.summary or "—")

    @admin.display(description="sentiment")
    def sentiment_column(self, processed: ProcessedMemory) -> SafeString:
        if processed.sentiment is None:
            return rendering.NONE
        return format_html('<span class="number">{}</span>', f"{processed.sentiment:+.2f}")

    @admin.display(description="embedding")
    def embedding(self, processed: Any) -> SafeString:
        return rendering.presence(bool(processed.embedded))

    @admin.display(description="processed")
    def processed(self, processed: ProcessedMemory) -> SafeString:
        return rendering.moment(processed.processed_at)

    @admin.display(description="memory")
    def memory_link(self, processed: ProcessedMemory) -> SafeString:
        address = reverse("admin:memories_memory_change", args=[processed.memory_id])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, processed.memory.summary)

    @admin.display(description="insights")
    def insight_text(self, processed: ProcessedMemory) -> SafeString | str:
        return rendering.json_text(processed.insights) or "none"

    @admin.display(description="entities")
    def entity_text(self, processed: ProcessedMemory) -> SafeString | str:
        return rendering.json_text(processed.entities) or "none"
