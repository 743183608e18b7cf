"""The MCP SDK's own client goes all the way, against a server of two processes: from 401 to a revoked token."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any, TypeVar
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx2
import pytest
from django.contrib.auth.models import User
from django.db import connection
from mcp import Client
from mcp.client.auth import OAuthClientProvider
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.auth import AuthorizationCodeResult, OAuthClientInformationFull, OAuthClientMetadata, OAuthToken
from oauth2_provider.models import Application
from pydantic import AnyUrl

from codex_project.oauth.models import Consent
from tests.support.admin import MemoryFactory
from tests.support.clients import environment
from tests.support.oauth import challenge, curator
from tests.support.oauth_documents import Site
from tests.support.waiting import PATIENCE, until

CALLBACK = "http://localhost:7777/callback"
PASSWORD = "a long password"
Answer = TypeVar("Answer")


@dataclass
class Server:
    """`mcp_serve --http` with two workers."""

    process: subprocess.Popen[bytes]
    log: Any
    address: str = ""

    def read_log(self) -> str:
        self.log.seek(0)
        return str(self.log.read().decode(errors="replace"))

    def found_address(self) -> str:
        found = re.search(r"Serving MCP on (http://[^/]+)/mcp", self.read_log())
        return found[1] if found else ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("site")) as site:
        site.serve(client_name="Hosted Assistant", redirect_uris=[CALLBACK])
        yield site


@pytest.fixture(scope="module")
def server(database_url: str, site: Site) -> Iterator[Server]:
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            (sys.executable, "-m", "codex_project", "mcp_serve", "--http", "0", "--workers", "2"),
            env=environment(
                database_url,
                DJANGO_SETTINGS_MODULE="tests.support.oauth_settings",
                SSL_CERT_FILE=str(site.certificate),
            ),
            stdout=log,
            stderr=log,
        )
        server = Server(process, log)
        try:
            until(lambda: server.found_address() or process.poll() is not None, "The server's start")
            server.address = server.found_address()
            assert server.address, server.read_log()
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE)
        assert "Traceback" not in server.read_log()


@pytest.fixture
def ada(database: str) -> Iterator[User]:
    user = curator()
    yield user
    user.delete()
    Application.objects.all().delete()
    connection.close()


@dataclass
class Storage:
    """What a client keeps between its runs."""

    tokens: OAuthToken | None = None
    client_info: OAuthClientInformationFull | None = None

    async def get_tokens(self) -> OAuthToken | None:
        return self.tokens

    async def set_tokens(self, tokens: OAuthToken) -> None:
        self.tokens = tokens

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        return self.client_info

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        self.client_info = client_info


@dataclass
class Assistant:
    """A client of the SDK, with a person who logs in and answers the consent page by plain HTTP."""

    server: str
    document: str | None = None
    choices: dict[str, str] = field(default_factory=lambda: {"reach": "all", "may_write": "on"})
    storage: Storage = field(default_factory=Storage)
    seen: list[str] = field(default_factory=list)  # requests outside /mcp
    pages: list[str] = field(default_factory=list)  # what the person saw
    _came_back: AuthorizationCodeResult | None = None

    @property
    def access_token(self) -> str:
        assert self.storage.tokens is not None
        return self.storage.tokens.access_token

    @cached_property
    def provider(self) -> OAuthClientProvider:
        return OAuthClientProvider(
            f"{self.server}/mcp",
            OAuthClientMetadata(client_name="Test Assistant", redirect_uris=[AnyUrl(CALLBACK)]),
            self.storage,
            self._consent,
            self._callback,
            client_metadata_url=self.document,
        )

    async def _consent(self, address: str) -> None:
        async with httpx2.AsyncClient(timeout=PATIENCE) as http:
            page = await http.get(address, follow_redirects=True)  # to the log-in page
            assert "/admin/login/" in str(page.url)
            page = await self._submit(http, page, {"username": "ada", "password": PASSWORD})
            page = await http.get(urljoin(self.server, page.headers["Location"]))
            self.pages.append(page.text)
            answer = await self._submit(http, page, {**self.choices, "answer": "allow"})
        came_back = urlsplit(answer.headers["Location"])
        assert f"{came_back.scheme}://{came_back.netloc}{came_back.path}" == CALLBACK
        parameters = {name: values[0] for name, values in parse_qs(came_back.query).items()}
        self._came_back = AuthorizationCodeResult(
            code=parameters["code"], state=parameters["state"], iss=parameters["iss"]
        )

    @staticmethod
    async def _submit(http: httpx2.AsyncClient, page: httpx2.Response, fields: dict[str, str]) -> httpx2.Response:
        form = page.text[page.text.index('id="content"') :]
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
        data = {unescape(name): unescape(value) for name, value in hidden}
        answer = await http.post(str(page.url), data={**data, **fields})
        assert answer.status_code == 302, answer.text
        return answer

    async def _callback(self) -> AuthorizationCodeResult:
        assert self._came_back is not None
        return self._came_back

    async def _with_client(self, work: Callable[[Client], Awaitable[Answer]]) -> Answer:
        async def note(request: httpx2.Request) -> None:
            if request.url.path != "/mcp":
                self.seen.append(f"{request.method} {request.url.path}")

        async with (
            httpx2.AsyncClient(auth=self.provider, timeout=PATIENCE, event_hooks={"request": [note]}) as http,
            Client(streamable_http_client(f"{self.server}/mcp", http_client=http)) as client,
        ):
            return await work(client)

    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        async def work(client: Client) -> dict[str, Any]:
            return (await client.call_tool(tool, arguments)).structured_content or {}

        return asyncio.run(self._with_client(work))

    def tools(self) -> set[str]:
        async def work(client: Client) -> set[str]:
            return {tool.name for tool in (await client.list_tools()).tools}

        return asyncio.run(self._with_client(work))


def tools_status(server: str, token: str) -> int:
    """The status of a request with a token."""
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    answer = httpx2.post(f"{server}/mcp", json=message, headers={"Authorization": f"Bearer {token}"}, timeout=PATIENCE)
    return answer.status_code


def test_a_client_registers_asks_and_calls(server: Server, ada: User) -> None:
    MemoryFactory(summary="Seen by the assistant")
    assistant = Assistant(server.address)
    found = assistant.call("search_memories")
    assert [memory["summary"] for memory in found["memories"]] == ["Seen by the assistant"]
    assert assistant.seen == [
        "GET /.well-known/oauth-protected-resource/mcp",
        "GET /.well-known/oauth-authorization-server",
        "POST /oauth/register",
        "POST /oauth/token",
    ]
    assert "Test Assistant" in assistant.pages[0]

    stored = assistant.call("store_memory", content="c", context="c", summary="Stored by it")
    memory = assistant.call("get_memory", id=stored["id"])["memory"]
    assert memory["stored_by"].startswith("ada via Test Assistant")
    assert len(assistant.pages) == 1  # the tokens were kept


def test_a_client_with_a_document_does_not_register(server: Server, ada: User, site: Site) -> None:
    assistant = Assistant(server.address, document=site.client_id)
    assistant.call("get_statistics")
    assert "POST /oauth/register" not in assistant.seen
    assert site.client_id in assistant.pages[0]
    assert "Hosted Assistant" in assistant.pages[0]
    assert Consent.objects.get().client_name == "Hosted Assistant"


def test_the_chosen_projects_confine_the_client(server: Server, ada: User) -> None:
    MemoryFactory(project="acme/shop", summary="In the shop")
    MemoryFactory(project="acme/till", content="other", summary="In the till")
    assistant = Assistant(server.address, choices={"reach": "some", "typed": "acme/shop"})
    found = assistant.call("search_memories", project="*")
    assert [memory["summary"] for memory in found["memories"]] == ["In the shop"]
    assert {"search_memories", "get_memory"} <= (tools := assistant.tools())
    assert not {"store_memory", "update_memory", "delete_memory"} & tools  # writing was not ticked


def test_an_expired_token_is_refreshed_without_the_person(server: Server, ada: User) -> None:
    assistant = Assistant(server.address)
    assistant.call("get_statistics")
    first = assistant.access_token
    with connection.cursor() as cursor:
        cursor.execute("UPDATE oauth2_provider_accesstoken SET expires = now()")
    until(lambda: tools_status(server.address, first) == 401, "The end of the token")
    assistant.provider.context.token_expiry_time = time.time()  # as a client knows that has counted the hours
    assistant.tools()
    assert assistant.access_token != first
    assert len(assistant.pages) == 1


def test_every_worker_refuses_a_revoked_token_within_a_second(server: Server, ada: User) -> None:
    assistant = Assistant(server.address)
    assistant.call("get_statistics")
    token = assistant.access_token
    # Each request has its own connection, and so any of the two workers; by then both have the token in their memory.
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: tools_status(server.address, token), range(40))) == {200}
        Consent.objects.get().end()
        revoked_at = time.monotonic()
        answers = []
        while time.monotonic() - revoked_at < 2:
            began = time.monotonic() - revoked_at
            answers += [(began, status) for status in pool.map(lambda _: tools_status(server.address, token), range(8))]
    assert {status for began, status in answers if began > 1} == {401}


def test_of_many_exchanges_of_one_code_at_once_at_most_one_succeeds(server: Server, ada: User) -> None:
    assistant = Assistant(server.address)
    assistant.call("get_statistics")
    assert assistant.storage.client_info is not None
    client_id = str(assistant.storage.client_info.client_id)
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": CALLBACK,
        "state": "s",
        "code_challenge": challenge("v" * 43),
        "code_challenge_method": "S256",
        "resource": f"{server.address}/mcp",
    }
    asyncio.run(assistant._consent(str(httpx2.URL(f"{server.address}/oauth/authorize", params=asked))))
    assert assistant._came_back is not None
    form = {
        "grant_type": "authorization_code",
        "code": assistant._came_back.code,
        "client_id": client_id,
        "redirect_uri": CALLBACK,
        "code_verifier": "v" * 43,
    }
    with ThreadPoolExecutor(8) as pool:
        address = f"{server.address}/oauth/token"
        answers = list(pool.map(lambda _: httpx2.post(address, data=form, timeout=PATIENCE), range(8)))
    won = [answer.json() for answer in answers if answer.status_code == 200]
    assert {answer.status_code for answer in answers} <= {200, 400}
    # The others have seen a code that was used already, which ends what it led to.
    assert len(won) <= 1
    assert json.dumps(won).count("access_token") <= 1
