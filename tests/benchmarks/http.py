"""MCP over HTTP beside stdio: many calls in flight, a single get, a hundred clients; and the admin beside gunicorn."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil
import psycopg

from memories import queries
from tests.benchmarks import cpu
from tests.benchmarks.client import Client, results
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.http_client import (
    ECHO,
    HttpServer,
    Load,
    Requests,
    created_token,
    result_of,
    served,
    timed,
)
from tests.benchmarks.http_mix import many_clients
from tests.benchmarks.tables import percentile, percentiles, table
from tests.support.web import Visitor, Web, documented_options

IN_FLIGHT = 64
TURNS = 11  # of each server; the first warms it up
BATCH = 50  # gets, one after the other, before it is the yardstick's turn
LIST = "/admin/memories/memory/"
PASSWORD = "a-password-of-the-benchmark"


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """All of it, with tokens, without a cache."""
    database = Database(folder, memories, embedded_every=10)
    with database.connection() as connection:
        ids = [str(row[0]) for row in connection.execute("SELECT id FROM memories LIMIT 5000")]
        requests = Requests(created_token(database.environment()))
        tables = [
            _in_flight(database, requests, ids, rounds),
            _single(database, connection, requests, ids, rounds),
            many_clients(database, connection, requests, ids, rounds),
            _admin(database, ids[0], rounds),
        ]
    return "### HTTP\n\n" + "\n\n".join(tables)


# Many in flight


@dataclass
class _Contender:
    """A server in the comparison; its CPU time is added up over its turns."""

    processes: Callable[[], list[psutil.Process]]
    gets: Callable[[list[str]], tuple[float, float, list[Any]]]  # seconds, those of the client's CPU, results
    a_second: list[float] = field(default_factory=list)
    seconds: float = 0.0
    calls: int = 0
    server: float = 0.0  # CPU seconds, as the two below
    postgresql: float = 0.0
    client: float = 0.0


def _in_flight(database: Database, requests: Requests, ids: list[str], rounds: int) -> str:
    choose = random.Random(5)
    turns = TURNS if rounds >= BATCH else 2
    environment = database.environment()
    with ExitStack() as stack:
        stdio = stack.enter_context(Client(SERVER, environment))
        one, two = (stack.enter_context(served(environment, workers)) for workers in (1, 2))
        contenders = {
            "stdio": _Contender(lambda: [psutil.Process(stdio.pid)], lambda wanted: _over_stdio(stdio, wanted)),
            "HTTP, one worker": _Contender(lambda: one.processes, lambda wanted: _over_http(one, requests, wanted)),
            "HTTP, two workers": _Contender(lambda: two.processes, lambda wanted: _over_http(two, requests, wanted)),
        }
        for turn in range(turns):
            for contender in list(contenders.values())[:: 1 if turn % 2 else -1]:
                _take_turn(contender, database, choose.choices(ids, k=rounds), counts=turn > 0)
    rows = []
    for name, contender in contenders.items():
        a_second = percentile(contender.a_second, 0.5)
        parts = contender.server, contender.postgresql, contender.client
        shares = (f"{part / contender.seconds:.0%}" for part in parts)
        rows.append([name, f"{a_second:,.0f}", f"{contender.server / contender.calls * 1e6:,.0f}", *shares])
    of_stdio, of_one = (_ratio(contenders, *pair) for pair in (("HTTP, one worker", "stdio"), tuple(contenders)[:0:-1]))
    head = [
        f"get_memory, {IN_FLIGHT} in flight",
        *("calls/s", "server's CPU, µs a call"),
        *(f"share of a core: {process}" for process in ("server", "PostgreSQL", "client")),
    ]
    return "\n".join(
        [
            table(head, rows),
            "",
            f"- One worker answers {of_stdio:.2f} times as many calls as stdio (at least 0.9)",
            f"- Two workers answer {of_one:.2f} times as many as one (at least 1.6, where there are cores for them)",
        ]
    )


def _ratio(contenders: dict[str, _Contender], one: str, other: str) -> float:
    """The median over the turns, each compared with the other's of the same turn."""
    pairs = zip(contenders[one].a_second, contenders[other].a_second, strict=True)
    return percentile([first / second for first, second in pairs], 0.5)


def _take_turn(contender: _Contender, database: Database, wanted: list[str], *, counts: bool) -> None:
    processes, postgresql = contender.processes(), database.processes()
    before = cpu.seconds(processes), cpu.seconds(postgresql)
    seconds, client, answers = contender.gets(wanted)
    after = cpu.seconds(processes), cpu.seconds(postgresql)
    assert [answer["memory"]["id"] for answer in answers] == wanted
    if counts:
        contender.a_second.append(len(wanted) / seconds)
        contender.seconds += seconds
        contender.calls += len(wanted)
        contender.server += after[0] - before[0]
        contender.postgresql += after[1] - before[1]
        contender.client += client


def _over_stdio(client: Client, wanted: list[str]) -> tuple[float, float, list[Any]]:
    lines = [client.call_line("get_memory", {"id": each}) for each in wanted]
    before, cpu_before = time.perf_counter(), time.process_time()
    answers = client.exchanged(lines, IN_FLIGHT)
    seconds, cpu = time.perf_counter() - before, time.process_time() - cpu_before
    return seconds, cpu, results(lines, answers)


def _over_http(server: HttpServer, requests: Requests, wanted: list[str]) -> tuple[float, float, list[Any]]:
    load = Load(server.port, _calls(requests, wanted), IN_FLIGHT)
    load.throughput()
    return load.seconds, load.client_seconds, [result_of(answer) for answer in load.answers]


# One after the other


def _single(
    database: Database, connection: psycopg.Connection[Any], requests: Requests, ids: list[str], rounds: int
) -> str:
    """Gets beside the least that they could cost, in turns."""
    environment, choose = database.environment(), random.Random(6)
    with (
        served(environment) as server,
        Client(SERVER, environment) as stdio,
        HttpServer(ECHO, environment) as echo,
        HttpServer([*ECHO, "--sql"], environment) as one_query,
    ):
        ways: dict[str, Callable[[list[str]], list[float]]] = {
            "get_memory over HTTP": lambda wanted: _gets(server, requests, wanted),
            "get_memory over stdio": lambda wanted: stdio.latencies(
                stdio.call_line("get_memory", {"id": each}) for each in wanted
            ),
            "the SQL in an ASGI application": lambda wanted: timed(one_query.port, _calls(requests, wanted))[0],
            "bare ASGI echo": lambda wanted: timed(echo.port, _calls(requests, wanted))[0],
            "the SQL by psycopg": lambda wanted: _by_hand(connection, wanted),
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for turn in range(max(rounds * 2 // BATCH, 2)):
            wanted = choose.choices(ids, k=BATCH)
            for name, way in ways.items():
                milliseconds = way(wanted)
                if turn:  # the first warms all up
                    taken[name] += milliseconds
    half = {name: percentile(values, 0.5) for name, values in taken.items()}
    floors = half["bare ASGI echo"] + half["the SQL by psycopg"], half["the SQL in an ASGI application"]
    rows = [[name, *percentiles(values)] for name, values in taken.items()]
    for row, name in zip(rows, ("get_memory over HTTP", "get_memory over stdio"), strict=False):
        row += [f"{half[name] / floor:.2f}" for floor in floors]
    head = ["one after the other; ms", "P50", "P95", "P99", "max", "of echo + SQL (at most 1.3)", "of SQL in ASGI"]
    return table(head, [[*row, *[""] * (len(head) - len(row))] for row in rows])


def _calls(requests: Requests, wanted: list[str]) -> list[bytes]:
    return [requests.call("get_memory", {"id": each}) for each in wanted]


def _gets(server: HttpServer, requests: Requests, wanted: list[str]) -> list[float]:
    milliseconds, answers = timed(server.port, _calls(requests, wanted))
    assert [result_of(answer)["memory"]["id"] for answer in answers] == wanted
    return milliseconds


def _by_hand(connection: psycopg.Connection[Any], wanted: list[str]) -> list[float]:
    statement = queries.get(False)
    taken = []
    for each in wanted:
        before = time.perf_counter()
        row = connection.execute(
            statement.sql, statement.constants | {"id": each, "projects": None}, prepare=True
        ).fetchone()
        taken.append((time.perf_counter() - before) * 1000)
        assert row is not None
    return taken


# The admin


def _admin(database: Database, memory_id: str, rounds: int) -> str:
    """Pages of the admin under this server and under gunicorn, in turns, by one visitor each."""
    environment, name = database.environment(), f"benchmark-{time.time_ns()}"
    subprocess.run(
        [sys.executable, "-m", "codex_project", "createsuperuser", "--noinput", "--username", name, "--email", ""],
        env=environment | {"DJANGO_SUPERUSER_PASSWORD": PASSWORD},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    pages = {
        "list": LIST,
        "a memory": f"{LIST}{memory_id}/change/",
        "front page": "/admin/",
        "search": f"{LIST}?{urlencode({'q': Generator(seed=5).question()})}",
    }
    with served(environment) as ours, Web(environment, *documented_options()) as gunicorn:
        visitors = Visitor(ours.port), Visitor(gunicorn.port)
        for visitor in visitors:
            visitor.log_in(name, PASSWORD)
        rows = [[page, *_compared(visitors, address, rounds)] for page, address in pages.items()]
    return table(["ms, P50", "this server", "gunicorn", "ratio (at most 1.2)"], rows)


def _compared(visitors: Sequence[Visitor], address: str, rounds: int) -> list[str]:
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(max(rounds // 20, 2)):
        for visitor, milliseconds in list(zip(visitors, taken, strict=True))[:: 1 if turn % 2 else -1]:
            before = time.perf_counter()
            page = visitor.get(address)
            milliseconds.append((time.perf_counter() - before) * 1000)
            assert page.address == address
            assert 'id="user-tools"' in page.text
    ours, gunicorn = (percentile(each[2:] or each, 0.5) for each in taken)  # the first pages load modules
    return [f"{ours:.1f}", f"{gunicorn:.1f}", f"{ours / gunicorn:.2f}"]
