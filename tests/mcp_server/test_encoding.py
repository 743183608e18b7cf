"""JSON on the wire is read as the standard library reads it, only faster."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mcp_server import encoding

NUMBERS = st.integers(-(10**25), 10**25) | st.floats(allow_nan=False, allow_infinity=False) | st.floats(-0.01, 0.01)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
@example(2**63)
@example(2**64)
@example(-(2**63) - 1)
@example([0.00012345678901234567, 2**64])
def test_a_text_is_read_as_the_standard_library_reads_it(value: object) -> None:
    text = json.dumps(value)
    read = encoding.loads(text.encode())
    assert repr(read) == repr(json.loads(text))


@pytest.mark.parametrize("text", ["0." + "1" * 60, "1" * 30 + "." + "1" * 30, '{"a": 1, "a": 2}', '"\\ud800"', "1e400"])
def test_what_is_unusual_is_read_as_well(text: str) -> None:
    assert repr(encoding.loads(text.encode())) == repr(json.loads(text))


def _refuse(name: str) -> None:
    raise ValueError(name)


@given(st.binary(max_size=40))
@example(b"NaN")
@example(b"[-Infinity]")
@example(b"\xff")
def test_what_is_no_json_is_refused(data: bytes) -> None:
    try:
        expected = json.loads(data.decode(), parse_constant=_refuse)
    except ValueError:
        with pytest.raises(encoding.NotJSON):
            encoding.loads(data)
    else:
        assert repr(encoding.loads(data)) == repr(expected)
