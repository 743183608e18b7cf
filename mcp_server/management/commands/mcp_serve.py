"""`manage.py mcp_serve`: runs the MCP server, on stdin and stdout or over HTTP."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mcp_server.clients.client import NAME, StdioServer, command_entry
from mcp_server.clients.launching import program
from memories import projects

logger = logging.getLogger("mcp_server")

WORKERS_MAX = 64


class Command(BaseCommand):
    help = (
        "Serve memories to AI agents over MCP: to one on stdin and stdout, or to many over HTTP. "
        "On a terminal, print a client's configuration."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--config", action="store_true", help="Print the configuration for an MCP client, and exit."
        )
        parser.add_argument(
            "--http",
            metavar="[HOST:]PORT",
            help="Serve MCP over HTTP at /mcp, and the web side at all other paths. Default host: 127.0.0.1.",
        )
        parser.add_argument(
            "--workers", type=int, default=1, metavar="N", help="Processes that serve HTTP. Default: 1."
        )
        parser.add_argument("--no-auth", action="store_true", help="Ask for no tokens; on a loopback address only.")
        parser.add_argument(
            "--no-embedded",
            action="store_true",
            help="Use no embedded PostgreSQL: refuse to start without DATABASE_URL.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["config"]:
            self.stdout.write(client_configuration())
            return
        if options["no_embedded"] and settings.EMBEDDED_DATABASE:
            raise CommandError("DATABASE_URL is not set where this server was started. Set it, or connect again.")
        if options["http"] is not None:
            serve_http(options["http"], options["workers"], needs_token=not options["no_auth"])
            return
        if options["workers"] != 1 or options["no_auth"]:
            raise CommandError("--workers and --no-auth belong to --http.")
        # Claimed before the other imports, whose output must not reach the client.
        from mcp_server.stdio import claim_stdio

        source, sink = claim_stdio()
        if os.isatty(source):
            sys.stderr.write("Serving on this terminal; press Ctrl-D to stop. Configuration for your MCP client:\n")
            sys.stderr.write(client_configuration() + "\n")
        scope = projects.configured()
        _log_start(scope)
        projects.use(scope)
        with asyncio.Runner(loop_factory=_event_loop()) as runner:
            runner.run(serve(source, sink))


async def serve(source: int, sink: int) -> None:
    """Create a server and serve one connection until its input ends."""
    from mcp_server.dispatch import Dispatcher
    from mcp_server.server import MemoryServer
    from mcp_server.stdio import StdioTransport
    from mcp_server.tools import TOOLS
    from memories.observability.tracing import Tracing

    transport, tracing = StdioTransport(source, sink), Tracing()
    dispatcher = Dispatcher(TOOLS, transport.drained)
    server = MemoryServer(dispatcher, traced=tracing.start())
    await transport.open()
    try:
        await server.protocol.run(transport, transport, server.protocol.create_initialization_options())
    finally:
        await transport.flush()
        await dispatcher.readiness.stop()
        tracing.stop()


def serve_http(where: str, workers: int, *, needs_token: bool) -> None:
    """Serve over HTTP until a signal ends it.

    Raises:
        CommandError: the address cannot be used, or it is not safe to.
    """
    from mcp_server.http import running

    if not 1 <= workers <= WORKERS_MAX:
        raise CommandError(f"--workers must be between 1 and {WORKERS_MAX}.")
    try:
        address = running.parse_address(where)
        if not address.is_loopback and not needs_token:
            raise CommandError("--no-auth is allowed on a loopback address only, such as 127.0.0.1.")
        if not address.is_loopback and not settings.TRUST_PROXY:
            raise CommandError(
                f"Serving on {address.host} needs TRUST_PROXY=true and a proxy in front that speaks TLS, because this "
                "server does not."
            )
        listener = running.listen(address)
    except running.AddressError as error:
        raise CommandError(str(error)) from None
    _log_start(projects.configured())
    bound = running.Address(address.host, listener.getsockname()[1])
    if not needs_token:
        logger.warning("Every program on this machine may use the memories, because of --no-auth.")

    def announce() -> None:
        logger.info("Serving MCP on http://%s/mcp and the admin on http://%s/admin/", bound, bound)

    running.run(listener, workers=workers, needs_token=needs_token, on_start=announce)


def _log_start(scope: projects.Scope) -> None:
    logger.info(
        "Codex Memory %s started with %s, %s",
        settings.VERSION,
        "the embedded PostgreSQL" if settings.EMBEDDED_DATABASE else "the PostgreSQL of DATABASE_URL",
        f"project {scope.own}" if scope.own else "no project",
    )


def client_configuration() -> str:
    """Return the JSON for an MCP client's configuration that starts this installation."""
    entry = command_entry(StdioServer(command=(*program(), "mcp_serve")), None)
    return json.dumps({"mcpServers": {NAME: entry}}, indent=2)


def _event_loop() -> Any:
    """Return uvloop's factory if installed (a quarter faster), or None for asyncio's own loop."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
