"""`restore`: all of a backup, into an empty database, or nothing."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
import zstandard

from memories.moving.errors import MovingError
from tests.codex_project.test_upgrade import DUMP, check_nothing_lost, kept
from tests.support import dumps
from tests.support.clients import Serve, environment, run
from tests.support.database import MIGRATED, new_database
from tests.support.lifecycle import backed_up, everything, held_in_the_middle, is_held, restored, tables
from tests.support.moving import of_records
from tests.support.rows import new
from tests.support.waiting import until

MEMORY = {"context": "Garden", "summary": "What grows", "tags": ["garden"]}


@pytest.fixture
def backup(program: psycopg.Connection[Any], database: str, tmp_path: Path) -> Path:
    """A backup of two memories."""
    for number in range(2):
        new(program, f"Content {number}")
    return backed_up(database, tmp_path / "memories.backup")


def lines(backup: Path) -> list[bytes]:
    return backup.read_bytes().splitlines(keepends=True)


def with_header(backup: Path, **changes: Any) -> bytes:
    first, *rest = lines(backup)
    return b"".join([json.dumps(json.loads(first) | changes).encode() + b"\n", *rest])


def with_another_row(backup: Path) -> bytes:
    return backup.read_bytes().replace(b"Content 1", b"Content 2")


Damage = Callable[[Path], bytes]
UNUSABLE: dict[str, tuple[Damage, str]] = {
    "empty": (lambda _: b"", "is empty"),
    "binary": (lambda _: b"\x01\x02" * 2500 + b"\0", "is a binary file"),
    "UTF-16": (lambda backup: backup.read_text().encode("utf-16"), "is not in UTF-8"),
    "another text": (lambda _: b"Dear diary,\n", "is no backup of Codex Memory"),
    "another JSON": (lambda _: b'{"schema": 1}\n', "is no backup of Codex Memory"),
    "an export": (lambda _: of_records(), "is an export, and no backup: use `import_memories`"),
    "a dump": (lambda _: b"PGDMP\x01\x0e", "is a dump of PostgreSQL"),
    "cut in the header": (lambda backup: backup.read_bytes()[:100], "ends too early"),
    "cut in a row": (lambda backup: backup.read_bytes()[:-300], "ends too early"),
    "cut before its last line": (lambda backup: b"".join(lines(backup)[:-1]), "ends too early"),
    "cut and compressed": (
        lambda backup: zstandard.compress(backup.read_bytes())[:-20],
        "ends too early",
    ),
    "a changed row": (with_another_row, "is damaged: the rows of public.memories are not as they were written"),
    "a row less": (lambda backup: backup.read_bytes().replace(lines(backup)[-2], b""), "is damaged"),
    "a changed header": (lambda backup: with_header(backup, version="3"), "is damaged: its end"),
    "half a header": (lambda backup: with_header(backup, tables=None), "header of the backup is incomplete"),
    "more than a backup": (lambda backup: backup.read_bytes() + b"more\n", "is damaged: its end"),
    "a newer format": (lambda backup: with_header(backup, codex_memory_backup=2), "was written by a newer version"),
}


@pytest.mark.parametrize("kind", UNUSABLE)
def test_what_is_no_whole_backup_is_refused_before_anything_is_changed(
    backup: Path, unmigrated_url: str, kind: str
) -> None:
    damage, sentence = UNUSABLE[kind]
    backup.write_bytes(damage(backup))
    with pytest.raises(MovingError, match=sentence):
        restored(backup, unmigrated_url)
    assert tables(unmigrated_url) == 0


def test_the_command_says_so_in_one_sentence(backup: Path, unmigrated_url: str) -> None:
    backup.write_bytes(backup.read_bytes()[:-300])
    ended = run("restore", str(backup), env=environment(unmigrated_url))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"CommandError: {backup} ends too early: it is not the whole backup.\n"


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
def test_a_backup_compressed_under_another_name_is_restored(
    backup: Path, database: str, unmigrated_url: str, compress: Callable[[bytes], bytes]
) -> None:
    backup.write_bytes(compress(backup.read_bytes()))
    restored(backup, unmigrated_url)
    assert everything(unmigrated_url) == everything(database)


def test_a_backup_of_a_newer_version_is_refused(
    program: psycopg.Connection[Any], database: str, unmigrated_url: str, tmp_path: Path
) -> None:
    insert = "INSERT INTO django_migrations (app, name, applied) VALUES ('memories', '9999_future', now())"
    program.execute(insert)
    try:
        backup = backed_up(database, tmp_path / "backup")
    finally:
        program.execute("DELETE FROM django_migrations WHERE name = '9999_future'")
    with pytest.raises(MovingError, match="was written by a newer version of Codex Memory"):
        restored(backup, unmigrated_url)
    assert tables(unmigrated_url) == 0


def test_other_dimensions_are_refused_by_name(backup: Path, unmigrated_url: str) -> None:
    ended = run("restore", str(backup), env=environment(unmigrated_url, EMBEDDING_DIMENSIONS="384"))
    assert ended.returncode == 1
    assert "set EMBEDDING_DIMENSIONS=1536." in ended.stderr
    assert tables(unmigrated_url) == 0


def test_a_backup_of_an_earlier_version_is_migrated(unmigrated_url: str, tmp_path: Path) -> None:
    with new_database(os.environ["DATABASE_URL"]) as earlier:
        dumps.restore_script(earlier, DUMP)
        before = kept(earlier)
        backup = backed_up(earlier, tmp_path / "backup")
    ended = run("restore", str(backup), env=environment(unmigrated_url))
    assert ended.returncode == 0, ended.stderr
    check_nothing_lost(before, kept(unmigrated_url))
    assert run("migrate", "--check", env=environment(unmigrated_url)).returncode == 0


def test_a_database_that_nobody_used_yet_is_replaced_while_an_agent_is_connected(backup: Path, serve: Serve) -> None:
    with new_database(os.environ["DATABASE_URL"], MIGRATED) as target:
        agent = serve(target)
        assert agent.call("search_memories", context="Village")["total"] == 0
        ended = run("restore", str(backup), env=environment(target))
        assert ended.returncode == 0, ended.stderr
        assert agent.call("search_memories", context="Village")["total"] == 2
        agent.call("store_memory", MEMORY | {"content": "Beans"})
        assert agent.finish() == 0


def test_a_database_with_data_is_left_as_it_is(backup: Path, database: str) -> None:
    before = everything(database)
    ended = run("restore", str(backup), env=environment(database))
    assert ended.returncode == 1
    assert "The database has data already (in public.memories), and is left as it is." in ended.stderr
    assert "`import_memories`" in ended.stderr
    assert everything(database) == before


def test_tables_of_another_program_are_data(backup: Path, unmigrated_url: str) -> None:
    with psycopg.connect(unmigrated_url) as other:
        other.execute("CREATE TABLE invoices AS SELECT 1 AS number")
    with pytest.raises(MovingError, match=r"has data already \(in public.invoices\)"):
        restored(backup, unmigrated_url)
    assert tables(unmigrated_url) == 1


def test_a_restore_that_is_killed_in_the_middle_leaves_nothing_and_can_be_repeated(
    backup: Path, database: str, unmigrated_url: str
) -> None:
    with held_in_the_middle(unmigrated_url):
        command = (sys.executable, "-m", "codex_project", "restore", str(backup))
        with subprocess.Popen(command, env=environment(unmigrated_url), stderr=subprocess.DEVNULL) as restoring:
            until(lambda: is_held(unmigrated_url), "The first index")
            second = run("restore", str(backup), env=environment(unmigrated_url))
            assert "being filled, or copied, by another command" in second.stderr
            restoring.kill()
        assert tables(unmigrated_url) == 0
    again = run("restore", str(backup), env=environment(unmigrated_url))
    assert again.returncode == 0, again.stderr
    assert everything(unmigrated_url) == everything(database)


def test_an_error_in_the_middle_leaves_nothing(backup: Path, unmigrated_url: str) -> None:
    with psycopg.connect(unmigrated_url, autocommit=True) as connection:
        connection.execute(
            "CREATE FUNCTION pg_temp_fail() RETURNS event_trigger LANGUAGE plpgsql AS"
            " $$BEGIN RAISE disk_full USING MESSAGE = 'No space left on device'; END$$"
        )
        connection.execute(
            "CREATE EVENT TRIGGER fail ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION pg_temp_fail()"
        )
    ended = run("restore", str(backup), env=environment(unmigrated_url))
    assert ended.returncode == 1
    assert "The database stopped the restoration: No space left on device. Nothing was restored" in ended.stderr
    assert tables(unmigrated_url) == 0
