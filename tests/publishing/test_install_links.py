"""The links that install the server in an editor: each is decoded as its editor does."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

PROJECT = Path(__file__).resolve().parents[2]
DOCUMENT = (PROJECT / "docs" / "publishing.md").read_text()
SERVER: dict[str, Any] = json.loads((PROJECT / "docs" / "publishing" / "server.json").read_text())
SCHEMES = ("cursor", "vscode", "vscode-insiders", "lmstudio", "goose")

Installed = tuple[str, str, list[str]]  # the server's name, its command, its arguments


def _in_base64(link: str) -> Installed:
    """Cursor and LM Studio: the name, and the configuration as JSON in base64, are parameters."""
    query = {name: value for name, (value,) in parse_qs(urlsplit(link).query, strict_parsing=True).items()}
    configuration = json.loads(base64.b64decode(query.pop("config"), validate=True))
    return query["name"], configuration.pop("command"), configuration.pop("args")


def _as_json(link: str) -> Installed:
    """VS Code: everything after the question mark is JSON, with the name in it."""
    configuration = json.loads(unquote(link.partition("?")[2]))
    return configuration.pop("name"), configuration.pop("command"), configuration.pop("args")


def _in_json(link: str) -> Installed:
    """Kiro: the name, and the configuration as JSON, are parameters."""
    query = {name: value for name, (value,) in parse_qs(urlsplit(link).query, strict_parsing=True).items()}
    configuration = json.loads(query["config"])
    return query["name"], configuration.pop("command"), configuration.pop("args")


def _as_parameters(link: str) -> Installed:
    """Goose: a parameter for the command, and one for each argument."""
    query = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert {"name", "description"} <= query.keys()
    (name,), (command,) = query["id"], query["cmd"]
    assert command in ("cu", "docker", "jbang", "npx", "uvx", "goosed")  # the commands that Goose accepts in a link
    return name, command, query["arg"]


DECODERS: dict[str, Callable[[str], Installed]] = {
    "cursor://anysphere.cursor-deeplink/mcp/install?": _in_base64,
    "https://cursor.com/en/install-mcp?": _in_base64,
    "lmstudio://add_mcp?": _in_base64,
    "https://lmstudio.ai/install-mcp?": _in_base64,
    "https://kiro.dev/launch/mcp/add?": _in_json,
    "vscode:mcp/install?": _as_json,
    "vscode-insiders:mcp/install?": _as_json,
    "goose://extension?": _as_parameters,
    "https://block.github.io/goose/extension?": _as_parameters,
}
REDIRECT = "https://insiders.vscode.dev/redirect?url="


def decoded(link: str) -> Installed:
    if link.startswith(REDIRECT):
        link = unquote(link.removeprefix(REDIRECT))
        assert link.startswith(("vscode:", "vscode-insiders:"))
    (decode,) = (decode for start, decode in DECODERS.items() if link.startswith(start))
    return decode(link)


def redirecting(text: str) -> dict[str, str]:
    """The references of Markdown to pages that redirect to an editor, by the editor's name."""
    starts = (REDIRECT, *(start for start in DECODERS if start.startswith("https:")))
    return {
        name: link for name, link in re.findall(r"^\[(.+)\]: (\S+)$", text, re.MULTILINE) if link.startswith(starts)
    }


LINKS = [*re.findall(rf"^(?:{'|'.join(SCHEMES)}):\S+$", DOCUMENT, re.MULTILINE), *redirecting(DOCUMENT).values()]


def test_each_editor_has_its_links() -> None:
    assert tuple(link.partition(":")[0] for link in LINKS if not link.startswith("https:")) == SCHEMES
    assert set(redirecting(DOCUMENT)) == {"Cursor", "VS Code", "VS Code Insiders", "LM Studio", "Goose", "Kiro"}


def test_the_readme_has_the_links_for_the_web() -> None:
    readme = (PROJECT / "README.md").read_text()
    assert redirecting(readme) == redirecting(DOCUMENT)
    assert all(f"[{editor}]," in readme or f"[{editor}]." in readme for editor in redirecting(readme))


@pytest.mark.parametrize("link", LINKS, ids=lambda link: re.split(r"[?&]", link)[0])
def test_a_link_configures_the_server_that_the_registry_names(link: str) -> None:
    package = SERVER["packages"][0]
    arguments = [package["identifier"], *(argument["value"] for argument in package["packageArguments"])]
    assert decoded(link) == ("codex-memory", package["runtimeHint"], arguments)


def test_the_links_for_the_web_are_made_of_characters_that_markdown_keeps() -> None:
    for link in redirecting(DOCUMENT).values():
        assert re.fullmatch(r"https://[A-Za-z0-9.%&=?/_:~-]+", link)
