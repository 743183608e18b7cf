"""`python -m tests`: every check that CI makes, in order. What stands on the command line goes to pytest.

Tests run in as many processes as there are processors, four at most, each with a PostgreSQL of its own; `pytest` alone
runs them one after the other.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
PYTHON = (sys.executable, "-m")
PACKAGES = ("codex_project", "mcp_server", "memories", "patterns")
MIGRATIONS = "*/migrations/*"
MODELS = "memories/models.py,patterns/models.py"
# By file, because servers and databases are shared within one.
IN_PARALLEL = ("--numprocesses=logical", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder")

# Of the output of a check that failed, shown again at the end.
LINES_SHOWN, LINE_SHOWN = 25, 400

# What each floor of the specification ("Unit Test Coverage") is measured on: percent, and coverage's options.
FLOORS = {
    "storage": (90, ("--include=memories/*", f"--omit={MIGRATIONS},{MODELS}")),
    "models": (95, (f"--include={MODELS}",)),
    "database": (85, ("--include=codex_project/*", f"--omit={MIGRATIONS}")),
    "mcp": (80, ("--include=mcp_server/*", f"--omit={MIGRATIONS}")),
    "patterns": (75, ("--include=patterns/*", f"--omit={MIGRATIONS},{MODELS}")),
}


class Variation(NamedTuple):
    """Something else that the tests of storing, finding and migrating must pass on, too."""

    name: str
    variables: dict[str, str]  # tests/support/database.py reads them
    where: tuple[str, ...]  # arguments for pytest


OLD_POSTGRESQL = Variation(
    "PostgreSQL 16",
    {"TESTS_POSTGRESQL": "16"},
    # Not what runs no SQL of its own, and not how many pages are read and what is planned, pinned on the newest.
    (
        *("tests/memories", "tests/codex_project/test_migrate.py", "-m", "not unit"),
        *(
            f"--ignore=tests/memories/test_{name}.py"
            for name in ("burst_plans", "cache", "pool", "round_trips", "slow_calls")
        ),
    ),
)
POOLER = Variation(
    "pgbouncer",
    {"TESTS_POOLER": "1"},
    (
        "tests/test_scenarios.py",
        *(
            f"tests/mcp_server/test_{name}.py"
            for name in ("corrections", "edges", "moved_memories", "patterns", "projects", "results", "tools")
        ),
    ),
)
OLD_PGVECTOR = Variation(
    "a pgvector without iterative scans",
    {"TESTS_OLD_PGVECTOR": "1"},
    # Not plans: on one large database they are tested with both kinds of pgvector anyway.
    tuple(f"tests/memories/test_{name}.py" for name in ("counters", "nearest", "questions", "search", "storage")),
)


def main(pytest_arguments: list[str]) -> int:
    checks = Checks(pytest_arguments)
    # What keeps one processor busy is done two at a time; the tests themselves keep all of them busy.
    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(measure_quickly, checks), threads.submit(look_through, checks)]:
            done.result()
    checks.check("Forget earlier coverage", *PYTHON, "coverage", "erase")
    checks.test("Tests", *PYTHON, "coverage", "run", "-m", "pytest", *IN_PARALLEL)
    checks.vary(OLD_POSTGRESQL, *IN_PARALLEL)
    checks.vary(POOLER, *IN_PARALLEL)
    checks.check("Coverage of all processes", *PYTHON, "coverage", "combine", "--quiet")
    for module, (floor, options) in FLOORS.items():
        report = (*PYTHON, "coverage", "report", f"--fail-under={floor}", "--skip-covered", "--skip-empty", *options)
        checks.check(f"Coverage of {module}: at least {floor}%", *report)
    for heading, output in checks.failed.items():
        # Again at the end, because whoever reads only the last lines has to know why.
        _print(f"\nFAILED: {heading}\n{_last_lines(output)}")
    _print(f"{checks.passed} passed, {checks.failures} failed")
    return 1 if checks.failed else 0


def measure_quickly(checks: Checks) -> None:
    checks.check("Benchmarks run", *PYTHON, "tests.benchmarks", "all", "--quick", aside=True)


def look_through(checks: Checks) -> None:
    """What runs no tests of ours, and the variation that takes the shorter time."""
    with tempfile.TemporaryDirectory() as folder:
        # Some of them load the settings, which make a secret key and look for a database.
        for heading, *command in (
            ("Lint", *PYTHON, "ruff", "check", "."),
            ("Format", *PYTHON, "ruff", "format", "--check", "."),
            ("Types", *PYTHON, "mypy", "."),
            ("Imports point one way", str(Path(sys.executable).with_name("lint-imports")), "--no-logo"),
            ("Migrations match the models", *PYTHON, "codex_project", "makemigrations", "--check", "--dry-run"),
            ("Security of the code", *PYTHON, "bandit", "--quiet", "--recursive", "-c", "pyproject.toml", *PACKAGES),
            ("Fuzz the wire", *PYTHON, "tests.fuzz", "all", "--seconds", "60"),
        ):
            checks.check(heading, *command, aside=True, CODEX_DATA_DIR=folder)
    checks.vary(OLD_PGVECTOR, aside=True)


class Checks:
    """What was checked so far, each by a command."""

    def __init__(self, pytest_arguments: Sequence[str]) -> None:
        self.failed: dict[str, str] = {}  # what they printed, by their headings
        self.passed = self.failures = 0  # tests; a check that is no test and fails is a failure, too
        self._pytest_arguments = pytest_arguments

    def check(self, heading: str, *command: str, aside: bool = False, **variables: str) -> None:
        status, output = _ran(heading, *command, aside=aside, variables=variables)
        if status:
            self.failed[heading] = output
            self.failures += 1

    def test(self, heading: str, *command: str, aside: bool = False, **variables: str) -> None:
        _, output = _ran(heading, *command, *self._pytest_arguments, aside=aside, variables=variables)
        passed, failures = _counted(output)
        self.passed += passed
        if not passed or failures:
            self.failed[heading] = output
            self.failures += max(failures, 1)

    def vary(self, variation: Variation, *options: str, aside: bool = False) -> None:
        name, variables, where = variation
        self.test(f"Tests on {name}", *PYTHON, "pytest", *options, *where, aside=aside, **variables)


def _ran(heading: str, *command: str, aside: bool, variables: Mapping[str, str]) -> tuple[int, str]:
    """Run a command, and print what it prints under the heading: at once, or with `aside` when it has ended.

    Returns:
        Its exit status, and what it printed.
    """
    told: list[str] = []
    printed: list[str] = []

    def say(line: str) -> None:
        told.append(line)
        if not aside:
            _print(line)

    say(f"\n=== {heading}")
    started = time.monotonic()
    env = {**os.environ, **variables}
    with subprocess.Popen(
        command, cwd=PROJECT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            printed.append(line)
            say(line.rstrip("\n"))
    say(f"({time.monotonic() - started:.0f} s)")
    if aside:
        _print("\n".join(told))
    return process.returncode, "".join(printed)


def _last_lines(output: str) -> str:
    return "\n".join(line[:LINE_SHOWN] for line in output.splitlines()[-LINES_SHOWN:])


def _counted(output: str) -> tuple[int, int]:
    """The numbers of passed and of failed tests in pytest's closing line."""
    counts = {"passed": 0, "failed": 0, "error": 0}
    closing = re.findall(r"^.*\d+ (?:passed|failed|errors?)\b.* in [\d.]+s.*$", output, re.MULTILINE)[-1:]
    for number, outcome in re.findall(r"(\d+) (passed|failed|error)s?\b", "".join(closing)):
        counts[outcome] = int(number)
    return counts["passed"], counts["failed"] + counts["error"]


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
