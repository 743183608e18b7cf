"""The one pool of database connections of an MCP server process.

Asynchronous, because a call then waits for PostgreSQL without a thread, and a client's cancellation cancels the query.
Measured on two cores against cursors in threads over Django's pool: docs/benchmarks.md. Django's own pool, with the
same six settings, serves what runs in threads: the web side, commands, migrations.
"""

from __future__ import annotations

import asyncio
import logging
import select
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self, cast

import psycopg
from django.conf import settings
from django.db import connection as django_connection
from pgvector.psycopg import register_vector_async
from psycopg.rows import TupleRow
from psycopg.types.json import set_json_loads
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from memories.db import failures, pooler, session, stored_json, stored_times
from memories.errors import (
    DatabaseError,
    PoolExhaustedError,
    UnknownOutcomeError,
)

logger = logging.getLogger(__name__)
sql_logger = logging.getLogger("memories.sql")

SPARE_PATIENCE = 0.001  # seconds, at most, to wait for a connection that was idle a moment ago
RECONNECT_TIMEOUT = 5  # seconds after which the pool gives up making a connection, until the next call
PROBE_AFTER = 1.0  # seconds of waiting for a connection after which to ask whether the server is there at all

Connection = psycopg.AsyncConnection[TupleRow]
Pool = AsyncConnectionPool[Connection]


@dataclass
class _State:
    """The pool of this process.

    Args:
        pool: None while it is closed.
        lent: connections at work; psycopg_pool's own statistics cost thirty times as much to ask for.
        warned_at: when the operator was last warned that MAX_CONNECTIONS is nearly reached (`time.monotonic`).
        probing: a connection made on the side, to find out whether the server answers.
    """

    pool: Pool | None = None
    lent: int = 0
    warned_at: float = float("-inf")
    probing: asyncio.Task[None] | None = None


_state = _State()


def parameters() -> dict[str, Any]:
    """Connection parameters, as Django has them; starts the embedded server where there is one. Blocks."""
    given = django_connection.get_connection_params()
    ours = {
        key: value
        for key, value in given.items()
        if key not in {"cursor_factory", "context", "pool", "prepare_threshold"}
    }
    ours["application_name"] = "codex-memory"
    return ours


def direct_parameters() -> dict[str, Any]:
    """As `parameters`, of PostgreSQL itself where DATABASE_URL leads to a connection pooler."""
    direct = settings.DIRECT_DATABASE
    if direct is None or not pooler.is_in_use():
        return parameters()
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given = {name: direct[ours] for name, ours in named.items() if direct[ours]}
    return given | {name: value for name, value in direct["OPTIONS"].items() if name != "pool"}


async def _configure(connection: Connection) -> None:
    """Make a new connection ready for our statements, whatever the server has set for it."""
    if await pooler.examine_async(connection):
        connection.prepare_threshold = None  # no statement is prepared: the next one may run in another session
        async with pooler.transaction(connection):
            await register_vector_async(connection)
    else:
        await connection.execute(session.statement())
        await register_vector_async(connection)
    set_json_loads(stored_json.loads, connection)
    stored_times.register(connection)


class _LoggingCursor(psycopg.AsyncCursor[Any]):
    """Logs each statement, but not its parameters: these are what people said."""

    async def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        started = time.perf_counter()
        try:
            return await super().execute(query, params, **options)
        finally:
            text = query if isinstance(query, str) else query.decode() if isinstance(query, bytes) else repr(query)
            sql_logger.debug("SQL query: %s (%.2f ms)", text, (time.perf_counter() - started) * 1000)


class _LastUsedFirst(Pool):
    """Lends the connection that was used last, and closes the one whose last use is longest ago.

    In turn, as psycopg_pool lends them, each call would meet a process of PostgreSQL whose plans, catalogs and pages
    have left the processor's caches: an embedding under the commonest tag, among a million memories, took a third
    longer.

    psycopg_pool has no option for it. It appends what is returned to `_pool`, and lends and closes the leftmost. These
    are private, so pyproject.toml names the one version for which this is known (tests/memories/test_pool.py).
    """

    async def _get_ready_connection(self, timeout: float | None) -> Connection | None:
        if timeout is None or timeout > 0:  # otherwise nothing is lent
            self._pool.rotate()
        return await super()._get_ready_connection(timeout)


async def open_pool() -> None:
    """Open the pool; its connections are made in the background."""
    if _state.pool is not None:
        return
    kwargs = await asyncio.to_thread(parameters)
    if sql_logger.isEnabledFor(logging.DEBUG):
        kwargs["cursor_factory"] = _LoggingCursor
    pool = _LastUsedFirst(
        kwargs={**kwargs, "autocommit": True},
        configure=_configure,
        check=_check if settings.DATABASES["default"]["CONN_HEALTH_CHECKS"] else None,
        reconnect_timeout=RECONNECT_TIMEOUT,
        num_workers=3,
        name="codex-memory",
        open=False,
        **settings.POOL,
    )
    await pool.open()
    _state.pool = pool


async def close_pool() -> None:
    if _state.pool is not None:
        pool, _state.pool = _state.pool, None
        await pool.close(timeout=1)


async def _check(connection: psycopg.AsyncConnection[Any]) -> None:
    """Test a connection before a call uses it.

    A server that went away has closed its end, which an idle socket shows as something to read; asking costs two
    microseconds, a round trip a hundred.

    Raises:
        psycopg.OperationalError: the connection is of no more use.
    """
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
    if poll.poll(0):
        # Closed, because libpq does not know yet: the pool would take it for a good one, and lend it again and again.
        await connection.close()
        raise psycopg.OperationalError("the server has closed the connection")


@asynccontextmanager
async def connection() -> AsyncIterator[Connection]:
    """Lend a connection in autocommit mode, and translate what goes wrong on it.

    Behind a pooler the statements are one transaction.

    Raises:
        PoolExhaustedError: none became free within ACQUIRE_TIMEOUT.
        DatabaseError: the server cannot be reached, or refused a statement.
    """
    pool = _opened()
    lent = await _acquire(pool)
    _state.lent += 1
    try:
        _warn_of_usage()
        if pooler.is_in_use():
            async with pooler.transaction(lent):
                yield lent
        else:
            yield lent
    except psycopg.Error as error:
        raise failures.translated(error) from error
    finally:
        _state.lent -= 1
        await pool.putconn(lent)


@asynccontextmanager
async def writing() -> AsyncIterator[Connection]:
    """Lend a connection to a call that changes something.

    Raises:
        UnknownOutcomeError: the connection was lost on the way.
        PoolExhaustedError, DatabaseError: as of `connection`; nothing was changed.
    """
    async with connection() as lent:
        try:
            yield lent
            if pooler.is_in_use():
                await lent.commit()
        except psycopg.OperationalError as error:
            if not lent.closed:
                raise
            logger.error("Database error: %s", str(error).strip() or type(error).__name__)
            raise UnknownOutcomeError("The connection to the database was lost while the change was made.") from error


@asynccontextmanager
async def spare() -> AsyncIterator[Connection | None]:
    """Lend one more connection to a call that has one, but only one that is idle.

    A call that waited for a second one could wait for others that do the same. What goes wrong on it is translated by
    the `connection` around it.
    """
    pool = _opened()
    try:
        lent = await pool.getconn(timeout=SPARE_PATIENCE) if _idle(pool) else None
    except PoolTimeout:  # another call was quicker
        lent = None
    if lent is None:
        yield None
        return
    _state.lent += 1
    try:
        _warn_of_usage()
        if pooler.is_in_use():
            async with pooler.transaction(lent):
                yield lent
        else:
            yield lent
    finally:
        _state.lent -= 1
        await pool.putconn(lent)


@asynccontextmanager
async def attempt(connection: Connection) -> AsyncIterator[None]:
    """Statements after whose failure others can follow on the same connection."""
    if pooler.is_in_use():
        async with connection.transaction():  # a savepoint
            yield
    else:
        yield


def _idle(pool: Pool) -> int:
    """How many connections wait to be lent."""
    return len(pool._pool)


USAGE_WARNING = 0.7  # of MAX_CONNECTIONS
WARNING_INTERVAL = 60.0  # seconds, at least


def _warn_of_usage() -> None:
    """Tell the operator that MAX_CONNECTIONS is nearly reached, before calls wait."""
    most = settings.POOL["max_size"]
    if _state.lent < USAGE_WARNING * most or most == 1:
        return  # a pool of one is either idle or full, and neither is news
    now = time.monotonic()
    if now - _state.warned_at >= WARNING_INTERVAL:
        _state.warned_at = now
        logger.warning("Connection pool usage above 70%%: %d/%d", _state.lent, most)


def usage() -> tuple[int, int]:
    """How many connections are at work, and how many are open."""
    return _state.lent, 0 if _state.pool is None else max(_state.pool._nconns, _state.lent)


def statistics() -> dict[str, int]:
    """The pool's own figures, such as `pool_size` and `pool_available`; empty while it is not open."""
    return _state.pool.get_stats() if _state.pool is not None else {}


def _opened() -> Pool:
    if _state.pool is None:
        raise DatabaseError(failures.UNREACHABLE)
    return _state.pool


async def _acquire(pool: Pool) -> Connection:
    """Wait for a connection; but no longer than a second where the server is not there at all."""
    timeout = settings.POOL["timeout"]
    deadline = time.monotonic() + timeout
    wait, is_last = min(PROBE_AFTER, timeout), False
    while True:
        # Not in one wait: after RECONNECT_TIMEOUT the pool makes no connection until somebody asks again.
        try:
            return await pool.getconn(timeout=wait)
        except PoolTimeout:
            await _probe()
        if is_last:
            raise PoolExhaustedError(
                f"All {settings.POOL['max_size']} database connections were busy for {timeout:g} seconds. "
                "Call again later, or raise MAX_CONNECTIONS."
            )
        left = deadline - time.monotonic()
        # At least a moment, so that a mended server is used by the call that found it mended.
        wait, is_last = max(min(left, PROBE_AFTER), 0.1), left <= PROBE_AFTER


async def _probe() -> None:
    """Connect once on the side, for all calls that wait at this moment.

    Raises:
        DatabaseError: the server does not answer.
    """
    if _state.probing is None or _state.probing.done():
        _state.probing = asyncio.create_task(_connect_once())
    await asyncio.shield(_state.probing)


async def _connect_once() -> None:
    assert _state.pool is not None
    try:
        probe = await psycopg.AsyncConnection.connect(**cast("dict[str, Any]", _state.pool.kwargs))
    except psycopg.OperationalError as error:
        raise failures.translated(error) from error
    await probe.close()
