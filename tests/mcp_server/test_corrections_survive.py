"""Acknowledged updates, supersedings and deletions survive `kill -9`; the others are whole, or did not happen."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests.support.clients import Client, Message, Serve
from tests.support.database import PostgreSQL

EACH = 12
# Half of a change: a version without its number or the other way round, a successor that is missing, postings or
# counters that do not tell of what there is.
HALVES = """
SELECT
    (SELECT count(*) FROM memories FULL JOIN memory_versions AS former ON memory_id = id AND former.version = 1
        WHERE (memories.version = 2) <> (former.version IS NOT NULL) OR former.version IS NOT NULL AND id IS NULL)
    + (SELECT count(*) FROM memories LEFT JOIN memories AS successor ON successor.id = memories.superseded_by
        WHERE memories.superseded_by IS NOT NULL AND successor.id IS NULL)
    + abs((SELECT memories FROM corpus) - (SELECT count(*) FROM memories))
    + abs((SELECT count(*) FROM postings) - (
        SELECT count(*) FROM memories, scoped_terms(project, superseded_at, tags, metadata)
    ))
"""


def store(server: Client, number: int) -> str:
    memory = {"content": f"memory {number}", "context": "c", "summary": "s", "tags": ["a", "b"]}
    identifier: str = server.call("store_memory", memory)["id"]
    return identifier


def changes(server: Client, identifiers: list[str]) -> list[tuple[str, str, Message]]:
    """An update, a superseding and a deletion in turn: what it is, of which memory, and the request."""
    prepared = []
    for place, identifier in enumerate(identifiers):
        kind = ("update", "supersede", "delete")[place % 3]
        new: Message = {"content": f"new {place}", "context": "c", "summary": "s"}
        if kind == "update":
            request = server.prepared_call("update_memory", new | {"id": identifier})
        elif kind == "supersede":
            request = server.prepared_call("store_memory", new | {"supersedes": [identifier]})
        else:
            request = server.prepared_call("delete_memory", {"id": identifier})
        prepared.append((kind, identifier, request))
    return prepared


@pytest.mark.parametrize("victim", ["the server", "the server and PostgreSQL"])
def test_changes_that_were_acknowledged_survive_kill_9(serve: Serve, own_postgresql: PostgreSQL, victim: str) -> None:
    url = own_postgresql.url("postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("TRUNCATE memories CASCADE")
    server = serve(url, RATE_LIMIT_ENABLED="false")
    identifiers = [store(server, number) for number in range(3 * EACH)]
    prepared = changes(server, identifiers)
    server.send(*(request for _, _, request in prepared))
    acknowledged = [(kind, each, server.called(request["id"])) for kind, each, request in prepared[: 2 * EACH]]
    server.kill()
    if victim != "the server":
        own_postgresql.kill()
        own_postgresql.start()
        url = own_postgresql.url("postgres")
    other = serve(url, RATE_LIMIT_ENABLED="false")
    for kind, identifier, answer in acknowledged:
        memory: Any = other.call("get_memory", id=identifier)["memory"]
        if kind == "update":
            assert memory["content"].startswith("new")
            assert memory["version"] == answer["version"] == 2
            former = other.call("get_memory", id=identifier, version=1)["memory"]
            assert former["content"].startswith("memory")
        elif kind == "supersede":
            assert memory["superseded_by"] == answer["id"]
            assert other.call("get_memory", id=answer["id"])["memory"] is not None
        else:
            assert answer == {"deleted": True}
            assert memory is None
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET search_path = public, codex_processed")
        deleted = [identifier for kind, identifier, _ in acknowledged if kind == "delete"]
        kept = connection.execute("SELECT count(*) FROM deleted_memories WHERE id = ANY(%s::uuid[])", [deleted])
        assert kept.fetchone() == (len(deleted),)
        assert connection.execute(HALVES).fetchone() == (0,)
