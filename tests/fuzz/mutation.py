"""Mistakes: wrong values in JSON, wrong bytes in text."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

# What programs get wrong, or attackers try. None occurs in a message of the server, so that leaks can be told apart.
STRINGS = (
    *("", " ", "\0", "\x1b[31m", "\ud800", "\udfff\ud800", "\u2028", "\ufeff", "\u202e", "e\u0301" * 30, "\ufdfa" * 9),
    *("null", "true", "0", "-1", "1e400", "NaN", "[]", "{}", '"', "\\", "'", "''", "%s", "%00", "{0}", "${x}", "$1"),
    *("*", "-", "--", '"a', '""', "a & | (b", "!!", "<->", "a:*b", "../..", "a\r\nb: c", "\U0001d54f" * 5, "AAAA"),
    *("2026-12-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.999999Z", "2026-02-30", "10000-01-01"),
    *("x" * 101, "x" * 1_001, "ß" * 8_001, "x" * 16_385, "ab " * 30_000, "中" * 20_000, "[1, 2"),
)
NUMBERS = (
    *(0, -0.0, 1, -1, 2, 20.0, 0.5, -1.5, 101, 10_001, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63) - 1, 2**64),
    *(10**40, 1e-320, 3.5e38, 1e308, float("inf"), float("-inf"), float("nan")),
)
BYTES = (
    *(b"\0", b"\r\n", b"\r\n\r\n", b"\n", b"\r", b" ", b"\t", b":", b",", b";", b"=", b"\xff\xfe", b"\xc3"),
    *(b"{", b"}", b"[", b"]", b'"', b"\\", b"\\u0000", b"\\ud800", b"null", b"1e999", b"-", b"0x", b"[" * 2_000),
    *(b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0", b"0\r\n\r\n", b"chunked", b"POST /mcp HTTP/1.1\r\n", b"\xed\xa0\x80"),
    *(b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n", b"Expect: 100-continue\r\n", b"x" * 70_000),
)
WORDS = (
    "the",
    "ferry",
    "leaves",
    "at",
    "nine",
    "def f(x):\n  return x",
    "größer",
    "船",
    '"at nine"',
    "-red",
    "\U0001f642",
)


class Mutator:
    """Makes mistakes.

    Args:
        random: decides which.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self._kinds: tuple[Callable[[], Any], ...] = (
            lambda: random.choice(STRINGS),
            lambda: random.choice(NUMBERS),
            lambda: random.choice((None, True, False)),
            lambda: [self.any_value() for _ in range(random.choice((0, 1, 2, 51)))],
            lambda: {random.choice(STRINGS): self.any_value() for _ in range(random.randrange(4))},
            lambda: self._nested(random.choice((3, 200, 900))),
        )

    def any_value(self) -> Any:
        """A JSON value, seldom a suitable one."""
        weights = (10, 6, 4, 1, 1, 1)
        return self.random.choices(self._kinds, weights)[0]()

    def _nested(self, depth: int) -> Any:
        value: Any = 0
        for _ in range(depth):
            value = [value] if depth % 2 else {"a": value}
        return value

    def in_json(self, value: Any) -> Any:
        """The value with one mistake somewhere: something replaced, removed, renamed or added."""
        if isinstance(value, dict) and value and self.random.random() < 0.95:
            changed, key = dict(value), self.random.choice(list(value))
            how = self.random.random()
            if how < 0.7:
                changed[key] = self.in_json(changed[key])
            elif how < 0.8:
                del changed[key]
            elif how < 0.9:
                changed[self.random.choice(STRINGS)] = changed.pop(key)
            else:
                changed[self.random.choice(STRINGS)] = self.any_value()
            return changed
        if isinstance(value, list) and value and self.random.random() < 0.6:
            place = self.random.randrange(len(value))
            return [*value[:place], self.in_json(value[place]), *value[place + 1 :]]
        if isinstance(value, str) and value and self.random.random() < 0.4:
            place = self.random.randrange(len(value) + 1)
            return value[:place] + self.random.choice(STRINGS) + value[place:]
        return self.any_value()

    def in_bytes(self, text: bytes) -> bytes:
        """The text with one mistake somewhere: bytes replaced, removed, repeated or added."""
        place = self.random.randrange(len(text) + 1)
        length = min(self.random.choice((1, 1, 2, 4, 16, 200)), len(text) - place)
        middle = text[place : place + length]
        how = self.random.randrange(5)
        if how == 0:
            middle = bytes(byte ^ (1 << self.random.randrange(8)) for byte in middle)
        elif how == 1:
            middle = b""
        elif how == 2:
            middle *= self.random.choice((2, 3, 300))
        elif how == 3:
            middle = self.random.choice(BYTES) + middle
        else:
            middle = self.random.randbytes(length or 1)
        return text[:place] + middle + text[place + length :]


class Arguments:
    """Makes valid arguments for tools from their input schemas.

    Args:
        identifiers: ids of memories that exist; the caller may add to them.
    """

    def __init__(self, random: Random, identifiers: list[str]) -> None:
        self._random, self._identifiers = random, identifiers

    def of(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Arguments: all that are required, some of the others."""
        required = schema.get("required", ())
        properties = schema.get("properties", {})
        return {
            name: self._value(name, of_property)
            for name, of_property in properties.items()
            if name in required or self._random.random() < 0.25
        }

    def _value(self, name: str, schema: dict[str, Any]) -> Any:
        random = self._random
        if "enum" in schema:
            return random.choice(schema["enum"])
        kind = schema.get("type")
        if kind == "string":
            return self._text(name, schema)
        if kind == "integer":
            return random.randint(schema.get("minimum", 0), min(schema.get("maximum", 1_000), 1_000))
        if kind == "number":
            return random.uniform(schema.get("minimum", -1), schema.get("maximum", 1))
        if kind == "boolean":
            return random.random() < 0.5
        if kind == "array":
            if "embedding" in name:
                return [random.uniform(-1, 1) for _ in range(1536)]
            return [self._value(name, schema.get("items", {"type": "string"})) for _ in range(random.randrange(1, 4))]
        return {random.choice(("kind", "color", "größe")): random.choice(("red", 7, None, [1, 2], {"a": "b"}))}

    def _text(self, name: str, schema: dict[str, Any]) -> str:
        random = self._random
        if name == "id" or name.endswith("_id") or name == "supersedes":
            return random.choice(self._identifiers or ["01234567-89ab-4cde-8f01-23456789abcd"])
        if schema.get("format") == "date-time":
            return f"20{random.randrange(10, 99)}-0{random.randrange(1, 9)}-1{random.randrange(9)}T10:00:00Z"
        if name == "tags":
            return random.choice(("red", "blue", "a-1", "Z"))
        if name == "project":
            return random.choice(("a", "b", "-", "*"))
        return " ".join(random.choice(WORDS) for _ in range(random.randrange(1, 12)))[: schema.get("maxLength", 1_000)]


def encoded(value: Any) -> bytes:
    """JSON as lenient programs write it: NaN, Infinity and lone surrogates included."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
