"""JSON on the wire, strictly (RFC 8259)."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import orjson


class NotJSON(ValueError):
    """The bytes are not JSON; the message says what is wrong with them."""


def loads(line: bytes) -> Any:
    """Read a JSON text.

    The standard library's reader, not orjson: that makes floats of integers from 2^64 on, silently.

    Raises:
        NotJSON: the bytes are not UTF-8 or not JSON (NaN and Infinity are not), or nested too deep to be read.
    """
    try:
        return json.loads(line.decode(), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise NotJSON(f"invalid UTF-8 at byte {error.start:,}") from None
    except json.JSONDecodeError as error:
        raise NotJSON(f"{error.msg} at character {error.pos:,}") from None
    except RecursionError:
        raise NotJSON("nested too deep") from None
    except NotJSON:
        raise
    except ValueError:  # the interpreter's limit on the digits of an integer
        raise NotJSON("a number of too many digits") from None


def dumps(value: Any) -> bytes:
    """Write compact JSON in UTF-8.

    orjson is several times faster, but refuses what it cannot say: integers beyond 64 bits, deep nesting, and lone
    surrogates in a client's own ids. The standard library says all of these.
    """
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, separators=(",", ":")).encode()


def _refuse_constant(name: str) -> NoReturn:
    raise NotJSON(f"{name} is not JSON")
