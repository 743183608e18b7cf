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
from tests.support.clients import Serve, environment, run

MIGRATIONS = Path(memories.__file__).parent / "migrations"
PROJECT = MIGRATIONS.parent.parent


def migrate(url: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run("migrate", "--verbosity=0", env=environment(url, **variables))


def test_each_applied_migration_is_recorded_with_the_checksum_of_its_file(unmigrated_url: str) -> None:
    assert migrate(unmigrated_url).returncode == 0
    with psycopg.connect(unmigrated_url) as connection:
        rows = connection.execute(
            "SELECT version, app, name, checksum FROM schema_migrations ORDER BY version"
        ).fetchall()
        applied = connection.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert [(app, name) for _, app, name, _ in rows] == applied
    checksums = {(app, name): checksum for _, app, name, checksum in rows}
    ours = sorted(path for path in MIGRATIONS.glob("[0-9]*.py"))
    assert len(ours) >= 2
    for path in ours:
        assert checksums["memories", path.stem] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_migrate_again_changes_nothing_and_check_is_content(unmigrated_url: str) -> None:
    assert migrate(unmigrated_url).returncode == 0
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        before = connection.execute("SELECT * FROM schema_migrations ORDER BY version").fetchall()
        assert migrate(unmigrated_url).returncode == 0
        assert connection.execute("SELECT * FROM schema_migrations ORDER BY version").fetchall() == before
    assert run("check", "--database", "default", env=environment(unmigrated_url)).returncode == 0


@pytest.mark.parametrize("version", ["0005_admin_indexes", "0010_marks", "0012_signs", "0013_embedded_memories"])
def test_what_an_earlier_version_stored_is_found_after_an_upgrade(
    unmigrated_url: str, serve: Serve, version: str
) -> None:
    earlier = run("migrate", "--verbosity=0", "memories", version, env=environment(unmigrated_url))
    assert earlier.returncode == 0, earlier.stderr
    embeddings = {number: [1.0, number / 10, *[0.0] * 1534] for number in range(4)}
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        for number, embedding in embeddings.items():
            connection.execute(
                "WITH stored AS ("
                " INSERT INTO memories (content, content_hash, context, summary, tags)"
                " VALUES (%(name)s::text, %(name)s, 'A well', %(name)s, ARRAY['well']) RETURNING id"
                ") INSERT INTO codex_processed.processed_memories (memory_id, embeddings, processing_version)"
                " SELECT id, embedding::text::vector, version FROM stored,"
                " (VALUES (%(first)s, 1), (%(newest)s, 2)) AS versions (embedding, version)",
                {"name": str(number), "first": str([0.0] * 1535 + [1.0]), "newest": str(embedding)},
            )
    assert migrate(unmigrated_url).returncode == 0
    server = serve(unmigrated_url)
    page = server.call("search_memories", embedding=embeddings[2], tags=["well"], context="well")
    assert page["memories"][0]["summary"] == "2"
    assert page["total"] == 4
    assert server.call("search_memories", embedding=embeddings[3])["memories"][0]["summary"] == "3"
    assert server.call("search_memories", embedding=embeddings[3], tags=["river"])["total"] == 0


def test_a_vector_too_long_to_compute_with_is_found_after_an_upgrade(unmigrated_url: str, serve: Serve) -> None:
    assert run("migrate", "memories", "0013_embedded_memories", env=environment(unmigrated_url)).returncode == 0
    embeddings = {
        name: [float(n % 7 - 3) * size for n in range(start, start + 1536)]
        for name, start, size in (
            ("ordinary", 0, 1.0),
            ("long", 1, 1e30),
            ("short", 2, 1e-30),
            ("opposite", 1, -1.0),
        )
    }
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        for name, embedding in embeddings.items():
            connection.execute(
                "WITH stored AS ("
                " INSERT INTO memories (content, content_hash, context, summary)"
                " VALUES (%(name)s::text, %(name)s, 'A well', %(name)s) RETURNING id"
                ") INSERT INTO codex_processed.processed_memories (memory_id, embeddings)"
                " SELECT id, %(embedding)s::text::vector FROM stored",
                {"name": name, "embedding": str(embedding)},
            )
        assert migrate(unmigrated_url).returncode == 0
        # As after migrations that were cut off before they were recorded.
        connection.execute("DELETE FROM django_migrations WHERE app = 'memories' AND name >= '0014'")
    assert migrate(unmigrated_url).returncode == 0
    server = serve(unmigrated_url)
    for name, embedding in embeddings.items():
        assert server.call("search_memories", embedding=embedding)["memories"][0]["summary"] == name


def test_records_lost_by_a_crash_are_made_up_for(unmigrated_url: str) -> None:
    assert migrate(unmigrated_url).returncode == 0
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        before = connection.execute("SELECT app, name, checksum FROM schema_migrations").fetchall()
        connection.execute("DELETE FROM schema_migrations WHERE name = '0002_tally'")
        assert migrate(unmigrated_url).returncode == 0
        after = connection.execute("SELECT app, name, checksum FROM schema_migrations").fetchall()
    assert sorted(after) == sorted(before)


def test_a_migration_file_that_changed_after_it_was_applied_is_reported(
    unmigrated_url: str, serve: Serve, tmp_path: Path
) -> None:
    copy = tmp_path / "project"
    for package in ("codex_project", "memories", "patterns", "mcp_server"):
        shutil.copytree(PROJECT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    env = environment(unmigrated_url, COVERAGE_PROCESS_START=None, PYTHONPATH=None)
    command = (sys.executable, "-m", "codex_project")
    options = {"cwd": copy, "env": env, "capture_output": True, "text": True, "timeout": 60}
    assert subprocess.run((*command, "migrate", "--verbosity=0"), **options).returncode == 0  # type: ignore[call-overload]
    changed = copy / "memories/migrations/0002_tally.py"
    changed.write_text(changed.read_text() + "# changed\n")
    newest = max((copy / "patterns/migrations").glob("0*.py"))
    newest.unlink()
    checked = subprocess.run((*command, "check", "--database", "default"), **options)  # type: ignore[call-overload]
    assert checked.returncode == 1
    assert "memories.0002_tally was changed" in checked.stderr
    assert f"patterns.{newest.stem} has no file" in checked.stderr
    assert "Traceback" not in checked.stderr


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
