"""How many of the true ten nearest a search finds, and what a store with an embedding costs over one without."""

from __future__ import annotations

import time
from pathlib import Path

from pgvector import Vector

from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import percentile, table

EXACT = """
SELECT memory_id FROM processed_memories JOIN memories ON memories.id = memory_id
WHERE embeddings IS NOT NULL {} ORDER BY embeddings <=> %(embedding)s LIMIT 10
"""


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Recall@10 against exact search, with filters of several widths; the cost of storing an embedding."""
    database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2)
    generator = Generator(seed=13)
    filters = {"no filter": None} | {f"tag-{number}": f"tag-{number}" for number in (0, 2, 5, 20, 60, 300)}
    rows = []
    with database.connection() as connection, Client(SERVER, database.environment()) as client:
        connection.execute("SET enable_indexscan = off")
        for name, tag in filters.items():
            found, expected = 0, 0
            for _ in range(max(rounds // 20, 10)):
                embedding = generator.embedding()
                statement = EXACT.format("AND tags && %(tags)s" if tag else "")
                truth = connection.execute(statement, {"embedding": Vector(embedding), "tags": [tag]}).fetchall()
                wanted = {str(row[0]) for row in truth}
                arguments = {"tags": [tag]} if tag else {}
                hits = client.call("search_memories", embedding=embedding, limit=10, content_chars=0, **arguments)
                found += len(wanted & {memory["id"] for memory in hits["memories"]})
                expected += len(wanted)
            rows.append([name, f"{found / expected:.3f}"])
        # Others than in an earlier run on the same folder: of two alike nobody can say which is the nearer.
        plain, embedded = _store_costs(client, Generator(seed=time.time_ns()), rounds)
    return (
        f"### Nearest among {memories:,} memories\n\n{table(['recall@10 (at least 0.95)', ''], rows)}\n\n"
        f"- A store takes {plain:.2f} ms, one with an embedding {embedded:.2f} ms (P50, taken in turn): "
        f"ratio {embedded / plain:.2f} (at most 2)"
    )


def _store_costs(client: Client, generator: Generator, rounds: int) -> tuple[float, float]:
    plain: list[float] = []
    embedded: list[float] = []
    for _ in range(max(rounds // 4, 10)):
        memory = generator.memory(generator.random.getrandbits(60))
        plain += client.latencies([client.call_line("store_memory", memory)])
        memory = {**generator.memory(generator.random.getrandbits(60)), "embeddings": generator.embedding()}
        embedded += client.latencies([client.call_line("store_memory", memory)])
    return percentile(plain, 0.5), percentile(embedded, 0.5)
