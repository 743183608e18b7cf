"""Bearer tokens: what each may do, from the command that creates it to the moment when it is refused."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest

from memories.models import Memory
from tests.support.clients import Client, environment, run
from tests.support.http_clients import HttpClient
from tests.support.locks import await_waiting, hold
from tests.support.waiting import PATIENCE, until
from tests.support.web import samples

MEMORY = {"content": "Tea is served at five.", "context": "Office", "summary": "Tea time"}
REVOKED_WITHIN = 1.0  # second

Open = Callable[..., HttpClient]


@pytest.fixture
def connect(database: str, outside: psycopg.Connection[Any]) -> Iterator[Open]:
    """Create a token, and a server that asks for it: `connect("--read-only", servers=2)`."""
    outside.execute("TRUNCATE codex_processed.access_tokens")
    with ExitStack() as stack:

        def start(*options: str, name: str = "laptop", **variables: str | None) -> HttpClient:
            variables = {"RATE_LIMIT_ENABLED": "false", **variables}
            return stack.enter_context(HttpClient(environment(database, **variables), create(database, name, *options)))

        yield start


def create(url: str, name: str, *options: str) -> str:
    created = run("create_token", name, *options, env=environment(url))
    assert created.returncode == 0, created.stderr
    return created.stdout.strip()


def status(server: HttpClient, token: str) -> int:
    return server.post(b'{"jsonrpc":"2.0","id":1,"method":"ping"}', Authorization=f"Bearer {token}")[0]


def test_a_token_is_shown_once_and_stored_as_a_hash(database: str, outside: psycopg.Connection[Any]) -> None:
    outside.execute("TRUNCATE codex_processed.access_tokens")
    token = create(database, "laptop")

    assert len(token) >= 3 + 43
    assert token.startswith("cm_")
    row = outside.execute("SELECT to_jsonb(t)::text FROM codex_processed.access_tokens AS t").fetchone()
    assert row is not None
    assert token not in row[0]
    assert token.removeprefix("cm_") not in row[0]
    listed = run("list_tokens", "--json", env=environment(database)).stdout
    assert token not in listed
    assert json.loads(listed)["name"] == "laptop"


def test_calls_are_made_logged_and_limited_under_the_tokens_name(connect: Open) -> None:
    server = connect(RATE_LIMIT_ENABLED="true", RATE_LIMIT_GET_MEMORY="2")
    identifier = server.call("store_memory", MEMORY)["id"]
    memory = server.call("get_memory", id=identifier)["memory"]

    assert (memory["stored_by"], memory["changed_by"]) == ("laptop", "laptop")
    assert "token laptop" in server.log
    server.call("get_memory", id=identifier)
    assert server.refusal("get_memory", id=identifier).code == -32004
    assert server.headers["Authorization"].split()[1] not in server.log


def test_calls_are_counted_by_token(connect: Open, tmp_path: Path) -> None:
    server = connect(ENABLE_METRICS="true", CODEX_DATA_DIR=str(tmp_path))
    server.call("search_memories")
    server.refusal("get_memory", id="nonsense")
    page = urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=PATIENCE).read()
    counted = samples(page)
    assert counted["codex_memory_token_calls_total", "success", "laptop"] == 1
    assert counted["codex_memory_token_calls_total", "error", "laptop"] == 1


def test_the_client_is_named_beside_the_token_where_the_request_names_it(connect: Open) -> None:
    server = connect()
    server.version = "2026-07-28"
    prefix = "io.modelcontextprotocol/"
    meta = {f"{prefix}protocolVersion": "2026-07-28", f"{prefix}clientCapabilities": {}}
    meta[f"{prefix}clientInfo"] = {"name": "editor", "version": "7"}
    params = {"name": "store_memory", "arguments": MEMORY, "_meta": meta}
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}

    answered = server.post(json.dumps(body).encode(), Mcp_Method="tools/call", Mcp_Name="store_memory")

    assert answered[0] == 200, answered
    assert Memory.objects.get().stored_by == "laptop, editor 7"


@pytest.mark.parametrize("token", ["", "nonsense", "cm_" + "A" * 43, "cm_" + "A" * 100_00, "cm_é", "cm_\x00"])
def test_an_unknown_token_is_refused_with_the_address_of_the_metadata(connect: Open, token: str) -> None:
    server = connect()
    encoded = token.encode().decode("latin-1").replace("\x00", "%00")
    missing = server.post(b"{}", Authorization="")
    wrong = server.post(b"{}", Authorization=f"Bearer {encoded}")

    for answered in (missing, wrong):
        assert (answered[0], answered[2]) == (401, b"")
        metadata = f"http://127.0.0.1:{server.port}/.well-known/oauth-protected-resource/mcp"
        assert answered[1]["www-authenticate"] == f'Bearer resource_metadata="{metadata}"'
    assert {k: v for k, v in missing[1].items() if k != "date"} == {k: v for k, v in wrong[1].items() if k != "date"}


@pytest.mark.parametrize("kind", ["Basic", "bearer_", "Token", "cm_"])
def test_only_the_bearer_scheme_counts(connect: Open, kind: str) -> None:
    server = connect()
    token = server.headers["Authorization"].split()[1]
    assert server.post(b"{}", Authorization=f"{kind} {token}")[0] == 401
    server.headers["Authorization"] = f"BEARER {token}"
    server.ping()


def test_a_revoked_token_is_refused_within_a_second_by_every_worker(database: str, connect: Open) -> None:
    first = connect()
    token = first.headers["Authorization"].split()[1]
    with HttpClient(environment(database), token, "--workers", "2") as second:
        for server in (first, second):
            assert {status(server, token) for _ in range(20)} == {200}
        assert run("revoke_token", "laptop", env=environment(database)).returncode == 0
        revoked = time.monotonic()
        time_left = max(0.0, revoked + REVOKED_WITHIN - time.monotonic())
        until(lambda: time.monotonic() - revoked > time_left, "the second")
        for server in (first, second):
            assert {status(server, token) for _ in range(20)} == {401}
    again = run("revoke_token", "laptop", env=environment(database))
    assert (again.returncode, "no token 'laptop'" in again.stderr) == (1, True)


def test_a_revoked_token_is_of_no_use_while_all_connections_are_busy(
    database: str, connect: Open, outside: psycopg.Connection[Any]
) -> None:
    server = connect(MAX_CONNECTIONS="1", MIN_CONNECTIONS="1", ACQUIRE_TIMEOUT="1")
    token = create(database, "other")
    server.call("search_memories")
    assert status(server, token) == 200
    with ThreadPoolExecutor(1) as threads:
        with outside.transaction():
            hold(outside)
            call = threads.submit(server.call, "search_memories", {"summary": "tea"})
            await_waiting(outside, 1)
            with psycopg.connect(database, autocommit=True) as connection:
                connection.execute("UPDATE codex_processed.access_tokens SET revoked_at = now() WHERE name = 'other'")
            revoked = time.monotonic()
            until(lambda: time.monotonic() - revoked > REVOKED_WITHIN, "the second")
            assert status(server, token) == 503
        assert call.result(PATIENCE)["total"] == 0
    assert status(server, token) == 401


def test_an_expired_token_is_refused_like_an_unknown_one(connect: Open, outside: psycopg.Connection[Any]) -> None:
    server = connect("--expires", "30")
    server.ping()
    outside.execute("UPDATE codex_processed.access_tokens SET expires_at = now() - interval '1 second'")
    token = server.headers["Authorization"].split()[1]
    until(lambda: status(server, token) == 401, "the end of what is remembered")
    assert run("list_tokens", env=environment(server_url(outside))).stdout.splitlines()[1].split()[1] == "expired"


def server_url(connection: psycopg.Connection[Any]) -> str:
    parameters = connection.info.get_parameters()
    return f"postgresql://{parameters['user']}@/{parameters['dbname']}?host={parameters['host']}&port={connection.info.port}"


def test_a_read_only_token_sees_and_calls_only_tools_that_read(connect: Open) -> None:
    server = connect("--read-only")
    listed = {tool["name"] for tool in server.ask("tools/list")["tools"]}

    assert {"search_memories", "get_memory", "get_statistics"} <= listed
    assert not {"store_memory", "update_memory", "delete_memory", "analyze_patterns"} & listed
    refused = server.refusal("store_memory", MEMORY)
    assert refused.code == -32601
    assert "store_memory" not in refused.message.partition("The tools are")[2]
    assert not Memory.objects.exists()
    assert server.call("search_memories")["total"] == 0


def test_a_token_with_projects_is_confined_to_them(connect: Open, serve: Callable[..., Client]) -> None:
    everyone = serve()
    foreign = everyone.call("store_memory", {**MEMORY, "project": "secret"})["id"]
    nobodys = everyone.call("store_memory", MEMORY)["id"]
    server = connect("--project", "a", "--project", "b")
    mine = server.call("store_memory", MEMORY)["id"]
    other = server.call("store_memory", {**MEMORY, "project": "b"})["id"]

    assert server.call("get_memory", id=mine)["memory"]["project"] == "a"
    assert server.call("get_memory", id=other)["memory"]["project"] == "b"
    assert server.call("get_memory", id=nobodys)["memory"]["project"] == ""
    assert server.call("get_memory", id=foreign)["memory"] is None
    assert server.call("delete_memory", id=foreign)["deleted"] is False
    assert server.refusal("update_memory", id=foreign, summary="x").code == -32001
    assert server.refusal("search_memories", project="secret").code == -32000
    assert server.refusal("store_memory", {**MEMORY, "project": "secret"}).code == -32000
    assert server.refusal("delete_memory", id=nobodys).code == -32000
    assert server.call("search_memories", project="*")["total"] == 3
    assert server.call("search_memories")["total"] == 2
    assert server.call("update_memory", id=other, summary="Tea")["version"] == 2
    assert server.call("get_statistics", project="*")["database_bytes"] is None
    assert server.call("delete_memory", id=other)["deleted"] is True


def test_the_project_header_chooses_among_the_tokens_projects(connect: Open) -> None:
    server = connect("--project", "a", "--project", "b")
    server.headers["X-Codex-Project"] = "b"
    assert server.call("get_memory", id=server.call("store_memory", MEMORY)["id"])["memory"]["project"] == "b"
    for name in ("secret", "not a name", "-"):
        server.headers["X-Codex-Project"] = name
        assert server.refusal("search_memories").code == -32000
    server.headers["X-Codex-Project"] = ""
    assert server.call("get_memory", id=server.call("store_memory", MEMORY)["id"])["memory"]["project"] == "a"


def test_a_token_for_all_projects_may_choose_any_by_the_header(connect: Open) -> None:
    server = connect()
    server.headers["X-Codex-Project"] = "anything/else"
    identifier = server.call("store_memory", MEMORY)["id"]
    assert server.call("get_memory", id=identifier)["memory"]["project"] == "anything/else"
    assert server.call("search_memories")["total"] == 1


def test_no_token_goes_beyond_what_the_server_may_see(database: str, connect: Open) -> None:
    server = connect(CODEX_PROJECT="a", PROJECT_CONFINED="true")
    foreign = create(database, "of-b", "--project", "b")
    both = create(database, "of-both", "--project", "b", "--project", "a")

    assert server.call("get_memory", id=server.call("store_memory", MEMORY)["id"])["memory"]["project"] == "a"
    assert server.refusal("search_memories", project="b").code == -32000
    assert status(server, foreign) == 401
    server.headers["Authorization"] = f"Bearer {both}"
    assert server.refusal("search_memories", project="b").code == -32000
    assert server.call("search_memories")["total"] == 1


def test_while_the_database_is_away_a_known_token_learns_of_it_and_others_are_put_off(
    own_postgresql: Any,
) -> None:
    url = own_postgresql.url("postgres")
    token = create(url, "laptop")
    with HttpClient(environment(url), token) as server:
        server.call("search_memories")
        own_postgresql.stop()
        try:
            refused = server.refusal("search_memories")
            assert (refused.code, refused.data["type"]) == (-32603, "StorageError::Database")
            put_off = server.post(b"{}", Authorization="Bearer cm_" + "A" * 43)
            assert (put_off[0], put_off[1]["retry-after"]) == (503, "5")
        finally:
            own_postgresql.start()
        until(lambda: status(server, token) == 200, "the database")
        assert "memories" in server.call("search_memories")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["laptop; DROP TABLE"], "a token's name is"),
        (["-x"], "required"),
        (["a" * 101], "a token's name is"),
        (["laptop", "--project", "not a name"], "cannot be used"),
        (["laptop", "--expires", "0"], "between 0 and"),
        (["laptop", "--expires", "soon"], "invalid float"),
        (["taken"], "already"),
    ],
)
def test_what_cannot_be_a_token_is_refused_in_a_sentence(database: str, arguments: list[str], reason: str) -> None:
    if arguments == ["taken"]:
        run("create_token", "taken", env=environment(database))
    refused = run("create_token", *arguments, env=environment(database))
    assert refused.returncode != 0
    assert refused.stdout == ""
    assert reason in refused.stderr
    assert "Traceback" not in refused.stderr
