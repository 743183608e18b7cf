"""Where the embedded PostgreSQL may live: any folder, none of whose parents is touched."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db.utils import OperationalError

from codex_project.database import embedded
from tests.support.clients import Serve, environment, run
from tests.support.database import PostgreSQL

pytestmark = [pytest.mark.integration, pytest.mark.long]

AS_ROOT = os.geteuid() == 0
NAMES = (
    "Application Support",
    " spaces around ",
    "it's",
    'say "hello"',
    "a,b",
    "$HOME and ${HOME} and $(id)",
    "`id`",
    "back\\slash",
    "a;b&c|d>e<f(g)",
    "100% #1 *?[a]",
    "tab\there",
    "-D",
    "~",
    "Grüße 記憶",
    "é as two: e\u0301",
    os.fsdecode(b"not UTF-8: \xff\xfe"),
    "host=elsewhere",
    "@abstract",
)


@pytest.fixture
def parent(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is closed to all others, as every home may be."""
    path = Path(tempfile.mkdtemp(prefix="codex-memory-paths-"))
    temporary = Path(tempfile.mkdtemp(prefix="codex-memory-"))  # for the sockets of paths that cannot hold one
    temporary.chmod(0o711)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    yield path
    shutil.rmtree(path)
    shutil.rmtree(temporary)


def modes(path: Path) -> dict[Path, int]:
    """The permissions of a folder and of all above it."""
    return {each: stat.S_IMODE(each.stat().st_mode) for each in (path, *path.parents)}


def works(folder: Path) -> bool:
    """Start a server, store across a restart, and stop it."""
    server = PostgreSQL(folder)
    try:
        with psycopg.connect(host=server.server.host, port=server.port, user="postgres", dbname="postgres") as first:
            first.execute("CREATE TABLE kept AS SELECT 'what was stored' AS text")
        server.stop()
        server.start()
        with psycopg.connect(host=server.server.host, port=server.port, user="postgres", dbname="postgres") as second:
            return second.execute("SELECT text FROM kept").fetchone() == ("what was stored",)
    finally:
        server.stop()


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_folder_of_any_name_holds_a_database(parent: Path, name: str) -> None:
    assert works(parent / name / "postgresql")


@pytest.mark.parametrize("length", [100, 250, 850])
def test_a_long_path_holds_a_database(parent: Path, length: int) -> None:
    folder = parent
    while len(os.fsencode(folder)) < length:
        folder /= "long folder name" + "x" * min(80, max(0, length - len(os.fsencode(folder)) - 20))
    assert works(folder / "postgresql")


def test_the_server_of_a_folder_with_a_space_answers_an_agent(parent: Path, serve: Serve) -> None:
    folder = parent / "Library/Application Support/codex-memory"
    server = serve(None, CODEX_DATA_DIR=str(folder), MIN_CONNECTIONS="0")
    stored = server.call("store_memory", content="Tomatoes", context="Garden", summary="What grows")
    assert server.call("search_memories", query="tomatoes")["memories"][0]["id"] == stored["id"]
    assert server.finish() == 0
    assert (
        "What grows"
        in run(
            *("shell", "-v0", "-c", "from memories.models import Memory; print(Memory.objects.get().summary)"),
            env=environment(None, CODEX_DATA_DIR=str(folder)),
        ).stdout
    )


@pytest.mark.parametrize("name", ["two\nlines", "carriage\rreturn"], ids=ascii)
def test_a_path_with_a_line_break_is_one_sentence_at_start_up(parent: Path, name: str) -> None:
    ended = run("mcp_serve", env=environment(None, CODEX_DATA_DIR=str(parent / name)))
    assert ended.returncode == 1
    assert "has a line break, which PostgreSQL does not accept" in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert list(parent.iterdir()) == []


def test_a_path_that_is_too_long_is_one_sentence_at_start_up(parent: Path) -> None:
    folder = parent / "/".join(["x" * 200] * 5)
    ended = run("mcp_serve", env=environment(None, CODEX_DATA_DIR=str(folder)))
    assert ended.returncode == 1
    assert "too long for PostgreSQL: at most 900 bytes" in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert ended.stdout == ""
    # Only the embedded database has this limit.
    assert run("mcp_serve", "--config", env=environment("postgresql://db/x", CODEX_DATA_DIR=str(folder)[:800])).stdout


@pytest.mark.parametrize("name", ["postgresql", "a/b/c/postgresql"])
def test_no_folder_that_was_there_changes_its_permissions(parent: Path, name: str) -> None:
    folder = parent / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    binaries = embedded._binaries(folder, None)
    before = modes(folder.parent) | modes(binaries) | modes(binaries.parent / "lib")
    assert before[parent] == 0o700
    assert works(folder)
    assert modes(folder.parent) | modes(binaries) | modes(binaries.parent / "lib") == before
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(not AS_ROOT, reason="only root runs the server as another user")
def test_for_root_the_server_runs_as_another_user_that_may_only_read_more(parent: Path) -> None:
    server = PostgreSQL(parent / "postgresql")
    try:
        status = Path(f"/proc/{server.postmaster.pid}/status").read_text()
        fields = dict(line.split(":\t", 1) for line in status.splitlines())
        assert fields["Uid"].split()[0] != "0"
        dac_read_search = 1 << 2
        for kind in ("CapEff", "CapPrm", "CapBnd", "CapAmb"):
            assert int(fields[kind], 16) & ~dac_read_search == 0, (kind, fields[kind])
    finally:
        server.stop()


@pytest.mark.skipif(not AS_ROOT, reason="only root can make folders of other users")
def test_root_runs_a_database_of_another_user_as_that_user(parent: Path) -> None:
    PostgreSQL(parent / "postgresql").stop()
    for path in (parent / "postgresql", *(parent / "postgresql").rglob("*")):
        os.chown(path, 12345, 12345, follow_symlinks=False)
    server = PostgreSQL(parent / "postgresql")
    try:
        assert server.postmaster.uids().effective == 12345
    finally:
        server.stop()


def test_a_database_that_was_half_made_is_made_anew(parent: Path) -> None:
    half = parent / "postgresql.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    assert works(parent / "postgresql")


def test_a_folder_with_other_files_is_left_alone(parent: Path) -> None:
    folder = parent / "postgresql"
    folder.mkdir()
    (folder / "thesis.txt").write_text("do not lose")
    with pytest.raises(OperationalError, match=r"cannot create its database: .*exists but is not empty") as raised:
        embedded.start(folder)
    assert str(parent) not in str(raised.value)
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_server_that_cannot_start_says_why_without_its_path(parent: Path) -> None:
    PostgreSQL(parent / "postgresql").stop()
    with (parent / "postgresql/postgresql.conf").open("a") as file:
        file.write("shared_buffers = 'plenty'\n")
    with pytest.raises(OperationalError, match=r"cannot be started: .*errors") as raised:
        embedded.start(parent / "postgresql")
    assert str(parent) not in str(raised.value)


def test_a_symbolic_link_is_followed(parent: Path) -> None:
    (parent / "elsewhere").mkdir()
    (parent / "link").symlink_to(parent / "elsewhere")
    assert works(parent / "link/postgresql")
    assert (parent / "elsewhere/postgresql/PG_VERSION").exists()
