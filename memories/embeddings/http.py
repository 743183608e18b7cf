"""Embeddings from an OpenAI-compatible endpoint (https://platform.openai.com/docs/api-reference/embeddings).

Nothing that an endpoint says reaches a log or an error: some repeat the key, others the text.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from http import HTTPStatus

import httpx2
import orjson
from django.conf import settings

from memories.embeddings.provider import Embedding, RefusedError, UnavailableError, padded

REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}
ADVICE: Mapping[int, str] = {
    HTTPStatus.UNAUTHORIZED: "Check EMBEDDING_API_KEY.",
    HTTPStatus.FORBIDDEN: "Check EMBEDDING_API_KEY. It may not be allowed to use EMBEDDING_MODEL.",
    HTTPStatus.NOT_FOUND: "Check EMBEDDING_URL and EMBEDDING_MODEL.",
    HTTPStatus.TOO_MANY_REQUESTS: "It limits requests. Servers try again later; if it lasts, raise its limit.",
}
REDIRECTED = "Redirects are not followed: set EMBEDDING_URL to where it redirects."
OTHERWISE = "If it lasts, see the endpoint's own log."
RETRY_AFTER_MAX = 300.0  # seconds
ANSWER_MAX_BYTES = 64_000_000  # of one response: a batch has less than two
IDLE_SECONDS = 300.0  # that a connection is kept open, so that a question need not wait for a new one


class HttpProvider:
    batch = 32
    text_characters = 6_000  # within 8,191 tokens, OpenAI's limit, in most scripts; a shorter text follows a refusal

    def __init__(self) -> None:
        self.model: str = settings.EMBEDDING_MODEL
        self._url = f"{settings.EMBEDDING_URL}/embeddings"
        self._headers = {"Content-Type": "application/json"}
        if settings.EMBEDDING_API_KEY:
            self._headers["Authorization"] = f"Bearer {settings.EMBEDDING_API_KEY}"
        self._client: httpx2.AsyncClient | None = None
        self._numbers: int | None = None  # of an embedding, once it is known

    async def embed(self, texts: Sequence[str]) -> list[Embedding]:
        try:
            async with asyncio.timeout(settings.EMBEDDING_TIMEOUT):  # httpx2's own limits each read
                return await self._request(texts)
        except TimeoutError:
            raise UnavailableError(
                f"The embedding endpoint did not answer within {settings.EMBEDDING_TIMEOUT:g} seconds."
                " Check whether it has too much to do, or raise EMBEDDING_TIMEOUT."
            ) from None

    async def embed_question(self, text: str) -> Embedding:
        return (await self._request([text]))[0]

    async def load(self) -> None:
        """Nothing takes time."""

    async def close(self) -> None:
        if self._client is not None:
            client, self._client = self._client, None
            await client.aclose()

    async def _request(self, texts: Sequence[str]) -> list[Embedding]:
        body = orjson.dumps({"model": self.model, "input": list(texts), "encoding_format": "float"})
        if self._client is None:
            limits = httpx2.Limits(keepalive_expiry=IDLE_SECONDS)
            self._client = httpx2.AsyncClient(timeout=settings.EMBEDDING_TIMEOUT, limits=limits)
        try:
            async with self._client.stream("POST", self._url, content=body, headers=self._headers) as response:
                if response.status_code != HTTPStatus.OK:
                    raise _error(response)
                answer = bytearray()
                async for chunk in response.aiter_bytes():
                    answer += chunk
                    if len(answer) > ANSWER_MAX_BYTES:
                        raise UnavailableError(
                            f"The embedding endpoint's answer has more than {ANSWER_MAX_BYTES:,} bytes."
                            " Check EMBEDDING_URL."
                        )
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise UnavailableError(
                f"The embedding endpoint cannot be reached ({type(error).__name__}). Check EMBEDDING_URL,"
                " and whether the endpoint runs."
            ) from None
        return self._read(bytes(answer), len(texts))

    def _read(self, answer: bytes, count: int) -> list[Embedding]:
        try:
            items = sorted(orjson.loads(answer)["data"], key=lambda item: item["index"])
            embeddings = [[float(number) for number in item["embedding"]] for item in items]
            is_complete = [item["index"] for item in items] == list(range(count))
        except (ValueError, TypeError, KeyError):
            embeddings, is_complete = [], False
        if not is_complete:
            raise UnavailableError(
                "The embedding endpoint did not return one embedding for each text."
                " Check whether EMBEDDING_URL is that of an OpenAI-compatible endpoint."
            )
        found = {len(embedding) for embedding in embeddings}
        if len(found) > 1 or (self._numbers is not None and found != {self._numbers}):
            raise UnavailableError(
                "The embedding endpoint returned embeddings of different lengths. Check EMBEDDING_MODEL."
            )
        padded_embeddings = [padded(embedding) for embedding in embeddings]
        self._numbers = found.pop()
        return padded_embeddings


def _error(response: httpx2.Response) -> UnavailableError | RefusedError:
    status = response.status_code
    if status in REFUSED:
        return RefusedError(f"The embedding endpoint refused the text ({status}).")
    advice = ADVICE.get(status) or (REDIRECTED if 300 <= status < 400 else OTHERWISE)
    try:
        wait = min(max(float(response.headers.get("retry-after", 0)), 0.0), RETRY_AFTER_MAX)
    except ValueError:  # a date, which may be given instead
        wait = 0.0
    return UnavailableError(f"The embedding endpoint answered {status}. {advice}", wait)
