"""What each kind of search costs, beside the same filter in hand-written SQL."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg

from tests.benchmarks.client import Client
from tests.benchmarks.data import COMPONENTS, TAGS, Generator
from tests.benchmarks.database import ECHO, SERVER, Database
from tests.benchmarks.tables import percentile, percentiles, table

LIMIT = 5
FEW = 10_000  # memories, beside which more are measured
DIFFERENT, TIMES_EACH = 100, 20  # searches asked with the cache on
# Reads each memory and each embedding once, through the indexes, so that they stay in PostgreSQL's buffers: as on a
# server that has been up for a while.
WARM = (
    "SELECT count(summary) FROM memories WHERE created_at > '-infinity'",
    "SELECT count(embeddings) FROM processed_memories WHERE memory_id > '00000000-0000-0000-0000-000000000000'",
)
# What somebody would write by hand for the three simple kinds.
BY_HAND = {
    "tags": "SELECT id, summary, content FROM memories WHERE tags && %s ORDER BY created_at DESC LIMIT 5",
    "context": "SELECT id, summary, content FROM memories WHERE context_vector"
    " @@ websearch_to_tsquery('english', %s) ORDER BY created_at DESC LIMIT 5",
    "summary": "SELECT id, summary, content FROM memories WHERE summary_vector"
    " @@ websearch_to_tsquery('english', %s) ORDER BY created_at DESC LIMIT 5",
}


def kinds(generator: Generator) -> dict[str, Callable[[], dict[str, Any]]]:
    """The kinds of search, each making the arguments of a call."""
    choose = random.Random(5)

    def two_words() -> str:
        return generator.text(2, generator.topics[choose.randrange(len(generator.topics))])

    return {
        "tags": lambda: {"tags": generator.tags()[:1]},
        "tags, the commonest": lambda: {"tags": ["tag-0"]},
        "tags, a rare one": lambda: {"tags": [f"tag-{choose.randrange(TAGS // 2, TAGS)}"]},
        "context": lambda: {"context": f"project {choose.randrange(200)}"},
        "summary": lambda: {"summary": two_words()},
        "summary, a common word": lambda: {"summary": choose.choice(generator.words[:20])},
        "dates": lambda: {"from_date": "2025-03-01", "to_date": "2025-04-01"},
        "metadata": lambda: {"metadata": {"component": choose.randrange(COMPONENTS)}},
        "metadata, common": lambda: {"metadata": {"kind": "note"}},
        "tags, context and dates": lambda: {
            "tags": generator.tags()[:1],
            "context": f"project {choose.randrange(200)}",
            "from_date": "2025-01-01",
        },
        "nothing, newest first": dict,
        "query": lambda: {"query": generator.question()},
        "query of common words": lambda: {"query": generator.question(common=True)},
        "query and tags": lambda: {"query": generator.question(), "tags": generator.tags()[:1]},
        "embedding": lambda: {"embedding": generator.embedding()},
        "embedding and tags": lambda: {"embedding": generator.embedding(), "tags": generator.tags()[:1]},
        "query and embedding": lambda: {"query": generator.question(), "embedding": generator.embedding()},
    }


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Latency of each kind, at first and on a server that has been up for a while, and searches a second.

    Beside it, in turn with it, for the machine has moods: the simple kinds by hand, and among many memories each kind
    among few.
    """
    rounds = max(rounds // 5, 20)
    makers = kinds(Generator(seed=11))
    with ExitStack() as stack:
        database, connection = _filled(stack, folder, memories)
        client = _served(stack, database)
        few = _served(stack, _filled(stack, folder, FEW)[0]) if memories > FEW else None
        echo = stack.enter_context(Client(ECHO, dict(os.environ)))

        def calls(name: str, different: int = rounds, times: int = 1) -> list[bytes]:
            searches = [{"limit": LIMIT, **makers[name]()} for _ in range(different)]
            return [client.call_line("search_memories", arguments) for _ in range(times) for arguments in searches]

        client.call("search_memories", limit=1)  # connects
        first = {name: client.latencies(calls(name)) for name in makers}
        if few is not None:
            few.latencies(line for name in makers for line in calls(name))
        for statement in WARM:
            connection.execute(statement)
        rows = []
        for name, make in makers.items():
            taken, by_hand, echoed, among_few = [], [], [], []
            for line in calls(name):
                taken += client.latencies([line])
                if few is not None:
                    among_few += few.latencies([line])
                if name in BY_HAND:
                    by_hand.append(_by_hand(connection, name, make()))
                    echoed += echo.latencies([echo.call_line("echo", {})])
            row = [name, *percentiles(taken), f"{percentile(first[name], 0.95):.2f}"]
            if name in BY_HAND:
                floor = percentile(echoed, 0.5) + percentile(by_hand, 0.5)
                row += [f"{floor:.2f}", f"{percentile(taken, 0.5) / floor:.2f}"]
            else:
                row += ["", ""]
            if few is not None:
                least = percentile(among_few, 0.95)
                row += [f"{least:.2f}", f"{percentile(taken, 0.95) / least:.1f}"]
            rows.append(row)
        a_second = client.throughput(calls("tags", 4 * rounds))
        cached = _served(stack, database, ENABLE_CACHE="true")
        cached.call("search_memories", limit=1)  # connects
        repeated = {name: cached.throughput(calls(name, DIFFERENT, TIMES_EACH)) for name in ("tags", "query")}
    head = ["ms", "P50", "P95", "P99", "max", "P95 at first", "echo + SQL by hand, P50", "ratio (at most 1.5)"]
    if few is not None:
        head += [f"P95 among {FEW:,}", "ratio of P95 (at most 3)"]
    return (
        f"### Searches among {memories:,} memories\n\n{table(head, rows)}\n\n"
        f"- Searches by tag, 64 in flight on one connection, no cache: {a_second:,.0f}/s\n"
        f"- With the cache on, {DIFFERENT} different ones, {TIMES_EACH} times each: {repeated['tags']:,.0f}/s by tag,"
        f" {repeated['query']:,.0f}/s by question (at least 500)"
    )


def _filled(stack: ExitStack, folder: Path, memories: int) -> tuple[Database, psycopg.Connection[Any]]:
    database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2)
    return database, stack.enter_context(database.connection())


def _served(stack: ExitStack, database: Database, **variables: str) -> Client:
    return stack.enter_context(Client(SERVER, database.environment(**variables)))


def _by_hand(connection: psycopg.Connection[Any], name: str, arguments: dict[str, Any]) -> float:
    """Milliseconds of the same without a server."""
    (value,) = arguments.values()
    before = time.perf_counter()
    connection.execute(BY_HAND[name], [value], prepare=False).fetchall()
    return (time.perf_counter() - before) * 1000
