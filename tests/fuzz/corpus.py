"""Inputs worth changing further: those whose answers were new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from random import Random


class Corpus:
    """Keeps one input for each kind of answer.

    Args:
        random: decides which input comes next.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._inputs: list[bytes] = []
        self.seen: Counter[Hashable] = Counter()

    def add(self, given: bytes, kind: Hashable) -> None:
        self.seen[kind] += 1
        if self.seen[kind] == 1 and len(given) < 1_000_000:
            self._inputs.append(given)

    def choose(self) -> bytes | None:
        return self._random.choice(self._inputs) if self._inputs else None
