"""`manage.py mcp_serve`: runs the MCP server on stdin and stdout."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from memories import projects

logger = logging.getLogger("mcp_server")


class Command(BaseCommand):
    help = "Serve memories to an AI agent over MCP on stdin and stdout. On a terminal, print a client's configuration."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--config", action="store_true", help="Print the configuration for an MCP client, and exit."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["config"]:
            self.stdout.write(client_configuration())
            return
        # Claimed before the other imports, whose output must not reach the client.
        from mcp_server.transport import claim_stdio

        source, sink = claim_stdio()
        if os.isatty(source):
            sys.stderr.write("Serving on this terminal; press Ctrl-D to stop. Configuration for your MCP client:\n")
            sys.stderr.write(client_configuration() + "\n")
        kind = "the embedded PostgreSQL" if settings.EMBEDDED_DATABASE else "the PostgreSQL of DATABASE_URL"
        scope = projects.configured()
        logger.info(
            "Codex Memory %s started with %s, %s",
            settings.VERSION,
            kind,
            f"project {scope.own}" if scope.own else "no project",
        )
        projects.use(scope)
        with asyncio.Runner(loop_factory=_event_loop()) as runner:
            runner.run(serve(source, sink))


async def serve(source: int, sink: int) -> None:
    """Create a server and serve one connection until its input ends."""
    from mcp_server.server import MemoryServer
    from mcp_server.tools import TOOLS
    from mcp_server.transport import StdioTransport
    from memories import cache, maintenance
    from memories.db import pool
    from memories.observability.tracing import Tracing

    transport, tracing = StdioTransport(source, sink), Tracing()
    server = MemoryServer(TOOLS, transport.drained, traced=tracing.start())
    await transport.open()
    try:
        await server.protocol.run(transport, transport, server.protocol.create_initialization_options())
    finally:
        await transport.flush()
        await cache.stop_listening()
        await maintenance.stop()
        await pool.close_pool()
        tracing.stop()


def client_configuration() -> str:
    """Return the JSON for an MCP client's configuration that starts this installation."""
    program = os.path.abspath(sys.argv[0])
    if os.access(program, os.X_OK) and not program.endswith(".py"):
        command = {"command": program, "args": ["mcp_serve"]}
    else:
        command = {"command": sys.executable, "args": [program, "mcp_serve"]}
    return json.dumps({"mcpServers": {"codex-memory": command}}, indent=2)


def _event_loop() -> Any:
    """Return uvloop's factory if installed (a quarter faster), or None for asyncio's own loop."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
