"""What a provider of embeddings is, and what can go wrong with one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from django.conf import settings

Embedding = list[float]

LEAST, MOST = 1e-15, 1e15  # of an embedding's largest number; what is beyond is no embedding


class EmbeddingError(Exception):
    """The provider made no embeddings; the message says what to do, and has neither a key nor a text."""


class UnavailableError(EmbeddingError):
    """The provider cannot be used now, whatever the texts are.

    Args:
        retry_after: seconds to wait at least, where the provider says so.
    """

    def __init__(self, message: str, retry_after: float = 0.0) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RefusedError(EmbeddingError):
    """The provider refuses these texts. It may take them one by one, or shorter."""


class Provider(Protocol):
    """Makes embeddings.

    Attributes:
        model: the name that is stored with each embedding; never empty.
        batch: texts of one request, at most.
        text_characters: of a text, at most.
    """

    model: str
    batch: int
    text_characters: int

    async def embed(self, texts: Sequence[str]) -> list[Embedding]:
        """Embed texts of memories, in order.

        Raises:
            UnavailableError, RefusedError
        """
        ...

    async def embed_question(self, text: str) -> Embedding:
        """Embed the question of a search; the caller limits the time.

        Raises:
            UnavailableError, RefusedError
        """
        ...

    async def load(self) -> None:
        """Prepare for the first question, as far as that takes time. Raises nothing."""
        ...

    async def close(self) -> None: ...


def padded(embedding: Sequence[float]) -> Embedding:
    """Append zeros up to EMBEDDING_DIMENSIONS; that changes no cosine distance.

    Raises:
        UnavailableError: it cannot be stored.
    """
    count, most = len(embedding), settings.EMBEDDING_DIMENSIONS
    if count > most:
        raise UnavailableError(
            f"The model makes embeddings of {count:,} numbers, but EMBEDDING_DIMENSIONS is {most:,}. Choose a model"
            f" that makes at most {most:,}."
        )
    largest = max(map(abs, embedding), default=0.0)
    if not LEAST <= largest <= MOST or any(map(math.isnan, embedding)):
        raise UnavailableError("The model makes embeddings without a direction. Check EMBEDDING_MODEL.")
    return [*embedding, *([0.0] * (most - count))]
