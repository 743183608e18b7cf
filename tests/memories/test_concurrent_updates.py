"""Updates of one memory by ten processes at once."""

from __future__ import annotations

import datetime
import multiprocessing
import uuid
from itertools import chain, pairwise

from memories import corrections, storage
from memories.corrections import MemoryUpdate
from memories.errors import ConflictError
from memories.models import Memory, MemoryVersion
from tests.support.programs import example, run
from tests.support.waiting import PATIENCE

PROCESSES = 10
UPDATES = 100  # by each

forking = multiprocessing.get_context("fork")  # Django is loaded already
_start = forking.Barrier(PROCESSES)


def update_often(place: int, memory_id: uuid.UUID) -> list[int]:
    """Update the memory many times; return the versions that this made."""

    async def work() -> list[int]:
        _start.wait(PATIENCE)
        changes = [MemoryUpdate(summary=f"{place} {number}") for number in range(UPDATES)]
        return [(await corrections.update(memory_id, each)).version for each in changes]

    return run(work)


def update_once(place: int, memory_id: uuid.UUID, read: datetime.datetime) -> bool:
    """Update the memory if nobody else has; return whether it succeeded."""

    async def work() -> bool:
        _start.wait(PATIENCE)
        try:
            await corrections.update(memory_id, MemoryUpdate(summary=f"once {place}", if_updated_at=read))
        except ConflictError:
            return False
        return True

    return run(work)


def test_no_update_is_lost_and_of_those_of_one_state_one_wins(database: str) -> None:
    memory_id = run(lambda: storage.store(example()))
    with forking.Pool(PROCESSES) as processes:
        arguments = [(place, memory_id) for place in range(PROCESSES)]
        made = processes.starmap(update_often, arguments, chunksize=1)
        memory = Memory.objects.get()
        assert sorted(chain.from_iterable(made)) == list(range(2, PROCESSES * UPDATES + 2))
        former = list(MemoryVersion.objects.order_by("version"))
        assert [each.version for each in former] == list(range(1, PROCESSES * UPDATES + 1))
        said = {f"{place} {number}" for place in range(PROCESSES) for number in range(UPDATES)}
        assert {each.summary for each in former} | {memory.summary} == said | {example().summary}
        # Each version began when the one before it ended, and later than that one.
        assert all(earlier.valid_to == later.valid_from for earlier, later in pairwise(former))
        assert all(each.valid_from < each.valid_to for each in former)
        assert former[-1].valid_to == memory.updated_at

        racing = [(place, memory_id, memory.updated_at) for place in range(PROCESSES)]
        assert sum(processes.starmap(update_once, racing, chunksize=1)) == 1
    assert Memory.objects.get().version == memory.version + 1
