"""One server for a team: two workers, three tokens, a curator in the admin, and a PostgreSQL that restarts."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.admin import LIST
from tests.support.clients import Message, environment, run
from tests.support.database import PostgreSQL
from tests.support.http_clients import create_token
from tests.support.raw_http import HttpServer, Wire, call_of, raw, request_of
from tests.support.waiting import until
from tests.support.web import Visitor

pytestmark = pytest.mark.acceptance

NAME, PASSWORD = "scene-carla", "a password-of-ours"
SAID = re.compile("-of-ours", re.IGNORECASE)  # in all that people said, and never in a log
SOON = 1.0  # second in which a deletion and a revocation reach all workers
CONNECTIONS_MAX = 200
ALL, CONFINED, READER = "all", "confined", "reader"


def memory(number: int | str, **more: Any) -> Message:
    content = f"The ferry-of-ours number {number} leaves at nine."
    return {"content": content, "context": "Travel-of-ours", "summary": f"Ferry-of-ours {number}", **more}


class Agent:
    """An agent with a token, whose connection leads to one of the workers."""

    def __init__(self, server: HttpServer, wire: Wire, token: str) -> None:
        self._server, self._wire, self._token = server, wire, token

    @property
    def status(self) -> int:
        return self._wire.ask(raw(request_of("ping"), *self._server.lines(self._token))).status

    def tools(self) -> set[str]:
        answer = self._wire.ask(raw(request_of("tools/list"), *self._server.lines(self._token)))
        return {tool["name"] for tool in json.loads(answer.body)["result"]["tools"]}

    def answer(self, tool: str, arguments: Message) -> Message:
        answer = self._wire.ask(raw(call_of(tool, arguments), *self._server.lines(self._token)))
        assert answer.status == 200
        message: Message = json.loads(answer.body)
        return message

    def call(self, tool: str, /, **arguments: Any) -> Message:
        answer = self.answer(tool, arguments)
        assert "result" in answer, answer
        result: Message = json.loads(answer["result"]["content"][0]["text"])
        return result

    def code(self, tool: str, /, **arguments: Any) -> int:
        """The code of a call that must fail."""
        return int(self.answer(tool, arguments)["error"]["code"])

    def get(self, identifier: str) -> Any:
        return self.call("get_memory", id=identifier)["memory"]


class Writer:
    """Stores memories one after the other, whatever happens, and remembers which were acknowledged."""

    def __init__(self, agent: Agent, name: str) -> None:
        self._agent, self._name = agent, name
        self.acknowledged: list[str] = []
        self.refused: list[int] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._store)
        self._thread.start()

    def _store(self) -> None:
        for number in count():
            if self._ended.is_set():
                return
            answer = self._agent.answer("store_memory", memory(f"{self._name}{number}"))
            if "result" in answer:
                self.acknowledged.append(json.loads(answer["result"]["content"][0]["text"])["id"])
            else:
                self.refused.append(answer["error"]["code"])

    def stores_more(self) -> None:
        before = len(self.acknowledged)
        until(lambda: len(self.acknowledged) > before, "A store")

    def end(self) -> None:
        self._ended.set()
        self._thread.join()


class Scene:
    """The server, and for each token an agent at each worker."""

    def __init__(self, server: HttpServer, postgresql: PostgreSQL, tokens: dict[str, str], stack: ExitStack) -> None:
        self.server, self.postgresql, self.tokens = server, postgresql, tokens
        self.agents: dict[str, list[Agent]] = {
            name: [Agent(server, stack.enter_context(self._connected(place)), token) for place in (0, 1)]
            for name, token in tokens.items()
        }
        self.writers = [
            Writer(Agent(server, stack.enter_context(self._connected(place)), tokens[ALL]), f"of worker {place}, ")
            for place in (0, 1)
        ]
        for writer in self.writers:
            stack.callback(writer.end)

    def _connected(self, place: int) -> Wire:
        """A connection to one of the workers; the system chooses, so the others are closed."""
        for _ in range(CONNECTIONS_MAX):
            wire = Wire(self.server.port)
            assert wire.ask(raw(b"", *self.server.lines())).status == 401
            ends = self.server.serving[place].net_connections("tcp")
            if any(end.raddr and end.raddr.port == wire.port for end in ends):
                return wire
            wire.__exit__()
        raise AssertionError(f"No connection led to worker {place}")

    def everybody(self) -> list[Agent]:
        return [agent for agents in self.agents.values() for agent in agents]

    def until_caching(self, times: int) -> None:
        until(lambda: self.server.log.count("Cache enabled") >= 2 * times, "Caching in both workers")

    def log_in(self) -> Visitor:
        visitor = Visitor(self.server.port)
        visitor.get("/admin/login/")
        page = visitor.post("/admin/login/", username=NAME, password=PASSWORD, next="/admin/")
        assert page.address == "/admin/", page.text
        return visitor


def soon(condition: Callable[[], bool], what: str) -> None:
    began = time.monotonic()
    until(condition, what)
    assert time.monotonic() - began < SOON, what


@pytest.fixture
def scene(own_postgresql: PostgreSQL, tmp_path: Path) -> Iterator[Scene]:
    url = own_postgresql.url("postgres")
    env = environment(
        url,
        CODEX_DATA_DIR=str(tmp_path),
        ENABLE_CACHE="true",
        DJANGO_SUPERUSER_PASSWORD=PASSWORD,
        CODEX_PROJECT=None,
    )
    created = run("createsuperuser", "--noinput", "--username", NAME, "--email", "carla@example.org", env=env)
    assert created.returncode == 0, created.stderr
    tokens = {
        ALL: create_token(url, ALL),
        CONFINED: create_token(url, CONFINED, "a"),
        READER: create_token(url, READER, is_read_only=True),
    }
    with ExitStack() as stack:
        server = stack.enter_context(HttpServer(env, "--workers", "2"))
        until(lambda: server.log.count("Cache enabled") == 2, "Both workers")
        yield Scene(server, own_postgresql, tokens, stack)


def test_a_team_through_deletions_a_restart_and_a_revocation(scene: Scene) -> None:
    everything, confined, readers = (scene.agents[name] for name in (ALL, CONFINED, READER))
    for agent in scene.everybody():
        assert agent.call("get_statistics")["memories"] >= 0

    # Each token may do what it was made for, whichever worker is asked.
    shared = everything[0].call("store_memory", **memory("shared"))["id"]
    in_a = confined[1].call("store_memory", **memory("a"))["id"]
    in_b = everything[1].call("store_memory", **memory("b", project="b"))["id"]
    for agent in (*everything, *readers):
        assert [agent.get(each)["project"] for each in (shared, in_a, in_b)] == ["", "a", "b"]
    for agent in confined:
        assert [agent.get(each) is not None for each in (shared, in_a, in_b)] == [True, True, False]
        assert agent.code("delete_memory", id=shared) == -32000
        assert agent.call("delete_memory", id=in_b) == {"deleted": False}
        assert agent.code("search_memories", query="ferry-of-ours", project="b") == -32000
    for agent in readers:
        assert "store_memory" not in agent.tools()
        assert agent.code("store_memory", **memory("reader")) == agent.code("delete_memory", id=shared) == -32601

    # A curator deletes, in the same server, what both workers have in their caches.
    curator = scene.log_in()
    curator.submit(curator.get(f"{LIST}{shared}/delete/"))
    soon(lambda: all(agent.get(shared) is None for agent in scene.everybody()), "The deletion")
    assert all(agent.get(in_a) is not None for agent in scene.everybody())

    # The database restarts; nobody else does.
    for writer in scene.writers:
        writer.stores_more()
    scene.postgresql.stop_immediately()
    for writer in scene.writers:
        until(lambda writer=writer: writer.refused, "A refusal")
    assert confined[0].code("search_memories", query="ferry-of-ours") == -32603
    assert scene.server.ask("GET", "/health/live").status == 200
    assert scene.server.ask("GET", "/health/ready").status == 503
    scene.postgresql.start()
    for writer in scene.writers:
        writer.stores_more()
        writer.end()
        assert set(writer.refused) == {-32603}
    kept = [identifier for writer in scene.writers for identifier in writer.acknowledged]
    assert len(kept) == len(set(kept)) > 4
    for agent in everything:
        assert all(agent.get(identifier) is not None for identifier in kept)
        assert [agent.get(each) is not None for each in (shared, in_a, in_b)] == [False, True, True]
    scene.until_caching(2)
    curator.submit(curator.get(f"{LIST}{in_a}/delete/"))
    soon(lambda: all(agent.get(in_a) is None for agent in scene.everybody()), "The deletion")

    # A token is revoked; the others go on.
    assert {agent.status for agent in scene.everybody()} == {200}
    with psycopg.connect(scene.postgresql.url("postgres"), autocommit=True) as connection:
        revoke = "UPDATE codex_processed.access_tokens SET revoked_at = now() WHERE name = %s"
        connection.execute(revoke, [READER])
    soon(lambda: {agent.status for agent in readers} == {401}, "The revocation")
    assert {agent.status for agent in (*everything, *confined)} == {200}

    # All that was said stays out of the logs, and so do the tokens.
    scene.server.terminate()
    assert scene.server.wait() == 0
    for log in (scene.server.log, (scene.postgresql.folder / "log").read_text()):
        assert log
        assert not SAID.search(log)
        assert not any(token in log for token in scene.tokens.values())
        assert "Traceback" not in log
