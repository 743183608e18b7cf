"""Claude Code's own command line, and ours as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mcp_server.clients import connecting
from tests.mcp_server.clients.conftest import Run

pytestmark = pytest.mark.integration

# Answers as `claude mcp add-json` and `claude mcp remove` do, and notes how it was called.
CLAUDE = """\
#!{python}
import json, os, pathlib, sys
home = pathlib.Path(os.environ["HOME"])
with (home / "calls").open("a") as calls:
    calls.write(json.dumps([os.getcwd(), *sys.argv[1:]]) + "\\n")
arguments, scope = sys.argv[2:4], sys.argv[-1]
path = home / ".claude.json" if scope == "user" else pathlib.Path(".mcp.json")
value = json.loads(path.read_text()) if path.exists() else {{}}
servers = value.setdefault("mcpServers", {{}})
if arguments[0] == "add-json":
    if "codex-memory" in servers:
        sys.exit("MCP server codex-memory already exists")
    servers["codex-memory"] = json.loads(sys.argv[4])
else:
    del servers["codex-memory"]
path.write_text(json.dumps(value))
"""


def install(home: Path, text: str) -> None:
    program = home.parent / "programs" / "claude"
    program.write_text(text.format(python=sys.executable))
    program.chmod(0o755)


def calls(home: Path) -> list[list[str]]:
    return [json.loads(line) for line in (home / "calls").read_text().splitlines()]


def test_claude_code_makes_the_change_itself_where_it_is_installed(home: Path, run: Run) -> None:
    install(home, CLAUDE)
    (home / ".claude.json").write_text('{"numStartups": 3}')
    assert run("connect", "claude-code").status == 0
    assert run("connect", "claude-code").status == 0
    assert len(calls(home)) == 1
    assert run("connect", "claude-code", "--project", "shop").status == 0
    value = json.loads((home / ".claude.json").read_text())
    assert value["mcpServers"]["codex-memory"]["env"]["CODEX_PROJECT"] == "shop"
    assert run("disconnect", "claude-code").status == 0
    assert json.loads((home / ".claude.json").read_text()) == {"numStartups": 3, "mcpServers": {}}
    assert [call[2] for call in calls(home)] == ["add-json", "remove", "add-json", "remove"]


def test_claude_code_is_started_in_the_project(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    install(home, CLAUDE)
    project = Path.cwd()
    (project / "sub").mkdir()
    monkeypatch.chdir(project / "sub")
    assert run("connect", "claude-code", "--scope", "project").status == 0
    assert (project / ".mcp.json").exists()
    assert calls(home)[0][0] == str(project)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("#!/bin/sh\necho working >&2\necho 'not logged in' >&2\nexit 3\n", "not logged in"),
        ("#!/bin/sh\nexit 3\n", "exit status 3"),
        ("#!/bin/sh\nexit 0\n", "does not have it"),
        ("#!/nowhere/python\n", "cannot be started"),
        ("#!/bin/sh\nexec sleep 60\n", "did not end"),
    ],
)
def test_a_client_whose_command_fails(
    program: str, reason: str, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "CLIENT_TIMEOUT", 2)
    install(home, program)
    (home / ".claude.json").write_text('{"numStartups": 3}')
    done = run("connect", "claude-code")
    assert done.status == 1
    assert reason in done.err
    assert len(done.err.splitlines()) == 1
    assert (home / ".claude.json").read_text() == '{"numStartups": 3}'


def test_a_secret_is_not_passed_on_a_command_line(home: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    install(home, CLAUDE)
    monkeypatch.setenv("DATABASE_URL", "postgresql://codex:hush@db.example.org/codex")
    assert run("connect", "claude-code", "--write-database-url").status == 0
    assert not (home / "calls").exists()
    assert "hush" in (home / ".claude.json").read_text()


def test_the_management_commands_do_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("connect", "cursor")
    assert "mcp_serve" in (home / ".cursor" / "mcp.json").read_text()
    call_command("disconnect", "cursor")
    assert not (home / ".cursor").exists()
    with pytest.raises(CommandError, match="HTTP"):
        call_command("connect", "claude-desktop", "--http", "https://memory.example.org/mcp")


def test_the_command_line_runs_them_without_django(home: Path) -> None:
    program = Path(sys.executable).with_name("codex-memory")
    done = subprocess.run((program, "connect", "cursor"), env=os.environ, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    entry = json.loads((home / ".cursor" / "mcp.json").read_text())["mcpServers"]["codex-memory"]
    assert entry["command"] == str(program)
    imported = subprocess.run(
        (sys.executable, "-X", "importtime", "-m", "codex_project", "connect", "cursor"),
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert imported.returncode == 0
    assert "django" not in imported.stderr
    assert "pydantic" not in imported.stderr


def test_django_still_reads_its_own_options(home: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "codex_project", "connect", "cursor", "--verbosity", "2"),
        env={**os.environ, "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert (home / ".cursor" / "mcp.json").exists()


def test_a_projects_file_has_the_bare_name_if_the_search_path_leads_here(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Path(sys.executable).with_name("codex-memory")
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    for scope, command in (("user", str(program)), ("project", "codex-memory")):
        arguments = (program, "connect", "cursor", "--scope", scope, "--print")
        done = subprocess.run(arguments, env=os.environ, capture_output=True, text=True, timeout=60)
        assert json.loads(done.stdout)["mcpServers"]["codex-memory"]["command"] == command


def test_a_server_that_was_connected_to_a_database_uses_no_other(home: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "codex_project", "mcp_serve", "--no-embedded"),
        env={**os.environ, "DATABASE_URL": ""},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "DATABASE_URL is not set" in done.stderr
    assert not (Path(os.environ["CODEX_DATA_DIR"]) / "postgresql").exists()
