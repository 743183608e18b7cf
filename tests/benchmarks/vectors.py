"""How many of the true ten nearest a search finds, and what a store with an embedding costs over one without.

On each shape of data, without a filter, with tags that are spread over all of it, and with those of projects.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg
from pgvector import Vector

from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.layouts import Layout, Project, Shape
from tests.benchmarks.tables import percentile, table

EXACT = """
SELECT memory_id FROM processed_memories JOIN memories ON memories.id = memory_id
WHERE embeddings IS NOT NULL {} ORDER BY embeddings <=> %(embedding)s LIMIT 10
"""


def run(folder: Path, *, memories: int, rounds: int, shapes: Sequence[Shape]) -> str:
    """Recall@10 against exact search, with filters of several widths; the cost of storing an embedding."""
    recalls: dict[str, dict[Shape, str]] = {}
    costs = []
    for shape in shapes:
        database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2, shape=shape)
        generator = Generator(seed=13, layout=database.layout)
        with database.connection() as connection, Client(SERVER, database.environment()) as client:
            connection.execute("SET enable_indexscan = off")
            for name, project, tag in _filters(database.layout):
                recall = _recall(connection, client, generator, project, tag, max(rounds // 20, 5))
                recalls.setdefault(name, {})[shape] = "none" if recall is None else f"{recall:.3f}"
            # Others than in an earlier run on the same folder: of two alike nobody can say which is the nearer.
            generator = Generator(seed=time.time_ns(), layout=database.layout)
            plain, embedded = _store_costs(client, generator, rounds)
        costs.append(
            f"- {shape}: a store takes {plain:.2f} ms, one with an embedding {embedded:.2f} ms (P50, taken in turn): "
            f"ratio {embedded / plain:.2f} (at most 2)"
        )
    rows = [[name, *(cells.get(shape, "") for shape in shapes)] for name, cells in recalls.items()]
    head = ["recall@10 (at least 0.95)", *shapes]
    return f"### Nearest among {memories:,} memories\n\n{table(head, rows)}\n\n" + "\n".join(costs)


def _filters(layout: Layout) -> list[tuple[str, Project | None, str | None]]:
    """Names of filters, the project whose embeddings are asked for (None: any), and the tag to filter by."""
    places = {"an old project": layout.old[0], "the middle": layout.middle[0], "a recent project": layout.recent[-1]}
    if layout.giant is not None:
        places["the giant"] = layout.giant
    return [
        ("no filter", None, None),
        *((f"tag-{number}", None, f"tag-{number}") for number in (0, 2, 5, 20, 60, 300)),
        *((f"tag of {place}", project, project.tag) for place, project in places.items()),
        ("tag of an old project, far from it", layout.recent[-1], layout.old[0].tag),
    ]


def _recall(
    connection: psycopg.Connection[Any],
    client: Client,
    generator: Generator,
    project: Project | None,
    tag: str | None,
    rounds: int,
) -> float | None:
    """The share of the true nearest that was found; None where no embedding has the tag."""
    found, expected = 0, 0
    arguments = {} if tag is None else {"tags": [tag]}
    for _ in range(rounds):
        embedding = generator.embedding(project=project)
        statement = EXACT.format("" if tag is None else "AND tags && %(tags)s")
        truth = connection.execute(statement, {"embedding": Vector(embedding), "tags": [tag]}).fetchall()
        wanted = {str(row[0]) for row in truth}
        hits = client.call("search_memories", embedding=embedding, limit=10, content_chars=0, **arguments)["memories"]
        ids = {memory["id"] for memory in hits}
        assert len(ids) == len(hits) == len(wanted), (tag, len(hits), len(wanted))
        assert all(tag in memory["tags"] for memory in hits if tag is not None), tag
        found += len(wanted & ids)
        expected += len(wanted)
    return found / expected if expected else None


def _store_costs(client: Client, generator: Generator, rounds: int) -> tuple[float, float]:
    plain: list[float] = []
    embedded: list[float] = []
    for _ in range(max(rounds // 4, 10)):
        memory = generator.memory(generator.random.getrandbits(60))
        plain += client.latencies([client.call_line("store_memory", memory)])
        memory = {**generator.memory(generator.random.getrandbits(60)), "embeddings": generator.embedding()}
        embedded += client.latencies([client.call_line("store_memory", memory)])
    return percentile(plain, 0.5), percentile(embedded, 0.5)
