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
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

PROJECT = Path(__file__).resolve().parent.parent
MIGRATIONS = "*/migrations/*"
MODELS = "memories/models.py,patterns/models.py"
# By file, because servers and databases are shared within one.
IN_PARALLEL = ("--numprocesses=logical", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder")

# What each floor of the specification ("Unit Test Coverage") is measured on: percent, and coverage's options.
FLOORS = {
    "storage": (90, ("--include=memories/*", f"--omit={MIGRATIONS},{MODELS}")),
    "models": (95, (f"--include={MODELS}",)),
    "database": (85, ("--include=codex_project/*", f"--omit={MIGRATIONS}")),
    "mcp": (80, ("--include=mcp_server/*", f"--omit={MIGRATIONS}")),
    "patterns": (75, ("--include=patterns/*", f"--omit={MIGRATIONS},{MODELS}")),
}

# What the tests of storing, finding and migrating must pass on, too (tests/support/database.py reads the variables).
VARIATIONS = (
    (
        "PostgreSQL 16",
        {"TESTS_POSTGRESQL": "16"},
        # How many pages are read is pinned on the newest; its databases take minutes to load.
        ("tests/memories", "tests/codex_project/test_migrate.py", "--ignore=tests/memories/test_burst_plans.py"),
    ),
    (
        "a pgvector without iterative scans",
        {"TESTS_OLD_PGVECTOR": "1"},
        [f"tests/memories/test_{name}.py" for name in ("nearest", "plans", "questions", "search", "storage", "tally")],
    ),
)


def main(pytest_arguments: list[str]) -> int:
    python = (sys.executable, "-m")
    failed: list[str] = []

    def check(heading: str, *command: str) -> None:
        if _passes(heading, *command) is None:
            failed.append(heading)

    check("Lint", *python, "ruff", "check", ".")
    check("Format", *python, "ruff", "format", "--check", ".")
    with tempfile.TemporaryDirectory() as folder:
        # Both load the settings, which make a secret key and look for a database.
        os.environ["CODEX_DATA_DIR"] = folder
        check("Types", *python, "mypy", ".")
        check("Imports point one way", str(Path(sys.executable).with_name("lint-imports")), "--no-logo")
        check("Migrations match the models", *python, "codex_project", "makemigrations", "--check", "--dry-run")
    _passes("Forget earlier coverage", *python, "coverage", "erase")
    output = _passes("Tests", *python, "coverage", "run", "-m", "pytest", *IN_PARALLEL, *pytest_arguments, read=True)
    passed, not_passed = _counted(output or "")
    if not passed or not_passed:
        failed.append("Tests")
    for heading, variables, where in VARIATIONS:
        command = (*python, "pytest", *IN_PARALLEL, *where, *pytest_arguments)
        output = _passes(f"Tests on {heading}", *command, read=True, variables=variables)
        more_passed, more_failed = _counted(output or "")
        if not more_passed or more_failed:
            failed.append(f"Tests on {heading}")
        passed += more_passed
    check("Coverage of all processes", *python, "coverage", "combine", "--quiet")
    for module, (floor, options) in FLOORS.items():
        check(
            f"Coverage of {module}: at least {floor}%",
            *(*python, "coverage", "report", f"--fail-under={floor}", "--skip-covered", "--skip-empty", *options),
        )

    check("Benchmarks run", *python, "tests.benchmarks", "all", "--quick")

    for heading in failed:
        _print(f"FAILED: {heading}")
    failures = not_passed + len([heading for heading in failed if heading != "Tests"])
    _print(f"{passed} passed, {failures} failed")
    return 1 if failed else 0


def _passes(
    heading: str, *command: str, read: bool = False, variables: Mapping[str, str] = MappingProxyType({})
) -> str | None:
    """Run a check under its heading; None if it failed, else (or with `read` in any case) what it printed."""
    _print(f"\n=== {heading}")
    started = time.monotonic()
    env = {**os.environ, **variables}
    with subprocess.Popen(
        command, cwd=PROJECT, env=env, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            _print(line.rstrip("\n"))
            lines.append(line)
    _print(f"({time.monotonic() - started:.0f} s)")
    return "".join(lines) if read or process.returncode == 0 else None


def _counted(output: str) -> tuple[int, int]:
    """The numbers of passed and of failed tests in pytest's closing line."""
    counts = {"passed": 0, "failed": 0, "error": 0}
    for number, outcome in re.findall(r"(\d+) (passed|failed|error)s?\b", output.rstrip().rpartition("\n")[2]):
        counts[outcome] = int(number)
    return counts["passed"], counts["failed"] + counts["error"]


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
