"""The embedding of a search's question. A question waits 300 ms for it at most, and is then answered by words alone."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pgvector import Vector

from memories.embeddings import registry
from memories.embeddings.provider import EmbeddingError, Provider
from memories.search.analysis import Text
from memories.search.request import SearchQuery

logger = logging.getLogger(__name__)

Kept = TypeVar("Kept")

PATIENCE = 0.3  # seconds that a question waits
GIVEN_UP_AFTER = 10.0  # seconds; until then a late embedding may still arrive, for the next attempt
UNDER_WAY_MAX = 8  # late embeddings; while there are so many, questions do not wait
KEPT = 64  # of the latest questions, so that all pages of a search are ranked alike: embeddings, and those without
WARNING_INTERVAL = 60.0  # seconds, at least

LATE = "The embedding provider did not answer within 300 ms, so this search used words only."
FAILED = "The embedding provider failed, so this search used words only; the server's log says why."
CONTINUED = "Earlier pages of this search used words only, and so does this one. Without an offset, it begins anew."


@dataclass
class _State:
    kept: OrderedDict[tuple[str, str], Vector] = field(default_factory=OrderedDict)
    by_words: OrderedDict[tuple[str, str], None] = field(default_factory=OrderedDict)
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
    if query.offset and key in _state.by_words:
        return query, CONTINUED
    found = await _awaited(provider, key)
    _state.by_words.pop(key, None)
    if isinstance(found, str):
        _keep(_state.by_words, key, None)
        return query, found
    return replace(query, embedding=found, embedding_model=provider.model), None


async def close() -> None:
    """Cancel what is under way."""
    tasks = list(_state.under_way.values())
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _has_conditions(question: str) -> bool:
    parsed = Text.parse(question)
    return bool(parsed.phrases or parsed.excluded or parsed.excluded_phrases)


async def _awaited(provider: Provider, key: tuple[str, str]) -> Vector | str:
    """The embedding of a question, or the note that says why there is none."""
    if (vector := _state.kept.get(key)) is not None:
        return vector
    task = _state.under_way.get(key)
    if task is None:
        if len(_state.under_way) >= UNDER_WAY_MAX:
            return LATE
        task = _begun(provider, key)
    # Not cancelled if it is late: its connection stays open, and the next question needs no new one.
    done, _ = await asyncio.wait([task], timeout=PATIENCE)
    if not done:
        return LATE
    return FAILED if task.cancelled() or task.exception() is not None else task.result()


def _begun(provider: Provider, key: tuple[str, str]) -> asyncio.Task[Vector]:
    task = asyncio.create_task(_embed(provider, key))
    _state.under_way[key] = task
    task.add_done_callback(lambda done: _finished(key, done))
    return task


async def _embed(provider: Provider, key: tuple[str, str]) -> Vector:
    async with asyncio.timeout(GIVEN_UP_AFTER):
        vector = Vector(await provider.embed_question(key[1][: provider.text_characters]))
    _keep(_state.kept, key, vector)
    return vector


def _keep(kept: OrderedDict[tuple[str, str], Kept], key: tuple[str, str], value: Kept) -> None:
    kept[key] = value
    while len(kept) > KEPT:
        kept.popitem(last=False)


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
