"""Lines of bytes: what is no request is refused with its code, and everything that is one is answered once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcp_server.messages import recover_id
from memories.models import Memory
from tests.support.clients import COMMAND, Client, Serve, environment
from tests.support.waiting import until

MEMORY = {"content": "Tea is served at five.", "context": "Office", "summary": "Tea time"}
DEEP = 100_000
LONG = 30 * 1024 * 1024


def call_line(identifier: str, arguments: str) -> bytes:
    """A request to store, with JSON text of our making, and its id after the call's arguments."""
    params = f'{{"name":"store_memory","arguments":{arguments}}}'
    return f'{{"jsonrpc":"2.0","method":"tools/call","params":{params},"id":{identifier}}}'.encode()


@pytest.mark.parametrize(
    ("line", "code", "identifier"),
    [
        pytest.param(b"hello", -32700, None, id="words"),
        pytest.param(b"{", -32700, None, id="a brace"),
        pytest.param(b'{"jsonrpc":"2.0","id":901,"method":', -32700, 901, id="half a request"),
        pytest.param(b'{"jsonrpc":"2.0","id":"x\\u0041","method":', -32700, "xA", id="a text id with an escape"),
        pytest.param(b'{"jsonrpc":"2.0","id":902,"method":"ping",}', -32700, 902, id="a comma too many"),
        pytest.param(b'{"jsonrpc":"2.0","method":"ping",,"id":903}', -32700, 903, id="the id comes last"),
        pytest.param(
            b'{"jsonrpc":"2.0","method":"x","params":{"id":7,"y":NaN},"id":904}', -32700, 904, id="another id in params"
        ),
        pytest.param(
            b'{"params":{"id":7,"y":[{"id":8}],"z":NaN},"id":"905","jsonrpc":"2.0"}', -32700, "905", id="ids inside"
        ),
        pytest.param(b'{"jsonrpc":"2.0","id":906,"method":"\xff\xfe"}', -32700, 906, id="invalid UTF-8"),
        pytest.param(b"\xc3\x28", -32700, None, id="nothing but invalid UTF-8"),
        pytest.param(
            b"\xef\xbb\xbf" + b'{"jsonrpc":"2.0","id":907,"method":"ping"}', -32700, 907, id="a byte order mark"
        ),
        pytest.param(b'{"jsonrpc":"2.0","id":908,"method":"ping"} {}', -32700, 908, id="two objects on a line"),
        pytest.param(call_line("909", '{"sentiment":NaN}'), -32700, 909, id="NaN"),
        pytest.param(call_line("910", '{"sentiment":Infinity}'), -32700, 910, id="Infinity"),
        pytest.param(call_line("911", '{"sentiment":-Infinity}'), -32700, 911, id="minus Infinity"),
        pytest.param(call_line("912", '{"sentiment":' + "9" * 5000 + "}"), -32700, 912, id="5,000 digits"),
        pytest.param(
            call_line("913", '{"metadata":' + '{"a":' * DEEP + "1" + "}" * DEEP + "}"), -32700, 913, id="deep"
        ),
        pytest.param(b"[" * DEEP, -32700, None, id="deep brackets"),
        pytest.param(b"[]", -32600, None, id="an empty array"),
        pytest.param(b'[{"jsonrpc":"2.0","id":914,"method":"ping"}]', -32600, None, id="a batch"),
        pytest.param(b'"ping"', -32600, None, id="a string"),
        pytest.param(b"42", -32600, None, id="a number"),
        pytest.param(b"null", -32600, None, id="null"),
        pytest.param(b"{}", -32600, None, id="an empty object"),
        pytest.param(b'{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600, None, id="a null id"),
        pytest.param(b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600, None, id="a float id"),
        pytest.param(b'{"jsonrpc":"2.0","id":true,"method":"ping"}', -32600, None, id="a boolean id"),
        pytest.param(b'{"jsonrpc":"2.0","id":[1],"method":"ping"}', -32600, None, id="an array as id"),
        pytest.param(b'{"jsonrpc":"2.0","id":915}', -32600, 915, id="no method"),
        pytest.param(b'{"jsonrpc":"2.0","id":916,"method":5}', -32600, 916, id="a number as method"),
        pytest.param(b'{"jsonrpc":"1.0","id":917,"method":"ping"}', -32600, 917, id="JSON-RPC 1.0"),
        pytest.param(b'{"id":918,"method":"ping"}', -32600, 918, id="no version"),
        pytest.param(b'{"jsonrpc":"2.0","id":919,"method":"ping","params":[1]}', -32600, 919, id="params by position"),
        pytest.param(b'{"jsonrpc":"2.0","id":920,"method":"no/such"}', -32601, 920, id="an unknown method"),
        pytest.param(b'{"jsonrpc":"2.0","id":921,"method":"\\ud800"}', -32601, 921, id="a lone surrogate as method"),
        pytest.param(b'{"jsonrpc":"2.0","id":922,"method":"tools/call"}', -32602, 922, id="a call of nothing"),
        pytest.param(
            b'{"jsonrpc":"2.0","id":923,"method":"tools/call","params":{"name":5}}', -32602, 923, id="a number as tool"
        ),
        pytest.param(
            b'{"jsonrpc":"2.0","id":924,"method":"tools/call","params":{"name":"get_memory","arguments":[1]}}',
            -32602,
            924,
            id="arguments by position",
        ),
        pytest.param(
            b'{"jsonrpc":"2.0","id":925,"method":"tools/call","params":{"name":"no_such_tool"}}',
            -32601,
            925,
            id="an unknown tool",
        ),
        pytest.param(
            b'{"jsonrpc":"2.0","id":926,"method":"tools/call","params":{"name":"\\ud800"}}',
            -32601,
            926,
            id="a lone surrogate as tool",
        ),
    ],
)
def test_a_line_that_is_no_good_request_gets_its_code(
    server: Client, line: bytes, code: int, identifier: int | str | None
) -> None:
    server.send_bytes(line + b"\n")
    assert server.refused(identifier).code == code
    server.ping()


@pytest.mark.parametrize("id_first", [True, False])
def test_a_line_of_30_megabytes_is_refused_on_its_id_and_not_held(serve: Serve, id_first: bool) -> None:
    server = serve()
    server.call("search_memories")
    before = server.resident_bytes
    content = b'"params":{"name":"store_memory","arguments":{"content":"' + b"a" * LONG + b'"}}'
    parts = [b'"id":77', b'"jsonrpc":"2.0","method":"tools/call"', content]
    server.send_bytes(b"{" + b",".join(parts if id_first else parts[::-1]) + b"}\n")
    refused = server.refused(77)
    assert refused.code == -32600
    assert "16,777,216" in refused.message
    assert server.resident_bytes - before < LONG / 2
    server.ping()


def test_a_line_just_under_the_limit_is_read(server: Client) -> None:
    line = call_line("78", json.dumps({"content": "a" * (16 * 1024 * 1024 - 200), "context": "c", "summary": "s"}))
    server.send_bytes(line + b"\n")
    assert server.refused(78).code == -32003


@pytest.mark.parametrize("identifier", [0, -1, 2**70, "", "text", "\ud800", "ü" * 1000])
def test_an_id_comes_back_as_it_was(server: Client, identifier: int | str) -> None:
    server.send({"jsonrpc": "2.0", "id": identifier, "method": "ping"})
    assert server.result(identifier) == {}


def test_empty_lines_answers_and_unknown_notifications_are_passed_over(server: Client) -> None:
    server.send_bytes(b'\n  \n\r\n{"jsonrpc":"2.0","id":5000,"result":{}}\n')
    server.notify("notifications/whatever", {"x": 1})
    server.send_bytes(b'{"jsonrpc":"2.0","id":5001,"method":"ping"}\r\n')
    assert server.result(5001) == {}
    assert not server.has_answer(5000)
    assert not server.has_answer(None)


def test_an_id_in_use_by_a_call_under_way_is_refused(serve: Serve, outside: psycopg.Connection[Any]) -> None:
    server = serve()
    server.call("search_memories")
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        first = server.request_call("search_memories")
        server.send({"jsonrpc": "2.0", "id": first, "method": "ping"})
        refused = server.refused(first)
        assert refused.code == -32600
    assert server.called(first)["total"] == 0
    server.send({"jsonrpc": "2.0", "id": first, "method": "ping"})
    assert server.result(first) == {}


def test_half_a_line_and_then_the_end_is_refused_and_the_process_ends_well(serve: Serve) -> None:
    server = serve()
    server.send_bytes(b'{"jsonrpc":"2.0","id":31,"method":"pi')
    assert server.finish() == 0
    assert server.refused(31).code == -32700


def test_a_last_line_without_its_end_is_answered(serve: Serve) -> None:
    server = serve()
    server.send_bytes(b'{"jsonrpc":"2.0","id":32,"method":"ping"}')
    assert server.finish() == 0
    assert server.result(32) == {}


def test_input_that_ends_at_once_is_no_error(serve: Serve) -> None:
    assert serve(initialized=False).finish() == 0


@pytest.mark.parametrize("end", [Client.end_input, Client.terminate])
def test_calls_under_way_at_the_end_are_finished_and_answered(
    serve: Serve, outside: psycopg.Connection[Any], end: Callable[[Client], None]
) -> None:
    server = serve()
    server.call("search_memories")
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN EXCLUSIVE MODE")
        calls = [server.request_call("store_memory", MEMORY | {"content": f"Note {n}"}) for n in range(10)]
        server.ping()
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'memories'::regclass"
        until(lambda: outside.execute(waiting).fetchone() == (10,), "waiting of ten calls")
        end(server)
    assert server.wait() == 0
    assert len({server.called(call)["id"] for call in calls}) == 10
    assert Memory.objects.count() == 10


def test_calls_that_do_not_finish_do_not_hold_the_process_up(serve: Serve, outside: psycopg.Connection[Any]) -> None:
    server = serve()
    server.call("search_memories")
    with outside.transaction():
        outside.execute("LOCK TABLE memories IN ACCESS EXCLUSIVE MODE")
        server.request_call("search_memories")
        server.ping()
        server.end_input()
        assert server.process.wait(15) == 0


def test_200_of_200_pipelined_stores_are_kept(server: Client) -> None:
    requests = [server.prepared_call("store_memory", MEMORY | {"content": f"Note {n}"}) for n in range(200)]
    server.send(*requests)
    assert len({server.called(request["id"])["id"] for request in requests}) == 200
    assert Memory.objects.count() == 200


def test_a_regular_file_serves_as_input_and_output(database: str, tmp_path: Path) -> None:
    client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "file", "version": "1"}}
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": client},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "store_memory", "arguments": MEMORY}},
    ]
    source, sink = tmp_path / "in", tmp_path / "out"
    source.write_text("\n".join(json.dumps(message) for message in messages))
    with source.open("rb") as stdin, sink.open("wb") as stdout:
        ended = subprocess.run(
            COMMAND, env=environment(database), stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, timeout=60
        )
    assert ended.returncode == 0, ended.stderr.decode()
    answers = {answer["id"]: answer for answer in map(json.loads, sink.read_text().splitlines())}
    assert answers.keys() == {1, 2}
    assert Memory.objects.filter(id=answers[2]["result"]["structuredContent"]["id"]).exists()


def test_what_is_printed_before_the_server_starts_does_not_reach_the_client(
    serve: Serve, database: str, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('Welcome to Python!')\n")
    server = serve(database, PYTHONPATH=str(tmp_path), PYTHONUNBUFFERED=None)
    server.ping()
    assert server.finish() == 0
    assert "Welcome to Python!" in server.log


def test_what_is_printed_during_a_call_never_reaches_the_client(serve: Serve) -> None:
    program = """
import os, sys
sys.argv = ["codex_project", "mcp_serve"]
from memories import storage
get = storage.get
async def noisy(identifier):
    print("printed"); sys.stdout.flush(); os.write(1, b"written\\n"); os.system("echo by a child")
    return await get(identifier)
storage.get = noisy
"""
    start = "import django\nfrom codex_project.__main__ import main\nimport os\n"
    start += "os.environ['DJANGO_SETTINGS_MODULE'] = 'codex_project.settings'\ndjango.setup()\n"
    server = serve(command=(sys.executable, "-c", f"{start}{program}\nmain()"))
    assert server.call("get_memory", id="01234567-89ab-4cde-8f01-23456789abcd") == {"memory": None}
    log = server.log
    assert "printed" in log
    assert "written" in log
    assert "by a child" in log
    assert server.finish() == 0  # and closing the client asserts that nothing else came


def test_answers_that_nobody_reads_do_not_pile_up(serve: Serve, database: str) -> None:
    server = serve(initialized=False, reading=False)
    with serve(database) as other:
        stored = other.call("store_memory", MEMORY | {"content": "x" * 1_048_576})
    client = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "slow", "version": "1"}}
    requests = [server.prepared("initialize", client), *(server.prepared_call("get_memory", stored) for _ in range(60))]
    server.send(*requests)
    busy = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'codex-memory' AND state <> 'idle'"
    with psycopg.connect(database, autocommit=True) as watch:
        seen: list[int] = []

        def rest() -> None:
            seen.clear()
            until(rests, "resting of the server")

        def rests() -> bool:
            """Has worked, and for a hundred looks in a row no more."""
            seen.append(server.resident_bytes)
            assert seen[-1] < 300 * 1024 * 1024
            return len(seen) > 100 and len(set(seen[-100:])) == 1 and watch.execute(busy).fetchone() == (0,)

        rest()
        late = [server.prepared_call("get_memory", stored) for _ in range(60)]
        server.send(*late)
        rest()
    server.start_reading()
    for request in [*requests[1:], *late]:
        assert len(server.called(request["id"])["memory"]["content"]) == 1_048_576
    assert server.resident_bytes < 300 * 1024 * 1024


# The id of a request that cannot be read whole

scalars = st.none() | st.booleans() | st.integers() | st.text()
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)


@given(
    st.dictionaries(st.text().filter(lambda key: key != "id"), values),
    st.integers(-(10**17), 10**17) | st.text(),
    st.randoms(use_true_random=False),
)
def test_the_id_is_found_wherever_it_stands_and_whatever_stands_around(
    members: dict[str, Any], identifier: int | str, random: Any
) -> None:
    everything = [*members.items(), ("id", identifier)]
    random.shuffle(everything)
    whole = json.dumps(dict(everything)).encode()
    assert recover_id(whole) == identifier


@given(st.binary(max_size=300))
def test_no_bytes_make_the_search_for_an_id_fail(line: bytes) -> None:
    assert isinstance(recover_id(line), int | str | None)
