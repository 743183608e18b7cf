"""The first steps of a curator, on a folder that does not exist yet and with nothing set by hand."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.test import override_settings

from codex_project.database import embedded
from tests.support.clients import environment, run

pytestmark = pytest.mark.integration

FIRST_USER = ("createsuperuser", "--noinput", "--username", "root", "--email", "root@example.org")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new"


def test_createsuperuser_works_first_of_all(folder: Path) -> None:
    env = environment(None, CODEX_DATA_DIR=str(folder), DJANGO_SUPERUSER_PASSWORD="a long password")

    first = run(*FIRST_USER, env=env)
    second = run(*FIRST_USER, env=env)

    assert (first.returncode, first.stdout.strip()) == (0, "Superuser created successfully."), first.stderr
    assert "That username is already taken" in second.stderr
    server = embedded.start(folder / "postgresql")
    with psycopg.connect(host=server.host, port=server.port, user=server.user, dbname="postgres") as connection:
        rows = connection.execute("SELECT name FROM auth_group").fetchall()
    assert rows == [("curator",)]


def test_commands_that_show_migrations_do_not_migrate(folder: Path) -> None:
    env = environment(None, CODEX_DATA_DIR=str(folder))

    shown = run("showmigrations", "memories", env=env)

    assert "[ ] 0001_schema" in shown.stdout, shown.stderr
    assert "[X]" not in shown.stdout


THREADS = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from memories.models import Memory
together = Barrier(4)
with ThreadPoolExecutor(4) as threads:
    print(list(threads.map(lambda _: together.wait() is None or Memory.objects.count(), range(4))))
"""


def test_threads_that_connect_at_once_find_the_database_migrated(folder: Path) -> None:
    counted = run("shell", "-v0", "-c", THREADS, env=environment(None, CODEX_DATA_DIR=str(folder)))

    assert (counted.returncode, counted.stdout.strip()) == (0, "[0, 0, 0, 0]"), counted.stderr


def test_the_server_is_started_once_and_found_again(folder: Path) -> None:
    from codex_project.database import base

    with override_settings(EMBEDDED_DATABASE=True, CODEX_DATA_DIR=folder):
        database = base.embedded_database(settings.CODEX_DATA_DIR / "postgresql")
        first, again = database.running_server(), database.running_server()

    assert again is first
