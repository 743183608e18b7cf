"""The ASGI application of the HTTP server: /mcp, and Django for all other paths."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from django.utils.module_loading import import_string

from mcp_server import access
from mcp_server.dispatch import Dispatcher
from mcp_server.http.endpoint import Endpoint
from mcp_server.http.requests import Receive
from mcp_server.http.responses import Responses, Send
from mcp_server.tools import TOOLS
from memories import cache, maintenance, projects
from memories.db import pool
from memories.observability.tracing import Tracing

logger = logging.getLogger(__name__)

PATH = "/mcp"
WEB_THREADS = 8


class Application:
    """Answers requests; starts and stops what they use in the events of ASGI's lifespan protocol.

    Django runs as a WSGI application in threads, with the middleware that it has under gunicorn. As an ASGI application
    it would change between threads and the event loop for each middleware.

    Args:
        needs_token: whether requests to /mcp need a bearer token.
    """

    def __init__(self, *, needs_token: bool) -> None:
        responses, scope = Responses(), projects.configured()
        self._tracing = Tracing()
        self._dispatcher = Dispatcher(TOOLS, responses.gate)
        backends = [import_string(path) for path in settings.ACCESS_BACKENDS]
        self._mcp = Endpoint(
            self._dispatcher,
            responses,
            authenticator=access.Authenticator(backends, self._dispatcher.readiness.wait, scope)
            if needs_token
            else None,
            everybody=access.Caller(scope=scope),
            traced=self._tracing.start(),
        )
        web: Any = get_internal_wsgi_application()
        self._web: Callable[..., Any] = WSGIMiddleware(web, workers=WEB_THREADS)

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["path"] == PATH:
            await self._mcp(scope, receive, send)
        else:
            await self._web(_without_underscores(scope), receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._dispatcher.readiness.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await cache.stop_listening()
        await maintenance.stop()
        await pool.close_pool()
        self._tracing.stop()
        await send({"type": "lifespan.shutdown.complete"})


def _without_underscores(scope: Mapping[str, Any]) -> Mapping[str, Any]:
    """Drop headers such as X_Forwarded_Proto, which WSGI cannot tell from the one with hyphens that a proxy sets."""
    return {**scope, "headers": [header for header in scope["headers"] if b"_" not in header[0]]}
