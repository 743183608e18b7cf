"""JSON on the wire is read as the standard library reads it, only faster."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mcp_server import encoding
from tests.support.clients import COMMAND, Client, environment

NUMBERS = st.integers(-(10**25), 10**25) | st.floats(allow_nan=False, allow_infinity=False) | st.floats(-0.01, 0.01)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
@example(2**63)
@example(2**64)
@example(-(2**63) - 1)
@example([0.00012345678901234567, 2**64])
def test_a_text_is_read_as_the_standard_library_reads_it(value: object) -> None:
    text = json.dumps(value)
    read = encoding.loads(text.encode())
    assert repr(read) == repr(json.loads(text))


@pytest.mark.parametrize("text", ["0." + "1" * 60, "1" * 30 + "." + "1" * 30, '{"a": 1, "a": 2}', '"\\ud800"', "1e400"])
def test_what_is_unusual_is_read_as_well(text: str) -> None:
    assert repr(encoding.loads(text.encode())) == repr(json.loads(text))


def _refuse(name: str) -> None:
    raise ValueError(name)


@given(st.binary(max_size=40))
@example(b"NaN")
@example(b"[-Infinity]")
@example(b"\xff")
def test_what_is_no_json_is_refused(data: bytes) -> None:
    try:
        expected = json.loads(data.decode(), parse_constant=_refuse)
    except ValueError:
        with pytest.raises(encoding.NotJSON):
            encoding.loads(data)
    else:
        assert repr(encoding.loads(data)) == repr(expected)


# Written on one line, whatever a reader takes for the end of one

SEPARATORS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
characters = st.sampled_from([*SEPARATORS, *'\\"uà…é©¨記🐘\u2027\u202a\x84\x86\xa8', 2**64])


@given(st.recursive(characters, lambda inner: st.lists(inner) | st.dictionaries(st.text(SEPARATORS), inner)))
@example("\u2028")
@example({"\u2029": ["\x85", 2**64]})
def test_what_is_written_is_read_again_and_is_one_line(value: object) -> None:
    written = encoding.dumps(value)
    assert json.loads(written) == value
    assert len(written.decode().splitlines()) <= 1


def test_other_characters_are_written_as_they_are() -> None:
    others = "\u2027\u202a\u20a8\x84\x86…é©¨記🐘"
    assert encoding.dumps([others]) == f'["{others}"]'.encode()


MEMORY = {
    "content": f"first{SEPARATORS}last",
    "context": "a\u2028b",
    "summary": "a\u2029b",
    "metadata": {"a\u2028b": ["a\x85b", {"a\u2029b": "\\u2028"}]},
    "insights": "a\u2029\u2028b",
}


def conversation() -> list[dict[str, Any]]:
    """Messages whose answers would all hold separators: results, errors, and the ids of both."""

    def call(identifier: Any, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        params = {"name": name, "arguments": arguments}
        return {"jsonrpc": "2.0", "id": identifier, "method": "tools/call", "params": params}

    handshake = {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "a\u2028b", "version": "1"},
    }
    return [
        {"jsonrpc": "2.0", "id": "a\u2028b", "method": "initialize", "params": handshake},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        call("store\u2029", "store_memory", MEMORY),
        call("search\u2028", "search_memories", {"metadata": {"a\u2028b": []}}),
        call("unknown\x85", "search_memories", {"a\u2028b": 1}),
        call("refused", "search_memories", {"order_by": "a\u2029b"}),
        call("tool", "a\u2028b", {}),
        {"jsonrpc": "2.0", "id": "method", "method": "a\u2028b"},
        {"jsonrpc": "1.0", "id": "not\u2028a request", "method": "x"},
    ]


def input_of(messages: list[dict[str, Any]], *more: bytes) -> bytes:
    return b"".join(json.dumps(message, ensure_ascii=False).encode() + b"\n" for message in messages) + b"".join(more)


def held_to_the_memory(answers: dict[Any, dict[str, Any]]) -> None:
    """That the search found the memory, with each of its characters, in both forms of the result."""
    result = answers["search\u2028"]["result"]
    assert result["structuredContent"] == json.loads(result["content"][0]["text"])
    memory = result["structuredContent"]["memories"][0]
    assert memory["processed"]["insights"] == MEMORY["insights"]
    assert {name: memory[name] for name in MEMORY if name != "insights"} == {
        name: value for name, value in MEMORY.items() if name != "insights"
    }


def test_whoever_cuts_at_any_separator_gets_one_answer_a_line(database: str) -> None:
    broken = '{"jsonrpc":"2.0","id":"broken\u2028","method":"ping","params":{'.encode() + b"\n"
    messages: list[Any] = conversation()
    # One after the other: what is stored is there to be searched for.
    with Client(environment(database), reading=False) as client:
        assert client.process.stdout is not None
        lines = []
        messages.append(broken)
        for message in messages:
            client.send_bytes(message if isinstance(message, bytes) else input_of([message]))
            if isinstance(message, bytes) or "id" in message:
                lines.append(client.process.stdout.readline())
        client.end_input()
        assert client.process.stdout.read() == b""
    text = b"".join(lines).decode()
    answers = {answer["id"]: answer for answer in map(json.loads, text.splitlines())}
    assert answers.keys() == {message["id"] for message in messages[:-1] if "id" in message} | {"broken\u2028"}
    assert sum("error" in answer for answer in answers.values()) == 6
    held_to_the_memory(answers)


READLINE = """
const { spawn } = require("node:child_process");
const { createInterface } = require("node:readline");
const server = spawn(process.argv[1], process.argv.slice(2), { stdio: ["pipe", "pipe", "inherit"] });
const messages = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const next = () => {
  while (messages.length > 0) {
    const message = messages.shift();
    server.stdin.write(JSON.stringify(message) + "\\n");
    if ("id" in message) return;
  }
  server.stdin.end();
};
createInterface({ input: server.stdout }).on("line", (line) => {
  try {
    JSON.parse(line);
    console.log(JSON.stringify({ line }));
  } catch {
    console.log(JSON.stringify({ broken: line }));
    return server.stdin.end();
  }
  next();
});
next();
"""


CUTS = r"""
const { Readable } = require("node:stream");
const lines = require("node:readline").createInterface({ input: Readable.from(["a\u2028b\n"]) });
lines.on("line", () => console.log("line"));
"""


@pytest.fixture(scope="module")
def node() -> str:
    """A Node whose readline cuts at U+2028, as it does from version 24 on; before, the test could not fail."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if subprocess.run([node, "-e", CUTS], capture_output=True, check=True, timeout=60).stdout.count(b"line") < 2:
        pytest.skip("this version of node does not cut lines at U+2028; 24 does")
    return node


def test_nodes_readline_gets_one_answer_a_line(database: str, node: str) -> None:
    messages = conversation()
    ended = subprocess.run(
        [node, "-e", READLINE, *COMMAND],
        input=json.dumps(messages).encode(),
        env=environment(database),
        capture_output=True,
        timeout=60,
    )
    lines = [json.loads(line) for line in ended.stdout.decode().split("\n") if line]
    assert [line["broken"] for line in lines if "broken" in line] == []
    answers = {answer["id"]: answer for answer in (json.loads(line["line"]) for line in lines)}
    assert answers.keys() == {message["id"] for message in messages if "id" in message}
    held_to_the_memory(answers)
