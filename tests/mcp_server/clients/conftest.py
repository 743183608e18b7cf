"""A home and a project in temporary folders, and the commands run on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from codex_project import light

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, a project beside it as the current folder, and no client installed."""
    folder, project, programs = (tmp_path / name for name in ("home", "project", "programs"))
    for each in (folder, project, programs):
        each.mkdir()
    (project / ".git").mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("CODEX_DATA_DIR", str(tmp_path / "data"))
    for name in ("DATABASE_URL", "CODEX_HOME", "CLAUDE_CONFIG_DIR", "XDG_CONFIG_HOME", "CODEX_PROJECT", "CODEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(project)
    return folder


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the command line does: `run("connect", "cursor")`; `.status`, `.out`, `.err` tell the result."""

    def execute(*arguments: str) -> SimpleNamespace:
        status, message = 0, ""
        try:
            assert light.run(list(arguments))
        except SystemExit as end:
            status, message = (1, str(end.code)) if isinstance(end.code, str) else (int(end.code or 0), "")
        printed = capsys.readouterr()
        return SimpleNamespace(status=status, out=printed.out, err=printed.err + message)

    return execute
