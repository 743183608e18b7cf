"""The embedded PostgreSQL of the tests, in a folder that is removed at the end.

This is a pytest plugin (`-p tests.support.database` in pyproject.toml) instead of a part of conftest.py, because
pytest-django reads the settings, and with them the environment, before any conftest is loaded.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
import pytest
from psycopg import sql

from codex_project.config import Config
from codex_project.database import embedded
from tests.support.waiting import await_end, until


class PostgreSQL:
    """A server in a folder, which ends with this process, or when a test stops or kills it."""

    def __init__(self, folder: Path, major: int | None = None) -> None:
        self.folder = folder
        self.start(major)

    def start(self, major: int | None = None) -> None:
        self.server = embedded.start(self.folder, new_major=major)

    def url(self, database: str) -> str:
        return f"postgresql://{self.server.user}@/{database}?host={quote(self.server.host, safe='')}&port={self.port}"

    @property
    def port(self) -> str:
        return self.server.port or "5432"

    @property
    def postmaster(self) -> psutil.Process:
        return psutil.Process(int((self.folder / "postmaster.pid").read_text(errors="replace").split("\n", 1)[0]))

    def stop(self) -> None:
        self._end(signal.SIGINT)

    def stop_immediately(self) -> None:
        """Stop without a checkpoint: unflushed data is lost, as in a crash, but the processes end."""
        self._end(signal.SIGQUIT)

    def kill(self) -> None:
        """Kill all processes of the server (`kill -9`)."""
        number = self.postmaster.pid
        self._end(signal.SIGKILL)
        # PostgreSQL trusts the remaining postmaster.pid until the parent has reaped the process.
        until(lambda: not psutil.pid_exists(number), "The end of the postmaster")

    def _end(self, signal_number: int) -> None:
        postmaster = self.postmaster
        family = [postmaster, *postmaster.children()]
        postmaster.send_signal(signal_number)
        await_end(family)


# `python -m tests` varies these: the major version of PostgreSQL, and whether pgvector pretends to be older than 0.8.
MAJOR = int(os.environ.get("TESTS_POSTGRESQL", "0")) or None
OLD_PGVECTOR = "TESTS_OLD_PGVECTOR" in os.environ

MIGRATED = "migrated"  # the template of other databases, which therefore must have no connections


def pretend_old_pgvector(url: str) -> None:
    """Make the database report a pgvector without iterative scans, so that they are not enabled."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE pg_extension SET extversion = '0.7.4' WHERE extname = 'vector'")


_numbers = count(1)


@contextmanager
def new_database(server_url: str, template: str = "template1") -> Iterator[str]:
    """Create a database, empty or from a template, and drop it at the end."""
    name = f"tests_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as admin:
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        admin.execute(create.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield server_url.replace("/postgres?", f"/{name}?")
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def in_new_folder(prefix: str = "codex-memory-tests-") -> PostgreSQL:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    # Registered before the start, which registers the server's stop, because exit handlers run in reverse order.
    atexit.register(_remove, folder)
    return PostgreSQL(folder / "postgresql", MAJOR)


def _remove(folder: Path) -> None:
    """Kill the servers in a folder, then remove it."""
    for pid_file in folder.glob("*/postmaster.pid"):
        with suppress(psutil.NoSuchProcess, FileNotFoundError, ValueError):
            postmaster = psutil.Process(int(pid_file.read_text(errors="replace").split("\n", 1)[0]))
            family = [postmaster, *postmaster.children()]
            postmaster.kill()
            await_end(family)
    shutil.rmtree(folder)


def _do_without_fsync(postgresql: PostgreSQL) -> None:
    """Turn fsync off: tests that kill a server have their own, so this one need not survive a crash."""
    with psycopg.connect(postgresql.url("postgres"), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")


def forget_configuration() -> None:
    """Remove the variables of the developer's own Codex Memory from the environment."""
    for field in Config.model_fields.values():
        os.environ.pop(str(field.alias), None)
    for name in ("LOG_LEVEL", "RUST_LOG"):
        os.environ.pop(name, None)


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    forget_configuration()
    shared = in_new_folder()
    _do_without_fsync(shared)
    os.environ["DATABASE_URL"] = shared.url("postgres")
    os.environ["CODEX_DATA_DIR"] = str(shared.folder.parent)
    os.environ["DJANGO_SECRET_KEY"] = "only for tests"
    os.environ["RATE_LIMIT_ENABLED"] = "false"
    return (yield)
