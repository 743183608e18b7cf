"""What is created under the most careless umask: others can read nothing of it."""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.clients import COMMAND, Client, environment, run
from tests.support.database import _remove

pytestmark = pytest.mark.integration


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    path = Path(tempfile.mkdtemp(prefix="codex-memory-open-"))
    path.chmod(0o755)
    (path / "data").mkdir(mode=0o755)
    yield path
    if (path / "data" / "postgresql").exists():
        _remove(path / "data")
    shutil.rmtree(path)


def reachable(folder: Path) -> list[str]:
    """What others can read or write: below a folder that they cannot enter, that is nothing."""
    found = []
    for entry in sorted(folder.iterdir()):
        mode = entry.lstat().st_mode
        if stat.S_ISDIR(mode):
            if mode & stat.S_IWOTH:
                found.append(f"{entry} {stat.filemode(mode)}")
            if mode & stat.S_IXOTH:
                found += reachable(entry)
        elif not stat.S_ISLNK(mode) and mode & (stat.S_IROTH | stat.S_IWOTH):
            found.append(f"{entry} {stat.filemode(mode)}")
    return found


def test_others_can_read_nothing_that_is_created(folder: Path) -> None:
    home = folder / "home"
    home.mkdir(mode=0o755)
    env = environment(
        None, CODEX_DATA_DIR=str(folder / "data"), HOME=str(home), DJANGO_SECRET_KEY=None, XDG_CONFIG_HOME=None
    )

    def careless(*arguments: str, status: int = 0, **options: Any) -> None:
        ended = run(*arguments, env=env, umask=0, cwd=home, timeout=110, **options)
        assert ended.returncode == status, ended.stdout + ended.stderr

    # umask(2) is inherited; a server keeps the embedded PostgreSQL, its socket and its files of metrics.
    with Client(env, command=("sh", "-c", 'umask 0; exec "$@"', "sh", *COMMAND)) as server:
        server.initialize()
        server.call("store_memory", content="Secret", context="c", summary="s")
        careless("export_memories", "memories.jsonl")
        careless("export_memories", "memories.jsonl.zst")
        (home / "bad.jsonl").write_text('{"codex_memory_export": 1, "version": "3.0.0"}\n{"content": 5}\n')
        (home / "bad.jsonl").chmod(0o600)  # not ours
        careless("import_memories", "bad.jsonl", "--rejects", "rejected.jsonl", status=1)
        for client in ("cursor",):
            careless("connect", client, "--scope", "user")
        careless("create_token", "laptop")
        assert {entry.name for entry in home.iterdir()} >= {"memories.jsonl", "memories.jsonl.zst", "rejected.jsonl"}
        assert any((folder / "data").iterdir())
        assert reachable(folder) == []
    assert reachable(folder) == []


def test_what_others_can_read_is_found(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for name, mode in (("read", 0o644), ("written", 0o602), ("kept", 0o660)):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(mode)
    assert [Path(line.split()[0]).name for line in reachable(tmp_path)] == ["read", "written"]
