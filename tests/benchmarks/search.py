"""What each kind of search costs on each shape of data, beside the same filter in hand-written SQL."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg

from tests.benchmarks.client import Client
from tests.benchmarks.database import ECHO, SERVER, Database
from tests.benchmarks.kinds import kinds
from tests.benchmarks.layouts import Shape
from tests.benchmarks.tables import percentile, percentiles, table
from tests.benchmarks.truth import Arguments, Truth

FEW = 10_000  # memories, beside which more are measured
DIFFERENT, TIMES_EACH = 100, 20  # searches asked with the cache on, at most
# Reads each memory and each embedding once, through the indexes, so that they stay in PostgreSQL's buffers: as on a
# server that has been up for a while.
WARM = (
    "SELECT count(summary) FROM memories WHERE created_at > '-infinity'",
    "SELECT count(embeddings) FROM processed_memories WHERE memory_id > '00000000-0000-0000-0000-000000000000'",
)
# What somebody would write by hand for the simple kinds.
BY_TAG = "SELECT id, summary, content FROM memories WHERE tags && %s ORDER BY created_at DESC LIMIT %s"
BY_HAND = {
    "tags": BY_TAG,
    "context": "SELECT id, summary, content FROM memories WHERE context_vector"
    " @@ websearch_to_tsquery('english', %s) ORDER BY created_at DESC LIMIT %s",
    "summary": "SELECT id, summary, content FROM memories WHERE summary_vector"
    " @@ websearch_to_tsquery('english', %s) ORDER BY created_at DESC LIMIT %s",
    "an evenly spread tag": BY_TAG,
}


class Side:
    """A filled database with a server on it, and the searches that suit it."""

    def __init__(self, stack: ExitStack, folder: Path, memories: int, shape: Shape) -> None:
        self._stack = stack
        self.database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2, shape=shape)
        self.connection = stack.enter_context(self.database.connection())
        self.kinds = kinds(self.connection, self.database.layout)
        self.truth = Truth(self.connection)
        self.client = self.serve()

    def serve(self, **variables: str) -> Client:
        client = self._stack.enter_context(Client(SERVER, self.database.environment(**variables)))
        client.call("search_memories", limit=1)  # connects
        return client

    def searches(self, name: str, count: int) -> list[Arguments]:
        return [self.kinds[name]() for _ in range(count)]

    def latencies(self, name: str, searches: Sequence[Arguments]) -> list[float]:
        """Milliseconds of each search, whose answers are then checked."""
        taken, answers = self.client.timed(self.lines(self.client, searches))
        self.truth.check_all(name, searches, answers)
        return taken

    @staticmethod
    def lines(client: Client, searches: Sequence[Arguments]) -> list[bytes]:
        return [client.call_line("search_memories", arguments) for arguments in searches]

    def throughput(self, client: Client, name: str, searches: Sequence[Arguments], times: int = 1) -> float:
        """Calls a second; each search is repeated so many times, and answered alike each time."""
        a_second, answers = client.throughput(self.lines(client, list(searches) * times))
        self.truth.check_all(name, searches, answers[: len(searches)])
        assert answers == answers[: len(searches)] * times, name
        return a_second


def run(folder: Path, *, memories: int, rounds: int, shapes: Sequence[Shape]) -> str:
    """Latency of each kind on each shape of data, and all shapes side by side."""
    parts: list[str] = []
    beside: dict[str, dict[Shape, str]] = {}
    for shape in shapes:
        text, figures = _measured(folder, memories, max(rounds // 5, 3), shape)
        parts.append(text)
        for name, taken in figures.items():
            cell = " / ".join(f"{value:.1f}" for value in (percentile(taken, 0.5), percentile(taken, 0.95), max(taken)))
            beside.setdefault(name, {})[shape] = cell
    if len(shapes) > 1:
        rows = [[name, *(cells.get(shape, "") for shape in shapes)] for name, cells in beside.items()]
        head = ["ms: P50 / P95 / max", *shapes]
        parts.append(f"### The shapes side by side, {memories:,} memories each\n\n{table(head, rows)}")
    return "\n\n".join(parts)


def _measured(folder: Path, memories: int, rounds: int, shape: Shape) -> tuple[str, dict[str, list[float]]]:
    """Latency of each kind, at first and on a server that has been up for a while, and searches a second.

    Beside it, in turn with it, for the machine has moods: the simple kinds by hand, and among many memories each kind
    among few.

    Returns:
        A table, and the milliseconds of each kind.
    """
    with ExitStack() as stack:
        many = Side(stack, folder, memories, shape)
        few = Side(stack, folder, FEW, shape) if memories > FEW else None
        echo = stack.enter_context(Client(ECHO, dict(os.environ)))
        first = {name: many.latencies(name, many.searches(name, rounds)) for name in many.kinds}
        if few is not None:
            for name in few.kinds:
                few.latencies(name, few.searches(name, rounds))
        for statement in WARM:
            many.connection.execute(statement)
        rows, figures = [], {}
        for name in many.kinds:
            beside = few if few is not None and name in few.kinds else None
            taken, by_hand, among_few = _in_turns(name, many, beside, echo, rounds)
            figures[name] = taken
            row = [name, *percentiles(taken), f"{percentile(first[name], 0.95):.2f}"]
            if by_hand:
                floor = percentile(by_hand, 0.5)
                row += [f"{floor:.2f}", f"{percentile(taken, 0.5) / floor:.2f}"]
            else:
                row += ["", ""]
            if among_few:
                least = percentile(among_few, 0.95)
                row += [f"{least:.2f}", f"{percentile(taken, 0.95) / least:.1f}"]
            elif few is not None:
                row += ["", ""]
            rows.append(row)
        a_second = many.throughput(many.client, "tags", many.searches("tags", 4 * rounds))
        different = min(DIFFERENT, 4 * rounds)
        cached = many.serve(ENABLE_CACHE="true")
        repeated = {
            name: many.throughput(cached, name, many.searches(name, different), TIMES_EACH)
            for name in ("tags", "query")
        }
    head = ["ms", "P50", "P95", "P99", "max", "P95 at first", "echo + SQL by hand, P50", "ratio (at most 1.5)"]
    if few is not None:
        head += [f"P95 among {FEW:,}", "ratio of P95 (at most 3)"]
    text = (
        f"### Searches among {memories:,} memories, {shape}\n\n{table(head, rows)}\n\n"
        f"- Searches by tag, 64 in flight on one connection, no cache: {a_second:,.0f}/s\n"
        f"- With the cache on, {different} different ones, {TIMES_EACH} times each: {repeated['tags']:,.0f}/s by tag,"
        f" {repeated['query']:,.0f}/s by question (at least 500)"
    )
    return text, figures


def _in_turns(
    name: str, many: Side, few: Side | None, echo: Client, rounds: int
) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of a kind: by the server, by an echo and hand-written SQL, and among few memories."""
    searches = many.searches(name, rounds)
    among = few.searches(name, rounds) if few is not None else []
    taken, by_hand, among_few = [], [], []
    answers, few_answers = [], []
    for place, line in enumerate(many.lines(many.client, searches)):
        times, (answer,) = many.client.timed([line])
        taken += times
        answers.append(answer)
        if few is not None:
            times, (few_answer,) = few.client.timed(few.lines(few.client, [among[place]]))
            among_few += times
            few_answers.append(few_answer)
        if name in BY_HAND:
            milliseconds, ids = _by_hand(many.connection, name, searches[place])
            assert ids == {memory["id"] for memory in answer["memories"]}, searches[place]
            by_hand.append(milliseconds + echo.latencies([echo.call_line("echo", {})])[0])
    many.truth.check_all(name, searches, answers)
    if few is not None:
        few.truth.check_all(name, among, few_answers)
    return taken, by_hand, among_few


def _by_hand(connection: psycopg.Connection[Any], name: str, arguments: Arguments) -> tuple[float, set[str]]:
    """Milliseconds of the same without a server, and whom it found."""
    limit, value = arguments.values()
    before = time.perf_counter()
    rows = connection.execute(BY_HAND[name], [value, limit], prepare=False).fetchall()
    return (time.perf_counter() - before) * 1000, {str(row[0]) for row in rows}
