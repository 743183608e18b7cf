"""A hundred clients that read, search, store, correct and delete, over HTTP."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import psycopg

from tests.benchmarks import cpu
from tests.benchmarks.data import Generator
from tests.benchmarks.database import Database
from tests.benchmarks.http_client import HttpServer, Load, Requests, result_of, served
from tests.benchmarks.kinds import Kinds, kinds
from tests.benchmarks.tables import percentile, percentiles, table
from tests.benchmarks.truth import Truth

CLIENTS = 100
A_SECOND = 500.0
SHARES = {"get": 60, "search by tag": 20, "search by question": 5, "store": 12, "update": 2, "delete": 1}
KIND_OF = {"search by tag": "tags", "search by question": "query"}
OWN_TAG = "stored-by-the-mix"
TOOLS = {"get": "get_memory", "store": "store_memory", "update": "update_memory", "delete": "delete_memory"}

Call = tuple[str, dict[str, Any]]  # what it does, and its arguments


def many_clients(
    database: Database, connection: psycopg.Connection[Any], requests: Requests, ids: list[str], rounds: int
) -> str:
    """Calls that arrive at random, whether earlier ones are answered or not; each answer is checked afterwards."""
    choose = random.Random(time.time_ns())
    done = choose.choices(tuple(SHARES), tuple(SHARES.values()), k=rounds * 10)
    makers = kinds(connection, database.layout)
    with served(database.environment()) as server:
        written = [name for name in done if name in ("update", "delete")]
        victims = _stored(server, requests, _own_memories(len(written) + CLIENTS))
        calls = _calls(done, choose, ids, victims[:], makers)
        _warm_up(server, requests, choose, ids, makers)
        load = Load(server.port, [requests.call(_tool(name), arguments) for name, arguments in calls], CLIENTS)
        processes = [*server.processes]
        before, of_database = cpu.seconds(processes), cpu.seconds(database.processes())
        load.offered(A_SECOND, seed=1)
        server_share = (cpu.seconds(processes) - before) / load.seconds
        database_share = (cpu.seconds(database.processes()) - of_database) / load.seconds
        resident = sum(process.memory_info().rss for process in processes) / 1_000_000
    _check(connection, calls, [result_of(answer) for answer in load.answers])
    connection.execute("DELETE FROM memories WHERE tags && %s", [[OWN_TAG]])
    rows = []
    for name in ("all", *SHARES):
        values = [taken for taken, (kind, _) in zip(load.milliseconds, calls, strict=True) if name in ("all", kind)]
        if values:
            rows.append([name, f"{len(values):,}", *percentiles(values)])
    head = [f"{CLIENTS} clients, {A_SECOND:,.0f} calls/s; ms", "calls", "P50", "P95", "P99", "max"]
    return "\n".join(
        [
            table(head, rows),
            "",
            f"- No errors in {load.seconds:.0f} s",
            f"- P95 {percentile(load.milliseconds, 0.95):.1f} ms (under 50), counted from when a call is due",
            f"- Resident: {resident:.0f} MB (under 200)",
            f"- Shares of a core: server {server_share:.0%}, PostgreSQL {database_share:.0%}, client "
            f"{load.client_seconds / load.seconds:.0%}",
        ]
    )


def _tool(name: str) -> str:
    return TOOLS.get(name, "search_memories")


def _own_memories(count: int) -> list[dict[str, Any]]:
    """Memories that none of the searches finds, so that what these must find does not change meanwhile."""
    generator = Generator(seed=time.time_ns())
    return [_unfindable(generator.memory(time.time_ns() + number)) for number in range(count)]


def _unfindable(memory: dict[str, Any]) -> dict[str, Any]:
    texts = {name: _other_words(memory[name]) for name in ("content", "context", "summary")}
    return {**memory, **texts, "tags": [OWN_TAG]}


def _other_words(text: str) -> str:
    return " ".join(f"q{word}" for word in text.split())


def _stored(server: HttpServer, requests: Requests, memories: list[dict[str, Any]]) -> list[str]:
    load = Load(server.port, [requests.call("store_memory", memory) for memory in memories], 8)
    load.throughput()
    return [result_of(answer)["id"] for answer in load.answers]


def _calls(done: list[str], choose: random.Random, ids: list[str], victims: list[str], makers: Kinds) -> list[Call]:
    stores = iter(_own_memories(done.count("store")))
    generator = Generator(seed=time.time_ns())
    make: dict[str, Callable[[], dict[str, Any]]] = {
        "get": lambda: {"id": choose.choice(ids)},
        "store": lambda: next(stores),
        "update": lambda: {"id": victims.pop(), "summary": _other_words(generator.text(10, generator.topic()))},
        "delete": lambda: {"id": victims.pop()},
        **{name: makers[kind] for name, kind in KIND_OF.items()},
    }
    return [(name, make[name]()) for name in done]


def _warm_up(server: HttpServer, requests: Requests, choose: random.Random, ids: list[str], makers: Kinds) -> None:
    """Let all connections of the pool be opened, and the statements be prepared."""
    warming = [requests.call("get_memory", {"id": choose.choice(ids)}) for _ in range(5 * CLIENTS)]
    warming += [requests.call("search_memories", makers[kind]()) for kind in KIND_OF.values() for _ in range(CLIENTS)]
    choose.shuffle(warming)
    load = Load(server.port, warming, CLIENTS)
    load.throughput()
    for answer in load.answers:
        result_of(answer)


def _check(connection: psycopg.Connection[Any], calls: list[Call], answers: list[Any]) -> None:
    """Check each answer, and what is left in the database."""
    truth, deleted, stored = Truth(connection), [], []
    of_kind: dict[str, list[tuple[dict[str, Any], Any]]] = {}
    for (name, arguments), answer in zip(calls, answers, strict=True):
        of_kind.setdefault(name, []).append((arguments, answer))
        if name == "get":
            assert answer["memory"]["id"] == arguments["id"]
        elif name == "store":
            stored.append(answer["id"])
        elif name == "update":
            assert answer["version"] == 2, answer
        elif name == "delete":
            assert answer == {"deleted": True}
            deleted.append(arguments["id"])
    for name in KIND_OF:
        if pairs := of_kind.get(name):
            truth.check_all(KIND_OF[name], [pair[0] for pair in pairs], [pair[1] for pair in pairs])
    assert _count(connection, stored) == len(set(stored)) == len(stored)
    assert _count(connection, deleted) == 0


def _count(connection: psycopg.Connection[Any], ids: list[str]) -> int:
    row = connection.execute("SELECT count(*) FROM memories WHERE id = ANY(%s::uuid[])", [ids]).fetchone()
    assert row is not None
    return int(row[0])
