"""The databases that the benchmarks measure on: the embedded PostgreSQL, filled once and kept for the next run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg
from pgvector.psycopg import register_vector

from tests.benchmarks.client import Client
from tests.benchmarks.data import fill
from tests.benchmarks.layouts import Layout, Shape
from tests.support.waiting import await_end

SERVER = [sys.executable, "-m", "codex_project", "mcp_serve"]
ECHO = [sys.executable, "-m", "tests.benchmarks.echo_server"]


class Database:
    """A folder with an embedded PostgreSQL that holds so many generated memories.

    Args:
        folder: where all databases are kept, each in a folder of its own.
        name: of its own folder, where several hold the same.
        in_projects: whether each memory belongs to a project.
    """

    def __init__(
        self,
        folder: Path,
        memories: int,
        embedded_every: int,
        shape: Shape = "even",
        name: str = "",
        *,
        in_projects: bool = False,
    ) -> None:
        self.folder = folder / name / f"{shape}{'-in-projects' * in_projects}-{memories}-{embedded_every}"
        self._in_projects = in_projects
        self._empty = folder / "empty"
        self.memories = memories
        self.layout = Layout(shape, memories)
        self._embedded_every = embedded_every

    def environment(self, **variables: str) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return {**inherited, "CODEX_DATA_DIR": str(self.folder), "RATE_LIMIT_ENABLED": "false", **variables}

    @contextmanager
    def connection(self) -> Iterator[psycopg.Connection[Any]]:
        """A plain connection, as a program of one's own would have it; the database is filled first."""
        from codex_project.database import embedded
        from memories.db import session

        if not self.folder.exists():
            self._copy_empty()
        server = embedded.start(self.folder / "postgresql")
        with psycopg.connect(host=server.host, user=server.user, dbname="postgres", autocommit=True) as connection:
            connection.execute(session.statement())
            if not (self.folder / "filled").exists():
                with Client(SERVER, self.environment()) as client:
                    client.call("get_statistics")  # brings the tables up to date
                fill(
                    connection,
                    self.memories,
                    shape=self.layout.shape,
                    embedded_every=self._embedded_every,
                    in_projects=self._in_projects,
                )
                (self.folder / "filled").touch()
            register_vector(connection)
            yield connection

    def _copy_empty(self) -> None:
        """Begin with a copy of a database without memories, which is made once: that takes longer than to fill it."""
        if not (self._empty / "made").exists():
            with Client(SERVER, self.environment(CODEX_DATA_DIR=str(self._empty))) as client:
                client.call("get_statistics")  # the first call makes the tables
            (self._empty / "made").touch()
        self.folder.mkdir(parents=True)
        subprocess.run(("cp", "-a", self._empty / "postgresql", self.folder), check=True)

    def processes(self) -> list[psutil.Process]:
        """The processes of the running PostgreSQL."""
        from codex_project.database import embedded

        postmaster = psutil.Process(embedded.start(self.folder / "postgresql").pid)
        return [postmaster, *postmaster.children()]

    def restart(self) -> None:
        """Stop PostgreSQL and start it again: its buffers are empty, the system's cache of its files is not."""
        from codex_project.database import embedded

        postmaster = psutil.Process(embedded.start(self.folder / "postgresql").pid)
        postmaster.send_signal(signal.SIGINT)
        await_end([postmaster])
        embedded.start(self.folder / "postgresql")
