"""How many rows a statement will find, as PostgreSQL's planner expects; asking costs a fraction of counting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_ROWS = re.compile(r"\brows=(\d+)")


def explained(sql: str) -> str:
    """The statement to ask with; it takes the parameters of `sql`."""
    return f"EXPLAIN {sql}"


def estimate(rows: Sequence[tuple[Any, ...]]) -> int:
    """What `explained` answered, as a number of rows."""
    found = _ROWS.search(str(rows[0][0]))
    assert found is not None
    return int(found[1])
