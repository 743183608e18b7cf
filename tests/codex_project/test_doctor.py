"""`doctor` finds what is wrong, and says what to do."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.clients import environment, run

PRODUCTION = {
    "DJANGO_ALLOWED_HOSTS": "memory.example",
    "TRUST_PROXY": "true",
    "DJANGO_SECRET_KEY": "a-key-of-production-that-is-as-long-and-as-mixed-as-0123456789-ABCDEF",
}
HURRIED_DOCTOR = """
import django
django.setup()
from codex_project.management.commands import doctor
doctor.PATIENCE = 1
django.core.management.call_command("doctor")
"""


def test_nothing_wrong_is_status_0_and_says_what_is_in_effect(database: str) -> None:
    examined = run("doctor", env=environment(database, MAX_CONNECTIONS="7"))
    assert examined.returncode == 0, examined.stdout + examined.stderr
    assert "MAX_CONNECTIONS = 7 (from MAX_CONNECTIONS)" in examined.stdout
    assert "PostgreSQL 18" in examined.stdout
    assert "pgvector 0.8" in examined.stdout
    assert "all migrations are applied" in examined.stdout
    assert "stdout contains only the protocol" in examined.stdout
    assert "FAULT" not in examined.stdout


def test_what_prints_to_the_protocols_stdout_is_a_fault_with_its_remedy(database: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('Welcome to Python!', flush=True)\n")
    examined = run("doctor", env=environment(database, PYTHONPATH=str(tmp_path)))
    assert examined.returncode == 1
    assert (
        "FAULT  stdout contains more than the protocol, such as 'Welcome to Python!'. Find what prints"
        in examined.stdout
    )
    assert "1 fault found" in examined.stderr


@pytest.mark.parametrize(
    ("trouble", "fault"),
    [
        ("sys.exit(3)", "mcp_serve does not answer initialize."),
        ("import threading; threading.Event().wait()", "mcp_serve did not end within 1 seconds."),
    ],
)
def test_a_server_that_does_not_serve_is_a_fault_in_bounded_time(
    database: str, tmp_path: Path, trouble: str, fault: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"import sys\nif 'mcp_serve' in sys.orig_argv: {trouble}\n")
    examined = subprocess.run(
        (sys.executable, "-c", HURRIED_DOCTOR),
        env=environment(database, PYTHONPATH=str(tmp_path), DJANGO_SETTINGS_MODULE="codex_project.settings"),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert examined.returncode == 1, examined.stderr
    assert f"FAULT  {fault} Run `codex-memory mcp_serve`" in examined.stdout


def test_an_unmigrated_database_is_a_fault_with_its_remedy(unmigrated_url: str) -> None:
    examined = run("doctor", env=environment(unmigrated_url))
    assert examined.returncode == 1
    assert "memories.0001_schema" in examined.stdout
    assert "Run `codex-memory migrate`" in examined.stdout


@pytest.mark.integration
def test_a_database_that_is_away_is_a_fault_and_no_password_shows() -> None:
    examined = run("doctor", "--deploy", env=environment("postgresql://me:hunter2@127.0.0.1:1/memories"))
    assert examined.returncode == 1
    assert "cannot be reached" in examined.stdout
    assert "hunter2" not in examined.stdout + examined.stderr
    assert "Traceback" not in examined.stderr


def test_an_invalid_index_and_a_changed_migration_are_faults(database: str, outside: psycopg.Connection[Any]) -> None:
    outside.execute("CREATE INDEX broken ON memories (updated_at)")
    outside.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken'::regclass")
    changed = "UPDATE schema_migrations SET checksum = %s WHERE app = 'memories' AND name = '0001_schema' RETURNING 1"
    ((before,),) = outside.execute(
        "SELECT checksum FROM schema_migrations WHERE app = 'memories' AND name = '0001_schema'"
    )
    try:
        outside.execute(changed, ["0" * 64])
        examined = run("doctor", env=environment(database))
    finally:
        outside.execute(changed, [before])
        outside.execute("DROP INDEX broken")
    assert examined.returncode == 1
    assert "REINDEX INDEX CONCURRENTLY broken" in examined.stdout
    assert "memories.0001_schema was changed" in examined.stdout
    assert "2 faults found" in examined.stderr


# Random numbers for each memory, others at each call.
EMBED = """
INSERT INTO codex_processed.processed_memories (memory_id, embeddings)
SELECT id, ARRAY(SELECT random() - 0.5 FROM generate_series(1, 1536) WHERE id IS NOT NULL)::vector FROM memories
ON CONFLICT (memory_id, processing_version) DO UPDATE SET embeddings = excluded.embeddings
"""


REMEDY = "REINDEX INDEX CONCURRENTLY codex_processed.idx_quantized_embeddings"
SOME = "memory_id IN (SELECT id FROM memories WHERE summary::int > 1100)"
CHANGES = {
    "embedded anew": EMBED,
    "memories deleted": "DELETE FROM memories WHERE summary::int > 1100",
    "embeddings blanked": f"UPDATE codex_processed.processed_memories SET embeddings = NULL WHERE {SOME}",
    "embeddings deleted": f"DELETE FROM codex_processed.processed_memories WHERE {SOME}",
}


@pytest.fixture
def embedded(outside: psycopg.Connection[Any]) -> Iterator[psycopg.Connection[Any]]:
    """2,000 embeddings, and nothing that is vacuumed unless a test does it."""
    table = "ALTER TABLE codex_processed.quantized_embeddings"
    outside.execute(f"{table} SET (autovacuum_enabled = off)")
    outside.execute("VACUUM codex_processed.quantized_embeddings")
    outside.execute(REMEDY)  # other tests left their entries in it
    outside.execute(
        "INSERT INTO memories (content, content_hash, context, summary)"
        " SELECT n, n, 'c', n FROM generate_series(1, 2000) AS n"
    )
    outside.execute(EMBED)
    yield outside
    outside.execute(f"{table} RESET (autovacuum_enabled)")


def examined(database: str, connection: psycopg.Connection[Any]) -> str:
    """What doctor says of the index of the nearest."""
    connection.execute("SELECT pg_stat_force_next_flush()")
    examined = run("doctor", env=environment(database))
    (finding,) = (line for line in examined.stdout.splitlines() if "idx_quantized_embeddings is " in line)
    assert examined.returncode == ("FAULT" in finding), examined.stdout
    return finding


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_index_of_the_nearest_with_many_entries_that_are_gone_is_a_fault_until_it_is_made_anew(
    database: str, embedded: psycopg.Connection[Any], change: str
) -> None:
    embedded.execute(change)
    fault = examined(database, embedded)
    assert "FAULT" in fault
    assert f"Run `{REMEDY}`" in fault
    embedded.execute(REMEDY)
    assert "ok" in examined(database, embedded)


def test_an_index_of_the_nearest_is_no_fault_when_tags_changed_everywhere_or_once_it_is_vacuumed(
    database: str, embedded: psycopg.Connection[Any]
) -> None:
    for tag in ("one", "two", "three"):
        embedded.execute("UPDATE memories SET tags = %s", [[tag]])
    assert growth(examined(database, embedded)) < 1.2
    embedded.execute(CHANGES["memories deleted"])
    embedded.execute("VACUUM codex_processed.quantized_embeddings")
    # Large all the same.
    assert growth(examined(database, embedded)) > 1.5


def growth(found: str) -> float:
    """How much larger than a new one the index of the nearest is, where that is no fault; it is drawn by chance."""
    told = re.search(r"ok     index codex_processed\.idx_quantized_embeddings is (\d\.\d) times", found)
    assert told is not None, found
    return float(told[1])


def test_more_connections_than_the_server_allows_are_a_fault(database: str) -> None:
    examined = run("doctor", env=environment(database, MAX_CONNECTIONS="1000"))
    assert examined.returncode == 1
    assert "Lower MAX_CONNECTIONS" in examined.stdout


def test_the_checklists_name_what_only_a_person_can_confirm(database: str) -> None:
    examined = run("doctor", "--deploy", env=environment(database, **PRODUCTION))
    assert examined.returncode == 0, examined.stdout + examined.stderr
    assert "/health/ready is 200" in examined.stdout
    assert "`check --deploy` reports nothing" in examined.stdout
    assert examined.stdout.count("[ ]") == 8


def test_debug_in_production_is_a_fault(database: str) -> None:
    examined = run("doctor", "--deploy", env=environment(database, **PRODUCTION, DJANGO_DEBUG="true"))
    assert examined.returncode == 1
    assert "DEBUG" in examined.stdout


def test_the_documented_production_variables_pass_djangos_own_check(database: str) -> None:
    checked = run("check", "--deploy", "--fail-level", "WARNING", env=environment(database, **PRODUCTION))
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout
