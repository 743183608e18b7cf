"""The load tests notice what they are there to notice."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.load.measuring import slope
from tests.load.workload import Memory, differs

pytestmark = pytest.mark.unit

MEMORY = Memory(hashlib.sha256(b"text").hexdigest(), "summary", ["a", "b"], version=2)
RIGHT = {"content": "text", "summary": "summary", "tags": ["b", "a"], "version": 2}


def test_a_memory_as_it_must_be_does_not_differ() -> None:
    assert differs(RIGHT, MEMORY) == ""


@pytest.mark.parametrize(
    "found",
    [None, RIGHT | {"content": "other"}, RIGHT | {"summary": "old"}, RIGHT | {"version": 1}, RIGHT | {"tags": []}],
)
def test_a_lost_or_changed_memory_differs(found: Any) -> None:
    assert differs(found, MEMORY)


def test_the_slope_of_a_line_is_exact() -> None:
    rise, half = slope([(x, 3.0 * x + 7) for x in range(20)])
    assert rise == pytest.approx(3)
    assert half == pytest.approx(0, abs=1e-6)


def test_samples_that_resemble_their_neighbours_widen_the_interval() -> None:
    alternating = [(float(x), float(x % 2)) for x in range(40)]
    in_blocks = [(float(x), float(x // 10 % 2)) for x in range(40)]
    assert slope(in_blocks)[1] > 2 * slope(alternating)[1]
