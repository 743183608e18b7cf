"""What a curator deletes or renames, an agent's cache forgets as soon as PostgreSQL tells of it.

Without being told it would keep it for `CACHE_TTL`, which is ten times as long as `until` waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.admin import LIST
from tests.support.changes import change_notified
from tests.support.clients import Client, Serve, cached, environment
from tests.support.waiting import until
from tests.support.web import Page, Visitor, Web, samples

MEMORY = {"content": "The key is under the mat.", "context": "House", "summary": "The key", "tags": ["house", "keys"]}


@pytest.fixture
def web(database: str, tmp_path: Path) -> Iterator[Web]:
    with Web(environment(database, CODEX_DATA_DIR=str(tmp_path))) as running:
        yield running


@pytest.fixture
def curator(web: Web, account: tuple[str, str]) -> Visitor:
    return web.log_in(*account)


@pytest.fixture
def agent(serve: Serve, database: str, tmp_path: Path) -> Client:
    return cached(serve, database, CODEX_DATA_DIR=str(tmp_path))


def hits(web: Web) -> float:
    return samples(web.get("/metrics").body)[("codex_memory_cache_hits_total",)]


def stored_and_cached(agent: Client, web: Web) -> str:
    """Store a memory, and get it until an answer comes from the cache."""
    identifier: str = agent.call("store_memory", MEMORY)["id"]

    def answered_from_the_cache() -> bool:
        before = hits(web)
        assert agent.call("get_memory", id=identifier)["memory"]["tags"] == MEMORY["tags"]
        assert agent.call("search_memories", tags=["keys"])["total"] == 1
        return hits(web) == before + 2

    # The notification of its own store may still be under way; it forgets what was kept before it.
    until(answered_from_the_cache, "A hit")
    return identifier


def delete_on_its_page(curator: Visitor, identifier: str) -> Page:
    return curator.submit(curator.get(f"{LIST}{identifier}/delete/"))


def delete_all_that_match(curator: Visitor, identifier: str) -> Page:
    chosen = {"action": "delete_selected", "index": 0, "select_across": 1, "_selected_action": identifier}
    return curator.submit(curator.post(f"{LIST}?tag=keys", **chosen))


@pytest.mark.parametrize("delete", [delete_on_its_page, delete_all_that_match])
def test_what_a_curator_deletes_an_agent_gets_no_more(
    delete: Callable[[Visitor, str], Page], agent: Client, web: Web, curator: Visitor, database: str
) -> None:
    identifier = stored_and_cached(agent, web)

    with change_notified(database):
        done = delete(curator, identifier)

    until(lambda: agent.call("get_memory", id=identifier) == {"memory": None}, "The deletion")
    until(lambda: agent.call("search_memories", tags=["keys"])["total"] == 0, "The deletion")
    assert done.address.partition("?")[0] == LIST
    assert "deleted successfully" in done.text or "Deleted 1 memory" in done.text


def test_a_tag_that_a_curator_renames_has_its_new_name_in_an_agents_answers(
    agent: Client, web: Web, curator: Visitor, database: str
) -> None:
    identifier = stored_and_cached(agent, web)

    asked = curator.submit(curator.get(f"{LIST}tags/"), operation="replace", old="keys", new="secrets")
    with change_notified(database):
        done = curator.submit(asked)

    until(lambda: agent.call("get_memory", id=identifier)["memory"]["tags"] == ["house", "secrets"], "The name")
    until(lambda: agent.call("search_memories", tags=["keys"])["total"] == 0, "The name")
    assert agent.call("search_memories", tags=["secrets"])["total"] == 1
    assert "Changed keys to secrets on 1 memory" in done.text
