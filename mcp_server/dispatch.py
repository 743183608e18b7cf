"""Runs tool calls, whichever transport they came by: limits, deadlines, errors, log and metrics are the same."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from mcp_server import access
from mcp_server.admission import Admission, Gate
from mcp_server.call_log import SHOWN_CHARACTERS, CallLog
from mcp_server.error_codes import UnknownTool, unforeseen, wire_error
from mcp_server.rate_limits import RateLimiter
from mcp_server.readiness import Readiness
from mcp_server.registry import Tool
from memories import errors, provenance

logger = logging.getLogger(__name__)


UNNAMED = "unnamed client"  # over HTTP without tokens, where a request need not say who sends it


@dataclass(frozen=True, slots=True)
class Client:
    """What a client says of itself, in `initialize` or in the request; empty if it says nothing."""

    name: str = ""
    version: str = ""


class Dispatcher:
    """Runs the tools of one server.

    Args:
        tools: the tools by name.
        gate: waits while the client does not read, so that unread responses do not pile up in memory.
    """

    def __init__(self, tools: Mapping[str, Tool], gate: Gate) -> None:
        self.readiness = Readiness()
        self._tools = tools
        self._reading = {name: tool for name, tool in tools.items() if tool.read_only}
        self._admission = Admission(gate)
        self._rate_limiter = RateLimiter()
        self._call_log = CallLog()

    @property
    def tools(self) -> Mapping[str, Tool]:
        """The tools that the current caller may use, by name."""
        return self._tools if access.current().may_write else self._reading

    async def call(self, name: str, arguments: dict[str, Any], client: Client, request_id: object) -> dict[str, Any]:
        """Call a tool and return its result.

        Raises:
            MCPError: the call failed; it has the code and the data for the client.
        """
        caller, tool = access.current(), self.tools.get(name)
        name = tool.name if tool is not None else ascii(name)[:SHOWN_CHARACTERS]
        try:
            with self._call_log.started(name, tool, request_id, caller.name) as call:
                if tool is None:
                    message = f"There is no tool {name}. The tools are: {', '.join(self.tools)}."
                    raise UnknownTool(message, field="name")
                with provenance.acting_as(_actor(caller, client)):
                    result = await self._run(tool, arguments, caller.name or client.name)
                call.succeeded(result)
        except errors.StorageError as error:
            raise wire_error(error) from error
        except Exception as error:
            logger.exception("%s failed", name)
            raise unforeseen() from error
        return result

    async def _run(self, tool: Tool, given: dict[str, Any], counted_as: str) -> dict[str, Any]:
        arguments = tool.read(given)
        await self._rate_limiter.count(counted_as, tool)
        may_have_changed = False
        try:
            async with asyncio.timeout(settings.MCP_TIMEOUT), self._admission:
                await self.readiness.wait()
                may_have_changed = not tool.read_only
                return await tool.call(**arguments)
        except errors.UnreachableError as error:
            self.readiness.lost()
            if isinstance(error, errors.UnknownOutcomeError):
                raise errors.UnknownOutcomeError(f"{error.message} {_unknown(tool)}") from error
            raise
        except TimeoutError:
            late = f"{tool.name} took longer than {settings.MCP_TIMEOUT:g} seconds and was cancelled."
            if not may_have_changed:
                raise errors.CallTimeoutError(f"{late} Narrow the call, or raise MCP_TIMEOUT.") from None
            raise errors.CallTimeoutError(f"{late} {_unknown(tool)}", outcome="unknown") from None


def _unknown(tool: Tool) -> str:
    return f"Whether it took effect is unknown. {tool.how_to_check}"


def _actor(caller: access.Caller, client: Client) -> str:
    """Return who calls: the token's name, then the client's name and version, as far as they are known."""
    if not caller.name:
        return provenance.client(client.name, client.version) or UNNAMED
    return provenance.client(f"{caller.name}, {client.name}" if client.name else caller.name, client.version)
