"""Configuration files that cannot be used: one clear sentence, exit status 1, and nothing lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mcp_server.clients import files, registry
from tests.mcp_server.clients.conftest import Run

OTHER_USER = 12345


def place(name: str) -> Path:
    path = registry.find(name).user.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def refused(run: Run, *arguments: str) -> str:
    done = run(*arguments)
    assert done.status == 1, done.err
    assert done.out == ""
    assert len(done.err.splitlines()) == 1, done.err
    assert done.err.startswith("codex-memory: ")
    return str(done.err)


WRONG = {
    "not JSON": b"theme: dark\n",
    "half of it": b'{"mcpServers": {"a": ',
    "two values": b"{} {}",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "NaN": b'{"a": NaN}',
    "too deep": b"[" * 200_000,
    "not UTF-8": b'{"a": "\xff"}',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "NUL": b"\0\0\0\0",
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("command", ["connect", "disconnect"])
@pytest.mark.parametrize("name", ["cursor", "zed", "codex"])
def test_a_file_that_is_no_configuration(content: bytes, command: str, name: str, run: Run) -> None:
    path = place(name)
    path.write_bytes(content)
    assert str(path) in refused(run, command, name)
    assert path.read_bytes() == content


@pytest.mark.parametrize("shape", ["[]", "null", "1", '"text"', '[{"codex-memory": 1}]'])
@pytest.mark.parametrize("name", [name for name in registry.names() if name != "codex"])
def test_servers_in_something_else_than_an_object(shape: str, name: str, run: Run) -> None:
    path = place(name)
    content = f'{{"{registry.find(name).key[0]}": {shape}}}'
    path.write_text(content)
    assert "not an object" in refused(run, "connect", name)
    assert path.read_text() == content


def test_servers_in_something_else_than_a_table(run: Run) -> None:
    path = place("codex")
    path.write_text('mcp_servers = ["x"]\n')
    assert "not an object" in refused(run, "connect", "codex")


@pytest.mark.parametrize("shape", ["[]", '{"SessionStart": {}}', '{"Stop": "x"}', "1"])
def test_hooks_of_a_wrong_shape_leave_both_files(shape: str, run: Run) -> None:
    hooks = registry.find("claude-code").hooks
    assert hooks is not None
    path = hooks.user.path()
    path.parent.mkdir(parents=True)
    path.write_text(f'{{"hooks": {shape}}}')
    assert str(path) in refused(run, "connect", "claude-code", "--hooks")
    assert path.read_text() == f'{{"hooks": {shape}}}'
    assert not registry.find("claude-code").user.path().exists()


def test_an_empty_file_is_an_empty_configuration(run: Run) -> None:
    for content in ("", "\n", "  "):
        path = place("cursor")
        path.write_text(content)
        assert run("connect", "cursor").status == 0
        assert "mcp_serve" in path.read_text()
        assert run("disconnect", "cursor").status == 0
        assert path.read_text() == content


def test_a_byte_order_mark_stays(run: Run) -> None:
    path = place("cursor")
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n')
    assert run("connect", "cursor").status == 0
    assert path.read_bytes().startswith(b'\xef\xbb\xbf{"a": 1, ')
    assert run("disconnect", "cursor").status == 0
    assert path.read_bytes() == b'\xef\xbb\xbf{"a": 1}\r\n'


def test_a_symbolic_link_stays_one(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.json"
    target.write_text('{"a": 1}')
    path = place("cursor")
    path.symlink_to(target)
    assert run("connect", "cursor").status == 0
    assert path.is_symlink()
    assert "mcp_serve" in target.read_text()
    assert run("disconnect", "cursor").status == 0
    assert path.is_symlink()
    assert target.read_text() == '{"a": 1}'


def test_a_symbolic_link_to_nothing(run: Run, tmp_path: Path) -> None:
    path = place("cursor")
    path.symlink_to(tmp_path / "gone.json")
    assert "does not exist" in refused(run, "connect", "cursor")
    assert path.is_symlink()


def test_symbolic_links_in_a_circle(run: Run) -> None:
    path = place("cursor")
    path.symlink_to(path.with_name("other.json"))
    path.with_name("other.json").symlink_to(path)
    assert "circle" in refused(run, "connect", "cursor")


def test_a_projects_link_to_a_file_outside_is_not_followed(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "outside.json"
    target.write_text("{}")
    Path(".mcp.json").symlink_to(target)
    assert "outside" in refused(run, "connect", "claude-code", "--scope", "project")
    assert target.read_text() == "{}"


def test_a_read_only_file(run: Run) -> None:
    path = place("cursor")
    path.write_text("{}")
    path.chmod(0o444)
    assert "read-only" in refused(run, "connect", "cursor")
    assert path.read_text() == "{}"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_a_file_of_another_user(run: Run) -> None:
    path = place("cursor")
    path.write_text("{}")
    os.chown(path, OTHER_USER, OTHER_USER)
    assert "another user" in refused(run, "connect", "cursor")
    assert (path.read_text(), path.stat().st_uid) == ("{}", OTHER_USER)


def test_a_folder_or_a_pipe_in_its_place(run: Run) -> None:
    path = place("cursor")
    path.mkdir()
    assert "not a file" in refused(run, "connect", "cursor")
    path.rmdir()
    os.mkfifo(path)
    assert "not a file" in refused(run, "connect", "cursor")


def test_a_file_where_its_folder_should_be(run: Run, home: Path) -> None:
    (home / ".cursor").write_text("mine")
    refused(run, "connect", "cursor")
    assert (home / ".cursor").read_text() == "mine"


def test_a_huge_file(run: Run) -> None:
    path = place("cursor")
    with path.open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)
    assert "MB" in refused(run, "connect", "cursor")
    path.write_text('{"a": "' + "x" * 8_000_000 + '", "b": [' + "1," * 500_000 + "1]}")
    before = path.read_bytes()
    assert run("connect", "cursor").status == 0
    assert run("disconnect", "cursor").status == 0
    assert path.read_bytes() == before


def test_a_backup_that_cannot_be_kept(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("CODEX_DATA_DIR", str(tmp_path / "taken"))
    path = place("cursor")
    path.write_text("{}")
    assert "backup" in refused(run, "connect", "cursor")
    assert path.read_text() == "{}"


def test_a_file_that_changes_meanwhile_keeps_the_change(run: Run) -> None:
    path = place("cursor")
    path.write_text("{}")
    file = files.read(path)
    path.write_text('{"new": 1}')
    with pytest.raises(Exception, match="meanwhile"):
        files.write(file, "{}")
    assert path.read_text() == '{"new": 1}'
    assert [each.name for each in path.parent.iterdir()] == ["mcp.json"]


def test_a_damaged_receipt_is_as_if_there_were_none(run: Run) -> None:
    path = place("cursor")
    path.write_text('{"a": 1}')
    run("connect", "cursor")
    for receipt in (Path(os.environ["CODEX_DATA_DIR"]) / "clients").rglob("receipt.json"):
        receipt.write_text("[]")
    assert run("disconnect", "cursor").status == 0
    assert path.read_text() == '{"a": 1, "mcpServers": {}}'


def test_an_unknown_client_is_refused(run: Run) -> None:
    assert run("connect", "emacs").status == 2


def test_an_entry_that_is_there_twice_is_left_to_people(run: Run) -> None:
    path = place("cursor")
    content = '{"mcpServers": {"codex-memory": {"a": 1}, "codex-memory": {"b": 1}}}'
    path.write_text(content)
    assert "cannot be edited" in refused(run, "disconnect", "cursor")
    assert path.read_text() == content


def test_a_folder_that_is_gone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "current folder" in refused(run, "connect", "cursor")
