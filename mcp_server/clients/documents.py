"""Edits of one configuration file, checked before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from mcp_server.clients import files
from mcp_server.clients.errors import ClientError


@dataclass
class Document:
    """A configuration file, and the text that it is to have.

    Args:
        language: `jsonc` or `toml`.
        made: paths of the objects and arrays that were made, the outermost first.
    """

    file: files.File
    language: ModuleType
    text: str = ""
    made: list[list[str]] = field(default_factory=list)
    _parsed: tuple[str, Any] | None = None

    def __post_init__(self) -> None:
        self.text = self.file.text or ""
        if not isinstance(self._load(), dict):
            raise ClientError(f"{self.file.path} cannot be used: it holds no object. Correct it, then try again.")

    @property
    def is_changed(self) -> bool:
        return self.text != (self.file.text or "")

    def get(self, path: list[str]) -> Any:
        """The value at a path, or None.

        Raises:
            ClientError: something on the path is not an object.
        """
        value = self._load()
        for depth, key in enumerate(path):
            if not isinstance(value, dict):
                name = ".".join(path[:depth])
                raise ClientError(
                    f'{self.file.path} cannot be used: "{name}" is not an object. Correct it, then try again.'
                )
            if key not in value:
                return None
            value = value[key]
        return value

    def items(self, path: list[str]) -> list[Any]:
        """The items of the array at a path, none if it is missing.

        Raises:
            ClientError: it is something else.
        """
        value = self.get(path)
        if value is not None and not isinstance(value, list):
            raise ClientError(
                f'{self.file.path} cannot be used: "{".".join(path)}" is not an array. Correct it, then try again.'
            )
        return value or []

    def put(self, path: list[str], value: Any) -> None:
        """Set the value at a path, making the objects on the way."""
        if self._has(path):
            self._edit(self.language.replace(self.text, path, value), path, value)
            return
        depth = next(depth for depth in range(1, len(path) + 1) if not self._has(path[:depth]))
        for key in reversed(path[depth:]):
            value = {key: value}
        self.made += [path[:length] for length in range(depth, len(path))]
        self._edit(self.language.insert(self.text, path[:depth], value), path[:depth], value)

    def append(self, path: list[str], item: Any) -> None:
        """Append an item to the array at a path, making it and the objects on the way."""
        if not self._has(path):
            self.put(path, [item])
            self.made.append(path)
            return
        items = self.items(path)
        self._edit(self.language.insert(self.text, [*path, -1], item), path, [*items, item])

    def remove(self, path: list[str]) -> None:
        """Remove what is at a path that exists."""
        self._edit(self.language.remove(self.text, path), path, _GONE)

    def remove_item(self, path: list[str], index: int) -> None:
        items = self.items(path)
        self._edit(self.language.remove(self.text, [*path, index]), path, items[:index] + items[index + 1 :])

    def remove_empty(self, made: list[list[str]]) -> None:
        """Remove the objects and arrays of these that are empty, the innermost first."""
        for path in sorted(made, key=len, reverse=True):
            if self._has(path) and self.get(path) in ({}, []):
                self.remove(path)

    def _has(self, path: list[str]) -> bool:
        parent = self.get(path[:-1])
        if parent is not None and not isinstance(parent, dict):
            self.get(path)  # raises
        return parent is not None and path[-1] in parent

    def _edit(self, text: str, path: list[str], value: Any) -> None:
        """Accept a new text, if it says what the old one says, but for this value."""
        expected = _changed(self._load(), path, value)
        parsed = self.language.load(text)
        if parsed not in (expected, _without_empty(expected, path[:-1])):
            raise ClientError(
                f"{self.file.path} is written in a way that cannot be edited here. Use --print, and paste the entry."
            )
        self.text, self._parsed = text, (text, parsed)

    def _load(self) -> Any:
        if self._parsed is None or self._parsed[0] is not self.text:
            try:
                self._parsed = (self.text, self.language.load(self.text))
            except ClientError as error:
                raise ClientError(f"{self.file.path} cannot be used: {error}. Correct it, then try again.") from None
        return self._parsed[1]


def _changed(value: Any, path: list[str], new: Any) -> Any:
    """A copy of an object with another value at a path, or without it."""
    key, *rest = path
    if new is _GONE and not rest:
        return {each: value[each] for each in value if each != key}
    return {**value, key: _changed(value[key], rest, new) if rest else new}


def _without_empty(value: Any, path: list[str]) -> Any:
    """A value without the objects on a path that are empty: in TOML, a table may exist by its members alone."""
    if not path:
        return value
    inner = _without_empty(value[path[0]], path[1:])
    rest = {key: each for key, each in value.items() if key != path[0]}
    return rest if inner == {} else {**rest, path[0]: inner}


_GONE = object()
