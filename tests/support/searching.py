"""One-line helpers to store and search memories."""

from __future__ import annotations

from typing import Any

from tests.support.clients import Client
from tests.support.factories import MemoryFactory


def remember(summary: str, content: str, **more: Any) -> None:
    MemoryFactory.create(summary=summary, content=content, **{"context": "notes", **more})


def summaries(server: Client, **arguments: Any) -> list[str]:
    return [memory["summary"] for memory in server.call("search_memories", **arguments)["memories"]]
