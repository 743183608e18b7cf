"""What a question finds together with an embedding, by how good the embedder is."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from pathlib import Path
from typing import Protocol

from django.conf import settings
from tqdm import tqdm

from memories.embeddings.local import LocalProvider
from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER
from tests.benchmarks.questions import Labelled, WordVectors, hits, labelled, store
from tests.benchmarks.tables import table

SMALL = 1_000  # memories, below which a run only shows that it runs
# The norm of the noise between a question and its answer, whose embeddings are random directions otherwise.
NOISE = {"weak": 5.6, "middling": 4.4, "strong": 3.0}


class Embedder(Protocol):
    dimensions: int

    def of_memory(self, item: Labelled) -> list[float]: ...

    def of_question(self, item: Labelled) -> list[float]: ...


class SimulatedVectors:
    """Made from the labels: an answer's embedding is a random direction, and its question's the same with noise."""

    dimensions = 256

    def __init__(self, noise: float) -> None:
        self._noise = noise

    def of_memory(self, item: Labelled) -> list[float]:
        choose = random.Random(item.content)
        return [choose.gauss(0, 1) for _ in range(self.dimensions)]

    def of_question(self, item: Labelled) -> list[float]:
        choose = random.Random(str(item.question))
        return [number + self._noise * choose.gauss(0, 1) for number in self.of_memory(item)]


class LocalModel:
    """By the provider `local`, of what it embeds of a memory and of a question."""

    dimensions = settings.EMBEDDING_DIMENSIONS

    def __init__(self) -> None:
        self._provider = LocalProvider()
        self._questions: dict[str, list[float]] = {}

    def of_memory(self, item: Labelled) -> list[float]:
        text = f"{item.summary}\n{item.context}\n{item.content}"[: self._provider.text_characters]
        return asyncio.run(self._provider.embed([text]))[0]

    def of_question(self, item: Labelled) -> list[float]:
        question = str(item.question)[: self._provider.text_characters]
        if question not in self._questions:
            self._questions[question] = asyncio.run(self._provider.embed_question(question))
        return self._questions[question]


class RealVectors:
    """Of the words of a text, without a model."""

    dimensions = WordVectors.DIMENSIONS

    def __init__(self, items: list[Labelled]) -> None:
        self._vectors = WordVectors([item.content for item in items])

    def of_memory(self, item: Labelled) -> list[float]:
        return self._vectors.embed(item.content)

    def of_question(self, item: Labelled) -> list[float]:
        return self._vectors.embed(str(item.question))


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """hit@5 of words, of vectors, and of both."""
    items = labelled(memories)
    random.Random(7).shuffle(items)
    if memories < SMALL:
        items = items[:100]  # the local model takes a fifth of a second for each
    rows: list[list[str]] = []
    embedders: dict[str, Embedder] = {"of words without a model": RealVectors(items)}
    embedders |= {"the provider `local`": LocalModel()}
    embedders |= {f"simulated, {name}": SimulatedVectors(noise) for name, noise in NOISE.items()}
    for name, vectors in embedders.items():
        environment = {
            **os.environ,
            "CODEX_DATA_DIR": str(folder / f"fusion-{len(rows)}"),
            "EMBEDDING_DIMENSIONS": str(vectors.dimensions),
            "RATE_LIMIT_ENABLED": "false",
            "LOG_LEVEL": "error",
        }
        with Client(SERVER, environment) as client:
            asked = []
            for item in tqdm(items, unit=" memories", file=sys.stderr):
                stored = store(client, item, vectors.of_memory(item))
                if stored is not None and item.question is not None:
                    asked.append((stored, item))
            asked = asked[: rounds * 2]
            ways = (
                lambda item: {"query": item.question},
                lambda item, vectors=vectors: {"embedding": vectors.of_question(item)},
                lambda item, vectors=vectors: {"query": item.question, "embedding": vectors.of_question(item)},
            )
            rows.append([name, *(hits(client, asked, way)[1] for way in ways)])
    head = ["hit@5, by embedder", "words", "vectors", "fused"]
    return f"### Fusion, {len(asked):,} questions over {len(items):,} memories\n\n{table(head, rows)}"
