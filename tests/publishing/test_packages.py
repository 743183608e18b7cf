"""The wheel and the source distribution: what is in them, and that it runs without a checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.clients import Client, environment
from tests.support.http_server import HttpServer

pytestmark = pytest.mark.integration

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = ("codex_project", "mcp_server", "memories", "patterns")
WHEEL_BYTES_MAX = 1_000_000


def in_checkout(folder: str) -> set[str]:
    """The files that Python did not make, by their paths from the top of the checkout."""
    files = (path for path in (PROJECT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(PROJECT)) for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The wheel and the source distribution, made of this checkout, without network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run((sys.executable, "-m", "hatchling", "build", "-d", folder), cwd=PROJECT, check=True)
    (wheel,), (source,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, source


@pytest.fixture(scope="module")
def installed(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that has the wheel, and the packages it depends on from this one."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run((sys.executable, "-m", "venv", "--without-pip", folder), check=True)
    python = folder / "bin" / "python"
    install = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps")
    subprocess.run((*install, built[0]), check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # A path in a .pth file comes after the wheel's, and the .pth of the editable installation there is not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = "import codex_project, memories; print(codex_project.__file__, memories.__file__)"
    found = subprocess.run((python, "-c", where), cwd=folder, capture_output=True, text=True, check=True).stdout
    assert all(path.startswith(str(folder)) for path in found.split()), found
    return folder / "bin" / "codex-memory"


@pytest.fixture
def variables(database: str) -> dict[str, str]:
    """The environment of the installed command, which shall not find the checkout."""
    return environment(database, PYTHONPATH=None)


def test_the_wheel_has_every_file_of_the_packages_and_no_other(built: tuple[Path, Path]) -> None:
    names = {name for name in zipfile.ZipFile(built[0]).namelist() if ".dist-info/" not in name}
    templates = {f"codex_project/{name}" for name in in_checkout("templates")}
    assert names == templates.union(*(in_checkout(package) for package in PACKAGES))
    assert {".sql", ".scm", ".html", ".css", ".js", ".svg", ".json", ".yml"} <= {Path(name).suffix for name in names}


def test_the_wheel_is_below_one_megabyte(built: tuple[Path, Path]) -> None:
    assert built[0].stat().st_size < WHEEL_BYTES_MAX


def test_the_source_distribution_has_what_is_needed_to_build_and_test(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in (*PACKAGES, "templates", "tests", "docs", ".ci"):
        assert in_checkout(folder) <= names
    top = {name.partition("/")[0] for name in names}
    files = {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "manage.py", "pyproject.toml"}
    made = {"PKG-INFO", ".gitignore"}
    assert top == {*PACKAGES, "templates", "tests", "docs", ".ci", "requirements.lock", *files, *made}


def test_the_source_distribution_builds_the_same_wheel(built: tuple[Path, Path], tmp_path: Path) -> None:
    build = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")
    subprocess.run((*build, "--wheel-dir", tmp_path, built[1]), check=True)
    (again,) = tmp_path.glob("*.whl")
    assert again.name == built[0].name
    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(built[0]).namelist())


def test_both_pass_the_checks_of_the_package_index(built: tuple[Path, Path]) -> None:
    check = (sys.executable, "-m", "twine", "--no-color", "check", "--strict", *built)
    checked = subprocess.run(check, capture_output=True, text=True)
    assert checked.stdout.count("PASSED") == 2, checked.stdout + checked.stderr
    assert checked.returncode == 0


def test_the_installed_wheel_serves_over_stdio(installed: Path, variables: dict[str, str]) -> None:
    with Client(variables, command=(str(installed), "mcp_serve")) as client:
        assert client.initialize()["serverInfo"]["name"] == "codex-memory"
        code = "def doubled(items):\n    return [2 * item for item in items]\n"
        stored = client.call("store_memory", content=code, context="wheel", summary="from the wheel")
        (hit,) = client.call("search_memories", query="doubled items")["memories"]
        assert hit["id"] == stored["id"]
        assert client.call("analyze_patterns", memory_id=stored["id"], language="python")["patterns"]
        assert client.finish() == 0


def test_the_installed_wheel_serves_the_admin_with_its_templates_and_styles(
    installed: Path, variables: dict[str, str]
) -> None:
    with HttpServer((str(installed), "mcp_serve", "--http", "0", "--no-auth"), variables) as server:
        status, page = server.get("/admin/login/")
        assert status == 200
        assert "Codex Memory" in page
        assert server.get("/static/admin/css/base.css")[0] == 200  # Django's own
        (ours,) = (path for path in in_checkout("memories/static") if path.endswith(".js"))
        assert server.get("/static/" + ours.partition("/static/")[2]) == (200, (PROJECT / ours).read_text())
        assert server.stop() == 0


def test_the_package_index_shows_the_name_by_which_the_registry_knows_the_package(built: tuple[Path, Path]) -> None:
    server = json.loads((PROJECT / "docs" / "publishing" / "server.json").read_text())
    archive = zipfile.ZipFile(built[0])
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    assert f"mcp-name: {server['name']} " in archive.read(metadata).decode()


def test_the_installed_wheel_lists_its_commands(installed: Path, variables: dict[str, str]) -> None:
    shown = subprocess.run((installed, "--help"), env=variables, capture_output=True, text=True)
    assert shown.returncode == 0
    assert {"mcp_serve", "migrate", "doctor", "create_token"} <= set(shown.stdout.split())
