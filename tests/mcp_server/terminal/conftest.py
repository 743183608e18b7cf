"""The commands as processes: on the test database, and on an HTTP server with a token."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.support.clients import environment, run
from tests.support.waiting import PATIENCE, until

Command = Callable[..., subprocess.CompletedProcess[str]]


@dataclass
class HttpServer:
    """An `mcp_serve --http` on the test database, and a token for it."""

    url: str
    token: str

    @property
    def variables(self) -> dict[str, str]:
        return {"CODEX_URL": self.url, "CODEX_TOKEN": self.token}


@pytest.fixture(scope="module")
def http_server(request: pytest.FixtureRequest, database_url: str) -> Iterator[HttpServer]:
    variables = environment(database_url, RATE_LIMIT_ENABLED="false")
    created = run("create_token", request.module.__name__, env=variables)
    assert created.returncode == 0, created.stderr
    with tempfile.NamedTemporaryFile("r") as log:
        command = (sys.executable, "-m", "codex_project", "mcp_serve", "--http", "0")
        with Path(log.name).open("w") as stderr:
            process = subprocess.Popen(command, env=variables, stdin=subprocess.DEVNULL, stderr=stderr)
        try:
            pattern = re.compile(r"Serving MCP on (http://127\.0\.0\.1:\d+/mcp)")
            until(lambda: pattern.search(Path(log.name).read_text()), "serving")
            found = pattern.search(Path(log.name).read_text())
            assert found is not None
            yield HttpServer(found[1], created.stdout.strip())
        finally:
            process.terminate()
            process.wait(PATIENCE)
    removed = run("revoke_token", request.module.__name__, env=variables)
    assert removed.returncode == 0, removed.stderr


@pytest.fixture(params=["database", "http"])
def command(request: pytest.FixtureRequest, database: str, tmp_path: Path) -> Command:
    """Run a command: `command("recall", "why", input="...", CODEX_PROJECT="shop")`."""
    reached: dict[str, Any] = {"CODEX_URL": None, "CODEX_TOKEN": None, "CODEX_PROJECT": None}
    if request.param == "http":
        reached |= request.getfixturevalue("http_server").variables

    def execute(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        variables = {name: options.pop(name) for name in list(options) if name.isupper()}
        folder = options.pop("cwd", tmp_path)
        return run(*arguments, env=environment(database, **{**reached, **variables}), cwd=folder, **options)

    return execute
