"""What tools take and refuse (D5, D6 and D7 of the contract), through the public door."""

from __future__ import annotations

import base64
import json
import struct
import uuid
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memories import limits
from memories.models import Memory, ProcessedMemory
from tests.support.clients import Client, Message

MEMORY: Message = {"content": "The key is under the mat.", "context": "Home", "summary": "Where the key is"}
SOMEBODY = "01234567-89ab-4cde-8f01-23456789abcd"
INVALID_PARAMS, VALIDATION, SIZE_LIMIT = -32602, -32000, -32003
UNIT = [1.0] + [0.0] * 1535
SURROGATE = "lone \ud800 surrogate"


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


def as_base64(numbers: list[float]) -> str:
    return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()


def json_of_bytes(size: int) -> dict[str, str]:
    """An object of just so many bytes of compact JSON; as jsonb it is smaller, for quotes need no escape there."""
    overhead = len('{"k":""}')
    quotes, rest = divmod(size - overhead, 2)
    return {"k": '"' * quotes + "a" * rest}


def rows(names: str, *values: Any) -> list[tuple[str, Any]]:
    """Each of the values for each of the arguments named."""
    return [(name, value) for name in names.split() for value in values]


def stored(server: Client, **arguments: Any) -> Message:
    """Store the example with these arguments over it, and return the memory that came of it."""
    memory: Message = server.call("get_memory", server.call("store_memory", MEMORY | arguments))["memory"]
    return memory


# store_memory: refused


@pytest.mark.parametrize("name", ["content", "context", "summary"])
def test_each_required_argument_is_asked_for_by_name(server: Client, name: str) -> None:
    for arguments in ({key: value for key, value in MEMORY.items() if key != name}, MEMORY | {name: None}):
        refused = server.refusal("store_memory", arguments)
        assert (refused.code, refused.data["field"]) == (INVALID_PARAMS, name)
        assert "required" in refused.message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *rows("content context summary", 5, True, [], {"a": 1}, 1.5),
        *rows("tags", 5, True, {"a": 1}, "a", "[1", '{"a":1}', "5", "null"),
        *rows("metadata", 5, True, [], "a", "[]", "{", "null"),
        *rows("embeddings", 5, True, {"a": 1}, "not base64", "[1,", "é", ["a"], [[1]], [None], [True]),
        *rows("sentiment", " 0.5", "0,5", ".5", "+1", "NaN", "Infinity", "\u0661", "true", "[1]", True, [], {}),
        ("colour", "blue"),
        ("content ", "x"),
        ("\ud800", "x"),
        ("x" * 10_000, "x"),
    ],
)
def test_a_wrong_type_or_an_unknown_argument_is_invalid_params(server: Client, name: str, value: Any) -> None:
    refused = server.refusal("store_memory", MEMORY | {name: value})
    assert refused.code == INVALID_PARAMS
    assert refused.data["field"] == name[:80]
    assert len(refused.message) < 300
    assert not Memory.objects.exists()


@pytest.mark.parametrize("value", [[1], ["a", None], ["a", ["b"]], '["a", 1]'])
def test_tags_that_are_no_strings_are_invalid_params(server: Client, value: Any) -> None:
    assert server.refusal("store_memory", MEMORY | {"tags": value}).code == INVALID_PARAMS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *rows("content context summary", "", "a\x00b", SURROGATE),
        *rows("context summary", *(f"a{character}b" for character in "\n\t\r\x01\x1f\x7f\x80\x85\x9f")),
        *rows("tags", [""], ["a\n"], ["\na"], ["a b"], ["a_b"], ["é"], ["a.b"], ["٣"], ["a\x00"], ["a\ud800"]),
        *rows("insights entities", "\x00", ["\x00"], {"\x00": 1}, {"a": "\x00"}),
        *rows("insights entities", SURROGATE, {SURROGATE: 1}, [[SURROGATE]], nested(limits.JSON_MAX_DEPTH + 1)),
        *rows("metadata", {"\x00": 1}, {"a": ["b", {"c": "\x00"}]}, {SURROGATE: 1}, {"a": SURROGATE}),
        *rows("metadata", {"a": 10**1000}, {"a": nested(limits.JSON_MAX_DEPTH)}),
        *rows("embeddings", [], UNIT[:-1], [*UNIT, 0.0], [0.0] * 1536, [1e-60] * 1536),
        *rows("embeddings", [1e39] * 1536, [-1e39] * 1536, [10**400] * 1536),
        *rows("embeddings", as_base64(UNIT[:-1]), as_base64([0.0] * 1536), base64.b64encode(b"abc").decode()),
        *rows("embeddings", *(as_base64([float(word), *UNIT[1:]]) for word in ("nan", "inf", "-inf"))),
        *rows("sentiment", 1.01, -1.01, 2, 10**400),
    ],
)
def test_a_value_that_breaks_a_rule_is_a_validation_error_on_its_field(server: Client, name: str, value: Any) -> None:
    refused = server.refusal("store_memory", MEMORY | {name: value})
    assert (refused.code, refused.data["field"]) == (VALIDATION, name)
    assert name in refused.message or "tag" in refused.message
    assert not Memory.objects.exists()


@pytest.mark.parametrize("member", ['"sentiment":1e400', '"metadata":{"a":1e400}', '"insights":[-1e400]'])
def test_a_number_too_large_for_a_float_is_infinite_and_refused(server: Client, member: str) -> None:
    arguments = json.dumps(MEMORY)[:-1] + "," + member + "}"
    params = f'{{"name":"store_memory","arguments":{arguments}}}'
    line = f'{{"jsonrpc":"2.0","id":"1e400","method":"tools/call","params":{params}}}'
    server.send_bytes(line.encode() + b"\n")
    assert server.refused("1e400").code == VALIDATION


# store_memory: the limits, bytes where bytes and characters where characters


@pytest.mark.parametrize(
    ("name", "most", "too_much", "limit"),
    [
        ("content", "é" * 524_288, "é" * 524_288 + "a", limits.CONTENT_MAX_BYTES),
        ("context", "🐘" * 1_000, "🐘" * 1_001, limits.CONTEXT_MAX_CHARACTERS),
        ("summary", "é" * 500, "a" * 501, limits.SUMMARY_MAX_CHARACTERS),
        ("tags", [f"t{n}" for n in range(50)], [f"t{n}" for n in range(51)], limits.TAGS_MAX),
        ("tags", ["a" * 50], ["a" * 51], limits.TAG_MAX_CHARACTERS),
        ("metadata", json_of_bytes(16_384), json_of_bytes(16_385), limits.METADATA_MAX_BYTES),
        ("metadata", {"é": "é" * 8_000}, {"é": "é" * 8_192}, limits.METADATA_MAX_BYTES),
    ],
)
def test_the_limit_itself_passes_and_one_more_is_too_large(
    server: Client, name: str, most: Any, too_much: Any, limit: int
) -> None:
    refused = server.refusal("store_memory", MEMORY | {name: too_much})
    assert (refused.code, refused.data["field"], refused.data["limit"]) == (SIZE_LIMIT, name, limit)
    assert refused.data["actual"] > limit
    assert not Memory.objects.exists()
    assert stored(server, **{name: most})[name] == most


@pytest.mark.parametrize(
    ("name", "limit"), [("insights", limits.INSIGHTS_MAX_BYTES), ("entities", limits.ENTITIES_MAX_BYTES)]
)
def test_the_limits_of_processing_are_bytes_of_json(server: Client, name: str, limit: int) -> None:
    refused = server.refusal("store_memory", MEMORY | {name: json_of_bytes(limit + 1)})
    assert (refused.code, refused.data["field"], refused.data["limit"]) == (SIZE_LIMIT, name, limit)
    assert stored(server, **{name: json_of_bytes(limit)})["processed"][name] == json_of_bytes(limit)


@pytest.mark.parametrize("name", ["metadata", "insights", "entities"])
def test_what_only_the_tables_check_refuses_is_too_large_and_names_its_field(server: Client, name: str) -> None:
    numbers = {"n": [1] * 8_000}  # 16,006 bytes of JSON, and 96 kB of jsonb
    refused = server.refusal("store_memory", MEMORY | {name: numbers})
    assert (refused.code, refused.data["field"]) == (SIZE_LIMIT, name)
    assert name in refused.message
    assert not Memory.objects.exists()
    assert not ProcessedMemory.objects.exists()


# store_memory: taken


def test_null_for_an_optional_argument_is_as_if_absent(server: Client) -> None:
    optional = ("tags", "metadata", "insights", "embeddings", "entities", "sentiment")
    memory = stored(server, **dict.fromkeys(optional))
    assert (memory["tags"], memory["metadata"], memory["processed"]) == ([], {}, None)


def test_arrays_and_objects_may_come_as_strings_that_hold_their_json(server: Client) -> None:
    memory = stored(server, tags='["a", "b"]', metadata='{"a": [1]}', embeddings=json.dumps(UNIT))
    assert (memory["tags"], memory["metadata"]) == (["a", "b"], {"a": [1]})
    assert memory["processed"]["has_embedding"] is True


def test_insights_and_entities_keep_strings_as_they_are(server: Client) -> None:
    memory = stored(server, insights='["a"]', entities='{"a": 1}')
    assert (memory["processed"]["insights"], memory["processed"]["entities"]) == ('["a"]', '{"a": 1}')


@pytest.mark.parametrize("value", [False, 0, [], {}, 1.5, "text", [None], [""], {"a": {"b": [1, "ü"]}}])
def test_insights_and_entities_are_any_json_value(server: Client, value: Any) -> None:
    processed = stored(server, insights=value, entities=value)["processed"]
    assert (processed["insights"], processed["entities"]) == (value, value)


def test_embeddings_may_come_as_base64_of_float32(server: Client) -> None:
    numbers = [n / 1024 for n in range(1536)]
    identifier = server.call("store_memory", MEMORY | {"embeddings": as_base64(numbers)})["id"]
    got = server.call("get_memory", id=identifier, include_embedding=True)["memory"]["embedding"]
    assert as_base64(got) == as_base64(numbers)
    assert "embedding" not in server.call("get_memory", id=identifier)["memory"]


def test_a_memory_without_an_embedding_has_none_to_include(server: Client) -> None:
    identifier = server.call("store_memory", MEMORY)["id"]
    assert server.call("get_memory", id=identifier, include_embedding=True)["memory"]["embedding"] is None
    assert server.call("get_memory", id=SOMEBODY, include_embedding=True) == {"memory": None}


@pytest.mark.parametrize("sentiment", [-1, -1.0, 0, 0.5, 1, 1.0])
def test_sentiment_goes_from_minus_one_to_one(server: Client, sentiment: float) -> None:
    assert stored(server, sentiment=sentiment)["processed"]["sentiment"] == sentiment


def test_repeated_tags_are_kept_once_in_their_order(server: Client) -> None:
    assert stored(server, tags=["b", "a", "b", "A"])["tags"] == ["b", "a", "A"]


def test_content_keeps_every_character(server: Client) -> None:
    content = "".join(chr(n) for n in range(1, 0x3000)) + "\r\n \u2028\u2029\ufeff\uffff\U0010ffff"
    assert stored(server, content=content)["content"] == content


@pytest.mark.parametrize("number", [0, 2**53 + 1, 2**63, 2**64 + 1, -(2**70)])
def test_integers_in_metadata_keep_every_digit(server: Client, number: int) -> None:
    assert stored(server, metadata={"n": number})["metadata"] == {"n": number}


@pytest.mark.parametrize("number", [0.1, -1.5, 1e-300, 1e300, 5e-324])
def test_floats_in_metadata_keep_their_value(server: Client, number: float) -> None:
    assert float(stored(server, metadata={"n": number})["metadata"]["n"]) == number


# get_memory, delete_memory, get_statistics


@pytest.mark.parametrize("tool", ["get_memory", "delete_memory"])
@pytest.mark.parametrize("value", [5, None, True, [], {}, "", "abc", SOMEBODY + "0", "x" * 36, "\x00" * 36, "\ud800"])
def test_an_id_that_is_no_uuid_is_invalid_params(server: Client, tool: str, value: Any) -> None:
    refused = server.refusal(tool, id=value)
    assert (refused.code, refused.data["field"]) == (INVALID_PARAMS, "id")


@pytest.mark.parametrize("form", [str.upper, lambda text: text.replace("-", "")])
def test_a_uuid_is_read_in_its_other_forms(server: Client, form: Any) -> None:
    identifier = server.call("store_memory", MEMORY)["id"]
    assert server.call("get_memory", id=form(identifier))["memory"]["id"] == identifier


def test_an_unknown_id_is_an_answer_and_no_error(server: Client) -> None:
    unknown = str(uuid.uuid4())
    assert server.call("get_memory", id=unknown) == {"memory": None}
    assert server.call("delete_memory", id=unknown) == {"deleted": False}


@pytest.mark.parametrize("value", ["True", "TRUE", " true", "yes", "1", "0", "null", 1, 0, []])
def test_include_embedding_is_a_boolean(server: Client, value: Any) -> None:
    assert server.refusal("get_memory", id=SOMEBODY, include_embedding=value).code == INVALID_PARAMS


def test_statistics_take_no_argument(server: Client) -> None:
    refused = server.refusal("get_statistics", since="yesterday")
    assert (refused.code, refused.data["field"]) == (INVALID_PARAMS, "since")


# search_memories


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *rows("limit offset content_chars max_chars", 20.5, True, [], {}),
        *rows(
            "limit offset content_chars max_chars",
            " 5",
            "5 ",
            "5\n",
            "05",
            "+5",
            "5.5",
            "5.",
            ".5",
            "0x5",
            "5_0",
            "\u0665",
            "\uff15",
        ),
        *rows(
            "limit offset content_chars max_chars",
            "true",
            "null",
            "NaN",
            "Infinity",
            "1e400",
            "[5]",
            '"5"',
            "five",
            "9" * 5_000,
        ),
        *rows("context summary order_by", 5, True, [], {}),
        *rows("from_date to_date", 5, True, [], "yesterday", "2025-13-01", "2025-02-30", "12:00", "\x00", "\ud800"),
        *rows("tags", 5, "a", {"a": 1}, [1], [None]),
        ("colour", "blue"),
    ],
)
def test_a_search_argument_of_the_wrong_type_is_invalid_params(server: Client, name: str, value: Any) -> None:
    refused = server.refusal("search_memories", {name: value})
    assert refused.code == INVALID_PARAMS
    assert name in refused.data["field"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *rows("limit", 0, -1, 101, 2**70, -(2**70), 1e300),
        *rows("offset", -1, 10_001, 2**31, 2**63, 2**70),
        *rows("content_chars", -1, limits.CONTENT_MAX_BYTES + 1, 2**70),
        *rows("max_chars", -1, limits.SEARCH_LIMIT_MAX * limits.CONTENT_MAX_BYTES + 1, 2**70),
        *rows("order_by", "newest", "created_at", "CREATED_AT_DESC", "id; DROP TABLE memories"),
        *rows("context summary", "\x00", SURROGATE, "a" * 2_001),
        *rows("tags", ["a\n"], [""], ["a b"], ["é"], ["a\x00"], ["\ud800"]),
    ],
)
def test_a_search_value_that_breaks_a_rule_is_a_validation_error(server: Client, name: str, value: Any) -> None:
    refused = server.refusal("search_memories", {name: value})
    assert (refused.code, refused.data["field"]) == (VALIDATION, name)


def test_more_tags_than_a_memory_can_have_are_too_many_to_search_for(server: Client) -> None:
    assert server.refusal("search_memories", tags=[f"t{n}" for n in range(51)]).code == SIZE_LIMIT


def test_a_search_that_ends_before_it_begins_is_refused(server: Client) -> None:
    refused = server.refusal("search_memories", from_date="2025-09-02", to_date="2025-09-01")
    assert refused.code == VALIDATION


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *rows("limit", 1, 100, 20.0),
        *rows("offset", 0, 10_000, 10_000.0),
        *rows("content_chars", 0, limits.CONTENT_MAX_BYTES),
        *rows("max_chars", 0, limits.SEARCH_LIMIT_MAX * limits.CONTENT_MAX_BYTES),
        *rows("from_date", "2025-09-01", "2025-09-01T12:00:00Z", "2025-09-01t12:00:00.123456+02:00"),
        *rows("from_date", "0001-01-01", "0001-01-01T00:00:00+14:00"),
        *rows("to_date", "9999-12-31", "9999-12-31T23:59:59-14:00", "2025-09-01 12:00"),
        *rows("tags", [], ["a"] * 50, '["a"]'),
        *rows("context", "the", "a & | (b', !!", "':*'", '"', '""" or -', "\\", "<->", "a <2> b", "or or", "-"),
        *rows("context", "--", "%", "%s %(x)s", "é" * 2_000, "🐘", "NULL", "'; DROP TABLE memories"),
        *rows("tags context summary from_date to_date order_by limit", None),
    ],
)
def test_a_search_takes_whatever_is_of_the_right_type_and_range(server: Client, name: str, value: Any) -> None:
    found = server.call("search_memories", {name: value})
    assert found["memories"] == []
    assert found["total"] == 0


def test_a_number_written_as_a_float_is_the_integer(server: Client) -> None:
    assert server.call("search_memories", limit=20.0, offset=2e1) == server.call("search_memories", limit=20, offset=20)


# Arguments as clients send them


def test_a_string_that_is_the_json_of_a_number_or_boolean_is_read_as_that(server: Client) -> None:
    numbers = [n / 1024 for n in range(1536)]
    memory = {**MEMORY, "sentiment": "0.5", "embeddings": numbers}
    identifier = server.call("store_memory", memory)["id"]
    for value, embedded in (("true", True), ("false", False)):
        found = server.call("get_memory", id=identifier, include_embedding=value)["memory"]
        assert ("embedding" in found) is embedded
        assert found["processed"]["sentiment"] == 0.5
    for number, text in ((5, "5"), (5, "5.0"), (5, "50e-1"), (5, "0.5E+1"), (100, "1e2")):
        page = server.call("search_memories", limit=text, offset="0", content_chars=text)
        assert page == server.call("search_memories", limit=number, offset=0, content_chars=number)
        assert page["limit"] == number
    assert server.call("search_memories", offset="-0")["offset"] == 0
    assert server.call("search_patterns", pattern_type="function_definition", limit="5") == {"patterns": []}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *rows("limit", "0", "101", "-1", "1e300", "9" * 400, "-" + "9" * 400),
        *rows("offset", "-1", "10001", str(2**63), str(2**64)),
        *rows("content_chars", "-5", "1048577"),
    ],
)
def test_a_number_in_a_string_keeps_the_rules_of_the_number(server: Client, name: str, value: str) -> None:
    refused = server.refusal("search_memories", {name: value})
    assert (refused.code, refused.data["field"]) == (VALIDATION, name)


@pytest.mark.parametrize("value", ["1.01", "-2", "1e400", "-1e400", "9" * 400])
def test_a_sentiment_in_a_string_is_from_minus_one_to_one(server: Client, value: str) -> None:
    assert server.refusal("store_memory", MEMORY | {"sentiment": value}).code == VALIDATION


@pytest.mark.parametrize("digits", ["1" * 10_000_000, "0." + "1" * 10_000_000, "1e" + "9" * 10_000_000])
def test_a_number_of_millions_of_digits_in_a_string_is_refused_at_once(server: Client, digits: str) -> None:
    refused = server.refused(server.request_call("search_memories", {"limit": digits}))
    assert refused.code in {INVALID_PARAMS, VALIDATION}


BLANKS = ["", " ", "\t\r\n", "\u00a0\u2003\u3000", "\u2028\x85"]


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
def test_blank_text_for_any_optional_argument_is_as_if_absent(server: Client, blank: str) -> None:
    tools = {tool["name"]: tool["inputSchema"] for tool in server.ask("tools/list")["tools"]}
    needed: dict[str, Message] = {
        "store_memory": MEMORY,
        "get_memory": {"id": (identifier := server.call("store_memory", MEMORY)["id"])},
        "update_memory": {"id": identifier},
        "search_patterns": {"pattern_type": "function_definition"},
    }
    asked = 0
    for tool, schema in tools.items():
        optional = schema["properties"].keys() - set(schema.get("required", []))
        absent = needed.get(tool, {})
        for arguments in [{name: blank} for name in optional] + [dict.fromkeys(optional, blank)] * bool(optional):
            if tool == "store_memory":
                memory = stored(server, **arguments, content=str(uuid.uuid4()))
                assert (memory["tags"], memory["metadata"], memory["processed"]) == ([], {}, None)
                server.call("delete_memory", id=memory["id"])
            elif tool == "pattern_statistics":  # whose default is now
                assert server.call(tool, absent | arguments)["total"] == 0
            else:
                assert server.call(tool, absent | arguments) == server.call(tool, absent)
            asked += 1
    assert asked >= 24


@pytest.mark.parametrize("blank", ["", " "])
def test_blank_text_for_a_required_argument_is_refused_as_it_was(server: Client, blank: str) -> None:
    empty = [("store_memory", MEMORY | {name: ""}) for name in MEMORY] if not blank else []
    unknown = [
        ("search_patterns", {"pattern_type": blank}),
        ("analyze_patterns", {"memory_id": SOMEBODY, "language": blank}),
    ]
    for tool, arguments in [*empty, *unknown]:
        assert server.refusal(tool, arguments).code == VALIDATION
    for tool, name in (("get_memory", "id"), ("delete_memory", "id"), ("get_patterns", "memory_id")):
        assert server.refusal(tool, {name: blank}).code == INVALID_PARAMS


@pytest.mark.parametrize("tags", [[""], [" "], ["a", ""]])
def test_blank_text_within_a_list_is_no_blank_argument(server: Client, tags: list[str]) -> None:
    assert server.refusal("search_memories", tags=tags).code == VALIDATION


@pytest.mark.parametrize("value", ["call_1", "", None, 5, {"a": [1]}])
def test_what_a_client_adds_to_every_call_is_ignored(server: Client, value: Any) -> None:
    added = dict.fromkeys(("toolCallId", "sessionId", "action", "chatInput"), value)
    identifier = server.call("store_memory", MEMORY | added)["id"]
    assert server.call("get_memory", {"id": identifier} | added)["memory"]["metadata"] == {}
    assert server.call("get_patterns", {"memory_id": identifier} | added) == {"patterns": []}
    assert server.call("search_memories", added)["total"] == 1
    server.call("get_statistics", added)
    assert server.call("delete_memory", {"id": identifier} | added) == {"deleted": True}


@pytest.mark.parametrize("name", ["toolcallid", "tool_call_id", "session_id", "Action", "chatinput", "tool"])
def test_only_just_these_are_ignored(server: Client, name: str) -> None:
    refused = server.refusal("search_memories", {name: "x"})
    assert (refused.code, refused.data["field"]) == (INVALID_PARAMS, name)


@pytest.mark.parametrize(
    ("tool", "name", "nearest"),
    [
        ("search_memories", "query_text", "query"),
        ("search_memories", "search_query", "query"),
        ("search_memories", "Query", "query"),
        ("search_memories", "QUERY", "query"),
        ("search_memories", "querry", "query"),
        ("search_memories", "tag", "tags"),
        ("search_memories", "orderBy", "order_by"),
        ("search_memories", "embeddings", "embedding"),
        ("search_memories", "date_from", "from_date"),
        ("search_memories", "toDate", "to_date"),
        ("search_memories", "lim\u0131t", "limit"),
        ("search_memories", "max_content_chars", "content_chars"),
        ("store_memory", "embedding", "embeddings"),
        ("store_memory", "sentiments", "sentiment"),
        ("store_memory", "meta_data", "metadata"),
        ("get_memory", "memory_id", "id"),
        ("get_memory", "memoryId", "id"),
        ("get_memory", "include_embeddings", "include_embedding"),
        ("get_patterns", "id", "memory_id"),
    ],
)
def test_the_nearest_name_is_suggested_for_an_unknown_one(server: Client, tool: str, name: str, nearest: str) -> None:
    refused = server.refusal(tool, {name: "x"})
    assert (refused.code, refused.data["field"]) == (INVALID_PARAMS, name)
    assert f"Did you mean {nearest}?" in refused.message


@pytest.mark.parametrize("name", ["colour", "", "5", "\ud800", "x" * 100_000, "検索", "include"[:2] * 40])
def test_nothing_is_suggested_where_no_name_is_near(server: Client, name: str) -> None:
    for tool in ("search_memories", "get_statistics"):
        refused = server.refusal(tool, {name: "x"})
        assert refused.code == INVALID_PARAMS
        assert "Did you mean" not in refused.message


# Anything at all

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=()))  # lone surrogates too
    | st.sampled_from([SOMEBODY, "2025-09-01", "[]", "{}", 2**70, UNIT]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=10), inner, max_size=5),
    max_leaves=10,
)
TOOLS = {
    "store_memory": [*MEMORY, "tags", "metadata", "insights", "embeddings", "entities", "sentiment"],
    "get_memory": ["id", "include_embedding"],
    "search_memories": ["tags", "context", "summary", "from_date", "to_date", "limit", "offset", "order_by"],
    "delete_memory": ["id"],
}
calls = st.sampled_from(sorted(TOOLS)).flatmap(
    lambda tool: st.tuples(st.just(tool), st.dictionaries(st.sampled_from(TOOLS[tool]), anything), st.booleans())
)


@settings(max_examples=300)
@given(calls)
def test_no_arguments_whatever_are_an_internal_error(server: Client, call: tuple[str, Message, bool]) -> None:
    tool, arguments, complete = call
    if complete and tool == "store_memory":
        arguments = MEMORY | {"content": str(uuid.uuid4())} | arguments
    answer = server.answer(server.request_call(tool, arguments))
    if "error" in answer:
        assert answer["error"]["code"] in {INVALID_PARAMS, VALIDATION, SIZE_LIMIT, -32002}
