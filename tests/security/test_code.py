"""Each suppressed warning has its reason, and the list of components has every package."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = ("codex_project", "mcp_server", "memories", "patterns")
SUPPRESSED = re.compile(r"#\s*(?:noqa: .*\bS\d{3}|nosec\b)")
EXPLAINED = re.compile(r"#\s*(?:noqa|nosec): ?[A-Z0-9, ]+ - \S")
COMMAND = re.compile(r"cyclonedx-py (requirements .*)")


def test_every_suppressed_security_warning_says_why() -> None:
    files = [file for package in PACKAGES for file in (PROJECT / package).rglob("*.py")]
    lines = [(file.name, line) for file in files for line in file.read_text().splitlines() if SUPPRESSED.search(line)]
    assert lines
    assert [(name, line) for name, line in lines if not EXPLAINED.search(line)] == []


@pytest.mark.integration
def test_the_list_of_components_has_every_locked_package(tmp_path: Path) -> None:
    documented = COMMAND.search((PROJECT / "docs" / "security.md").read_text())
    assert documented is not None
    *arguments, file = documented[1].split()
    program = Path(sys.executable).with_name("cyclonedx-py")
    command = (program, *arguments, str(tmp_path / Path(file).name))
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, timeout=110)
    listed = json.loads((tmp_path / Path(file).name).read_text())
    assert listed["bomFormat"] == "CycloneDX"
    locked = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", (PROJECT / "requirements.lock").read_text(), re.MULTILINE)
    assert len(locked) > 100
    assert {(part["name"], part["version"]) for part in listed["components"]} == set(locked)
    assert all(part.get("externalReferences") or part.get("hashes") for part in listed["components"])
