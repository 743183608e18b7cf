"""The current selection or result as JSON lines or CSV, row by row."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q
from django.http import StreamingHttpResponse
from django.utils import timezone

from memories.models import Memory, ProcessedMemory
from memories.querysets import MemoryQuerySet

CHUNK = 50  # rows that the cursor fetches at once: fifty megabytes where each is as large as one may be
PLAIN = ("id", "content", "content_hash", "context", "summary", "tags", "metadata", "created_at", "updated_at")
PROCESSED = ("insights", "entities", "sentiment", "has_embedding", "processing_version", "processed_at")
# A spreadsheet takes a text that begins like this for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """A file that hands back what is written, for `csv` to write into."""

    def write(self, value: str) -> str:
        return value


def jsonl(queryset: MemoryQuerySet) -> StreamingHttpResponse:
    """One memory a line, in the shape in which agents get it."""
    lines = (json.dumps(row, ensure_ascii=False, default=_text) + "\n" for row in _rows(queryset))
    return _download(lines, "application/x-ndjson", "jsonl")


def as_csv(queryset: MemoryQuerySet) -> StreamingHttpResponse:
    """One memory a row; JSON values as JSON, and no cell that a spreadsheet would run as a formula."""
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield writer.writerow([*PLAIN, *PROCESSED])
        for row in _rows(queryset):
            processed = row["processed"] or {}
            cells = [row[name] for name in PLAIN] + [processed.get(name) for name in PROCESSED]
            yield writer.writerow([_cell(value) for value in cells])

    return _download(lines(), "text/csv; charset=utf-8", "csv")


def _download(lines: Iterator[str], content_type: str, ending: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=content_type)
    name = f"memories-{timezone.now():%Y-%m-%d-%H%M%S}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _rows(queryset: MemoryQuerySet) -> Iterator[dict[str, Any]]:
    embedded = ExpressionWrapper(Q(embeddings__isnull=False), output_field=BooleanField())
    processed = ProcessedMemory.objects.annotate(has_embedding=embedded).defer("embeddings")
    processed = processed.order_by("processing_version")
    whole = queryset.defer(None).defer("search_vector", "content_length")
    # In a transaction the cursor reads on as the client takes rows; outside, it would copy them all first.
    with transaction.atomic():
        for memory in whole.prefetch_related(Prefetch("processed", processed)).iterator(chunk_size=CHUNK):
            yield _row(memory)


def _row(memory: Memory) -> dict[str, Any]:
    versions = list(memory.processed.all())
    newest = versions[-1] if versions else None
    row = {name: getattr(memory, name) for name in PLAIN}
    row["processed"] = None if newest is None else {name: getattr(newest, name) for name in PROCESSED}
    return row


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    text = _text(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _text(value: Any) -> str:
    """Times as RFC 3339, as agents get them; ids as text."""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime.datetime) else str(value)
