"""Argument types of tools: each pairs a JSON Schema with a function that reads a JSON value of that schema.

Reading checks types only (-32602); `memories.validation` has the rules for values of the right type. Agents often send
arrays, objects, numbers and booleans as strings of JSON; these are accepted.

Some clients drop one tool or all tools if they cannot read a schema. Each schema therefore has one `type`, no `format`
except `date-time`, and no `anyOf`, `oneOf`, `allOf`, `not` or `$ref`. The description names any other accepted type.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import json
import re
import struct
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from memories.errors import ValidationError

_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")  # RFC 8259, section 6
_JSON_BOOLEANS = {"true": True, "false": False}


class InvalidParams(ValidationError):
    """An argument is missing, unknown, or of the wrong JSON type."""


@dataclass(frozen=True, eq=False)  # hashable, as Annotated requires
class Argument:
    """An argument type: its JSON Schema, and a function (name, JSON value) -> Python value."""

    schema: dict[str, Any]
    read: Callable[[str, Any], Any]


def _refuse(name: str, expected: str, value: Any) -> InvalidParams:
    kinds = {
        dict: "an object",
        list: "an array",
        str: "a string",
        bool: "a boolean",
        int: "a number",
        float: "a number",
    }
    return InvalidParams(f"{name} must be {expected}, not {kinds.get(type(value), 'null')}.", field=name)


def text(description: str, **schema: Any) -> Argument:
    def read(name: str, value: Any) -> str:
        if not isinstance(value, str):
            raise _refuse(name, "a string", value)
        return value

    return Argument({"type": "string", **schema, "description": description}, read)


def flag(description: str) -> Argument:
    def read(name: str, value: Any) -> bool:
        if isinstance(value, str):
            value = _JSON_BOOLEANS.get(value, value)
        if not isinstance(value, bool):
            raise _refuse(name, "true or false", value)
        return value

    return Argument({"type": "boolean", "description": description}, read)


def integer(description: str, minimum: int, maximum: int) -> Argument:
    def read(name: str, value: Any) -> int:
        value = _number_in(value) if isinstance(value, str) else value
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _refuse(name, "an integer", value)
        return value

    return Argument({"type": "integer", "minimum": minimum, "maximum": maximum, "description": description}, read)


def number(description: str, minimum: float, maximum: float) -> Argument:
    def read(name: str, value: Any) -> float:
        value = _number_in(value) if isinstance(value, str) else value
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise _refuse(name, "a number", value)
        return value

    return Argument({"type": "number", "minimum": minimum, "maximum": maximum, "description": description}, read)


def _number_in(value: str) -> Any:
    """Parse a string that is exactly one JSON number (no white space, `+` or NaN); return other strings unchanged."""
    if _JSON_NUMBER.fullmatch(value) is None:
        return value
    try:
        return json.loads(value)
    except ValueError:  # the interpreter's limit on the digits of an integer
        return value


def identifier(description: str) -> Argument:
    def read(name: str, value: Any) -> uuid.UUID:
        if not isinstance(value, str):
            raise _refuse(name, "a UUID", value)
        try:
            return uuid.UUID(value)
        except ValueError:
            raise InvalidParams(
                f"{name} must be a UUID, such as 01234567-89ab-4cde-8f01-23456789abcd.", field=name
            ) from None

    return Argument({"type": "string", "description": description}, read)


def identifiers(description: str, most: int) -> Argument:
    """An array of UUIDs."""
    each = identifier("")
    strings = texts(description, maxItems=most)

    def read(name: str, value: Any) -> list[uuid.UUID]:
        return [each.read(f"Each item of {name}", item) for item in strings.read(name, value)]

    return Argument(strings.schema, read)


def moment(description: str, *, end_of_day: bool = False) -> Argument:
    """A date-time, in UTC if it has no zone. A date alone means the start of that day, or its end with `end_of_day`."""

    def read(name: str, value: Any) -> datetime.datetime:
        if not isinstance(value, str):
            raise _refuse(name, "a date-time", value)
        try:
            parsed = datetime.datetime.fromisoformat(value.strip().upper())
        except (ValueError, OverflowError):  # OverflowError: 24:00 on the last day of 9999
            raise InvalidParams(
                f"{name} must be an RFC 3339 date-time, such as 2025-09-01T12:00:00Z.", field=name
            ) from None
        if end_of_day and len(value.strip()) <= len("2025-09-01"):
            parsed = datetime.datetime.combine(parsed.date(), datetime.time.max)
        return parsed if parsed.tzinfo else parsed.replace(tzinfo=datetime.UTC)

    return Argument({"type": "string", "format": "date-time", "description": description}, read)


def _unwrapped(value: Any) -> Any:
    """Parse a string as JSON; return it unchanged if it is not JSON."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def texts(description: str, **schema: Any) -> Argument:
    """An array of strings; `schema` applies to the items, except for `maxItems`."""

    def read(name: str, value: Any) -> list[str]:
        value = _unwrapped(value) if isinstance(value, str) else value
        if not isinstance(value, list):
            raise _refuse(name, "an array of strings", value)
        for item in value:
            if not isinstance(item, str):
                raise _refuse(f"Each item of {name}", "a string", item)
        return value

    bounds = {"maxItems": schema.pop("maxItems")}
    items = {"type": "string", **schema}
    return Argument({"type": "array", "items": items, **bounds, "description": description}, read)


def json_object(description: str) -> Argument:
    def read(name: str, value: Any) -> dict[str, Any]:
        value = _unwrapped(value) if isinstance(value, str) else value
        if not isinstance(value, dict):
            raise _refuse(name, "an object", value)
        return value

    return Argument({"type": "object", "description": description}, read)


def json_value(description: str) -> Argument:
    """Any JSON value; the schema says object because it must name one type."""
    return Argument({"type": "object", "description": description}, lambda _, value: value)


def vector(description: str) -> Argument:
    """An array of numbers, or base64 of little-endian 32-bit floats, which takes a fifth of the tokens."""

    def read(name: str, value: Any) -> list[float]:
        if isinstance(value, str):
            value = _unwrapped(value) if value.lstrip().startswith("[") else _floats(name, value)
        if not isinstance(value, list):
            raise _refuse(name, "an array of numbers, or base64 of 32-bit floats", value)
        if not set(map(type, value)) <= {int, float}:
            raise InvalidParams(f"{name} must contain only numbers.", field=name)
        return value

    return Argument({"type": "array", "items": {"type": "number"}, "description": description}, read)


def _floats(name: str, value: str) -> list[float]:
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):  # ValueError: not ASCII
        raise InvalidParams(
            f"{name} must be an array of numbers, or base64 of little-endian 32-bit floats.", field=name
        ) from None
    if len(data) % 4:
        raise ValidationError(f"{name} as base64 must consist of 32-bit floats, 4 bytes each.", field=name)
    return list(struct.unpack(f"<{len(data) // 4}f", data))
