"""What a page of a search costs by its size, beside an echo and the same page by hand-written SQL."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import psycopg

from memories import limits
from tests.benchmarks.client import Client
from tests.benchmarks.database import ECHO, SERVER, Database
from tests.benchmarks.tables import percentile, percentiles, table

SIZES = {5: "", 20: "at most 1.3", 100: ""}
COMMONEST = """
SELECT tag FROM memories, unnest(tags) AS tag GROUP BY tag HAVING count(*) >= %s ORDER BY count(*) DESC, tag LIMIT 10
"""
# What somebody would write by hand for the same page: each column that a hit shows, of the memory and its processing.
BY_HAND = """
SELECT m.id, left(m.content, %s), m.content_hash, m.context, m.summary, m.tags, m.metadata, m.created_at, m.updated_at,
    m.content_length, p.insights, p.entities, p.sentiment, p.embeddings IS NOT NULL, p.processing_version,
    p.processed_at, m.project, m.superseded_by, m.superseded_at, m.version, m.stored_by, m.changed_by
FROM memories m
LEFT JOIN LATERAL (
    SELECT * FROM codex_processed.processed_memories WHERE memory_id = m.id ORDER BY processing_version DESC LIMIT 1
) p ON true
WHERE m.tags && %s
ORDER BY m.created_at DESC, m.id DESC
LIMIT %s
"""


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Pages of 5, 20 and 100 hits by tag, each in turn with an echo and its statement."""
    database = Database(folder, memories, embedded_every=2)
    choose = random.Random(7)
    with (
        database.connection() as connection,
        Client(ECHO, database.environment()) as echo,
        # From a cache there would be nothing to compare.
        Client(SERVER, database.environment(ENABLE_CACHE="false")) as client,
    ):
        rows = []
        for size, bound in SIZES.items():
            names = [row[0] for row in connection.execute(COMMONEST, [size])]
            if not names:  # in a small run
                continue
            for name in names:
                found = client.call("search_memories", **_search(name, size))
                _check(found, _page(connection, name, size), size)
            taken, echoed, by_hand = [], [], []
            for _ in range(rounds):
                name = choose.choice(names)
                taken += client.latencies([client.call_line("search_memories", _search(name, size))])
                echoed += echo.latencies([echo.call_line("echo", {})])
                before = time.perf_counter()
                _page(connection, name, size)
                by_hand.append((time.perf_counter() - before) * 1000)
            floor = percentile(echoed, 0.5) + percentile(by_hand, 0.5)
            ratio = f"{percentile(taken, 0.5) / floor:.2f}"
            rows.append([f"{size} hits", *percentiles(taken), f"{floor:.2f}", f"{ratio} ({bound})" if bound else ratio])
    head = ["search by tag; ms", "P50", "P95", "P99", "max", "echo + SQL by hand, P50", "ratio"]
    return f"### Pages by tag, among {memories:,} memories\n\n{table(head, rows)}"


def _search(tag: str, size: int) -> dict[str, Any]:
    """A page that shows as much of each content as the statement."""
    return {"tags": [tag], "limit": size, "max_chars": size * limits.CONTENT_PREVIEW_CHARACTERS}


def _page(connection: psycopg.Connection[Any], tag: str, size: int) -> list[tuple[Any, ...]]:
    values = [limits.CONTENT_PREVIEW_CHARACTERS, [tag], size]
    return connection.execute(BY_HAND, values, prepare=True).fetchall()


def _check(found: dict[str, Any], page: list[tuple[Any, ...]], size: int) -> None:
    """See that the server found the page that was meant, and all of it.

    Raises:
        RuntimeError: it did not.
    """
    expected = [(str(row[0]), row[1]) for row in page]
    if len(page) != size or [(hit["id"], hit["content"]) for hit in found["memories"]] != expected:
        raise RuntimeError(f"the page of {size} is not the one that SQL by hand finds")
