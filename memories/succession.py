"""Superseding memories: a new one takes the place of those that it corrects.

Triggers keep successions whole when memories are deleted, restored or moved (in migrations/sql,
`0020_successions_kept_whole` and `0012_projects`).
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from memories import projects
from memories.db import named_sql, pool
from memories.errors import ValidationError

_sql = named_sql.read(__file__, "succession")


async def lock_predecessors(connection: pool.Connection, ids: Sequence[uuid.UUID], project: str) -> None:
    """Lock the memories that a new one of this project is to supersede, and check that it may.

    Raises:
        NotFoundError: one does not exist.
        ValidationError: one belongs to another project, or has been superseded already.
    """
    scope = projects.scope()
    values = {"ids": list(ids), "projects": projects.as_parameter(scope.visible)}
    cursor = await connection.execute(_sql["lock"], values)
    found = {row[0]: row[1:] for row in await cursor.fetchall()}
    for identifier in ids:
        if identifier not in found:
            raise projects.unknown(identifier, field="supersedes")
        of_project, successor = found[identifier]
        scope.check_change(of_project, f"Memory {identifier}", "supersedes")
        if of_project != project:
            raise ValidationError(
                f"Memory {identifier} belongs to another project; a memory supersedes those of its own project only.",
                field="supersedes",
            )
        if successor is not None:
            raise ValidationError(
                f"Memory {identifier} has already been superseded, by memory {successor}. Supersede that one.",
                field="supersedes",
                superseded_by=str(successor),
            )


async def supersede(connection: pool.Connection, ids: Sequence[uuid.UUID], successor: uuid.UUID) -> None:
    """Mark locked memories as superseded."""
    await connection.execute(_sql["supersede"], {"ids": list(ids), "successor": successor})
