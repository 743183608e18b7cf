"""Hands one request to the SDK's server, for everything except tool calls, which take a shorter way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import anyio
from mcp.server.connection import Connection
from mcp.server.lowlevel import Server
from mcp.server.runner import serve_one
from mcp.shared.exceptions import NoBackChannelError
from mcp.shared.inbound import InboundModernRoute
from mcp.shared.message import MessageMetadata
from mcp.shared.transport_context import TransportContext

from mcp_server.messages import Id, Message

_TRANSPORT = TransportContext(kind="streamable-http", can_send_request=False)


@dataclass
class _Exchange:
    """The SDK's view of a request whose only way back is its answer (`mcp.shared.dispatcher.DispatchContext`)."""

    request_id: Id
    transport: TransportContext = _TRANSPORT
    message_metadata: MessageMetadata = None
    cancel_requested: anyio.Event = field(default_factory=anyio.Event)
    can_send_request: bool = False

    async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: Any = None) -> dict[str, Any]:
        raise NoBackChannelError(method)

    async def notify(self, method: str, params: Mapping[str, Any] | None, opts: Any = None) -> None:
        """Send nothing: answers are single JSON objects."""

    async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None:
        """Send nothing."""


async def serve(server: Server[Any], message: Message, envelope: InboundModernRoute) -> dict[str, Any]:
    """Answer a request and return its result.

    Raises:
        MCPError: the request failed.
    """
    connection = Connection.from_envelope(envelope.protocol_version, envelope.client_info, envelope.client_capabilities)
    assert message.id is not None
    return await serve_one(
        server, _Exchange(message.id), message.method, message.params, connection=connection, lifespan_state={}
    )
