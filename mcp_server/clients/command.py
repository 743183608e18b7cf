"""The commands `connect` and `disconnect`: their options, and what they do."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mcp_server.clients import registry
from mcp_server.clients.client import NAME, Client, Entry, Server
from mcp_server.clients.connecting import Place, connect, disconnect, entry_for
from mcp_server.clients.errors import ClientError
from mcp_server.clients.hooks import HookCommands, commands_for
from mcp_server.clients.launching import Request, cautions, program, server_for
from mcp_server.clients.receipts import Receipts

Write = Callable[[str], Any]

CONNECT_HELP = "Connect an MCP client: write its configuration where it reads it. What is there already is kept."
DISCONNECT_HELP = "Undo `connect`: take our entry, and our hooks, out of an MCP client's configuration."


def add_connect_arguments(parser: ArgumentParser) -> None:
    add_disconnect_arguments(parser)
    parser.add_argument("--print", action="store_true", dest="only_print", help="show the configuration; write nothing")
    parser.add_argument("--http", metavar="URL", help="use the server at this address, which ends in /mcp")
    parser.add_argument("--token-env", metavar="NAME", help="the environment variable that holds the server's token")
    parser.add_argument(
        "--project", metavar="NAME", default="", help="the project to store in and search; auto: the git repository's"
    )
    parser.add_argument("--hooks", action="store_true", help="also recall when a session starts, and remind to store")
    parser.add_argument(
        "--write-database-url",
        action="store_true",
        help="write DATABASE_URL itself into the user's file, and make that private",
    )


def add_disconnect_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("client", metavar="CLIENT", choices=registry.names(), help=", ".join(registry.names()))
    parser.add_argument(
        "--scope", choices=("user", "project"), default="user", help="for all projects (default), or for this one"
    )


def run_connect(options: Namespace, data_dir: Path, write: Write, explain: Write) -> None:
    """Connect a client.

    Args:
        data_dir: CODEX_DATA_DIR, where backups are kept.
        write: takes the configuration that --print shows.
        explain: takes sentences for people.

    Raises:
        ClientError: it cannot be connected.
    """
    client = registry.find(options.client)
    place = _place(client, options, data_dir, explain)
    request = Request(options.scope, options.http, options.token_env, options.project, options.write_database_url)
    server = server_for(client, request, os.environ, place.project)
    entry = entry_for(client, server)
    hooks = commands_for(client, server, program(options.scope), options.project) if options.hooks else None
    if options.only_print:
        _print(place, entry, hooks, write, explain)
    else:
        connect(place, entry, hooks, private=request.write_database_url)
        _explain_variables(client, server, options.scope, explain)
    for sentence in cautions(server):
        explain(sentence)


def run_disconnect(options: Namespace, data_dir: Path, _write: Write, explain: Write) -> None:
    """Disconnect a client.

    Raises:
        ClientError: it cannot be disconnected.
    """
    disconnect(_place(registry.find(options.client), options, data_dir, explain))


def _place(client: Client, options: Namespace, data_dir: Path, explain: Write) -> Place:
    try:
        folder = Path.cwd()
    except OSError:
        raise ClientError("The current folder does not exist any more. Change to another one.") from None
    return Place(client, options.scope, project_folder(folder), Receipts(data_dir / "clients"), explain)


def project_folder(folder: Path) -> Path:
    """The folder that clients look for a project's files in: that of the git repository, or this one."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)


def configuration(client: Client, entry: Entry) -> dict[str, Any]:
    """What a client's file holds, with our entry alone."""
    value: dict[str, Any] = {NAME: entry}
    for key in reversed(client.key):
        value = {key: value}
    return value


def _print(place: Place, entry: Entry, hooks: HookCommands | None, write: Write, explain: Write) -> None:
    client = place.client
    explain(f"For {place.servers}:")
    if client.language.__name__.endswith("toml"):
        write(client.language.insert("", [*client.key, NAME], entry).rstrip("\n"))
    else:
        write(json.dumps(configuration(client, entry), indent=2, ensure_ascii=False))
    if hooks is not None and client.hooks is not None:
        explain(f"For {place.hooks}:")
        events = {client.hooks.start: hooks.start, client.hooks.stop: hooks.stop}
        items = {event: [client.hooks.item(command, 15)] for event, command in events.items()}
        write(json.dumps({**client.hooks.preamble, "hooks": items}, indent=2, ensure_ascii=False))


def _explain_variables(client: Client, server: Server, scope: str, explain: Write) -> None:
    variable = getattr(server, "token_variable", None)
    if variable is not None:
        explain(f"{client.title} reads the token from the environment variable {variable}.")
    for name in getattr(server, "forwarded", ()):
        explain(f"{client.title} passes {name} on from the environment that it is started in.")
    if scope == "project" and os.environ.get("CODEX_DATA_DIR"):
        explain("CODEX_DATA_DIR is not written into a project's file, which others share.")
