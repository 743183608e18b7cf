"""The embedded PostgreSQL: one server a folder, whoever starts it, and gone after its last user."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from codex_project.database import embedded
from tests.support.clients import Client, Serve, environment, run
from tests.support.waiting import await_end, until

# Becomes the parent of all orphans among its descendants, as PID 1 is in a container, and reaps none of them.
UNREAPING = """
import ctypes, subprocess, sys
PR_SET_CHILD_SUBREAPER = 36
assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
sys.exit(subprocess.run([sys.executable, "-m", "codex_project", "migrate", "--verbosity=0"]).returncode)
"""
MEMORY = {"context": "Garden", "summary": "What grows", "tags": ["garden"]}


def postmaster_of(folder: Path) -> psutil.Process | None:
    try:
        process = psutil.Process(int((folder / "postgresql/postmaster.pid").read_text().split("\n", 1)[0]))
        return process if process.name().startswith("postgres") else None
    except (FileNotFoundError, psutil.NoSuchProcess):
        return None


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty CODEX_DATA_DIR, not in pytest's own folder: that is its owner's alone, and the server may be another."""
    path = Path(tempfile.mkdtemp(prefix="codex-memory-embedded-"))
    yield path
    if (postmaster := postmaster_of(path)) is not None:
        postmaster.send_signal(signal.SIGINT)  # a fast shutdown
        await_end([postmaster])
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def made_folder() -> Iterator[Path]:
    """A CODEX_DATA_DIR whose database is made and migrated; nothing runs in it."""
    path = Path(tempfile.mkdtemp(prefix="codex-memory-made-"))
    with Client(environment(None, CODEX_DATA_DIR=str(path), MIN_CONNECTIONS="0")) as client:
        client.initialize()
        client.call("store_memory", MEMORY | {"content": "Tomatoes"})
    assert postmaster_of(path) is None
    yield path
    if (postmaster := postmaster_of(path)) is not None:
        postmaster.send_signal(signal.SIGINT)  # a fast shutdown
        await_end([postmaster])
    shutil.rmtree(path)


def test_two_processes_at_once_on_an_empty_folder_keep_25_memories_each(folder: Path, serve: Serve) -> None:
    clients = [serve(None, initialized=False, CODEX_DATA_DIR=str(folder)) for _ in range(2)]
    requests = {}
    for number, client in enumerate(clients):
        client.initialize()
        memories = [MEMORY | {"content": f"Plant {number} {n}"} for n in range(25)]
        requests[client] = [client.prepared_call("store_memory", memory) for memory in memories]
    for client in clients:
        client.send(*requests[client])
    kept = {client.called(request["id"])["id"] for client in clients for request in requests[client]}
    assert len(kept) == 50
    third = serve(None, CODEX_DATA_DIR=str(folder))
    assert third.call("search_memories", tags=["garden"], limit=100)["total"] == 50
    for client in (*clients, third):
        assert postmaster_of(folder) is not None
        assert client.finish() == 0
    until(lambda: postmaster_of(folder) is None, "end of the server after its last user")


@pytest.mark.integration
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process adopt orphans")
def test_the_end_does_not_wait_until_somebody_reaps_the_server(folder: Path) -> None:
    """In many containers nobody does, and the last user would wait for a minute."""
    before = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", UNREAPING],
        env=environment(None, CODEX_DATA_DIR=str(folder)),
        capture_output=True,
        text=True,
        timeout=embedded.STOP_PATIENCE,
    )
    assert ended.returncode == 0, ended.stderr
    assert "seconds to stop" not in ended.stderr
    assert time.monotonic() - before < embedded.STOP_PATIENCE


def test_a_user_that_was_killed_does_not_keep_the_server_alive(made_folder: Path, serve: Serve) -> None:
    killed, last = (serve(None, CODEX_DATA_DIR=str(made_folder), MIN_CONNECTIONS="0") for _ in range(2))
    killed.call("search_memories")
    last.call("search_memories")
    killed.kill()
    killed.wait()
    third = serve(None, CODEX_DATA_DIR=str(made_folder), MIN_CONNECTIONS="0")
    third.call("search_memories")
    assert last.finish() == 0
    third.call("search_memories", tags=["garden"])
    assert postmaster_of(made_folder) is not None
    assert third.finish() == 0
    until(lambda: postmaster_of(made_folder) is None, "end of the server after its last user")


def test_a_server_that_was_killed_comes_back_with_all_it_answered(made_folder: Path, serve: Serve) -> None:
    server = serve(None, CODEX_DATA_DIR=str(made_folder), MIN_CONNECTIONS="0")
    identifier = server.call("store_memory", MEMORY | {"content": "Beans"})["id"]
    postmaster = postmaster_of(made_folder)
    assert postmaster is not None
    family = [postmaster, *postmaster.children()]
    postmaster.kill()
    await_end(family)

    def served_again() -> bool:
        answer = server.answer(server.request_call("get_memory", {"id": identifier}))
        return "result" in answer and '"Beans"' in answer["result"]["content"][0]["text"]

    until(served_again, "the same process starting the database again")


@pytest.mark.parametrize("number", ["that of another program", "that of nobody", "none at all"])
def test_a_postmaster_pid_of_before_a_reboot_is_no_obstacle(made_folder: Path, serve: Serve, number: str) -> None:
    with subprocess.Popen((sys.executable, "-c", "input()"), stdin=subprocess.PIPE) as stranger:
        pid = {"that of another program": str(stranger.pid), "that of nobody": "4194303"}.get(number, "")
        lines = [
            pid,
            str(made_folder / "postgresql"),
            "1700000000",
            "5432",
            str(made_folder / "postgresql"),
            "",
            "",
            "ready",
        ]
        stale = made_folder / "postgresql/postmaster.pid"
        stale.write_text("\n".join(lines) if pid else "")
        shutil.chown(stale, (made_folder / "postgresql/PG_VERSION").owner())
        server = serve(None, CODEX_DATA_DIR=str(made_folder), MIN_CONNECTIONS="0")
        assert server.call("search_memories", tags=["garden"])["total"] >= 1
        assert server.finish() == 0
        assert stranger.poll() is None
        stranger.communicate(b"\n")


def test_a_major_version_that_is_not_carried_any_more_is_one_sentence_from_each_call(
    folder: Path, serve: Serve
) -> None:
    (folder / "postgresql").mkdir()
    (folder / "postgresql/PG_VERSION").write_text("12\n")
    server = serve(None, CODEX_DATA_DIR=str(folder))
    for _ in range(2):
        answer = server.answer(server.request_call("search_memories"))["error"]
        assert answer["code"] == -32603
        assert "PostgreSQL 12" in answer["message"]
    assert "PostgreSQL 12" in run("migrate", env=environment(None, CODEX_DATA_DIR=str(folder))).stderr


def test_a_folder_that_cannot_be_used_is_one_sentence_from_each_call(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "postgresql").write_text("a file where a folder is due")
    server = serve(None, CODEX_DATA_DIR=str(tmp_path))
    assert server.refusal("search_memories").code == -32603
    server.ping()


def test_its_settings_are_ours_and_fsync_is_on(made_folder: Path, serve: Serve) -> None:
    server = serve(None, CODEX_DATA_DIR=str(made_folder), MIN_CONNECTIONS="0")
    server.call("search_memories")
    with psycopg.connect(host=str(made_folder / "postgresql"), user="postgres", dbname="postgres") as connection:

        def shown(name: str) -> Any:
            row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
            assert row is not None
            return row[0]

        assert shown("max_connections") == "300"
        assert shown("fsync") == "on"
        assert shown("synchronous_commit") == "on"
        assert shown("listen_addresses") == ""
