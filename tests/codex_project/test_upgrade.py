"""Upgrades from the version of sixteen migrations, of which a dump with data is kept; and what migrations may do."""

from __future__ import annotations

import ast
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

import memories
from memories.db.migration_files import OWN_APPS
from tests.support import dumps
from tests.support.clients import Serve, environment, run
from tests.support.database import MIGRATED, new_database
from tests.support.migrating import PATTERN, STORE, migrate
from tests.support.waiting import until

pytestmark = [pytest.mark.integration, pytest.mark.long]

DUMP = Path(__file__).with_name("data") / "sixteen_migrations.sql"
ADDED_TO = (
    "public.django_migrations",
    "public.schema_migrations",
    "codex_processed.corpus_statistics",
    "codex_processed.languages",
    "codex_processed.kept_tables",
    "codex_processed.deleted_memories",
    "public.auth_group_permissions",
    "public.memories",  # but not to the columns that it has had
)  # by an upgrade
ADDED_ROWS = (
    *("'memory_count'", "'passage'", "'memoryversion'", "'with_embeddings'", "deletedmemory'", "'*'"),
    *("'providedembedding'", "'embeddingclaim'", "django_content_type_id_seq", "auth_permission_id_seq"),
)
MODELS_KNOWN_BY = ("INTO public.django_content_type ", "INTO public.auth_permission ", "_id_seq'")
# The last columns of a row, which have their defaults.
ADDED_COLUMN = re.compile(
    r"(.*), (?:embedding_model|project|superseded_at|is_superseded)(\) VALUES \(.*), (?:''|NULL|false)\);"
)
MEMORY_COLUMNS = "id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, has_embedding"
RENAMED = {  # by an upgrade
    "codex_processed.tally_ledger (": "codex_processed.counter_ledger (",
    "codex_processed.tally (": "codex_processed.counters (",
    "codex_processed.embedded_signs (": "codex_processed.quantized_embeddings (",
    ", signs": ", quantized",
    ", direction": ", normalized",
    "'embeddedsigns'": "'quantizedembedding'",
}
PROJECT = Path(memories.__file__).parents[1]
PRODUCTION = {
    "DJANGO_ALLOWED_HOSTS": "memory.example",
    "TRUST_PROXY": "true",
    "DJANGO_SECRET_KEY": "a-key-of-production-that-is-as-long-and-as-mixed-as-0123456789-ABCDEF",
}


def kept(url: str) -> list[str]:
    """The rows that an upgrade must not change, under their new names: all but those that it adds."""
    rows = [line for line in dumps.data(url, without=ADDED_TO).splitlines() if line and not line.startswith("--")]
    with psycopg.connect(url) as connection:
        rows += [str(row) for row in connection.execute(f"SELECT {MEMORY_COLUMNS} FROM memories")]
    for old_name, name in RENAMED.items():
        rows = [row.replace(old_name, name) for row in rows]
    rows = [without_added_columns(row) for row in rows]
    return sorted(row for row in rows if not any(added in row for added in ADDED_ROWS))


def check_nothing_lost(before: list[str], after: list[str]) -> None:
    """Check that an upgrade kept all rows, and added none but those by which Django knows further models."""
    assert not Counter(before) - Counter(after)
    added = Counter(after) - Counter(before)
    assert [row for row in added if not any(known in row for known in MODELS_KNOWN_BY)] == []


def without_added_columns(row: str) -> str:
    while (shorter := ADDED_COLUMN.sub(r"\1\2);", row)) != row:
        row = shorter
    return row


@pytest.fixture
def old(unmigrated_url: str) -> str:
    """A database that the version of sixteen migrations made and filled."""
    dumps.restore_script(unmigrated_url, DUMP)
    return unmigrated_url


@pytest.fixture
def fresh(database_url: str) -> Iterator[str]:
    """An empty database that this version migrated."""
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as url:
        yield url


def unit(place: int, size: float = 1.0) -> list[float]:
    return [size if place == number else 0.0 for number in range(1536)]


# The last ones of the old form


def test_a_database_of_sixteen_migrations_needs_later_migrations_only(old: str) -> None:
    planned = run("migrate", "--plan", env=environment(old))
    assert planned.returncode == 0, planned.stderr
    assert "memories.0003" in planned.stdout
    assert "memories.0001" not in planned.stdout
    before = kept(old)
    migrate(old)
    assert run("migrate", "--check", env=environment(old)).returncode == 0
    assert run("check", "--database", "default", env=environment(old)).returncode == 0
    examined = run("doctor", "--deploy", env=environment(old, **PRODUCTION))
    assert examined.returncode == 0, examined.stdout
    assert "all migrations are applied" in examined.stdout
    assert "/health/ready is 200" in examined.stdout
    check_nothing_lost(before, kept(old))


def test_a_database_of_sixteen_migrations_is_served(old: str, serve: Serve) -> None:
    migrate(old)
    server = serve(old)
    assert server.call("get_statistics")["memories"] == 7
    with psycopg.connect(old) as connection:
        assert connection.execute("SELECT memories, embeddings FROM codex_processed.corpus").fetchall() == [(7, 4)]
    for place, size, summary in (
        (0, 1.0, "The cache lives for a minute"),
        (5, 1.0, "Umlauts and owls"),  # by its second version
        (2, 1e30, "A very long vector"),
        (3, 1e-30, "A very short vector"),
    ):
        page = server.call("search_memories", embedding=unit(place, size))
        assert page["memories"][0]["summary"] == summary
    (found,) = server.call("search_memories", tags=["retagged"], context="storage", query="cache")["memories"]
    memory = server.call("get_memory", id=found["id"])["memory"]
    assert memory["metadata"] == {"language": "python", "priority": 1}
    assert server.call("search_memories", metadata={"number": 1.5})["total"] == 1
    assert server.call("search_memories", metadata={"k69": 69})["total"] == 1
    (stack,) = server.call("search_memories", summary="stack")["memories"]
    assert len(server.call("get_patterns", memory_id=stack["id"])["patterns"]) == 4
    new = {"content": "Stored later", "context": "c", "summary": "s", "tags": ["later"]}
    server.call("store_memory", new, embeddings=unit(9))
    assert server.call("search_memories", tags=["later"])["total"] == 2
    assert server.call("search_memories", embedding=unit(9))["memories"][0]["summary"] == "s"
    with psycopg.connect(old, autocommit=True) as connection:
        without = "SELECT count(*) FROM memories WHERE language = ''"
        until(lambda: connection.execute(without).fetchone() == (0,), "Indexing the words of earlier memories")
    assert serve(old).call("get_statistics")["memories"] == 8
    assert "changed after" not in server.log
    assert "no file" not in server.log


def test_an_upgraded_database_has_the_schema_of_a_fresh_one_and_lost_nothing(
    old: str, fresh: str, tmp_path: Path
) -> None:
    before = kept(old)
    migrate(old)
    check_nothing_lost(before, kept(old))
    assert any("A very long vector" in line for line in before)
    with new_database(os.environ["DATABASE_URL"]) as copy:
        # Restored as well: that simplifies the brackets of conditions.
        dumps.restore_archive(fresh, copy, tmp_path / "archive")
        assert dumps.schema(old) == dumps.schema(copy)


def test_an_upgraded_database_has_records_of_the_old_migrations_and_the_new(old: str) -> None:
    migrate(old)
    with psycopg.connect(old) as connection:
        recorded: dict[str, str] = dict(
            connection.execute("SELECT app || '.' || name, checksum FROM schema_migrations").fetchall()
        )
    assert {"memories.0016_embedded_signs", "memories.0001_schema", "patterns.0001_schema"} <= recorded.keys()
    assert run("check", "--database", "default", env=environment(old)).returncode == 0


@pytest.mark.parametrize("dimensions", ["384", "1901"])
def test_other_dimensions_are_in_every_column_that_depends_on_them(unmigrated_url: str, dimensions: str) -> None:
    ended = run("migrate", "--verbosity=0", env=environment(unmigrated_url, EMBEDDING_DIMENSIONS=dimensions))
    assert ended.returncode == 0, ended.stderr
    made = dumps.schema(unmigrated_url)
    assert made.count(f"vector({dimensions})") == 3  # one of deleted rows
    assert made.count(f"bit({dimensions})") == 3
    assert "1536" not in made
    # A longer one does not fit into a page.
    assert ("embeddings SET STORAGE PLAIN" in made) == (int(dimensions) <= 1_900)


def test_a_fresh_database_has_the_rows_that_the_old_migrations_made(fresh: str, old: str) -> None:
    permissions = (
        "SELECT auth_group.name, codename FROM auth_group"
        " JOIN auth_group_permissions ON group_id = auth_group.id"
        " JOIN auth_permission ON permission_id = auth_permission.id"
        " WHERE codename NOT LIKE '%deletedmemory' ORDER BY codename"
    )
    with psycopg.connect(fresh) as new, psycopg.connect(old) as other:
        assert new.execute(permissions).fetchall() == other.execute(permissions).fetchall() != []
        assert new.execute("SELECT memories FROM codex_processed.corpus_statistics").fetchall() == [(0,)]


# What was left unfinished


HALF = "This database lacks the migration {}, which Codex Memory"
REMEDY = "run `codex-memory migrate` of the last version that has it"


def forget(url: str, migrations: str) -> None:
    """Make the database one that an earlier version left unfinished."""
    with psycopg.connect(url, autocommit=True) as connection:
        assert connection.execute(f"DELETE FROM django_migrations WHERE {migrations}").rowcount > 0


def test_a_half_migrated_database_is_one_sentence_everywhere(old: str, serve: Serve) -> None:
    forget(old, "app = 'memories' AND name >= '0014'")
    sentence = HALF.format("memories.0014_extreme_embeddings")
    before = dumps.schema(old), dumps.data(old)
    for command in (("migrate",), ("check", "--database", "default"), ("doctor",)):
        ended = run(*command, env=environment(old))
        told = ended.stdout if command == ("doctor",) else ended.stderr
        assert ended.returncode == 1
        assert told.count(sentence) == told.count(REMEDY) == 1
        assert "Traceback" not in ended.stdout + ended.stderr
    message = serve(old).refusal("search_memories").message
    assert sentence in message
    assert REMEDY in message
    assert (dumps.schema(old), dumps.data(old)) == before


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("app = 'memories' AND name > '0001_initial'", "memories.0002_tally"),
        ("app = 'memories' AND name = '0016_embedded_signs'", "memories.0016_embedded_signs"),
        ("app = 'memories' AND name = '0001_initial'", "memories.0001_initial"),
        ("app = 'patterns' AND name = '0004_admin_indexes'", "patterns.0004_admin_indexes"),
        ("app = 'patterns' AND name >= '0002' OR app = 'memories' AND name > '0004'", "memories.0005_admin_indexes"),
    ],
)
def test_whichever_migration_is_missing_nothing_is_migrated(old: str, missing: str, named: str) -> None:
    forget(old, missing)
    before = dumps.schema(old), dumps.data(old)
    ended = run("migrate", env=environment(old))
    assert ended.returncode == 1
    assert HALF.format(named) in ended.stderr
    assert (dumps.schema(old), dumps.data(old)) == before


@pytest.mark.parametrize("crashed", [False, True], ids=["on request", "by a crash"])
@pytest.mark.parametrize(("app", "name"), [("memories", "0001_schema"), ("patterns", "0001_schema")])
def test_a_fresh_migration_that_stopped_in_between_goes_on(
    unmigrated_url: str, fresh: str, app: str, name: str, crashed: bool
) -> None:
    migrate(unmigrated_url, app, name)
    if crashed:  # before what comes at the end of the command
        with psycopg.connect(unmigrated_url, autocommit=True) as connection:
            connection.execute("DELETE FROM django_migrations WHERE name = '0001_schema'")
            connection.execute("TRUNCATE schema_migrations")
    migrate(unmigrated_url)
    assert dumps.schema(unmigrated_url) == dumps.schema(fresh)
    assert run("doctor", env=environment(unmigrated_url)).returncode == 0


def test_a_fresh_migration_that_failed_in_the_middle_left_nothing_behind(unmigrated_url: str, fresh: str) -> None:
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA codex_processed")
        connection.execute("CREATE TABLE codex_processed.tally_ledger ()")
        assert run("migrate", "memories", env=environment(unmigrated_url)).returncode == 1
        assert connection.execute("SELECT to_regclass('memories')").fetchone() == (None,)
        connection.execute("DROP TABLE codex_processed.tally_ledger")
    migrate(unmigrated_url)
    assert dumps.schema(unmigrated_url) == dumps.schema(fresh)


# Restoring


@pytest.mark.parametrize("copied", [dumps.restore_archive, dumps.copy_by_script], ids=["an archive", "a script"])
def test_a_dump_of_a_database_is_restored_whole(
    old: str, tmp_path: Path, serve: Serve, copied: Callable[[str, str, Path], None]
) -> None:
    migrate(old)
    with new_database(os.environ["DATABASE_URL"]) as copy:
        copied(old, copy, tmp_path / "dump")
        assert dumps.schema(copy) == dumps.schema(old)
        assert dumps.data(copy) == dumps.data(old)
        with serve(copy) as server:
            memory = {"content": "After the restoration", "context": "c", "summary": "s", "tags": ["restored"]}
            server.call("store_memory", memory, embeddings=unit(7))
            assert server.call("search_memories", embedding=unit(7), tags=["restored"])["total"] == 1


def test_triggers_work_whatever_the_search_path_of_a_session(old: str) -> None:
    migrate(old)
    with psycopg.connect(old, autocommit=True) as connection:
        connection.execute("SET search_path = ''")
        connection.execute(STORE, {"name": "stored by a session without a search path"})
        connection.execute(PATTERN)
        connection.execute("UPDATE public.memories SET tags = '{other}', metadata = '{\"a\": 1}'")
        connection.execute("UPDATE codex_processed.processed_memories SET embeddings = NULL")
        connection.execute("DELETE FROM public.memories WHERE summary = 'Minimal'")
        connection.execute("SELECT codex_processed.compact_counters()")
        connection.execute("SELECT codex_processed.renew_corpus_statistics()")
        counts = connection.execute(
            "SELECT (SELECT count(*) FROM codex_processed.embedded_memories),"
            " (SELECT count(*) FROM codex_processed.postings WHERE term = 'tother'),"
            " (SELECT amount FROM codex_processed.counters WHERE kind = 'tag' AND key = 'other')"
        ).fetchone()
        assert counts == (0, 7, 7)
        connection.execute("TRUNCATE public.memories CASCADE")
        left = "SELECT count(*) FROM codex_processed.counters, codex_processed.counter_ledger, codex_processed.postings"
        assert connection.execute(left).fetchone() == (0,)
        assert connection.execute("SELECT memories FROM codex_processed.corpus").fetchone() == (0,)


# What a migration may do

FROZEN = {"memories.db.fields"}  # what migrations may import of the project, and so never changes


def own_migrations() -> list[Path]:
    return sorted(path for app in OWN_APPS for path in (PROJECT / app / "migrations").glob("[0-9]*.py"))


@pytest.mark.parametrize("path", own_migrations(), ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_a_migration_imports_nothing_of_the_project_that_may_change(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add(str(node.module))
        elif isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
    others = {name for name in imported if name.partition(".")[0] not in sys.stdlib_module_names}
    assert {name for name in others if name.partition(".")[0] not in ("django", "pgvector")} <= FROZEN


@pytest.mark.parametrize("path", own_migrations(), ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_a_migration_runs_every_file_of_its_folder(path: Path) -> None:
    app, name = path.parts[-3], path.stem
    sqls = run("sqlmigrate", app, name, env=environment(os.environ["DATABASE_URL"]))
    assert sqls.returncode == 0, sqls.stderr
    for file in (path.parent / "sql" / name).glob("*.sql"):
        first_line = file.read_text().partition("\n")[0]
        assert first_line.startswith("-- ")
        assert sqls.stdout.count(first_line) == 1
