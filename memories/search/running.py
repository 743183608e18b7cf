"""Runs rankings on the connections of the pool."""

from __future__ import annotations

import asyncio

from memories.db import named_sql, pool
from memories.search.steps import Branching, Ranking, Result, Together


async def run_on(connection: pool.Connection, steps: Branching[Result], *, prepare: bool) -> Result:
    """Run the steps on a connection, and two rankings on two if the pool has another that is idle.

    Args:
        prepare: prepare all statements, and not only those with a fixed plan.
    """
    try:
        step = next(steps)
        while True:
            if isinstance(step, Together):
                step = steps.send(await _run_both(connection, step, prepare))
            else:
                sql, parameters = step
                is_prepared = prepare or isinstance(sql, named_sql.FixedPlan)
                cursor = await connection.execute(sql, parameters, prepare=is_prepared)
                step = steps.send(await cursor.fetchall())
    except StopIteration as end:
        result: Result = end.value
        return result


async def _run_both(connection: pool.Connection, both: Together, prepare: bool) -> tuple[Ranking, ...]:
    async with pool.spare() as other:
        if other is None:
            first = await run_on(connection, both.first, prepare=prepare)
            return first, await run_on(connection, both.second, prepare=prepare)
        tasks = [
            asyncio.create_task(run_on(on, steps, prepare=prepare))
            for on, steps in ((connection, both.first), (other, both.second))
        ]
        try:
            return tuple(await asyncio.gather(*tasks))
        finally:
            # If one failed, the other must be off its connection before that is returned to the pool.
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
