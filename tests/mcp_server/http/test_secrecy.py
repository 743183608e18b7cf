"""No answer tells whether a token, or somebody else's memory, exists."""

from __future__ import annotations

import json
import statistics
import time
from typing import Any

import psycopg
import pytest

from tests.support.http_clients import create_token
from tests.support.raw_http import HttpServer, Wire, call_of, raw, request_of

PING = request_of("ping")
MEMORY = {"content": "The ferry leaves at nine.", "context": "Travel", "summary": "Ferry"}
UNKNOWN = "01234567-89ab-4cde-8f01-23456789abcd"
ROUNDS = 60
RATIO_MAX = 2.0  # of the medians of two durations that must not differ

Outside = psycopg.Connection[Any]


@pytest.fixture
def refused_tokens(database: str, outside: Outside) -> dict[str, str]:
    """Tokens that are refused, each for another reason."""
    tokens = {name: create_token(database, name) for name in ("expired", "revoked")}
    expire = (
        "UPDATE codex_processed.access_tokens SET expires_at = created_at + interval '1 microsecond' WHERE name = %s"
    )
    outside.execute(expire, ["expired"])
    outside.execute("UPDATE codex_processed.access_tokens SET revoked_at = now() WHERE name = 'revoked'")
    return {**tokens, "unknown": "cm_" + "A" * 43, "malformed": "cm_x", "foreign": "ghp_" + "x" * 36}


def test_refused_tokens_get_the_same_answer(http: HttpServer, token: str, refused_tokens: dict[str, str]) -> None:
    answers = {name: http.post(PING, refused) for name, refused in refused_tokens.items()}
    headers = [{name: value for name, value in answer.headers.items() if name != "date"} for answer in answers.values()]

    assert {answer.status for answer in answers.values()} == {401}
    assert {answer.body for answer in answers.values()} == {b""}
    assert all(shown == headers[0] for shown in headers)
    assert http.post(PING, token).status == 200
    assert not any(refused in http.log for refused in refused_tokens.values())


def test_an_expired_token_takes_as_long_as_an_unknown_one(http: HttpServer, refused_tokens: dict[str, str]) -> None:
    took: dict[str, list[float]] = {"expired": [], "revoked": [], "unknown": []}
    with Wire(http.port) as wire:
        for _ in range(ROUNDS):
            for name, seconds in took.items():
                began = time.perf_counter()
                assert wire.ask(raw(PING, *http.lines(refused_tokens[name]))).status == 401
                seconds.append(time.perf_counter() - began)
    medians = [statistics.median(seconds) for seconds in took.values()]
    assert max(medians) < RATIO_MAX * min(medians), took


@pytest.mark.parametrize(
    ("tool", "name", "more"),
    [
        *(("get_memory", "id", {}), ("get_memory", "id", {"history": True}), ("get_memory", "id", {"version": 1})),
        *(("update_memory", "id", {"summary": "New"}), ("delete_memory", "id", {}), ("get_patterns", "memory_id", {})),
        ("analyze_patterns", "memory_id", {"language": "python"}),
        ("store_memory", "supersedes", {**MEMORY, "content": "The ferry leaves at ten."}),
    ],
    ids=str,
)
def test_a_memory_of_another_project_is_as_unknown_as_none(
    http: HttpServer, token: str, database: str, tool: str, name: str, more: dict[str, Any]
) -> None:
    hidden = http.call(token, "store_memory", **MEMORY, project="b")["id"]
    confined = create_token(database, "confined", "a")

    def answer(identifier: str) -> Any:
        call = call_of(tool, {**more, name: [identifier] if name == "supersedes" else identifier})
        got = http.post({**call, "id": 1}, confined)
        return got.status, json.loads(got.body.replace(identifier.encode(), b"ID"))

    assert answer(hidden) == answer(UNKNOWN)
    assert http.call(token, "get_memory", id=hidden)["memory"]["summary"] == MEMORY["summary"]


def test_the_content_of_another_project_is_no_duplicate(http: HttpServer, token: str, database: str) -> None:
    hidden = http.call(token, "store_memory", **MEMORY, project="b")["id"]
    confined = create_token(database, "confined", "a")
    stored = http.call(confined, "store_memory", **MEMORY)["id"]
    assert stored != hidden
    assert http.call(confined, "search_memories", query="ferry", project="*")["total"] == 1
