"""`move_to_server`: everything is on the new server, and nothing is stored on the old one any more."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

from codex_project.database import binaries, server_user
from codex_project.lifecycle import moving
from codex_project.lifecycle.snapshot import STATEMENTS, snapshot
from tests.support.clients import Client, Refused, Serve, environment, run
from tests.support.database import MIGRATED, PostgreSQL, new_database
from tests.support.lifecycle import Silent, everything, held_in_the_middle, is_held, parameters, tables
from tests.support.rows import new
from tests.support.waiting import until

MEMORY = {"context": "Garden", "summary": "What grows", "tags": ["garden"]}


@pytest.fixture
def source(database_url: str) -> Iterator[str]:
    """A migrated database with two memories."""
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        with psycopg.connect(url, autocommit=True) as program:
            program.execute("SET search_path = public, codex_processed")
            for number in range(2):
                new(program, f"Content {number}")
        yield url


class Agent:
    """Stores one memory after the other until it is refused, or told to end."""

    def __init__(self, server: Client) -> None:
        self._server = server
        self._done = threading.Event()
        self.acknowledged: list[str] = []
        self.refusal: Refused | None = None
        self._thread = threading.Thread(target=self._store)
        self._thread.start()

    def _store(self) -> None:
        while not self._done.is_set() and self.refusal is None:
            content = f"Plant {len(self.acknowledged)}"
            try:
                self.acknowledged.append(self._server.call("store_memory", MEMORY | {"content": content})["id"])
            except Refused as refused:
                self.refusal = refused

    def end(self) -> None:
        self._done.set()
        self._thread.join()


@contextmanager
def storing(server: Client) -> Iterator[Agent]:
    agent = Agent(server)
    try:
        until(lambda: len(agent.acknowledged) > 5, "The first stores")
        yield agent
    finally:
        agent.end()


def ids(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        return {str(identifier) for (identifier,) in connection.execute("SELECT id FROM memories")}


def test_a_move_has_all_that_was_acknowledged_and_agents_learn_of_it(
    source: str, unmigrated_url: str, serve: Serve
) -> None:
    server = serve(source)
    with storing(server) as agent:
        ended = run("move_to_server", unmigrated_url, env=environment(source))
        assert ended.returncode == 0, ended.stderr
        until(lambda: agent.refusal is not None, "The refusal of a store")
    assert agent.refusal is not None
    assert agent.refusal.code == -32603
    assert "moved to another server. Set DATABASE_URL" in agent.refusal.message, server.log[-1500:]
    assert set(agent.acknowledged) <= ids(unmigrated_url) == ids(source)
    assert f"DATABASE_URL={unmigrated_url}\n" in ended.stdout
    assert server.call("search_memories", tags=["garden"])["memories"]  # it still reads

    moved = serve(unmigrated_url)
    moved.call("store_memory", MEMORY | {"content": "Beans"})
    assert moved.call("search_memories", query="beans")["memories"][0]["content"] == "Beans"
    assert run("doctor", env=environment(unmigrated_url)).returncode == 0


def test_every_row_is_moved_and_a_move_can_be_undone(source: str, unmigrated_url: str) -> None:
    before = everything(source)
    assert run("move_to_server", unmigrated_url, env=environment(source)).returncode == 0
    assert everything(unmigrated_url) == before
    undone = run("move_to_server", "--undo", env=environment(source))
    assert undone.stdout.startswith("The database takes changes again.")
    assert everything(source) == before
    again = run("move_to_server", "--undo", env=environment(source))
    assert (again.returncode, again.stderr) == (1, "CommandError: The database takes changes already.\n")


def test_the_embedded_database_is_moved(own_postgresql: PostgreSQL, unmigrated_url: str, tmp_path: Path) -> None:
    folder = Path(os.environ["CODEX_DATA_DIR"]) / "to-be-moved"
    env = environment(None, CODEX_DATA_DIR=str(folder))
    stored = run("remember", "Roses need sun", "--summary", "Roses", "--context", "Garden", env=env)
    assert stored.returncode == 0, stored.stderr
    ended = run("move_to_server", unmigrated_url, env=env)
    assert ended.returncode == 0, ended.stderr
    assert "The old database (CODEX_DATA_DIR) takes no changes any more" in ended.stdout
    assert ids(unmigrated_url) == {stored.stdout.strip()}
    refused = run("remember", "Beans", "--summary", "Beans", "--context", "Garden", env=env)
    assert refused.returncode == 1
    assert "moved to another server. Set DATABASE_URL" in refused.stderr


def test_a_move_that_is_killed_in_the_middle_leaves_the_old_database_in_use_and_can_be_repeated(
    source: str, unmigrated_url: str, serve: Serve
) -> None:
    server = serve(source)
    before = everything(source)
    with held_in_the_middle(unmigrated_url):
        command = (sys.executable, "-m", "codex_project", "move_to_server", unmigrated_url)
        with subprocess.Popen(command, env=environment(source), stderr=subprocess.DEVNULL) as move:
            until(lambda: is_held(unmigrated_url), "The first index")
            waiting = server.request_call("store_memory", MEMORY | {"content": "Beans"})
            assert server.call("search_memories")["total"] == 2
            second = run("move_to_server", unmigrated_url, env=environment(source))
            assert second.returncode == 1
            assert "Another command copies, fills or migrates this database" in second.stderr
            assert not server.has_answer(waiting)
            move.kill()
        stored = server.called(waiting)["id"]
    until(lambda: tables(unmigrated_url) == 0, "The end of the transaction")
    server.call("delete_memory", id=stored)
    assert everything(source) != before
    ended = run("move_to_server", unmigrated_url, env=environment(source))
    assert ended.returncode == 0, ended.stderr
    assert ids(unmigrated_url) == ids(source)


def test_a_move_that_ended_between_its_two_commits_can_be_repeated(source: str, unmigrated_url: str) -> None:
    before = everything(source)
    with snapshot(parameters(source), binaries.newest(), locking=True) as closed:
        closed.execute(STATEMENTS["close"])
    assert everything(source) != before
    moving.move(parameters(source), parameters(unmigrated_url), binaries.newest(), Silent())
    assert everything(unmigrated_url) == before


def to_itself(source: str, _: str) -> str:
    return source


def to_one_with_data(_: str, target: str) -> str:
    with psycopg.connect(target) as connection:
        connection.execute("CREATE TABLE invoices AS SELECT 1 AS number")
    return target


def to_one_without_pgvector(_: str, target: str) -> str:
    with psycopg.connect(target) as connection:
        connection.execute("SET allow_system_table_mods = on")
        connection.execute("ALTER VIEW pg_catalog.pg_available_extensions RENAME TO hidden")
        connection.execute(
            "CREATE VIEW pg_catalog.pg_available_extensions AS SELECT * FROM hidden WHERE name <> 'vector'"
        )
    return target


def to_nobody(_: str, __: str) -> str:
    return "postgresql://codex:secret@127.0.0.1:9/memories"


def to_no_address(_: str, __: str) -> str:
    return "mysql://codex:secret@localhost/memories"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (to_itself, "This is the database that is to be moved"),
        (to_one_with_data, "has data already (in public.invoices)"),
        (to_one_without_pgvector, "lacks the extension pgvector"),
        (to_nobody, "The new server cannot be reached"),
        (to_no_address, "The address is none of a server"),
    ],
)
def test_an_unsuitable_server_is_one_sentence_and_nothing_changes(
    source: str, unmigrated_url: str, place: Any, sentence: str
) -> None:
    before = everything(source)
    ended = run("move_to_server", place(source, unmigrated_url), env=environment(source))
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "secret" not in ended.stderr
    assert everything(source) == before


@pytest.fixture
def standby(own_postgresql: PostgreSQL) -> Iterator[str]:
    """A hot standby of a server."""
    folder = own_postgresql.folder.with_name("standby")
    programs = own_postgresql.server.bin_path
    user = server_user.find(own_postgresql.folder, programs / "postgres")
    folder.mkdir(mode=0o700)
    user.own(folder)
    host = own_postgresql.server.host
    base = ("pg_basebackup", "--pgdata", str(folder), "--host", host, "--username", "postgres", "--checkpoint", "fast")
    places = f"-c listen_addresses= -c unix_socket_directories={folder} -p 5432"
    start = ("pg_ctl", "--wait", "--pgdata", str(folder), "--log", str(folder / "log"), "--options", places, "start")
    for program, *arguments in ((*base, "--write-recovery-conf"), start):
        for lock in folder.glob(".s.PGSQL.*"):  # the primary's
            lock.unlink()
        command = (*user.prefix, str(programs / program), *arguments)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=60)
    yield f"postgresql://postgres@/postgres?host={quote(str(folder), safe='')}&port=5432"
    stop = ("--wait", "--pgdata", str(folder), "--mode", "immediate", "stop")
    subprocess.run((*user.prefix, str(programs / "pg_ctl"), *stop), check=True, stdout=subprocess.DEVNULL, cwd="/")
    shutil.rmtree(folder)


def test_a_standby_is_no_place_to_move_or_restore_to_but_can_be_backed_up(
    source: str, standby: str, serve: Serve, tmp_path: Path
) -> None:
    ended = run("move_to_server", standby, env=environment(source))
    assert ended.returncode == 1
    assert "This server is a standby, which nothing can be written to: name the primary." in ended.stderr
    backed_up = run("backup", str(tmp_path / "backup"), env=environment(standby))
    assert backed_up.returncode == 0, backed_up.stderr
    restored = run("restore", str(tmp_path / "backup"), env=environment(standby))
    assert "This server is a standby" in restored.stderr
    refused = serve(standby).refusal("store_memory", MEMORY | {"content": "Beans"})
    assert "The database takes no changes: it is a standby" in refused.message


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://a:b@h:5/n?sslmode=require", "postgresql://a:...@h:5/n?sslmode=require"),
        ("postgresql://a@h/n", "postgresql://a@h/n"),
        ("postgresql://h,i/n?password=b&user=a", "postgresql://h,i/n?user=a"),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, shown: str) -> None:
    assert moving.without_password(url) == shown
