"""The SDK's own client over HTTP, in both eras of the protocol: with a handshake, and without (2026-07-28)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Literal

import httpx2
import pytest
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError

from mcp_server.tools import TOOLS
from tests.support.http_clients import create_token
from tests.support.raw_http import HttpServer

MEMORY = {"content": "The ferry leaves at nine.", "context": "Travel", "summary": "Ferry", "tags": ["boat"]}
Mode = Literal["legacy", "auto", "2026-07-28"]


@asynccontextmanager
async def connected(http: HttpServer, token: str, mode: Mode) -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(headers=headers) as web:
        transport = streamable_http_client(f"http://127.0.0.1:{http.port}/mcp", http_client=web)
        async with Client(transport, mode=mode) as client:
            yield client


async def call(client: Client, tool: str, **arguments: Any) -> Any:
    content: Any = (await client.call_tool(tool, arguments)).content[0]
    return json.loads(content.text)


async def refused(client: Client, tool: str, **arguments: Any) -> tuple[int, dict[str, Any]]:
    with pytest.raises(MCPError) as refused:
        await client.call_tool(tool, arguments)
    return refused.value.error.code, refused.value.error.data or {}


@pytest.mark.parametrize(
    ("mode", "version"), [("legacy", "2025-11-25"), ("auto", "2026-07-28"), ("2026-07-28", "2026-07-28")]
)
def test_a_client_stores_finds_corrects_and_deletes(http: HttpServer, token: str, mode: Mode, version: str) -> None:
    async def scene() -> None:
        async with connected(http, token, mode) as client:
            assert client.protocol_version == version
            assert {tool.name for tool in (await client.list_tools()).tools} == set(TOOLS)
            identifier = (await call(client, "store_memory", **MEMORY))["id"]
            assert (await call(client, "get_memory", id=identifier))["memory"]["content"] == MEMORY["content"]
            assert (await call(client, "search_memories", query="ferry"))["memories"][0]["id"] == identifier
            assert (await call(client, "update_memory", id=identifier, summary="Boat"))["version"] == 2

            code, data = await refused(client, "store_memory", **MEMORY)
            assert (code, data["type"], data["existing_id"]) == (-32002, "StorageError::Duplicate", identifier)
            code, data = await refused(client, "delete_memory", id="nonsense")
            assert (code, data["field"]) == (-32602, "id")
            assert await call(client, "delete_memory", id=identifier) == {"deleted": True}

    asyncio.run(scene())


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
def test_a_client_may_do_what_its_token_may(http: HttpServer, token: str, database: str, mode: Mode) -> None:
    reader, confined = create_token(database, "reader", is_read_only=True), create_token(database, "confined", "a")

    async def scene() -> None:
        async with connected(http, reader, mode) as client:
            tools = {tool.name for tool in (await client.list_tools()).tools}
            assert tools == {name for name, tool in TOOLS.items() if tool.read_only}
            assert (await refused(client, "store_memory", **MEMORY))[0] == -32601
        async with connected(http, confined, mode) as client:
            identifier = (await call(client, "store_memory", **MEMORY))["id"]
            assert (await call(client, "get_memory", id=identifier))["memory"]["project"] == "a"
            assert (await refused(client, "search_memories", query="ferry", project="b"))[0] == -32000

    asyncio.run(scene())


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
def test_a_client_with_a_wrong_token_is_told_so(http: HttpServer, database: str, mode: Mode) -> None:
    async def scene() -> None:
        async with connected(http, "cm_wrong", mode) as client:
            await client.list_tools()

    with pytest.raises(BaseExceptionGroup) as refused:
        asyncio.run(scene())
    assert refused.group_contains(MCPError)
