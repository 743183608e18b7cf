"""While no memory changes, the pages of a search fit together: whoever serves them, and whatever PostgreSQL learns."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.support.clients import Client, Serve

MEMORIES, EMBEDDED, PAGE = 3_000, 1_200, 20
VOCABULARY = [f"{first}{second}k" for first in "bdfghlmnprstvz" for second in "aeiou"]
SEARCHES: dict[str, dict[str, Any]] = {
    "a question": {"query": "bak dek lik pok tuk"},
    "a question of one word": {"query": "bak"},
    "a question under a tag": {"query": "bak dek lik", "tags": ["some"]},
    "a question under a word": {"query": "bak dek lik", "summary": "dek"},
    "a question under a date": {"query": "bak dek lik", "from_date": "2025-01-01T12:00:00Z"},
    "an embedding": {"embedding": [1.0, 0.5, *[0.0] * 1534]},
    "an embedding under a tag": {"embedding": [1.0, 0.5, *[0.0] * 1534], "tags": ["some"]},
    "both": {"query": "bak dek lik pok tuk", "embedding": [1.0, 0.5, *[0.0] * 1534]},
    "a tag": {"tags": ["some"]},
    "a word": {"context": "bak"},
    "a word, last changed first": {"context": "bak", "order_by": "updated_at_desc"},
}
# What changes PostgreSQL's statistics, and with them its plans.
LEARNING = itertools.cycle(
    (
        "ANALYZE",
        "ALTER TABLE memories ALTER search_vector SET STATISTICS 1; ANALYZE memories",
        "VACUUM memories, codex_processed.embedded_memories, codex_processed.postings",
        "DELETE FROM pg_statistic WHERE starelid = 'public.memories'::regclass",
        "ALTER TABLE memories ALTER search_vector SET STATISTICS 1000; ANALYZE memories",
    )
)


@pytest.fixture
def loaded(outside: psycopg.Connection[Any]) -> Iterator[psycopg.Connection[Any]]:
    """As after a bulk load that nobody has analysed."""
    load(outside, 0, MEMORIES)
    outside.execute(
        "INSERT INTO codex_processed.processed_memories (memory_id, embeddings)"
        " SELECT id, ARRAY(SELECT random() - 0.3 FROM generate_series(1, 1536) WHERE id IS NOT NULL)::real[]::vector"
        " FROM memories ORDER BY created_at LIMIT %s",
        [EMBEDDED],
    )
    yield outside
    outside.execute("ALTER TABLE memories ALTER search_vector SET STATISTICS -1")


def load(connection: psycopg.Connection[Any], first: int, behind: int) -> None:
    """Texts of some 60 words, of which a few are common and most are not."""
    choose = random.Random(first)
    weights = [1 / (place + 3) for place in range(len(VOCABULARY))]
    rows = [
        (
            f"{number} " + " ".join(choose.choices(VOCABULARY, weights, k=60)),
            " ".join(choose.choices(VOCABULARY, weights, k=4)) + f" {number}",
            " ".join(choose.choices(VOCABULARY, weights, k=4)),
            ["some"] if number % 3 else ["other"],
            "2025-01-01 00:00:00Z",
            number * 30,
        )
        for number in range(first, behind)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO memories (content, content_hash, context, summary, tags, created_at)"
            " VALUES (%s, md5(random()::text), %s, %s, %s, %s::timestamptz + %s * interval '1 second')",
            rows,
        )


def ids(client: Client, **arguments: Any) -> list[str]:
    return [memory["id"] for memory in client.call("search_memories", content_chars=0, **arguments)["memories"]]


def paged(clients: list[Client], connection: psycopg.Connection[Any], search: dict[str, Any]) -> list[str]:
    """Five pages, each by the next of the servers, while PostgreSQL goes on learning."""
    found = []
    for offset, client in zip(range(0, 5 * PAGE, PAGE), itertools.cycle(clients), strict=False):
        found += ids(client, **search, limit=PAGE, offset=offset)
        for statement in next(LEARNING).split("; "):
            connection.execute(statement)
    return found


def test_pages_neither_overlap_nor_skip_whoever_serves_them(loaded: psycopg.Connection[Any], serve: Serve) -> None:
    clients = [serve(), serve()]
    for name, search in SEARCHES.items():
        at_once = ids(clients[0], **search, limit=5 * PAGE)
        assert len(at_once) == 5 * PAGE, name
        assert paged(clients, loaded, search) == at_once, name
        assert ids(serve(), **search, limit=5 * PAGE) == at_once, f"{name}, by a server that was started later"


def test_servers_agree_on_the_order_also_after_many_more_memories_were_stored(
    loaded: psycopg.Connection[Any], serve: Serve
) -> None:
    """Each server notices it by itself, and one of them makes the statistics anew."""
    clients = [serve(), serve(), serve()]
    search = SEARCHES["a question"]
    version = "SELECT version FROM codex_processed.corpus_statistics"
    assert len({tuple(ids(client, **search)) for client in clients}) == 1
    before = loaded.execute(version).fetchone()
    load(loaded, MEMORIES, 2 * MEMORIES)
    assert len({tuple(ids(client, **search)) for client in clients}) == 1
    assert loaded.execute(version).fetchone() != before


def test_the_statistics_stay_as_they_are_while_few_memories_are_stored(
    loaded: psycopg.Connection[Any], serve: Serve
) -> None:
    client = serve()
    version = "SELECT version FROM codex_processed.corpus_statistics"
    ids(client, query="bak")
    before = loaded.execute(version).fetchone()
    load(loaded, MEMORIES, MEMORIES + MEMORIES // 10)
    loaded.execute("ANALYZE")
    ids(client, query="bak")
    assert loaded.execute(version).fetchone() == before
