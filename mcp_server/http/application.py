"""The ASGI application of the HTTP server: /mcp, and Django for all other paths."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from mcp_server import access
from mcp_server.dispatch import Dispatcher
from mcp_server.http.endpoint import Endpoint
from mcp_server.http.requests import Receive
from mcp_server.http.responses import Responses, Send
from mcp_server.http.web import Web
from mcp_server.tools import TOOLS
from memories import projects
from memories.observability.tracing import Tracing

logger = logging.getLogger(__name__)

PATH = "/mcp"
FAREWELL_SECONDS = 3.0  # for calls that are cancelled in the end to say so


class Application:
    """Answers requests; starts and stops what they use in the events of ASGI's lifespan protocol.

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
        self._web = Web(responses)
        self._running: set[asyncio.Task[Any]] = set()

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["path"] == PATH:
            task = asyncio.current_task()
            assert task is not None
            self._running.add(task)
            try:
                await self._mcp(scope, receive, send)
            finally:
                self._running.discard(task)
        else:
            await self._web(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._dispatcher.readiness.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        if self._running:  # cancelled by uvicorn, they still answer
            await asyncio.wait(self._running, timeout=FAREWELL_SECONDS)
        await self._dispatcher.readiness.stop()
        self._tracing.stop()
        await send({"type": "lifespan.shutdown.complete"})
