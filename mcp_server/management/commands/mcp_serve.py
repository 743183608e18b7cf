"""`manage.py mcp_serve`: the MCP server on stdin and stdout."""

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

logger = logging.getLogger("mcp_server")


class Command(BaseCommand):
    help = (
        "Serve memories to an AI agent over MCP, on stdin and stdout. Run by hand, it shows a client's configuration."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--config", action="store_true", help="Print the configuration to paste into an MCP client, and exit."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["config"]:
            self.stdout.write(client_configuration())
            return
        # Before the other imports: whatever they print must not reach the client.
        from mcp_server.transport import claim_stdio

        source, sink = claim_stdio()
        if os.isatty(source):
            sys.stderr.write("Serving on this terminal; end with Ctrl-D. Paste this into your MCP client:\n")
            sys.stderr.write(client_configuration() + "\n")
        kind = "the embedded PostgreSQL" if settings.EMBEDDED_DATABASE else "the PostgreSQL of DATABASE_URL"
        logger.info("Codex Memory %s serves from %s", settings.VERSION, kind)
        with asyncio.Runner(loop_factory=_event_loop()) as runner:
            runner.run(serve(source, sink))


async def serve(source: int, sink: int) -> None:
    """Create the parts of a server, and serve one connection until its input ends."""
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
    """The JSON entry for an MCP client's configuration that starts this installation."""
    program = os.path.abspath(sys.argv[0])
    if os.access(program, os.X_OK) and not program.endswith(".py"):
        command = {"command": program, "args": ["mcp_serve"]}
    else:
        command = {"command": sys.executable, "args": [program, "mcp_serve"]}
    return json.dumps({"mcpServers": {"codex-memory": command}}, indent=2)


def _event_loop() -> Any:
    """uvloop's, which is a quarter faster, where it is installed; None for asyncio's own."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
