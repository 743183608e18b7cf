"""The commands on the embedded database, which they start and migrate."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from codex_project.database import embedded
from tests.support.clients import environment, run

pytestmark = pytest.mark.integration

NEWEST = ("memories", "0026_current_postings")
RECORDED = "SELECT app, name FROM django_migrations WHERE (app, name) = (%s, %s)"


def test_commands_make_and_migrate_the_database(tmp_path: Path) -> None:
    env = environment(None, CODEX_DATA_DIR=str(tmp_path / "new"), CODEX_URL=None, CODEX_PROJECT=None)

    with ThreadPoolExecutor(2) as threads:
        stored = list(threads.map(lambda what: run("remember", f"The {what} is deep.", env=env), ("well", "lake")))
    assert [done.returncode for done in stored] == [0, 0], [done.stderr for done in stored]
    server = embedded.start(tmp_path / "new" / "postgresql")
    with psycopg.connect(
        host=server.host, port=server.port, user=server.user, dbname="postgres", autocommit=True
    ) as connection:
        # As an earlier version left it.
        connection.execute("DELETE FROM django_migrations WHERE (app, name) = (%s, %s)", NEWEST)
        recalled = run("recall", "what is deep", env=env)
        assert connection.execute(RECORDED, NEWEST).fetchall() == [NEWEST]
    assert all(f"The {what} is deep." in recalled.stdout for what in ("well", "lake")), recalled.stderr


def test_a_database_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("recall", "x", env=environment(None, CODEX_DATA_DIR=str(tmp_path / "file" / "data"), CODEX_URL=None))
    assert done.returncode == 1
    assert (len(done.stderr.splitlines()), done.stdout) == (1, "")
