"""Who stored and changed a memory."""

from __future__ import annotations

import unicodedata
import uuid
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memories import provenance, records, storage
from memories.models import Memory
from tests.support.clients import Client, Serve
from tests.support.programs import example, run


@pytest.mark.parametrize(
    ("name", "version", "actor"),
    [
        ("claude-code", "2.1.0", "claude-code 2.1.0"),
        ("my  agent\n", "", "my agent"),
        ("", "", ""),
        ("x" * 300, "1", "x" * 200),
        ("a\x00b\x1b[31m\ud800", "1\u202e", "ab[31m 1"),
        ("admin: ada", "1", "client admin: ada 1"),
        ("Database : postgres", "1", "client Database : postgres 1"),
        ("administrator", "1", "administrator 1"),
    ],
)
def test_a_client_is_named_by_its_name_and_version(name: str, version: str, actor: str) -> None:
    assert provenance.client(name, version) == actor


@given(st.text(), st.text())
def test_an_actor_is_one_short_line_whatever_a_client_calls_itself(name: str, version: str) -> None:
    actor = provenance.client(name, version)
    assert len(actor) <= provenance.MAX_CHARACTERS
    assert actor == actor.strip()
    assert not any(unicodedata.category(character)[0] == "C" for character in actor)
    assert not actor.startswith(("admin:", "database:"))


def test_a_program_that_does_not_say_who_it_is_is_recorded_by_its_role(
    database: str, outside: psycopg.Connection[Any]
) -> None:
    async def work() -> tuple[records.Memory | None, records.Memory | None]:
        unnamed = await storage.store(example("one"))
        with provenance.acting_as("agent 1"):
            named = await storage.store(example("two", sentiment=0))
        return await storage.get(unnamed), await storage.get(named)

    unnamed, named = run(work)
    assert unnamed is not None
    assert named is not None
    role = f"database: {outside.info.user}"
    assert (unnamed.stored_by, unnamed.changed_by) == (role, role)
    assert (named.stored_by, named.changed_by, named.version) == ("agent 1", "agent 1", 1)
    outside.execute("INSERT INTO memories (content, content_hash, context, summary) VALUES ('a', 'a', 'c', 's')")
    assert Memory.objects.get(content="a").stored_by == role


def test_an_agent_is_recorded_by_what_it_said_when_it_connected(server: Client) -> None:
    stored = server.call("store_memory", content="Known", context="c", summary="s")
    memory = Memory.objects.get(pk=uuid.UUID(stored["id"]))
    assert (memory.stored_by, memory.changed_by) == ("tests 1", "tests 1")
    got = server.call("get_memory", id=stored["id"])["memory"]
    assert (got["stored_by"], got["changed_by"], got["version"]) == ("tests 1", "tests 1", 1)
    (hit,) = server.call("search_memories", query="Known")["memories"]
    assert (hit["stored_by"], hit["changed_by"], hit["version"]) == ("tests 1", "tests 1", 1)


def test_a_client_that_names_itself_in_each_request_is_recorded_by_that(serve: Serve, database: str) -> None:
    server = serve(database, initialized=False)
    meta = {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientInfo": {"name": "modern", "version": "3"},
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    arguments = {"content": "Known", "context": "c", "summary": "s"}
    server.ask("tools/call", {"name": "store_memory", "arguments": arguments, "_meta": meta})
    assert Memory.objects.get().stored_by == "modern 3"
