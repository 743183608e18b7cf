"""Connections that lead through a connection pooler, such as pgbouncer in transaction pooling.

Each transaction may run in another session of PostgreSQL, which other programs use in between. So what is otherwise set
once for a session is set for each transaction, no statement is prepared, and nothing is listened for.

A pooler is detected by the number of the serving process: a pooler tells one of its own, because cancellations reach
PostgreSQL through it. DATABASE_POOLER says otherwise where that is wrong.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings

from memories.db import session


@dataclass
class _State:
    """What this process found out when it connected.

    Args:
        local: the statements that begin each transaction; '' without a pooler.
        is_left: whether connections lead past the pooler by now, whatever DATABASE_POOLER says.
    """

    local: str = ""
    is_left: bool = False


_state = _State()


def is_in_use() -> bool:
    """Whether connections of this process lead through a pooler; known once one was made."""
    return bool(_state.local)


def local_statement() -> str:
    """The statements that make a transaction's settings, behind a pooler."""
    return _state.local


def leave() -> None:
    """Say that further connections are meant to lead to PostgreSQL itself."""
    _state.local, _state.is_left = "", True


def examine(connection: psycopg.Connection[Any]) -> bool:
    """Find out whether a new connection leads through a pooler."""
    if not _may_be_one():
        return False
    row = connection.execute(session.FACTS).fetchone()
    assert row is not None
    return _learn(connection.info.backend_pid, *row)


async def examine_async(connection: psycopg.AsyncConnection[Any]) -> bool:
    """As `examine`."""
    if not _may_be_one():
        return False
    row = await (await connection.execute(session.FACTS)).fetchone()
    assert row is not None
    return _learn(connection.info.backend_pid, *row)


def _may_be_one() -> bool:
    return not settings.EMBEDDED_DATABASE and settings.DATABASE_POOLER is not False


def _learn(told: int, has_iterative_scan: bool | None, loses_commits: bool, serving: int) -> bool:
    found = told != serving or (bool(settings.DATABASE_POOLER) and not _state.is_left)
    _state.local = (
        session.local_statement(has_iterative_scan=bool(has_iterative_scan), loses_commits=loses_commits)
        if found
        else ""
    )
    return found


@asynccontextmanager
async def transaction(connection: psycopg.AsyncConnection[Any]) -> AsyncIterator[None]:
    """A transaction with our settings, begun in one round trip; within it, `connection.transaction()` is a savepoint.

    Whoever has to know whether it was committed commits it before the end.
    """
    await connection.execute(f"BEGIN; {_state.local}")
    try:
        yield
    except BaseException:
        with suppress(psycopg.OperationalError):  # the connection is lost, and the transaction with it
            await connection.rollback()
        raise
    await connection.commit()  # nothing, where it has ended
