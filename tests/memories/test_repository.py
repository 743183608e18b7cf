"""CODEX_PROJECT=auto: the name of a repository, wherever in it a server was started."""

from __future__ import annotations

import logging
import re
import subprocess
from pathlib import Path

import pytest

from memories import limits, repository

pytestmark = pytest.mark.integration  # git is a process


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, "-C", str(folder), *arguments], check=True, capture_output=True)


def made(folder: Path, remote: str | None = None) -> Path:
    """A repository with one commit."""
    folder.mkdir(parents=True)
    git(folder, "init")
    git(folder, "commit", "--allow-empty", "--message=first")
    if remote is not None:
        git(folder, "remote", "add", "origin", remote)
    return folder


@pytest.mark.parametrize(
    ("remote", "name"),
    [
        ("git@github.com:acme/shop.git", "github.com/acme/shop"),
        ("github.com:acme/shop", "github.com/acme/shop"),
        ("git@GitHub.com:Acme/Shop.git/", "github.com/Acme/Shop"),
        ("git@github.com:/acme/shop.git", "github.com/acme/shop"),
        ("[git.example.org:2222]:acme/shop.git", "git.example.org/acme/shop"),
        ("https://github.com/acme/shop.git", "github.com/acme/shop"),
        ("https://user:secret@GITHUB.com:8443/acme/shop", "github.com/acme/shop"),
        ("ssh://git@github.com:22/acme/shop.git", "github.com/acme/shop"),
        ("git://git.example.org/shop.git", "git.example.org/shop"),
        ("https://git.example.org/a group/shop~1.git", "git.example.org/a-group/shop-1"),
        # Local paths: the folder's name.
        ("/srv/git/shop.git", "here"),
        ("../shop.git", "here"),
        ("./a:b", "here"),
        ("file:///srv/git/shop.git", "here"),
        ("C:\\git\\shop", "here"),
        ("https://git.example.org/", "here"),
    ],
)
def test_a_repository_is_named_after_its_remote(tmp_path: Path, remote: str, name: str) -> None:
    assert repository.project_of(made(tmp_path / "here", remote)) == name


def test_worktrees_subfolders_and_clones_belong_to_one_project(tmp_path: Path) -> None:
    shop = made(tmp_path / "shop", "git@github.com:acme/shop.git")
    git(shop, "worktree", "add", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere" / "a" / "b").mkdir(parents=True)
    clone = made(tmp_path / "other name", "https://github.com/acme/shop")
    for folder in (shop, tmp_path / "elsewhere", tmp_path / "elsewhere" / "a" / "b", clone, shop / ".git"):
        assert repository.project_of(folder) == "github.com/acme/shop"


def test_without_a_remote_every_worktree_has_the_name_of_the_main_one(tmp_path: Path) -> None:
    shop = made(tmp_path / "the shop")
    git(shop, "remote", "add", "upstream", "git@github.com:acme/shop.git")
    git(shop, "worktree", "add", str(tmp_path / "elsewhere"))
    assert repository.project_of(shop) == repository.project_of(tmp_path / "elsewhere") == "the-shop"


def test_worktrees_of_a_bare_repository(tmp_path: Path) -> None:
    source = made(tmp_path / "source")
    git(tmp_path, "clone", "--bare", str(source), "shop.git")
    git(tmp_path / "shop.git", "remote", "remove", "origin")
    git(tmp_path / "shop.git", "worktree", "add", str(tmp_path / "elsewhere"))
    assert repository.project_of(tmp_path / "elsewhere") == repository.project_of(tmp_path / "shop.git") == "shop"


def test_a_submodule_is_a_project_of_its_own(tmp_path: Path) -> None:
    outer, inner = made(tmp_path / "outer"), made(tmp_path / "inner")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", str(inner), "library")
    assert repository.project_of(outer / "library") == "library"


def test_outside_of_a_repository_there_is_none(tmp_path: Path) -> None:
    assert repository.project_of(tmp_path) == ""


def test_without_git_the_folder_is_used_and_a_warning_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (made(tmp_path / "shop", "git@github.com:acme/shop.git") / "a").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path))
    with caplog.at_level(logging.WARNING):
        assert repository.project_of(tmp_path / "shop" / "a") == "shop"
    assert "git is not installed" in caplog.text
    assert repository.project_of(tmp_path) == ""


def test_where_git_refuses_the_folder_is_used(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As it does in a repository of another user (safe.directory)."""
    shop = made(tmp_path / "shop", "git@github.com:acme/shop.git")
    (shop / ".git" / "config").write_text("[core\nrepositoryformatversion = 99\n")
    with caplog.at_level(logging.WARNING):
        assert repository.project_of(shop) == "shop"
    assert "git refuses the repository" in caplog.text


@pytest.mark.parametrize(
    ("text", "name"), [("shop", "shop"), ("Ünïcode shop!", "n-code-shop-"), ("-.shop", "shop"), ("a" * 100, "a" * 100)]
)
def test_other_characters_become_dashes(text: str, name: str) -> None:
    assert repository.as_name(text) == name


@pytest.mark.parametrize("text", ["a" * 101, "github.com/" + "b" * 200, "店", "---", "", "\udcff"])
def test_what_cannot_be_a_name_ends_in_a_hash(text: str) -> None:
    name = repository.as_name(text)
    assert re.fullmatch(limits.PROJECT_PATTERN, name)
    assert re.search(r"-[0-9a-f]{8}$", name)
    assert repository.as_name(text + "x") != name
