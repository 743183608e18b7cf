"""What the documents say is what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from tests.support.clients import environment, run

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
    commands = re.findall(r"^python3 -m venv .*(?:\n    .*)*", (PROJECT / "README.md").read_text(), re.MULTILINE)
    assert len(commands) == 2
    assert commands[1] in (PROJECT / ".ci" / "run").read_text()
    assert commands[1] in (PROJECT / "CONTRIBUTING.md").read_text()


def test_the_lock_file_has_each_dependency_in_a_version_that_is_asked_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (PROJECT / "requirements.lock").read_text(), re.MULTILINE))
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    for requirement in map(Requirement, wanted):
        if requirement.name != project["name"]:
            assert requirement.specifier.contains(locked[requirement.name]), requirement


def test_each_package_in_the_lock_file_has_a_hash() -> None:
    entries = re.split(r"\n(?=[a-z0-9-]+==)", (PROJECT / "requirements.lock").read_text())
    assert len(entries) > 80
    for entry in entries:
        assert "--hash=sha256:" in entry, entry
