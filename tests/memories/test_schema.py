"""What the database must be before it is used."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memories.db import migration_files, schema, session
from memories.errors import DatabaseError
from tests.support.clients import Serve, environment, run


def test_a_good_database_passes(database: str) -> None:
    schema.check_versions()
    schema.check_embedding_dimensions()
    assert schema.unapplied_migrations() == []
    call_command("check", databases=["default"])


def test_an_older_postgresql_is_one_sentence(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "POSTGRESQL_MINIMUM", 99)
    with pytest.raises(DatabaseError, match=r"^PostgreSQL 99 or newer is required, and this is \d+: upgrade it\.$"):
        schema.check_versions()
    with pytest.raises(SystemCheckError, match="PostgreSQL 99"):
        call_command("check", databases=["default"])


@pytest.fixture
def available(database: str) -> Iterator[list[str]]:
    """A server whose list of extensions is what a test says: its view, found before the server's own."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA other")
        cursor.execute("SET search_path = other, pg_catalog, public, codex_processed")
        statements: list[str] = []
        yield statements
        cursor.execute(f"SET search_path = {session.SEARCH_PATH}")
        cursor.execute("DROP SCHEMA other CASCADE")


@pytest.mark.parametrize(
    ("extensions", "sentence"),
    [
        ("SELECT 'vector' AS name, '0.6.2' AS installed_version, '0.8.0' AS default_version", "and this is 0.6.2"),
        ("SELECT 'vector' AS name, NULL AS installed_version, '0.5.1' AS default_version", "and this is 0.5.1"),
        ("SELECT 'plpgsql' AS name, '1.0' AS installed_version, '1.0' AS default_version", "pgvector is missing"),
    ],
)
def test_a_pgvector_that_is_missing_or_too_old_is_one_sentence(
    available: list[str], extensions: str, sentence: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE VIEW other.pg_available_extensions AS {extensions}")
    with pytest.raises(DatabaseError, match=sentence) as caught:
        schema.check_versions()
    assert "0.7 or newer" in caught.value.message


@pytest.mark.parametrize("installed", ["0.7.0", "0.8.1", "1.0"])
def test_a_newer_pgvector_passes(available: list[str], installed: str) -> None:
    with connection.cursor() as cursor:
        extensions = f"SELECT 'vector' AS name, '{installed}' AS installed_version, '1.0' AS default_version"
        cursor.execute(f"CREATE VIEW other.pg_available_extensions AS {extensions}")
    with CaptureQueriesContext(connection) as asked:
        schema.check_versions()
    assert "pg_available_extensions" in asked[-1]["sql"]  # and what it answered was not refused


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_hold_every_text_is_one_sentence(database_url: str, serve: Serve, encoding: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE narrow ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
        try:
            url = os.environ["DATABASE_URL"].replace("/postgres?", "/narrow?")
            sentence = f"The database's encoding must be UTF8, and this is {encoding}"
            assert sentence in run("migrate", env=environment(url)).stderr
            with serve(url) as server:
                assert sentence in server.refusal("search_memories").message
        finally:
            admin.execute("DROP DATABASE narrow WITH (FORCE)")


PROJECT = Path(schema.__file__).parents[2]
NAMES_SCHEMAS = re.compile(r"migrations/(sql/)?000[1-5]_")  # from before functions kept a search path


def test_no_statement_names_a_schema_so_that_a_store_may_be_in_another() -> None:
    files = [
        path
        for app in ("codex_project", *migration_files.OWN_APPS)
        for ending in ("py", "sql")
        for path in (PROJECT / app).rglob(f"*.{ending}")
        if not NAMES_SCHEMAS.search(path.as_posix())
    ]
    assert any(path.suffix == ".sql" for path in files)
    named = [path for path in files if re.search(r"\b(public|codex_processed)\.\w", path.read_text(encoding="utf-8"))]
    assert named == []


def test_functions_that_look_names_up_when_they_run_keep_their_search_path(database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname FROM pg_proc JOIN pg_language AS language ON language.oid = prolang"
            " WHERE pronamespace = 'codex_processed'::regnamespace AND lanname = 'plpgsql' AND proconfig IS NULL"
        )
        assert cursor.fetchall() == [("notify_change",)]  # it names nothing of ours
