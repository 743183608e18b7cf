"""What the first searches cost after a start of both servers, beside later ones of the same kind.

PostgreSQL's buffers are empty and its plans not made; the system has its files in the cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.kinds import kinds
from tests.benchmarks.layouts import Shape
from tests.benchmarks.search import WARM
from tests.benchmarks.tables import percentile, table
from tests.benchmarks.truth import Arguments, Truth

FIRST = 20  # calls after a start
QUICK, QUICK_KINDS = 100, ("tag of an old project",)  # all that is measured with fewer rounds


def run(folder: Path, *, memories: int, rounds: int, shapes: Sequence[Shape]) -> str:
    """The very first call, and P95 of the first 20, of each kind after a start of its own."""
    parts = [_measured(folder, memories, rounds, shape) for shape in shapes]
    return f"### The first {FIRST} calls after a start, among {memories:,} memories\n\n" + "\n\n".join(parts)


def _measured(folder: Path, memories: int, rounds: int, shape: Shape) -> str:
    database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2, shape=shape)
    with database.connection() as connection:
        makers = kinds(connection, database.layout)
        for statement in WARM:  # into the system's cache
            connection.execute(statement)
    if rounds < QUICK:
        makers = {name: makers[name] for name in QUICK_KINDS}
    warm_calls = max(rounds // 5, FIRST)
    rows = []
    for name, make in makers.items():
        searches = [make() for _ in range(FIRST + 2 * warm_calls)]
        first, later, answers = _after_a_start(database, searches, warm_calls)
        with database.connection() as connection:
            Truth(connection).check_all(name, searches, answers)
        figures = first[0], percentile(first, 0.95), percentile(later, 0.95)
        rows.append([name, *(f"{figure:.2f}" for figure in figures), f"{figures[1] / figures[2]:.1f}"])
    head = [f"ms, {shape}", "the very first (at most 200)", f"P95 of the first {FIRST}", "P95 later"]
    return table([*head, "ratio (at most 3)"], rows)


def _after_a_start(
    database: Database, searches: list[Arguments], warm_calls: int
) -> tuple[list[float], list[float], list[Any]]:
    """Milliseconds of the first searches and of the last so many, and all answers."""
    database.restart()
    with Client(SERVER, database.environment()) as client:
        taken, answers = client.timed(client.call_line("search_memories", arguments) for arguments in searches)
    return taken[:FIRST], taken[-warm_calls:], answers
