"""What a call costs beside the least it could cost: the SDK's stock echo, plus the same SQL by psycopg."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import psycopg

from memories import queries
from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import ECHO, SERVER, Database
from tests.benchmarks.kinds import kinds
from tests.benchmarks.tables import percentile, percentiles, table
from tests.benchmarks.truth import Arguments, Truth

BARE = "import django; django.setup(); import mcp.server.lowlevel; print('ready', flush=True)"


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Get, store, update, delete, the mixed load, memory and the time to the first answer."""
    database = Database(folder, memories, embedded_every=10)
    generator = Generator(seed=time.time_ns())
    choose = random.Random(3)
    with database.connection() as connection:
        ids = [str(row[0]) for row in connection.execute("SELECT id FROM memories LIMIT 5000")]
        sql = _by_hand(connection, generator, ids, rounds)
        with Client(ECHO, database.environment()) as client:
            echo = client.latencies([client.call_line("echo", {}) for _ in range(rounds)])
        with Client(SERVER, database.environment()) as client:
            client.call("get_statistics")
            wanted = choose.choices(ids, k=rounds)
            gets = [client.call_line("get_memory", {"id": identifier}) for identifier in wanted]
            stores = [client.call_line("store_memory", generator.memory(time.time_ns())) for _ in range(rounds)]
            figures = {}
            figures["get_memory"], answers = client.timed(gets)
            assert [answer["memory"]["id"] for answer in answers] == wanted
            figures["store_memory"], answers = client.timed(stores)
            stored = [answer["id"] for answer in answers]
            assert _count(connection, stored) == rounds
            for version, field in enumerate(("content", "summary"), start=2):
                figures[f"update_memory, {field}"] = _updates(client, connection, stored, generator, field, version)
            a_second = _mixed(client, Truth(connection), ids, kinds(connection, database.layout)["tags"], rounds)
            deleted = ids[:rounds]
            figures["delete_memory"], answers = client.timed(
                client.call_line("delete_memory", {"id": identifier}) for identifier in deleted
            )
            assert answers == [{"deleted": True}] * len(deleted)
            assert _count(connection, deleted) == 0
            resident = psutil.Process(client.pid).memory_info().rss / 1_000_000
    rows = []
    for name, values in figures.items():
        floor = percentile(echo, 0.5) + percentile(sql[name], 0.5) if name in sql else None
        ratio = f"{percentile(values, 0.5) / floor:.2f}" if floor else ""
        rows.append([name, *percentiles(values), f"{floor:.2f}" if floor else "", ratio])
    rows.append(["stock SDK echo", *percentiles(echo), "", ""])
    head = ["ms", "P50", "P95", "P99", "max", "echo + SQL, P50", "ratio (at most 1.5)"]
    startup, bare = _startup(database, min(9, max(rounds // 10, 1)))
    return "\n".join(
        [
            "### Calls\n",
            table(head, rows),
            "",
            *(
                f"- An {name.replace('_memory, ', ' of the ')} takes "
                f"{percentile(values, 0.5) / percentile(figures['store_memory'], 0.5):.2f} times a store (at most 1.5)"
                for name, values in figures.items()
                if name.startswith("update_memory")
            ),
            f"- Three gets to one search by tag with five hits, 64 in flight: {a_second:,.0f} calls/s (at least 1,000)",
            f"- `initialize` answered after {startup * 1000:.0f} ms; `django.setup()` and the SDK's import alone take "
            f"{bare * 1000:.0f} ms: ratio {startup / bare:.2f} (at most 1.3)",
            f"- Resident after all this: {resident:.0f} MB (at most 128)",
        ]
    )


def _by_hand(
    connection: psycopg.Connection[Any], generator: Generator, ids: list[str], rounds: int
) -> dict[str, list[float]]:
    """Milliseconds of the SQL of a get and of a store."""
    choose = random.Random(4)
    statement = queries.get(False)

    def get() -> None:
        parameters = statement.constants | {"id": choose.choice(ids), "projects": None}
        assert connection.execute(statement.sql, parameters, prepare=True).fetchone()

    def store() -> None:
        memory = generator.memory(time.time_ns())
        values = {**memory, "content_hash": f"{time.time_ns():064x}", "metadata": json.dumps(memory["metadata"])}
        values |= {"project": "", "actor": "benchmark"}
        assert connection.execute(queries.STORE, values, prepare=True).fetchone()

    return {"get_memory": _timed(get, rounds), "store_memory": _timed(store, rounds)}


def _updates(
    client: Client, connection: psycopg.Connection[Any], ids: list[str], generator: Generator, field: str, version: int
) -> list[float]:
    """Milliseconds of an update of one field of each memory, which makes this version."""
    values = [generator.memory(time.time_ns())[field] for _ in ids]
    milliseconds, answers = client.timed(
        client.call_line("update_memory", {"id": identifier, field: value})
        for identifier, value in zip(ids, values, strict=True)
    )
    assert {answer["version"] for answer in answers} == {version}
    row = connection.execute("SELECT to_jsonb(memories)->>%s FROM memories WHERE id = %s", [field, ids[-1]]).fetchone()
    assert row == (values[-1],)
    return milliseconds


def _count(connection: psycopg.Connection[Any], ids: list[str]) -> int:
    row = connection.execute("SELECT count(*) FROM memories WHERE id = ANY(%s::uuid[])", [ids]).fetchone()
    assert row is not None
    return int(row[0])


def _mixed(client: Client, truth: Truth, ids: list[str], search: Callable[[], Arguments], rounds: int) -> float:
    """Calls a second: three gets to one search by tag."""
    calls: list[tuple[str, Arguments]] = [
        ("get_memory", {"id": random.choice(ids)}) if number % 4 else ("search_memories", search())
        for number in range(rounds * 4)
    ]
    a_second, answers = client.throughput([client.call_line(*call) for call in calls])
    searches, pages = [], []
    for (tool, arguments), answer in zip(calls, answers, strict=True):
        if tool == "get_memory":
            assert answer["memory"]["id"] == arguments["id"]
        else:
            searches.append(arguments)
            pages.append(answer)
    truth.check_all("tags", searches, pages)
    return a_second


def _timed(work: Callable[[], Any], rounds: int) -> list[float]:
    taken = []
    for _ in range(rounds):
        before = time.perf_counter()
        work()
        taken.append((time.perf_counter() - before) * 1000)
    return taken


def _startup(database: Database, pairs: int) -> tuple[float, float]:
    """Seconds to the answer to `initialize`, and to a bare process with Django and the SDK; medians."""
    ours, bare = [], []
    for _ in range(pairs):
        with Client(SERVER, database.environment()) as client:
            ours.append(client.seconds_to_initialize)
        before = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", BARE], env=database.environment(), stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            bare.append(time.perf_counter() - before)
    return percentile(ours, 0.5), percentile(bare, 0.5)
