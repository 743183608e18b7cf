"""The commands on the embedded database, which they start and migrate."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from codex_project.database import embedded
from memories.db.schema import migrations_on_disk
from tests.support.clients import environment, run

pytestmark = pytest.mark.integration

ALL = "SELECT app, name FROM django_migrations"


def test_commands_make_the_database(tmp_path: Path) -> None:
    env = environment(None, CODEX_DATA_DIR=str(tmp_path / "new"), CODEX_URL=None, CODEX_PROJECT=None)

    with ThreadPoolExecutor(2) as threads:
        stored = list(threads.map(lambda what: run("remember", f"The {what} is deep.", env=env), ("well", "lake")))
    assert [done.returncode for done in stored] == [0, 0], [done.stderr for done in stored]
    recalled = run("recall", "what is deep", env=env)
    assert all(f"The {what} is deep." in recalled.stdout for what in ("well", "lake")), recalled.stderr


def test_commands_migrate_the_database_of_an_earlier_version_from_any_folder(tmp_path: Path) -> None:
    folder, repository = tmp_path / "data", tmp_path / "repository"
    for package in ("memories", "codex_project"):
        (repository / package).mkdir(parents=True)
        (repository / package / "__init__.py").write_text("raise SystemExit('This is not Codex Memory.')")
    env = environment(None, CODEX_DATA_DIR=str(folder), CODEX_URL=None, CODEX_PROJECT=None)
    migrated = run("migrate", "memories", "0025_cheaper_updates", env=env)
    assert migrated.returncode == 0, migrated.stderr
    server = embedded.start(folder / "postgresql")
    with psycopg.connect(host=server.host, port=server.port, user=server.user, dbname="postgres") as connection:
        before = set(connection.execute(ALL).fetchall())
        connection.rollback()
        command = Path(sys.executable).with_name("codex-memory")
        stored = subprocess.run(
            (command, "remember", "The well is deep."),
            env=env,
            cwd=repository,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert stored.returncode == 0, stored.stderr
        after = set(connection.execute(ALL).fetchall())
    assert after > before
    assert set(migrations_on_disk()) <= after


def test_a_database_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("recall", "x", env=environment(None, CODEX_DATA_DIR=str(tmp_path / "file" / "data"), CODEX_URL=None))
    assert done.returncode == 1
    assert (len(done.stderr.splitlines()), done.stdout) == (1, "")
