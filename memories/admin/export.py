"""Exports the current selection or result as JSON lines or CSV, row by row."""

from __future__ import annotations

import csv
import datetime
import json
import unicodedata
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q
from django.http import StreamingHttpResponse
from django.utils import timezone

from memories.models import Memory, ProcessedMemory
from memories.records import PROCESSED_FIELDS, STORED_FIELDS
from memories.search.querysets import MemoryQuerySet

CHUNK = 50  # rows that the cursor fetches at once: fifty megabytes at most
JSON_VALUES = {"tags", "metadata", "insights", "entities"}
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel reads the file in a local code page
# Spreadsheets run text that begins like this as a formula (OWASP, "CSV Injection"). Compatibility forms, such as
# full-width ones, count as well.
_FORMULA = ("=", "+", "-", "@", "\u2212")
_CONTROLS = ("\t", "\r", "\n")
# Invisible letters and symbols, besides white space, control characters, format characters and marks.
_BLANK = set("\u115f\u1160\u2800\u3164\uffa0\U0001d159")


class _Echo:
    """A file for `csv` whose `write` returns the text."""

    def write(self, value: str) -> str:
        return value


def jsonl(queryset: MemoryQuerySet) -> StreamingHttpResponse:
    """Export one memory per line, in the shape that agents get."""
    lines = (json.dumps(row, ensure_ascii=False, default=_text) + "\n" for row in _rows(queryset))
    return _download(lines, "application/x-ndjson", "jsonl")


def as_csv(queryset: MemoryQuerySet) -> StreamingHttpResponse:
    """Export one memory per row, in UTF-8 with a byte order mark; JSON values as JSON, numbers as numbers.

    Text that a spreadsheet could run as a formula, or that begins with an apostrophe, is prefixed with an apostrophe.
    Removing one leading apostrophe, if there is one, restores the exact text.
    """
    header = csv.writer(_Echo())
    # All cells are quoted, because some programs also split unquoted cells at semicolons or tabs.
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL)

    def lines() -> Iterator[str]:
        yield BYTE_ORDER_MARK + header.writerow([*STORED_FIELDS, *PROCESSED_FIELDS])
        for row in _rows(queryset):
            whole = {**row, **(row["processed"] or {})}
            yield writer.writerow([_cell(name, whole.get(name)) for name in (*STORED_FIELDS, *PROCESSED_FIELDS)])

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
    # In a transaction, the cursor reads rows as the client takes them; otherwise it would copy all of them first.
    with transaction.atomic():
        for memory in whole.prefetch_related(Prefetch("processed", processed)).iterator(chunk_size=CHUNK):
            yield _row(memory)


def _row(memory: Memory) -> dict[str, Any]:
    versions = list(memory.processed.all())
    newest = versions[-1] if versions else None
    row = {name: getattr(memory, name) for name in STORED_FIELDS}
    row["processed"] = None if newest is None else {name: getattr(newest, name) for name in PROCESSED_FIELDS}
    return row


def _cell(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in JSON_VALUES:
        return json.dumps(value, ensure_ascii=False)  # begins like a formula only if it is a negative number
    if isinstance(value, bool | int | float):
        return value
    text = _text(value)
    return f"'{text}" if text.startswith(("'", *_CONTROLS)) or _may_be_formula(text) else text


def _may_be_formula(text: str) -> bool:
    """Whether the first visible character starts a formula."""
    seen = next((character for character in text if not _is_invisible(character)), "")
    return unicodedata.normalize("NFKC", seen).startswith(_FORMULA)


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character)[0] in "ZCM" or character in _BLANK


def _text(value: Any) -> str:
    """Format times as RFC 3339, as agents get them, and ids as text."""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime.datetime) else str(value)
