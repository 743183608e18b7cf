"""All paths but /mcp: Django as a WSGI application in threads, with the middleware that it has under gunicorn.

As an ASGI application, Django would change between threads and the event loop for each middleware.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from a2wsgi import WSGIMiddleware
from django.core.servers.basehttp import get_internal_wsgi_application

from mcp_server.http import requests
from mcp_server.http.requests import Disconnected, Receive, Refused
from mcp_server.http.responses import Responses, Send
from mcp_server.messages import MAX_BYTES

THREADS = 8
SMALL_BYTES = 64 * 1024  # bodies up to this size are always accepted
LARGE_BYTES_MAX = 32 * 1024 * 1024  # of larger bodies at once


class Web:
    """Reads the body of a request before a thread begins with it, so that slow clients hold no thread.

    Clients need no token here, so what they send is bounded.
    """

    def __init__(self, responses: Responses) -> None:
        application: Any = get_internal_wsgi_application()
        self._wsgi = WSGIMiddleware(application, workers=THREADS)
        self._responses = responses
        self._large_bytes = 0

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        given = requests.headers_of(scope).get(b"content-length", b"")
        length = int(given) if given.isdigit() else 0
        large = length if length > SMALL_BYTES else 0
        self._large_bytes += large
        try:
            self._check(length)
            # Django ignores a body without a length.
            body = await requests.read_body(receive) if length else b""

            async def read() -> Mapping[str, Any]:
                return {"type": "http.request", "body": body}

            await self._wsgi(_for_wsgi(scope), read, send)  # type: ignore[arg-type] # it has types of its own
        except Refused as refused:
            reason = refused.reason.encode()
            await self._responses.send(send, refused.status, reason, refused.headers, content_type=b"text/plain")
        except Disconnected:
            return
        finally:
            self._large_bytes -= large

    def _check(self, length: int) -> None:
        if length > MAX_BYTES:
            raise Refused(413, f"A request may have at most {MAX_BYTES:,} bytes.", connection="close")
        if self._large_bytes > LARGE_BYTES_MAX:
            raise Refused(503, "Too many large requests at once. Try again.", retry_after="5", connection="close")


def _for_wsgi(scope: Mapping[str, Any]) -> Mapping[str, Any]:
    """Drop headers such as X_Forwarded_Proto, which WSGI cannot tell from the one with hyphens that a proxy sets; quote
    what must not be in a query, and cannot be in that of WSGI."""
    headers = [header for header in scope["headers"] if b"_" not in header[0]]
    query = quote(scope["query_string"], safe=string.printable)
    return {**scope, "headers": headers, "query_string": query.encode()}
