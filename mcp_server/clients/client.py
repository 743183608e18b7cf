"""What a client is: where its files are, and what an entry looks like in them. To add one, add a file to `known/`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from mcp_server.clients import jsonc

NAME = "codex-memory"  # of our entry in every client's file
TOKEN_HEADER, PROJECT_HEADER = "Authorization", "X-Codex-Project"

Scope = Literal["user", "project"]
Entry = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class StdioServer:
    """A server that the client starts.

    Args:
        command: the program and its arguments.
        environment: variables with their values.
        forwarded: names of variables whose values the client is to take from its own environment.
    """

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    forwarded: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HttpServer:
    """A server at an address.

    Args:
        token_variable: the name of the variable that holds the token; None for OAuth, or no authorization at all.
        project: the project that the client works in; '' for the token's own.
    """

    url: str
    token_variable: str | None = None
    project: str = ""


Server = StdioServer | HttpServer


@dataclass(frozen=True, kw_only=True)
class Location:
    """Where a file is, in each operating system.

    Args:
        names: its path in the base folder; of several, the first that exists, else the first.
        base: the base folder; `~` is the home folder.
        macos, windows: the base folders there, where they differ.
        base_variable: the environment variable that names another base folder, where `base` would be used.
    """

    names: tuple[str, ...]
    base: str = "~"
    base_variable: str | None = None
    macos: str | None = None
    windows: str | None = None

    def path(self) -> Path:
        base = {"darwin": self.macos, "win32": self.windows}.get(sys.platform)
        if base is None:
            base = os.environ.get(self.base_variable or "") or self.base
        folder = Path(os.path.expandvars(base)).expanduser()
        return _existing(folder, self.names)


def _existing(folder: Path, names: tuple[str, ...]) -> Path:
    return next((folder / name for name in names if os.path.lexists(folder / name)), folder / names[0])


@dataclass(frozen=True, kw_only=True)
class Hooks:
    """The commands that a client runs at moments of a session, in a JSON file of the form {"hooks": {EVENT: [...]}}.

    Args:
        user, project: the file, as for the client itself.
        start: the event before which memories are recalled.
        stop: the event at which the agent is reminded to store.
        item: makes an item of an event's array from a command and a time-out in seconds.
        preamble: members that the file must have besides.
    """

    user: Location
    project: tuple[str, ...] | None
    start: str
    stop: str
    item: Callable[[str, int], Entry]
    preamble: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CommandLine:
    """The client's own commands, for files that the client itself may write at any time.

    Args:
        add, remove: the arguments, in which {name}, {entry} (as JSON) and {scope} stand for what they say.
    """

    program: str
    add: tuple[str, ...]
    remove: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Client:
    """A program that uses MCP servers.

    Args:
        name: on our command line.
        title: in sentences.
        user: the file for all projects.
        project: the paths of the file in a project, the first that exists or else the first; None if there is none.
        key: the path of the object that holds the servers.
        stdio, http: make our entry. `http` is None if the file holds no HTTP server.
        reference: how the client's file names an environment variable, with {name} in it; None if it cannot. What
            `stdio` and `http` write with it, they write in the form that the client documents.
        starts_in_project: whether it starts a server in the folder of the project at hand.
        instead_of_http: what to do where the file holds no HTTP server.
    """

    name: str
    title: str
    user: Location
    project: tuple[str, ...] | None
    key: tuple[str, ...]
    stdio: Callable[[StdioServer, str | None], Entry]
    http: Callable[[HttpServer, str | None], Entry] | None
    reference: str | None
    starts_in_project: bool
    language: ModuleType = jsonc
    hooks: Hooks | None = None
    command_line: CommandLine | None = None
    instead_of_http: str = ""


def command_entry(server: StdioServer, reference: str | None, **more: Any) -> Entry:
    """The form that most clients share: {"command", "args", "env"}."""
    program, *arguments = server.command
    entry: Entry = {**more, "command": program, "args": arguments}
    environment = variables(server, reference)
    return entry | {"env": environment} if environment else entry


def variables(server: StdioServer, reference: str | None) -> dict[str, str]:
    """The environment of a server, forwarded variables by reference."""
    if reference is None:
        return dict(server.environment)
    return {**server.environment, **{name: reference.format(name=name) for name in server.forwarded}}


def url_entry(server: HttpServer, reference: str | None, *, url_key: str = "url", **more: Any) -> Entry:
    """The form that most clients share: {"url", "headers"}."""
    entry: Entry = {**more, url_key: server.url}
    headers = {}
    if server.token_variable is not None and reference is not None:
        headers[TOKEN_HEADER] = f"Bearer {reference.format(name=server.token_variable)}"
    if server.project:
        headers[PROJECT_HEADER] = server.project
    return entry | {"headers": headers} if headers else entry


def nested_hook(command: str, timeout: int) -> Entry:
    """The form of hooks that Claude Code, Codex and (in milliseconds) Gemini CLI share."""
    return {"hooks": [{"type": "command", "command": command, "timeout": timeout}]}
