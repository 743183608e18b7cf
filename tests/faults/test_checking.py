"""The checks after a round notice damage in a real database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from tests.faults import checking
from tests.faults.world import SEARCH_PATH
from tests.support.database import MIGRATED, new_database
from tests.support.rows import new

INDEX = "idx_memories_created_at"
# What PostgreSQL believes of an index decides whether it writes its entries.
BELIEVE = "UPDATE pg_index SET indisready = %s WHERE indexrelid = 'idx_memories_created_at'::regclass"


@pytest.fixture
def filled(database_url: str) -> Iterator[psycopg.Connection[Any]]:
    with (
        new_database(os.environ["DATABASE_URL"], MIGRATED) as url,
        psycopg.connect(make_conninfo(url, options=SEARCH_PATH), autocommit=True) as connection,
    ):
        for number in range(20):
            new(connection, f"text {number}", tags=["a", f"t{number}"])
        yield connection


def test_an_undamaged_database_passes(filled: psycopg.Connection[Any]) -> None:
    assert list(checking.inconsistencies(filled)) == []
    assert list(checking.damaged_indexes(filled)) == []


def test_an_index_without_an_entry_is_damaged(filled: psycopg.Connection[Any]) -> None:
    filled.execute(BELIEVE, [False])
    new(filled, "without an entry")
    filled.execute(BELIEVE, [True])
    assert [(loss.kind, loss.name) for loss in checking.damaged_indexes(filled)] == [("damaged index", INDEX)]


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        ("DELETE FROM postings WHERE term LIKE '%t7'", "postings"),
        ("UPDATE counters SET amount = amount + 1", "corpus"),
        ("UPDATE memories SET has_embedding = true WHERE content = 'text 3'", "embedded memories"),
    ],
)
def test_what_triggers_keep_is_compared(filled: psycopg.Connection[Any], damage: str, where: str) -> None:
    filled.execute("SELECT compact_counters()")
    filled.execute("SET session_replication_role = replica")  # without triggers
    filled.execute(damage)
    assert where in [loss.name for loss in checking.inconsistencies(filled)]
