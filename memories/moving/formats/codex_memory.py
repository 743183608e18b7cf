"""Our own exports (docs/moving.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from memories.db import stored_json
from memories.moving import files
from memories.moving.errors import MovingError
from memories.moving.exporting import FORMAT, HEADER_KEY
from memories.moving.formats.base import Format, Item, Sample, Source

TOO_LONG = f"It is longer than {files.LINE_MAX_BYTES // 1024**2} MB."


def header(source: Source) -> dict[str, Any]:
    """Read the header of an export; empty if there is none.

    Raises:
        MovingError: a newer version wrote it.
    """
    assert source.reader is not None
    found = _object(source.reader.head.split(b"\n", 1)[0])
    if found is None or HEADER_KEY not in found:
        return {}
    if type(found[HEADER_KEY]) is not int or not 1 <= found[HEADER_KEY] <= FORMAT:
        raise MovingError(
            f"{source.name} was written by Codex Memory {str(found.get('version'))[:20]} in format "
            f"{str(found[HEADER_KEY])[:20]}, and this version reads format {FORMAT}. Upgrade it, then import again."
        )
    return found


def read(source: Source) -> Iterator[Item]:
    """Read the memories of an export. An export says how many it has, so that one that was cut off is noticed.

    Raises:
        MovingError: a newer version wrote it.
    """
    assert source.reader is not None
    has_header = bool(header(source))
    for line in files.lines(source.reader, source.keep):
        if line.text is None:
            yield Item(line.number, b"", problem=TOO_LONG)
        elif not (has_header and line.number == 1):
            found = _object(line.text)
            problem = "" if found is not None else "It is no JSON object."
            yield Item(line.number, line.text, line.text if found is not None else b"", found, problem)


def _object(text: bytes) -> dict[str, Any] | None:
    """Read a JSON object; None if it is none. Numbers are exact enough to be checked; PostgreSQL reads them again."""
    try:
        found = stored_json.loads(text)
    except (orjson.JSONDecodeError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _recognises(sample: Sample) -> bool:
    return sample.has("", HEADER_KEY)


FORMAT_OF_OURS = Format("codex-memory", "an export of Codex Memory", _recognises, read, "line")
