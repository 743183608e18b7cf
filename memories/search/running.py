"""Runs rankings on the connections of the pool."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from memories.db import named_sql, pool
from memories.search.steps import Answered, Branching, Ranking, Result, Rows, Step, Together


async def run_on(
    connection: pool.Connection, steps: Branching[Result], *, prepare: bool, answered: Sequence[Answered] = ()
) -> Result:
    """Run the steps on a connection, and two rankings on two if the pool has another that is idle.

    Args:
        prepare: prepare all statements, and not only those with a fixed plan.
        answered: statements that need not be executed, as their rows are known.
    """
    try:
        step = next(steps)
        while True:
            if isinstance(step, Together):
                step = steps.send(await _run_both(connection, step, prepare, answered))
            else:
                rows = next((rows for known, rows in answered if known == step), None)
                step = steps.send(await _executed(connection, step, prepare) if rows is None else rows)
    except StopIteration as end:
        result: Result = end.value
        return result


async def _executed(connection: pool.Connection, step: Step, prepare: bool) -> Rows:
    sql, parameters = step
    is_prepared = prepare or isinstance(sql, named_sql.FixedPlan)
    return await (await connection.execute(sql, parameters, prepare=is_prepared)).fetchall()


async def _run_both(
    connection: pool.Connection, both: Together, prepare: bool, answered: Sequence[Answered]
) -> tuple[Ranking, ...]:
    async with pool.spare() as other:
        if other is None:
            first = await run_on(connection, both.first, prepare=prepare, answered=answered)
            return first, await run_on(connection, both.second, prepare=prepare, answered=answered)
        tasks = [
            asyncio.create_task(run_on(on, steps, prepare=prepare, answered=answered))
            for on, steps in ((connection, both.first), (other, both.second))
        ]
        try:
            return tuple(await asyncio.gather(*tasks))
        finally:
            # If one failed, the other must be off its connection before that is returned to the pool.
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
