"""Whether a search found what it had to: an empty or a wrong answer must never pass for a fast one.

Checked after the clock has stopped, by SQL that shares nothing with the searches but the tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

Arguments = dict[str, Any]

DEFAULT_LIMIT = 20
EXACT = 2  # answers of each kind that are compared with the whole truth, which is slow to find out
EMPTY_MAX = 0.1  # share of a kind's answers that may be empty, if the truth is
CONDITIONS = {
    "tags": "tags && %(tags)s",
    "metadata": "metadata @> %(metadata)s",
    "context": "context_vector @@ websearch_to_tsquery('english', %(context)s)",
    "summary": "summary_vector @@ websearch_to_tsquery('english', %(summary)s)",
    "from_date": "created_at >= %(from_date)s::date",
    "to_date": "created_at < %(to_date)s::date + 1",
}
HAS_A_WORD = "search_vector @@ to_tsquery('english', %(any_word)s)"
RANKED = {
    "query": f"({HAS_A_WORD} OR id IN (SELECT memory_id FROM codex_processed.passages WHERE {HAS_A_WORD}))",
    "embedding": "has_embedding",
}
OF_PROJECT = "project IN (%(project)s, '') AND superseded_at IS NULL"
SELECTED = "SELECT id, created_at, updated_at FROM memories WHERE {}"


class Truth:
    """What is true of a database that nobody changes meanwhile.

    Args:
        project: the server's own project, which its searches cover with the memories of no project; None for all.
    """

    def __init__(self, connection: psycopg.Connection[Any], project: str | None = None) -> None:
        self._connection = connection
        self._project = project

    def check_all(self, name: str, searches: Sequence[Arguments], answers: Sequence[Any]) -> None:
        """Check the answers of one kind of search.

        Raises:
            AssertionError: one of them is wrong, or too many are empty to be measured.
        """
        assert searches, name
        for place, (arguments, answer) in enumerate(zip(searches, answers, strict=True)):
            self.check(arguments, answer)
            if place < EXACT and not arguments.keys() & RANKED.keys():
                self.check_order(arguments, answer)
        empty = sum(not answer["memories"] for answer in answers)
        assert empty <= EMPTY_MAX * len(answers), f"{name}: {empty} of {len(answers)} answers are empty"

    def check(self, arguments: Arguments, answer: Any) -> None:
        """Check that the page is full or all there is, and that each hit matches, once, and in its place."""
        hits = answer["memories"]
        ids = [hit["id"] for hit in hits]
        limit, offset = arguments.get("limit", DEFAULT_LIMIT), arguments.get("offset", 0)
        assert len(set(ids)) == len(ids) <= limit, arguments
        for hit in hits:
            assert set(hit["tags"]) & set(arguments.get("tags", hit["tags"])), (arguments, hit)
            assert arguments.get("metadata", {}).items() <= hit["metadata"].items(), (arguments, hit)
        if not arguments.keys() & RANKED.keys():
            field, descending = self._order(arguments)
            dates = [hit[field] for hit in hits]
            assert dates == sorted(dates, reverse=descending), (arguments, dates)
        assert self._count(arguments, "id = ANY(%(ids)s::uuid[])", ids=ids) == len(ids), arguments
        if len(hits) < limit:
            matching = self._count(arguments, "true", reach=offset + limit)
            assert len(hits) == max(matching - offset, 0), (arguments, len(hits), matching)

    def check_order(self, arguments: Arguments, answer: Any) -> None:
        """Check that a page is the very one that its order and offset ask for."""
        field, descending = self._order(arguments)
        direction = "DESC" if descending else "ASC"
        # Materialized, or else the planner may walk through the whole table in search of its last memories.
        rows = self._connection.execute(
            f"WITH matching AS MATERIALIZED ({SELECTED.format(self._where(arguments))}) SELECT id::text FROM matching"
            f" ORDER BY {field} {direction}, id {direction} LIMIT %(limit)s OFFSET %(offset)s",
            {"limit": DEFAULT_LIMIT, "offset": 0, **self._values(arguments)},
        ).fetchall()
        assert [hit["id"] for hit in answer["memories"]] == [row[0] for row in rows], arguments

    def matching(self, arguments: Arguments, reach: int) -> int:
        """How many memories match, counted no further than `reach`."""
        return self._count(arguments, "true", reach=reach)

    def _count(self, arguments: Arguments, condition: str, reach: int | None = None, **values: Any) -> int:
        where = f"{self._where(arguments)} AND {condition}"
        row = self._connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM memories WHERE {where} LIMIT %(reach)s) AS matching",
            self._values(arguments) | {"reach": reach, **values},
        ).fetchone()
        assert row is not None
        return int(row[0])

    def _where(self, arguments: Arguments) -> str:
        conditions = [sql for name, sql in CONDITIONS.items() if name in arguments]
        if self._project is not None:
            conditions.append(OF_PROJECT)
        if ranked := [sql for name, sql in RANKED.items() if name in arguments]:
            conditions.append(f"({' OR '.join(ranked)})")
        return " AND ".join(conditions) or "true"

    def _values(self, arguments: Arguments) -> dict[str, Any]:
        values = {name: value for name, value in arguments.items() if name != "embedding"}
        if "metadata" in values:
            values["metadata"] = Jsonb(values["metadata"])
        return values | {"project": self._project, "any_word": " | ".join(arguments.get("query", "").split())}

    @staticmethod
    def _order(arguments: Arguments) -> tuple[str, bool]:
        field, _, direction = arguments.get("order_by", "created_at_desc").rpartition("_")
        return field, direction == "desc"
