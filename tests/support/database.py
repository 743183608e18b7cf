"""The PostgreSQL that the tests run on: an embedded one of their own, in a folder that goes away with them.

A pytest plugin (`-p tests.support.database` in pyproject.toml) and not a part of conftest.py, because pytest-django
reads the settings, and with them the environment, before any conftest is loaded.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
import pytest
from psycopg import sql

from codex_project.config import Config
from codex_project.database import embedded
from tests.support.waiting import await_end


class PostgreSQL:
    """A server in a folder; it ends with this process, or earlier and as roughly as a test wants."""

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
        """As after a crash, but with its processes gone: what was not flushed is lost."""
        self._end(signal.SIGQUIT)

    def kill(self) -> None:
        """`kill -9`: no process of it gets to do anything more."""
        self._end(signal.SIGKILL)

    def _end(self, signal_number: int) -> None:
        postmaster = self.postmaster
        family = [postmaster, *postmaster.children()]
        postmaster.send_signal(signal_number)
        await_end(family)


# What `python -m tests` varies: the major version of PostgreSQL, and pgvector as if it were older than 0.8.
MAJOR = int(os.environ.get("TESTS_POSTGRESQL", "0")) or None
OLD_PGVECTOR = "TESTS_OLD_PGVECTOR" in os.environ

MIGRATED = "migrated"  # a database that nobody connects to, so that others can be made after it


def pretend_old_pgvector(url: str) -> None:
    """Make the database say that its pgvector is one without iterative scans: then nobody switches them on."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("UPDATE pg_extension SET extversion = '0.7.4' WHERE extname = 'vector'")


_numbers = count(1)


@contextmanager
def new_database(server_url: str, template: str = "template1") -> Iterator[str]:
    """A database of its own, dropped at the end; without a single table, unless it is made after a template."""
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
    # Before the start: what is registered first runs last, and the server's own end is registered by its start.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return PostgreSQL(folder / "postgresql", MAJOR)


def _do_without_fsync(postgresql: PostgreSQL) -> None:
    """Of a server that no test kills, nothing needs to survive a crash; tests that kill have one of their own."""
    with psycopg.connect(postgresql.url("postgres"), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")


def forget_configuration() -> None:
    """Take what configures the developer's own Codex Memory out of the environment."""
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
