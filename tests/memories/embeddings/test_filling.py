"""Memories get their embeddings in the background, and stores do not wait for them."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import psycopg
import pytest

from memories.embeddings import filling, registry
from memories.embeddings.http import HttpProvider
from memories.embeddings.models import EmbeddingClaim, ProvidedEmbedding
from memories.embeddings.provider import UnavailableError
from memories.models import EmbeddedMemory, Memory, ProcessedMemory
from tests.support.clients import Serve
from tests.support.embedding_endpoint import KEY, Endpoint, embedding_of
from tests.support.programs import run as run_with_pool
from tests.support.waiting import until

T = TypeVar("T")
OWN = [1.0] + [0.0] * 1535
EXPIRE_CLAIMS = "UPDATE codex_processed.embedding_claims SET claimed_until = now() WHERE claimed_until > now()"


def models() -> dict[str, str]:
    """The model of each embedding that searches compare, by summary."""
    return dict(EmbeddedMemory.objects.values_list("memory__summary", "embedding_model"))


def add(summary: str) -> Memory:
    content = f"About {summary}."
    return Memory.objects.create(content=content, content_hash=uuid.uuid4().hex, context="Test", summary=summary)


def run(work: Callable[[], Awaitable[T]]) -> T:
    """Run work with the pool open, and close the provider's connections with its event loop."""

    async def closing() -> T:
        try:
            return await work()
        finally:
            await registry.close()

    return run_with_pool(closing)


def fill(**options: Any) -> filling.Filled | None:
    return run(lambda: filling.fill_next(**options))


def test_a_store_does_not_wait_and_the_embedding_follows(database: str, serve: Serve, endpoint: Endpoint) -> None:
    endpoint.may_answer.clear()
    server = serve(**endpoint.variables())
    first = server.call("store_memory", content="The car is red.", context="Garage", summary="Colour")["id"]
    endpoint.await_requests(1)
    others = [
        server.call("store_memory", content=f"Note {number}.", context="Garage", summary="Note")["id"]
        for number in range(3)
    ]
    assert server.call("get_memory", id=first)["memory"]["processed"] is None
    endpoint.may_answer.set()
    until(lambda: EmbeddedMemory.objects.count() == 4, "the last embedding")
    assert set(EmbeddedMemory.objects.values_list("embedding_model", flat=True)) == {"words"}
    memory = server.call("get_memory", id=first, include_embedding=True)["memory"]
    assert memory["embedding"][:64] == pytest.approx(embedding_of("Colour\nGarage\nThe car is red.", 64), rel=1e-6)
    assert memory["processed"]["processing_version"] == 1
    assert memory["updated_at"] == memory["created_at"]
    assert {str(identifier) for identifier in EmbeddedMemory.objects.values_list("pk", flat=True)} == {first, *others}
    assert not EmbeddingClaim.objects.exists()


def test_memories_of_other_programs_are_embedded_when_a_server_starts(
    database: str, serve: Serve, endpoint: Endpoint
) -> None:
    add("lamp")
    serve(**endpoint.variables())
    until(lambda: models() == {"lamp": "words"}, "its embedding")


def test_a_confined_server_sends_no_text_of_other_projects_to_its_provider(
    database: str, serve: Serve, endpoint: Endpoint
) -> None:
    for summary in ("mine", "nobodys", "theirs"):
        memory = add(summary)
        project = "" if summary == "nobodys" else summary
        Memory.objects.filter(pk=memory.pk).update(project=project)
    server = serve(**endpoint.variables(), CODEX_PROJECT="mine", PROJECT_CONFINED="true")
    until(lambda: len(models()) == 2, "the embeddings of the projects that it sees")
    server.call("store_memory", content="Another.", context="Test", summary="another")
    until(lambda: len(models()) == 3, "that of another memory")
    assert server.finish() == 0
    assert models() == {"mine": "words", "nobodys": "words", "another": "words"}
    assert not any("theirs" in text for text in endpoint.texts)


def test_an_agents_own_embedding_is_kept_and_its_processing_is_completed(database: str, provider: HttpProvider) -> None:
    own, other = add("own"), add("other")
    ProcessedMemory.objects.create(memory=own, embeddings=OWN)
    ProcessedMemory.objects.create(memory=other, insights={"a": 1}, sentiment=0.5)
    assert fill() == filling.Filled(saved=1)
    assert models() == {"own": "", "other": "words"}
    filled = ProcessedMemory.objects.get(memory=other)
    assert (filled.embedding_model, filled.processing_version, filled.insights) == ("words", 1, {"a": 1})


def test_the_newest_processing_gets_the_embedding(database: str, provider: HttpProvider) -> None:
    memory = add("twice")
    for version in (1, 2):
        ProcessedMemory.objects.create(memory=memory, processing_version=version)
    assert fill() == filling.Filled(saved=1)
    versions = ProcessedMemory.objects.order_by("processing_version").values_list("embedding_model", flat=True)
    assert list(versions) == ["", "words"]


def test_text_that_changes_meanwhile_is_embedded_anew(
    database: str, provider: HttpProvider, endpoint: Endpoint, outside: psycopg.Connection[Any]
) -> None:
    memory = add("old")

    async def work() -> filling.Filled | None:
        task = asyncio.create_task(filling.fill_next())
        await asyncio.to_thread(endpoint.await_requests, 1)
        outside.execute("UPDATE memories SET summary = 'new' WHERE id = %s", [memory.pk])
        endpoint.may_answer.set()
        return await task

    endpoint.may_answer.clear()
    assert run(work) == filling.Filled(saved=0)
    assert models() == {}
    assert fill() == filling.Filled(saved=1)
    assert models() == {"new": "words"}
    assert endpoint.texts == ["old\nTest\nAbout old.", "new\nTest\nAbout old."]


def test_a_changed_text_loses_the_providers_embedding_and_not_a_clients(database: str, provider: HttpProvider) -> None:
    add("provided")
    fill()
    ProcessedMemory.objects.create(memory=add("own"), embeddings=OWN)
    Memory.objects.update(context="Changed")
    assert models() == {"own": ""}
    assert list(Memory.objects.filter(has_embedding=False).values_list("summary", flat=True)) == ["provided"]
    fill()
    assert models() == {"own": "", "provided": "words"}


def test_no_row_is_locked_while_the_endpoint_is_waited_for(
    database: str, provider: HttpProvider, endpoint: Endpoint, outside: psycopg.Connection[Any]
) -> None:
    memory = add("free")

    async def work() -> None:
        task = asyncio.create_task(filling.fill_next())
        await asyncio.to_thread(endpoint.await_requests, 1)
        outside.execute("SELECT FROM memories WHERE id = %s FOR UPDATE NOWAIT", [memory.pk])
        endpoint.may_answer.set()
        await task

    endpoint.may_answer.clear()
    run(work)
    assert models() == {"free": "words"}


def test_servers_share_the_work_and_none_does_anothers(
    database: str, provider: HttpProvider, endpoint: Endpoint
) -> None:
    for number in range(100):
        add(f"m{number}")

    async def work() -> list[filling.Filled | None]:
        return list(await asyncio.gather(*(filling.fill_next() for _ in range(4))))

    filled = run(work)
    assert sum(each.saved for each in filled if each) == 100
    assert len(endpoint.texts) == len(set(endpoint.texts)) == 100


def test_the_claim_of_a_killed_server_expires(database: str, serve: Serve, endpoint: Endpoint) -> None:
    endpoint.may_answer.clear()
    add("orphan")
    killed = serve(**endpoint.variables())
    endpoint.await_requests(1)
    killed.kill()
    killed.wait()
    claim = EmbeddingClaim.objects.get()
    other = serve(**endpoint.variables())
    other.call("get_statistics")
    endpoint.may_answer.set()
    EmbeddingClaim.objects.filter(pk=claim.pk).update(claimed_until=claim.claimed_until.replace(year=2000))
    other.call("store_memory", content="Another.", context="Test", summary="another")
    until(lambda: len(models()) == 2, "both embeddings")


def test_a_server_that_ends_gives_its_claims_back(database: str, serve: Serve, endpoint: Endpoint) -> None:
    endpoint.may_answer.clear()
    add("left")
    server = serve(**endpoint.variables())
    endpoint.await_requests(1)
    assert server.finish() == 0
    assert not EmbeddingClaim.objects.exists()


@pytest.mark.parametrize("status", [401, 429, 500])
def test_a_failing_endpoint_leaves_the_memories_for_later(
    database: str, provider: HttpProvider, endpoint: Endpoint, status: int
) -> None:
    add("patient")
    endpoint.status = status
    with pytest.raises(UnavailableError):
        fill()
    assert not EmbeddingClaim.objects.exists()
    endpoint.status = 200
    assert fill() == filling.Filled(saved=1)


def test_the_log_has_the_failure_and_neither_key_nor_text(database: str, serve: Serve, endpoint: Endpoint) -> None:
    endpoint.status = 401
    server = serve(**endpoint.variables(LOG_LEVEL="trace"))
    server.call("store_memory", content="confidential matters", context="Test", summary="Secret")
    until(lambda: "Check EMBEDDING_API_KEY" in server.log, "the warning")
    assert KEY not in server.log
    assert "confidential" not in server.log


def test_a_text_that_is_too_long_for_the_model_is_shortened(
    database: str, provider: HttpProvider, endpoint: Endpoint
) -> None:
    add("short")
    Memory.objects.create(content="long " * 3000, content_hash="x", context="Test", summary="long")
    endpoint.refuses = 2_000
    assert fill() == filling.Filled(saved=2)
    assert max(len(text) for text in endpoint.texts) <= 6_000
    assert models() == {"short": "words", "long": "words"}


def test_a_text_that_is_refused_however_short_does_not_hold_up_the_others(
    database: str, provider: HttpProvider, endpoint: Endpoint
) -> None:
    add("good")
    add("bad")
    endpoint.refuses_containing = "bad"
    assert fill() == filling.Filled(saved=1, refused=1)
    assert fill() is None
    assert models() == {"good": "words"}
    waiting = run(filling.waiting)
    assert (waiting.without, waiting.refused) == (1, 1)
    endpoint.refuses_containing = None
    run(filling.retry_refused)
    assert fill() == filling.Filled(saved=1)


def test_no_claim_expires_while_refused_texts_are_sent_one_by_one(
    database: str,
    provider: HttpProvider,
    endpoint: Endpoint,
    outside: psycopg.Connection[Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Before each answer the claims are made to expire, as if it took the endpoint as long as it may."""
    answer, lasting = endpoint.answer, []

    def answered(request: dict[str, Any], key: str | None) -> tuple[int, bytes]:
        lasting.append(outside.execute(EXPIRE_CLAIMS).rowcount)
        return answer(request, key)

    monkeypatch.setattr(endpoint, "answer", answered)
    for number in range(3):
        add(f"good{number}")
    Memory.objects.create(content="bad " * 500, content_hash="x", context="Test", summary="bad")
    endpoint.refuses_containing = "bad"
    assert fill() == filling.Filled(saved=3, refused=1)
    assert lasting == [4] * len(endpoint.requests)


def test_an_endpoint_that_refuses_everything_refuses_no_text(
    database: str, provider: HttpProvider, endpoint: Endpoint
) -> None:
    add("innocent")
    endpoint.status = 400
    with pytest.raises(UnavailableError, match="refuses every text"):
        fill()
    assert not EmbeddingClaim.objects.exists()


def test_only_embeddings_of_other_models_are_replaced_and_never_a_clients(
    database: str, provider: HttpProvider
) -> None:
    ProcessedMemory.objects.create(memory=add("own"), embeddings=OWN)
    ProcessedMemory.objects.create(memory=add("old"), embeddings=OWN, embedding_model="former")
    add("new")
    assert fill() == filling.Filled(saved=1)
    assert fill() is None
    assert models() == {"own": "", "old": "former", "new": "words"}
    waiting = run(filling.waiting)
    assert (waiting.without, waiting.of_other_models) == (0, 1)
    assert fill(other_models=True) == filling.Filled(saved=1)
    assert fill(other_models=True) is None
    assert models() == {"own": "", "old": "words", "new": "words"}
    assert set(ProvidedEmbedding.objects.values_list("embedding_model", flat=True)) == {"words"}


def test_a_client_that_sends_an_embedding_meanwhile_wins(
    database: str, provider: HttpProvider, endpoint: Endpoint, outside: psycopg.Connection[Any]
) -> None:
    memory = add("contended")

    async def work() -> filling.Filled | None:
        task = asyncio.create_task(filling.fill_next())
        await asyncio.to_thread(endpoint.await_requests, 1)
        outside.execute(
            "INSERT INTO codex_processed.processed_memories (memory_id, embeddings) VALUES (%s, %s)",
            [memory.pk, str(OWN)],
        )
        endpoint.may_answer.set()
        return await task

    endpoint.may_answer.clear()
    assert run(work) == filling.Filled(saved=0)
    assert models() == {"contended": ""}
    assert fill() is None
