"""`migrate` and `check`: checksums of what was applied, versions, and the dimensions of embeddings."""

from __future__ import annotations

import base64
import hashlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

import memories
from memories.db.schema import migrations_on_disk
from tests.support.clients import Serve, environment, run

MIGRATIONS = Path(memories.__file__).parent / "migrations"
PROJECT = MIGRATIONS.parent.parent


def migrate(url: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run("migrate", "--verbosity=0", env=environment(url, **variables))


def test_each_applied_migration_is_recorded_with_the_checksum_of_its_files(unmigrated_url: str) -> None:
    assert migrate(unmigrated_url).returncode == 0
    with psycopg.connect(unmigrated_url) as connection:
        rows = connection.execute(
            "SELECT version, app, name, checksum FROM schema_migrations ORDER BY version"
        ).fetchall()
        applied = connection.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    on_disk = migrations_on_disk()
    # Of those that were replaced there is no file.
    assert [(app, name) for _, app, name, _ in rows] == [key for key in applied if key in on_disk]
    checksums = {(app, name): checksum for _, app, name, checksum in rows}
    ours = sorted(path for path in MIGRATIONS.glob("[0-9]*.py"))
    assert len(ours) >= 2
    for path in ours:
        digest = hashlib.sha256(path.read_bytes())
        for file in sorted((MIGRATIONS / "sql" / path.stem).glob("*.sql")):
            digest.update(b"\0" + file.name.encode() + b"\0" + file.read_bytes())
        assert checksums["memories", path.stem] == digest.hexdigest()


def test_migrate_again_changes_nothing_and_check_is_content(unmigrated_url: str) -> None:
    assert migrate(unmigrated_url).returncode == 0
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        before = connection.execute("SELECT * FROM schema_migrations ORDER BY version").fetchall()
        assert migrate(unmigrated_url).returncode == 0
        assert connection.execute("SELECT * FROM schema_migrations ORDER BY version").fetchall() == before
    assert run("check", "--database", "default", env=environment(unmigrated_url)).returncode == 0


def test_records_lost_by_a_crash_are_made_up_for(unmigrated_url: str) -> None:
    assert migrate(unmigrated_url).returncode == 0
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        before = connection.execute("SELECT app, name, checksum FROM schema_migrations").fetchall()
        connection.execute("DELETE FROM schema_migrations WHERE name = '0002_curator_group'")
        assert migrate(unmigrated_url).returncode == 0
        after = connection.execute("SELECT app, name, checksum FROM schema_migrations").fetchall()
    assert sorted(after) == sorted(before)


def test_files_of_migrations_that_changed_after_they_were_applied_are_reported(
    unmigrated_url: str, tmp_path: Path
) -> None:
    copy = tmp_path / "project"
    for package in ("codex_project", "memories", "patterns", "mcp_server"):
        shutil.copytree(PROJECT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    env = environment(unmigrated_url, COVERAGE_PROCESS_START=None, PYTHONPATH=None)
    command = (sys.executable, "-m", "codex_project")

    def told(*arguments: str) -> str:
        options = {"cwd": copy, "env": env, "capture_output": True, "text": True, "timeout": 60}
        ended = subprocess.run((*command, *arguments), **options)  # type: ignore[call-overload]
        assert "Traceback" not in ended.stderr
        assert ended.returncode == ("was changed" in ended.stderr or "no file" in ended.stderr)
        return str(ended.stderr)

    check = ("check", "--database", "default")
    told("migrate", "--verbosity=0")
    assert "memories.E002" not in told(*check)
    statements = copy / "memories/migrations/sql/0001_schema"
    before = (statements / "tally.sql").read_text()
    (statements / "tally.sql").write_text(before + "-- changed\n")
    assert "memories.0001_schema was changed" in told(*check)
    (statements / "tally.sql").write_text(before)
    assert "memories.E002" not in told(*check)
    (statements / "new.sql").write_text("")
    assert "memories.0001_schema was changed" in told(*check)
    (statements / "new.sql").rename(copy / "elsewhere.sql")
    changed = copy / "patterns/migrations/0007_cheaper_updates.py"
    changed.write_text(changed.read_text() + "# changed\n")
    only = told(*check)
    assert "patterns.0007_cheaper_updates was changed" in only
    assert "0001_schema" not in only
    changed.rename(copy / "gone.py")
    assert "patterns.0007_cheaper_updates has no file" in told(*check)


def test_check_before_the_first_migration_finds_nothing_changed(unmigrated_url: str) -> None:
    assert run("check", "--database", "default", env=environment(unmigrated_url)).returncode == 0


@pytest.mark.parametrize("command", [("migrate",), ("check", "--database", "default")])
@pytest.mark.integration
def test_an_unreachable_database_is_one_sentence_and_no_password(command: tuple[str, ...]) -> None:
    ended = run(*command, env=environment("postgresql://me:hunter2@127.0.0.1:1/memories"))
    assert ended.returncode == 1
    assert "cannot be reached" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "hunter2" not in ended.stderr


# EMBEDDING_DIMENSIONS


def test_another_number_of_dimensions_is_fixed_by_the_first_migration(unmigrated_url: str, serve: Serve) -> None:
    assert migrate(unmigrated_url, EMBEDDING_DIMENSIONS="384").returncode == 0
    server = serve(unmigrated_url, EMBEDDING_DIMENSIONS="384")
    memory = {"content": "Small vectors", "context": "c", "summary": "s"}
    numbers = [0.5] * 384
    identifier = server.call("store_memory", memory, embeddings=numbers)["id"]
    assert server.call("get_memory", id=identifier, include_embedding=True)["memory"]["embedding"] == numbers
    text = base64.b64encode(struct.pack("<384f", *numbers)).decode()
    server.call("store_memory", memory | {"content": "As base64"}, embeddings=text)
    refused = server.refusal("store_memory", memory | {"content": "Too wide"}, embeddings=[0.5] * 1536)
    assert (refused.code, refused.data["limit"], refused.data["actual"]) == (-32000, 384, 1536)

    other = serve(unmigrated_url)
    refused = other.refusal("search_memories")
    assert refused.code == -32603
    assert "EMBEDDING_DIMENSIONS=384" in refused.message
    for command in (("migrate",), ("check", "--database", "default")):
        ended = run(*command, env=environment(unmigrated_url))
        assert ended.returncode == 1
        assert "EMBEDDING_DIMENSIONS=384" in ended.stderr
        assert "Traceback" not in ended.stderr


def test_the_description_of_an_embedding_tells_its_dimensions(unmigrated_url: str, serve: Serve) -> None:
    server = serve(unmigrated_url, EMBEDDING_DIMENSIONS="384")
    store = server.ask("tools/list")["tools"][0]
    assert store["name"] == "store_memory"
    assert "384" in store["inputSchema"]["properties"]["embeddings"]["description"]
