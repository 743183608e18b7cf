"""What belongs to a memory and moves with it: a list in its line for each table.

The memories app has processings and former versions. Other apps add theirs by a method `moved_parts` of their
configuration, so that imports point one way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.apps import apps

from memories.db import named_sql

_sql = named_sql.read(__file__, "parts")


@dataclass(frozen=True)
class Part:
    """A table whose rows belong to memories.

    Args:
        key: the field of a line that has the rows, as a list of objects.
        table: the table.
        read: a statement that returns, for the memories `ids`, rows in order: the memory's id and the object as JSON.
            Each further column is one more field, named like it: JSON as text, or an embedding as pgvector sends it. It
            is left out if null.
        write: a statement that inserts the rows of the memories `ids` of `projects` with the lines `lines` (arrays of
            one length). The embeddings are in three more arrays: `lines_with` and `items_with` (the numbers of line and
            item, from 1), and `embeddings`.
        fields: the names of an object's fields.
    """

    key: str
    table: str
    read: str
    write: str
    fields: frozenset[str]


def part(key: str, table: str, read: str, write: str, fields: str, *, embedding: str | None = None) -> Part:
    """Make a part; the names of the fields are separated by blanks."""
    return Part(key, table, read, write, frozenset(fields.split()) | ({embedding} if embedding else set()))


OWN = (
    part(
        "processed",
        "processed_memories",
        _sql["read_processed"],
        _sql["write_processed"],
        "id processing_version insights entities sentiment processed_at embedding_model",
        embedding="embedding",
    ),
    part(
        "versions",
        "memory_versions",
        _sql["read_versions"],
        _sql["write_versions"],
        "version valid_from valid_to changed_by content context summary tags metadata project",
    ),
)


@cache
def parts() -> tuple[Part, ...]:
    """All parts, those of this app first."""
    contributed = (getattr(app, "moved_parts", None) for app in apps.get_app_configs())
    return OWN + tuple(part for contribute in contributed if contribute is not None for part in contribute())
