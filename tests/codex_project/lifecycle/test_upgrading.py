"""A new major version of PostgreSQL: the embedded database is upgraded, or goes on as it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from django.db.utils import OperationalError
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from codex_project.database import binaries, embedded, postmaster, swap
from codex_project.lifecycle import upgrading
from memories.moving.errors import MovingError
from tests.memories.moving.test_round_trip import all_happen, events
from tests.support.clients import Serve, environment, run
from tests.support.lifecycle import Silent, everything
from tests.support.rows import new
from tests.support.waiting import until

OLD, NEW = min(binaries.by_major()), max(binaries.by_major())
MEMORY = {"context": "Garden", "summary": "What grows", "tags": ["garden"]}
pytestmark = pytest.mark.integration


class Folder:
    """A CODEX_DATA_DIR with a database of the old major version; this process is no user of its server."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="codex-memory-upgrade-"))
        self.database = self.path / "postgresql"
        self.environment = environment(None, CODEX_DATA_DIR=str(self.path))

    def start(self, database: Path | None = None) -> str:
        """Start a server; return its address."""
        database = database or self.database
        with embedded.alone(database):
            server = embedded.run(database, OLD)
        return f"postgresql://{server.user}@/postgres?host={quote(server.host, safe='')}&port={server.port}"

    def stop(self) -> None:
        for each in self.path.glob("postgresql*"):
            if each.is_dir():
                embedded.stop(each)

    def major(self) -> int | None:
        return embedded.major_of(self.database)


@pytest.fixture(scope="module")
def made() -> Iterator[Folder]:
    """A migrated database of the old major version, for copies."""
    folder = Folder()
    migrated = run("migrate", "--verbosity=0", env=environment(folder.start()))
    assert migrated.returncode == 0, migrated.stderr
    folder.stop()
    yield folder
    shutil.rmtree(folder.path)


@pytest.fixture
def folder(made: Folder) -> Iterator[Folder]:
    copy = Folder()
    copied(made, copy)
    yield copy
    copy.stop()
    shutil.rmtree(copy.path)


def copied(made: Folder, copy: Folder) -> None:
    subprocess.run(("cp", "-a", str(made.database), str(copy.database)), check=True)


@given(st.lists(events, min_size=3, max_size=15))
@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_an_upgrade_keeps_every_row_and_setting_and_the_old_database(
    made: Folder, happened: list[dict[str, Any]]
) -> None:
    folder = Folder()
    try:
        copied(made, folder)
        url = folder.start()
        with psycopg.connect(url, autocommit=True) as program:
            program.execute("SET search_path = public, codex_processed")
            all_happen(program, happened)
            program.execute("ALTER SYSTEM SET log_min_duration_statement = '7s'")
            program.execute('ALTER DATABASE postgres SET search_path = public, "codex_processed", "a b"')
            program.execute("ALTER DATABASE postgres SET statement_timeout = '61s'")
        before = everything(url)
        ended = run("upgrade_embedded", env=folder.environment)
        assert ended.returncode == 0, ended.stderr
        assert f"Upgraded from PostgreSQL {OLD} to {NEW}" in ended.stdout
        assert folder.major() == NEW
        url = folder.start()
        assert everything(url) == before
        with psycopg.connect(url) as connection:
            for name, value in (
                ("log_min_duration_statement", "7s"),
                ("statement_timeout", "61s"),
                ("search_path", 'public, codex_processed, "a b"'),
            ):
                assert connection.execute("SELECT current_setting(%s)", [name]).fetchone() == (value,)
        assert everything(folder.start(folder.path / f"postgresql.{OLD}")) == before
    finally:
        folder.stop()
        shutil.rmtree(folder.path)


def test_two_servers_that_start_at_once_upgrade_a_small_database_once(folder: Folder, serve: Serve) -> None:
    with psycopg.connect(folder.start(), autocommit=True) as program:
        program.execute("SET search_path = public, codex_processed")
        identifier = str(new(program, "Roses"))
    clients = [serve(None, initialized=False, CODEX_DATA_DIR=str(folder.path)) for _ in range(2)]
    for client in clients:
        client.initialize()
    requests = [client.request_call("get_memory", {"id": identifier}) for client in clients]
    for client, request in zip(clients, requests, strict=True):
        assert client.called(request)["memory"]["content"] == "Roses"
        client.call("store_memory", MEMORY | {"content": f"Beans of {request} {id(client)}"})
    assert folder.major() == NEW
    assert sum("Upgraded the embedded database" in client.log for client in clients) == 1
    for client in clients:
        assert client.finish() == 0


def test_a_database_in_use_is_upgraded_later(folder: Folder) -> None:
    folder.start()
    with embedded.unused(folder.database):  # the lock that every user shares
        with pytest.raises(MovingError, match="in use: end all agents"):
            upgrading.upgrade(folder.database, Silent())
        upgrading.upgrade_if_small(folder.database)
        assert folder.major() == OLD
    upgrading.upgrade_if_small(folder.database)
    assert folder.major() == NEW


def test_an_upgrade_that_is_killed_in_the_middle_leaves_the_old_database_and_can_be_repeated(
    folder: Folder, serve: Serve
) -> None:
    draft = swap.draft(folder.database)
    with psycopg.connect(folder.start()) as program:
        program.execute("SET search_path = public, codex_processed")
        identifier = str(new(program, "Roses"))
        program.commit()
        program.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        command = (sys.executable, "-m", "codex_project", "upgrade_embedded")
        with subprocess.Popen(command, env=folder.environment, stderr=subprocess.DEVNULL) as upgrade:
            until(
                lambda: program.execute("SELECT FROM pg_locks WHERE NOT granted").fetchone() is not None,
                "The copy of the table",
            )
            upgrade.kill()
    assert (folder.major(), embedded.major_of(draft)) == (OLD, NEW)
    left = postmaster.find(draft)
    assert left is not None
    server = serve(None, CODEX_DATA_DIR=str(folder.path))
    assert server.call("get_memory", id=identifier)["memory"]["content"] == "Roses"
    assert folder.major() == NEW
    assert not draft.exists()
    until(lambda: not postmaster.is_alive(left.pid), "The end of the server that was left")
    assert server.finish() == 0


def test_an_upgrade_that_is_killed_between_its_renames_is_finished(folder: Folder) -> None:
    upgrading.upgrade_if_small(folder.database)
    complete = folder.path / "postgresql.upgraded"
    folder.database.rename(complete)  # as it is when the old one is out of the way
    folder.start()
    assert (folder.major(), complete.exists()) == (NEW, False)


def test_a_complete_copy_beside_a_database_in_use_is_no_longer_its_copy(folder: Folder) -> None:
    complete = folder.path / "postgresql.upgraded"
    complete.mkdir()
    folder.start()
    assert (folder.major(), complete.exists()) == (OLD, False)


def refuses_other_roles(folder: Folder) -> None:
    with psycopg.connect(folder.start()) as program:
        program.execute("CREATE ROLE reporting")


def refuses_settings(folder: Folder) -> None:
    """That the new version does not know."""
    with psycopg.connect(folder.start(), autocommit=True) as program:
        program.execute("ALTER SYSTEM SET old_snapshot_threshold = '1h'")


def refuses_what_is_in_the_way(folder: Folder) -> None:
    (folder.path / f"postgresql.{OLD}").mkdir()


@pytest.mark.skipif(OLD != 16, reason="a setting of PostgreSQL 16 that later ones do not know")
@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (refuses_other_roles, "also has the role reporting"),
        (refuses_settings, "old_snapshot_threshold"),
        (refuses_what_is_in_the_way, "is in the way"),
    ],
)
def test_what_cannot_be_upgraded_goes_on_as_it_is_and_the_log_says_why(
    folder: Folder, serve: Serve, prepare: Any, sentence: str
) -> None:
    prepare(folder)
    server = serve(None, CODEX_DATA_DIR=str(folder.path))
    server.call("store_memory", MEMORY | {"content": "Beans"})
    assert sentence in server.log
    assert "`codex-memory upgrade_embedded` upgrades it" in server.log
    assert server.finish() == 0
    assert folder.major() == OLD
    assert not swap.draft(folder.database).exists()
    ended = run("upgrade_embedded", env=folder.environment)
    assert (ended.returncode, folder.major()) == (1, OLD)
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_disk_without_room_is_one_sentence(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(folder.path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=2**20))
    with pytest.raises(MovingError, match="the disk has 1 MB: make room first"):
        upgrading.upgrade(folder.database, Silent())
    assert folder.major() == OLD


def test_a_failure_of_the_new_server_leaves_the_old_database(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> None:
        raise OperationalError("No space left on device")

    monkeypatch.setattr(swap, "replace", fails)
    with pytest.raises(OperationalError):
        upgrading.upgrade(folder.database, Silent())
    assert folder.major() == OLD
    assert not swap.draft(folder.database).exists()
    monkeypatch.undo()
    assert upgrading.upgrade(folder.database, Silent()) is not None
    assert folder.major() == NEW
