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


Call = tuple[str, Message]
QUESTIONS = 144  # as docs/reliability.md says
VECTOR = [1.0] * 1536
NEW: Message = {"context": "c", "summary": "s"}
COVERED = (None, "*", "-", "mine")


def masked(value: Any, kept: set[str]) -> Any:
    """A result without what differs by chance: times, durations, and ids other than those that were asked for."""
    text = repr(value)
    text = re.sub(r"\d{4}-\d\d-\d\dT[0-9:.]+Z", "TIME", text)
    text = re.sub(r"'duration_ms': [0-9.]+", "'duration_ms': 0", text)
    return re.sub(r"[0-9a-f-]{36}", lambda match: match[0] if match[0] in kept else "ID", text)


def searches() -> list[Call]:
    """Everything that can be searched for, in every project that can be named."""
    arguments: list[Message] = [
        {},
        {"tags": ["well"]},
        {"tags": ["secret", "well"], "order_by": "updated_at_asc"},
        {"context": "harbour"},
        {"summary": "wells"},
        {"metadata": {"kind": "rule"}},
        {"query": "wells of the harbour"},
        {"query": "secret"},
        {"query": " ".join(f"word{number}" for number in range(20)) + " wells"},
        {"query": "wells -secret"},
        {"embedding": VECTOR},
        {"query": "wells", "embedding": VECTOR, "include_superseded": True},
        {"as_of": "2100-01-01"},
        {"from_date": "2020-01-01", "to_date": "2100-01-01"},
        {"limit": 1, "offset": 1},
        {"content_chars": 3, "max_chars": 4},
    ]
    calls: list[Call] = [("search_memories", {"project": project, **each}) for project in COVERED for each in arguments]
    functions = {"pattern_type": "function_definition"}
    for project in (*COVERED, "theirs", "nobodys-ever"):
        calls += [("get_statistics", {"project": project}), ("pattern_statistics", {"project": project})]
        calls += [("search_patterns", {**functions, "project": project})]
    calls += [("search_memories", {"project": project}) for project in ("theirs", "nobodys-ever")]
    calls += [("search_patterns", {**functions, "language": "python", "query": "fetch", "limit": 1})]
    calls += [("pattern_statistics", {"from_date": "2020-01-01", "to_date": "2020-12-31"})]
    return calls


def reads(identifier: str) -> list[Call]:
    arguments: list[Message] = [{}, {"include_embedding": True}, {"history": True}, {"version": 1}, {"version": 2}]
    calls: list[Call] = [("get_memory", {"id": identifier, **each}) for each in arguments]
    return [*calls, ("get_patterns", {"memory_id": identifier})]


def changes(identifier: str) -> list[Call]:
    fields: list[Message] = [
        {},
        {"summary": "new"},
        {"context": "new", "tags": ["new"], "metadata": {"new": 1}},
        {"insights": {"new": 1}, "embeddings": VECTOR, "entities": ["new"], "sentiment": 0.5},
        {"clear": ["insights", "entities"]},
        {"if_updated_at": "2020-01-01", "project": "mine"},
    ]
    calls: list[Call] = [("update_memory", {"id": identifier, **each}) for each in fields]
    calls += [("analyze_patterns", {"memory_id": identifier, "language": "python"})]
    calls += [("store_memory", {"content": f"corrects {identifier}", **NEW, "supersedes": [identifier]})]
    return [*calls, ("delete_memory", {"id": identifier})]


def everything_to_ask(mine: str, foreign: list[str]) -> list[Call]:
    """Each tool with each argument."""
    calls = [*searches(), *reads(mine)]
    for identifier in foreign:
        calls += [*reads(identifier), *changes(identifier)]
    for project in ("theirs", "nobodys-ever"):
        calls += [("store_memory", {"content": "secret plan", **NEW, "project": project})]
    more = {"insights": {"new": 1}, "embeddings": VECTOR, "entities": ["new"], "sentiment": 0.5}
    calls += [
        ("store_memory", {"content": "their secret", **NEW, "tags": ["new"], "metadata": {"kind": "rule"}, **more})
    ]
    calls += [("update_memory", {"id": mine, "content": "their other secret"})]
    calls += [("update_memory", {"id": mine, "project": project}) for project in ("theirs", "-", "mine")]
    return [*calls, *reads(mine), *changes(mine)]


def check_that_it_answers(answers: list[tuple[str, Message, Any]]) -> None:
    """The own memories and those of no project are found: to say nothing would hide all others as well."""
    found = {(tool, repr(arguments)): outcome for tool, arguments, outcome in reversed(answers)}  # the first of each
    functions = "function_definition"
    for project, known in zip(COVERED, ({"none", "mine"}, {"none", "mine"}, {"none"}, {"mine"}), strict=True):
        given = {} if project is None else {"project": project}
        for filters in ({}, {"tags": ["well"]}, {"query": "wells of the harbour"}, {"as_of": "2100-01-01"}):
            memories = found["search_memories", repr(given | filters)]["memories"]
            assert {memory["content"].split()[1] for memory in memories} == known
        statistics = found["get_statistics", repr(given)]
        assert (statistics["memories"], statistics["top_tags"]) == (len(known), [{"tag": "well", "count": len(known)}])
        has_patterns = "mine" in known
        assert (statistics["patterns"] > 0) is (statistics["with_embeddings"] > 0) is has_patterns
        assert (found["pattern_statistics", repr(given)]["total"] > 0) is has_patterns
        assert bool(found["search_patterns", repr({"pattern_type": functions} | given)]["patterns"]) is has_patterns
    # Whatever a tool does, it did once.
    assert {tool for tool, _, outcome in answers if "code" not in outcome} == {tool for tool, _, _ in answers}


def test_to_a_confined_server_other_projects_do_not_exist(serve: Serve, database: str, outside: Any) -> None:
    """It answers all questions as if their memories had never been stored."""
    foreign = [str(uuid.UUID(int=number)) for number in (1, 2)]
    told: list[list[str]] = []
    for with_others in (True, False):
        outside.execute("TRUNCATE memories CASCADE")
        writer = serve(RATE_LIMIT_ENABLED="false")
        confined = serve(CODEX_PROJECT="mine", PROJECT_CONFINED="true", RATE_LIMIT_ENABLED="false")
        store(writer, "of none", metadata={"kind": "rule"})
        mine = store(confined, "of mine " + CODE, metadata={"kind": "rule"}, embeddings=VECTOR)
        confined.call("analyze_patterns", memory_id=mine, language="python")
        if with_others:
            for place, content in enumerate(("their secret", "their secret " + CODE)):
                foreign[place] = store(writer, content, project="theirs", metadata={"kind": "rule"}, embeddings=VECTOR)
            store(writer, "their other secret", project="theirs")
            for number in range(20):
                store(writer, f"word{number}", project="theirs")
            writer.call("analyze_patterns", memory_id=foreign[1], language="python")
        calls = [
            (tool, {name: value for name, value in arguments.items() if value is not None})
            for tool, arguments in everything_to_ask(mine, foreign)
        ]
        offered = confined.ask("tools/list")["tools"]
        assert {(tool, name) for tool, arguments in calls for name in arguments} == {
            (tool["name"], name) for tool in offered for name in tool["inputSchema"].get("properties", {})
        }
        answers = []
        for tool, arguments in calls:
            response = confined.answer(confined.request_call(tool, arguments))
            answers.append((tool, arguments, response.get("error") or response["result"]["structuredContent"]))
        check_that_it_answers(answers)
        told.append([masked(answer, set(foreign)) for answer in answers])
    assert told[0] == told[1]
    assert len(told[0]) == QUESTIONS


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
        refused = confined.refusal(tool, arguments)
        assert refused.code == -32000, tool
        if "supersedes" in arguments:
            assert refused.data["field"] == "supersedes"
            assert nobodys in refused.message
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
