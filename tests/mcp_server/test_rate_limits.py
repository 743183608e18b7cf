"""Limits on calls a minute, by client and tool."""

from __future__ import annotations

from uuid import uuid4

from codex_project.config import Config
from tests.support.clients import Client, Serve, environment, run


def gets(server: Client, number: int) -> list[int | None]:
    """The code of each get, None where it was answered."""
    calls = [server.request_call("get_memory", {"id": str(uuid4())}) for _ in range(number)]
    return [server.answer(call).get("error", {}).get("code") for call in calls]


GET = {"id": "01234567-89ab-4cde-8f01-23456789abcd"}


def test_a_call_above_the_limit_is_refused_and_told_when_to_come_back(serve: Serve, database: str) -> None:
    server = serve(database, RATE_LIMIT_ENABLED=None, RATE_LIMIT_GET_MEMORY="3")
    # At most one window ends meanwhile, so of eight calls at least two are above its limit.
    codes = gets(server, 8)
    assert set(codes) == {None, -32004}
    assert 3 <= codes.count(None) <= 6
    refused = server.refusal("get_memory", GET)
    assert (refused.code, refused.data["type"], refused.data["limit"]) == (-32004, "StorageError::RateLimited", 3)
    assert 1 <= refused.data["retry_after"] <= 60
    assert f"Wait {refused.data['retry_after']} seconds" in refused.message


def test_each_tool_is_counted_by_itself_and_a_bad_argument_not_at_all(serve: Serve, database: str) -> None:
    server = serve(database, RATE_LIMIT_ENABLED=None, RATE_LIMIT_GET_MEMORY="1", RATE_LIMIT_SEARCH_MEMORIES="off")
    assert server.refusal("get_memory", id=5).code == -32602
    assert gets(server, 1) == [None]
    assert -32004 in gets(server, 3)
    assert server.call("search_memories")["total"] == 0
    assert server.call("get_statistics")["memories"] >= 0
    server.ping()


def test_a_limit_refuses_without_the_database(serve: Serve, database: str) -> None:
    server = serve("postgresql://me@127.0.0.1:1/memories", RATE_LIMIT_ENABLED=None, RATE_LIMIT_GET_MEMORY="1")
    codes = gets(server, 4)
    assert set(codes) == {-32603, -32004}


def test_limits_are_off_where_they_are_turned_off(serve: Serve, database: str) -> None:
    assert set(gets(serve(database, RATE_LIMIT_ENABLED="false", RATE_LIMIT_GET_MEMORY="1"), 20)) == {None}
    assert set(gets(serve(database, RATE_LIMIT_ENABLED=None, RATE_LIMIT_GET_MEMORY="off"), 20)) == {None}


def test_unset_the_limits_are_the_specifications() -> None:
    names = ("store_memory", "search_memories", "get_memory", "analyze_patterns")
    defaults = {name: Config.model_fields[f"rate_limit_{name}"].default for name in names}
    assert list(defaults.values()) == [100, 300, 1000, 10]
    assert Config.model_fields["rate_limit_enabled"].default is True


def test_off_shows_in_the_configuration(database_url: str) -> None:
    shown = run("config", env=environment(database_url, RATE_LIMIT_GET_MEMORY="off")).stdout
    assert "RATE_LIMIT_GET_MEMORY = off (from RATE_LIMIT_GET_MEMORY)" in shown


def test_the_hundred_and_first_store_of_a_minute_is_one_too_many(serve: Serve, database: str) -> None:
    server = serve(database, RATE_LIMIT_ENABLED=None)
    memory = {"context": "Limits", "summary": "One of many"}
    # One window may end meanwhile; then its successor's hundred are used up too.
    calls = [server.request_call("store_memory", {**memory, "content": f"number {n}"}) for n in range(201)]
    answers = [server.answer(call) for call in calls]
    assert 100 <= sum("result" in answer for answer in answers) <= 200
    assert {answer["error"]["code"] for answer in answers if "error" in answer} == {-32004}
