"""Sends answers, and knows how many bytes of them clients have not read yet."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from mcp_server.http.connections import AT_ONCE

CHUNK = 64 * 1024  # bytes, at a time
UNREAD_MAX = 32 * 1024 * 1024  # bytes of large answers that clients have not read, from which calls wait

Send = Callable[[dict[str, Any]], Awaitable[None]]
Header = tuple[bytes, bytes]

_HEADERS: list[Header] = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
]
_JSON: Header = (b"content-type", b"application/json")
_HEAD = b"".join([b"%s: %s\r\n" % header for header in (_JSON, *_HEADERS)]) + b"content-length: %d\r\n"


class Responses:
    """Sends the answers of one process."""

    def __init__(self) -> None:
        self._unread = 0
        self._read = asyncio.Event()
        self._read.set()

    async def gate(self) -> None:
        """Wait while clients leave much unread; calls do so before they begin."""
        await self._read.wait()

    async def succeed(self, scope: Mapping[str, Any], send: Send, body: bytes) -> None:
        """Send an answer with status 200, in one write if the server can do that."""
        at_once = scope.get("extensions", {}).get(AT_ONCE)
        if len(body) > CHUNK or at_once is None or not at_once(200, _HEAD % len(body), body):
            await self.send(send, 200, body)

    async def send(
        self,
        send: Send,
        status: int,
        body: bytes,
        headers: Sequence[Header] = (),
        *,
        content_type: bytes = b"application/json",
    ) -> None:
        """Send an answer; one without a body has no content type."""
        kind = [(b"content-type", content_type)] if body else []
        length = (b"content-length", str(len(body)).encode())
        await send({"type": "http.response.start", "status": status, "headers": [*kind, *_HEADERS, *headers, length]})
        if len(body) <= CHUNK:
            await send({"type": "http.response.body", "body": body})
        else:
            await self._send_large(send, body)

    async def _send_large(self, send: Send, body: bytes) -> None:
        """Send piece by piece: the server waits for the client before each piece, once its buffers are full.

        A client that reads nothing loses its connection (`connections.py`), which ends the waiting.
        """
        self._count(len(body))
        try:
            for start in range(0, len(body), CHUNK):
                more = start + CHUNK < len(body)
                await send({"type": "http.response.body", "body": body[start : start + CHUNK], "more_body": more})
        finally:
            self._count(-len(body))

    def _count(self, change: int) -> None:
        self._unread += change
        if self._unread < UNREAD_MAX:
            self._read.set()
        else:
            self._read.clear()
