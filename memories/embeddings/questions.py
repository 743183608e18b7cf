"""The embedding of a search's question. A question waits 300 ms for it at most, and is then answered by words alone."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from pgvector import Vector

from memories.embeddings import registry
from memories.embeddings.provider import EmbeddingError, Provider
from memories.search.analysis import Text
from memories.search.request import SearchQuery

logger = logging.getLogger(__name__)

PATIENCE = 0.3  # seconds that a question waits
GIVEN_UP_AFTER = 10.0  # seconds; until then a late embedding may still arrive, for the next page or attempt
UNDER_WAY_MAX = 8  # late embeddings; while there are so many, questions do not wait
KEPT = 64  # embeddings of the latest questions, so that all pages of a search have the same
WARNING_INTERVAL = 60.0  # seconds, at least

LATE = "The embedding provider did not answer within 300 ms, so this search used words only."
FAILED = "The embedding provider failed, so this search used words only; the server's log says why."


@dataclass
class _State:
    kept: OrderedDict[tuple[str, str], Vector] = field(default_factory=OrderedDict)
    under_way: dict[tuple[str, str], asyncio.Task[Vector]] = field(default_factory=dict)
    warned_at: float = float("-inf")


_state = _State()


async def embedded(query: SearchQuery) -> tuple[SearchQuery, str | None]:
    """Add the embedding of the question to a search that has none.

    Phrases and excluded words are conditions that an embedding does not know, so a question with these stays as it is.

    Returns:
        The search, and a note if it has no embedding though it should have one.
    """
    provider = registry.current()
    if provider is None or query.query is None or query.embedding is not None or _has_conditions(query.query):
        return query, None
    key = (provider.model, query.query)
    if (vector := _state.kept.get(key)) is None:
        task = _state.under_way.get(key)
        if task is None:
            if len(_state.under_way) >= UNDER_WAY_MAX:
                return query, LATE
            task = _begun(provider, key)
        # Not cancelled if it is late: its connection stays open, and the next question needs no new one.
        done, _ = await asyncio.wait([task], timeout=PATIENCE)
        if not done:
            return query, LATE
        if task.cancelled() or task.exception() is not None:
            return query, FAILED
        vector = task.result()
    return replace(query, embedding=vector, embedding_model=provider.model), None


async def close() -> None:
    """Cancel what is under way."""
    tasks = list(_state.under_way.values())
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _has_conditions(question: str) -> bool:
    parsed = Text.parse(question)
    return bool(parsed.phrases or parsed.excluded or parsed.excluded_phrases)


def _begun(provider: Provider, key: tuple[str, str]) -> asyncio.Task[Vector]:
    task = asyncio.create_task(_embed(provider, key))
    _state.under_way[key] = task
    task.add_done_callback(lambda done: _finished(key, done))
    return task


async def _embed(provider: Provider, key: tuple[str, str]) -> Vector:
    async with asyncio.timeout(GIVEN_UP_AFTER):
        vector = Vector(await provider.embed_question(key[1][: provider.text_characters]))
    _state.kept[key] = vector
    while len(_state.kept) > KEPT:
        _state.kept.popitem(last=False)
    return vector


def _finished(key: tuple[str, str], task: asyncio.Task[Vector]) -> None:
    del _state.under_way[key]
    if task.cancelled() or (error := task.exception()) is None:
        return
    if time.monotonic() - _state.warned_at >= WARNING_INTERVAL:
        _state.warned_at = time.monotonic()
        expected = isinstance(error, EmbeddingError)
        reason = error if expected else f"it did not answer within {GIVEN_UP_AFTER:g} seconds"
        if not expected and not isinstance(error, TimeoutError):
            reason = type(error).__name__
        logger.warning("Questions are answered by words only: %s", reason)
