"""The fuzzer of the HTTP server: a few seconds of it, and that it notices what is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from random import Random
from typing import Any

import pytest

from tests.fuzz.http import Answer, Expected, Finding, Target
from tests.fuzz.mutation import Mutator, encoded

DETAILS = "id must be a UUID, such as 01234567-89ab-4cde-8f01-23456789abcd."


@pytest.mark.integration
def test_a_few_seconds_find_nothing() -> None:
    fuzzed = subprocess.run(
        (sys.executable, "-m", "tests.fuzz", "http", "--minutes", "0.1", "--seed", "1"),
        capture_output=True,
        text=True,
        timeout=110,
    )

    assert fuzzed.returncode == 0, fuzzed.stdout + fuzzed.stderr
    said = re.search(r"([\d,]+) inputs, [\d,]+ answers of (\d+) kinds", fuzzed.stdout)
    assert said is not None, fuzzed.stdout
    assert int(said[2]) > 20
    assert fuzzed.stdout.endswith("0 findings\n")


def answered(status: int, body: Any) -> Answer:
    return Answer(status, {b"content-type": b"application/json"}, json.dumps(body).encode())


def error(code: int, kind: str, message: str = DETAILS, **data: Any) -> dict[str, Any]:
    data = {"type": f"StorageError::{kind}", "details": message, **data}
    return {"jsonrpc": "2.0", "id": 1, "error": {"code": code, "message": message, "data": data}}


def result(text: str, **more: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "result": {"content": [{"type": "text", "text": text}], **more}}


@pytest.fixture
def target() -> Target:
    return Target(Random(1), 1, ["cm_x"], [{"name": "get_statistics", "inputSchema": {}}])


@pytest.mark.parametrize(
    "answer",
    [
        answered(500, error(-32602, "Validation")),
        answered(200, error(-32603, "Database")),
        answered(200, error(-32099, "Validation")),
        answered(200, error(-32602, "NotFound")),
        answered(200, error(-32602, "Validation", "No full stop")),
        answered(200, error(-32602, "Validation", "SELECT was wrong.")),
        answered(200, error(-32602, "Validation", "See /usr/lib.")),
        answered(200, {"id": 1, "result": {}}),
        answered(400, result("{}")),
        answered(200, result("{}", structuredContent={"id": 1})),
    ],
    ids=str,
)
def test_an_answer_that_breaks_a_rule_is_a_finding(target: Target, answer: Answer) -> None:
    with pytest.raises(Finding):
        target.judged(answer, b"/mcp")


@pytest.mark.parametrize(
    "answer",
    [
        answered(200, error(-32602, "Validation", field="id")),
        answered(400, error(-32700, "Validation")),
        answered(200, result("{}")),
        Answer(401, {}, b""),
        Answer(202, {}, b""),
    ],
    ids=str,
)
def test_documented_answers_are_none(target: Target, answer: Answer) -> None:
    assert target.judged(answer, b"/mcp")


def test_answers_of_the_web_side_must_not_fail_either(target: Target) -> None:
    assert target.judged(Answer(404, {}, b"Not found"), b"/x")
    with pytest.raises(Finding):
        target.judged(Answer(500, {}, b"Server Error"), b"/x")


@pytest.mark.parametrize(
    ("given", "answers"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 1),
        (b"GET / HTTP/1.1\r\n\r\n" * 3, 3),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n" * 2, 1),
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhalf", 0),
        (b"GET / HTTP/1.1\r\n\r\nnonsense", 2),
        (b"nonsense\r\n\r\n", 1),
        (b"GET / HT", 0),
    ],
)
def test_as_many_answers_are_expected_as_there_are_requests(given: bytes, answers: int) -> None:
    assert Expected(given).answers == answers


def test_the_same_seed_makes_the_same_mistakes() -> None:
    value = {"a": [1, "two", {"b": None}], "c": "x" * 50}
    runs = [
        [encoded(mutator.in_json(value)) for _ in range(200)] for mutator in (Mutator(Random(5)), Mutator(Random(5)))
    ]
    assert runs[0] == runs[1]
    assert len(set(runs[0])) > 50
