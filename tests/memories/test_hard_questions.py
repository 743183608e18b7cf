"""Questions that could take many times as long as their parts."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import Any

from memories.models import Passage
from memories.search import fusion, statements, steps
from memories.search.request import SearchQuery
from tests.benchmarks.data import word
from tests.support.clients import Client
from tests.support.programs import execute
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
    assert seconds(server, query=query, context=context) < 5 * alone  # 38 times before
    assert summaries(server, query=query, context=context[:400].rpartition(" ")[0]) == ["wanted"]


def test_what_a_question_excludes_is_looked_for_once_in_each_memory_that_was_found(database: str) -> None:
    for number in range(3):
        remember(f"found {number}", f"{number} the exporter lost its invoices.\n" * 2_000)
    remember("excluded", "the exporter lost its invoices.\n" * 2_000 + "the kettle")
    of_found = Passage.objects.count()
    for number in range(6):
        remember(f"other {number}", f"{number} the well is four metres deep.\n" * 2_000)
    plans: list[Any] = []

    def explain(sql: str, parameters: dict[str, Any]) -> steps.Rows:
        if "%(excluded)s" in sql:
            plans.extend(execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", parameters)[0])
        return execute(sql, parameters)

    search = SearchQuery(query="exporter invoices -kettle")
    assert len(steps.run(fusion.rank(statements.candidates(frozenset()), search), explain).ids) == 3
    ((explained,),) = plans
    compared = [
        (node["Actual Rows"] + node["Rows Removed by Filter"]) * node["Actual Loops"]
        for node in nodes(explained["Plan"])
        if "kettl" in node.get("Filter", "")
    ]
    assert 0 < sum(compared) <= 1.2 * of_found  # of several loops the plan has rounded averages


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for each in plan.get("Plans", ()):
        yield from nodes(each)
