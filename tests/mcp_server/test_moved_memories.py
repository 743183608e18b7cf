"""What a confined server tells of memories that curators moved from other projects, or to them."""

from __future__ import annotations

import uuid
from typing import Any

import psycopg
import pytest

from tests.support.clients import Client, Message, Serve

pytestmark = pytest.mark.integration

CODE = "\n```python\ndef fetch(url):\n    with open(url) as file:\n        return file.read()\n```"

RESTORE = "SELECT codex_processed.restore_memories(array_agg(deletion)) FROM codex_processed.deleted_memories"


@pytest.fixture
def confined(serve: Serve, database: str) -> Client:
    return serve(CODEX_PROJECT="mine", PROJECT_CONFINED="true")


def store(server: Client, content: str, **more: Any) -> str:
    identifier: str = server.call("store_memory", content=content, context="c", summary="s", **more)["id"]
    return identifier


def moved_here(server: Client, project: str) -> tuple[str, list[Message]]:
    """A memory with two secret versions in another project, one there that is moved, and two since; and all of them."""
    identifier = store(server, "secret 1", project="theirs", tags=["secret"], metadata={"secret": 1})
    changes: list[Message] = [
        {"content": "secret 2", "summary": "secret", "tags": ["public"], "metadata": {}},
        {"content": "public", "summary": "s"},
        {"project": project},
        {"content": "newer", "context": "newer"},
    ]
    states = [server.call("get_memory", id=identifier)["memory"]]
    for change in changes:
        server.call("update_memory", id=identifier, **change)
        states.append(server.call("get_memory", id=identifier)["memory"])
    return identifier, states


@pytest.mark.parametrize("project", ["mine", "-"])
def test_versions_from_another_project_do_not_exist(server: Client, confined: Client, project: str) -> None:
    identifier, states = moved_here(server, project)
    current = confined.call("get_memory", id=identifier)["memory"]
    assert current == states[-1]
    for version, _ in enumerate(states[:3], start=1):
        for more in ({}, {"history": True}, {"include_embedding": True}):
            refused = confined.refusal("get_memory", id=identifier, version=version, **more)
            unknown = confined.refusal("get_memory", id=identifier, version=99, **more)
            assert (refused.code, refused.message.replace(f"version {version};", "version 99;")) == (
                -32001,
                unknown.message,
            )
    moved = confined.call("get_memory", id=identifier, version=4, history=True)["memory"]
    versions, total = moved.pop("versions"), moved.pop("versions_total")
    assert moved == states[3] | {"processed": None}
    assert total == 2
    assert [(each["version"], each["changed"]) for each in versions] == [(5, ["content", "context"]), (4, [])]
    assert versions[1]["valid_from"] == moved["updated_at"]
    assert versions[1]["valid_to"] == versions[0]["valid_from"] == current["updated_at"]
    assert confined.call("get_memory", id=identifier, history=True)["memory"]["versions"] == versions
    # They are hidden, not gone.
    everything = server.call("get_memory", id=identifier, version=1, history=True)["memory"]
    assert (everything["content"], everything["versions_total"]) == ("secret 1", 5)
    assert [each["version"] for each in everything["versions"]] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("project", ["mine", "-"])
def test_a_search_as_of_then_shows_what_the_memory_said_when_it_was_moved(
    server: Client, confined: Client, project: str
) -> None:
    identifier, states = moved_here(server, project)
    names = [name for name in states[0] if name not in ("processed", "project")]
    for moment, number in zip((state["updated_at"] for state in states), (3, 3, 3, 3, 4), strict=True):
        for arguments in ({}, {"query": "newer"}, {"tags": ["public"]}):
            (hit,) = confined.call("search_memories", as_of=moment, **arguments)["memories"]
            assert {name: hit[name] for name in names} == {name: states[number][name] for name in names}
    (hit,) = server.call("search_memories", as_of=states[0]["updated_at"], project="*")["memories"]
    assert (hit["id"], hit["content"]) == (identifier, "secret 1")


def test_a_memory_that_has_not_changed_since_it_was_moved_has_one_version(server: Client, confined: Client) -> None:
    identifier = store(server, "secret", project="theirs")
    before = server.call("get_memory", id=identifier)["memory"]["updated_at"]
    server.call("update_memory", id=identifier, content="public", project="mine")
    memory = confined.call("get_memory", id=identifier, history=True)["memory"]
    (version,) = memory["versions"]
    assert (memory["versions_total"], version["version"], version["changed"]) == (1, 2, [])
    assert (version["valid_from"], version["valid_to"]) == (memory["updated_at"], None)
    assert version["changed_by"] == memory["changed_by"]
    (hit,) = confined.call("search_memories", as_of=before)["memories"]
    assert (hit["content"], hit["version"]) == ("public", 2)


def test_a_memory_that_was_elsewhere_for_a_while_begins_with_its_return(server: Client, confined: Client) -> None:
    identifier = store(confined, "first")
    server.call("update_memory", id=identifier, project="theirs")
    server.call("update_memory", id=identifier, content="secret")
    assert confined.call("get_memory", id=identifier, history=True) == {"memory": None}
    assert confined.call("get_memory", id=identifier, version=1) == {"memory": None}
    server.call("update_memory", id=identifier, content="last", project="mine")
    memory = confined.call("get_memory", id=identifier, history=True)["memory"]
    assert (memory["content"], memory["versions_total"]) == ("last", 1)
    for version in (1, 2, 3):
        assert confined.refusal("get_memory", id=identifier, version=version).code == -32001
    (hit,) = confined.call("search_memories", as_of=memory["created_at"])["memories"]
    assert hit["content"] == "last"


def test_a_move_between_the_own_project_and_none_hides_nothing(server: Client, confined: Client) -> None:
    identifier = store(confined, "first")
    for project in ("-", "mine"):
        server.call("update_memory", id=identifier, project=project)
    memory = confined.call("get_memory", id=identifier, version=1, history=True)["memory"]
    assert (memory["content"], memory["project"], memory["versions_total"]) == ("first", "mine", 3)
    assert [each["changed"] for each in memory["versions"]] == [["project"], ["project"], []]
    assert confined.call("get_memory", id=identifier, version=2)["memory"]["project"] == ""


def test_versions_stay_hidden_after_the_trash(
    server: Client, confined: Client, outside: psycopg.Connection[Any]
) -> None:
    identifier, _ = moved_here(server, "mine")
    assert confined.call("delete_memory", id=identifier) == {"deleted": True}
    outside.execute(RESTORE)
    memory = confined.call("get_memory", id=identifier, history=True)["memory"]
    assert memory["versions_total"] == 2
    assert confined.refusal("get_memory", id=identifier, version=3).code == -32001


def test_a_memory_and_a_successor_in_another_project_do_not_name_each_other(
    server: Client, confined: Client, outside: psycopg.Connection[Any]
) -> None:
    """Whichever of both is moved, and whether that happens while one is in the trash."""
    pairs = []
    for number in range(3):
        old = store(confined, f"old {number}")
        pairs.append((old, store(confined, f"new {number}", supersedes=[old])))
    (first, its_successor), (second, second_successor), (third, third_successor) = pairs
    server.call("update_memory", id=its_successor, project="theirs")
    assert confined.call("delete_memory", id=second) == {"deleted": True}
    server.call("update_memory", id=second_successor, project="theirs")
    assert confined.call("delete_memory", id=third_successor) == {"deleted": True}
    server.call("update_memory", id=third, project="theirs")
    outside.execute(RESTORE)
    for identifier in (first, second):
        memory = confined.call("get_memory", id=identifier)["memory"]
        assert (memory["superseded_by"], memory["superseded_at"]) == (None, None)
    assert confined.call("get_memory", id=third_successor)["memory"]["content"] == "new 2"
    assert server.call("get_memory", id=third)["memory"]["superseded_by"] is None
    hits = confined.call("search_memories", include_superseded=True)["memories"]
    assert {(hit["content"], hit["superseded_by"]) for hit in hits} == {
        ("old 0", None),
        ("old 1", None),
        ("new 2", None),
    }


def test_errors_name_no_memory_that_was_moved_away(server: Client, confined: Client) -> None:
    gone, stays = store(confined, "gone"), store(confined, "stays")
    server.call("update_memory", id=gone, project="theirs")
    assert confined.call("update_memory", id=stays, content="gone")["version"] == 2  # no duplicate
    again = store(confined, "gone too")
    server.call("update_memory", id=again, project="theirs")
    assert store(confined, "gone too") != again
    unknown = str(uuid.uuid4())
    for tool, arguments in (
        ("update_memory", {"id": "ID", "content": "stays", "if_updated_at": "2020-01-01"}),
        ("update_memory", {"id": "ID", "project": "mine"}),
        ("store_memory", {"content": "new", "context": "c", "summary": "s", "supersedes": ["ID"]}),
        ("analyze_patterns", {"memory_id": "ID", "language": "python"}),
    ):
        answers = []
        for identifier in (gone, unknown):
            replaced = {name: _with(value, identifier) for name, value in arguments.items()}
            refused = confined.refusal(tool, replaced)
            answers.append((refused.code, refused.message.replace(identifier, "ID"), sorted(refused.data)))
        assert answers[0] == answers[1]
        assert answers[0][0] == -32001


def _with(value: Any, identifier: str) -> Any:
    return [_with(each, identifier) for each in value] if isinstance(value, list) else value.replace("ID", identifier)


def test_patterns_move_with_their_memory_and_tell_only_of_what_it_says(server: Client, confined: Client) -> None:
    rewritten, kept = store(server, "secret" + CODE, project="theirs"), store(server, "public" + CODE, project="theirs")
    for identifier in (rewritten, kept):
        assert server.call("analyze_patterns", memory_id=identifier, language="python")["total_found"] > 0
        assert confined.refusal("get_patterns", memory_id=identifier).code == -32001
    server.call("update_memory", id=rewritten, content="public", project="mine")
    assert confined.call("get_patterns", memory_id=rewritten) == {"patterns": []}
    assert confined.call("search_patterns", pattern_type="function_definition") == {"patterns": []}
    server.call("update_memory", id=kept, project="mine")
    (found,) = confined.call("search_patterns", pattern_type="function_definition")["patterns"]
    assert found["memory_id"] == kept
    server.call("update_memory", id=kept, project="theirs")
    assert confined.call("search_patterns", pattern_type="function_definition") == {"patterns": []}
