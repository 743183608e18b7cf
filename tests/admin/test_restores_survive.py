"""Restores from the trash survive `kill -9` and a crash of PostgreSQL; the others are whole, or did not happen."""

from __future__ import annotations

import http.client
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from tests.support.clients import environment, run
from tests.support.database import PostgreSQL
from tests.support.waiting import PATIENCE, await_end, until
from tests.support.web import Visitor, Web

pytestmark = pytest.mark.integration

NAME, PASSWORD = "restoring-carla", "a long password"
COUNT, BATCH, FAULTS = 600, 50, 3
# Alike but for their numbers, so that any of them make the same share of each counter.
FILL = """
INSERT INTO memories (content, content_hash, context, summary, tags, metadata)
SELECT 'The well is ' || n || ' deep.', n, 'Village', 'Well ' || n, ARRAY['well', 'deep'], '{"kind": "rule"}'
FROM generate_series(1000, 1599) AS n;
INSERT INTO processed_memories (memory_id, processing_version, insights, sentiment, embeddings)
SELECT id, n, '{"a": 1}', 0.5, array_fill(content_hash::real / n, ARRAY[1536])::vector
FROM memories, generate_series(1, 2) AS n;
UPDATE memories SET summary = 'Changed ' || content_hash, context = 'Town';
INSERT INTO code_patterns (memory_id, pattern_type, pattern_signature, frequency, confidence, language)
SELECT id, 'function_definition', 'def f' || n || '()', 0.5, 0.9, 'python' FROM memories, generate_series(1, 3) AS n;
INSERT INTO analysis_runs (memory_id, language, fingerprint) SELECT id, 'python', 'f' FROM memories
"""
# What triggers write of a memory, for searches.
WRITTEN = ("passages", "embedded_memories", "quantized_embeddings")
COUNTERS = """
SELECT kind, project, key, sum(amount) FROM (
    SELECT * FROM counters WHERE project <> '*' AND kind <> 'memory_count' UNION ALL SELECT * FROM counter_ledger
) AS entries GROUP BY 1, 2, 3 HAVING sum(amount) <> 0
"""
RESTORED = """
SELECT memory->>'id' FROM django_admin_log, jsonb_array_elements(change_message::jsonb->'memories') AS memory
WHERE object_repr LIKE 'Restored %'
"""
# A session whose client was killed ends its statement first.
BUSY = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
Rows = dict[str, list[str]]


class Trash:
    """600 memories that are deleted, and what they were."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self.tables = sorted(name for (name,) in connection.execute("SELECT name FROM kept_tables"))
        self.whole = self.rows("")
        self.written = self.written_rows()
        self.counters = self.counted()
        self.postings = self.number_of("postings")
        connection.execute("DELETE FROM memories")
        self.keys: dict[int, str] = dict(connection.execute("SELECT deletion, id::text FROM deleted_memories"))

    def rows(self, prefix: str) -> Rows:
        """What there is of each memory that lives, or with a prefix of each in the trash."""
        found: Rows = {}
        for table in self.tables:
            owner = "id" if table == "memories" else "memory_id"
            (columns,) = self.connection.execute("SELECT kept_columns(%s, true)", [table]).fetchone() or ("",)
            rows = self.connection.execute(
                f"SELECT {owner}::text, md5(ROW({columns})::text) FROM {prefix}{table} ORDER BY 1, 2"
            )
            for identifier, digest in rows:
                found.setdefault(identifier, []).append(f"{table} {digest}")
        return found

    def written_rows(self) -> dict[str, Rows]:
        found: dict[str, Rows] = {}
        for table in WRITTEN:
            rows = self.connection.execute(f"SELECT memory_id::text, md5(row::text) FROM {table} AS row ORDER BY 1, 2")
            for identifier, digest in rows:
                found.setdefault(table, {}).setdefault(identifier, []).append(digest)
        return found

    def counted(self) -> dict[tuple[str, ...], int]:
        return {(kind, project, key): int(amount) for kind, project, key, amount in self.connection.execute(COUNTERS)}

    def number_of(self, table: str) -> int:
        (number,) = self.connection.execute(f"SELECT count(*) FROM {table}").fetchone() or (0,)
        return int(number)

    def check(self) -> set[str]:
        """Check that each memory is wholly in one place, with all that searches read; return those that live."""
        living, trash = self.rows(""), self.rows("deleted_")
        assert not living.keys() & trash.keys()
        assert living | trash == self.whole
        kept = {
            table: {key: rows for key, rows in self.written[table].items() if key in living} for table in self.written
        }
        assert self.written_rows() == {table: rows for table, rows in kept.items() if rows}
        assert {key: amount * COUNT for key, amount in self.counted().items()} == {
            key: amount * len(living) for key, amount in self.counters.items() if living
        }
        assert self.number_of("postings") * COUNT == self.postings * len(living)
        logged = [identifier for (identifier,) in self.connection.execute(RESTORED)]
        assert sorted(logged) == sorted(living)
        return set(living)


def prepared(connection: psycopg.Connection[Any]) -> Trash:
    connection.execute("SET search_path = codex_processed, public")
    connection.execute("TRUNCATE memories CASCADE")
    connection.execute("DELETE FROM deleted_memories")
    connection.execute("DELETE FROM django_admin_log")
    for statement in FILL.split(";"):
        connection.execute(statement)
    return Trash(connection)


class Curator(threading.Thread):
    """Restores batch after batch until one is not answered; `acknowledged` are the keys of those that were."""

    def __init__(self, visitor: Visitor, keys: list[int]) -> None:
        super().__init__(daemon=True)
        self.visitor = visitor
        self.batches = [keys[place : place + BATCH] for place in range(0, len(keys), BATCH)]
        self.acknowledged: list[int] = []
        self.seconds = 0.0  # of the last batch

    def run(self) -> None:
        for batch in self.batches:
            began = time.monotonic()
            try:
                page = self.visitor.post(
                    "/admin/memories/deletedmemory/bulk/restore/",
                    confirmed="1",
                    total=len(batch),
                    done="0",
                    _selected_action=batch,
                )
            except (OSError, http.client.HTTPException):
                return
            assert f"Restored {len(batch)} memories" in page.text
            self.acknowledged += batch
            self.seconds = time.monotonic() - began


def kill(web: Web) -> None:
    master = psutil.Process(web.process.pid)
    family = [master, *master.children(recursive=True)]
    for process in family:  # the master first, so that it starts no other worker
        process.kill()
    await_end(family)


@pytest.fixture
def curated(own_postgresql: PostgreSQL, tmp_path: Path) -> Iterator[dict[str, str]]:
    variables = {"CODEX_DATA_DIR": str(tmp_path), "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    env = environment(own_postgresql.url("postgres"), **variables, ACQUIRE_TIMEOUT="1")
    created = run("createsuperuser", "--noinput", "--username", NAME, "--email", "carla@example.org", env=env)
    assert created.returncode == 0, created.stderr
    yield env
    with psycopg.connect(own_postgresql.url("postgres"), autocommit=True) as connection:
        connection.execute("DELETE FROM django_admin_log")
        connection.execute("DELETE FROM auth_user WHERE username = %s", [NAME])


@pytest.mark.parametrize("victim", ["the web process", "PostgreSQL"])
def test_each_memory_is_wholly_in_the_trash_or_wholly_restored(
    own_postgresql: PostgreSQL, curated: dict[str, str], victim: str
) -> None:
    url = own_postgresql.url("postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        trash = prepared(connection)
    left, acknowledged = sorted(trash.keys), set[int]()
    for fault in range(FAULTS + 1):
        with Web(curated) as web:
            curator = Curator(web.log_in(NAME, PASSWORD), left)
            curator.start()
            if fault < FAULTS:
                until(lambda curator=curator: curator.acknowledged, "a restore")
                time.sleep(random.random() * curator.seconds)  # at any moment of a later batch
                if victim == "PostgreSQL":
                    own_postgresql.stop_immediately()
                else:
                    kill(web)
            curator.join(PATIENCE)
            assert not curator.is_alive()
        if fault < FAULTS and victim == "PostgreSQL":
            own_postgresql.start()
        acknowledged |= set(curator.acknowledged)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SET search_path = codex_processed, public")
            trash.connection = connection
            until(lambda connection=connection: connection.execute(BUSY).fetchone() == (0,), "the end of all sessions")
            living = trash.check()
            assert {trash.keys[key] for key in acknowledged} <= living
            left = [key for (key,) in connection.execute("SELECT deletion FROM deleted_memories ORDER BY 1")]
        if not left:
            break
    assert fault > 0, "the first fault came too late"
    assert living == trash.whole.keys()
