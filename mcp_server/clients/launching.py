"""How a client starts this installation, or reaches a server."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mcp_server.clients.client import NAME, Client, HttpServer, Scope, Server, StdioServer
from mcp_server.clients.errors import ClientError
from memories import repository
from memories.limits import PROJECT_PATTERN

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_PROJECT = re.compile(PROJECT_PATTERN.replace("$", r"\Z"))
TOKEN_PREFIX = "cm_"  # noqa: S105 - of tokens, not one itself
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def program(scope: Scope = "user") -> tuple[str, ...]:
    """The command of this installation, without arguments.

    A project's file is shared by people whose folders differ, so it has the bare name if the search path leads here.
    """
    path = os.path.abspath(sys.argv[0])
    if not os.access(path, os.X_OK) or path.endswith(".py"):
        return sys.executable, path
    found = shutil.which(NAME)
    if scope == "project" and found is not None and os.path.samefile(found, path):
        return (NAME,)
    return (path,)


@dataclass(frozen=True)
class Request:
    """What the options ask for; see `command.add_connect_arguments`."""

    scope: Scope
    url: str | None
    token_variable: str | None
    project: str
    write_database_url: bool


def server_for(client: Client, request: Request, environment: Mapping[str, str], folder: Path) -> Server:
    """The server that a client is to use.

    Args:
        environment: ours.
        folder: the project's, by which `auto` is resolved where the client cannot leave that to the server.

    Raises:
        ClientError: an option cannot be used, alone or with this client.
    """
    if request.token_variable is not None and request.url is None:
        raise ClientError("--token-env needs --http: a server on this machine asks for no token.")
    if request.project not in ("", "auto") and not _PROJECT.match(request.project):
        raise ClientError("--project must be auto, or 1 to 100 of A-Z a-z 0-9 . _ / @ : + -, a letter or digit first.")
    if request.url is None:
        return _stdio(client, request, environment, folder)
    _check_url(request.url)
    if request.token_variable is not None:
        _check_variable(request.token_variable)
    project = request.project
    if project == "auto":
        project = _resolved(request.scope, folder, "An HTTP server cannot see in which repository a client works")
    return HttpServer(url=request.url, token_variable=request.token_variable, project=project)


def cautions(server: Server) -> Iterator[str]:
    """What is allowed, but probably not meant."""
    if not isinstance(server, HttpServer):
        return
    parts = urlsplit(server.url)
    if not parts.path.rstrip("/").endswith("/mcp"):
        yield f"{server.url} does not end in /mcp, as the address of this server does."
    if parts.scheme == "http" and server.token_variable is not None and parts.hostname not in LOOPBACK:
        yield f"The token is sent to {parts.hostname} unencrypted; use an https address."


def _stdio(client: Client, request: Request, environment: Mapping[str, str], folder: Path) -> StdioServer:
    variables = {}
    project = request.project
    if project == "auto" and not client.starts_in_project:
        project = _resolved(request.scope, folder, f"{client.title} does not start servers in the project's folder")
    if project:
        variables["CODEX_PROJECT"] = project
    if request.scope == "user" and environment.get("CODEX_DATA_DIR"):
        variables["CODEX_DATA_DIR"] = str(Path(environment["CODEX_DATA_DIR"]).expanduser().absolute())
    forwarded: tuple[str, ...] = ()
    if request.write_database_url:
        if request.scope == "project":
            raise ClientError("DATABASE_URL is never written into a project's file. Connect with --scope user.")
        if not environment.get("DATABASE_URL"):
            raise ClientError("DATABASE_URL is not set, so --write-database-url has nothing to write.")
        variables["DATABASE_URL"] = environment["DATABASE_URL"]
    elif environment.get("DATABASE_URL"):
        if client.reference is None:
            raise ClientError(
                f"DATABASE_URL is set, and {client.title}'s file cannot name a variable. Unset it to use the embedded "
                "PostgreSQL, or add --write-database-url with --scope user, which makes the file private."
            )
        forwarded = ("DATABASE_URL",)
    # Where the variable is missing, the server must not use another database instead.
    options = ("--no-embedded",) if forwarded else ()
    command = (*program(request.scope), "mcp_serve", *options)
    return StdioServer(command=command, environment=variables, forwarded=forwarded)


def _resolved(scope: Scope, folder: Path, reason: str) -> str:
    """The project of a folder, for a file that belongs to the project alone."""
    if scope == "user":
        raise ClientError(f"{reason}, so --project auto needs --scope project. Or name the project.")
    name = repository.project_of(folder)
    if not name:
        raise ClientError(f"--project auto finds no git repository around {folder}. Name the project instead.")
    return name


def _check_variable(name: str) -> None:
    if name.startswith(TOKEN_PREFIX) or not _VARIABLE.match(name):
        raise ClientError("--token-env takes the name of the variable that holds the token, such as CODEX_TOKEN.")


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        valid = False
    if not valid or re.search(r"[\s\"'`$\\]", url):
        raise ClientError("--http takes an address such as https://memory.example.org/mcp.")
    if parts.username is not None or parts.query or parts.fragment:
        raise ClientError("--http takes an address without user, password or query. Name the token with --token-env.")
