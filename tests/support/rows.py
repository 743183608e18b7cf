"""Rows as another program inserts them, by plain SQL."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

import psycopg
from psycopg import sql

from memories.models import DeletedMemory


def insert(program: psycopg.Connection[Any], table: str, **values: Any) -> Any:
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING *").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(sql.Placeholder() * len(values)),
    )
    return program.execute(statement, list(values.values())).fetchone()


def new(program: psycopg.Connection[Any], content: str = "The well is deep.", **values: Any) -> uuid.UUID:
    content_hash = hashlib.sha256(content.encode()).hexdigest()
    basic = {"content": content, "content_hash": content_hash, "context": "Village", "summary": "About the well"}
    identifier: uuid.UUID = insert(program, "memories", **basic | values)[0]
    return identifier


def deletions() -> list[int]:
    """The keys of what is in the trash, the oldest deletion first."""
    return list(DeletedMemory.objects.order_by("deletion").values_list("deletion", flat=True))
