"""No log, error, metric or trace has what was stored, asked, or secret."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.mcp_server.test_tracing import Collector, collector  # noqa: F401 - a fixture
from tests.support.clients import LEAK, Client, Serve, environment
from tests.support.http_clients import create_token
from tests.support.raw_http import HttpServer, call_of

pytestmark = pytest.mark.integration

CANARY = "canary"  # in everything that may be in no log
MEMORY: dict[str, Any] = {
    "content": "The content canary sings.",
    "context": "context canary",
    "summary": "summary canary",
    "tags": ["tag-canary"],
    "metadata": {"metadata canary": "value canary"},
    "insights": "insight canary",
    "entities": ["entity canary"],
}
UNKNOWN = "01234567-89ab-4cde-8f01-23456789abcd"


def calls(identifier: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every tool, well and badly called."""
    yield "store_memory", MEMORY  # again
    yield "store_memory", MEMORY | {"content": "x canary", "tags": ["no tag: canary"]}
    yield "store_memory", MEMORY | {"content": "y canary", "summary": "canary" * 200}
    yield "store_memory", MEMORY | {"content": "z\0canary"}
    yield "store_memory", MEMORY | {"content": "w canary", "metadata": "{canary"}
    yield "store_memory", MEMORY | {"content": "v canary", "supersedes": [UNKNOWN]}
    yield "update_memory", {"id": identifier, "context": "changed canary", "clear": ["canary"]}
    yield "update_memory", {"id": identifier, "context": "changed canary"}
    yield "update_memory", {"id": UNKNOWN, "content": "another canary"}
    for arguments in ({}, {"history": True}, {"version": 1}, {"version": 99}):
        yield "get_memory", {"id": identifier, **arguments}
    yield (
        "search_memories",
        {"query": 'canary "sings', "context": "canary", "summary": "canary", "tags": ["tag-canary"]},
    )
    yield "search_memories", {"metadata": {"metadata canary": "value canary"}, "order_by": "canary"}
    yield "search_memories", {"from_date": "canary"}
    yield "get_statistics", {"project": "*"}
    for name in ("analyze_patterns", "get_patterns"):
        yield name, {"memory_id": identifier, **({"language": "canary"} if name == "analyze_patterns" else {})}
    yield "search_patterns", {"pattern_type": "canary"}
    yield "pattern_statistics", {"from_date": "canary"}
    yield "delete_memory", {"id": identifier}


def check_errors(answers: list[dict[str, Any]], given: list[dict[str, Any]]) -> None:
    """An error may repeat what its caller just sent in the argument it names, and nothing else."""
    refused = 0
    for answer, arguments in zip(answers, given, strict=True):
        if "error" in answer:
            refused += 1
            assert not LEAK.search(json.dumps(answer)), answer
            told = json.dumps(answer["error"])
            assert "sings" not in told, answer
            assert CANARY not in told or CANARY in json.dumps(arguments), answer
    assert refused > 5


def test_over_stdio_with_traces_and_every_statement_logged(
    serve: Serve,
    database: str,
    collector: Collector,  # noqa: F811
) -> None:
    server = serve(database, LOG_LEVEL="trace", OTEL_EXPORTER_OTLP_ENDPOINT=collector.url)
    identifier = server.call("store_memory", MEMORY)["id"]
    given = list(calls(identifier))
    answers = [server.answer(server.request_call(name, arguments)) for name, arguments in given]
    check_errors(answers, [arguments for _, arguments in given])
    assert server.finish() == 0
    assert "SQL query" in server.log
    assert CANARY not in server.log
    assert collector.received
    assert CANARY.encode() not in b"".join(collector.received)


def test_over_http_with_metrics(database: str) -> None:
    token = create_token(database, "laptop")
    with HttpServer(environment(database, LOG_LEVEL="debug", METRICS_TOKEN="metrics-canary")) as server:
        identifier = server.call(token, "store_memory", **MEMORY)["id"]
        given = list(calls(identifier))
        got = [server.post(call_of(name, arguments), token) for name, arguments in given]
        check_errors([json.loads(answer.body) for answer in got], [arguments for _, arguments in given])
        for answer in (
            *got,
            server.post({}, "cm_canary"),
            server.ask("GET", "/admin/?q=canary", Cookie="sessionid=canary"),
        ):
            headers = str(answer.headers).replace("/admin/login/?next=/admin/%3Fq%3Dcanary", "")
            assert CANARY not in headers
            assert token not in headers
        page = server.ask("GET", "/metrics", Authorization="Bearer metrics-canary").body.decode()
        assert "codex_memory_operations_total" in page
        server.terminate()
        assert server.wait() == 0
        for secret in (CANARY, token, "sings"):
            assert secret not in page
            assert secret not in server.log


def test_with_a_database_that_is_down(serve: Serve, closed_port_url: str) -> None:
    server: Client = serve(closed_port_url, initialized=False, LOG_LEVEL="trace")
    server.initialize()
    answers = [server.answer(server.request_call("store_memory", MEMORY)) for _ in range(2)]
    assert {answer["error"]["code"] for answer in answers} == {-32603}
    assert CANARY not in json.dumps(answers)
    assert server.finish() == 0
    assert CANARY not in server.log


@pytest.fixture
def closed_port_url(database_url: str) -> str:
    parts = urlsplit("postgresql://user-canary:password-canary@127.0.0.1:1/database-canary")
    return urlunsplit(parts)
