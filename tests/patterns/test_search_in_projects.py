"""A search for patterns in some projects reads the first of each by an index."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import connection

from patterns import storage
from patterns.models import CodePattern
from tests.support.factories import CodePatternFactory, MemoryFactory

PROJECTS = ["", "a", "b"]


@pytest.fixture
def patterns(database: str) -> list[CodePattern]:
    choose = random.Random(4)
    memories = {project: MemoryFactory.create(project=project) for project in PROJECTS}
    return [
        CodePatternFactory.create(
            memory=memories[project],
            project=project,
            language="python",
            pattern_type="function_definition",
            pattern_signature=f"def f{number}({choose.choice(['x', 'y'])})",
            frequency=choose.choice([0.25, 0.5, 1.0]),
            confidence=choose.choice([0.8, 0.9]),
        )
        for number in range(60)
        for project in [choose.choice(PROJECTS)]
    ]


@pytest.mark.parametrize("covered", [None, ("a",), ("a", ""), ("",), ("nobody's",), ("a", "b", "")], ids=str)
@pytest.mark.parametrize("query", [None, "(x)"])
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_the_page_is_the_first_of_all_that_the_projects_have(
    patterns: list[CodePattern], run: Any, covered: tuple[str, ...] | None, query: str | None, limit: int
) -> None:
    found = run(storage.search_patterns("function_definition", limit=limit, query=query, covered=covered))
    left = [
        each
        for each in patterns
        if (covered is None or each.project in covered) and (query is None or query in each.pattern_signature)
    ]
    left.sort(key=lambda each: (-each.frequency, -each.confidence, each.pk))
    assert [each.id for each in found] == [each.pk for each in left[:limit]]


def test_no_more_is_read_than_the_page_needs(patterns: list[CodePattern]) -> None:
    CodePattern.objects.bulk_create(
        CodePatternFactory.build(memory=patterns[0].memory, project="a", pattern_signature=f"def g{number}()")
        for number in range(3_000)
    )
    values: dict[str, Any] = {
        "pattern_type": "function_definition",
        "limit": 5,
        "language": None,
        "words": [],
        "projects": ["a", "b"],
    }
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE code_patterns")
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {storage._sql['search_in_projects']}", values)
        ((explained,),) = cursor.fetchall()
    (scan,) = [node for node in nodes(explained[0]["Plan"]) if node.get("Relation Name") == "code_patterns"]
    assert scan["Index Name"] == "idx_patterns_project"
    assert scan["Actual Rows"] * scan["Actual Loops"] <= 10


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for each in plan.get("Plans", ()) for node in nodes(each))]
