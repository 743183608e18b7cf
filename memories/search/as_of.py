"""Shows found memories as they read at a moment (`SearchQuery.as_of`)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from memories import projects
from memories.db import named_sql, pool
from memories.records import SearchHit

STATES = named_sql.read(__file__, "as_of")["states"]


async def show(
    connection: pool.Connection, hits: Sequence[SearchHit], moment: datetime.datetime, content_chars: int
) -> None:
    """Give the hits the values that they had then. A former content is shown from its beginning.

    The project, and whether another memory has superseded it, are those of today. A hit that belonged then to a project
    that the caller must not know of is shown as it read when it was moved from there.
    """
    visible = projects.as_parameter(projects.scope().visible)
    values = {"ids": [hit.id for hit in hits], "as_of": moment, "content_chars": content_chars, "projects": visible}
    states = {row[0]: row[1:] for row in await (await connection.execute(STATES, values)).fetchall()}
    for hit in hits:
        if hit.id not in states:
            continue
        hit.version, hit.updated_at, hit.changed_by, content, length, content_hash, *others = states[hit.id]
        if content is not None:
            hit.content, hit.content_length, hit.content_hash, hit.content_offset = content, length, content_hash, 0
            hit.content_truncated = len(content) < length
        names = ("context", "summary", "tags", "metadata")
        hit.__dict__.update({name: value for name, value in zip(names, others, strict=True) if value is not None})
