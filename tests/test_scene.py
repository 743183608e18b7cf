"""One scene with everybody in it: three agents, a curator, a load balancer's and Prometheus's questions, and trouble.

After each step all that can be observed is held against what was done: health, metrics, caches and logs.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from mcp_server.tools import TOOLS
from tests.support.admin import LIST
from tests.support.changes import change_notified
from tests.support.clients import Client, Message, Serve, environment, run
from tests.support.database import PostgreSQL
from tests.support.waiting import until
from tests.support.web import Web, samples

pytestmark = pytest.mark.acceptance

NAME, PASSWORD = "scene-carla", "a password-of-ours"
# Nothing that people said may be in a log; all of it ends in these words, so that it can be looked for.
SAID = re.compile("-of-ours", re.IGNORECASE)
LINE = re.compile(
    r"INFO mcp_server\.calls: (?:Memory stored successfully: id=[0-9a-f-]{36}, )?"
    r"(\w+): (\w+) in ([\d.]+) ms, request (\d+)$"
)
LIMIT = 5


def memory(number: int) -> Message:
    return {
        "content": f"The ferry-of-ours number {number} leaves at nine.",
        "context": "Travel-of-ours",
        "summary": f"Ferry-of-ours {number}",
        "tags": [f"boat-{number}-of-ours"],
    }


class Agent:
    """An agent's server, and a record of all calls that were made to it: tool, outcome, request, milliseconds."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.calls: list[tuple[str, str, int]] = []
        self.took: list[float] = []
        self.call("get_statistics")
        self.until_listening(1)

    def until_listening(self, times: int) -> None:
        until(lambda: self.client.log.count("Cache enabled") == times, "Listening")

    def answer(self, tool: str, **arguments: Any) -> Message:
        began = time.monotonic()
        request = self.client.request_call(tool, arguments)
        answer = self.client.answer(request)
        self.took.append((time.monotonic() - began) * 1000)
        outcome = answer["error"]["data"]["type"].removeprefix("StorageError::") if "error" in answer else "ok"
        self.calls.append((tool, outcome, request))
        return answer

    def call(self, tool: str, **arguments: Any) -> Message:
        answer = self.answer(tool, **arguments)
        assert "result" in answer, answer
        result: Message = answer["result"]["structuredContent"]
        return result

    def get(self, identifier: str) -> Any:
        return self.call("get_memory", id=identifier)["memory"]

    def refusal(self, tool: str, **arguments: Any) -> Message:
        error: Message = self.answer(tool, **arguments)["error"]
        return error


class Scene:
    """What can be observed, and what it must be."""

    def __init__(self, postgresql: PostgreSQL, web: Web, agents: list[Agent]) -> None:
        self.postgresql = postgresql
        self.web = web
        self.agents = agents

    def measured(self) -> dict[tuple[str, ...], float]:
        return samples(self.web.get("/metrics").body)

    def hits(self) -> float:
        return self.measured()[("codex_memory_cache_hits_total",)]

    def idle(self) -> float:
        return self.measured()["codex_memory_pool_connections", "idle"]

    def connections(self) -> int:
        """Those of agents' servers, counted by the database."""
        with psycopg.connect(self.postgresql.url("postgres")) as connection:
            found = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'codex-memory'"
            return int(connection.execute(found).fetchall()[0][0])

    def web_connections(self) -> int:
        """Those of the web side, counted by the database: it opens more whenever a worker of it is first asked."""
        with psycopg.connect(self.postgresql.url("postgres")) as connection:
            found = (
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                " AND application_name <> 'codex-memory' AND pid <> pg_backend_pid()"
            )
            return int(connection.execute(found).fetchall()[0][0])

    def check(self, *, ready: bool = True) -> None:
        """Health, counts and logs say what was done, no more and no less."""
        assert self.web.get("/health/live").status == 200
        assert self.web.get("/health/ready").status == (200 if ready else 503)

        done = Counter(
            (TOOLS[tool].operation, "success" if outcome == "ok" else "error")
            for agent in self.agents
            for tool, outcome, _ in agent.calls
        )
        measured = self.measured()
        assert {key[1:]: value for key, value in measured.items() if key[0] == "codex_memory_operations_total"} == done
        name = "codex_memory_operation_duration_seconds_count"
        timed = Counter[str]()
        for (operation, _), count in done.items():
            timed[operation] += count
        assert {key[1]: value for key, value in measured.items() if key[0] == name} == timed
        assert measured["codex_memory_pool_connections", "active"] == 0

        for agent in self.agents:
            lines = [line for line in agent.client.log.splitlines() if " mcp_server.calls: " in line]
            matches = [LINE.search(line) for line in lines]
            assert all(matches), lines
            found = [match.groups() for match in matches if match]
            assert [(tool, outcome, int(request)) for tool, outcome, _, request in found] == agent.calls
            logged = [float(milliseconds) for _, _, milliseconds, _ in found]
            assert all(0 < inside <= outside for inside, outside in zip(logged, agent.took, strict=True))

    def keeps(self, agent: Agent, identifier: str) -> None:
        """Wait until a get is answered from the cache; then each further one is, too, and counted."""

        def answered_from_the_cache() -> bool:
            before = self.hits()
            assert agent.get(identifier) is not None
            return self.hits() == before + 1

        # The notification of a change may still be under way.
        until(answered_from_the_cache, "A hit")
        before = self.hits()
        kept = [agent.get(identifier) for _ in range(5)]
        assert all(answer == kept[0] for answer in kept)
        assert self.hits() == before + 5


@pytest.fixture
def scene(serve: Serve, own_postgresql: PostgreSQL, tmp_path: Path) -> Iterator[Scene]:
    url = own_postgresql.url("postgres")
    shared = {"CODEX_DATA_DIR": str(tmp_path), "ENABLE_CACHE": "true"}
    env = environment(url, **shared, DJANGO_SUPERUSER_PASSWORD=PASSWORD)
    created = run("createsuperuser", "--noinput", "--username", NAME, "--email", "carla@example.org", env=env)
    assert created.returncode == 0, created.stderr
    agents = [
        Agent(serve(url, **shared, **more))
        for more in ({}, {"RATE_LIMIT_ENABLED": None, "RATE_LIMIT_SEARCH_MEMORIES": str(LIMIT)}, {})
    ]
    with Web(environment(url, **shared), "--workers=2", "--threads=8") as web:
        yield Scene(own_postgresql, web, agents)


def test_three_agents_and_a_curator_through_a_limit_a_restart_and_a_kill(
    scene: Scene,
) -> None:
    web, postgresql, (first, limited, doomed) = scene.web, scene.postgresql, scene.agents
    scene.check()

    # Agents store, and find what others stored.
    ids = [agent.call("store_memory", **memory(number))["id"] for number, agent in enumerate(scene.agents)]
    assert first.refusal("store_memory", **memory(2))["data"]["existing_id"] == ids[2]
    for agent in (first, doomed):
        found = agent.call("search_memories", query="when does the ferry-of-ours leave?")["memories"]
        assert {hit["id"] for hit in found} == set(ids)
    assert limited.call("search_memories", tags=["boat-0-of-ours"])["total"] == 1
    for agent in scene.agents:
        scene.keeps(agent, ids[0])
    scene.check()

    # The curator deletes what all three have in their caches.
    curator = web.log_in(NAME, PASSWORD)
    with change_notified(postgresql.url("postgres")):
        curator.submit(curator.get(f"{LIST}{ids[0]}/delete/"))
    for agent in scene.agents:
        until(lambda agent=agent: agent.get(ids[0]) is None, "The deletion")
        assert agent.get(ids[1]) is not None
    scene.check()

    # An agent reaches its limit; the others are not held up by it. At most one window ends meanwhile.
    answers = [limited.answer("search_memories", tags=["boat-1-of-ours"]) for _ in range(2 * LIMIT + 1)]
    refused = [answer["error"] for answer in answers if "error" in answer]
    assert 1 <= len(refused) <= len(answers) - LIMIT + 1
    assert {(error["code"], error["data"]["limit"]) for error in refused} == {(-32004, LIMIT)}
    assert all(1 <= error["data"]["retry_after"] <= 60 for error in refused)
    assert limited.get(ids[1]) is not None
    for _ in range(2 * LIMIT + 1):
        first.call("search_memories", tags=["boat-1-of-ours"])
    scene.check()

    # The database goes away: everybody is told, and caches answer nothing that might have changed.
    postgresql.stop_immediately()
    for agent in scene.agents:
        until(lambda agent=agent: "Cache disabled" in agent.client.log, "The gap")
        error = agent.refusal("get_memory", id=ids[1])
        assert (error["code"], error["data"]["type"]) == (-32603, "StorageError::Database")
    scene.check(ready=False)

    # It comes back: nobody is restarted, nothing acknowledged is lost, nothing deleted returns.
    postgresql.start()
    for agent in scene.agents:
        assert [agent.get(identifier) is not None for identifier in ids] == [False, True, True]
        agent.until_listening(2)
        scene.keeps(agent, ids[1])
    assert "Slowest operations of the last hour" in curator.get("/admin/").text
    scene.check()

    # One is killed: its counts stay, its gauge goes. (A pool counts connections that broke until it next lends them.)
    held, measured, others = scene.connections(), scene.idle(), scene.web_connections()
    doomed.client.kill()
    doomed.client.wait()
    until(lambda: scene.connections() <= held - 2, "The end of its connections")
    assert scene.idle() <= measured - 2 + max(scene.web_connections() - others, 0)
    scene.check()
    assert first.call("store_memory", **memory(3))["id"] not in ids
    with change_notified(postgresql.url("postgres")):
        curator.submit(curator.get(f"{LIST}{ids[1]}/delete/"))
    until(lambda: first.get(ids[1]) is None, "The deletion")
    scene.check()

    # The others end as they should, and everything that was counted is still there.
    assert [agent.client.finish() for agent in (first, limited)] == [0, 0]
    scene.check()

    def only_the_web_sides_are_left() -> bool:
        curator.get("/admin/")  # its workers in turn, each of which then knows which of its connections broke
        return scene.idle() <= scene.web_connections()

    until(only_the_web_sides_are_left, "The end of their gauges")

    server_log = (postgresql.folder / "log").read_text()
    for log in (web.log, server_log, *(agent.client.log for agent in scene.agents)):
        assert log
        assert not SAID.search(log)
        assert "Traceback" not in log
