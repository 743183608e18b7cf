"""What calls cost behind pgbouncer in transaction pooling, beside the same calls without it."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import percentile, percentiles, table
from tests.support.pgbouncer import PgBouncer, program

# Times as long, at most: those that are asked for.
MOST = {"get": None, "search by tags": 1.1, "question": 1.1, "both": 1.1, "store": 1.3}
TURNS = 10


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Calls of each kind, in turns on one server at the database and one behind the pooler."""
    if program() is None:
        return "### Behind a connection pooler\n\nNot measured: pgbouncer is not installed."
    database = Database(folder, memories, embedded_every=10)
    with database.connection() as connection:
        url = f"postgresql://{connection.info.user}@/postgres?host={connection.info.host}&port={connection.info.port}"
        rows = connection.execute("SELECT id::text, tags FROM memories WHERE tags <> '{}' LIMIT 5000").fetchall()
        with (
            PgBouncer(url) as pooler,
            Client(SERVER, database.environment()) as direct,
            Client(SERVER, database.environment(DATABASE_URL=pooler.url(url))) as pooled,
        ):
            taken = _in_turns({"direct": direct, "pooled": pooled}, rows, rounds)
    lines = []
    for kind, most in MOST.items():
        ratio = percentile(taken["pooled", kind], 0.5) / percentile(taken["direct", kind], 0.5)
        bound = f"{ratio:.2f}" + (f" (at most {most})" if most else "")
        lines.append([f"{kind}, behind pgbouncer", *percentiles(taken["pooled", kind]), bound])
        lines.append([f"{kind}, without", *percentiles(taken["direct", kind]), ""])
    head = ["ms", "P50", "P95", "P99", "max", "ratio of the P50"]
    return f"### Behind a connection pooler, among {memories:,} memories\n\n{table(head, lines)}"


def _in_turns(
    clients: dict[str, Client], rows: list[tuple[str, list[str]]], rounds: int
) -> dict[tuple[str, str], list[float]]:
    """Milliseconds by client and kind; both find the same."""
    choose, generator = random.Random(5), Generator(seed=time.time_ns())
    taken: dict[tuple[str, str], list[float]] = {(name, kind): [] for name in clients for kind in MOST}
    for turn in range(TURNS + 1):
        chosen = choose.choices(rows, k=max(rounds // TURNS, 2))
        questions = [generator.question() for _ in chosen]
        calls: dict[str, list[tuple[str, dict[str, Any]]]] = {
            "get": [("get_memory", {"id": identifier}) for identifier, _ in chosen],
            "search by tags": [("search_memories", {"tags": tags[:1]}) for _, tags in chosen],
            "question": [("search_memories", {"query": question}) for question in questions],
            "both": [
                ("search_memories", {"tags": tags[:1], "query": question})
                for (_, tags), question in zip(chosen, questions, strict=True)
            ],
        }
        for kind, asked in calls.items():
            found = {}
            for name, client in clients.items():
                values, answers = client.timed([client.call_line(tool, arguments) for tool, arguments in asked])
                found[name] = answers
                taken[name, kind] += values if turn else []  # the first turn warms both up
            assert found["direct"] == found["pooled"], kind
            if kind == "get":
                assert [answer["memory"]["id"] for answer in found["pooled"]] == [row[0] for row in chosen]
            elif kind == "search by tags":
                assert all(answer["memories"] for answer in found["pooled"])
        for name, client in clients.items():
            stores = [client.call_line("store_memory", generator.memory(time.time_ns())) for _ in chosen]
            values, answers = client.timed(stores)
            taken[name, "store"] += values if turn else []
            for answer in answers:  # what is searched must not grow, nor hold a new best hit
                assert client.call("delete_memory", id=answer["id"]) == {"deleted": True}
    return taken
