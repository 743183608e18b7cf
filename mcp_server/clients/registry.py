"""The known clients: each file of `known/` has one, `CLIENT`. It is imported when it is asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from mcp_server.clients import known
from mcp_server.clients.client import Client


@cache
def names() -> tuple[str, ...]:
    files = Path(known.__path__[0]).glob("[!_]*.py")
    return tuple(sorted(path.stem.replace("_", "-") for path in files))


def find(name: str) -> Client:
    client = import_module(f"{known.__name__}.{name.replace('-', '_')}").CLIENT
    assert isinstance(client, Client)
    return client
