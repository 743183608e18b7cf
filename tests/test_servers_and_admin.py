"""Two servers of two projects and a curator, each changing what the others stored, against a plain model."""

from __future__ import annotations

import sys
import uuid
from collections import Counter
from itertools import count
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client as Browser
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memories.models import DeletedMemory
from memories.projects import NONE, Scope
from tests.support.admin import LIST, press
from tests.support.clients import Client, Serve
from tests.support.model import Known, Model
from tests.support.waiting import until

pytestmark = [pytest.mark.integration, pytest.mark.long, pytest.mark.timeout(600)]  # to shrink a failing story

# A server whose statistics are never old, so that they can be compared after each step.
PROGRAM = """
import sys
from codex_project.__main__ import main
from memories import limits

limits.STATISTICS_MAX_AGE = 0
sys.argv = ["codex_project", "mcp_serve"]
main()
"""
TRASH = "/admin/memories/deletedmemory/"
TAGS = ["red", "blue"]
PROJECTS = ["", "a", "b"]

agents = st.sampled_from(["a", "b"])
places = st.integers(0, 9)
several = st.lists(st.integers(0, 4), min_size=1, max_size=4)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("store"), agents, st.integers(0, 2), st.sampled_from(TAGS), st.booleans()),
        st.tuples(st.just("supersede"), agents | st.none(), st.lists(st.integers(0, 2), min_size=1, max_size=2)),
        st.tuples(st.just("rewrite"), agents, places, st.integers(0, 2)),
        st.tuples(st.just("retag"), agents, places, st.sampled_from(TAGS)),
        st.tuples(st.just("delete"), agents, places),
        st.tuples(st.just("delete selected"), several),
        st.tuples(st.just("move selected"), several, st.sampled_from(PROJECTS)),
        st.tuples(st.just("restore deleted"), places),
        st.tuples(st.just("restore version"), places, st.integers(1, 4)),
    ),
    min_size=8,
    max_size=16,
)

# A random story seldom has it.
DELETED_SUCCESSION: list[tuple[Any, ...]] = [
    ("store", "a", 0, "red", False),
    ("supersede", "a", [0]),
    ("supersede", "a", [0]),
    ("delete selected", [0, 1]),
]


class Story:
    """What happens, by agents' servers and the admin, and what is then to be observed."""

    def __init__(self, servers: dict[str, Client], curator: Browser) -> None:
        self.servers = servers
        self.curator = curator
        self.model = Model()
        self._clock = count()

    def happen(self, step: tuple[Any, ...]) -> None:
        kind, *arguments = step
        if self.model.known or kind in ("store", "restore deleted"):
            getattr(self, kind.replace(" ", "_"))(*arguments)

    def chosen(self, numbers: list[int]) -> list[Known]:
        """Return some of the living; low numbers are the newest, which a succession is made of."""
        known = self.model.known
        return [known[-1 - place] for place in sorted({number % len(known) for number in numbers})]

    def taken(self, content: str, project: str, but: Known | None = None) -> Known | None:
        living = (each for each in self.model.known if each is not but)
        return next((each for each in living if (each.content, each.project) == (content, project)), None)

    def say(self, memory: Known, content: str, tag: str, project: str) -> None:
        """Let the model's memory say this, as a new version if it differs."""
        if (content, tag, project) != memory.said:
            memory.content, memory.tag, memory.project = content, tag, project
            memory.versions.append(memory.said)

    def stored(self, agent: str, content: str, tag: str, project: str, **more: Any) -> None:
        told = {"content": content, "context": "Village", "summary": content, "tags": [tag], **more}
        if project != agent:  # the default
            told["project"] = project or NONE
        answer = self.servers[agent].call("store_memory", told)
        new = Known(uuid.UUID(answer["id"]), content, project, tag, next(self._clock))
        new.versions.append(new.said)
        self.model.known.append(new)

    # Agents

    def store(self, agent: str, number: int, tag: str, of_none: bool) -> None:
        content, project = f"text {number}", "" if of_none else agent
        if other := self.taken(content, project):
            told = {"content": content, "context": "Village", "summary": content, "project": project or NONE}
            assert self.servers[agent].refusal("store_memory", told).data["existing_id"] == str(other.id)
        else:
            self.stored(agent, content, tag, project)

    def supersede(self, agent: str | None, numbers: list[int]) -> None:
        """Store a correction; without an agent, by that of the project, who may."""
        old = self.chosen(numbers)
        agent = agent or old[0].project or "a"
        moment, content = next(self._clock), f"correction {uuid.uuid4()}"
        ids = [str(memory.id) for memory in old]
        if any(memory.project != agent or memory.superseded_by for memory in old):
            told = {"content": content, "context": "Village", "summary": content, "supersedes": ids}
            assert self.servers[agent].refusal("store_memory", told).data["field"] == "supersedes"
            return
        self.stored(agent, content, "blue", agent, supersedes=ids)
        for memory in old:
            memory.superseded_by, memory.superseded_at = self.model.known[-1].id, moment

    def rewrite(self, agent: str, place: int, number: int) -> None:
        (memory,), content = self.chosen([place]), f"text {number}"
        changes = {"id": str(memory.id), "content": content}
        if other := self.taken(content, memory.project, but=memory):
            assert self.servers[agent].refusal("update_memory", changes).data["existing_id"] == str(other.id)
        else:
            self.say(memory, content, memory.tag, memory.project)
            assert self.servers[agent].call("update_memory", changes)["version"] == len(memory.versions)

    def retag(self, agent: str, place: int, tag: str) -> None:
        (memory,) = self.chosen([place])
        self.say(memory, memory.content, tag, memory.project)
        answer = self.servers[agent].call("update_memory", id=str(memory.id), tags=[tag])
        assert answer["version"] == len(memory.versions)

    def delete(self, agent: str, place: int) -> None:
        (memory,) = self.chosen([place])
        assert self.servers[agent].call("delete_memory", id=str(memory.id)) == {"deleted": True}
        self.model.delete(memory.id)

    # The curator

    def ask(self, action: str, memories: list[Known], **more: str) -> Any:
        keys = [str(memory.id) for memory in memories]
        return self.curator.post(f"{LIST}bulk/{action}/", {"_selected_action": keys, **more})

    def delete_selected(self, numbers: list[int]) -> None:
        gone = self.chosen(numbers)
        press(self.curator, self.ask("delete", gone), f"{LIST}bulk/delete/")
        # Whoever is superseded goes first: that is the order in which successors pass on.
        while gone:
            successors = {memory.superseded_by for memory in gone}
            first = next(memory for memory in gone if memory.id not in successors)
            self.model.delete(first.id)
            gone.remove(first)

    def move_selected(self, numbers: list[int], project: str) -> None:
        chosen = self.chosen(numbers)
        asked = self.ask("move", chosen, to_project=project)
        # Of those with the same content one moves: a current one, the newest.
        chosen.sort(key=lambda memory: (memory.superseded_by is None, memory.stored_at), reverse=True)
        moved: list[Known] = []
        for memory in chosen:
            if memory.project != project and not self.taken(memory.content, project):
                moved += [memory] * all(memory.content != other.content for other in moved)
        if not moved:
            assert asked.status_code == 302
            return
        assert asked.context["total"] == len(moved)
        press(self.curator, asked, f"{LIST}bulk/move/")
        for memory in moved:
            self.say(memory, memory.content, memory.tag, project)
        self.model.part()

    def restore_deleted(self, place: int) -> None:
        if not self.model.trash:
            return
        memory = self.model.trash[place % len(self.model.trash)]
        key = DeletedMemory.objects.get(memory_id=memory.id).pk
        asked = self.curator.post(f"{TRASH}bulk/restore/", {"_selected_action": [key]})
        if self.taken(memory.content, memory.project):
            assert asked.status_code == 302
        else:
            press(self.curator, asked, f"{TRASH}bulk/restore/")
            self.model.restore(memory)

    def restore_version(self, place: int, version: int) -> None:
        (memory,) = self.chosen([place])
        self.curator.post(f"{LIST}{memory.id}/versions/restore/", {"version": version})
        if version <= len(memory.versions):
            content, tag, project = memory.versions[version - 1]
            if not self.taken(content, project, but=memory):
                self.say(memory, content, tag, project)
                self.model.part()

    # What is observed

    def observed(self, agent: str) -> dict[Any, Any]:
        server = self.servers[agent]
        asked = {question: server.request_call(*call) for question, call in self.questions().items()}
        return {question: read(question, server.called(request)) for question, request in asked.items()}

    def questions(self) -> dict[Any, tuple[str, dict[str, Any]]]:
        """Return the calls by what they ask for."""
        calls: dict[Any, tuple[str, dict[str, Any]]] = {}
        for memory in self.model.known:
            calls["memory", memory.id] = "get_memory", {"id": str(memory.id), "history": True}
            calls["first version", memory.id] = "get_memory", {"id": str(memory.id), "version": 1}
        for memory in self.model.trash:
            calls["memory", memory.id] = "get_memory", {"id": str(memory.id), "history": True}
        for project in (None, *PROJECTS):
            scope = {} if project is None else {"project": project or NONE}
            calls["statistics", project] = "get_statistics", scope
            for tag in TAGS:
                calls["current", project, tag] = "search_memories", {"tags": [tag], "limit": 100, **scope}
                calls["all", project, tag] = (
                    "search_memories",
                    {"tags": [tag], "limit": 100, "include_superseded": True, **scope},
                )
        return calls

    def expected(self, agent: str) -> dict[Any, Any]:
        model, found = self.model, dict[Any, Any]()
        for memory in model.known:
            successor = memory.superseded_by and str(memory.superseded_by)
            versions = list(range(len(memory.versions), 0, -1))
            found["memory", memory.id] = (*memory.said, successor, versions[0], versions)
            found["first version", memory.id] = memory.versions[0]
        found |= {("memory", memory.id): None for memory in model.trash}
        for project in (None, *PROJECTS):
            names = Scope(agent).default if project is None else (project,)
            within = [memory for memory in model.known if memory.project in names]
            found["statistics", project] = len(within), dict(Counter(memory.tag for memory in within))
            for tag in TAGS:
                found["current", project, tag] = model.covered(names, tag=tag)
                found["all", project, tag] = model.covered(names, tag=tag, include_superseded=True)
        return found

    def check(self) -> None:
        assert self.observed("a") == self.expected("a")
        if (right := self.expected("b")) != self.observed("b"):
            # The notification of a change may still be under way to its cache.
            until(lambda: self.observed("b") == right, "The last change")


def read(question: tuple[Any, ...], answer: Any) -> Any:
    """Return what the model says, too."""
    match question[0]:
        case "memory" | "first version":
            if (memory := answer["memory"]) is None:
                return None
            said = (memory["content"], *memory["tags"], memory["project"])
            if question[0] == "first version":
                return said
            versions = [each["version"] for each in memory["versions"]]
            return (*said, memory["superseded_by"], memory["version"], versions)
        case "statistics":
            tags = {each["tag"]: each["count"] for each in answer["top_tags"]}
            assert answer["distinct_tags"] == len(tags)
            return answer["memories"], tags
    return {uuid.UUID(hit["id"]) for hit in answer["memories"]}


def test_servers_and_the_admin_agree_with_a_plain_model(database: str, serve: Serve, account: tuple[str, str]) -> None:
    command = (sys.executable, "-c", PROGRAM)
    servers = {
        "a": serve(database, CODEX_PROJECT="a", command=command),
        "b": serve(database, CODEX_PROJECT="b", ENABLE_CACHE="true", command=command),
    }
    curator = Browser()
    curator.force_login(User.objects.get(username=account[0]))

    @settings(max_examples=40)
    @given(steps)
    @example(DELETED_SUCCESSION)
    def drive(steps: list[tuple[Any, ...]]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE memories, deleted_memories, former_successors CASCADE")
        story = Story(servers, curator)
        for step in steps:
            story.happen(step)
            story.check()

    drive()
