"""Times that Python cannot represent, which other programs stored."""

from __future__ import annotations

import datetime
import uuid
from functools import partial
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories import corrections, storage
from memories.db import stored_times
from memories.db.stored_times import EARLIEST, LATEST
from memories.search.request import ORDERS, SearchQuery
from tests.support.programs import run

TIMES = {"0300-01-01 BC": EARLIEST, "20000-01-01": LATEST}
STORE = (
    "INSERT INTO memories (content, content_hash, context, summary, tags, created_at, updated_at)"
    " VALUES (%(time)s::text, %(time)s::text, 'c', 'A well', '{old}', %(time)s::timestamptz, %(time)s::timestamptz)"
    " RETURNING id"
)
KEPT = "SELECT created_at::text FROM memories ORDER BY 1"
SEARCHES: list[dict[str, Any]] = [
    *({"query": "well", **tags} for tags in ({}, {"tags": ["old"]})),
    *({"order_by": order, **tags} for order in ORDERS[:4] for tags in ({}, {"tags": ["old"]})),
]


@pytest.fixture
def stored(program: psycopg.Connection[Any]) -> dict[uuid.UUID, datetime.datetime]:
    """Memories from outside of the times that Python knows, by id, and what is read instead."""
    ids = {}
    for time, shown in TIMES.items():
        row = program.execute(STORE, {"time": time}).fetchone()
        assert row is not None
        ids[row[0]] = shown
    return ids


@pytest.fixture
def reading(program: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    program.execute("SET timezone = 'UTC'")
    stored_times.register(program)
    return program


def test_a_memory_is_read(stored: dict[uuid.UUID, datetime.datetime]) -> None:
    for identifier, shown in stored.items():
        memory = run(partial(storage.get, identifier))
        assert memory is not None
        assert (memory.created_at, memory.updated_at) == (shown, shown)


@pytest.mark.parametrize("search", SEARCHES)
def test_searches_find_them(stored: dict[uuid.UUID, datetime.datetime], search: dict[str, Any]) -> None:
    found = run(partial(storage.search, SearchQuery(**search)))
    assert {memory.id: memory.created_at for memory in found.memories} == stored


def test_statistics_count_them(stored: dict[uuid.UUID, datetime.datetime]) -> None:
    found = run(storage.stats)
    assert (found.memories, found.oldest, found.newest) == (len(TIMES), EARLIEST, LATEST)


def test_they_can_be_corrected_and_deleted(
    stored: dict[uuid.UUID, datetime.datetime], program: psycopg.Connection[Any]
) -> None:
    before = program.execute(KEPT).fetchall()
    for identifier in stored:
        run(partial(corrections.update, identifier, corrections.MemoryUpdate(summary="Another")))
    assert program.execute(KEPT).fetchall() == before
    assert [run(partial(storage.delete, identifier)) for identifier in stored] == [True] * len(TIMES)


@pytest.mark.parametrize(("time", "shown"), [*TIMES.items(), ("-infinity", EARLIEST), ("infinity", LATEST)])
def test_what_python_cannot_represent_is_read_as_its_first_or_last(
    time: str, shown: datetime.datetime, reading: psycopg.Connection[Any]
) -> None:
    assert reading.execute("SELECT %s::timestamptz", [time]).fetchone() == (shown,)


@given(moment=st.datetimes(timezones=st.just(datetime.UTC)))
def test_every_other_time_is_read_exactly(reading: psycopg.Connection[Any], moment: datetime.datetime) -> None:
    assert reading.execute("SELECT %s::timestamptz", [moment]).fetchone() == (moment,)
