"""Access tokens as `/mcp` checks them: one statement on the pool of the server, without Django's ORM."""

from __future__ import annotations

from contextlib import suppress

from psycopg.errors import ReadOnlySqlTransaction

from codex_project.oauth import resources
from codex_project.oauth.models import checksum
from codex_project.oauth.provider import SCOPES, WRITE
from mcp_server import tokens
from mcp_server.access import Caller
from memories import projects
from memories.db import named_sql, pool
from memories.maintenance import BackgroundJob

NAME_MAX_CHARACTERS = 120

_sql = named_sql.read(__file__, "oauth")
purge = BackgroundJob(_sql["purge"], until_done=True, interval=3600.0)


async def caller_of(secret: str) -> Caller | None:
    """Return the person and the client of an access token; None if it is none, or not valid here.

    It is valid if it has not expired or been revoked, was issued for this server's `/mcp`, has a scope of ours, and its
    person may still log in and read memories.

    Raises:
        StorageError: the database does not answer.
    """
    purge.begin()
    if secret.startswith(tokens.PREFIX):  # of `create_token`, about which there is no need to ask here
        return None
    async with pool.connection() as connection:
        cursor = await connection.execute(_sql["caller"], {"checksum": checksum(secret)}, prepare=True)
        row = await cursor.fetchone()
        if row is None:
            return None
        username, consent, client_name, chosen, scope, resource, may_read, may_write, is_first_use = row
        scopes = set(scope.split())
        if not (may_read and scopes & set(SCOPES) and resources.are_ours(resource)):
            return None
        if is_first_use:
            with suppress(ReadOnlySqlTransaction):  # on a standby
                await connection.execute(_sql["used"], {"id": consent})
    return Caller(
        name=_name(username, client_name),
        scope=projects.confined_to(chosen),
        may_write=may_write and WRITE in scopes,
    )


def _name(username: str, client_name: str) -> str:
    return f"{username} via {client_name}"[:NAME_MAX_CHARACTERS]
