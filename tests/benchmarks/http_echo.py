"""The yardstick of HTTP: an ASGI application that answers at once, under the settings of the real server."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from mcp_server.http import running

ANSWER = b'{"jsonrpc":"2.0","id":1,"result":{}}'
HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(ANSWER)).encode())]


async def echo(scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]) -> None:
    if scope["type"] == "lifespan":
        for stage in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{stage}.complete"})
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send({"type": "http.response.body", "body": ANSWER})


def main() -> None:
    listener = running.listen(running.Address("127.0.0.1", 0))
    sys.stderr.write(f"Serving MCP on http://127.0.0.1:{listener.getsockname()[1]}/mcp\n")
    running.Server(running.configured(lambda: echo)).run([listener])


if __name__ == "__main__":
    main()
