"""Questions within few of all projects read the passages of these, not those of all that match."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection

from memories.models import Memory, Passage
from memories.search import sources, statements
from tests.support.factories import MemoryFactory

LONG = "The quick brown fox jumps over the lazy dog near the river bank.\n" * 150
UNDER_PROJECTS = frozenset({"projects", "project_keys"})
START = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
PERIOD: dict[str, Any] = {
    "newest_start": START + datetime.timedelta(days=2),
    "newest_end": START + datetime.timedelta(days=30),
    "newest_buckets": [],
}


@pytest.fixture
def memories(database: str) -> dict[str, list[Memory]]:
    """Five in each of three projects, a day apart; the first has no passages, of the others some match."""
    return {
        project: [
            MemoryFactory.create(
                project=project,
                created_at=START + datetime.timedelta(days=day),
                content=f"{project} {day}: the exporter.\n{LONG * bool(day)}{'Its invoices.' * (day % 2)}",
            )
            for day in range(5)
        ]
        for project in ("a", "b", "")
    }


def read(sql: str, tsquery: str, projects: list[str]) -> set[tuple[Any, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"tsquery": tsquery, "projects": projects, **PERIOD})
        return {(row[0], row[4]) for row in cursor.fetchall()}


def as_if_many(sql: str) -> str:
    """The same statement if even one passage were too many to check all."""
    changed = sql.replace(f"LIMIT {sources.CHECKED_MAX + 1}", "LIMIT 1").replace(f"<= {sources.CHECKED_MAX}", "<= 0")
    assert changed.count("<= 0") == 2
    return changed


@pytest.mark.parametrize("tsquery", ["'export'", "'invoic'", "'export' | 'invoic'", "'absent'", "'fox' & !'invoic'"])
@pytest.mark.parametrize("projects", [["a"], ["a", ""], ["nobody's"]], ids=str)
def test_they_find_the_same_whether_few_or_many_have_to_be_read(
    memories: dict[str, list[Memory]], tsquery: str, projects: list[str]
) -> None:
    candidates = statements.candidates(UNDER_PROJECTS)
    everywhere = read(statements.candidates(frozenset()).words, tsquery, projects)
    wanted = {memory.pk for project in projects for memory in memories.get(project, [])}
    expected = {found for found in everywhere if found[0] in wanted}
    assert read(candidates.words, tsquery, projects) == expected
    assert read(as_if_many(candidates.words), tsquery, projects) == expected
    assert bool(expected) == (tsquery != "'absent'" and "nobody's" not in projects)
    later = {memory.pk for memory in Memory.objects.filter(created_at__gte=PERIOD["newest_start"])}
    before = {found for found in expected if found[0] not in later}
    assert read(candidates.older, tsquery, projects) == read(as_if_many(candidates.older), tsquery, projects) == before


def test_the_passages_of_other_projects_are_not_read(memories: dict[str, list[Memory]]) -> None:
    assert Passage.objects.filter(memory__project="b").exists()
    sql = statements.candidates(UNDER_PROJECTS).words
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", {"tsquery": "'export'", "projects": ["a"]})
        ((explained,),) = cursor.fetchall()
    nodes = list(every_node(explained[0]["Plan"]))
    read_passages = [node for node in nodes if node.get("Relation Name") == "passages" and node["Actual Loops"]]
    of_a = Passage.objects.filter(memory__project="a").count()
    assert read_passages
    assert all(node["Actual Rows"] * node["Actual Loops"] <= of_a for node in read_passages)
    assert not any(node.get("Index Name") == "idx_passages_search" and node["Actual Loops"] for node in nodes)


def test_the_passages_of_other_times_are_not_looked_up(memories: dict[str, list[Memory]]) -> None:
    sql = statements.candidates(frozenset({"from_date"})).words
    with connection.cursor() as cursor:
        values: dict[str, Any] = {"tsquery": "'export'", "from_date": START + datetime.timedelta(days=4)}
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", values)
        ((explained,),) = cursor.fetchall()
        cursor.execute(sql, values)
        found = {row[0] for row in cursor.fetchall()}
    assert found == {memories[project][4].pk for project in memories}
    # Each passage that is read is followed by its memory.
    lookups = [node["Actual Loops"] for node in every_node(explained[0]["Plan"])]
    assert max(lookups) <= Passage.objects.filter(created_at__gte=START + datetime.timedelta(days=4)).count()


def every_node(plan: dict[str, Any]) -> Any:
    yield plan
    for each in plan.get("Plans", ()):
        yield from every_node(each)
