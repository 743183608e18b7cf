"""Each argument of each tool, at both ends of its type: an answer or a refusal that says why, and never a failure."""

from __future__ import annotations

import base64
import json
import struct
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from memories import limits
from tests.support.clients import Client, Message

INTEGERS = [
    0,
    -1,
    1,
    *(sign * 2**bits + more for bits in (31, 32, 53, 63, 64) for sign in (1, -1) for more in (-1, 0, 1)),
]
INTEGERS += [10**400, -(10**400)]
FLOATS = [0.0, -0.0, 0.5, 1.0, 5e-324, 2.2250738585072014e-308, 1.401298464324817e-45, 1.1754943508222875e-38]
FLOATS += [3.4028234663852886e38, 3.4028235677973366e38, 3.5e38, 2.0**63, 1e19, 1.7976931348623157e308]
FLOATS += [-number for number in FLOATS]
NUMBERS: list[float] = [*INTEGERS, *FLOATS]

OFFSETS = [
    "",
    "Z",
    "+00:00",
    "-00:00",
    "+14:00",
    "-14:00",
    "+15:59:59",
    "-15:59:59",
    "+16:00",
    "-16:00",
    "+23:59",
    "-23:59",
]
OFFSETS += ["+24:00", "-24:00", "+23:59:59.999999", "-00:00:00.000001", "+99:99"]
DAYS = ["0001-01-01", "0001-01-02", "0000-12-31", "1583-01-01", "1969-12-31", "2016-12-31", "2024-02-29", "2025-02-29"]
DAYS += ["2038-01-19", "9999-12-30", "9999-12-31", "10000-01-01", "-0001-01-01", "0001-W01-1", "9999-W52-5"]
TIMES = [
    "00:00:00",
    "00:00:00.000001",
    "12:00",
    "23:59:59.999999",
    "23:59:60",
    "24:00:00",
    "24:00:01",
    "00:00:00.0000000001",
]
MOMENTS = [*DAYS, *(f"{day}T{time}{offset}" for day in DAYS for time in TIMES for offset in OFFSETS)]

ALPHABETS = [
    "a",
    "a ",
    "A1_b.c-d/",
    "é",
    "e\u0301",
    "\u0301",
    "🐘",
    "\U0010ffff",
    "漢",
    "\u0627",
    "ß",
    "İ",
    "\u00ad",
    "\u200b",
]
ALPHABETS += [
    "\u2028",
    "\ufeff",
    "\uffff",
    "%",
    "_",
    "\\",
    "'",
    '"',
    '" ',
    "-",
    "-a ",
    "!",
    "(",
    ":*",
    "& ",
    "a or ",
    "0",
    "{",
    "<b>",
]
UNSTORABLE = ["\x00", "a\x00b", "\ud800", "\udfff", "\x01", "\x7f", "\x85"]


def nested(levels: int) -> Any:
    value: Any = 1
    for number in range(levels):
        value = [value] if number % 2 else {"a": value}
    return value


def strings(schema: Message) -> Iterator[str]:
    most = schema.get("maxLength", 50_000)
    yield from schema.get("enum", [])
    yield from UNSTORABLE
    for alphabet in ALPHABETS:
        for length in (1, most, most + 1):
            yield (alphabet * (length // len(alphabet) + 1))[:length]


def arrays(schema: Message) -> Iterator[Any]:
    yield from ([], [None], [[]], [{}])
    if schema["items"]["type"] == "string":
        for length in (1, schema["maxItems"], schema["maxItems"] + 1):
            yield [f"t{number}" for number in range(length)]
        yield from ([text] for text in strings({"maxLength": limits.TAG_MAX_CHARACTERS}))
        return
    for length in (1, 1535, 1536, 1537, 16_001):
        yield [0.5] * length
    for number in NUMBERS:
        yield [number] * 1536
        yield [number, *[0.0] * 1535]
        yield [1.0, -1.0, number, *[0.0] * 1533]
        yield [number, -number] * 768
    for pattern in (
        b"\x00\x00\x80\x7f",
        b"\x00\x00\xc0\x7f",
        b"\xff\xff\x7f\x7f",
        b"\x01\x00\x00\x00",
        b"\x00\x00\x00\x80",
    ):
        yield base64.b64encode(pattern * 1536).decode()
        yield base64.b64encode(pattern + struct.pack("<1535f", *[1.0] * 1535)).decode()


def objects(_: Message) -> Iterator[Any]:
    yield from ({}, {"": ""}, {"a": None}, {"a": [{"b": {}}]}, {"\u2028": "\u2029"})
    yield from ({"n": number} for number in NUMBERS)
    yield from ({"n": 10**999}, {"n": 10**1000}, {"n": -(10**1000)}, {"n": [1e308] * 50})
    yield from (nested(levels) for levels in (99, 100, 101, 500))
    yield from ({text: text} for text in strings({"maxLength": 1_000}))
    yield from ({"k": "a" * length} for length in (16_376, 16_377, 32_760, 32_761, 65_528, 65_529))
    yield from ({str(number): number for number in range(count)} for count in (1_000, 1_500, 5_000))
    yield {"n": [0] * 8_000}


def values(schema: Message) -> Iterator[Any]:
    kind = schema["type"]
    if kind in ("integer", "number"):
        bounds = [schema["minimum"], schema["maximum"]]
        for number in [*NUMBERS, *bounds, bounds[0] - 1, bounds[1] + 1]:
            yield number
            yield json.dumps(number)
    elif kind == "string":
        yield from MOMENTS if schema.get("format") == "date-time" else strings(schema)
    elif kind == "boolean":
        yield from (True, False, "true", "false")
    else:
        yield from {"array": arrays, "object": objects}[kind](schema)


TOOLS: dict[str, Message] = {
    "store_memory": {"content": "", "context": "c", "summary": "s"},
    "update_memory": {"id": ""},
    "get_memory": {"id": ""},
    "search_memories": {},
    "delete_memory": {"id": ""},
    "get_statistics": {},
    "analyze_patterns": {"memory_id": "", "language": "python"},
    "get_patterns": {"memory_id": ""},
    "search_patterns": {"pattern_type": "function_definition"},
    "pattern_statistics": {},
}
REFUSALS = {-32602, -32000, -32001, -32002, -32003, -32005}


def ask(server: Client, tool: str, arguments: Message) -> None:
    answer = server.answer(server.request_call(tool, arguments))
    if "error" in answer:
        assert answer["error"]["code"] in REFUSALS, (tool, str(arguments)[:200], answer["error"])


@pytest.mark.parametrize("tool", TOOLS)
def test_every_argument_at_both_ends_of_its_type_is_answered_or_refused(server: Client, tool: str) -> None:
    schemas = {each["name"]: each["inputSchema"]["properties"] for each in server.ask("tools/list")["tools"]}
    assert schemas.keys() == TOOLS.keys()
    memory = {
        "content": "def f(x): return x",
        "context": "c",
        "summary": "s",
        "tags": ["t0"],
        "embeddings": [0.5] * 1536,
    }
    identifier = server.call("store_memory", memory)["id"]
    for name, schema in schemas[tool].items():
        for value in values(schema):
            arguments = TOOLS[tool] | {key: identifier for key, given in TOOLS[tool].items() if given == ""}
            if tool == "store_memory":
                arguments["content"] = str(uuid.uuid4())
            ask(server, tool, arguments | {name: value})


@pytest.mark.parametrize("tool", ["search_memories", "pattern_statistics"])
def test_every_period_is_answered_or_refused(server: Client, tool: str) -> None:
    ends = ["0001-01-01T00:00:00", "0001-01-01T23:59:59.999999", "9999-12-31T00:00:00", "9999-12-31T23:59:59.999999"]
    moments = ["0001-01-01", "0001-01-02", "9999-12-31", *(end + offset for end in ends for offset in OFFSETS)]
    for first in moments:
        for last in moments[:: 3 if first in moments[:3] else 7]:
            ask(server, tool, {"from_date": first, "to_date": last})


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"from_date": "0001-01-01T00:00:00+14:00", "to_date": "0001-01-02"}, "from_date"),
        ({"from_date": "0001-01-01T00:00:00+00:01"}, "from_date"),
        ({"to_date": "0001-01-01T00:00:00+23:59"}, "to_date"),
        ({"from_date": "9999-12-31", "to_date": "9999-12-31T23:59:59-14:00"}, "to_date"),
        ({"from_date": "9999-12-31T23:59:59.999999-00:01"}, "from_date"),
    ],
)
def test_statistics_beyond_the_years_of_utc_are_refused(server: Client, arguments: Message, field: str) -> None:
    refused = server.refusal("pattern_statistics", arguments)
    assert (refused.code, refused.data["field"]) == (-32000, field)


def test_a_search_may_begin_and_end_anywhere_in_the_calendar(server: Client) -> None:
    server.call("store_memory", content="x", context="x", summary="x")
    whole = [("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"), ("0001-01-01", "9999-12-31")]
    for first, last in whole:
        assert server.call("search_memories", from_date=first, to_date=last)["total"] == 1
    assert server.call("search_memories", from_date="9999-12-31T23:59:59-23:59")["total"] == 0
    assert server.call("search_memories", to_date="0001-01-01T00:00:00+23:59")["total"] == 0


@pytest.mark.parametrize("line", ["-" * 40, "-" * 1_900, "- " * 40, "(-" * 40, "-!-" * 30, "=" * 40, "_" * 40])
def test_a_ruled_line_in_a_filter_is_no_failure_and_takes_nothing_away(server: Client, line: str) -> None:
    server.call("store_memory", content="x", context="The kettle boils", summary="x")
    for field, found in (("context", 1), ("summary", 0)):
        assert server.call("search_memories", {field: f"{line} kettle"})["total"] == found
        assert server.call("search_memories", {field: f"kettle {line}"})["total"] == found


def test_one_dash_excludes_a_word_and_several_are_text(server: Client) -> None:
    server.call("store_memory", content="x", context="The kettle boils", summary="x")
    assert server.call("search_memories", context="-kettle")["total"] == 0
    assert server.call("search_memories", context="-pan")["total"] == 1
    for dashes in (2, 3, 31, 33, 1_001):
        assert server.call("search_memories", context="-" * dashes + "kettle")["total"] == 1
        assert server.call("search_memories", context="-" * dashes + "pan")["total"] == 0


@pytest.mark.parametrize("sentiment", [5e-324, -5e-324, 1e-46, 1e-45, 0.1, -0.0])
def test_a_sentiment_is_kept_as_the_nearest_32_bit_float(server: Client, sentiment: float) -> None:
    identifier = server.call("store_memory", content="x", context="x", summary="x", sentiment=sentiment)["id"]
    kept = server.call("get_memory", id=identifier)["memory"]["processed"]["sentiment"]
    assert struct.pack("<f", kept) in (struct.pack("<f", sentiment), struct.pack("<f", abs(sentiment)))
