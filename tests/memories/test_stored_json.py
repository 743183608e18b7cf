"""JSON from the database is read as the standard library reads it, only faster."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from memories.db import stored_json

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
@example({"a": [0.00012345678901234567, 2**64]})
def test_it_is_read_as_the_standard_library_reads_it(value: object) -> None:
    text = json.dumps(value).encode()
    assert repr(stored_json.loads(text)) == repr(json.loads(text))


@pytest.mark.parametrize(
    "text",
    ["1" + "0" * 300, "0." + "0" * 30 + "1", "1" * 30 + "." + "1" * 30, '"' + "1" * 30 + '"', "0." + "1" * 60, "-0"],
)
def test_numbers_as_postgresql_writes_them_out_are_read_exactly(text: str) -> None:
    assert repr(stored_json.loads(text.encode())) == repr(json.loads(text))
