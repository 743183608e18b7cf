"""What a ranking is made of: candidates to choose from, statements that are run one after the other, and its result."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

Step = tuple[str, dict[str, Any]]
Rows = Sequence[tuple[Any, ...]]
Plan = Generator[Step, Rows, "Ranking"]


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
        words: selects id, created_at, context and search vector of those that match the parameter `candidates`.
        newest, older: the same within the stretch of time `newest`, and without it.
        few: the same, read by the filters alone.
        vectors: selects id and signs of those that have an embedding.
        each: the same, by the filters first.
        filtered, embedded: selects id of those that the filters leave; of those with an embedding.
        is_filtered: whether there is any filter.
        parameters: the values of the filters' placeholders.
    """

    words: str
    newest: str
    older: str
    few: str
    vectors: str
    each: str
    filtered: str
    embedded: str
    is_filtered: bool
    parameters: dict[str, Any]


def run(plan: Plan, execute: Callable[[str, dict[str, Any]], Rows]) -> Ranking:
    """Carry a plan out: `execute` runs one statement and returns its rows."""
    try:
        step = next(plan)
        while True:
            step = plan.send(execute(*step))
    except StopIteration as end:
        ranking: Ranking = end.value
        return ranking
