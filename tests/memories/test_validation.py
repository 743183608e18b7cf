"""The rules of values, each against a model so plain that it is plainly right."""

from __future__ import annotations

import json
import math
import re
import struct
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories import limits, validation
from memories.errors import SizeLimitError, ValidationError

any_text = st.text(st.characters(exclude_categories=()))  # lone surrogates too
awkward = st.sampled_from(["", "\x00", "\n", "\x7f", "\x85", "\ud800", "a", "é", "🐘", "-", "_", "\u2028"])
lines = st.lists(st.one_of(awkward, st.text(max_size=20))).map("".join)


def outcome(rule: Callable[..., Any], *arguments: Any) -> str:
    try:
        rule(*arguments)
    except (ValidationError, SizeLimitError) as error:
        return error.kind
    return "taken"


def holds(text: str) -> bool:
    """Whether PostgreSQL's text can hold it."""
    return "\x00" not in text and not any(unicodedata.category(character) == "Cs" for character in text)


@given(st.one_of(any_text, lines))
def test_content_is_any_storable_text_but_the_empty(text: str) -> None:
    assert outcome(validation.content, text) == ("taken" if text and holds(text) else "Validation")


@pytest.mark.parametrize("character", ["a", "é", "€", "🐘"])
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_content_is_measured_in_bytes(character: str, more: int) -> None:
    width = len(character.encode())
    text = character * (limits.CONTENT_MAX_BYTES // width - 1)
    text += "x" * (limits.CONTENT_MAX_BYTES + more - len(text.encode()))
    assert outcome(validation.content, text) == ("SizeLimit" if more > 0 else "taken")


@pytest.mark.parametrize(
    ("rule", "limit"),
    [
        (validation.context, limits.CONTEXT_MAX_CHARACTERS),
        (validation.summary, limits.SUMMARY_MAX_CHARACTERS),
    ],
)
@given(text=lines, filler=st.sampled_from(["a", "é", "🐘"]), more=st.integers(-2, 2), fill=st.booleans())
def test_a_line_has_its_characters_and_no_control_character(
    rule: Callable[[str], str], limit: int, text: str, filler: str, more: int, fill: bool
) -> None:
    if fill:
        text += filler * (limit + more - len(text))
    if not text or not holds(text):
        expected = "Validation"
    elif len(text) > limit:
        expected = "SizeLimit"
    else:
        expected = "Validation" if any(unicodedata.category(c) == "Cc" for c in text) else "taken"
    assert outcome(rule, text) == expected


@given(st.lists(st.one_of(st.text(max_size=4), st.from_regex(r"[A-Za-z0-9-]{1,52}", fullmatch=True)), max_size=54))
def test_tags_are_few_short_and_plain(tags: list[str]) -> None:
    plain = re.compile("[A-Za-z0-9-]+", re.ASCII)
    if len(tags) > limits.TAGS_MAX:
        expected = {"SizeLimit"}
    else:
        faults = {"Validation" for tag in tags if not plain.fullmatch(tag)}
        faults |= {"SizeLimit" for tag in tags if len(tag) > limits.TAG_MAX_CHARACTERS}
        expected = faults or {"taken"}
    assert outcome(validation.tags, tags) in expected
    if expected == {"taken"}:
        kept = validation.tags(tags)
        assert sorted(kept) == sorted(set(tags))
        assert [tag for n, tag in enumerate(tags) if tag not in tags[:n]] == kept


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | awkward
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(awkward | st.text(max_size=3), inner, max_size=4),
)


def strings_and_numbers(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *(leaf for inner in value.values() for leaf in strings_and_numbers(inner))]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in strings_and_numbers(inner)]
    return [value]


@given(values)
def test_json_is_taken_when_all_in_it_can_be_held(value: Any) -> None:
    leaves = strings_and_numbers(value)
    good = all(holds(leaf) for leaf in leaves if isinstance(leaf, str))
    good = good and all(math.isfinite(leaf) for leaf in leaves if isinstance(leaf, float))
    assert outcome(validation.insights, value) == ("taken" if good else "Validation")
    if good:
        assert json.loads(validation.insights(value)) == value


@given(st.integers(-3, 3), st.sampled_from(["a", "é", "🐘", '"', "\n"]))
def test_json_is_measured_in_bytes_of_its_compact_form(more: int, character: str) -> None:
    width = len(json.dumps(character, ensure_ascii=False).encode()) - 2
    overhead = len('{"k":""}')
    text = character * ((limits.METADATA_MAX_BYTES - overhead - 10) // width)
    size = overhead + len(text) * width
    text += "x" * (limits.METADATA_MAX_BYTES + more - size)
    assert outcome(validation.metadata, {"k": text}) == ("SizeLimit" if more > 0 else "taken")


@pytest.mark.parametrize("levels", [limits.JSON_MAX_DEPTH, limits.JSON_MAX_DEPTH + 1, 100_000])
def test_json_is_nested_to_a_limit_however_deep_it_comes(levels: int) -> None:
    value: Any = 1
    for _ in range(levels):
        value = {"a": value}
    assert outcome(validation.insights, value) == ("taken" if levels <= limits.JSON_MAX_DEPTH else "Validation")


numbers = st.floats() | st.integers() | st.sampled_from([0.0, -0.0, 1e-46, 3.4028235e38, 3.4028236e38, 10**400])


def as_single(number: float) -> float:
    """The 32-bit float that is nearest, infinite where there is none."""
    try:
        single: float = struct.unpack("<f", struct.pack("<f", number))[0]
    except (OverflowError, struct.error):  # the second for integers
        return math.inf
    return single


@given(st.lists(numbers, max_size=3), st.integers(1535, 1537))
def test_an_embedding_is_finite_as_float32_and_not_all_zero(given_numbers: list[float], length: int) -> None:
    embedding = (given_numbers + [0.0] * length)[:length]
    singles = [as_single(number) for number in embedding]
    good = length == 1536 and all(map(math.isfinite, singles)) and any(singles)
    assert outcome(validation.embedding, "embeddings", embedding) == ("taken" if good else "Validation")


@given(st.floats() | st.integers())
def test_sentiment_is_from_minus_one_to_one(value: float) -> None:
    assert outcome(validation.sentiment, value) == ("taken" if -1 <= value <= 1 else "Validation")


@given(st.integers())
def test_a_whole_number_is_within_its_bounds(value: int) -> None:
    assert outcome(validation.within, "limit", value, 1, 100) == ("taken" if 1 <= value <= 100 else "Validation")
