"""`recall`, `remember` and `forget`, on the database and on an HTTP server: the same answers and exit statuses."""

from __future__ import annotations

import json
import subprocess
import uuid
from pathlib import Path

import pytest

from memories import limits
from tests.mcp_server.terminal.conftest import Command

FAILED, USAGE, NOTHING = 1, 2, 3


def only_sentence(done: subprocess.CompletedProcess[str], status: int) -> str:
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("codex-memory: ")
    return done.stderr


def test_what_is_remembered_is_recalled_and_can_be_forgotten(command: Command) -> None:
    stored = command(
        "remember", "The exporter moved to the worker pool,", "because cron lost jobs.", "--tag", "billing"
    )
    assert stored.returncode == 0, stored.stderr
    identifier = stored.stdout.strip()
    assert str(uuid.UUID(identifier)) == identifier
    found = command("recall", "why", "did", "we", "move", "the", "exporter?")
    assert found.returncode == 0, found.stderr
    heading, facts, passage = found.stdout.splitlines()
    assert heading == "1. The exporter moved to the worker pool, because cron lost jobs."
    assert identifier in facts
    assert "no project" in facts
    assert "billing" in facts
    assert passage.strip() == "The exporter moved to the worker pool, because cron lost jobs."
    forgotten = command("forget", identifier)
    assert forgotten.returncode == 0
    assert identifier in forgotten.stdout
    only_sentence(command("recall", "exporter"), NOTHING)
    only_sentence(command("forget", identifier), NOTHING)


def test_without_a_question_the_newest_are_shown(command: Command) -> None:
    for number in range(7):
        command("remember", f"Fact number {number}")
    lines = [line for line in command("recall", "--chars", "0").stdout.splitlines() if line[:1].isdigit()]
    assert lines == [f"{place}. Fact number {number}" for place, number in enumerate((6, 5, 4, 3, 2), 1)]


def test_json_is_what_the_tools_answer(command: Command) -> None:
    identifier = json.loads(command("remember", "--json", "A fact").stdout)["id"]
    page = json.loads(command("recall", "--json", "fact").stdout)
    assert [memory["id"] for memory in page["memories"]] == [identifier]
    assert page["memories"][0]["processed"] is None
    assert json.loads(command("recall", "--json", "nothing like it").stdout)["memories"] == []
    assert json.loads(command("forget", "--json", identifier).stdout) == {"deleted": True}
    assert json.loads(command("forget", "--json", identifier).stdout) == {"deleted": False}


def test_a_long_text_comes_from_standard_input_and_its_first_line_is_the_summary(command: Command) -> None:
    text = "\n\n  Release notes " + "x" * 300 + "\n\nThe zebra lives in paragraph two.\n"
    assert command("remember", "-", "--context", "the release", input=text).returncode == 0
    memory = json.loads(command("recall", "--json", "zebra", "--chars", "2000").stdout)["memories"][0]
    assert memory["content"] == text
    assert memory["context"] == "the release"
    assert memory["summary"].startswith("Release notes xxx")
    assert memory["summary"].endswith("…")
    assert len(memory["summary"]) <= 120


def test_a_passage_of_a_long_text_is_shown(command: Command) -> None:
    text = "First line\n" + "filler words here. " * 400 + "The zebra is striped. " + "more filler. " * 400
    command("remember", "-", input=text)
    shown = command("recall", "zebra", "--chars", "80").stdout
    assert "zebra is striped" in shown
    assert "… " in shown
    assert " …" in shown


def test_projects_are_kept_apart(command: Command, tmp_path: Path) -> None:
    command("remember", "A fact of the shop", "--project", "shop")
    command("remember", "A fact of all", "--summary", "of all")
    assert "of the shop" in command("recall", "fact", "--project", "shop").stdout
    assert "of all" in command("recall", "fact", CODEX_PROJECT="shop").stdout
    assert "of the shop" not in command("recall", "fact").stdout
    assert "of the shop" in command("recall", "fact", "--all-projects").stdout
    repository = tmp_path / "shop"
    subprocess.run(("git", "init", "-q", repository), check=True)
    assert "of the shop" in command("recall", "fact", "--project", "auto", cwd=repository).stdout
    only_sentence(command("recall", "fact", "--project", "no spaces"), FAILED)


@pytest.mark.parametrize("command", ["database"], indirect=True)
def test_a_confined_process_uses_its_own_project_only(command: Command) -> None:
    confined = {"PROJECT_CONFINED": "true", "CODEX_PROJECT": "shop"}
    command("remember", "A fact of the office", "--project", "office")
    only_sentence(command("recall", "fact", "--project", "office", **confined), FAILED)
    only_sentence(command("remember", "A fact", "--project", "office", **confined), FAILED)
    assert command("remember", "A fact of the shop", **confined).returncode == 0
    shown = command("recall", "fact", "--project", "shop", "--all-projects", **confined).stdout
    assert ("of the shop" in shown, "of the office" in shown) == (True, False)


@pytest.mark.parametrize("command", ["database"], indirect=True)
def test_a_hook_recalls_for_the_project_of_the_environment(command: Command) -> None:
    command("remember", "A fact of the shop", "--project", "shop")
    hook = ("session_hook", "start", "--client", "claude-code")
    assert "of the shop" in command(*hook, input="{}", CODEX_PROJECT="shop").stdout
    assert "of the shop" not in command(*hook, input="{}").stdout


def test_what_a_terminal_would_obey_is_not_printed(command: Command) -> None:
    command("remember", "-", "--summary", "harmless", input="clear \x1b[2J the \x07 screen \u202e!")
    shown = command("recall", "screen").stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "clear" in shown


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("remember", ""), None),
        (("remember", "-"), ""),
        (("remember", "-"), " \n\t"),
        (("remember", "-"), "x" * (limits.CONTENT_MAX_BYTES + 1)),
        (("remember", "x", "--tag", "no spaces"), None),
        (("remember", "x", "--summary", "two\nlines"), None),
        (("remember", "x", "--summary", "s" * 501), None),
        (("forget", "nonsense"), None),
        (("recall", "--tag", "no spaces"), None),
        (("recall", "q" * 9_000), None),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: tuple[str, ...], text: str | None, command: Command) -> None:
    only_sentence(command(*arguments, input=text), FAILED)


def test_input_that_is_not_utf8_is_refused(command: Command) -> None:
    done = command("remember", "-", input="\udcff", errors="surrogateescape")
    assert "UTF-8" in only_sentence(done, FAILED)


def test_the_same_text_again_names_the_first(command: Command) -> None:
    identifier = command("remember", "Only once").stdout.strip()
    assert identifier in only_sentence(command("remember", "Only once"), FAILED)


@pytest.mark.parametrize(
    "arguments",
    [("recall", "--limit", "0"), ("recall", "--chars", "x"), ("remember",), ("forget",), ("recall", "--nope")],
)
def test_wrong_options_are_shown_how_they_go(arguments: tuple[str, ...], command: Command) -> None:
    done = command(*arguments)
    assert done.returncode == USAGE
    assert "usage:" in done.stderr


def test_a_reader_that_has_seen_enough_is_no_fault(command: Command) -> None:
    command("remember", "A fact")
    done = command("recall", "fact", preexec_fn=_close_stdout)
    assert "Traceback" not in done.stderr


def _close_stdout() -> None:
    import os

    reading, writing = os.pipe()
    os.close(reading)
    os.dup2(writing, 1)
