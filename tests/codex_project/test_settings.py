"""The secret key, made once."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.clients import environment

pytestmark = pytest.mark.integration

SHOW = "from codex_project import settings; print(settings.SECRET_KEY)"
COMMAND = (sys.executable, "-c", SHOW)


def test_the_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    env = environment(None, CODEX_DATA_DIR=str(folder), DJANGO_SECRET_KEY=None)
    first, second = (subprocess.run(COMMAND, env=env, capture_output=True, text=True, timeout=60) for _ in range(2))
    assert first.returncode == 0, first.stderr
    assert len(first.stdout.strip()) == 50
    assert first.stdout == second.stdout
    assert [path.name for path in folder.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_processes_that_start_at_once_end_up_with_one_key(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    env = environment(None, CODEX_DATA_DIR=str(folder), DJANGO_SECRET_KEY=None)
    # Each waits for a line, so that all meet the folder at the same moment and not as they come up.
    program = f"import sys; from codex_project import config; sys.stdin.readline(); {SHOW}"
    processes = [
        subprocess.Popen(
            (sys.executable, "-c", program),
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(8)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    keys = {process.communicate(timeout=60)[0].strip() for process in processes}
    assert [process.returncode for process in processes] == [0] * 8
    assert keys == {(folder / "secret_key").read_text()}
    assert [path.name for path in folder.iterdir()] == ["secret_key"]


def test_a_key_of_ones_own_leaves_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    env = environment(None, CODEX_DATA_DIR=str(folder), DJANGO_SECRET_KEY="mine")
    assert subprocess.run(COMMAND, env=env, capture_output=True, text=True, timeout=60).stdout == "mine\n"
    assert not folder.exists()
