"""The local model, which CI installs with the extra `local`."""

from __future__ import annotations

import asyncio
import math
import socket
from typing import Any

import pytest

from memories.embeddings.local import LocalProvider
from memories.models import EmbeddedMemory
from tests.support.clients import Serve, environment, run
from tests.support.searching import summaries
from tests.support.waiting import until

MEMORIES = {
    "bread": "Flour, water, yeast and salt, baked for an hour.",
    "garage": "The red automobile needs new tyres before winter.",
    "invoice": "The customer has not paid the bill of March.",
}


def cosine(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True)) / math.hypot(*a) / math.hypot(*b)


def test_a_question_is_nearest_to_the_text_that_answers_it_and_nothing_is_downloaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("The local model used the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    async def work() -> tuple[list[list[float]], list[float]]:
        provider = LocalProvider()
        await provider.load()
        try:
            return await provider.embed(list(MEMORIES.values())), await provider.embed_question("Which car?")
        finally:
            await provider.close()

    texts, question = asyncio.run(work())
    assert {len(embedding) for embedding in [*texts, question]} == {1536}
    assert not any(question[384:])
    nearest = max(range(3), key=lambda number: cosine(texts[number], question))
    assert list(MEMORIES)[nearest] == "garage"


def test_a_server_with_the_local_model_finds_what_means_the_same(database: str, serve: Serve) -> None:
    server = serve(EMBEDDING_PROVIDER="local")
    for summary, content in MEMORIES.items():
        server.call("store_memory", content=content, context="Notes", summary=summary)
    until(lambda: EmbeddedMemory.objects.count() == 3, "the embeddings")
    models = EmbeddedMemory.objects.values_list("embedding_model", flat=True)
    assert set(models) == {"local/multilingual-e5-small-q4"}
    until(lambda: "note" not in server.call("search_memories", query="vehicle"), "an embedding in time")
    assert summaries(server, query="Which vehicle?")[0] == "garage"
    assert summaries(server, query="Wer schuldet uns Geld?")[0] == "invoice"


def test_embed_memories_and_doctor_use_the_local_model(database: str, serve: Serve) -> None:
    serve().call("store_memory", content=MEMORIES["bread"], context="Notes", summary="bread")
    env = environment(database, EMBEDDING_PROVIDER="local")
    assert run("embed_memories", env=env).stdout == "1 memory was embedded.\n"
    examined = run("doctor", env=env).stdout
    assert "the model local/multilingual-e5-small-q4 embeds a text in" in examined
    assert "no memory waits for an embedding" in examined
