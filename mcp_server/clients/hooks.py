"""Our commands among a client's hooks."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import Any

from mcp_server.clients.client import Client, HttpServer, Server, StdioServer
from mcp_server.clients.documents import Document
from mcp_server.clients.errors import ClientError

TIMEOUT = 15  # seconds, after which the client goes on without us
TOKEN_VARIABLE = "CODEX_TOKEN"  # noqa: S105 - the name of the variable
_OURS = re.compile(r"\bsession_hook (start|stop) --client [a-z-]+")


@dataclass(frozen=True)
class HookCommands:
    """The shell commands for the beginning of a session and for the end of a turn."""

    start: str
    stop: str


def commands_for(client: Client, server: Server, program: tuple[str, ...], project: str) -> HookCommands:
    """The hooks of a client.

    Args:
        program: our program, without arguments.
        project: as for `recall --project`.

    Raises:
        ClientError: the client has no hooks that an agent could learn from.
    """
    if client.hooks is None:
        raise ClientError(f"{client.title} has no hooks that tell an agent something. Connect it without --hooks.")
    prefix = ""
    if isinstance(server, HttpServer):
        prefix = f"CODEX_URL={shlex.quote(server.url)} "
        if server.token_variable is not None and server.token_variable != TOKEN_VARIABLE:
            prefix += f'{TOKEN_VARIABLE}="${server.token_variable}" '
    elif isinstance(server, StdioServer) and "CODEX_DATA_DIR" in server.environment:
        prefix = f"CODEX_DATA_DIR={shlex.quote(server.environment['CODEX_DATA_DIR'])} "
    option = ["--project", project] if project else []
    start, stop = (
        prefix + shlex.join((*program, "session_hook", event, "--client", client.name, *option))
        for event in ("start", "stop")
    )
    return HookCommands(start, stop)


def add_hooks(document: Document, client: Client, commands: HookCommands) -> None:
    """Add our hooks, replacing others of ours."""
    assert client.hooks is not None
    for key, value in client.hooks.preamble.items():
        if document.get([key]) is None:
            document.put([key], value)
    for event, command in ((client.hooks.start, commands.start), (client.hooks.stop, commands.stop)):
        path, item = ["hooks", event], client.hooks.item(command, TIMEOUT)
        found = _ours(document, path)
        if found and document.items(path)[found[0]] == item:
            continue
        if found:
            document.remove_item(path, found[0])
        document.append(path, item)


def remove_hooks(document: Document, client: Client) -> None:
    """Remove our hooks."""
    assert client.hooks is not None
    if document.get(["hooks"]) is None:
        return
    for event in (client.hooks.start, client.hooks.stop):
        path = ["hooks", event]
        for index in reversed(_ours(document, path)):
            document.remove_item(path, index)


def mentions_us(text: str) -> bool:
    """Whether the text of a file has hooks of ours."""
    return _OURS.search(text) is not None


def _ours(document: Document, path: list[str]) -> list[int]:
    if document.get(path[:-1]) is None:
        return []
    return [index for index, item in enumerate(document.items(path)) if _is_ours(item)]


def _is_ours(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    commands = [item, *(each for each in item.get("hooks") or [] if isinstance(each, dict))]
    return any(_OURS.search(str(each.get("command", ""))) for each in commands)
