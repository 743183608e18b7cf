"""Cancels a read whose client has gone (docs/decisions/http.md)."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self

from mcp_server.http.requests import Disconnected, Receive

WATCHED_AFTER = 0.05  # seconds; most calls have ended by then, and watching costs a task


class CancelledWithClient:
    """A context manager that cancels its block once the client has closed the connection.

    Raises:
        Disconnected: it has, and the block was cancelled.
    """

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._watching: asyncio.Task[None] | None = None
        self._is_gone = False

    def __enter__(self) -> Self:
        task = asyncio.current_task()
        assert task is not None
        self._task = task
        self._timer = asyncio.get_running_loop().call_later(WATCHED_AFTER, self._start)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._watching is not None:
            self._watching.cancel()
        if self._is_gone:
            self._task.uncancel()
            raise Disconnected from error

    def _start(self) -> None:
        self._watching = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._is_gone = True
        self._task.cancel()
