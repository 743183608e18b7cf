"""What a request to /mcp must be, and the order in which its faults are named."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest

from mcp_server.http.requests import METADATA_PATH
from mcp_server.messages import MAX_BYTES
from tests.support.clients import Refused
from tests.support.raw_http import HttpServer, Wire, call_of, raw, request_of
from tests.support.web import Answer

PING = request_of("ping")
MODERN = "2026-07-28"


def error_of(answer: Answer) -> Refused:
    """The error of an answer, after its form was checked."""
    assert answer.headers["Content-Type"] == "application/json"
    return Refused(json.loads(answer.body)["error"])


def modern(method: str = "tools/list", **params: Any) -> dict[str, Any]:
    meta = {
        "io.modelcontextprotocol/protocolVersion": MODERN,
        "io.modelcontextprotocol/clientInfo": {"name": "tests", "version": "1"},
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    return request_of(method, {**params, "_meta": meta})


@pytest.fixture
def wire(http: HttpServer) -> Iterator[Wire]:
    with Wire(http.port) as wire:
        yield wire


def test_a_request_is_answered_with_json_and_a_notification_with_202(http: HttpServer, token: str) -> None:
    answer = http.post(PING, token)
    assert (answer.status, json.loads(answer.body)) == (200, {"jsonrpc": "2.0", "id": PING["id"], "result": {}})
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"

    for notification in ({"method": "notifications/initialized"}, {"method": "notifications/cancelled", "params": {}}):
        answer = http.post({"jsonrpc": "2.0", **notification}, token)
        assert (answer.status, answer.body) == (202, b"")
        assert "Content-Type" not in answer.headers


# In the order of D24's statuses; each changes a valid request.
FAULTS: dict[int, dict[str, Any]] = {
    421: {"host": "Host: evil.example"},
    403: {"lines": ("Origin: https://evil.example",)},
    401: {"token": "cm_wrong"},
    405: {"method": "GET"},
    413: {"length": f"Content-Length: {MAX_BYTES + 1}"},
    400: {"body": b"[]"},
}


@pytest.mark.parametrize("faults", list(itertools.combinations(FAULTS, 2)), ids=str)
def test_of_two_faults_the_first_in_order_is_named(
    http: HttpServer, token: str, wire: Wire, faults: tuple[int, int]
) -> None:
    change: dict[str, Any] = {**FAULTS[faults[1]], **FAULTS[faults[0]]}
    lines = [
        change.get("host", f"Host: 127.0.0.1:{http.port}"),
        f"Authorization: Bearer {change.get('token', token)}",
        "Content-Type: application/json",
        *change.get("lines", ()),
        *([change["length"]] if "length" in change else ()),
    ]
    assert wire.ask(raw(change.get("body", b"{}"), *lines, method=change.get("method", "POST"))).status == faults[0]


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8000", "", "[::1"),
        *("127.0.0.1:8000/x", "127.0.0.1 evil.example", "\xff", "2130706433", "[::1]evil.example", "127.0.0.1@evil"),
    ],
)
def test_a_foreign_host_is_misdirected(http: HttpServer, token: str, wire: Wire, host: str) -> None:
    lines = [line for line in http.lines(token) if not line.startswith("Host")]
    assert error_of(wire.ask(raw(PING, f"Host: {host}", *lines))).code == -32600
    with Wire(http.port) as other:
        assert other.ask(raw(PING, f"Host: {host}", *lines)).status == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8000", "localhost."])
def test_loopback_names_are_this_server(http: HttpServer, token: str, wire: Wire, host: str) -> None:
    lines = [line for line in http.lines(token) if not line.startswith("Host")]
    assert wire.ask(raw(PING, f"Host: {host}", *lines)).status == 200


def test_two_hosts_are_none(http: HttpServer, token: str, wire: Wire) -> None:
    assert wire.ask(raw(PING, *http.lines(token), "Host: localhost")).status in (400, 421)


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        *((origin, 200) for origin in ("http://localhost", "https://127.0.0.1:3000", "http://[::1]")),
        *((origin, 403) for origin in ("https://evil.example", "null", "", "localhost", "file://localhost", "http://")),
        *((origin, 403) for origin in ("http://localhost.evil.example", "http://localhost@evil.example", "http://[")),
        *((origin, 403) for origin in ("chrome-extension://localhost", "http://evil.example#localhost", "\xff")),
    ],
)
def test_pages_of_other_origins_are_refused(http: HttpServer, token: str, wire: Wire, origin: str, status: int) -> None:
    assert wire.ask(raw(PING, *http.lines(token), f"Origin: {origin}")).status == status


def test_two_origins_are_refused(http: HttpServer, token: str, wire: Wire) -> None:
    lines = http.lines(token, "Origin: http://localhost", "Origin: http://localhost")
    assert wire.ask(raw(PING, *lines)).status == 403


def test_allowed_hosts_are_served(serve_http: Any, token: str) -> None:
    server = serve_http(DJANGO_ALLOWED_HOSTS="memory.example.org")
    with Wire(server.port) as wire:
        lines = ("Host: memory.example.org", *server.lines(token)[1:])
        assert wire.ask(raw(PING, *lines)).status == 200
        assert wire.ask(raw(PING, *lines, "Origin: https://memory.example.org")).status == 200
        assert wire.ask(raw(PING, *lines, "Origin: https://example.org")).status == 403


@pytest.mark.parametrize(
    "lines",
    [
        (),
        *(("Authorization: Bearer",), ("Authorization: Bearer ",), ("Authorization:",), ("Authorization: \xff\xfe",)),
        *(("Authorization: Basic {token}",), ("Authorization: {token}",), ("Authorization: Bearer x{token}",)),
        *(("Authorization: Bearer {token}", "Authorization: Bearer {token}"), ("X-Api-Key: {token}",)),
        *(("Cookie: token={token}",), ("Authorization: Bearer {token}, Bearer {token}",)),
        *(("Authorization: Bearer " + "x" * 10_000,), ("Authorization: Bearer cm_" + "A" * 43,)),
    ],
    ids=str,
)
def test_without_a_valid_token_there_is_a_401_that_says_nothing_else(
    http: HttpServer, token: str, wire: Wire, lines: tuple[str, ...]
) -> None:
    answer = wire.ask(raw(PING, *http.lines(), *(line.format(token=token) for line in lines)))

    assert (answer.status, answer.body) == (401, b"")
    where = f"http://127.0.0.1:{http.port}{METADATA_PATH}"
    assert answer.headers["WWW-Authenticate"] == f'Bearer resource_metadata="{where}"'
    shown = {name.lower() for name, _ in answer.headers.items()}
    assert shown == {"date", "www-authenticate", "cache-control", "x-content-type-options", "content-length"}


@pytest.mark.parametrize("path", ["/mcp?token={token}", "/mcp?access_token={token}", "/mcp?bearer%20{token}"])
def test_a_token_in_the_address_does_not_count(http: HttpServer, token: str, path: str, wire: Wire) -> None:
    assert wire.ask(raw(PING, *http.lines(), path=path.format(token=token))).status == 401
    assert token not in http.log


@pytest.mark.parametrize("method", ["GET", "DELETE", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE"])
def test_other_methods_are_not_allowed(http: HttpServer, token: str, wire: Wire, method: str) -> None:
    wire.send(raw(b"", *http.lines(token, "Accept: text/event-stream"), method=method))
    answer = wire.answer(method)
    assert (answer.status, answer.headers["Allow"]) == (405, "POST")
    assert wire.ask(raw(PING, *http.lines(token))).status == 200  # the connection goes on


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        *((kind, 200) for kind in ("application/json", "APPLICATION/JSON", "application/json; charset=utf-8")),
        *((kind, 200) for kind in ("application/json;charset=UTF-8", ' application/json ; charset="utf-8" ')),
        *((kind, 415) for kind in ("", "text/plain", "text/json", "application/x-www-form-urlencoded", "\xff")),
        *((kind, 415) for kind in ("application/json, text/plain", "application/json; charset=latin-1", "*/*")),
    ],
)
def test_a_message_is_json(http: HttpServer, token: str, wire: Wire, content_type: str, status: int) -> None:
    lines = [line for line in http.lines(token) if not line.startswith("Content-Type")]
    answer = wire.ask(raw(PING, *lines, f"Content-Type: {content_type}"))
    assert answer.status == status
    if status != 200:
        assert error_of(answer).code == -32600


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        *((accept, 200) for accept in ("*/*", "application/json", "application/*", "APPLICATION/JSON")),
        *((accept, 200) for accept in ("text/event-stream , application/json;q=0.5", "text/html, */*;q=0.1")),
        *((accept, 406) for accept in ("text/event-stream", "text/html", "", "application/json;q=0", "*/jsonl")),
    ],
)
def test_answers_are_json(http: HttpServer, token: str, wire: Wire, accept: str, status: int) -> None:
    assert wire.ask(raw(PING, *http.lines(token, f"Accept: {accept}"))).status == status


def test_accept_may_be_in_several_lines(http: HttpServer, token: str, wire: Wire) -> None:
    lines = http.lines(token, "Accept: text/event-stream", "Accept: application/json")
    assert wire.ask(raw(PING, *lines)).status == 200


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "identity, gzip", "x"])
def test_compressed_messages_are_refused(http: HttpServer, token: str, wire: Wire, coding: str) -> None:
    answer = wire.ask(raw(PING, *http.lines(token, f"Content-Encoding: {coding}")))
    assert (answer.status, answer.headers["Accept-Encoding"]) == (415, "identity")


@pytest.mark.parametrize("version", ["2025-03-26", "2025-06-18", "2025-11-25", ""])
def test_the_header_selects_the_version(http: HttpServer, token: str, wire: Wire, version: str) -> None:
    lines = http.lines(token, *([f"MCP-Protocol-Version: {version}"] if version else []))
    answer = json.loads(wire.ask(raw(call_of("get_statistics"), *lines)).body)
    assert ("structuredContent" in answer["result"]) == (version >= "2025-06-18")


@pytest.mark.parametrize("version", ["1999-01-01", "", "2025-11-25, 2025-11-25", "\xff", "2025-11-25x", "x" * 9_000])
def test_an_unknown_version_is_refused_with_the_known_ones(
    http: HttpServer, token: str, wire: Wire, version: str
) -> None:
    answer = wire.ask(raw(PING, *http.lines(token, f"MCP-Protocol-Version: {version}")))
    assert answer.status == 400
    error = json.loads(answer.body)["error"]
    assert error["code"] == -32022
    assert error["data"]["requested"] == version[:40]
    discovered = http.post(modern("server/discover"), token, MCP_Protocol_Version=MODERN, Mcp_Method="server/discover")
    assert error["data"]["supported"] == json.loads(discovered.body)["result"]["supportedVersions"]


@pytest.mark.parametrize("message", [{"method": "notifications/initialized"}, {"id": 1, "result": {}}], ids=str)
def test_an_unknown_version_is_refused_also_without_a_request(
    http: HttpServer, token: str, message: dict[str, Any]
) -> None:
    answer = http.post({"jsonrpc": "2.0", **message}, token, MCP_Protocol_Version="1999-01-01")
    assert (answer.status, json.loads(answer.body)["error"]["code"]) == (400, -32022)


def test_two_versions_are_none(http: HttpServer, token: str, wire: Wire) -> None:
    lines = http.lines(token, "MCP-Protocol-Version: 2025-11-25", "MCP-Protocol-Version: 2025-11-25")
    assert wire.ask(raw(PING, *lines)).status == 400


@pytest.mark.parametrize("header", ["", "2025-03-26", "1999-01-01", MODERN])
@pytest.mark.parametrize(("asked", "got"), [("2025-06-18", "2025-06-18"), ("1999-01-01", "2025-11-25")])
def test_initialize_negotiates_by_its_body(
    http: HttpServer, token: str, wire: Wire, header: str, asked: str, got: str
) -> None:
    params = {"protocolVersion": asked, "capabilities": {}, "clientInfo": {"name": "tests", "version": "1"}}
    lines = http.lines(token, *([f"MCP-Protocol-Version: {header}"] if header else []))
    answer = json.loads(wire.ask(raw(request_of("initialize", params), *lines)).body)
    assert answer["result"]["protocolVersion"] == got


@pytest.mark.parametrize("method", ["initialize", "ping", "logging/setLevel", "resources/list", "unknown"])
def test_2026_07_28_answers_404_to_methods_that_it_does_not_have(http: HttpServer, token: str, method: str) -> None:
    answer = http.post(modern(method), token, MCP_Protocol_Version=MODERN, Mcp_Method=method)
    assert answer.status == 404
    assert error_of(answer).code == -32601


@pytest.mark.parametrize("name", ["get_statistics", " get_statistics", "get_statistics \t ", "\tget_statistics"])
def test_white_space_around_a_header_is_not_part_of_it(http: HttpServer, token: str, wire: Wire, name: str) -> None:
    lines = http.lines(token, f"MCP-Protocol-Version: {MODERN} ", "Mcp-Method: tools/call  ", f"Mcp-Name: {name}")
    answer = wire.ask(raw(modern("tools/call", name="get_statistics", arguments={}), *lines))
    assert answer.status == 200, answer.body


@pytest.mark.parametrize(
    "headers",
    [
        *({}, {"Mcp_Method": "tools/call"}, {"Mcp_Method": "tools/list", "Mcp_Name": "get_statistics"}),
        {"Mcp_Method": "tools/call", "Mcp_Name": "delete_memory"},
    ],
)
def test_2026_07_28_refuses_headers_that_contradict_the_message(
    http: HttpServer, token: str, headers: dict[str, str]
) -> None:
    message = modern("tools/call", name="get_statistics", arguments={})
    answer = http.post(message, token, MCP_Protocol_Version=MODERN, **headers)
    assert (answer.status, json.loads(answer.body)["error"]["code"]) == (400, -32020)


@pytest.mark.parametrize("version", ["2025-03-26", "2025-06-18", "2025-11-25", ""])
def test_errors_of_calls_have_the_status_200_in_older_versions(http: HttpServer, token: str, version: str) -> None:
    headers = {"MCP_Protocol_Version": version} if version else {}
    for message, code in (
        (call_of("get_memory", {"id": "nonsense"}), -32602),
        (call_of("no_such_tool"), -32601),
        (request_of("no/such/method"), -32601),
        (call_of("search_memories", {"limit": 101}), -32000),
        (call_of("get_patterns", {"memory_id": "01234567-89ab-4cde-8f01-23456789abcd"}), -32001),
    ):
        answer = http.post(message, token, **headers)
        assert (answer.status, error_of(answer).code) == (200, code)


def test_what_is_no_request_has_the_status_400(http: HttpServer, token: str, wire: Wire) -> None:
    for body, code, identifier in (
        *((b, -32700, None) for b in (b"", b" ", b"{", b"NaN", b"\xff", b"\0", b"{} {}", b'"' + b"x" * 100_000)),
        (b'{"jsonrpc": "2.0", "id": 7, "method": "ping", "params": {"x": NaN}}', -32700, 7),
        *((b, -32600, None) for b in (b"[]", b"1", b"null", b'"ping"', b"{}", b"true")),
        (b'[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]', -32600, None),
        (json.dumps([PING, PING]).encode(), -32600, None),
        (b'{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600, None),
        (b'{"jsonrpc": "1.0", "id": 5, "method": "ping"}', -32600, 5),
        (b'{"jsonrpc": "2.0", "id": 6, "method": 1}', -32600, 6),
    ):
        answer = wire.ask(raw(body, *http.lines(token)))
        assert (answer.status, error_of(answer).code) == (400, code), body[:80]
        assert json.loads(answer.body)["id"] == identifier
    assert wire.ask(raw(PING, *http.lines(token))).status == 200


def test_a_response_is_accepted_and_ignored(http: HttpServer, token: str) -> None:
    assert http.post({"jsonrpc": "2.0", "id": 1, "result": {}}, token).status == 202


def test_the_error_of_a_call_arrives_whole(http: HttpServer, token: str) -> None:
    memory = {"content": "The ferry leaves at nine.", "context": "Travel", "summary": "Ferry"}
    identifier = http.call(token, "store_memory", **memory)["id"]

    with pytest.raises(Refused) as refused:
        http.call(token, "store_memory", **memory)
    assert refused.value.code == -32002
    assert refused.value.data["existing_id"] == identifier


def test_a_strange_host_or_query_for_the_web_side_leaves_no_traceback(http: HttpServer, wire: Wire) -> None:
    answer = wire.ask(raw(b"", "Host: evil.example", method="GET", path="/admin/"))
    assert answer.status == 400
    assert "evil.example" not in http.log
    for path in ("/admin/?q=\xff", "/admin/%ff%00?a=%ff", "//admin", "/admin/../x", "/%2e%2e/%2e%2e/etc/passwd"):
        with Wire(http.port) as other:
            assert other.ask(raw(b"", f"Host: 127.0.0.1:{http.port}", method="GET", path=path)).status < 500
