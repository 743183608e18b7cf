"""What a format is, and reading JSON documents item by item."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple

import ijson
import orjson
from ijson.common import ObjectBuilder

from memories.errors import StorageError
from memories.moving import files
from memories.moving.errors import DamagedError
from memories.moving.formats import fitting

LINES = ""  # as a place of items in JSON: JSON Lines
ARRAY = "item"  # the whole document is an array


@dataclass(frozen=True)
class Source:
    """What is imported.

    Args:
        name: as the user gave it.
        reader: None for a folder.
        keep: where to write what is too long to hold; None if that is not wanted.
    """

    name: str
    reader: files.Reader | None = None
    keep: IO[bytes] | None = None

    @property
    def folder(self) -> Path:
        return Path(self.name)


@dataclass(frozen=True)
class Item:
    """What is to become one memory.

    Args:
        number: of its line, or its place in the document, from 1.
        raw: as it goes to the file of rejected lines; empty if it was written there already.
        text: the memory as an export has it, in JSON; empty if there is a problem.
        record: the same, read.
        problem: why it cannot be imported.
    """

    number: int
    raw: bytes
    text: bytes = b""
    record: dict[str, Any] | None = None
    problem: str = ""


@dataclass(frozen=True)
class Format:
    """A format of files or folders.

    Args:
        name: for `--format`.
        title: for people.
        recognises: whether a source is in this format.
        read: reads a source; raises MovingError.
        unit: what the numbers of items count.
    """

    name: str
    title: str
    recognises: Callable[[Sample], bool]
    read: Callable[[Source], Iterator[Item]]
    unit: str = "memory"


class Sample(NamedTuple):
    """What a format is detected from.

    Args:
        source: a file, or a folder.
        keys: of the objects at the beginning, by their place: "" for the first of all, "memories.item" for the first
            ones in its array `memories`.
    """

    source: Source
    keys: dict[str, set[str]]

    def has(self, place: str, *keys: str) -> bool:
        return self.keys.get(place, set()).issuperset(keys)


def sample(source: Source) -> Sample:
    """Look at the beginning of a source."""
    keys: dict[str, set[str]] = {}
    if source.reader is not None:
        try:
            for place, event, value in ijson.parse(io.BytesIO(source.reader.head)):
                if event == "map_key":
                    keys.setdefault(place, set()).add(value)
        except (ijson.JSONError, UnicodeDecodeError):  # cut off, or no JSON, or more than one object
            pass
    return Sample(source, keys)


def objects(source: Source, *places: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the objects in some places of a JSON document, or of JSON Lines, one by one, numbered from 1.

    Raises:
        DamagedError: the document ends too early, or is not valid; after what comes before that.
    """
    number = 0
    builder, begun = None, ""
    try:
        for place, event, value in ijson.parse(source.reader, use_float=True, multiple_values=LINES in places):
            if builder is None and event == "start_map" and place in places:
                builder, begun = ObjectBuilder(), place
            if builder is not None:
                builder.event(event, value)
                if event == "end_map" and place == begun:
                    number += 1
                    yield number, builder.value
                    builder = None
    except ijson.IncompleteJSONError as error:
        raise DamagedError(f"{source.name} ends too early.") from error
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise DamagedError(f"{source.name} is not valid JSON.") from error


def drafted(
    numbered: Iterable[tuple[int, dict[str, Any]]], draft: Callable[[dict[str, Any]], fitting.Draft | None]
) -> Iterator[Item]:
    """Make items of objects.

    Args:
        draft: makes a memory of an object, or returns None for one that is none.
    """
    for number, found in numbered:
        raw = orjson.dumps(found, option=orjson.OPT_NON_STR_KEYS)
        yield made(number, raw, partial(draft, found))


def made(number: int, raw: bytes, draft: Callable[[], fitting.Draft | None]) -> Item:
    """Make an item; what does not fit becomes its problem."""
    try:
        if (drafted := draft()) is None:
            return Item(number, raw, problem="It is no memory of this format.")
        record = fitting.record(drafted)
        return Item(number, raw, orjson.dumps(record), record)
    except StorageError as error:
        return Item(number, raw, problem=error.message)
    except (orjson.JSONEncodeError, TypeError, ValueError, RecursionError):
        return Item(number, raw, problem="It has values that JSON cannot hold.")
