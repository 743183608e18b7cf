"""Edits of JSON with comments: they say what they should, and change nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcp_server.clients import jsonc
from mcp_server.clients.errors import ClientError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
SPACES = st.sampled_from(["", " ", "\n", "\r\n", "\t", " // note\n", " /* , } */ ", '\n  // "a": [,]\n  '])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The text of an object, written in all the ways that people and programs write it."""
    return f"{draw(SPACES)}{_written(draw, draw(st.dictionaries(st.text(), VALUES, max_size=4)))}{draw(SPACES)}"


def _written(draw: Callable[..., Any], value: Any) -> str:
    if not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=draw(st.booleans()))
    parts = []
    for item in value:
        key = f"{json.dumps(item)}{draw(SPACES)}:{draw(SPACES)}" if isinstance(value, dict) else ""
        content = value[item] if isinstance(value, dict) else item
        parts.append(f"{draw(SPACES)}{key}{_written(draw, content)}{draw(SPACES)}")
    trailing = "," + draw(SPACES) if parts and draw(st.booleans()) else ""
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}{','.join(parts) or draw(SPACES)}{trailing}{closing}"


@given(documents(), VALUES)
def test_what_is_inserted_can_be_removed_again(text: str, value: Any) -> None:
    before = jsonc.load(text)
    if "ours" in before:
        return
    changed = jsonc.insert(text, ["ours"], value)
    assert jsonc.load(changed) == before | {"ours": value}
    assert jsonc.load(jsonc.remove(changed, ["ours"])) == before


@given(documents())
def test_an_insertion_leaves_every_other_character(text: str) -> None:
    changed = jsonc.insert(text, ["ours"], 1)
    rest = iter(changed)
    assert all(character in rest for character in text if not character.isspace())


@given(documents(), VALUES)
def test_each_member_can_be_replaced_and_removed(text: str, value: Any) -> None:
    before = jsonc.load(text)
    for key in before:
        assert jsonc.load(jsonc.replace(text, [key], value)) == before | {key: value}
        assert jsonc.load(jsonc.remove(text, [key])) == {each: before[each] for each in before if each != key}


@given(st.lists(VALUES, min_size=1, max_size=4), st.data())
def test_items_of_arrays_can_be_appended_and_removed(items: list[Any], data: st.DataObject) -> None:
    text = f'{{"list": {_written(data.draw, items)}}}'
    assert jsonc.load(jsonc.insert(text, ["list", -1], "new")) == {"list": [*items, "new"]}
    for index in range(len(items)):
        assert jsonc.load(jsonc.remove(text, ["list", index])) == {"list": items[:index] + items[index + 1 :]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '{\n  "ours": 1\n}\n'),
        ("{}", '{\n  "ours": 1\n}'),
        ('{"a": 1}', '{"a": 1, "ours": 1}'),
        ('{\n\t"a": 1\n}\n', '{\n\t"a": 1,\n\t"ours": 1\n}\n'),
        ('{\r\n  "a": 1\r\n}', '{\r\n  "a": 1,\r\n  "ours": 1\r\n}'),
        ('{\n  "a": 1, // last\n}', '{\n  "a": 1, // last\n  "ours": 1,\n}'),
        ('{\n  "a": 1 // last\n}', '{\n  "a": 1, // last\n  "ours": 1\n}'),
        ("// nothing yet\n", '// nothing yet\n{\n  "ours": 1\n}\n'),
    ],
)
def test_an_insertion_is_written_as_the_file_is(text: str, expected: str) -> None:
    assert jsonc.insert(text, ["ours"], 1) == expected


@pytest.mark.parametrize(
    "text",
    ['{"a": 1}', '{\n\t"a": 1\n}\n', '{\r\n  "a": 1\r\n}', '{\n  "a": 1, // last\n}', '{\n  "a": 1 // last\n}', "{}"],
)
def test_a_removal_is_the_inverse_of_an_insertion(text: str) -> None:
    assert jsonc.remove(jsonc.insert(text, ["ours"], {"x": [1]}), ["ours"]) == text


@pytest.mark.parametrize(
    "text", ["{", "[1 2]", '{"a": NaN}', "{'a': 1}", "nonsense", '{"a": 1} {"b": 2}', "[" * 100_000, '{"a": "\x01"}']
)
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(ClientError):
        jsonc.load(text)
