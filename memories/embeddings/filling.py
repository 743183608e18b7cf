"""Embeds memories that have no embedding, a batch at a time.

Servers share the work: each claims a batch by a statement, holds no lock while it waits for the provider, and saves
each embedding in a transaction of its own. The claims of a server that was killed expire.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from pgvector import Vector

from memories import cache, projects
from memories.db import named_sql, pool
from memories.embeddings import registry
from memories.embeddings.provider import Embedding, Provider, RefusedError, UnavailableError
from memories.errors import StorageError

CLAIM_SECONDS = 60.0  # of a claim, beyond two requests that take as long as they may; each text sent alone renews it
REFUSED_SECONDS = 86_400.0  # until a text that the provider refused is sent again
SHORTEST = 500  # characters; a text that is refused is halved down to these
PROBE = "Is this text refused as well?"
COUNTED = 100_000  # memories; more that wait are not counted

_sql = named_sql.read(__file__, "filling")


@dataclass(frozen=True)
class Claimed:
    """A memory that this process is embedding; `content` is its beginning."""

    id: uuid.UUID
    content_hash: str
    context: str
    summary: str
    content: str

    def text(self, characters: int) -> str:
        return f"{self.summary}\n{self.context}\n{self.content}"[:characters]


@dataclass(frozen=True)
class Filled:
    """What became of a batch; of the others the text was changed or deleted meanwhile."""

    saved: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Waiting:
    """How many memories have no embedding, how many one of another model, how many a refused text; all capped."""

    without: int
    of_other_models: int
    refused: int


async def fill_next(*, other_models: bool = False, most: int | None = None) -> Filled | None:
    """Embed the next memories that wait: one batch, or `most`.

    Args:
        other_models: those whose embedding another model of a provider made, instead of those without any.

    Returns:
        None if none waits that another process is not embedding.

    Raises:
        UnavailableError: the provider made none; the memories are left for another attempt.
        StorageError: the database.
    """
    provider = registry.current()
    if provider is None:
        return None
    claimed = await _claim(provider, other_models, provider.batch if most is None else min(most, provider.batch))
    if not claimed:
        return None
    left = {memory.id for memory in claimed}
    try:
        embeddings = await _embed(provider, claimed)
        saved = refused = 0
        for memory, embedding in zip(claimed, embeddings, strict=True):
            if embedding is None:
                await _refuse(memory)
                refused += 1
            else:
                saved += await _save(memory, embedding, provider.model)
            left.discard(memory.id)
        return Filled(saved, refused)
    finally:
        if left:  # after a failure or a cancellation
            with suppress(StorageError):
                await _release(left)


async def waiting() -> Waiting:
    parameters = waiting_parameters(projects.scope().visible)
    async with pool.connection() as connection:
        row = await (await connection.execute(WAITING, parameters)).fetchone()
    assert row is not None
    return Waiting(*row)


WAITING = _sql["waiting"]


def waiting_parameters(covered: Sequence[str] | None, counted: int = COUNTED) -> dict[str, Any]:
    """Of `WAITING`, whose columns are the fields of `Waiting`, for some projects; None for all."""
    provider = registry.current()
    return {
        "model": provider.model if provider else "",
        "counted": counted,
        "projects": projects.as_parameter(covered),
    }


async def retry_refused() -> None:
    """Let texts be sent again that the provider refused."""
    parameters = {"projects": projects.as_parameter(projects.scope().visible)}
    async with pool.connection() as connection:
        await connection.execute(_sql["retry_refused"], parameters)


async def _claim(provider: Provider, other_models: bool, most: int) -> list[Claimed]:
    statement = _sql["claim_of_other_models"] if other_models else _sql["claim_without"]
    parameters = {
        "characters": provider.text_characters,
        "batch": most,
        "seconds": _claim_seconds(),
        "model": provider.model,
        # A server that is confined to a project sends no others' texts to its provider.
        "projects": projects.as_parameter(projects.scope().visible),
    }
    while True:
        async with pool.connection() as connection:
            rows = await (await connection.execute(statement, parameters)).fetchall()
        claimed = [Claimed(*row[:-1]) for row in rows if row[-1]]
        # If another process was quicker with all of them, there may be others.
        if claimed or not rows:
            return claimed


def _claim_seconds() -> float:
    return 2 * settings.EMBEDDING_TIMEOUT + CLAIM_SECONDS


async def _renew(claimed: Sequence[Claimed]) -> None:
    """Let the claims last as long as if they were made now."""
    async with pool.connection() as connection:
        await connection.execute(
            _sql["renew"], {"ids": [memory.id for memory in claimed], "seconds": _claim_seconds()}, prepare=True
        )


async def _embed(provider: Provider, claimed: Sequence[Claimed]) -> Sequence[Embedding | None]:
    """The embedding of each memory, or None where the provider refuses the text, however short."""
    try:
        return await provider.embed([memory.text(provider.text_characters) for memory in claimed])
    except RefusedError:
        pass
    # Those embedded by then are saved after the last one, so all claims must last.
    embeddings = [await _embed_alone(provider, memory, partial(_renew, claimed)) for memory in claimed]
    if not any(embeddings):
        try:
            await provider.embed([PROBE])
        except RefusedError as error:
            raise UnavailableError(f"{error} It refuses every text. Check EMBEDDING_MODEL.") from None
    return embeddings


async def _embed_alone(
    provider: Provider, memory: Claimed, before_request: Callable[[], Awaitable[None]]
) -> Embedding | None:
    characters = len(memory.text(provider.text_characters))
    while True:
        await before_request()
        try:
            return (await provider.embed([memory.text(characters)]))[0]
        except RefusedError:
            if characters <= SHORTEST:
                return None
            characters = max(characters // 2, SHORTEST)


async def _save(memory: Claimed, embedding: Embedding, model: str) -> int:
    """Returns 1, or 0 if the memory is no longer the one that was embedded."""
    parameters = {
        "id": memory.id,
        "content_hash": memory.content_hash,
        "context": memory.context,
        "summary": memory.summary,
        "embedding": Vector(embedding),
        "model": model,
    }
    try:
        async with pool.connection() as connection:
            return (await connection.execute(_sql["save"], parameters, prepare=True)).rowcount
    finally:
        cache.forget()


async def _refuse(memory: Claimed) -> None:
    async with pool.connection() as connection:
        await connection.execute(_sql["refuse"], {"id": memory.id, "seconds": REFUSED_SECONDS})


async def _release(ids: set[uuid.UUID]) -> None:
    async with pool.connection() as connection:
        await connection.execute(_sql["release"], {"ids": list(ids)})
