"""No migration makes agents wait for long, or waits for them while they wait for it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import Any

import psycopg
import pytest

from tests.support.database import MIGRATED, new_database
from tests.support.migrating import PATTERN, STORE, later_migrations, migrate, squashed
from tests.support.waiting import until

pytestmark = [pytest.mark.integration, pytest.mark.long]


@pytest.fixture
def fresh(database_url: str) -> Iterator[str]:
    """An empty database that this version migrated."""
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        yield url


LONGEST_LOCK = "1s"
MANY = 3_000  # memories; an index of a hundred thousand takes too long for each run of the tests
OTHERS = (
    "UPDATE public.memories SET tags = tags || '{again}'::text[] WHERE content_hash = %(name)s",
    "SELECT count(*) FROM public.memories WHERE tags @> '{new}'",
    "SELECT count(*) FROM codex_processed.code_patterns",
    "DELETE FROM public.memories WHERE content_hash = %(name)s",
)


class Writer:
    """Stores, changes, reads and deletes memories without a pause, and waits for no lock longer than is allowed."""

    def __init__(self, url: str) -> None:
        self.rounds = 0
        self.refused = threading.Event()
        self._url = url
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._write)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self._thread.start()
        try:
            yield
        finally:
            self._ending.set()
            self._thread.join()

    def _write(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(f"SET lock_timeout = '{LONGEST_LOCK}'")
            while not self._ending.is_set() and not self.refused.is_set():
                try:
                    for statement in (STORE, *OTHERS):
                        connection.execute(statement, {"name": f"written {self.rounds}"})
                    self.rounds += 1
                except psycopg.errors.LockNotAvailable:
                    self.refused.set()


def fill(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO memories (content, content_hash, context, summary, tags, metadata)"
            " SELECT 'memory ' || n, n, 'context ' || n %% 7, 'summary ' || n, ARRAY['tag-' || n %% 50],"
            " jsonb_build_object('number', n %% 10) FROM generate_series(1, %s) AS n",
            [MANY],
        )
        connection.execute(
            "INSERT INTO codex_processed.processed_memories (memory_id, embeddings)"
            " SELECT id, array_fill(random()::real, ARRAY[1536])::vector FROM memories WHERE content_hash::int % 10 = 0"
        )


def before_standard_names(url: str) -> None:
    migrate(url, "memories", "0005_inline_columns")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(STORE, {"name": "stored before"})


def test_patterns_are_counted_between_the_two_migrations_that_rename_counters(unmigrated_url: str) -> None:
    before_standard_names(unmigrated_url)
    migrate(unmigrated_url, "memories", "0006_standard_names")
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        connection.execute(PATTERN)
        connection.execute("TRUNCATE codex_processed.code_patterns")
        connection.execute(PATTERN)
        migrate(unmigrated_url)
        counted = "SELECT sum(amount) FROM codex_processed.counter_ledger WHERE kind = 'pattern'"
        assert connection.execute(counted).fetchone() == (1,)
        connection.execute("DELETE FROM codex_processed.code_patterns")
        assert connection.execute(counted).fetchone() == (0,)


def test_a_migration_that_renames_tables_waits_for_a_long_transaction_and_nobody_waits_for_it(
    unmigrated_url: str,
) -> None:
    before_standard_names(unmigrated_url)
    trying = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%LOCK TABLE%'"
    writer = Writer(unmigrated_url)
    with (
        psycopg.connect(unmigrated_url) as long,
        psycopg.connect(unmigrated_url, autocommit=True) as watching,
        ThreadPoolExecutor(1) as threads,
    ):
        long.execute("SELECT count(*) FROM memories")
        migrating = threads.submit(migrate, unmigrated_url)
        until(lambda: watching.execute(trying).fetchone() == (2,), "The migration's wait for its locks")
        with writer.at_work():
            until(lambda: writer.rounds > 5 or writer.refused.is_set(), "Stores beside the migration")
            # The other way round: would the migration keep what it has, both would wait for ever.
            long.execute("SELECT count(*) FROM codex_processed.tally_ledger, codex_processed.embedded_memories")
            assert not migrating.done()
        long.commit()
        migrating.result()
    assert not writer.refused.is_set()


def test_the_writer_notices_a_lock_that_is_held_too_long(fresh: str) -> None:
    writer = Writer(fresh)
    with psycopg.connect(fresh) as other, writer.at_work():
        other.execute("LOCK TABLE codex_processed.code_patterns IN ACCESS EXCLUSIVE MODE")
        assert writer.refused.wait(30)


def test_later_migrations_hold_no_lock_for_long_while_agents_store(unmigrated_url: str) -> None:
    later = later_migrations()
    assert later
    for app, name in squashed().items():
        migrate(unmigrated_url, app, name)
    fill(unmigrated_url)
    writer = Writer(unmigrated_url)
    with writer.at_work():
        migrate(unmigrated_url)
    assert writer.rounds > 0
    assert not writer.refused.is_set(), later


# A store and a migration that each wait for a table of the other: PostgreSQL ends one of them after a second, or both
# wait until a timeout.

# That the migrating session waits for, since when, and which others it keeps others from meanwhile.
WAITS = """
SELECT waiting.relation, clock_timestamp() - waiting.waitstart > interval '400 milliseconds', waiting.waitstart::text,
    ARRAY(
        SELECT held.relation FROM pg_locks AS held
        WHERE held.pid = waiting.pid AND held.granted AND held.relation = ANY(%(tables)s)
            AND held.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
    )
FROM pg_locks AS waiting
WHERE NOT waiting.granted AND waiting.waitstart IS NOT NULL AND waiting.relation = ANY(%(tables)s)
    AND waiting.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
# Of CREATE INDEX CONCURRENTLY, which waits for transactions, and lets all store meanwhile.
WAITS_FOR_TRANSACTIONS = "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'virtualxid'"
TABLES = """
SELECT oid, relnamespace::regnamespace || '.' || relname FROM pg_class
WHERE relkind = 'r' AND (relnamespace = 'codex_processed'::regnamespace OR oid = 'public.memories'::regclass)
"""
TRIES = 3  # after which a migration is taken to be one that releases what it has, and tries again


class Agents:
    """Sessions that each use one table, as agents do, until the migration has shown how it waits for it."""

    def __init__(self, url: str, watching: psycopg.Connection[Any], stack: ExitStack) -> None:
        self.deadlocks: list[tuple[str, list[str]]] = []  # the table waited for, and what was held meanwhile
        self.waited = False
        self._watching = watching
        self._waits: dict[int, set[str]] = {}
        self._names: dict[int, str] = dict(watching.execute(TABLES).fetchall())
        self._sessions: dict[int, psycopg.Connection[Any]] = {}
        for table, name in self._names.items():
            self._sessions[table] = stack.enter_context(psycopg.connect(url))
            self._sessions[table].execute(f"LOCK TABLE {name} IN ROW EXCLUSIVE MODE")

    def step_aside(self, migrating: Future[None]) -> None:
        """Release table by table what the migration waits for, until it has ended."""
        until(lambda: self._has_ended(migrating), "The end of a migration", patience=120)
        migrating.result()

    def _has_ended(self, migrating: Future[None]) -> bool:
        for table, long, since, held in self._watching.execute(WAITS, {"tables": list(self._names)}).fetchall():
            waits = self._waits.setdefault(table, set())
            waits.add(since)
            self.waited = True
            if long and held:
                self.deadlocks.append((self._names[table], [self._names[each] for each in held]))
            if long or len(waits) >= TRIES:
                self._sessions[table].rollback()
        if self._watching.execute(WAITS_FOR_TRANSACTIONS).fetchone() != (0,):
            for session in self._sessions.values():
                session.rollback()
        return migrating.done()


def test_no_migration_waits_for_a_table_while_it_keeps_agents_from_another(unmigrated_url: str) -> None:
    for app, name in squashed().items():
        migrate(unmigrated_url, app, name)
    deadlocks = []
    waited = set()
    with psycopg.connect(unmigrated_url, autocommit=True) as watching, ThreadPoolExecutor(1) as threads:
        for app, name in later_migrations():
            with ExitStack() as stack:
                agents = Agents(unmigrated_url, watching, stack)
                agents.step_aside(threads.submit(migrate, unmigrated_url, app, name))
            deadlocks += [(app, name, *deadlock) for deadlock in agents.deadlocks]
            waited |= {(app, name)} if agents.waited else set()
    assert not deadlocks
    assert waited  # some take locks, and were seen to wait for them
