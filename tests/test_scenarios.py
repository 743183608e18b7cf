"""The integration scenarios that the specification names ("Integration Test Scenarios")."""

from __future__ import annotations

import hashlib
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from memories import limits
from memories.models import Memory
from tests.support.clients import Client, Serve

pytestmark = pytest.mark.acceptance

FACT: dict[str, Any] = {
    "content": "The staging database is rebuilt every night at 02:00 UTC.",
    "context": "Operations handbook, chapter on databases",
    "summary": "Staging is rebuilt nightly",
    "tags": ["staging", "database"],
    "metadata": {"source": "handbook", "page": 12},
}


def test_store_and_retrieve(server: Client) -> None:
    stored = server.call("store_memory", FACT, insights="nightly", entities={"db": "staging"}, sentiment=0.5)
    memory = server.call("get_memory", id=stored["id"])["memory"]
    assert memory | FACT == memory
    assert memory["id"] == str(uuid.UUID(stored["id"]))
    assert memory["content_hash"] == hashlib.sha256(FACT["content"].encode()).hexdigest()
    assert memory["created_at"] == memory["updated_at"]
    assert memory["created_at"].endswith("Z")
    assert memory["processed"]["insights"] == "nightly"
    assert memory["processed"]["entities"] == {"db": "staging"}
    assert memory["processed"]["sentiment"] == 0.5
    assert memory["processed"]["has_embedding"] is False
    assert server.call("delete_memory", id=stored["id"]) == {"deleted": True}
    assert server.call("get_memory", id=stored["id"]) == {"memory": None}
    assert server.call("delete_memory", id=stored["id"]) == {"deleted": False}


def test_deduplication(server: Client, serve: Serve) -> None:
    servers = [server, serve(), serve(), serve()]
    start = threading.Barrier(len(servers))

    def store_five_times(client: Client) -> list[dict[str, Any]]:
        requests = [client.prepared_call("store_memory", FACT | {"summary": f"Version {n}"}) for n in range(5)]
        start.wait()
        client.send(*requests)
        return [client.answer(request["id"]) for request in requests]

    with ThreadPoolExecutor(len(servers)) as executor:
        answers = [answer for several in executor.map(store_five_times, servers) for answer in several]
    winners = [answer for answer in answers if "result" in answer]
    losers = [answer["error"] for answer in answers if "error" in answer]
    assert (len(winners), len(losers)) == (1, 19)
    identifier = winners[0]["result"]["structuredContent"]["id"]
    assert {error["code"] for error in losers} == {-32002}
    assert {error["data"]["existing_id"] for error in losers} == {identifier}
    assert {error["data"]["type"] for error in losers} == {"StorageError::Duplicate"}
    assert Memory.objects.count() == 1


def test_search_by_tags(server: Client) -> None:
    def store(name: str, *tags: str) -> str:
        stored: str = server.call("store_memory", content=name, context="c", summary=name, tags=list(tags))["id"]
        return stored

    red, green, both = store("red", "red"), store("green", "green"), store("both", "red", "green")
    store("neither", "blue")

    def found(*tags: str) -> list[str]:
        return [memory["id"] for memory in server.call("search_memories", tags=list(tags))["memories"]]

    assert found("red") == [both, red]
    assert found("red", "green") == [both, green, red]
    assert found("yellow") == []
    assert found("RED") == []
    page = server.call("search_memories", tags=["red", "green"], limit=2)
    assert (len(page["memories"]), page["total"], page["total_is_exact"], page["has_more"]) == (2, 3, True, True)
    rest = server.call("search_memories", tags=["red", "green"], limit=2, offset=2)
    assert ([memory["id"] for memory in rest["memories"]], rest["total"], rest["has_more"]) == ([red], 3, False)


def test_concurrent_operations(serve: Serve, database: str) -> None:
    servers = [serve(), serve()]

    def work(client: Client, worker: int) -> int:
        kept = 0
        for n in range(20):
            name = f"worker {worker} note {n}"
            stored = client.call("store_memory", content=name, context="c", summary=name, tags=[f"w{worker}"])
            assert client.call("get_memory", id=stored["id"])["memory"]["content"] == name
            if n % 4:
                kept += 1
            else:
                assert client.call("delete_memory", id=stored["id"]) == {"deleted": True}
        assert client.call("search_memories", tags=[f"w{worker}"])["total"] == kept
        return kept

    with ThreadPoolExecutor(8) as executor:
        kept = list(executor.map(lambda worker: work(servers[worker % 2], worker), range(8)))
    assert Memory.objects.count() == sum(kept) == 8 * 15


def test_connection_pool_exhaustion(serve: Serve, outside: psycopg.Connection[Any]) -> None:
    server = serve(MAX_CONNECTIONS="1", MIN_CONNECTIONS="0", ACQUIRE_TIMEOUT="1")
    server.call("search_memories")
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        blocked = server.request_call("search_memories")
        queued = server.request_call("search_memories")
        server.ping()
        refused = server.refused(queued)
        assert refused.code == -32603
        assert refused.data["type"] == "StorageError::PoolExhausted"
        assert "MAX_CONNECTIONS" in refused.message
        assert not server.has_answer(blocked)
    assert server.called(blocked)["memories"] == []
    assert server.call("search_memories")["total"] == 0


@pytest.mark.parametrize("character", ["a", "é", "€", "🐘"])
def test_large_content_handling(server: Client, character: str) -> None:
    most = limits.CONTENT_MAX_BYTES // len(character.encode())
    content = character * most + "b" * (limits.CONTENT_MAX_BYTES - most * len(character.encode()))
    stored = server.call("store_memory", content=content, context="c", summary="the largest", tags=["large"])
    assert server.call("get_memory", id=stored["id"])["memory"]["content"] == content
    hit = server.call("search_memories", tags=["large"], content_chars=10)["memories"][0]
    assert (hit["content"], hit["content_length"], hit["content_truncated"]) == (content[:10], len(content), True)
    refused = server.refusal("store_memory", content=content + "b", context="c", summary="too large")
    assert (refused.code, refused.data["type"]) == (-32003, "StorageError::SizeLimit")
    assert (refused.data["field"], refused.data["limit"]) == ("content", limits.CONTENT_MAX_BYTES)
    assert refused.data["actual"] == limits.CONTENT_MAX_BYTES + 1
    assert Memory.objects.count() == 1


def test_pattern_analysis(server: Client) -> None:
    stored = server.call(
        "store_memory",
        content="def retry(call):\n    try:\n        return call()\n    except OSError:\n        return call()\n",
        context="utilities",
        summary="Call once more",
    )
    analysis = server.call("analyze_patterns", memory_id=stored["id"], language="python")
    assert analysis["counts"] == {"exception_handling": 1, "function_definition": 1}
    found = server.call("search_patterns", pattern_type="exception_handling", language="python")["patterns"]
    assert [pattern["memory_id"] for pattern in found] == [stored["id"]]
