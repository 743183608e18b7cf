"""What searches within one project cost among few memories and among many.

The projects follow one another in time; the one that is searched is among the oldest.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.layouts import Project
from tests.benchmarks.tables import percentile, table
from tests.benchmarks.truth import Truth

FEW = 10_000
LIMIT = 20

Searches = dict[str, Callable[[], dict[str, Any]]]


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """P50 and P95 of searches by a server of an old project, beside those among FEW."""
    sizes = sorted({min(FEW, memories), memories})
    sides = {size: _measured(folder, size, rounds) for size in sizes}
    rows = []
    for name in sides[memories]:
        few, many = sides[sizes[0]][name], sides[memories][name]
        cells = [f"{percentile(each, share):.1f}" for each in (few, many) for share in (0.5, 0.95)]
        rows.append([name, *cells, f"{percentile(many, 0.95) / percentile(few, 0.95):.2f}"])
    head = ["search within an old project (ms)"]
    head += [f"{name} among {size:,}" for size in (sizes[0], memories) for name in ("P50", "P95")]
    return f"### Projects\n\n{table([*head, 'ratio of P95 (at most 3)'], rows)}"


def _measured(folder: Path, memories: int, rounds: int) -> dict[str, list[float]]:
    every = 10 if memories > 100_000 else 2
    database = Database(folder, memories, embedded_every=every, shape="bursts", in_projects=True)
    taken: dict[str, list[float]] = {}
    with database.connection() as connection:
        for project in random.Random(3).sample(database.layout.old, min(5, len(database.layout.old))):
            truth = Truth(connection, project.tag)
            with Client(SERVER, database.environment(CODEX_PROJECT=project.tag)) as client:
                client.call("search_memories", limit=1)  # connects
                generator = Generator(seed=17, layout=database.layout)
                for name, make in _searches(connection, generator, project).items():
                    searches = [{"limit": LIMIT, **make()} for _ in range(max(rounds // 5, 4))]
                    lines = [client.call_line("search_memories", arguments) for arguments in searches]
                    milliseconds, answers = client.timed(lines)
                    truth.check_all(name, searches, answers)
                    assert all(hit["superseded_by"] is None for answer in answers for hit in answer["memories"])
                    taken.setdefault(name, []).extend(milliseconds)
    return taken


def _searches(connection: psycopg.Connection[Any], generator: Generator, project: Project) -> Searches:
    choose = random.Random(5)
    rows = connection.execute(
        "SELECT tags, summary, (metadata->>'component')::int FROM memories"
        " WHERE project = %s AND superseded_at IS NULL ORDER BY id LIMIT 200",
        [project.tag],
    ).fetchall()

    def tag(tags: list[str]) -> dict[str, Any]:
        return {"tags": [choose.choice([tag for tag in tags if tag.startswith("tag-")])]}

    def question_and_tag() -> dict[str, Any]:
        tags, summary, _ = choose.choice(rows)
        return {"query": f"{generator.question()} {choose.choice(summary.split())}", **tag(tags)}

    return {
        "newest": dict,
        "tag of many projects": lambda: tag(choose.choice(rows)[0]),
        "tag of its own": lambda: {"tags": [project.tag]},
        "metadata": lambda: {"metadata": {"component": choose.choice(rows)[2]}},
        "a word of the summary": lambda: {"summary": choose.choice(choose.choice(rows)[1].split())},
        "question": lambda: {"query": generator.question()},
        "question and tag": question_and_tag,
        "embedding": lambda: {"embedding": generator.embedding(project=project)},
        "question and embedding": lambda: {
            "query": generator.question(),
            "embedding": generator.embedding(project=project),
        },
    }
