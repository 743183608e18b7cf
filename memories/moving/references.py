"""Which memories of an import are superseded by which, until it ends.

It is kept in SQLite, in a temporary file of its own, because there may be as many as memories.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SCHEMA = """
CREATE TABLE redirects (old BLOB PRIMARY KEY, new BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE waiting (
    id BLOB PRIMARY KEY, successor BLOB NOT NULL, superseded_at TEXT, updated_at TEXT, is_new INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE seen (key BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Waiting:
    """A memory whose successor was not there when it was imported; `is_new` if this import inserted it."""

    id: uuid.UUID
    successor: uuid.UUID
    superseded_at: str | None
    updated_at: str | None
    is_new: bool


class References:
    """References between memories, and what a dry run would have imported."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # a temporary file, which goes with the connection
        self._database.executescript(_SCHEMA)
        self._database.execute("BEGIN")  # never committed, and so never written to a journal

    def close(self) -> None:
        self._database.close()

    def redirect(self, old: uuid.UUID, new: uuid.UUID) -> None:
        """Note that another memory has the content of `old`."""
        self._database.execute("INSERT OR IGNORE INTO redirects VALUES (?, ?)", (old.bytes, new.bytes))

    def resolved(self, identifier: uuid.UUID) -> uuid.UUID:
        """The memory that stands for another one, or that one itself."""
        row = self._database.execute("SELECT new FROM redirects WHERE old = ?", (identifier.bytes,)).fetchone()
        return identifier if row is None else uuid.UUID(bytes=row[0])

    def wait(self, waiting: Waiting) -> None:
        self._database.execute(
            "INSERT OR IGNORE INTO waiting VALUES (?, ?, ?, ?, ?)",
            (waiting.id.bytes, waiting.successor.bytes, waiting.superseded_at, waiting.updated_at, waiting.is_new),
        )

    def waiting(self) -> Iterator[Waiting]:
        """All that wait, their successors resolved."""
        found = self._database.cursor().execute("SELECT id, successor, superseded_at, updated_at, is_new FROM waiting")
        for identifier, successor, superseded_at, updated_at, is_new in found:
            known = self.resolved(uuid.UUID(bytes=successor))
            yield Waiting(uuid.UUID(bytes=identifier), known, superseded_at, updated_at, bool(is_new))

    def see(self, identifier: uuid.UUID, keys: Iterable[bytes]) -> None:
        """Note what a dry run would have imported."""
        for key in keys:
            self._database.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, identifier.bytes))

    def seen(self, key: bytes) -> uuid.UUID | None:
        row = self._database.execute("SELECT id FROM seen WHERE key = ?", (key,)).fetchone()
        return None if row is None else uuid.UUID(bytes=row[0])
