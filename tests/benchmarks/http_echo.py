"""The yardsticks of HTTP, under the settings of the real server: an ASGI application that answers at once.

With `--sql` it first runs the SQL of a get, on one asynchronous connection: the least that a get in one process takes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import orjson
import psycopg

from mcp_server.http import running

ANSWER = b'{"jsonrpc":"2.0","id":1,"result":{}}'

Answer = Callable[[bytes], Awaitable[bytes]]
Application = Callable[[dict[str, Any], Callable[..., Any], Callable[..., Any]], Awaitable[None]]


async def echo(_: bytes) -> bytes:
    return ANSWER


def getter() -> Answer:
    """Answers with the row of the memory that a call of get_memory asks for."""
    import django

    django.setup()
    from codex_project.database import embedded
    from memories import queries
    from memories.db import session

    server = embedded.start(Path(os.environ["CODEX_DATA_DIR"]) / "postgresql")
    statement = queries.get(False)
    opened: list[psycopg.AsyncConnection[Any]] = []

    async def get(body: bytes) -> bytes:
        if not opened:
            opened.append(
                await psycopg.AsyncConnection.connect(
                    host=server.host, user=server.user, dbname="postgres", autocommit=True
                )
            )
            await opened[0].execute(session.statement())
        values = statement.constants | {"id": orjson.loads(body)["params"]["arguments"]["id"], "projects": None}
        row = await (await opened[0].execute(statement.sql, values, prepare=True)).fetchone()
        return orjson.dumps(row, default=str)

    return get


def application(answer: Answer) -> Application:
    async def answered(scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]) -> None:
        if scope["type"] == "lifespan":
            for stage in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{stage}.complete"})
            return
        body = await answer((await receive())["body"])
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answered


def main() -> None:
    listener = running.listen(running.Address("127.0.0.1", 0))
    answer = getter() if "--sql" in sys.argv else echo
    sys.stderr.write(f"Serving MCP on http://127.0.0.1:{listener.getsockname()[1]}/mcp\n")
    running.Server(running.configured(lambda: application(answer))).run([listener])


if __name__ == "__main__":
    main()
