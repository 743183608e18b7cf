"""Questions that could take many times as long as their parts."""

from __future__ import annotations

import random
import time
from typing import Any

from tests.benchmarks.data import word
from tests.support.clients import Client
from tests.support.searching import remember, summaries


def seconds(server: Client, **arguments: Any) -> float:
    """The shortest of three calls."""
    taken = []
    for _ in range(3):
        before = time.perf_counter()
        server.call("search_memories", **arguments)
        taken.append(time.perf_counter() - before)
    return min(taken)


def test_a_long_filter_is_not_applied_again_for_each_word_of_a_question(server: Client) -> None:
    choose = random.Random(1)
    for number in range(300):
        text = " ".join(word(choose.randrange(2_000)) for _ in range(100))
        remember(f"{number} {text[:400]}", text, context=f"{number} {text[:900]}")
    context = f"7 {' '.join(word(number) for number in range(250))}"[:1_900]
    query = " ".join(word(number) for number in range(800))[:7_900]
    remember("wanted", f"{word(5)} {word(700)}", context=f"{context[:400]}")
    alone = seconds(server, query=query) + seconds(server, context=context)
    assert seconds(server, query=query, context=context) < 2 * alone
    assert summaries(server, query=query, context=context[:400].rpartition(" ")[0]) == ["wanted"]
