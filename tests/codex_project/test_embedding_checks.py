"""`doctor` says where searches by embedding cannot find the nearest."""

from __future__ import annotations

import random

import pytest

from codex_project import embedding_checks
from memories.models import ProcessedMemory
from memories.search import vectors
from tests.support.factories import MemoryFactory


def store(count: int, spread: float) -> None:
    choose = random.Random(3)
    centre = [choose.gauss(0, 1) for _ in range(1536)]
    memories = MemoryFactory.create_batch(count)
    ProcessedMemory.objects.bulk_create(
        ProcessedMemory(memory=memory, embeddings=[x + choose.gauss(0, spread) for x in centre]) for memory in memories
    )


def few(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """As if so many embeddings were too many for all to be compared."""
    for module in (vectors, embedding_checks):
        monkeypatch.setattr(module, "DENSE_MAX", most)


def test_where_all_are_compared_there_is_nothing_to_say(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store(3, 1.0)
    few(monkeypatch, 3)
    assert embedding_checks.recall() is None


def test_embeddings_that_are_too_alike_for_their_number_are_a_fault_with_its_remedy(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(1_500, 0.1)
    few(monkeypatch, 1_000)
    finding = embedding_checks.recall()
    assert finding is not None
    good, text = finding
    assert not good
    assert "too alike" in text
    assert "Filter searches" in text
