"""One run: start servers, offer the calls, check the answers, and compare what is left with the model."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import psutil
import psycopg

from tests.benchmarks.database import Database
from tests.benchmarks.http_client import HttpServer, Requests, created_token, served
from tests.load.measuring import Measures
from tests.load.transports import Client, HttpClient, Refused, StdioClient
from tests.load.workload import Call, Workload, differs

GIVEN_UP = 60.0  # seconds without an answer


@dataclass
class Plan:
    """What is offered: `rate` calls a second, or with 0 each client's next call as soon as it has an answer."""

    transport: str
    seconds: float
    rate: float
    clients: int
    seed: int
    fresh: bool = True  # whether another server than the loaded one reads at the end


@dataclass
class Outcome:
    milliseconds: dict[str, list[float]] = field(default_factory=dict)  # of successful calls, by kind
    errors: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)  # answers
    left: Counter[str] = field(default_factory=Counter)  # differences from the model at the end
    verified: int = 0
    moved: int = 0
    measures: Measures | None = None

    @property
    def all(self) -> list[float]:
        return [value for values in self.milliseconds.values() for value in values]

    @property
    def success(self) -> float:
        good = len(self.all)
        return good / max(good + self.errors.total(), 1)

    @property
    def holds(self) -> bool:
        return not self.wrong and not self.left


def execute(database: Database, connection: psycopg.Connection[Any], plan: Plan) -> Outcome:
    return asyncio.run(_execute(database, connection, plan))


async def _execute(database: Database, connection: psycopg.Connection[Any], plan: Plan) -> Outcome:
    outcome, workload = Outcome(), Workload(connection, plan.seed)
    server: HttpServer | None = None
    env = database.environment()
    clients: list[Client] = []
    try:
        if plan.transport == "http":
            server = await asyncio.to_thread(served, env)
            requests = Requests(await asyncio.to_thread(created_token, env))
            clients += [HttpClient(server.port, requests) for _ in range(plan.clients)]
        else:
            for _ in range(plan.clients):
                clients.append(await StdioClient.start(env))
        for client in clients:  # the first call opens a connection to PostgreSQL
            # Not get_statistics: a server may answer that from memory for a while, and it is compared at the end.
            await client.call("get_memory", {"id": next(iter(workload.model.alive))})
        held = [psutil.Process(c.process.pid) for c in clients if isinstance(c, StdioClient)]
        measures = outcome.measures = Measures(database, connection, lambda: server.processes if server else held)
        sampling = asyncio.create_task(_sample(measures, max(plan.seconds / 600, 0.5)))
        await (_offer if plan.rate else _keep_busy)(clients, workload, plan, outcome)
        if sampling.done():
            sampling.result()  # raises what stopped it
        sampling.cancel()
        measures.end()
        outcome.moved = sum(client.moved for client in clients)
        if not plan.fresh and not workload.model.unknown:
            await _verify(clients[0], workload, outcome)
            return outcome
    finally:
        for client in clients:
            await client.close()
        if server:
            await asyncio.to_thread(server.__exit__)
    # By another server, after the loaded one has finished what it was at.
    last = await StdioClient.start(env)
    try:
        await _verify(last, workload, outcome)
    finally:
        await last.close()
    return outcome


async def _sample(measures: Measures, every: float) -> None:
    while True:
        measures.sample()
        await asyncio.sleep(every)


async def _offer(clients: list[Client], workload: Workload, plan: Plan, outcome: Outcome) -> None:
    """Calls at the times of a Poisson process; a call that finds no free client waits, and that counts.

    Raises:
        Exception: what a call met that is no failure of the server's.
    """
    free: asyncio.Queue[Client] = asyncio.Queue()
    for client in clients:
        for _ in range(client.depth):
            free.put_nowait(client)
    choose = random.Random(plan.seed)
    tasks: set[asyncio.Task[None]] = set()
    failed: list[BaseException] = []
    started = due = time.perf_counter()

    async def one(scheduled: float) -> None:
        try:
            client = await asyncio.wait_for(free.get(), GIVEN_UP)
        except TimeoutError:
            outcome.errors["no free client for 60 s"] += 1
            return
        try:
            await _call(client, workload, scheduled, outcome)
        finally:
            free.put_nowait(client)

    def ended(task: asyncio.Task[None]) -> None:
        tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            failed.append(error)

    while due - started < plan.seconds and not failed:
        if due < time.perf_counter() - GIVEN_UP:  # this client does not keep up, which must not flatter
            outcome.errors["not sent within 60 s"] += 1
        else:
            await asyncio.sleep(max(due - time.perf_counter(), 0))  # the others have their turn in any case
            task = asyncio.create_task(one(due))
            tasks.add(task)
            task.add_done_callback(ended)
        due += choose.expovariate(plan.rate)
    if tasks:
        await asyncio.wait(tasks)
    if failed:
        raise failed[0]


async def _keep_busy(clients: list[Client], workload: Workload, plan: Plan, outcome: Outcome) -> None:
    end = time.perf_counter() + plan.seconds

    async def loop(client: Client) -> None:
        while (now := time.perf_counter()) < end:
            await _call(client, workload, now, outcome)

    await asyncio.gather(*(loop(client) for client in clients))


async def _call(client: Client, workload: Workload, scheduled: float, outcome: Outcome) -> None:
    call: Call = workload.next()
    try:
        result = await asyncio.wait_for(client.call(call.tool, call.arguments), GIVEN_UP)
    except (Refused, ConnectionError, EOFError, TimeoutError) as error:
        workload.failed(call)
        outcome.errors[f"{call.tool}: {type(error).__name__} {error}"[:120]] += 1
        return
    outcome.milliseconds.setdefault(call.kind, []).append((time.perf_counter() - scheduled) * 1000)
    if wrong := workload.answered(call, result):
        outcome.wrong[wrong] += 1


async def _verify(client: Client, workload: Workload, outcome: Outcome) -> None:
    """Compare every acknowledged write with what a client reads, and the counters with the count."""
    model, extra = workload.model, 0
    for identifier in model.own:
        found = (await client.call("get_memory", {"id": identifier}))["memory"]
        if difference := differs(found, model.alive[identifier]):
            outcome.left[difference] += 1
    for identifier in model.deleted:
        if (await client.call("get_memory", {"id": identifier}))["memory"] is not None:
            outcome.left["deleted, but there"] += 1
    for call in model.unknown:  # either reading is right, but the counters must agree with it
        if call.target:
            extra += (await client.call("get_memory", {"id": call.target}))["memory"] is not None
        else:
            extra += (await client.call("search_memories", {"tags": call.arguments["tags"][:1]}))["total"]
    outcome.verified = len(model.own) + len(model.deleted)
    counted = (await client.call("get_statistics", {}))["memories"]
    if counted != model.base_count + len(model.own) + extra:
        outcome.left[f"counter {counted}, not {model.base_count + len(model.own) + extra}"] += 1
