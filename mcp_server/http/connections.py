"""Connections that no client holds for ever without finishing a request, and that write an answer at once."""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

HEAD_MAX_BYTES = 64 * 1024
REQUEST_SECONDS = 120.0  # for a request's headers, and then for its body
FIRST_SECONDS = 20.0  # from the connection to the end of the first request's headers
UNREAD_SECONDS = 60.0  # for which a client may read nothing of what waits for it
AT_ONCE = "codex_memory.at_once"  # the ASGI extension by which the application calls `write_at_once`
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class Connection(HttpToolsProtocol):
    """uvicorn's connection with limits: uvicorn waits for ever for a request and for a client that reads nothing, and
    reads headers of any size."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._deadline: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None
        self._is_in_head = False
        self._is_in_body = False
        self._head_bytes = 0
        self._cycles: deque[RequestResponseCycle] = deque()  # requests whose answers are due, in their order

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._deadline = self.loop.call_later(FIRST_SECONDS, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_deadline()
        self._end_unread()
        for cycle in self._cycles:  # uvicorn tells only the last of pipelined requests
            if not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._is_in_head:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_MAX_BYTES and not self.transport.is_closing():
                self.transport.write(_TOO_LARGE)
                self.transport.close()
        if not (self._is_in_head or self._is_in_body):
            self._end_deadline()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_SECONDS, self._give_up)

    def on_message_begin(self) -> None:
        self._is_in_head, self._head_bytes = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._is_in_head, self._is_in_body = False, True
        self._end_deadline()  # the body has one of its own
        super().on_headers_complete()
        while self._cycles and self._cycles[0].response_complete:
            self._cycles.popleft()
        self._cycles.append(self.cycle)

    def on_message_complete(self) -> None:
        self._is_in_body = False
        self._end_deadline()
        super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread = self.loop.call_later(UNREAD_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._end_unread()
        super().resume_writing()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        cycle.scope["extensions"] = {AT_ONCE: partial(write_at_once, cycle)}  # type: ignore[dict-item] # ours
        super()._start_asgi_task(cycle, app)

    def _give_up(self) -> None:
        self._deadline = None
        self.transport.close()

    def _end_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _end_unread(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None


def write_at_once(cycle: RequestResponseCycle, status: int, head: bytes, body: bytes) -> bool:
    """Write a whole response to a POST; return False if it has to be sent by ASGI's messages instead.

    uvicorn writes head and body each with a system call of its own, and checks each header.

    Args:
        head: header lines, of which none concerns the connection.
    """
    if cycle.flow.write_paused or cycle.disconnected or not cycle.keep_alive:
        return False
    always = b"".join([b"%s: %s\r\n" % header for header in cycle.default_headers])
    cycle.transport.write(b"%s%s%s\r\n%s" % (STATUS_LINE[status], always, head, body))
    cycle.response_started = cycle.response_complete = True
    cycle.waiting_for_100_continue = False
    cycle.message_event.set()
    cycle.on_response()
    return True
