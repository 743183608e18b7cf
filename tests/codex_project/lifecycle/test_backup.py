"""`backup`: one moment of the database, whole and verified, or no file at all."""

from __future__ import annotations

import os
import re
import resource
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.clients import Serve, environment, run
from tests.support.lifecycle import restored
from tests.support.rows import new

FILE = "memories.backup.zst"
SUMMARY = re.compile(
    r"2 memories and all else \(\d+ rows\) backed up and verified: .*memories\.backup\.zst, [\d.]+ kB,"
    r" in .* seconds\.\n"
)
PASSAGE = "Every well of the village is deep and cold. "


def test_a_backup_is_for_its_owner_only_and_says_what_it_has(
    program: psycopg.Connection[Any], database: str, tmp_path: Path
) -> None:
    for number in range(2):
        new(program, f"Content {number}")
    ended = run("backup", str(tmp_path / FILE), env=environment(database))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert SUMMARY.fullmatch(ended.stdout)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == [FILE]


def test_a_file_that_exists_is_replaced_only_if_one_asks(database: str, tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text("before")
    refused = run("backup", str(file), env=environment(database))
    assert refused.returncode == 1
    assert "exists already, and is left as it is; --overwrite replaces it." in refused.stderr
    assert file.read_text() == "before"
    assert run("backup", "--overwrite", str(file), env=environment(database)).returncode == 0
    assert file.read_bytes() != b"before"


@pytest.mark.parametrize("limit", [100, 20_000])
def test_a_disk_that_is_full_leaves_the_older_backup(
    program: psycopg.Connection[Any], database: str, tmp_path: Path, limit: int
) -> None:
    new(program)
    (tmp_path / FILE).write_text("before")
    ended = subprocess.run(
        (sys.executable, "-m", "codex_project", "backup", "--overwrite", str(tmp_path / FILE)),
        # Coverage would write its own files, which the limit refuses, too.
        env={
            **environment(database, ENABLE_METRICS="false", COVERAGE_PROCESS_CONFIG=None),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert ended.returncode == 1
    assert f"{tmp_path / FILE} cannot be written: File too large." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert os.listdir(tmp_path) == [FILE]
    assert (tmp_path / FILE).read_text() == "before"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("-", "so it must be a file."),
        ("/dev/null", "so it must be a file."),
        ("{}/nowhere/file", "cannot be written: No such file or directory"),
    ],
)
def test_a_name_that_cannot_be_written_is_one_sentence(database: str, tmp_path: Path, name: str, sentence: str) -> None:
    ended = run("backup", name.format(tmp_path), env=environment(database))
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr


def test_there_is_nothing_to_back_up_in_an_empty_database(unmigrated_url: str, tmp_path: Path) -> None:
    ended = run("backup", str(tmp_path / FILE), env=environment(unmigrated_url))
    assert (ended.returncode, os.listdir(tmp_path)) == (1, [])
    assert "There is nothing to back up: the database is empty." in ended.stderr


def test_a_backup_has_all_that_was_stored_before_it_began_though_agents_go_on(
    database: str, serve: Serve, unmigrated_url: str, tmp_path: Path
) -> None:
    server, acknowledged, done = serve(database), list[str](), threading.Event()

    def store() -> None:
        number = 0
        while not done.is_set():
            memory = {
                "content": f"{PASSAGE * 40} {number}",
                "context": "Village",
                "summary": "A well",
                "tags": ["well"],
            }
            acknowledged.append(server.call("store_memory", memory)["id"])
            if number % 3 == 0:
                server.call("delete_memory", id=acknowledged.pop())
            number += 1

    agent = threading.Thread(target=store)
    agent.start()
    try:
        while len(acknowledged) < 20:
            done.wait(0.01)
        before = set(acknowledged[:-1])  # the last one may still be deleted
        ended = run("backup", str(tmp_path / FILE), env=environment(database))
        at_end = len(acknowledged)
    finally:
        done.set()
        agent.join()
    assert ended.returncode == 0, ended.stderr
    assert at_end > len(before) + 1  # the agent stored meanwhile

    restored(tmp_path / FILE, unmigrated_url)
    with psycopg.connect(unmigrated_url) as connection:
        connection.execute("SET search_path = public, codex_processed")

        def found(statement: str) -> list[Any]:
            return [row[0] for row in connection.execute(statement)]

        kept = {str(identifier) for identifier in found("SELECT id FROM memories")}
        assert before <= kept
        # The counters that triggers keep are of the same moment.
        assert found("SELECT memories FROM corpus") == [len(kept)]
