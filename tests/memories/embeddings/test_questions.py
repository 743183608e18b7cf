"""A question is also answered by its embedding, if that comes in time."""

from __future__ import annotations

import time
from typing import Any

import pytest

from memories.models import EmbeddedMemory, ProcessedMemory
from tests.support.clients import Client, Serve, cached
from tests.support.embedding_endpoint import KEY, Endpoint
from tests.support.searching import summaries
from tests.support.waiting import until

OWN = [1.0] + [0.0] * 1535
FAILED, LATE = "The embedding provider failed", "did not answer within 300 ms"
CONTINUED = "Earlier pages of this search used words only"


@pytest.fixture
def server(database: str, serve: Serve, endpoint: Endpoint) -> Client:
    """A server with the embedding of each memory."""
    started = serve(**endpoint.variables())
    for summary, content in (("car", "The car is parked."), ("tree", "Oaks and elms."), ("bread", "Flour, water.")):
        started.call("store_memory", content=content, context="Test", summary=summary)
    until(lambda: EmbeddedMemory.objects.filter(embedding_model="words").count() == 3, "the embeddings")
    return started


def test_a_question_finds_what_means_the_same_in_other_words(server: Client) -> None:
    found = server.call("search_memories", query="automobile")
    assert found["memories"][0]["summary"] == "car"
    assert "note" not in found


def test_a_question_with_a_failing_endpoint_uses_words_and_says_so(server: Client, endpoint: Endpoint) -> None:
    endpoint.status = 500
    found = server.call("search_memories", query="oaks and automobiles")
    assert [memory["summary"] for memory in found["memories"]] == ["tree"]
    assert found["note"].startswith(FAILED)
    assert KEY not in server.log


def test_a_question_waits_300_ms_at_most_and_a_late_embedding_serves_the_next(
    server: Client, endpoint: Endpoint
) -> None:
    endpoint.may_answer.clear()
    began = time.monotonic()
    found = server.call("search_memories", query="automobile")
    assert time.monotonic() - began < 5  # of an endpoint that has 30 s to answer
    assert LATE in found["note"]
    assert found["memories"] == []
    endpoint.may_answer.set()
    until(lambda: "note" not in server.call("search_memories", query="automobile"), "the late embedding")
    assert [text for text in endpoint.texts if text == "automobile"] == ["automobile"]


def test_the_pages_after_one_by_words_are_by_words_until_the_search_begins_anew(
    server: Client, endpoint: Endpoint
) -> None:
    question = "parked oaks flour automobile"

    def page(offset: int) -> dict[str, Any]:
        return server.call("search_memories", query=question, limit=1, offset=offset)

    by_words = summaries(server, query=f"{question} -unknown")  # which asks for no embedding
    endpoint.may_answer.clear()
    first = page(0)
    endpoint.may_answer.set()
    until(lambda: "note" not in server.call("search_memories", query="later"), "an embedding in time")
    pages = [first, page(1), page(2)]
    assert [memory["summary"] for each in pages for memory in each["memories"]] == by_words
    assert "did not answer" in first["note"]
    assert all(CONTINUED in each["note"] for each in pages[1:])
    anew = [page(offset) for offset in range(3)]
    assert not any("note" in each for each in anew)
    assert [memory["summary"] for each in anew for memory in each["memories"]] != by_words


def test_questions_do_not_wait_for_an_endpoint_that_answers_none(server: Client, endpoint: Endpoint) -> None:
    endpoint.may_answer.clear()
    asked = [server.request_call("search_memories", {"query": f"question {n}"}) for n in range(30)]
    assert all(LATE in server.called(identifier)["note"] for identifier in asked)
    assert len([text for text in endpoint.texts if text.startswith("question")]) <= 8


def test_answers_by_words_only_are_not_cached(database: str, serve: Serve, endpoint: Endpoint) -> None:
    server = cached(serve, database, **endpoint.variables())
    server.call("store_memory", content="The car is parked.", context="Test", summary="car")
    until(lambda: EmbeddedMemory.objects.count() == 1, "the embedding")
    endpoint.status = 500
    assert server.call("search_memories", query="automobile")["memories"] == []
    endpoint.status = 200
    assert server.call("search_memories", query="automobile")["memories"][0]["summary"] == "car"


def test_phrases_and_excluded_words_are_conditions_that_only_words_meet(server: Client, endpoint: Endpoint) -> None:
    before = len(endpoint.requests)
    assert summaries(server, query='"is parked"') == ["car"]
    assert summaries(server, query="car -parked") == []
    assert len(endpoint.requests) == before


def test_embeddings_of_different_models_are_never_compared(server: Client) -> None:
    server.call("store_memory", content="Sent.", context="Test", summary="own", embeddings=OWN)
    assert summaries(server, embedding=OWN) == ["own"]
    assert set(summaries(server, query="automobile")) == {"car", "tree", "bread"}
    ProcessedMemory.objects.filter(memory__summary="car").update(embedding_model="former")
    assert "car" not in summaries(server, query="automobile")
    assert summaries(server, embedding=OWN) == ["own"]


def test_a_clients_embedding_takes_precedence_over_that_of_the_question(server: Client, endpoint: Endpoint) -> None:
    server.call("store_memory", content="Sent.", context="Test", summary="own", embeddings=OWN)
    before = len(endpoint.requests)
    assert summaries(server, query="automobile", embedding=OWN) == ["own"]
    assert "automobile" not in endpoint.texts[before:]


def test_a_switched_off_provider_leaves_embeddings_that_nothing_compares(server: Client, serve: Serve) -> None:
    off = serve()
    assert summaries(off, query="automobile") == []
    assert summaries(off, embedding=OWN) == []
    assert summaries(off, query="parked") == ["car"]


def test_filters_hold_for_what_the_embedding_finds(server: Client) -> None:
    server.call("store_memory", content="A vehicle.", context="Test", summary="tagged", tags=["wheels"])
    until(lambda: EmbeddedMemory.objects.count() == 4, "the embedding")
    assert summaries(server, query="automobile", tags=["wheels"]) == ["tagged"]
    assert summaries(server, query="automobile", tags=["wings"]) == []
