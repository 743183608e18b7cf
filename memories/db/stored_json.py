"""Reading JSON fast, without a loss."""

from __future__ import annotations

import json
from typing import Any

import orjson

_NINETEEN_DIGITS = b"0" * 19  # as 2^63 has
_DIGITS_AS_ZEROS = bytes.maketrans(b"123456789", b"000000000")


def loads(text: str | bytes) -> Any:
    """Read JSON that PostgreSQL wrote; orjson reads what it can read exactly, the standard library the rest."""
    if isinstance(text, str):
        text = text.encode()
    if not may_hold_huge_integer(text):
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError:  # nested deeper than it reads
            pass
    return json.loads(text)


def may_hold_huge_integer(text: bytes) -> bool:
    """Whether there may be an integer beyond 64 bits, of which orjson makes a float, silently.

    True if nineteen digits stand in a row, other than behind a decimal point, as small numbers have them.
    """
    digits = text.translate(_DIGITS_AS_ZEROS)
    found = digits.find(_NINETEEN_DIGITS)
    while found > 0 and text[found - 1 : found] == b".":
        found = digits.find(_NINETEEN_DIGITS, found + len(_NINETEEN_DIGITS))
    return found >= 0
