"""Who stores and changes memories, as `stored_by` and `changed_by` tell it.

That is an agent's client ("claude-code 2.1"), a curator ("admin: ada") or another program ("database: ROLE"). A client
says of itself who it is, which prevents mistakes, not lies. Statements that change or delete memories set
`codex.actor` for their transaction, where triggers read it (current_actor.sql).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.db import connection

MAX_CHARACTERS = 200
_RESERVED = re.compile(r"(admin|database)\s*:", re.IGNORECASE)

_current: ContextVar[str | None] = ContextVar("codex_memory_actor", default=None)


def current() -> str | None:
    """Return who acts in this context; None for a program that did not say, which is recorded by its role."""
    return _current.get()


@contextmanager
def acting_as(actor: str | None) -> Iterator[None]:
    """Attribute what the block stores and changes; an empty actor is none."""
    token = _current.set(actor or None)
    try:
        yield
    finally:
        _current.reset(token)


@lru_cache
def client(name: str, version: str) -> str:
    """Return the actor of a client: its name and version; "" if it has neither.

    A client cannot pass for a curator or another program.
    """
    actor = _line(f"{name} {version}")
    return _line(f"client {actor}") if _RESERVED.match(actor) else actor


def curator(username: str) -> str:
    """Return the actor of a user of the admin."""
    return _line(f"admin: {username}")


def attribute(actor: str) -> None:
    """Attribute the rest of the current transaction on Django's connection."""
    assert connection.in_atomic_block, "outside a transaction the setting would end with its own statement"
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('codex.actor', %s, true)", [actor])


def _line(text: str) -> str:
    """Return a text as one line without control, format and unassigned characters."""
    visible = "".join(" " if character.isspace() else character for character in text)
    visible = "".join(character for character in visible if unicodedata.category(character)[0] != "C")
    return " ".join(visible.split())[:MAX_CHARACTERS].rstrip()
