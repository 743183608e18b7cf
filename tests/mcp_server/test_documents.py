"""Real documents through a client that the project did not write: each comes back byte for byte, or is refused."""

from __future__ import annotations

import asyncio
import hashlib
import sys
import sysconfig
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError

from memories import limits
from memories.models import Memory
from tests.support.clients import environment

pytestmark = pytest.mark.acceptance

SUFFIXES = {".md", ".rst", ".txt"}
AT_ONCE = 16


@dataclass
class Document:
    name: str
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode()

    @property
    def tag(self) -> str:
        return "document-" + hashlib.sha256(self.name.encode()).hexdigest()[:12]

    def predicted(self, seen: set[bytes]) -> str:
        """What the contract (D6) says of it."""
        try:
            text = self.data.decode()
        except UnicodeDecodeError:
            return "not UTF-8"
        if not text:
            return "empty"
        if "\x00" in text:
            return "NUL"
        if len(self.data) > limits.CONTENT_MAX_BYTES:
            return "too large"
        if self.data in seen:
            return "duplicate"
        seen.add(self.data)
        return "stored"


def documents() -> list[Document]:
    folder = Path(sysconfig.get_paths()["purelib"])
    files = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    return [Document(str(path.relative_to(folder)), path.read_bytes()) for path in files]


def made_up() -> list[Document]:
    """One for each reason to refuse, as packages need not have them."""
    return [
        Document("empty.md", b""),
        Document("latin-1.txt", "Grüße".encode("latin-1")),
        Document("nul.txt", b"a\x00b"),
        Document("large.rst", b"a" * (limits.CONTENT_MAX_BYTES + 1)),
        Document("original.md", b"the same"),
        Document("copy.md", b"the same"),
        Document("lines.txt", b"\r\none\rtwo\ntab\tand \xe2\x80\xa8 and \xef\xbb\xbf and \xf0\x9f\x90\x98\n\n"),
    ]


def reason(error: MCPError) -> str:
    """Why a document was refused, by the code and, for a broken rule, by what the message names."""
    code, message = error.error.code, error.error.message
    if code == -32000:
        return "NUL" if "NUL" in message else "empty" if "empty" in message else message
    return {-32003: "too large", -32002: "duplicate"}.get(code, message)


async def in_batches(calls: Iterable[Any]) -> list[Any]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(call: Any) -> Any:
        async with gate:
            return await call

    return await asyncio.gather(*map(one, calls))


async def store_search_and_get(session: ClientSession, files: list[Document]) -> Counter[str]:
    outcomes: Counter[str] = Counter()

    async def call(tool: str, **arguments: Any) -> dict[str, Any]:
        result = await session.call_tool(tool, arguments)
        structured: dict[str, Any] = result.structured_content
        return structured

    async def store(document: Document) -> str:
        summary, context = f"The file {document.name}"[-500:], "Files of installed packages"
        try:
            document.text  # noqa: B018
        except UnicodeDecodeError:  # no JSON can say it, so there is nothing to send
            outcomes["not UTF-8"] += 1
            return ""
        try:
            stored = await call(
                "store_memory", content=document.text, context=context, summary=summary, tags=[document.tag]
            )
        except MCPError as error:
            outcomes[reason(error)] += 1
            return ""
        outcomes["stored"] += 1
        return str(uuid.UUID(stored["id"]))

    async def read_back(document: Document, identifier: str) -> None:
        found = await call("search_memories", tags=[document.tag], context="installed packages")
        assert [hit["id"] for hit in found["memories"]] == [identifier], document.name
        assert found["memories"][0]["content"] == document.text[:2000]
        assert found["memories"][0]["content_length"] == len(document.text)
        memory = (await call("get_memory", id=identifier))["memory"]
        assert memory["content"].encode() == document.data, document.name
        assert memory["content_hash"] == hashlib.sha256(document.data).hexdigest()

    identifiers = await in_batches(map(store, files))
    stored = [(document, identifier) for document, identifier in zip(files, identifiers, strict=True) if identifier]
    await in_batches(read_back(document, identifier) for document, identifier in stored)
    return outcomes


@pytest.mark.parametrize("files", [pytest.param(documents, id="installed"), pytest.param(made_up, id="made up")])
def test_every_document_comes_back_byte_for_byte_or_is_refused_as_predicted(database: str, files: Any) -> None:
    chosen = files()
    seen: set[bytes] = set()
    expected = Counter(document.predicted(seen) for document in chosen)
    assert expected["stored"] > (100 if files is documents else 1)
    parameters = StdioServerParameters(
        command=sys.executable, args=["-m", "codex_project", "mcp_serve"], env=environment(database)
    )

    async def main() -> Counter[str]:
        async with stdio_client(parameters) as streams, ClientSession(*streams) as session:
            await session.initialize()
            return await store_search_and_get(session, chosen)

    assert asyncio.run(main()) == expected
    assert Memory.objects.count() == expected["stored"]
