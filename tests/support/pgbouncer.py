"""pgbouncer in front of the tests' PostgreSQL."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, quote, urlsplit

import psutil

from tests.support.waiting import until

PORT = 6432  # of a socket in a folder of its own
CONFIGURATION = """
[databases]
* = host={host} port={port} user={user}

[pgbouncer]
listen_addr =
listen_port = {own_port}
unix_socket_dir = {folder}
unix_socket_mode = 0777
auth_type = any
pool_mode = {mode}
default_pool_size = {size}
max_client_conn = 500
server_idle_timeout = 1
"""


def program() -> str | None:
    """The path of pgbouncer; None where it is not installed."""
    return shutil.which("pgbouncer", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))


class PgBouncer:
    """Poolers in front of a server, which several databases and clients share.

    Args:
        url: of a database of the server, on a Unix socket.
        size: connections to the server, for each database.
    """

    def __init__(self, url: str, *, mode: str = "transaction", size: int = 20) -> None:
        parts = urlsplit(url)
        server = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self._host = server["host"]
        self.folder = Path(tempfile.mkdtemp(prefix="codex-memory-pgbouncer-"))
        self.folder.chmod(0o755)
        configuration = self.folder / "pgbouncer.ini"
        configuration.write_text(
            CONFIGURATION.format(
                host=server["host"],
                port=server.get("port", "5432"),
                user=parts.username,
                own_port=PORT,
                folder=self.folder,
                mode=mode,
                size=size,
            )
        )
        path = program()
        assert path is not None
        # It refuses to run as root, and has to reach the socket, which only PostgreSQL's own user may.
        owner = Path(server["host"]).stat()
        if os.geteuid() == 0:
            os.chown(self.folder, owner.st_uid, owner.st_gid)
            for parent in Path(server["host"]).parents:
                if Path(tempfile.gettempdir()) in parent.parents and not parent.stat().st_mode & 0o001:
                    parent.chmod(parent.stat().st_mode | 0o011)
        self._process = subprocess.Popen(
            (path, "-q", str(configuration)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=owner.st_uid if os.geteuid() == 0 else None,
            group=owner.st_gid if os.geteuid() == 0 else None,
            extra_groups=[] if os.geteuid() == 0 else None,
        )
        until(self._answers, "The start of pgbouncer")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def is_for(self, url: str) -> bool:
        """Whether a URL names the server behind it, directly."""
        return parse_qs(urlsplit(url).query).get("host") == [self._host]

    def url(self, url: str) -> str:
        """The same database, through the pooler."""
        before, _, _ = url.partition("?")
        return f"{before}?host={quote(str(self.folder), safe='')}&port={PORT}"

    def stop(self) -> None:
        if psutil.pid_exists(self._process.pid):
            self._process.kill()
        self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answers(self) -> bool:
        assert self._process.poll() is None, "pgbouncer ended"
        with socket.socket(socket.AF_UNIX) as asking:
            try:
                asking.connect(str(self.folder / f".s.PGSQL.{PORT}"))
            except OSError:
                return False
        return True


@cache
def of_all_tests() -> PgBouncer | None:
    """What the servers of all tests run behind, if TESTS_POOLER is set."""
    if "TESTS_POOLER" not in os.environ:
        return None
    pooler = PgBouncer(os.environ["DATABASE_URL"])
    atexit.register(pooler.stop)
    return pooler
