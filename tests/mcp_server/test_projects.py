"""Projects through the tools: what a server stores in, covers and hides."""

from __future__ import annotations

import re
import subprocess
import uuid
from pathlib import Path
from typing import Any

import pytest

from tests.support.clients import Client, Message, Serve

pytestmark = pytest.mark.integration

CODE = "\n```python\ndef fetch(url):\n    with open(url) as file:\n        return file.read()\n```"


def store(server: Client, content: str, **more: Any) -> str:
    identifier: str = server.call(
        "store_memory", content=content, context="the harbour", summary="About wells", tags=["well"], **more
    )["id"]
    return identifier


def contents(server: Client, **arguments: Any) -> set[str]:
    return {memory["content"] for memory in server.call("search_memories", **arguments)["memories"]}


def test_a_server_stores_in_its_own_project_and_searches_it_and_none(serve: Serve, database: str) -> None:
    everyone, shop, other = (
        serve(CODEX_PROJECT=name, RATE_LIMIT_ENABLED="false") for name in ("", "github.com/acme/shop", "other")
    )
    for server, content in ((everyone, "of none"), (shop, "of the shop"), (other, "of the other")):
        store(server, content)
    store(everyone, "also of the shop", project="github.com/acme/shop")
    store(shop, "also of none", project="-")
    assert contents(everyone) == {"of none", "also of none"}
    assert contents(shop) == {"of none", "also of none", "of the shop", "also of the shop"}
    for arguments in ({"tags": ["well"]}, {"context": "harbour"}, {"query": "the harbour's wells"}):
        assert contents(shop, **arguments) == contents(shop)
        assert contents(everyone, project="-", **arguments) == {"of none", "also of none"}
        assert contents(everyone, project="other", **arguments) == {"of the other"}
        assert len(contents(shop, project="*", **arguments)) == 5
    assert shop.call("get_statistics")["memories"] == 4
    assert shop.call("get_statistics", project="other")["memories"] == 1
    assert everyone.call("get_statistics", project="*")["memories"] == 5
    assert {memory["project"] for memory in shop.call("search_memories")["memories"]} == {"", "github.com/acme/shop"}


def test_the_same_content_in_two_projects_makes_two_memories(server: Client) -> None:
    first, second = store(server, "same"), store(server, "same", project="shop")
    assert first != second
    for project, existing in (("-", first), ("shop", second)):
        refused = server.refusal("store_memory", content="same", context="c", summary="s", project=project)
        assert (refused.code, refused.data["existing_id"]) == (-32002, existing)


@pytest.mark.parametrize("name", ["-a", "a b", "ä", "a" * 101, ".git", "a\n", "a\x00", "*"])
def test_an_invalid_name_is_refused_by_each_tool(server: Client, name: str) -> None:
    calls: dict[str, Message] = {
        "store_memory": {"content": "a", "context": "c", "summary": "s"},
        "search_memories": {},
        "get_statistics": {},
        "search_patterns": {"pattern_type": "function_definition"},
        "pattern_statistics": {},
    }
    for tool, arguments in calls.items():
        if name == "*" and tool != "store_memory":
            server.call(tool, {**arguments, "project": name})
        else:
            assert server.refusal(tool, {**arguments, "project": name}).code == -32000, tool


def masked(value: Any, kept: set[str]) -> Any:
    """A result without what differs by chance: times, durations, and ids other than those that were asked for."""
    text = repr(value)
    text = re.sub(r"\d{4}-\d\d-\d\dT[0-9:.]+Z", "TIME", text)
    text = re.sub(r"'duration_ms': [0-9.]+", "'duration_ms': 0", text)
    return re.sub(r"[0-9a-f-]{36}", lambda match: match[0] if match[0] in kept else "ID", text)


def everything_asked(server: Client, mine: str, identifiers: list[str]) -> list[str]:
    """What each tool answers to each argument, as text."""
    searches: list[Message] = [
        {"project": project, **arguments}
        for project in (None, "*", "-", "mine")
        for arguments in (
            {},
            {"tags": ["well"]},
            {"tags": ["secret", "well"], "order_by": "updated_at_asc"},
            {"context": "harbour"},
            {"metadata": {"kind": "rule"}},
            {"query": "wells of the harbour"},
            {"query": "secret"},
            {"query": " ".join(f"word{number}" for number in range(20)) + " wells"},
            {"query": "wells -secret"},
            {"embedding": [1.0] * 1536},
            {"query": "wells", "embedding": [1.0] * 1536, "include_superseded": True},
            {"as_of": "2100-01-01"},
        )
    ]
    calls: list[tuple[str, Message]] = [("search_memories", arguments) for arguments in searches]
    for project in (None, "*", "-", "mine"):
        calls += [("get_statistics", {"project": project}), ("pattern_statistics", {"project": project})]
        calls += [("search_patterns", {"pattern_type": "function_definition", "project": project})]
    for project in ("theirs", "nobodys-ever"):
        calls += [(tool, {"project": project}) for tool in ("search_memories", "get_statistics", "pattern_statistics")]
        calls += [("search_patterns", {"pattern_type": "function_definition", "project": project})]
        calls += [("store_memory", {"content": "secret plan", "context": "c", "summary": "s", "project": project})]
    for identifier in identifiers:
        calls += [("get_memory", {"id": identifier}), ("get_memory", {"id": identifier, "include_embedding": True})]
        calls += [("get_memory", {"id": identifier, "history": True}), ("get_memory", {"id": identifier, "version": 1})]
        calls += [("update_memory", {"id": identifier, "summary": "new"}), ("update_memory", {"id": identifier})]
        calls += [("update_memory", {"id": identifier, "if_updated_at": "2020-01-01", "project": "mine"})]
        calls += [("delete_memory", {"id": identifier}), ("get_patterns", {"memory_id": identifier})]
        calls += [("analyze_patterns", {"memory_id": identifier, "language": "python"})]
        new = {"content": f"corrects {identifier}", "context": "c", "summary": "s", "supersedes": [identifier]}
        calls += [("store_memory", new)]
    calls += [("store_memory", {"content": "their secret", "context": "c", "summary": "s"})]
    calls += [("update_memory", {"id": mine, "content": "their other secret"})]
    calls += [("update_memory", {"id": mine, "project": project}) for project in ("theirs", "-", "mine")]
    answers = []
    for tool, arguments in calls:
        given = {name: value for name, value in arguments.items() if value is not None}
        response = server.answer(server.request_call(tool, given))
        outcome = response.get("error") or response["result"]["structuredContent"]
        answers.append(masked(f"{tool} {given}: {outcome}", set(identifiers)))
    return answers


def test_to_a_confined_server_other_projects_do_not_exist(serve: Serve, database: str, outside: Any) -> None:
    """It answers all questions as if their memories had never been stored."""
    foreign = [str(uuid.UUID(int=number)) for number in (1, 2)]
    told: list[list[str]] = []
    for with_others in (True, False):
        outside.execute("TRUNCATE memories CASCADE")
        writer = serve(RATE_LIMIT_ENABLED="false")
        confined = serve(CODEX_PROJECT="mine", PROJECT_CONFINED="true", RATE_LIMIT_ENABLED="false")
        store(writer, "of none", metadata={"kind": "rule"})
        mine = store(confined, "of mine " + CODE, metadata={"kind": "rule"}, embeddings=[1.0] * 1536)
        if with_others:
            for identifier, content in zip(foreign, ("their secret", "their secret " + CODE), strict=True):
                made = store(writer, content, project="theirs", metadata={"kind": "rule"}, embeddings=[1.0] * 1536)
                foreign[foreign.index(identifier)] = made
            store(writer, "their other secret", project="theirs")
            for number in range(20):
                store(writer, f"word{number}", project="theirs")
            writer.call("analyze_patterns", memory_id=foreign[1], language="python")
        told.append(everything_asked(confined, mine, foreign))
    assert told[0] == told[1]


def test_a_confined_server_changes_only_its_own(serve: Serve, server: Client) -> None:
    confined = serve(CODEX_PROJECT="mine", PROJECT_CONFINED="true")
    mine, nobodys = store(confined, "mine " + CODE), store(server, "nobody's " + CODE)
    assert confined.call("get_memory", id=nobodys)["memory"]["content"].startswith("nobody's")
    for tool, arguments in (
        ("delete_memory", {"id": nobodys}),
        ("analyze_patterns", {"memory_id": nobodys, "language": "python"}),
        ("store_memory", {"content": "new", "context": "c", "summary": "s", "supersedes": [nobodys]}),
        ("store_memory", {"content": "new", "context": "c", "summary": "s", "project": "-"}),
        ("update_memory", {"id": nobodys, "summary": "new"}),
        ("update_memory", {"id": mine, "project": "other"}),
        ("update_memory", {"id": mine, "project": "-"}),
    ):
        assert confined.refusal(tool, arguments).code == -32000, tool
    assert confined.call("get_statistics")["database_bytes"] is None
    assert confined.call("analyze_patterns", memory_id=mine, language="python")["total_found"] > 0
    assert confined.call("update_memory", id=mine, summary="new", project="mine")["version"] == 2
    assert confined.call("delete_memory", id=mine) == {"deleted": True}
    assert server.call("get_memory", id=nobodys)["memory"]["version"] == 1


def test_a_memory_moves_to_another_project_unless_that_has_its_content(server: Client) -> None:
    first, second = store(server, "same"), store(server, "same", project="shop")
    refused = server.refusal("update_memory", id=first, project="shop")
    assert (refused.code, refused.data["existing_id"]) == (-32002, second)
    assert server.call("update_memory", id=first, project="desk")["version"] == 2
    assert server.call("update_memory", id=first, project="desk")["version"] == 2
    assert contents(server, project="desk", tags=["well"]) == {"same"}
    assert contents(server) == set()
    former = server.call("get_memory", id=first, version=1, history=True)["memory"]
    assert former["project"] == ""
    assert former["versions"][0]["changed"] == ["project"]


def test_a_search_as_of_a_moment_shows_what_memories_said_then(server: Client) -> None:
    identifier = store(server, "The well is 4 m deep.")
    before = server.call("get_memory", id=identifier)["memory"]
    server.call("update_memory", id=identifier, content="The well is 5 m deep.", tags=["deep"], summary="On depth")
    server.call("update_memory", id=identifier, content="The well is 6 m deep.")
    (now,) = server.call("search_memories", query="well")["memories"]
    assert (now["content"], now["version"]) == ("The well is 6 m deep.", 3)
    for arguments in ({"tags": ["deep"]}, {"query": "how deep is the well"}, {}):
        (hit,) = server.call("search_memories", as_of=before["updated_at"], content_chars=10, **arguments)["memories"]
        assert hit["content"] == "The well i"
        assert (hit["content_length"], hit["content_truncated"]) == (21, True)
        for name in ("summary", "tags", "version", "updated_at", "content_hash"):
            assert hit[name] == before[name], name
    assert server.call("search_memories", as_of="2020-01-01")["memories"] == []


def test_corrections_hide_what_they_correct(server: Client) -> None:
    old = store(server, "The well is 4 m deep.")
    new = store(server, "The well is 5 m deep.", supersedes=[old])
    for arguments in ({}, {"tags": ["well"]}, {"context": "harbour"}, {"query": "how deep is the well"}):
        assert contents(server, **arguments) == {"The well is 5 m deep."}
        assert len(contents(server, include_superseded=True, **arguments)) == 2
    memory = server.call("get_memory", id=old)["memory"]
    assert memory["superseded_by"] == new
    assert contents(server, as_of=memory["created_at"]) == {"The well is 4 m deep."}
    assert server.refusal("store_memory", content="c", context="c", summary="s", supersedes=[old]).code == -32000
    assert (
        server.refusal("store_memory", content="c", context="c", summary="s", supersedes=[str(uuid.uuid4())]).code
        == -32001
    )
    assert server.call("delete_memory", id=new) == {"deleted": True}
    assert contents(server) == {"The well is 4 m deep."}


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *identity, "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.mark.acceptance
def test_agents_in_worktrees_share_a_project_that_agents_in_another_repository_do_not_see(
    serve: Serve, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, other = tmp_path / "shop", tmp_path / "other"
    for folder in (shop, other):
        folder.mkdir()
        git(folder, "init")
        git(folder, "commit", "--allow-empty", "--message=first")
    git(shop, "remote", "add", "origin", "git@GitHub.com:acme/shop.git")
    git(shop, "worktree", "add", str(tmp_path / "feature"))
    servers = []
    for folder in (shop, tmp_path / "feature", other):
        monkeypatch.chdir(folder)
        servers.append(serve(CODEX_PROJECT="auto", PYTHONPATH=str(Path(__file__).parents[2])))
    first, second, third = servers
    store(first, "The shop's exporter needs a token.")
    store(third, "The other's exporter needs none.")
    assert contents(second, query="does the exporter need a token") == {"The shop's exporter needs a token."}
    assert contents(third, query="does the exporter need a token") == {"The other's exporter needs none."}
    assert second.call("search_memories")["memories"][0]["project"] == "github.com/acme/shop"
    assert third.call("search_memories")["memories"][0]["project"] == "other"
