"""The statements of an import: what is known, what is inserted, and who supersedes whom."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import psycopg
from django.db import connection
from pgvector.psycopg.vector import register_vector_info
from psycopg.types import TypeInfo

from memories.db import named_sql
from memories.moving.entries import Entry
from memories.moving.parts import Part, parts
from memories.moving.references import Waiting

_sql = named_sql.read(__file__, "importing")

Cursor = psycopg.Cursor[Any]


@contextmanager
def cursor() -> Iterator[Cursor]:
    """A cursor on Django's connection, in its transaction, that sends parameters apart from the statement."""
    connection.ensure_connection()
    raw = cast("psycopg.Connection[Any]", connection.connection)
    with psycopg.Cursor(raw) as opened:
        register_vector_info(cast("Any", opened), TypeInfo.fetch(raw, "vector"))  # a cursor's types are its own
        yield opened


@dataclass(frozen=True)
class Known:
    """What the database has of an entry.

    Args:
        by_id: whether a memory has its id.
        is_same: whether that one says the same.
        superseded_by: the successor of that one.
        by_content: the memory of its project that has its content.
    """

    by_id: bool
    is_same: bool
    superseded_by: uuid.UUID | None
    by_content: uuid.UUID | None


def known(cursor: Cursor, entries: Sequence[Entry]) -> dict[int, Known]:
    """Return what the database has, by the place of the entry."""
    values = {
        "ids": [entry.id for entry in entries],
        "projects": [entry.project for entry in entries],
        "hashes": [entry.content_hash for entry in entries],
    }
    found = {row[0] - 1: row[1:] for row in cursor.execute(_sql["known"], values).fetchall()}
    places = [place for place, (_, has_content, _, _) in found.items() if has_content]
    same = _same(cursor, entries, places)
    return {
        place: Known(by_id is not None, place in same, superseded_by, by_content)
        for place, (by_id, _, superseded_by, by_content) in found.items()
    }


def _same(cursor: Cursor, entries: Sequence[Entry], places: list[int]) -> set[int]:
    if not places:
        return set()
    chosen = [entries[place] for place in places]
    values = {"ids": [entry.id for entry in chosen], "lines": _lines(chosen)}
    return {places[number - 1] for (number,) in cursor.execute(_sql["same"], values).fetchall()}


def successors(cursor: Cursor, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Lock memories, and return the projects of those that exist."""
    return dict(cursor.execute(_sql["successors"], {"ids": list(ids)}).fetchall()) if ids else {}


def insert(cursor: Cursor, entries: Sequence[Entry], superseded_by: Mapping[uuid.UUID, uuid.UUID]) -> set[uuid.UUID]:
    """Insert memories with what belongs to them; return the ids of those that nothing was in the way of."""
    values = {
        "ids": [entry.id for entry in entries],
        "projects": [entry.project for entry in entries],
        "hashes": [entry.content_hash for entry in entries],
        "successors": [superseded_by.get(entry.id) for entry in entries],
        "embedded": [entry.has_embedding for entry in entries],
        "lines": _lines(entries),
    }
    inserted = {row[0] for row in cursor.execute(_sql["insert"], values).fetchall()}
    for part in parts():
        chosen = [entry for entry in entries if entry.id in inserted and part.key in entry.parts]
        if chosen:
            _insert_part(cursor, part, chosen)
    return inserted


def _insert_part(cursor: Cursor, part: Part, entries: Sequence[Entry]) -> None:
    vectors = [
        (line, place, vector) for line, entry in enumerate(entries, 1) for place, vector in entry.embeddings.items()
    ]
    values = {
        "ids": [entry.id for entry in entries],
        "projects": [entry.project for entry in entries],
        "lines": _lines(entries),
        "lines_with": [line for line, _, _ in vectors],
        "items_with": [place for _, place, _ in vectors],
        "embeddings": [vector for _, _, vector in vectors],
    }
    cursor.execute(part.write, values)


def link(cursor: Cursor, waiting: Waiting) -> bool:
    """Let a memory's successor supersede it; return whether that could be done.

    A memory that this import inserted keeps its time.
    """
    cursor.execute(_sql["link"], vars(waiting))
    if not cursor.rowcount:
        return False
    if waiting.is_new and waiting.updated_at is not None:
        cursor.execute(_sql["keep_time"], vars(waiting))
    return True


def _lines(entries: Sequence[Entry]) -> list[str]:
    return [entry.item.text.decode() for entry in entries]
