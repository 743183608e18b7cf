"""The memories among which a ranking chooses: the SQL that reads them, and how many the filters leave."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from memories.search import postings
from memories.search.corpus import Corpus
from memories.search.request import SCOPE
from memories.search.steps import Rows, Step
from memories.search.tiers import TIER_MAX

if TYPE_CHECKING:
    from memories.search.request import SearchQuery


@dataclass(frozen=True)
class Candidates:
    """The memories that the filters of a search leave, as SQL.

    Args:
        words: selects id, created_at, context, search vector and start of those that match the parameter `tsquery`.
            Start is null. For each passage that matches there is a row with the first three of its memory, and its own
            search vector and start.
        newest, older: the same within the newest memories (`tiers.Newest`), and outside.
        recent: as `newest`, read by the index on time.
        few: as `words`, read by the filters.
        vectors: selects id, quantized embedding and its model of those that have one, read by the filters.
        nearest: the first two of those of one model, read by an HNSW index.
        filtered: selects the id of each.
        is_filtered: whether there is any filter.
        filters: the names of the search's filters.
        parameters: the values of the filters' placeholders.
    """

    words: str
    newest: str
    older: str
    recent: str
    few: str
    vectors: str
    nearest: str
    filtered: str
    is_filtered: bool
    filters: frozenset[str]
    parameters: dict[str, Any]


def left_by_filters(candidates: Candidates, search: SearchQuery, corpus: Corpus) -> Generator[Step, Rows, int | None]:
    """An upper bound of how many memories the filters leave; None without filters, or if that is unknown and many.

    How a ranking proceeds depends on this, and so do its results. It is counted, never estimated by the planner: it
    changes only when memories do.
    """
    if not candidates.is_filtered:
        return None
    if "projects" in candidates.filters and candidates.filters <= SCOPE:
        return corpus.covered
    if search.tags is not None or search.metadata is not None:
        rows = yield postings.counts(search)
        if rows and rows[0][2] <= postings.COUNTED:
            return int(rows[0][2])
        if rows:
            # Of a tag the counters know how many it leaves; of other filters that is unknown.
            return min(int(rows[0][2]), corpus.memories) if rows[0][0] == "tags" and not search.has_dates else None
    counting = f"""
WITH filtered AS MATERIALIZED ({candidates.filtered})
SELECT count(*) FROM (SELECT FROM filtered LIMIT {TIER_MAX + 1}) AS counted
"""  # noqa: S608 - compiled by the ORM, its values are placeholders
    count: int = (yield counting, dict(candidates.parameters))[0][0]
    return count if count <= TIER_MAX else None
