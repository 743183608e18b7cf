"""`connect` and `disconnect`, for every client."""

from __future__ import annotations

import json
import os
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcp_server.clients import registry
from tests.mcp_server.clients.conftest import Run
from tests.mcp_server.clients.test_jsonc import documents

CLIENTS = registry.names()
WITH_PROJECT = [name for name in CLIENTS if registry.find(name).project is not None]
WITH_HOOKS = [name for name in CLIENTS if registry.find(name).hooks is not None]
BY_REFERENCE = [name for name in CLIENTS if registry.find(name).reference is not None]
URL = "https://memory.example.org/mcp"


def parsed(path: Path) -> Any:
    text = path.read_text("utf-8")
    return tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)


def entry(name: str, path: Path | None = None) -> Any:
    client = registry.find(name)
    value = parsed(path or client.user.path())
    for key in (*client.key, "codex-memory"):
        value = value[key]
    return value


def test_these_clients_are_known() -> None:
    assert CLIENTS == (
        "claude-code",
        "claude-desktop",
        "codex",
        "cursor",
        "gemini",
        "opencode",
        "vscode",
        "windsurf",
        "zed",
    )


@pytest.mark.parametrize("name", CLIENTS)
def test_a_client_without_a_configuration_gets_one_and_loses_it_again(name: str, home: Path, run: Run) -> None:
    done = run("connect", name)
    assert done.status == 0, done.err
    path = registry.find(name).user.path()
    assert str(path) in done.err
    assert "mcp_serve" in json.dumps(entry(name))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run("disconnect", name).status == 0
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize("name", CLIENTS)
def test_a_second_connect_changes_nothing(name: str, run: Run) -> None:
    run("connect", name)
    path = registry.find(name).user.path()
    before = path.read_bytes(), path.stat().st_mtime_ns
    again = run("connect", name)
    assert again.status == 0
    assert "already" in again.err
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize("name", CLIENTS)
def test_another_connect_replaces_the_entry_and_disconnect_still_restores_the_file(name: str, run: Run) -> None:
    path = registry.find(name).user.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    original = "# mine\n" if path.suffix == ".toml" else '{\n    "mine": [1, 2]\n}'
    path.write_text(original)
    run("connect", name)
    first = entry(name)
    assert run("connect", name, "--project", "shop").status == 0
    assert entry(name) != first
    assert "shop" in json.dumps(entry(name))
    assert run("disconnect", name).status == 0
    assert path.read_text() == original
    assert "was not connected" in run("disconnect", name).err


@pytest.mark.parametrize("name", WITH_PROJECT)
def test_a_projects_file_is_found_from_its_subfolders(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path.cwd()
    subfolder = root / "a" / "b"
    subfolder.mkdir(parents=True)
    monkeypatch.chdir(subfolder)
    assert run("connect", name, "--scope", "project").status == 0
    assert "mcp_serve" in json.dumps(entry(name, root / registry.find(name).project[0]))  # type: ignore[index]
    assert run("disconnect", name, "--scope", "project").status == 0
    assert sorted(path.name for path in root.iterdir()) == [".git", "a"]


@pytest.mark.parametrize("name", sorted(set(CLIENTS) - set(WITH_PROJECT)))
def test_a_client_without_files_in_projects_says_so(name: str, run: Run) -> None:
    refused = run("connect", name, "--scope", "project")
    assert refused.status == 1
    assert "--scope user" in refused.err


@pytest.mark.parametrize("name", BY_REFERENCE)
def test_a_token_is_named_and_never_written(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMORY_TOKEN", "cm_secret")
    done = run("connect", name, "--http", URL, "--token-env", "MEMORY_TOKEN", "--project", "shop")
    assert done.status == 0, done.err
    written = json.dumps(entry(name))
    assert "MEMORY_TOKEN" in written
    assert URL in written
    assert "shop" in written
    assert "cm_secret" not in written + done.err


def test_each_client_names_a_variable_in_its_own_way(run: Run) -> None:
    for name in BY_REFERENCE:
        run("connect", name, "--http", URL, "--token-env", "T")
    assert entry("claude-code")["headers"] == {"Authorization": "Bearer ${T}"}
    assert entry("codex")["bearer_token_env_var"] == "T"
    assert entry("cursor")["headers"] == {"Authorization": "Bearer ${env:T}"}
    assert entry("gemini")["headers"] == {"Authorization": "Bearer ${T}"}
    assert entry("opencode")["headers"] == {"Authorization": "Bearer {env:T}"}
    assert entry("vscode")["headers"] == {"Authorization": "Bearer ${env:T}"}
    assert entry("windsurf")["headers"] == {"Authorization": "Bearer ${env:T}"}


@pytest.mark.parametrize("name", ["claude-desktop", "zed"])
def test_a_file_that_cannot_hold_it_is_left_alone(name: str, home: Path, run: Run) -> None:
    refused = run("connect", name, "--http", URL, "--token-env", "T")
    assert refused.status == 1
    assert registry.find(name).title in refused.err
    assert list(home.rglob("*")) == []


def test_zed_takes_an_address_without_a_token(run: Run) -> None:
    assert run("connect", "zed", "--http", URL).status == 0
    assert entry("zed") == {"url": URL}


@pytest.mark.parametrize("name", BY_REFERENCE)
def test_the_database_is_named_and_never_written(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://codex:hush@db.example.org/codex")
    for scope in ("user", "project"):
        if scope == "project" and name not in WITH_PROJECT:
            continue
        done = run("connect", name, "--scope", scope)
        path = None if scope == "user" else Path(registry.find(name).project[0])  # type: ignore[index]
        written = json.dumps(entry(name, path))
        assert "DATABASE_URL" in written
        assert "--no-embedded" in written
        assert "hush" not in written + done.err


@pytest.mark.parametrize("name", ["claude-desktop", "zed"])
def test_a_client_that_cannot_name_the_database_is_not_given_another(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://codex:hush@db.example.org/codex")
    refused = run("connect", name)
    assert refused.status == 1
    assert "--write-database-url" in refused.err


@pytest.mark.parametrize("name", CLIENTS)
def test_the_database_is_written_if_asked_for_into_a_private_file_of_the_user(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql://codex:hush@db.example.org/codex"
    monkeypatch.setenv("DATABASE_URL", url)
    path = registry.find(name).user.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o644)
    assert run("connect", name, "--write-database-url").status == 0
    assert url in json.dumps(entry(name))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    refused = run("connect", name, "--write-database-url", "--scope", "project")
    assert refused.status == 1
    assert refused.err.count(".") >= 1


def test_the_users_data_folder_is_written_for_the_user_alone(run: Run) -> None:
    run("connect", "cursor")
    assert entry("cursor")["env"] == {"CODEX_DATA_DIR": os.environ["CODEX_DATA_DIR"]}
    assert "CODEX_DATA_DIR" in run("connect", "cursor", "--scope", "project").err
    assert "env" not in entry("cursor", Path(".cursor/mcp.json"))


@pytest.mark.parametrize("name", CLIENTS)
def test_auto_is_left_to_the_server_where_that_works_and_else_resolved(name: str, run: Run) -> None:
    done = run("connect", name, "--project", "auto")
    if registry.find(name).starts_in_project:
        assert "auto" in json.dumps(entry(name))
        return
    assert done.status == 1
    assert "--scope project" in done.err or "--project" in done.err


@pytest.mark.integration
def test_auto_over_http_is_resolved_for_a_project(run: Run) -> None:
    refused = run("connect", "cursor", "--http", URL, "--project", "auto")
    assert refused.status == 1
    assert "HTTP" in refused.err
    assert run("connect", "cursor", "--http", URL, "--project", "auto", "--scope", "project").status == 0
    assert entry("cursor", Path(".cursor/mcp.json"))["headers"] == {"X-Codex-Project": "project"}


@pytest.mark.parametrize("name", CLIENTS)
def test_print_writes_nothing(name: str, home: Path, run: Run) -> None:
    shown = run("connect", name, "--print")
    assert shown.status == 0
    value = tomllib.loads(shown.out) if name == "codex" else json.loads(shown.out)
    assert list(value) == [registry.find(name).key[0]]
    assert list(home.rglob("*")) == []
    assert not Path(os.environ["CODEX_DATA_DIR"]).exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--http", "ftp://example.org/mcp"),
        ("--http", "memory.example.org"),
        ("--http", "https://user:secret@example.org/mcp"),
        ("--http", "https://example.org/mcp?token=cm_x"),
        ("--http", "https://example.org:99999/mcp"),
        ("--http", "https://exa mple.org/mcp"),
        ("--http", "https://[::1/mcp"),
        ("--http", URL, "--token-env", "cm_abcdef"),
        ("--http", URL, "--token-env", "A-B"),
        ("--token-env", "T"),
        ("--project=no spaces",),
        ("--project=-x",),
        ("--write-database-url",),
    ],
)
def test_an_option_that_cannot_be_used_is_one_sentence(options: tuple[str, ...], home: Path, run: Run) -> None:
    refused = run("connect", "cursor", *options)
    assert refused.status == 1, refused.err
    assert refused.err.startswith("codex-memory: ")
    assert len(refused.err.splitlines()) == 1
    assert "secret" not in refused.err
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize(
    ("url", "caution"),
    [
        (URL, ""),
        ("http://127.0.0.1:8000/mcp", ""),
        ("http://[::1]:8000/mcp/", ""),
        ("http://memory.example.org/mcp", "unencrypted"),
        ("http://127.0.0.1:8000", "does not end in /mcp"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--print",)])
def test_an_address_that_was_probably_not_meant_is_named(
    url: str, caution: str, options: tuple[str, ...], run: Run
) -> None:
    done = run("connect", "cursor", "--http", url, "--token-env", "T", *options)
    assert done.status == 0
    assert caution in done.err
    assert ("unencrypted" in done.err or "does not end" in done.err) == bool(caution)


@pytest.mark.parametrize("name", WITH_HOOKS)
def test_hooks_are_added_once_and_removed(name: str, home: Path, run: Run) -> None:
    client = registry.find(name)
    assert client.hooks is not None
    path = client.hooks.user.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    theirs = client.hooks.item("say hello", 1)
    path.write_text(json.dumps({"hooks": {client.hooks.stop: [theirs]}, "other": True}, indent=4))
    before = path.read_bytes()
    assert run("connect", name, "--hooks").status == 0
    assert run("connect", name, "--hooks").err.count("already") == 1
    hooks = parsed(path)["hooks"]
    assert len(hooks[client.hooks.start]) == 1
    assert hooks[client.hooks.stop][0] == theirs
    assert f"session_hook stop --client {name}" in json.dumps(hooks[client.hooks.stop][1])
    run("connect", name, "--hooks", "--project", "shop")
    hooks = parsed(path)["hooks"]
    assert len(hooks[client.hooks.start]) == 1
    assert "--project shop" in json.dumps(hooks)
    assert run("disconnect", name).status == 0
    assert path.read_bytes() == before
    assert [each for each in home.rglob("*") if each.is_file()] == [path]


@pytest.mark.parametrize("name", sorted(set(CLIENTS) - set(WITH_HOOKS)))
def test_a_client_without_hooks_says_so(name: str, home: Path, run: Run) -> None:
    refused = run("connect", name, "--hooks")
    assert refused.status == 1
    assert "--hooks" in refused.err
    assert list(home.rglob("*")) == []


def test_hooks_read_the_token_from_its_variable(run: Run) -> None:
    run("connect", "claude-code", "--http", URL, "--token-env", "MEMORY_TOKEN", "--hooks")
    settings = parsed(registry.find("claude-code").hooks.user.path())  # type: ignore[union-attr]
    command = settings["hooks"]["SessionStart"][0]["hooks"][0]["command"]
    assert command.startswith(f'CODEX_URL={URL} CODEX_TOKEN="$MEMORY_TOKEN" ')


def test_a_file_that_somebody_changed_since_keeps_the_changes(run: Run) -> None:
    path = registry.find("cursor").user.path()
    path.parent.mkdir()
    path.write_text('{"theme": "dark"}')
    run("connect", "cursor", "--hooks")
    value = parsed(path)
    value["mcpServers"]["other"] = {"command": "x"}
    path.write_text(json.dumps(value))
    assert run("disconnect", "cursor").status == 0
    assert parsed(path) == {"theme": "dark", "mcpServers": {"other": {"command": "x"}}}


def test_an_entry_of_that_name_that_was_there_before_is_in_the_backup(run: Run) -> None:
    path = registry.find("cursor").user.path()
    path.parent.mkdir()
    theirs = '{"mcpServers": {"codex-memory": {"command": "mine"}}}'
    path.write_text(theirs)
    backup = Path(run("connect", "cursor").err.rpartition(": ")[2].strip().rstrip("."))
    assert backup.read_text() == theirs
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert run("disconnect", "cursor").status == 0
    assert parsed(path) == {"mcpServers": {}}


def test_comments_order_and_permissions_stay(run: Run) -> None:
    path = registry.find("zed").user.path()
    path.parent.mkdir(parents=True)
    before = '// Zed\n{\n  "z": 1, // last letter\n  "context_servers": {\n    /* none */\n  },\n  "a": [1,],\n}\n'
    path.write_text(before)
    path.chmod(0o640)
    run("connect", "zed")
    written = path.read_text()
    for piece in ("// Zed\n", '"z": 1, // last letter', "/* none */", '"a": [1,],\n}\n'):
        assert piece in written
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    run("disconnect", "zed")
    assert path.read_text() == before


TOML = """\
# my config
model = "o3"   # the model

[mcp_servers.other]   # other
command = "x"
args = ["a"]

[projects."/tmp/x"]
trust_level = "trusted"
"""


@pytest.mark.parametrize(
    "before",
    [
        TOML,
        "",
        "\n",
        "# only this",
        'mcp_servers = {other = {command = "x"}}\n',
        'mcp_servers.other.command = "x"\n',
        '[mcp_servers]\n[mcp_servers.other]\ncommand = "x"\r\n',
        "[[list]]\na = 1\n\n[[list]]\na = 2\n# end\n",
    ],
)
def test_comments_and_order_stay_in_toml(before: str, run: Run) -> None:
    path = registry.find("codex").user.path()
    path.parent.mkdir()
    path.write_bytes(before.encode())
    done = run("connect", "codex", "--project", "auto")
    assert done.status == 0, done.err
    assert entry("codex")["env"]["CODEX_PROJECT"] == "auto"
    for line in before.splitlines():
        assert line.strip(" ={}").partition(" =")[0] in path.read_text()
    run("disconnect", "codex")
    assert path.read_bytes() == before.encode()


@given(text=documents(), name=st.sampled_from([name for name in CLIENTS if name != "codex"]))
def test_disconnect_restores_any_json(text: str, name: str, run: Run) -> None:
    path = registry.find(name).user.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    assert run("connect", name).status == 0
    assert run("disconnect", name).status == 0
    assert path.read_bytes() == text.encode()


@given(text=documents(), name=st.sampled_from([name for name in CLIENTS if name != "codex"]))
def test_what_is_said_stays_even_without_receipts(text: str, name: str, run: Run) -> None:
    path = registry.find(name).user.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    from mcp_server.clients import jsonc

    run("connect", name)
    for receipt in (Path(os.environ["CODEX_DATA_DIR"]) / "clients").rglob("receipt.json"):
        receipt.unlink()
    run("disconnect", name)
    key = registry.find(name).key[0]
    assert jsonc.load(path.read_text("utf-8")) == {key: {}} | jsonc.load(text)
