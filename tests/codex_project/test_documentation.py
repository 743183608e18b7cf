"""What the documents say is what the code does."""

from __future__ import annotations

from pathlib import Path

from tests.clients import environment, run

PROJECT = Path(__file__).resolve().parent.parent.parent


def test_the_table_of_variables_is_the_one_that_the_command_writes(database_url: str) -> None:
    printed = run("config", "--markdown", env=environment(database_url)).stdout
    assert printed.strip() in (PROJECT / "docs" / "configuration.md").read_text()


def test_the_configuration_in_effect_masks_the_password(database_url: str) -> None:
    url = "postgresql://codex:hush@db.example.org/codex"
    printed = run("config", env=environment(url, MAX_CONNECTIONS="7")).stdout
    assert "MAX_CONNECTIONS = 7 (from MAX_CONNECTIONS)" in printed
    assert "DATABASE_URL = postgresql://***@db.example.org/codex (from DATABASE_URL)" in printed
    assert "MIN_CONNECTIONS = 2 (default)" in printed
    assert "hush" not in printed


def test_ci_runs_the_readmes_command_word_for_word() -> None:
    script = (PROJECT / ".ci" / "run").read_text()
    commands = [line for line in (PROJECT / "README.md").read_text().splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    assert commands[1] in script.splitlines()
