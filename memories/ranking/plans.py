"""What a ranking is made of: candidates to choose from, statements, its result; and how its statements are run."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from memories import pool

Step = tuple[str, dict[str, Any]]
Rows = Sequence[tuple[Any, ...]]
Steps = Generator[Step, Rows, "Ranking"]
Result = TypeVar("Result")
Plan = Generator["Step | Together", Any, "Ranking"]  # is sent a step's rows, or two rankings


@dataclass(frozen=True)
class Together:
    """Two rankings of which neither needs what the other finds."""

    first: Steps
    second: Steps


@dataclass(frozen=True)
class Ranking:
    """The ids of the best memories, best first.

    `found` memories match, or at least so many where `exact` is false. `note` says why there are none, where that needs
    saying. `outdated` says that PostgreSQL's statistics are behind, so that an ANALYZE would make rankings better.
    """

    ids: list[uuid.UUID]
    found: int
    exact: bool
    note: str | None = None
    outdated: bool = False


@dataclass(frozen=True)
class Candidates:
    """The memories among which to rank, as SQL: the filters of a search and nothing else.

    Args:
        words: selects of those that match the parameter `candidates` id, created_at, context, search vector, and where
            that is large, `text.Brief` instead of null.
        newest, older: the same within the stretch of time `newest`, and without it.
        recent: the same from the moment `newest_since` on, read by time alone.
        few: the same, read by the filters alone.
        vectors: selects id and signs of those that have an embedding, read by the filters.
        nearest: the same, read by the index of the nearest.
        filtered: selects id of those that the filters leave.
        is_filtered: whether there is any filter.
        parameters: the values of the filters' placeholders.
    """

    words: str
    newest: str
    older: str
    recent: str
    few: str
    vectors: str
    nearest: str
    filtered: str
    is_filtered: bool
    parameters: dict[str, Any]


def run(plan: Generator[Step | Together, Any, Result], execute: Callable[[str, dict[str, Any]], Rows]) -> Result:
    """Carry a plan out: `execute` runs one statement and returns its rows."""
    try:
        step = next(plan)
        while True:
            if isinstance(step, Together):
                step = plan.send((run(step.first, execute), run(step.second, execute)))
            else:
                step = plan.send(execute(*step))
    except StopIteration as end:
        result: Result = end.value
        return result


async def run_on(
    connection: pool.Connection, plan: Generator[Step | Together, Any, Result], *, prepare: bool
) -> Result:
    """Carry a plan out on a connection, and two at the same time where the pool has another that is idle."""
    try:
        step = next(plan)
        while True:
            if isinstance(step, Together):
                step = plan.send(await _run_both(connection, step, prepare))
            else:
                cursor = await connection.execute(*step, prepare=prepare)
                step = plan.send(await cursor.fetchall())
    except StopIteration as end:
        result: Result = end.value
        return result


async def _run_both(connection: pool.Connection, both: Together, prepare: bool) -> tuple[Ranking, ...]:
    async with pool.spare() as other:
        if other is None:
            first = await run_on(connection, both.first, prepare=prepare)
            return first, await run_on(connection, both.second, prepare=prepare)
        tasks = [
            asyncio.create_task(run_on(on, plan, prepare=prepare))
            for on, plan in ((connection, both.first), (other, both.second))
        ]
        try:
            return tuple(await asyncio.gather(*tasks))
        finally:
            # Where one failed: the connections are needed back.
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
