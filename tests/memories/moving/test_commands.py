"""`export_memories` and `import_memories`, as people call them."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.clients import environment, run
from tests.support.moving import memory, of_records, records
from tests.support.rows import new
from tests.support.waiting import until

FILE = "memories.jsonl"


def test_memories_are_moved_from_one_database_to_another(
    program: psycopg.Connection[Any], database: str, unmigrated_url: str, tmp_path: Path
) -> None:
    for number in range(3):
        new(program, f"Content {number}", project="shop" if number else "")
    name = str(tmp_path / f"{FILE}.zst")
    written = run("export_memories", name, env=environment(database))
    assert (written.returncode, written.stdout) == (0, "")
    assert written.stderr == "3 memories were exported.\n"  # and no progress bar, as it is no terminal

    target = environment(unmigrated_url)
    assert run("migrate", "--verbosity=0", env=target).returncode == 0
    first = run("import_memories", name, env=target)
    again = run("import_memories", name, env=target)

    assert (first.returncode, first.stdout, first.stderr) == (0, "3 memories imported, 0 duplicates.\n", "")
    assert (again.returncode, again.stdout) == (0, "0 memories imported, 3 duplicates.\n")
    copies = [run("export_memories", "-", env=env).stdout for env in (environment(database), target)]
    assert records(copies[0].encode()) == records(copies[1].encode())
    assert os.listdir(tmp_path) == [f"{FILE}.zst"]


def test_an_export_has_the_memories_that_were_asked_for(program: psycopg.Connection[Any], database: str) -> None:
    new(program, "a", project="shop", tags=["x"], created_at="2026-01-31T23:59:59Z")
    new(program, "b", project="till", tags=["x", "y"], created_at="2026-02-01T00:00:00Z")
    new(program, "c", tags=["z"], created_at="2026-02-02T12:00:00Z")

    def contents(*options: str, **variables: str) -> set[str]:
        ended = run("export_memories", "-", *options, env=environment(database, **variables))
        assert ended.returncode == 0, ended.stderr
        assert json.loads(ended.stdout.splitlines()[0])["memories"] == len(ended.stdout.splitlines()) - 1
        return {each["content"] for each in records(ended.stdout.encode())}

    assert contents() == {"a", "b", "c"}
    assert contents("--project", "shop", "--project=-") == {"a", "c"}
    assert contents("--project", "*") == {"a", "b", "c"}
    assert contents("--tag", "y", "--tag", "z") == {"b", "c"}
    assert contents("--to", "2026-01-31") == {"a"}
    assert contents("--from", "2026-02-01", "--to", "2026-02-02T12:00") == {"b", "c"}
    assert contents("--tag", "x", "--from", "2026-02-01T01:00:00+01:00") == {"b"}
    assert contents(CODEX_PROJECT="till", PROJECT_CONFINED="true") == {"b", "c"}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--project", "no blanks"], "The project 'no blanks' cannot be used"),
        (["--tag", "ä"], "The tag '\\xe4' cannot be used"),
        (["--from", "2026-02-02", "--to", "2026-02-01"], "from_date must not be after to_date."),
        (["--from", "yesterday"], "'yesterday' is not a date"),
    ],
)
def test_a_filter_that_cannot_be_is_refused(database: str, tmp_path: Path, options: list[str], sentence: str) -> None:
    ended = run("export_memories", str(tmp_path / FILE), *options, env=environment(database))
    assert ended.returncode != 0
    assert sentence in ended.stderr
    assert os.listdir(tmp_path) == []


def test_a_disk_that_fills_up_leaves_nothing_under_the_name(
    program: psycopg.Connection[Any], database: str, tmp_path: Path
) -> None:
    """A limit for the size of files stands for it: the system refuses to write beyond."""
    for number in range(20):
        new(program, f"{number}" * 20_000)
    (tmp_path / FILE).write_text("before")
    limit = 256 * 1024
    ended = subprocess.run(
        (sys.executable, "-m", "codex_project", "export_memories", str(tmp_path / FILE)),
        # Measuring coverage writes a file, too, which would be as limited.
        env={**environment(database, COVERAGE_PROCESS_CONFIG=None), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert ended.returncode == 1
    assert f"{FILE} cannot be written: File too large. Nothing was left under this name." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert os.listdir(tmp_path) == [FILE]
    assert (tmp_path / FILE).read_text() == "before"


def test_a_device_that_is_full_is_one_sentence(program: psycopg.Connection[Any], database: str) -> None:
    new(program)
    ended = run("export_memories", "/dev/full", env=environment(database))
    assert ended.returncode == 1
    assert ended.stderr.endswith("/dev/full cannot be written: No space left on device.\n")


def test_what_is_refused_is_set_aside_and_can_be_imported_once_it_is_mended(database: str, tmp_path: Path) -> None:
    lines = [memory(content="a"), memory(content="b", context=None), memory(content="c"), memory(content="d", id="?")]
    (tmp_path / FILE).write_bytes(of_records(*lines))

    ended = run("import_memories", str(tmp_path / FILE), env=environment(database))

    rejected = tmp_path / f"{FILE}.rejected"
    assert ended.returncode == 1
    assert "Line 3: context must be a text.\n" in ended.stderr
    assert "Line 5: id must be a UUID.\n" in ended.stderr
    assert ended.stderr.endswith(
        f"2 memories imported, 0 duplicates, 2 refused. What was set aside is in {rejected}.\n"
    )
    assert rejected.stat().st_mode & 0o777 == 0o600
    mended = rejected.read_text().replace("null", '"Village"').replace('"?"', "null")
    assert [each["content"] for each in records(mended.encode())] == ["b", "d"]
    rejected.write_text(mended)
    again = run("import_memories", str(rejected), env=environment(database))
    assert (again.returncode, again.stdout) == (0, "2 memories imported, 0 duplicates.\n")


def test_an_export_that_ends_too_early_is_noticed_even_at_the_end_of_a_line(database: str, tmp_path: Path) -> None:
    header, *lines = of_records(memory(content="a"), memory(content="b")).splitlines(keepends=True)
    (tmp_path / FILE).write_bytes(header.replace(b'"3.0.0"', b'"3.0.0", "memories": 2') + lines[0])
    ended = run("import_memories", str(tmp_path / FILE), env=environment(database))
    assert ended.returncode == 1
    assert "ends too early: it should have 2 memories. 1 memory imported" in ended.stderr


@pytest.mark.parametrize("kind", ["empty folder", "nothing", "missing", "header only"])
def test_a_source_without_memories_fails_in_one_sentence(database: str, tmp_path: Path, kind: str) -> None:
    source = tmp_path / "source"
    if kind == "empty folder":
        (source / ".obsidian").mkdir(parents=True)
        (source / ".obsidian" / "hidden.md").write_text("hidden")
    elif kind == "header only":
        source.write_bytes(of_records())
    elif kind == "nothing":
        source.touch()
    ended = run("import_memories", str(source), "-v0", env=environment(database))
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith("CommandError: ")
    assert str(source) in ended.stderr


def test_an_import_reads_standard_input(database: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        (sys.executable, "-m", "codex_project", "import_memories", "-", "--project=shop", "--dry-run"),
        env=environment(database),
        input=of_records(memory(), {}),
        capture_output=True,
        timeout=60,
        cwd=tmp_path,
    )
    assert ended.returncode == 1
    assert b"1 memory would be imported, 0 duplicates, 1 refused." in ended.stderr
    assert os.listdir(tmp_path) == [], "a dry run writes nothing"


def test_an_interrupted_import_is_continued_by_repeating_it(
    program: psycopg.Connection[Any], database: str, tmp_path: Path
) -> None:
    lines = [memory(content=f"Content {number} " + "word " * 400) for number in range(4_000)]
    (tmp_path / FILE).write_bytes(of_records(*lines))
    command = (sys.executable, "-m", "codex_project", "import_memories", str(tmp_path / FILE), "-v0")
    process = subprocess.Popen(command, env=environment(database), stderr=subprocess.PIPE, text=True)

    def stored() -> int:
        row = program.execute("SELECT count(*) FROM memories").fetchone()
        return row[0] if row else 0

    until(stored, "The first batch")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "Interrupted." in said
    assert 0 < (before := stored()) < len(lines)

    again = run("import_memories", str(tmp_path / FILE), env=environment(database))
    assert again.stdout == f"{len(lines) - before:,} memories imported, {before:,} duplicates.\n"


def end_sessions(program: psycopg.Connection[Any], statement: str) -> None:
    """End the sessions that run a statement, as soon as there is one."""
    until(
        lambda: program.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE query LIKE %s AND pid <> pg_backend_pid() AND datname = current_database()",
            [statement],
        ).fetchall(),
        "The statement",
    )


def test_a_server_that_goes_away_stops_an_import_which_can_be_continued(
    program: psycopg.Connection[Any], database: str, tmp_path: Path
) -> None:
    lines = [memory(content=f"Content {number} " + "word " * 400) for number in range(3_000)]
    (tmp_path / FILE).write_bytes(of_records(*lines))
    command = (sys.executable, "-m", "codex_project", "import_memories", str(tmp_path / FILE), "-v0")
    process = subprocess.Popen(command, env=environment(database), stderr=subprocess.PIPE, text=True)
    end_sessions(program, "INSERT INTO memories%")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "The database stopped the import: " in said
    assert said.endswith("Run it again to continue.\n")
    assert "Traceback" not in said
    assert run("import_memories", str(tmp_path / FILE), "-v0", env=environment(database)).returncode == 0
    assert program.execute("SELECT count(*) FROM memories").fetchone() == (3_000,)


def test_a_server_that_goes_away_leaves_no_export(
    program: psycopg.Connection[Any], database: str, tmp_path: Path
) -> None:
    for number in range(10):
        new(program, f"Content {number}")
    command = (sys.executable, "-m", "codex_project", "export_memories", str(tmp_path / FILE), "-v0")
    with psycopg.connect(database) as locking:
        locking.execute("LOCK TABLE codex_processed.memory_versions IN ACCESS EXCLUSIVE MODE")
        process = subprocess.Popen(command, env=environment(database), stderr=subprocess.PIPE, text=True)
        end_sessions(program, "%exported_memories%")
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.startswith("CommandError: The database stopped the export: ")
    assert said.endswith(" Nothing was written.\n")
    assert os.listdir(tmp_path) == []


def test_an_export_without_memories_is_imported(database: str, tmp_path: Path) -> None:
    assert run("export_memories", str(tmp_path / FILE), env=environment(database)).returncode == 0
    ended = run("import_memories", str(tmp_path / FILE), env=environment(database))
    assert (ended.returncode, ended.stdout) == (0, "0 memories imported, 0 duplicates.\n")
