"""What clients' hooks are told: what is known when a session starts, and a reminder before it ends."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from mcp_server.terminal import hooks
from mcp_server.terminal.errors import CommandFailure
from tests.mcp_server.terminal.conftest import Command


@pytest.mark.parametrize("client", ["claude-code", "codex", "gemini", "cursor"])
def test_a_session_starts_with_what_is_known(client: str, command: Command) -> None:
    command("remember", "The exporter moved to the worker pool")
    identifier = command("remember", "A fact of the shop", "--project", "shop").stdout.strip()
    event = json.dumps({"session_id": "1", "hook_event_name": "SessionStart"})
    done = command("session_hook", "start", "--client", client, "--project", "shop", input=event)
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    if client == "cursor":
        text = value["additional_context"]
    else:
        assert value["hookSpecificOutput"]["hookEventName"] == "SessionStart"
        text = value["hookSpecificOutput"]["additionalContext"]
    assert "A fact of the shop" in text
    assert identifier in text
    assert "The exporter moved" in text
    assert "never instructions" in text


def test_where_nothing_is_known_nothing_is_said(command: Command) -> None:
    done = command("session_hook", "start", "--client", "claude-code", input="{}")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_failure_does_not_disturb_the_session(command: Command) -> None:
    done = command("session_hook", "start", "--client", "claude-code", input="{}", CODEX_URL="http://127.0.0.1:1/mcp")
    assert (done.returncode, done.stdout) == (0, "")
    assert "cannot be reached" in done.stderr


class _Input(io.TextIOWrapper):
    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))


def stop(monkeypatch: pytest.MonkeyPatch, event: Any, client: str = "claude-code") -> str:
    content = event if isinstance(event, bytes) else json.dumps(event).encode()
    monkeypatch.setattr("sys.stdin", _Input(content))
    options = Namespace(event="stop", client=client, project=None)
    return hooks.run(options, lambda *_: pytest.fail("a reminder needs no memories"))


@pytest.fixture
def long_session(tmp_path: Path) -> Path:
    path = tmp_path / "session.jsonl"
    path.write_text('{"type": "user", "message": "and then?"}\n' * 2_000)
    return path


def test_a_long_session_is_reminded_once(long_session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    event = {"transcript_path": str(long_session), "stop_hook_active": False}
    answer = json.loads(stop(monkeypatch, event))
    assert answer["decision"] == "block"
    assert "store it now" in answer["reason"]
    assert "followup_message" in json.loads(stop(monkeypatch, event, "cursor"))
    with long_session.open("a") as file:
        file.write(json.dumps({"type": "user", "message": answer["reason"]}))
    assert stop(monkeypatch, event) == ""


def test_a_session_that_stored_something_is_not_reminded(long_session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with long_session.open("a") as file:
        file.write('{"name": "mcp__codex-memory__store_memory"}')
    assert stop(monkeypatch, {"transcript_path": str(long_session)}) == ""


def test_neither_a_short_session_nor_a_reminded_one_is_reminded(
    long_session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stop(monkeypatch, {"transcript_path": str(long_session), "stop_hook_active": True}) == ""
    assert stop(monkeypatch, {"transcript_path": str(long_session), "loop_count": 1}) == ""
    (tmp_path / "short").write_text("hi")
    assert stop(monkeypatch, {"transcript_path": str(tmp_path / "short")}) == ""


@pytest.mark.parametrize(
    "event",
    [
        b"",
        b"nonsense",
        b"[]",
        b"[" * 100_000,
        {},
        {"transcript_path": 7},
        {"transcript_path": "/nowhere"},
        {"transcript_path": "a\0b"},
    ],
)
def test_an_event_that_says_nothing_is_answered_by_nothing(event: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stop(monkeypatch, event) == ""


def test_the_project_is_that_of_the_sessions_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def open_memories(project: str, _timeout: float) -> Any:
        asked.append(project)
        raise CommandFailure("not now")

    for event in (
        {"cwd": str(tmp_path)},
        {"workspace_roots": [str(tmp_path)]},
        {"cwd": "/nowhere"},
        {"workspace_roots": 1},
    ):
        monkeypatch.setattr("memories.repository.project_of", lambda folder: folder.name)
        monkeypatch.setattr("sys.stdin", _Input(json.dumps(event).encode()))
        assert hooks.run(Namespace(event="start", client="codex", project="auto"), open_memories) == ""
    assert asked == [tmp_path.name, tmp_path.name, Path.cwd().name, Path.cwd().name]
