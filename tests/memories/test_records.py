"""Records are made from rows by the names of their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from memories import queries, records
from memories.records import maker
from memories.search import statements
from patterns.records import Pattern


@dataclass
class Pair:
    first: int
    second: str


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (("first", "second"), (1, "b")),
        (("second", "first"), ("b", 1)),
        (("other", "second", "first"), (None, "b", 1)),
        (("second", "first", "matching"), ("b", 1, 7)),
    ],
)
def test_a_record_has_the_values_of_the_columns_of_its_fields_names(
    columns: tuple[str, ...], row: tuple[object, ...]
) -> None:
    assert maker(Pair, columns)(row) == Pair(first=1, second="b")


@pytest.mark.parametrize("columns", [(), ("first",), ("first", "Second")])
def test_a_field_without_a_column_is_refused_before_any_row_is_read(columns: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"Pair has fields that are no columns: .*second"):
        maker(Pair, columns)


@pytest.mark.parametrize(
    ("record", "columns"),
    [
        (records.Memory, queries.EMBEDDED_COLUMNS),
        (records.Memory, records.MEMORY_FIELDS),
        (records.SearchHit, statements.HIT_COLUMNS),
        (Pattern, records.names(Pattern)),
    ],
)
def test_every_field_gets_the_value_of_its_own_column(record: Any, columns: tuple[str, ...]) -> None:
    made = maker(record, columns)([f"value of {name}" for name in columns])
    assert {name: getattr(made, name) for name in records.names(record)} == {
        name: f"value of {name}" for name in records.names(record)
    }
