"""docs/clients.md shows what `connect` writes."""

from __future__ import annotations

import base64
import json
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from mcp_server.clients import registry
from mcp_server.clients.client import HttpServer, StdioServer
from mcp_server.clients.command import configuration
from mcp_server.clients.connecting import entry_for

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "clients.md").read_text()
URL = "https://memory.example.org/mcp"


def pasted(title: str) -> list[Any]:
    """The configurations under a client's name, parsed."""
    section = TEXT.partition("## What to paste")[2].partition(f"\n**{title}**")[2].partition("\n**")[0]
    blocks = re.findall(r"```(json|toml)\n(.*?)```", section, re.S)
    return [tomllib.loads(text) if language == "toml" else json.loads(text) for language, text in blocks]


@pytest.mark.parametrize("name", registry.names())
def test_what_to_paste_is_what_connect_writes(name: str) -> None:
    client = registry.find(name)
    program = "/path/to/codex-memory" if client.project is None and client.http is None else "codex-memory"
    expected = [configuration(client, entry_for(client, StdioServer(command=(program, "mcp_serve"))))]
    if client.http is not None:
        token = "CODEX_TOKEN" if client.reference is not None else None
        project = "shop" if name in ("claude-code", "codex") else ""
        server = HttpServer(url=URL, token_variable=token, project=project)
        expected.append(configuration(client, entry_for(client, server)))
    assert pasted(client.title) == expected


def test_each_client_has_a_line_in_the_table() -> None:
    for name in registry.names():
        client = registry.find(name)
        line = next(line for line in TEXT.splitlines() if line.startswith(f"| {client.title} | "))
        if client.project is not None:
            assert client.project[0] in line
        if client.hooks is not None:
            assert f"{client.hooks.start}, {client.hooks.stop}" in line


def test_the_buttons_start_the_server() -> None:
    wanted = {"command": "uvx", "args": ["codex-memory", "mcp_serve"]}
    cursor = re.findall(r"\S*/(?:install-mcp|mcp/install)\?name=codex-memory&config=(ey[A-Za-z0-9%]+)", TEXT)
    assert len(cursor) == 2
    for encoded in cursor:
        assert json.loads(base64.b64decode(unquote(encoded))) == wanted
    vscode = re.findall(r"https://insiders\.vscode\.dev/redirect/mcp/install\?[^)]+", TEXT)
    assert len(vscode) == 2
    for link in vscode:
        assert json.loads(parse_qs(urlsplit(link).query)["config"][0]) == wanted
    (deep,) = re.findall(r"vscode:mcp/install\?([^`]+)", TEXT)
    assert json.loads(unquote(deep)) == {"name": "codex-memory", **wanted}
