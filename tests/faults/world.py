"""A PostgreSQL of the suite's own, and the servers of a fleet: two on stdio, one over HTTP."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple, Self

import psutil
import psycopg
import redis
from psycopg.conninfo import make_conninfo

from tests.faults import disks
from tests.faults.clock import Clock
from tests.faults.model import Outcome
from tests.support.clients import Client, Refused, environment, run
from tests.support.database import PostgreSQL, forget_configuration
from tests.support.http_clients import HttpClient
from tests.support.waiting import await_end, until

CALL_PATIENCE = 60.0  # seconds in which every call must be answered
MAX_CONNECTIONS = 40  # of PostgreSQL, so that they can run out
SEARCH_PATH = "-c search_path=public,codex_processed"
# A server whose statistics are never old, so that they can be compared after each round.
PROGRAM = """
import sys
from codex_project.__main__ import main
from memories import limits

limits.STATISTICS_MAX_AGE = 0
sys.argv = ["codex_project", "mcp_serve"]
main()
"""
# Acknowledged changes stay in memory for up to ten seconds. By a trigger, because sessions turn the setting on.
SABOTAGE = """
CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM set_config('synchronous_commit', 'off', true); RETURN NULL; END $$;
CREATE TRIGGER sabotage BEFORE INSERT OR UPDATE OR DELETE ON memories EXECUTE FUNCTION sabotage()
"""
# Two with little patience, so that a hang becomes an unknown outcome; one that waits.
SERVERS: dict[str, dict[str, str]] = {
    "stdio, hasty": {"MCP_TIMEOUT": "3", "ACQUIRE_TIMEOUT": "1"},
    "stdio, patient": {"MCP_TIMEOUT": "60", "ACQUIRE_TIMEOUT": "30"},
    "HTTP": {"MCP_TIMEOUT": "4", "ACQUIRE_TIMEOUT": "2"},
}
COMMON = {
    "ENABLE_CACHE": "true",
    "MAX_CONNECTIONS": "5",
    "DJANGO_SECRET_KEY": "only for tests",
    # Counted, so that Redis is asked, but never reached.
    **{
        f"RATE_LIMIT_{tool}": "1000000"
        for tool in ("STORE_MEMORY", "SEARCH_MEMORIES", "GET_MEMORY", "ANALYZE_PATTERNS")
    },
}


class Answer(NamedTuple):
    """How a call ended: its result if acknowledged, or the error; None if there was no answer at all."""

    outcome: Outcome
    result: Any = None
    error: Refused | None = None


class Node:
    """A server that can be killed and started again."""

    def __init__(self, name: str, variables: dict[str, str]) -> None:
        self.name = name
        self._variables = variables
        self._killed: set[int] = set()  # process ids
        self.start()

    def start(self) -> None:
        self.client: Client
        if self.name == "HTTP":
            self.client = HttpClient(self._variables)
        else:
            self.client = Client(self._variables, command=(sys.executable, "-c", PROGRAM))
        self.client.initialize()

    def kill(self) -> None:
        """Kill the server; what it was writing is cut off."""
        self._killed.add(self.client.process.pid)
        self.client.kill()
        self.client.wait()
        self.client._unexpected.clear()
        self.client.close()

    def close(self) -> None:
        self.client.close()

    def call(self, tool: str, arguments: dict[str, Any]) -> Answer:
        """Call a tool.

        Raises:
            AssertionError, OSError, ValueError, HTTPException: there was no answer in time, or a malformed one.
        """
        client = self.client
        request = client.prepared_call(tool, arguments)
        try:
            if isinstance(client, HttpClient):
                message = json.loads(client.post(json.dumps(request).encode())[2])
            else:
                client.send(request)
                message = client.answer(request["id"], CALL_PATIENCE)
        except ConnectionRefusedError:  # it never arrived
            return Answer(Outcome.REFUSED)
        except (OSError, ValueError, http.client.HTTPException, AssertionError):
            if client.process.pid not in self._killed:
                raise
            return Answer(Outcome.UNKNOWN)
        assert message["id"] == request["id"], f"{message} answers {request}"
        if "result" in message:
            return Answer(Outcome.ACKNOWLEDGED, json.loads(message["result"]["content"][0]["text"]))
        error = Refused(message["error"])
        is_unknown = error.data.get("outcome") == "unknown"
        return Answer(Outcome.UNKNOWN if is_unknown else Outcome.REFUSED, error=error)


class Redis:
    """A redis-server on a socket in a folder; without the program there is none, and `url` is None."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "redis.sock"
        self.url = f"unix://{self._socket}" if shutil.which("redis-server") else None
        self.start()

    def start(self) -> None:
        if self.url is not None:
            options = ("--port", "0", "--unixsocket", str(self._socket), "--save", "", "--appendonly", "no")
            self._process = subprocess.Popen(
                ("redis-server", *options), cwd=self._socket.parent, stdout=subprocess.DEVNULL
            )
            until(self._socket.exists, "Redis")

    def has_counted(self) -> bool:
        """Whether any server has counted calls there."""
        client = redis.Redis(unix_socket_path=str(self._socket))
        try:
            return bool(client.dbsize())
        finally:
            client.close()

    def kill(self) -> None:
        if self.url is not None:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)


class World:
    """Everything that a round needs; `close` ends all processes and removes the folder.

    Args:
        kind: '' for the usual one; "small disk", where this process may mount one; "clock" with a clock of its own.
        sabotage: whether commits return before they are durable.
    """

    disk: Path | None = None  # the small one, if it is mounted
    clock: Clock | None = None

    def __init__(self, kind: str = "", *, sabotage: bool = False) -> None:
        forget_configuration()
        with ExitStack() as self._stack:
            self._make(kind, is_sabotaged=sabotage)
            self._stack = self._stack.pop_all()

    def _make(self, kind: str, *, is_sabotaged: bool) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="codex-memory-faults-"))
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)  # for PostgreSQL's own user
        place = self.folder / "disk"
        place.mkdir()
        if kind == "small disk" and disks.mount(place):
            self._stack.callback(disks.unmount, place)
            self.disk = place
        self.postgresql = PostgreSQL(place / "postgresql")
        self._stack.callback(self._end_postgresql)
        if kind == "clock":
            self.clock = Clock(self.folder / "clock")
            self._stack.enter_context(self.clock.preloaded())
        self._configure(disks.SMALL if self.disk else {}, {"wal_writer_delay": "10s"} if is_sabotaged else {})
        self.url = make_conninfo(self.postgresql.url("postgres"), options=SEARCH_PATH)
        self.redis = Redis(self.folder)
        self._stack.callback(self.redis.kill)
        variables: dict[str, Any] = {**COMMON, "CODEX_DATA_DIR": str(self.folder), "REDIS_URL": self.redis.url}
        if self.clock is not None:
            variables |= self.clock.variables
        self.environment = environment(self.postgresql.url("postgres"), **variables)
        self.migrate()
        if is_sabotaged:
            with self.connect() as connection:
                connection.execute(SABOTAGE)
        self.nodes = [Node(name, self.environment | special) for name, special in SERVERS.items()]
        for node in self.nodes:
            self._stack.callback(node.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.url, autocommit=True, application_name="faults")

    def migrate(self) -> None:
        done = run("migrate", "--verbosity=0", env=self.environment)
        assert done.returncode == 0, done.stderr

    @property
    def is_up(self) -> bool:
        try:
            with self.connect() as connection:
                return connection.execute("SELECT true").fetchone() == (True,)
        except psycopg.OperationalError:
            return False

    def await_postgresql(self) -> None:
        """Wait until it has recovered by itself, or start it if it has ended."""
        deadline = time.monotonic() + CALL_PATIENCE
        while not self.is_up:
            assert time.monotonic() < deadline, (self.postgresql.folder / "log").read_text()[-2000:]
            if not self._runs():
                self.postgresql.start()
            time.sleep(0.05)

    @property
    def processes(self) -> list[psutil.Process]:
        """Of PostgreSQL."""
        postmaster = self.postgresql.postmaster
        return [postmaster, *postmaster.children()]

    def _runs(self) -> bool:
        try:
            return self.postgresql.postmaster.is_running()
        except (OSError, ValueError, psutil.NoSuchProcess):
            return False

    def _configure(self, *more: dict[str, str]) -> None:
        settings = {"max_connections": str(MAX_CONNECTIONS), "log_min_messages": "error"}
        for each in more:
            settings |= each
        with psycopg.connect(self.postgresql.url("postgres"), autocommit=True) as connection:
            for name, value in settings.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'")
        self.postgresql.stop()
        self.postgresql.start()

    def _end_postgresql(self) -> None:
        if self._runs():
            family = self.processes
            for process in family:
                process.kill()
            await_end(family)
