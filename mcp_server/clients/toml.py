"""Edits of TOML that keep comments and order, with the same functions as `jsonc`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from mcp_server.clients.errors import ClientError


def load(text: str) -> Any:
    """Parse a text.

    Raises:
        ClientError: it is not TOML; the message continues "FILE cannot be used: ".
    """
    return _parsed(text).unwrap()


def insert(text: str, path: Sequence[str | int], value: Any) -> str:
    """Return the text with a new table at a path, whose parents may be missing."""
    document = _parsed(text)
    container: Any = document
    *parents, key = path
    for parent in parents:
        if parent not in container:
            container[parent] = tomlkit.table(is_super_table=True)
        container = container[parent]
    container[key] = _table(value, container)
    return tomlkit.dumps(document)


def replace(text: str, path: Sequence[str | int], value: Any) -> str:
    """Return the text with another value at a path that exists."""
    document = _parsed(text)
    container = _at(document, path[:-1])
    container[path[-1]] = _table(value, container)
    return tomlkit.dumps(document)


def remove(text: str, path: Sequence[str | int]) -> str:
    """Return the text without what is at a path that exists."""
    document = _parsed(text)
    del _at(document, path[:-1])[path[-1]]
    return tomlkit.dumps(document)


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise ClientError(f"it is not TOML: {str(error)[0].lower()}{str(error)[1:]}") from None
    except RecursionError:
        raise ClientError("its TOML is nested too deeply") from None


def _at(document: Any, path: Sequence[str | int]) -> Any:
    for key in path:
        document = document[key]
    return document


def _table(value: Any, container: Any) -> Any:
    if not isinstance(value, dict):
        return value
    table: Any = tomlkit.inline_table() if isinstance(container, InlineTable) else tomlkit.table()
    for key, each in value.items():
        table[key] = _table(each, table)
    return table
