"""The filters of the lists. Each uses an index, to stay fast with a million memories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest
from rangefilter.filters import DateRangeFilter, NumericRangeFilter  # type: ignore[import-untyped]

from memories.admin import counters
from memories.models import Memory, ProcessedMemory

_CHOICES = "_codex_memory_choices"

# Sentiments further from zero than this count as negative or positive.
NEUTRAL = 0.25
SENTIMENTS: dict[str, tuple[str, Q]] = {
    "negative": ("Negative", Q(sentiment__lt=-NEUTRAL)),
    "neutral": ("Neutral", Q(sentiment__gte=-NEUTRAL, sentiment__lte=NEUTRAL)),
    "positive": ("Positive", Q(sentiment__gt=NEUTRAL)),
}
# Lower bound inclusive, upper exclusive, in characters of content.
SIZES: dict[str, tuple[str, int, int | None]] = {
    "small": ("Below 1,000 characters", 0, 1_000),
    "medium": ("1,000 to 10,000", 1_000, 10_000),
    "large": ("10,000 to 100,000", 10_000, 100_000),
    "huge": ("100,000 and more", 100_000, None),
}


def choices_of(request: HttpRequest) -> counters.Choices:
    """Return the available tags, languages and types, read once for all filters of a page."""
    known = getattr(request, _CHOICES, None)
    if known is None:
        known = counters.choices()
        setattr(request, _CHOICES, known)
    return known


def hidden_fields(changelist: ChangeList, own: Sequence[str | None]) -> list[tuple[str, str]]:
    """Return the hidden fields of a filter's form: all parameters of the page except its own and the page number."""
    return [
        (name, value)
        for name, values in changelist.filter_params.items()
        if name not in own and name != PAGE_VAR
        for value in values
    ]


class CountedChoices(admin.SimpleListFilter):
    """A filter whose choices may have a count, and always include the active one."""

    template = "admin/counted_filter.html"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        raise NotImplementedError

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self.counts = self.counted(request)
        names = list(self.counts)
        if (value := self.value()) and value not in names:
            names.append(value)
        return [(name, name) for name in names]

    def has_output(self) -> bool:
        return True

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        names = ["", *(name for name, _ in self.lookup_choices)]
        for choice, name in zip(super().choices(changelist), names, strict=True):
            yield {**choice, "count": self.counts.get(name)}


class TypedChoices(CountedChoices):
    """A filter that lists the most frequent choices only; others can be typed."""

    template = "admin/typed_filter.html"
    typed_label: str

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        self.hidden = hidden_fields(changelist, self.expected_parameters())
        yield from super().choices(changelist)

    def chosen(self) -> str:
        """Return what was chosen or typed; "" is nothing."""
        return _plain(self.value() or "").strip()


class ActorFilter(TypedChoices):
    """Filters by who did something to a memory: an agent, a curator or another program."""

    typed_label = "Another name"


class TagFilter(TypedChoices):
    """Filters by one tag."""

    title = "tag"
    parameter_name = "tag"
    typed_label = "Another tag"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return choices_of(request).tags

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(tags__overlap=[value]) if (value := self.chosen()) else queryset


class LanguageFilter(CountedChoices):
    """Filters memories by the language of their patterns, without counts, as the counters count patterns."""

    title = "language of its patterns"
    parameter_name = "language"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return dict.fromkeys(choices_of(request).languages, 0)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not (value := self.value()):
            return queryset
        patterns: Any = Memory._meta.get_field("patterns").related_model
        return queryset.filter(Exists(patterns.objects.filter(memory=OuterRef("pk"), language=_plain(value))))


class EmbeddingFilter(admin.SimpleListFilter):
    title = "embedding"
    parameter_name = "embedding"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "With an embedding"), ("no", "Without")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in ("yes", "no"):
            return queryset
        if queryset.model is ProcessedMemory:
            return queryset.filter(embeddings__isnull=self.value() == "no")
        return queryset.filter(has_embedding=self.value() == "yes")


class SentimentFilter(admin.SimpleListFilter):
    title = "sentiment"
    parameter_name = "sentiment"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, (label, _) in SENTIMENTS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if (value := self.value()) not in SENTIMENTS:
            return queryset
        condition = SENTIMENTS[value][1]
        if queryset.model is ProcessedMemory:
            return queryset.filter(condition)
        return queryset.filter(Exists(ProcessedMemory.objects.filter(condition, memory=OuterRef("pk"))))


class SizeFilter(admin.SimpleListFilter):
    title = "size"
    parameter_name = "size"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, (label, _, _) in SIZES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if (value := self.value()) not in SIZES:
            return queryset
        _, least, below = SIZES[value]
        found = queryset.filter(content_length__gte=least)
        return found if below is None else found.filter(content_length__lt=below)


class StoredByFilter(ActorFilter):
    """Filters by who stored a memory, without counts."""

    title = "who stored it"
    parameter_name = "stored_by"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return dict.fromkeys(choices_of(request).actors[self.parameter_name], 0)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(stored_by=value) if (value := self.chosen()) else queryset


class ChangedByFilter(StoredByFilter):
    """Filters by who changed a memory last."""

    title = "who changed it last"
    parameter_name = "changed_by"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not (value := self.chosen()):
            return queryset
        return queryset.filter(changed_by=value, updated_at__gt=F("created_at"))


class PatternLanguageFilter(CountedChoices):
    title = "language"
    parameter_name = "language"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return choices_of(request).languages

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(language=_plain(value)) if (value := self.value()) else queryset


class PatternTypeFilter(CountedChoices):
    title = "type"
    parameter_name = "type"

    def counted(self, request: HttpRequest) -> dict[str, int]:
        return choices_of(request).types

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(pattern_type=_plain(value)) if (value := self.value()) else queryset


class PlainFormMixin:
    """Gives django-admin-rangefilter's filters a plain HTML form; theirs need inline scripts and styles."""

    template = "admin/range_filter.html"
    widget: type[forms.Widget]
    labels = ("From", "To")
    attributes: dict[str, Any] = {}

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        own = self.expected_parameters()  # type: ignore[attr-defined]
        yield {
            "hidden": hidden_fields(changelist, own),
            "active": any(name in changelist.filter_params for name in own),
            "query_string": changelist.get_query_string(remove=own),
        }

    def _get_form_fields(self) -> dict[str, forms.Field]:
        fields: dict[str, forms.Field] = super()._get_form_fields()  # type: ignore[misc]
        for field, label in zip(fields.values(), self.labels, strict=True):
            field.label = label
            field.localize = False
            field.widget = self.widget(attrs=self.attributes)
        return fields


class DayRangeFilter(PlainFormMixin, DateRangeFilter):  # type: ignore[misc] # untyped
    """Filters by day in UTC, both ends inclusive."""

    widget = forms.DateInput
    attributes = {"type": "date"}


class ShareRangeFilter(PlainFormMixin, NumericRangeFilter):  # type: ignore[misc] # untyped
    """Filters by a number from 0 to 1, both ends inclusive."""

    widget = forms.NumberInput
    attributes = {"min": 0, "max": 1, "step": "0.01"}


def _plain(value: str) -> str:
    return value.replace("\x00", "")
