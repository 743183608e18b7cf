"""update_memory, and get_memory's versions, on the wire."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.support.clients import Client, cached
from tests.support.waiting import until

MEMORY = {"content": "First", "context": "c", "summary": "s", "tags": ["a"]}


@pytest.fixture
def stored(server: Client) -> str:
    return str(server.call("store_memory", MEMORY)["id"])


def test_a_memory_is_updated_and_its_versions_are_listed(server: Client, stored: str) -> None:
    state = server.call("update_memory", id=stored, content="Second", tags=None, summary="")
    memory = server.call("get_memory", id=stored, history=True)["memory"]
    assert state == {"id": stored, "version": 2, "updated_at": memory["updated_at"]}
    assert (memory["content"], memory["tags"], memory["summary"]) == ("Second", ["a"], "s")
    assert memory["versions"] == [
        {
            "version": 2,
            "valid_from": memory["updated_at"],
            "valid_to": None,
            "changed_by": server.actor,
            "changed": ["content"],
        },
        {
            "version": 1,
            "valid_from": memory["created_at"],
            "valid_to": memory["updated_at"],
            "changed_by": server.actor,
            "changed": [],
        },
    ]
    assert memory["versions_total"] == 2
    former = server.call("get_memory", id=stored, version=1, include_embedding=True)["memory"]
    assert (former["content"], former["version"], former["embedding"]) == ("First", 1, None)
    assert server.call("get_memory", id=stored, include_embedding=True, history=True)["memory"]["versions_total"] == 2


def test_the_current_version_by_its_number_is_the_memory_itself(server: Client, stored: str) -> None:
    version = server.call("update_memory", id=stored, embeddings=[1.0] * 1536, summary="new")["version"]
    for more in ({}, {"include_embedding": True}, {"include_embedding": True, "history": True}):
        memory = server.call("get_memory", id=stored, **more)
        assert server.call("get_memory", id=stored, version=version, **more) == memory
    assert memory["memory"]["embedding"] == [1.0] * 1536


def test_clearing_takes_json_in_a_string(server: Client, stored: str) -> None:
    server.call("update_memory", id=stored, clear='["tags", "metadata"]')
    assert server.call("get_memory", id=stored)["memory"]["tags"] == []


def test_a_conflict_says_when_the_memory_was_changed(server: Client, stored: str) -> None:
    read = server.call("get_memory", id=stored)["memory"]["updated_at"]
    first = server.call("update_memory", id=stored, summary="one", if_updated_at=read)
    refused = server.refusal("update_memory", id=stored, summary="two", if_updated_at=read)
    assert (refused.code, refused.data["type"]) == (-32005, "StorageError::Conflict")
    assert refused.data["updated_at"] == first["updated_at"]
    server.call("update_memory", id=stored, summary="two", if_updated_at=refused.data["updated_at"])


UNKNOWN = str(uuid.uuid4())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"id": UNKNOWN, "summary": "s"}, -32001),
        ({"id": UNKNOWN}, -32001),
        ({"id": "x"}, -32602),
        ({"summary": "s"}, -32602),
        ({"tags": "a"}, -32602),
        ({"if_updated_at": "yesterday"}, -32602),
        ({"clear": "tags"}, -32602),
        ({"clear": ["summary"]}, -32000),
        ({"clear": ["sentiment"], "sentiment": 0.5}, -32000),
        ({"sentiment": 2}, -32000),
        ({"content": "x" * 1_048_577}, -32003),
        ({"content": "Other"}, -32002),
    ],
)
def test_a_bad_update_is_refused(server: Client, stored: str, arguments: dict[str, Any], code: int) -> None:
    other = server.call("store_memory", MEMORY | {"content": "Other"})["id"]
    with_id = arguments if "id" in arguments or arguments == {"summary": "s"} else {"id": stored, **arguments}
    refused = server.refusal("update_memory", with_id)
    assert refused.code == code
    assert refused.data.get("existing_id") == (other if code == -32002 else None)
    assert server.call("get_memory", id=stored)["memory"]["version"] == 1


@pytest.mark.parametrize(("version", "code"), [(2, -32001), (0, -32000), (2**31, -32000), ("x", -32602)])
def test_a_version_that_cannot_be_is_refused(server: Client, stored: str, version: Any, code: int) -> None:
    assert server.refusal("get_memory", id=stored, version=version).code == code


def test_versions_of_an_unknown_memory_are_null(server: Client) -> None:
    for more in ({"version": 1}, {"history": True}):
        assert server.call("get_memory", {"id": UNKNOWN, **more}) == {"memory": None}


def test_updates_share_the_limit_of_stores(serve: Any, database: str) -> None:
    server = serve(database, RATE_LIMIT_ENABLED="true", RATE_LIMIT_STORE_MEMORY="2")
    stored = server.call("store_memory", MEMORY)["id"]
    updates = [server.request_call("update_memory", {"id": stored, "summary": str(number)}) for number in range(6)]
    answers = [server.answer(update) for update in updates]
    refused = [answer["error"]["code"] for answer in answers if "error" in answer]
    # One and the store fill a minute; another two fit into the next one, if it begins meanwhile.
    assert refused in ([-32004] * 5, [-32004] * 4, [-32004] * 3)


def test_what_any_server_updated_leaves_the_cache(serve: Any, server: Client, database: str, stored: str) -> None:
    reader = cached(serve, database)

    def summary() -> Any:
        return reader.call("get_memory", id=stored)["memory"]["summary"]

    assert summary() == "s"
    reader.call("update_memory", id=stored, summary="own")
    assert summary() == "own"
    server.call("update_memory", id=stored, summary="other")
    until(lambda: summary() == "other", "The notification of the other server's update")
