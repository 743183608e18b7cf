"""The cache: bounded, invisible but for its speed, and never behind the database."""

from __future__ import annotations

import asyncio
import warnings
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.core.cache import caches

from memories import cache, corrections, projects, records, storage
from memories.db import pool
from memories.projects import Scope
from memories.search.request import SearchQuery
from tests.support.changes import change_notified
from tests.support.clients import Client, Serve, cached
from tests.support.database import PostgreSQL
from tests.support.faults import fail_once
from tests.support.locks import hold
from tests.support.programs import run
from tests.support.waiting import PATIENCE, until

MEMORY = {"content": "The ferry leaves at nine.", "context": "Travel", "summary": "Ferry", "tags": ["sea"]}
LISTENING = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'codex-memory-cache' AND query = 'SELECT 1'"


def contents(server: Client) -> list[str]:
    return [memory["content"] for memory in server.call("search_memories", query="ferry")["memories"]]


def test_a_cached_get_or_search_touches_no_database(
    serve: Serve, database: str, outside: psycopg.Connection[Any]
) -> None:
    server = cached(serve, database)
    identifier = server.call("store_memory", MEMORY)["id"]
    calls = [
        ("get_memory", {"id": identifier}),
        ("get_memory", {"id": identifier, "include_embedding": True}),
        ("search_memories", {"tags": ["sea"]}),
        ("search_memories", {"query": "ferry"}),
    ]
    # A notification of its own store may still be under way; it forgets what was kept before it.
    until(lambda: all(server.call(*call) == server.call(*call) for call in calls), "answers")
    before = [server.call(*call) for call in calls]
    with outside.transaction():
        hold(outside)
        assert [server.call(*call) for call in calls] == before


def test_without_the_cache_every_call_asks(serve: Serve, database: str, outside: psycopg.Connection[Any]) -> None:
    server = serve(database)
    identifier = server.call("store_memory", MEMORY)["id"]
    server.call("get_memory", id=identifier)
    with outside.transaction():
        hold(outside)
        waiting = server.request_call("get_memory", {"id": identifier})
        server.ping()
        assert not server.has_answer(waiting)
    assert server.called(waiting)["memory"]["id"] == identifier


def test_a_servers_own_changes_are_seen_by_its_very_next_call(serve: Serve, database: str) -> None:
    server = cached(serve, database)
    for number in range(50):
        memory = {**MEMORY, "content": f"The ferry number {number}."}
        assert contents(server) == []
        identifier = server.call("store_memory", memory)["id"]
        assert contents(server) == [memory["content"]]
        assert server.call("get_memory", id=identifier)["memory"]["content"] == memory["content"]
        assert server.call("delete_memory", id=identifier) == {"deleted": True}
        assert server.call("get_memory", id=identifier) == {"memory": None}


def test_what_another_process_deletes_or_changes_is_gone_once_postgresql_has_told_of_it(
    serve: Serve, database: str, outside: psycopg.Connection[Any]
) -> None:
    """Without being told the server would keep it for CACHE_TTL, which is ten times as long as `until` waits."""
    server = cached(serve, database)
    identifier = server.call("store_memory", MEMORY)["id"]
    assert contents(server) == contents(server) == [MEMORY["content"]]
    with change_notified(database):
        outside.execute("UPDATE memories SET summary = 'Changed' WHERE id = %s", [identifier])
    until(lambda: server.call("get_memory", id=identifier)["memory"]["summary"] == "Changed", "change")
    with change_notified(database):
        outside.execute(
            "INSERT INTO codex_processed.processed_memories (memory_id, sentiment) VALUES (%s, 1)", [identifier]
        )
    until(lambda: server.call("get_memory", id=identifier)["memory"]["processed"], "processing")
    with change_notified(database):
        outside.execute("DELETE FROM memories WHERE id = %s", [identifier])
    until(lambda: server.call("get_memory", id=identifier) == {"memory": None}, "deletion")
    until(lambda: contents(server) == [], "deletion")


def test_confined_servers_keep_only_what_they_may_see(serve: Serve, database: str) -> None:
    """And no warning about their keys is logged."""
    everyone = serve(database)
    mine, other = (cached(serve, database, CODEX_PROJECT=name, PROJECT_CONFINED="true") for name in ("mine", "other"))
    identifier = mine.call("store_memory", MEMORY)["id"]
    for _ in range(2):
        assert contents(mine) == [MEMORY["content"]]
        assert contents(other) == []
        for more in ({}, {"include_embedding": True}):
            assert mine.call("get_memory", id=identifier, **more)["memory"]["project"] == "mine"
            assert other.call("get_memory", id=identifier, **more)["memory"] is None
    mine.call("update_memory", id=identifier, content="The ferry leaves at ten.")
    assert contents(mine) == ["The ferry leaves at ten."]
    assert mine.call("get_memory", id=identifier)["memory"]["version"] == 2
    with change_notified(database):
        everyone.call("update_memory", id=identifier, project="other")
    until(lambda: mine.call("get_memory", id=identifier) == {"memory": None}, "leaving")
    until(lambda: contents(other) == ["The ferry leaves at ten."], "arrival")
    assert contents(mine) == []
    assert other.call("get_memory", id=identifier)["memory"]["project"] == "other"
    assert other.call("delete_memory", id=identifier) == {"deleted": True}
    assert other.call("get_memory", id=identifier) == {"memory": None}
    assert contents(other) == []
    for server in (mine, other):
        assert server.finish() == 0
        assert "warning" not in server.log.lower()


def test_callers_of_one_process_share_no_answers_that_their_scopes_make_differ(database: str, settings: Any) -> None:
    """Both cover the same projects, but a search as of a moment hides former versions from the confined one."""
    settings.ENABLE_CACHE = True

    async def story() -> None:
        memory = records.CreateMemory(content="secret", context="c", summary="s", project="theirs")
        identifier = await storage.store(memory)
        stored = await storage.get(identifier)
        assert stored is not None
        await corrections.update(identifier, corrections.MemoryUpdate(content="public", project="mine"))
        search = SearchQuery(projects=("mine", ""), as_of=stored.updated_at)
        cache._state.is_listening = True
        try:
            for scope, content in ((Scope("mine"), "secret"), (Scope("mine", is_confined=True), "public")) * 2:
                projects.use(scope)
                assert [hit.content for hit in (await storage.search(search)).memories] == [content]
        finally:
            cache._state.is_listening = False
            caches["memories"].clear()

    run(story)


def test_what_was_read_before_a_change_is_not_kept_after_it() -> None:
    async def story() -> None:
        async def ask() -> str:
            cache.forget()  # the notification comes while the answer is on its way
            return "old"

        assert await cache.remembered("key", ask) == "old"
        assert caches["memories"].get("key") is None

    run_listening(story())


def test_after_a_restart_of_the_database_everything_is_forgotten_and_the_cache_is_used_again(
    serve: Serve, own_postgresql: PostgreSQL
) -> None:
    server = cached(serve, own_postgresql.url("postgres"))
    identifier = server.call("store_memory", MEMORY)["id"]
    for _ in range(3):
        server.call("get_memory", id=identifier)
    own_postgresql.stop_immediately()
    until(lambda: "Cache disabled" in server.log, "the gap")
    own_postgresql.start()
    with psycopg.connect(own_postgresql.url("postgres"), autocommit=True) as connection:
        connection.execute("DELETE FROM public.memories")
    until(lambda: server.log.count("Cache enabled") == 2, "listening again")
    assert server.call("get_memory", id=identifier) == {"memory": None}


UNEXPECTED = [
    KeyError("host"),
    RuntimeError("can't start new thread"),
    OSError(24, "Too many open files"),
    MemoryError(),
]


@pytest.mark.parametrize("error", UNEXPECTED, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(("owner", "name"), [(pool, "parameters"), (psycopg.AsyncConnection, "connect")])
def test_after_an_unexpected_exception_changes_are_listened_for_all_the_same(
    database: str, settings: Any, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, error: Exception
) -> None:
    settings.ENABLE_CACHE = True
    failed = fail_once(monkeypatch, owner, name, error)

    async def story() -> None:
        cache.start_listening()
        async with asyncio.timeout(PATIENCE):
            while not await _keeps_answers():
                await asyncio.sleep(0.01)
        assert failed()
        await cache.stop_listening()
        assert not await _keeps_answers()

    asyncio.run(story())
    caches["memories"].clear()


async def _keeps_answers() -> bool:
    asked = 0

    async def ask() -> str:
        nonlocal asked
        asked += 1
        return "answer"

    for _ in range(2):
        await cache.remembered("key", ask)
    cache.forget()
    return asked == 1


def test_a_listener_that_has_failed_does_not_hold_up_the_end_and_can_be_started_again(
    database: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ENABLE_CACHE = True
    failed = fail_once(monkeypatch, cache.logger, "info", ValueError("log"))
    fail_once(monkeypatch, cache.logger, "exception", ValueError("log"))

    async def story() -> None:
        cache.start_listening()
        async with asyncio.timeout(PATIENCE):
            while not failed() or await _keeps_answers():
                await asyncio.sleep(0.01)
        await cache.stop_listening()
        cache.start_listening()
        async with asyncio.timeout(PATIENCE):
            while not await _keeps_answers():
                await asyncio.sleep(0.01)
        await cache.stop_listening()

    asyncio.run(story())
    caches["memories"].clear()


def run_listening(story: Any) -> None:
    """Run a story as if changes were listened for."""
    cache._state.is_listening = True
    try:
        asyncio.run(story)
    finally:
        cache._state.is_listening = False
        caches["memories"].clear()


@pytest.fixture
def bounded() -> cache.BoundedCache:
    return cache.BoundedCache(str(uuid4()), {"TIMEOUT": 300, "OPTIONS": {"MAX_ENTRIES": 1000}})


def test_a_thousand_memories_of_a_megabyte_do_not_fit(bounded: cache.BoundedCache) -> None:
    for number in range(1000):
        bounded.set(str(number), b"x" * 1_000_000)
    kept = [number for number in range(1000) if bounded.get(str(number)) is not None]
    assert 60 <= len(kept) <= 67
    assert kept == list(range(kept[0], 1000))


def test_the_entry_not_used_for_longest_is_the_first_to_go(bounded: cache.BoundedCache) -> None:
    for number in range(1000):
        bounded.set(str(number), number)
    assert bounded.get("0") == 0
    bounded.set("one-more", 1)
    assert bounded.get("0") == 0
    assert bounded.get("1") is None


def test_bytes_are_counted_together_wherever_the_cache_is_reached_from() -> None:
    name = str(uuid4())
    for number in range(100):  # as Django makes a new object for each task
        cache.BoundedCache(name, {}).set(str(number), b"x" * 1_000_000)
    last = cache.BoundedCache(name, {})
    assert 60 <= sum(last.get(str(number)) is not None for number in range(100)) <= 67


def test_what_is_replaced_or_cleared_takes_no_room(bounded: cache.BoundedCache) -> None:
    for _ in range(200):
        bounded.set("same", b"x" * 1_000_000)
    bounded.set("other", 1)
    assert bounded.get("same") is not None
    assert bounded.get("other") == 1
    bounded.clear()
    for number in range(60):
        bounded.set(str(number), b"x" * 1_000_000)
    assert bounded.get("0") is not None


def test_the_key_of_a_caller_of_many_projects_is_as_good_as_any(bounded: cache.BoundedCache) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        bounded.set("x" * 5_000, 1)
        assert bounded.get("x" * 5_000) == 1
