"""The HTTP provider, against a real endpoint."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from memories.embeddings.http import HttpProvider
from memories.embeddings.provider import EmbeddingError, RefusedError, UnavailableError
from tests.support.embedding_endpoint import KEY, Endpoint, embedding_of

pytestmark = pytest.mark.integration

TEXT = "a text that no error repeats"


def asked(provider: HttpProvider, work: Callable[[], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        try:
            return await work()
        finally:
            await provider.close()

    return asyncio.run(main())


def failure(provider: HttpProvider, texts: list[str] | None = None) -> EmbeddingError:
    with pytest.raises(EmbeddingError) as raised:
        asked(provider, lambda: provider.embed(texts or [TEXT]))
    told = f"{raised.value} {raised.value!r} {raised.value.__cause__!r}"
    assert KEY not in told
    assert TEXT not in told
    return raised.value


def test_each_text_gets_its_embedding_padded_with_zeros(provider: HttpProvider, endpoint: Endpoint) -> None:
    texts = ["the car", "the physician", "the house"]
    embeddings = asked(provider, lambda: provider.embed(texts))
    assert [len(embedding) for embedding in embeddings] == [1536] * 3
    for text, embedding in zip(texts, embeddings, strict=True):
        assert embedding[:64] == embedding_of(text, 64)
        assert not any(embedding[64:])
    assert endpoint.requests == [{"model": "words", "input": texts, "encoding_format": "float"}]
    assert endpoint.keys == [f"Bearer {KEY}"]


def test_without_a_key_none_is_sent(provider: HttpProvider, endpoint: Endpoint, settings: Any) -> None:
    settings.EMBEDDING_API_KEY = ""
    keyless = HttpProvider()
    asked(keyless, lambda: keyless.embed([TEXT]))
    assert endpoint.keys == [None]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "401. Check EMBEDDING_API_KEY."),
        (403, "Check EMBEDDING_API_KEY."),
        (404, "Check EMBEDDING_URL and EMBEDDING_MODEL."),
        (302, "answered 302. Redirects are not followed"),
        (429, "later"),
        (500, "answered 500"),
        (503, "answered 503"),
    ],
)
def test_a_status_that_concerns_no_text_is_unavailability(
    provider: HttpProvider, endpoint: Endpoint, status: int, told: str
) -> None:
    endpoint.status = status
    endpoint.headers = {"Retry-After": "7", "Location": "http://127.0.0.1:9/v1/embeddings"}
    error = failure(provider)
    assert isinstance(error, UnavailableError)
    assert told in str(error)
    assert error.retry_after == 7.0


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_status_that_concerns_the_text_is_a_refusal(provider: HttpProvider, endpoint: Endpoint, status: int) -> None:
    endpoint.status = status
    assert isinstance(failure(provider), RefusedError)


def item(index: Any, embedding: Any) -> dict[str, Any]:
    return {"index": index, "embedding": embedding}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param([], id="none"),
        pytest.param([item(0, [1.0])], id="one of two"),
        pytest.param([item(0, [1.0]), item(0, [1.0])], id="one twice"),
        pytest.param([item(0, [1.0]), item(1, [1.0, 0.5])], id="of different lengths"),
        pytest.param([item(0, [1.0]), item(1, [0.0])], id="without a direction"),
        pytest.param([item(0, [1.0]), item(1, [])], id="empty"),
        pytest.param([item(0, [1.0]), item(1, "AACAPw==")], id="a string"),
        pytest.param([item(0, [1.0]), item(1, [1e300])], id="beyond 32-bit floats"),
        pytest.param([item(0, [1.0] * 1537), item(1, [1.0] * 1537)], id="too long"),
        pytest.param([item(0, [1.0]), item("1", [1.0])], id="an index of another type"),
        pytest.param({"embedding": [1.0]}, id="no list"),
    ],
)
def test_an_answer_without_one_embedding_for_each_text_is_not_used(
    provider: HttpProvider, endpoint: Endpoint, data: Any
) -> None:
    endpoint.body = json.dumps({"data": data}).encode()
    assert isinstance(failure(provider, [TEXT, "another"]), UnavailableError)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"\xff", b'{"data": null}', b'{"data": [{"index": 0}]}'])
def test_an_answer_that_is_no_list_of_embeddings_is_not_used(
    provider: HttpProvider, endpoint: Endpoint, body: bytes
) -> None:
    endpoint.body = body
    assert isinstance(failure(provider), UnavailableError)


def test_longer_embeddings_than_the_database_holds_are_refused_with_both_numbers(
    provider: HttpProvider, endpoint: Endpoint
) -> None:
    endpoint.numbers = 3072
    assert "3,072 numbers, but EMBEDDING_DIMENSIONS is 1,536" in str(failure(provider))


def test_a_model_whose_embeddings_change_their_length_is_not_used(provider: HttpProvider, endpoint: Endpoint) -> None:
    async def twice() -> None:
        await provider.embed(["first"])
        endpoint.numbers = 32
        await provider.embed(["second"])

    with pytest.raises(UnavailableError, match="different lengths"):
        asked(provider, twice)


def test_an_endpoint_that_does_not_answer_is_given_up(
    provider: HttpProvider, endpoint: Endpoint, settings: Any
) -> None:
    settings.EMBEDDING_TIMEOUT = 0.2
    endpoint.may_answer.clear()
    assert "within 0.2 seconds" in str(failure(provider))


def test_an_endpoint_that_is_not_there_is_unavailable(provider: HttpProvider, settings: Any) -> None:
    with socket.socket() as taken:  # bound, but listening to nobody
        taken.bind(("127.0.0.1", 0))
        settings.EMBEDDING_URL = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        error = failure(HttpProvider())
    assert isinstance(error, UnavailableError)
    assert "cannot be reached" in str(error)
