"""Whether a database that many short-lived servers filled is as fast as one that a single server filled."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tqdm import tqdm

from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.kinds import Kinds, kinds
from tests.benchmarks.tables import percentile, percentiles, table
from tests.benchmarks.truth import Arguments, Truth

STORES = 20  # by each short-lived server
EMPTY = 0


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """The same memories stored by 200 servers (fewer with fewer rounds) and by one, then searched in turns."""
    servers = min(200, max(rounds // 5, 3))
    by_many = Database(folder, EMPTY, embedded_every=10, name="many")
    by_one = Database(folder, EMPTY, embedded_every=10, name="one")
    with by_many.connection() as many, by_one.connection() as one:
        generator = Generator(seed=3)
        for _ in tqdm(range(servers), unit=" servers", file=sys.stderr):
            with Client(SERVER, by_many.environment()) as client:
                _store(client, generator)
        generator = Generator(seed=3)
        with Client(SERVER, by_one.environment()) as client:
            for _ in range(servers):
                _store(client, generator)
        ledgers = []
        for connection in (many, one):
            assert _count(connection, "memories") == servers * STORES
            ledgers.append(_count(connection, "codex_processed.counter_ledger"))
        rows = []
        truths = Truth(many), Truth(one)
        for name, make in _kinds(kinds(one, by_one.layout)).items():
            taken = _in_turns((by_many, by_one), truths, name, make, max(rounds // 5, 10), servers * STORES)
            ratio = percentile(taken[0], 0.5) / percentile(taken[1], 0.5)
            rows.append([name, *percentiles(taken[0]), *percentiles(taken[1]), f"{ratio:.2f}"])
    head = ["ms", *(f"{servers} servers, {each}" for each in ("P50", "P95", "P99", "max"))]
    head += [*(f"one, {each}" for each in ("P50", "P95", "P99", "max")), "ratio of P50 (at most 1.3)"]
    return (
        f"### After {servers} servers stored {STORES} memories each, and one all of them\n\n{table(head, rows)}\n\n"
        f"- Entries in the ledger: {ledgers[0]:,} and {ledgers[1]:,}"
    )


def _store(client: Client, generator: Generator) -> None:
    for number in range(STORES):
        client.call("store_memory", **generator.memory(number))


def _count(connection: Any, relation: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()
    assert row is not None
    return int(row[0])


def _kinds(searches: Kinds) -> dict[str, Callable[[], tuple[str, Arguments]]]:
    return {
        "tags": lambda: ("search_memories", searches["tags"]()),
        "query": lambda: ("search_memories", searches["query"]()),
        "statistics of a new server": lambda: ("get_statistics", {}),
    }


def _in_turns(
    databases: tuple[Database, Database],
    truths: tuple[Truth, Truth],
    name: str,
    make: Callable[[], tuple[str, Arguments]],
    rounds: int,
    memories: int,
) -> tuple[list[float], list[float]]:
    """Latencies on the two databases; statistics are kept for a minute, so each is asked of a new server."""
    taken: tuple[list[float], list[float]] = [], []
    answers: tuple[list[Any], list[Any]] = [], []
    asked: list[Arguments] = []
    is_kept = name.startswith("statistics")
    for _ in range(max(rounds // 20, 1) if is_kept else 1):
        with ExitStack() as stack:
            clients = [stack.enter_context(Client(SERVER, database.environment())) for database in databases]
            for client in clients:
                client.call("search_memories", limit=1)  # connects
            for _ in range(1 if is_kept else rounds):
                tool, arguments = make()
                asked.append(arguments)
                for client, latencies, found in zip(clients, taken, answers, strict=True):
                    times, (answer,) = client.timed([client.call_line(tool, arguments)])
                    latencies += times
                    found.append(answer)
    for truth, found in zip(truths, answers, strict=True):
        if is_kept:
            assert [answer["memories"] for answer in found] == [memories] * len(found)
        else:
            truth.check_all(name, asked, found)
    return taken
