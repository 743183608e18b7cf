"""Strict JSON on the wire (RFC 8259)."""

from __future__ import annotations

import dataclasses
import datetime
import json
import uuid
from typing import Any, NoReturn

import orjson

from memories.db.stored_json import may_hold_huge_integer


class NotJSON(ValueError):
    """The bytes are not JSON; the message names the fault."""


def loads(line: bytes) -> Any:
    """Parse a JSON text.

    orjson is eight times faster on an embedding, but silently turns integers beyond 64 bits into floats. The standard
    library therefore parses texts that may contain one. It also parses what orjson rejects, to name the fault or
    because the text is JSON after all: validation rejects lone surrogates and 1e400 later, naming the field.

    Raises:
        NotJSON: the bytes are not UTF-8, not JSON (which has no NaN or Infinity), or nested too deeply.
    """
    if not may_hold_huge_integer(line):
        try:
            return orjson.loads(line)
        except orjson.JSONDecodeError:
            pass
    try:
        return json.loads(line.decode(), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise NotJSON(f"invalid UTF-8 at byte {error.start:,}") from None
    except json.JSONDecodeError as error:
        raise NotJSON(f"{error.msg} at character {error.pos:,}") from None
    except RecursionError:
        raise NotJSON("nested too deeply") from None
    except NotJSON:
        raise
    except ValueError:  # the interpreter's limit on the digits of an integer
        raise NotJSON("a number has too many digits") from None


class Written:
    """JSON text that `dumps` copies as is. It is no dataclass, because orjson would write that as an object."""

    def __init__(self, text: str) -> None:
        self.text = text


# Unicode counts these as line breaks, JSON does not; Node's readline and other readers split lines at them.
_LINE_SEPARATORS = {
    "\u2028".encode(): rb"\u2028",
    "\u2029".encode(): rb"\u2029",
    "\x85".encode(): rb"\u0085",
}


def dumps(value: Any) -> bytes:
    """Write compact JSON in UTF-8 that every reader sees as a single line.

    Dataclasses become objects, UUIDs strings, and UTC times RFC 3339 with Z.

    orjson is several times faster, but cannot write integers beyond 64 bits, deep nesting, or lone surrogates in ids
    chosen by a client. The standard library writes all of these.
    """
    try:
        text = orjson.dumps(value, _as_fragment, orjson.OPT_UTC_Z)
    except TypeError:
        # The standard library escapes all non-ASCII characters, including the separators below.
        return json.dumps(value, separators=(",", ":"), default=_plain).encode()
    for separator, escaped in _LINE_SEPARATORS.items():
        if _holds(text, separator):  # can only be inside a string
            text = text.replace(separator, escaped)
    return text


def _holds(text: bytes, separator: bytes) -> bool:
    """`separator in text`, but three times as fast, and faster still if one of its bytes is absent."""
    return separator[:1] in text and separator[-1:] in text and text.rfind(separator) >= 0


def _as_fragment(value: Any) -> orjson.Fragment:
    """Convert objects that orjson cannot write."""
    if isinstance(value, Written):
        return orjson.Fragment(value.text)
    raise TypeError(type(value).__name__)


def _plain(value: Any) -> Any:
    """Convert objects that the standard library cannot write, in the same way as orjson."""
    if isinstance(value, Written):
        return json.loads(value.text)
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, uuid.UUID):
        return str(value)
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(type(value).__name__)


def _refuse_constant(name: str) -> NoReturn:
    raise NotJSON(f"{name} is not JSON")
