"""Exporting memories as JSON Lines: a header, then one memory per line with all that belongs to it (D26).

Everything is read in one snapshot, in batches of bounded size, so the export is consistent while agents store, and its
size does not matter. PostgreSQL writes the JSON: what it holds is not converted, so an import holds the same.
"""

from __future__ import annotations

import base64
import datetime
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import orjson
import psycopg
from django.conf import settings
from django.db import connection, transaction

from memories.db import named_sql
from memories.moving.parts import Part, parts

FORMAT = 1  # raised by changes that an older import cannot read
HEADER_KEY = "codex_memory_export"
BATCH = 500  # memories to read at once, at most
BATCH_BYTES = 4 * 1024 * 1024  # of contents, unless one memory alone has more
IDS = 5_000  # ids to fetch at once
_VECTOR_HEADER = 4  # bytes before the numbers: how many there are, and two unused ones

_sql = named_sql.read(__file__, "exporting")


@dataclass(frozen=True)
class Filters:
    """Which memories to export; None for all.

    Args:
        projects: names of projects, '' for the memories of none.
        tags: any of these.
        since, until: when they were stored, inclusive.
    """

    projects: Sequence[str] | None = None
    tags: Sequence[str] | None = None
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None

    def parameters(self) -> dict[str, Any]:
        return {
            "projects": None if self.projects is None else list(self.projects),
            "tags": None if self.tags is None else list(self.tags),
            "since": self.since,
            "until": self.until,
        }


@dataclass(frozen=True)
class Export:
    """An export at the time of its snapshot."""

    count: int
    header: bytes
    lines: Iterator[bytes]  # each ends with a line break


@contextmanager
def snapshot(filters: Filters) -> Iterator[Export]:
    """Begin a snapshot; its lines can be read until the block ends.

    Raises:
        psycopg.Error, django.db.Error: the database.
    """
    with transaction.atomic():
        raw = _connection()
        with psycopg.Cursor(raw) as cursor:
            cursor.execute(_sql["begin"])
            row = cursor.execute(_sql["count"], filters.parameters()).fetchone()
        assert row is not None
        yield Export(row[0], _header(filters, row[0]), _lines(raw, filters))


def _connection() -> psycopg.Connection[Any]:
    connection.ensure_connection()
    return cast("psycopg.Connection[Any]", connection.connection)


def _header(filters: Filters, count: int) -> bytes:
    header = {
        HEADER_KEY: FORMAT,
        "version": settings.VERSION,
        "created_at": datetime.datetime.now(datetime.UTC),
        "filters": {
            "projects": filters.projects,
            "tags": filters.tags,
            "from": filters.since,
            "to": filters.until,
        },
        "memories": count,
        "embedding_dimensions": settings.EMBEDDING_DIMENSIONS,
    }
    return orjson.dumps(header, option=orjson.OPT_UTC_Z) + b"\n"


def _lines(raw: psycopg.Connection[Any], filters: Filters) -> Iterator[bytes]:
    with psycopg.ServerCursor(raw, "exported_memories") as ids, psycopg.Cursor(raw) as cursor:
        ids.itersize = IDS
        ids.execute(_sql["ids"], filters.parameters())
        for batch in _batches(ids):
            yield from _read(cursor, batch)


def _batches(rows: Iterator[tuple[Any, int]]) -> Iterator[list[Any]]:
    """Group ids so that no batch has too many memories, or too many bytes."""
    batch: list[Any] = []
    total = 0
    for identifier, size in rows:
        if batch and (len(batch) == BATCH or total + size > BATCH_BYTES):
            yield batch
            batch, total = [], 0
        batch.append(identifier)
        total += size
    if batch:
        yield batch


def _read(cursor: psycopg.Cursor[Any], ids: list[Any]) -> Iterator[bytes]:
    memories = {row[0]: row[1:] for row in cursor.execute(_sql["read"], {"ids": ids})}
    belonging = {part.key: _objects(cursor, part, ids) for part in parts()}
    for identifier in ids:
        whole, metadata = memories[identifier]
        fields = {"metadata": metadata}
        fields |= {key: f"[{','.join(objects.get(identifier, ()))}]" for key, objects in belonging.items()}
        yield f"{_with(whole, fields)}\n".encode()


def _objects(cursor: psycopg.Cursor[Any], part: Part, ids: list[Any]) -> dict[Any, list[str]]:
    """The objects of a part, as JSON, by memory."""
    found: dict[Any, list[str]] = {}
    cursor.execute(part.read, {"ids": ids})
    names = [column.name for column in cursor.description or ()][2:]
    for identifier, whole, *values in cursor:
        fields = {
            name: f'"{_encoded(value)}"' if isinstance(value, bytes) else value
            for name, value in zip(names, values, strict=True)
            if value is not None
        }
        found.setdefault(identifier, []).append(_with(whole, fields))
    return found


def _with(whole: str, fields: dict[str, str]) -> str:
    """Add fields, whose values are JSON, to an object that is JSON, and has some already."""
    return "".join((whole[:-1], *(f',"{name}":{value}' for name, value in fields.items()), "}"))


def _encoded(sent: bytes) -> str:
    """Encode an embedding as it is exported: base64 of 32-bit floats, little endian. PostgreSQL sends big endian."""
    numbers = array("f", sent[_VECTOR_HEADER:])
    numbers.byteswap()
    return base64.b64encode(numbers).decode()
