"""Moving a database to a server: everything is copied and compared, and the old database takes no changes any more.

Nobody writes while rows are copied; who tries waits, and then goes on if the move failed, or is refused if it was made.
What was acknowledged before is thus in the copy, and nothing is acknowledged that is not. A move that ends between its
two commits leaves the old database closed and the new one empty, and can be repeated.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict

from codex_project.lifecycle import target
from codex_project.lifecycle.contents import Header, Progress
from codex_project.lifecycle.snapshot import STATEMENTS, snapshot
from memories.moving.errors import MovingError

CONNECT_TIMEOUT = 10  # seconds


def parameters_of(url: str) -> dict[str, Any]:
    """The parameters of a server's address, as libpq names them.

    Raises:
        MovingError: it is none.
    """
    try:
        if not url.startswith(("postgresql://", "postgres://")):
            raise ValueError
        parameters = dict(conninfo_to_dict(url))
    except (psycopg.ProgrammingError, ValueError):
        # The parser's own message would repeat the password.
        raise MovingError("The address is none of a server: postgresql://USER:PASSWORD@HOST:PORT/NAME") from None
    return {"connect_timeout": CONNECT_TIMEOUT, "application_name": "codex-memory", **parameters}


def without_password(url: str) -> str:
    """A server's address as it may be shown."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    name, colon, _ = user.partition(":")
    return urlunsplit(parts._replace(netloc=f"{name}{colon and ':...'}{at}{host}", query=_shown(parts.query)))


def _shown(query: str) -> str:
    return "&".join(part for part in query.split("&") if not part.lower().startswith(("password=", "sslpassword=")))


def move(source: dict[str, Any], to: dict[str, Any], programs: Path, progress: Progress) -> Header:
    """Copy a database into an empty one on another server, and close it.

    Raises:
        MovingError: it cannot be moved; the message says why.
        psycopg.Error: one of the servers. The new database is empty, unless its connection was lost while the
            transaction ended.
    """
    _check_other(source, to)
    progress.begin("waiting for writers", 0)
    with snapshot(source, programs, locking=True) as contents:
        if not contents.header.memories and not contents.header.tables:
            raise MovingError("There is nothing to move: the database is empty.")
        with target.filling(to, contents, progress):
            contents.execute(STATEMENTS["close"])
            contents.end()
        return contents.header


def _check_other(source: dict[str, Any], to: dict[str, Any]) -> None:
    """Check that both can be reached, and are not the same.

    Raises:
        MovingError: they are, or the new one cannot be reached.
    """
    try:
        there = psycopg.connect(**to, autocommit=True, prepare_threshold=None)
    except psycopg.OperationalError as error:
        said = str(error).strip().split("\n", 1)[0]
        raise MovingError(f"The new server cannot be reached: {said}") from error
    key = {"key": secrets.randbits(62)}
    with there, psycopg.connect(**source, autocommit=True, prepare_threshold=None) as here:
        with there.transaction(), here.transaction():
            taken = [each.execute(STATEMENTS["lock"], key).fetchone() for each in (there, here)]
        if taken != [(True,), (True,)]:
            raise MovingError("This is the database that is to be moved: name another one.")


def reopen(source: dict[str, Any]) -> bool:
    """Let a database that was moved take changes again; False if it was not moved."""
    with psycopg.connect(**source) as connection:
        statements = connection.execute(STATEMENTS["open"]).fetchall()
        for (statement,) in statements:
            connection.execute(statement)
    return bool(statements)
