"""docs/publishing/Containerfile; no test builds it, because that needs a container engine and its base image."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.clients import environment, run
from tests.support.http_server import HttpServer

pytestmark = pytest.mark.integration

PROJECT = Path(__file__).resolve().parents[2]
CONTAINERFILE = PROJECT / "docs" / "publishing" / "Containerfile"
LINES = CONTAINERFILE.read_text().replace("\\\n", "").splitlines()  # one an instruction


def command(instruction: str) -> list[str]:
    """The program and arguments of an instruction in JSON form, such as ENTRYPOINT."""
    (line,) = (line for line in LINES if line.startswith(instruction))
    arguments: list[str] = json.loads(line[line.index("[") :])
    return arguments


def test_the_linter_finds_nothing() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    linted = subprocess.run((linter, "--no-color", CONTAINERFILE), capture_output=True, text=True)
    assert (linted.returncode, linted.stdout) == (0, "")


def test_the_linter_finds_faults(tmp_path: Path) -> None:
    faulty = tmp_path / "Containerfile"
    faulty.write_text("FROM python\nRUN cd /tmp && pip install django\n")
    linter = Path(sys.executable).with_name("hadolint")
    linted = subprocess.run((linter, "--no-color", faulty), capture_output=True, text=True)
    assert {"DL3003", "DL3006", "DL3013"} <= set(re.findall(r"\bDL\d+", linted.stdout))


def test_it_copies_what_the_wheel_is_made_of() -> None:
    copied = {name for line in LINES if line.startswith("COPY ") for name in line.split()[1:-1]}
    assert all((PROJECT / name).exists() for name in copied if not name.startswith(("/", "--")))
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {*wheel["packages"], *wheel["force-include"], project["project"]["readme"], "LICENSE", "pyproject.toml"}
    assert wanted <= copied


def test_its_extras_are_those_of_the_package() -> None:
    (extras,) = re.findall(r"^ARG EXTRAS=(\S+)$", "\n".join(LINES), re.MULTILINE)
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    assert set(extras.split(",")) <= set(project["optional-dependencies"])


def test_it_serves_as_another_user_than_root() -> None:
    before = LINES[: next(index for index, line in enumerate(LINES) if line.startswith("ENTRYPOINT"))]
    (user,) = (line.split()[1] for line in before if line.startswith("USER "))
    assert int(user) > 0
    assert f"--uid {user} " in "\n".join(LINES)


def test_its_command_serves_only_behind_a_proxy(database_url: str) -> None:
    assert command("ENTRYPOINT") == ["codex-memory"]
    refused = run(*command("CMD"), env=environment(database_url, TRUST_PROXY=None))
    assert refused.returncode == 1
    assert "needs TRUST_PROXY=true and a proxy" in refused.stderr


def test_its_health_check_tells_a_server_from_none(database: str) -> None:
    serve, option, where = command("CMD")
    host, _, port = where.rpartition(":")
    here = (sys.executable, "-m", "codex_project", serve, option, f"{host}:0")
    program, *arguments = command("HEALTHCHECK")
    assert program == "python"

    def is_healthy(listening: int) -> bool:
        (last,) = arguments[1:]
        check = (sys.executable, arguments[0], last.replace(port, str(listening)))
        # A proxy that the environment names is not asked.
        return (
            subprocess.run(check, env={"http_proxy": "http://127.0.0.1:9"}, stderr=subprocess.DEVNULL).returncode == 0
        )

    with HttpServer(here, environment(database, TRUST_PROXY="true")) as server:
        assert is_healthy(server.port)
        assert server.stop() == 0
        assert not is_healthy(server.port)
