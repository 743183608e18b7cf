"""`doctor` says where searches by embedding cannot find the nearest."""

from __future__ import annotations

import random

import pytest
from django.utils import timezone

from codex_project import embedding_checks
from memories.models import Memory, ProcessedMemory
from memories.search import vectors
from tests.support.factories import MemoryFactory


def store(count: int, spread: float, groups: int = 1) -> list[Memory]:
    """Store memories with embeddings around the centres of groups, the groups in turn."""
    choose = random.Random(3)
    centres = [[choose.gauss(0, 1) for _ in range(1536)] for _ in range(groups)]
    memories = MemoryFactory.create_batch(count)
    ProcessedMemory.objects.bulk_create(
        ProcessedMemory(memory=memory, embeddings=[x + choose.gauss(0, spread) for x in centres[number % groups]])
        for number, memory in enumerate(memories)
    )
    return memories


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


def test_superseded_memories_which_searches_omit_count_for_nothing(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    memories = store(1_500, 0.1, groups=50)
    superseded = [memory.pk for memory in memories[:750]]  # half of each group
    Memory.objects.filter(pk__in=superseded).update(superseded_by=memories[-1].pk, superseded_at=timezone.now())
    few(monkeypatch, 1_000)
    assert embedding_checks.recall() == (True, "searches by embedding find 1.00 of the ten nearest, in a sample of 5")


def test_none_is_measured_if_all_are_superseded(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    memories = store(3, 1.0)
    (successor,) = MemoryFactory.create_batch(1)
    Memory.objects.filter(pk__in=[memory.pk for memory in memories]).update(
        superseded_by=successor.pk, superseded_at=timezone.now()
    )
    few(monkeypatch, 2)
    assert embedding_checks.recall() is None
