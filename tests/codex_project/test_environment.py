"""No variable of libpq's leads to another database than the embedded one, or changes its sessions."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import pq

from tests.support import database as databases
from tests.support.clients import Serve, environment, run

GARBAGE = "nonsense"
MEMORY = {"content": "Tomatoes", "context": "Garden", "summary": "What grows"}
# Every variable that this libpq knows, and those that it does not list; each with a value that would break or mislead.
VARIABLES = {option.envvar.decode(): GARBAGE for option in pq.Conninfo.get_defaults() if option.envvar is not None} | {
    "PGHOSTADDR": "127.0.0.1",
    "PGHOST": "127.0.0.1",
    "PGPORT": "1",
    "PGDATABASE": "elsewhere",
    "PGUSER": "nobody",
    "PGSERVICEFILE": "/nowhere",
    "PGSYSCONFDIR": "/nowhere",
    "PGTZ": "Asia/Kathmandu",
    "PGDATESTYLE": "German",
    "PGGEQO": "off",
    "PGOPTIONS": "-c search_path=elsewhere -c default_transaction_read_only=on",
    "PGDATA": "/nowhere",
    "PGCLIENTENCODING": "LATIN1",
    "PGSERVER_POSTGRES_VERSION": "12",
}
# What a shell or a service manager may set for the server itself.
OF_THE_SYSTEM = {
    "LANG": "de_DE.ISO-8859-1",
    "LC_ALL": "tr_TR.ISO-8859-9",
    "LC_COLLATE": "nonsense",
    "LANGUAGE": "de",
    "TZ": "Asia/Kathmandu",
    "XDG_RUNTIME_DIR": "/nowhere",
}


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="codex-memory-environment-"))
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def other() -> databases.PostgreSQL:
    """Somebody else's PostgreSQL, which listens where PGHOSTADDR, PGHOST and PGPORT point."""
    postgresql = databases.in_new_folder("codex-memory-other-")
    with (postgresql.folder / "postgresql.auto.conf").open("a") as file:
        file.write("listen_addresses = '127.0.0.1'\n")
    return postgresql


def tables(postgresql: databases.PostgreSQL) -> int:
    with psycopg.connect(postgresql.url("postgres")) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert row is not None
        count: int = row[0]
        return count


def test_all_of_libpq_s_variables_at_once_change_nothing(folder: Path, serve: Serve) -> None:
    hostile = VARIABLES | OF_THE_SYSTEM
    assert len(VARIABLES) > 30
    server = serve(None, CODEX_DATA_DIR=str(folder), MIN_CONNECTIONS="0", **hostile)
    identifier = server.call("store_memory", MEMORY)["id"]
    # A second one, with another environment, sees the same.
    second = serve(None, CODEX_DATA_DIR=str(folder), MIN_CONNECTIONS="0")
    assert second.call("get_memory", id=identifier)["memory"]["content"] == "Tomatoes"
    shown = run("shell", "-v0", "-c", SHOW, env=environment(None, CODEX_DATA_DIR=str(folder), **hostile))
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.split("|") == [str(folder / "postgresql"), "UTC", "ISO, MDY", "C", "postgres", "UTF8\n"]
    assert server.finish() == 0
    assert second.finish() == 0


SHOW = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute(
        "SELECT current_setting('data_directory'), current_setting('TimeZone'), current_setting('DateStyle'),"
        " current_setting('lc_messages'), current_database(), current_setting('server_encoding')"
    )
    print("|".join(cursor.fetchone()))
"""


@pytest.mark.parametrize("name", ["PGHOSTADDR", "PGSERVICE", "PGHOST", "PGPORT"])
def test_a_variable_that_names_another_server_does_not_lead_there(
    folder: Path, serve: Serve, other: databases.PostgreSQL, name: str
) -> None:
    service = folder / "services.conf"
    service.write_text(f"[elsewhere]\nhost={other.server.host}\nport={other.port}\ndbname=postgres\nuser=postgres\n")
    values = {"PGHOSTADDR": "127.0.0.1", "PGSERVICE": "elsewhere", "PGHOST": other.server.host, "PGPORT": other.port}
    server = serve(
        None,
        CODEX_DATA_DIR=str(folder / "data"),
        PGSERVICEFILE=str(service),
        MIN_CONNECTIONS="0",
        **{name: values[name]},
    )
    server.call("store_memory", MEMORY)
    assert server.finish() == 0
    assert tables(other) == 0


def test_database_url_decides_over_the_variables(
    database: str, serve: Serve, other: databases.PostgreSQL, tmp_path: Path
) -> None:
    service = tmp_path / "services.conf"
    service.write_text(f"[elsewhere]\nhostaddr=127.0.0.1\nport={other.port}\noptions=-c search_path=elsewhere\n")
    misleading = {"PGHOSTADDR": "127.0.0.1", "PGSERVICE": "elsewhere", "PGSERVICEFILE": str(service)}
    server = serve(database, **misleading, PGOPTIONS="-c search_path=elsewhere", PGTZ="Asia/Kathmandu")
    identifier = server.call("store_memory", MEMORY)["id"]
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT id::text FROM memories").fetchone() == (identifier,)
    assert tables(other) == 0


def test_what_the_url_leaves_open_is_taken_from_the_variables_as_by_psql(database: str, serve: Serve) -> None:
    name = psycopg.conninfo.conninfo_to_dict(database)
    server = serve(
        f"postgresql:///{name['dbname']}", PGHOST=str(name["host"]), PGPORT=str(name["port"]), PGUSER=str(name["user"])
    )
    assert server.call("search_memories")["total"] == 0


def test_the_environment_of_this_test_is_not_what_is_tested() -> None:
    assert not [name for name in VARIABLES if name in os.environ]
