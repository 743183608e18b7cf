"""The same tools on the database, without the protocol."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

import psycopg
from django.conf import settings
from django.db.utils import OperationalError

from mcp_server import encoding, results
from mcp_server.terminal.errors import CommandFailure
from memories import cache, maintenance, projects, provenance, records, storage
from memories.db import failures, migration_files, pool
from memories.errors import StorageError
from memories.search.request import SearchQuery


class DirectMemories:
    """The memories of this installation's database."""

    def call(self, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Call one of three tools and return its result, as the server would.

        Raises:
            CommandFailure: it failed; the message says why.
        """
        try:
            if settings.EMBEDDED_DATABASE and not _is_migrated():
                _prepare()
            return asyncio.run(_run(_TOOLS[tool], arguments))
        except StorageError as error:
            raise CommandFailure(error.message) from error
        except OperationalError as error:  # of the start of the embedded server, in our words
            raise CommandFailure(str(error)) from error
        except psycopg.Error as error:
            raise CommandFailure(failures.translated(error).message) from error


def _is_migrated() -> bool:
    """Whether the database, which this starts, has all migrations of the apps that are loaded, told by their names."""
    with psycopg.connect(**pool.parameters()) as connection:
        try:
            recorded = connection.execute("SELECT app, name FROM django_migrations").fetchall()
        except psycopg.errors.UndefinedTable:
            return False
    return migration_files.names().issubset(recorded)


def _prepare() -> None:
    """Migrate the embedded database in a process of its own, which loads all that migrations need.

    Raises:
        CommandFailure: it failed.
    """
    done = subprocess.run(
        # -P and this process's own search path: the current folder, any repository, may have a `memories` as well.
        (sys.executable, "-P", "-m", "memories.db.prepare"),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise CommandFailure(done.stderr.strip().rpartition("\n")[2] or "The database could not be prepared.")


async def _run(tool: Callable[..., Awaitable[dict[str, Any]]], arguments: dict[str, Any]) -> dict[str, Any]:
    await pool.open_pool()
    try:
        with provenance.acting_as(provenance.client("codex-memory", settings.VERSION)):
            result: dict[str, Any] = json.loads(encoding.dumps(await tool(**arguments)))
            return result
    finally:
        await cache.stop_listening()
        await maintenance.stop()
        await pool.close_pool()


async def _search(project: str | None = None, **query: Any) -> dict[str, Any]:
    covered = projects.scope().to_read(project)
    return results.page(await storage.search(SearchQuery(**query, projects=covered)))


async def _store(**memory: Any) -> dict[str, Any]:
    return {"id": str(await storage.store(records.CreateMemory(**memory)))}


async def _delete(id: str) -> dict[str, Any]:  # noqa: A002 - the wire contract's name
    return {"deleted": await storage.delete(uuid.UUID(id))}


_TOOLS: dict[str, Callable[..., Awaitable[dict[str, Any]]]] = {
    "search_memories": _search,
    "store_memory": _store,
    "delete_memory": _delete,
}
