"""How many memories the filters of a ranking leave: exactly where that is cheap, and never by the planner's estimate.

The way of a ranking depends on it, and with the way its results; so it may change only where memories do.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from memories import postings
from memories.ranking.choosing import PIECE_MAX
from memories.ranking.corpus import Corpus
from memories.ranking.plans import Candidates, Rows, Step

if TYPE_CHECKING:
    from memories.querysets import SearchQuery


def left_by(candidates: Candidates, search: SearchQuery, corpus: Corpus) -> Generator[Step, Rows, int | None]:
    """At most so many memories are left by the filters; None without filters, or if that is unknown and many."""
    if not candidates.is_filtered:
        return None
    if search.tags is not None or search.metadata is not None:
        rows = yield postings.sets(search)
        if rows:
            return min(int(rows[0][3]), corpus.memories)
    counting = f"""
WITH filtered AS MATERIALIZED ({candidates.filtered})
SELECT count(*) FROM (SELECT FROM filtered LIMIT {PIECE_MAX + 1}) AS counted
"""  # noqa: S608 - compiled by the ORM, its values are placeholders
    count: int = (yield counting, dict(candidates.parameters))[0][0]
    return count if count <= PIECE_MAX else None
