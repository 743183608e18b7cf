"""Rankings as generators of statements, which run on asynchronous connections and on Django's alike.

A generator yields a statement and is sent its rows. It may also yield two rankings of which neither needs the other;
the server runs them at the same time where a second connection is idle (`search.running`).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

Result = TypeVar("Result")
Step = tuple[str, dict[str, Any]]  # a statement and its parameters
Rows = Sequence[tuple[Any, ...]]
Answered = tuple[Step, Rows]  # the rows of a statement that was executed before its turn
Steps = Generator[Step, Rows, "Ranking"]
Branching = Generator["Step | Together", Any, Result]  # is sent the rows of a step, or two rankings


@dataclass(frozen=True)
class Together:
    """Two rankings that may run at the same time."""

    first: Steps
    second: Steps


@dataclass(frozen=True)
class Ranking:
    """The ids of the best memories, best first.

    Args:
        found: how many memories match; a lower bound if not `exact`.
        note: why there are none, where that needs saying.
        outdated: whether PostgreSQL's own statistics are likely old, so that an ANALYZE would help the planner.
        starts: of memories with passages, where the best one starts, in characters of the content.
        lexemes: those of the question.
        prominence: how far the nearest embedding stands out from the others (`search.vectors`).
    """

    ids: list[uuid.UUID]
    found: int
    exact: bool
    note: str | None = None
    outdated: bool = False
    starts: Mapping[uuid.UUID, int] = field(default_factory=dict)
    lexemes: tuple[str, ...] = ()
    prominence: float = 0.0


def run(steps: Branching[Result], execute: Callable[[str, dict[str, Any]], Rows]) -> Result:
    """Run the steps one after the other: `execute` runs a statement and returns its rows."""
    try:
        step = next(steps)
        while True:
            if isinstance(step, Together):
                step = steps.send((run(step.first, execute), run(step.second, execute)))
            else:
                step = steps.send(execute(*step))
    except StopIteration as end:
        result: Result = end.value
        return result
