"""/mcp: MCP over streamable HTTP, stateless, each answer one JSON object (MCP specification, "Transports").

One endpoint serves both eras of the protocol. Up to 2025-11-25 the header MCP-Protocol-Version alone selects the
version; from 2026-07-28 on each request also carries it, with the client's name and capabilities, in `params._meta`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

from mcp.shared.exceptions import MCPError
from mcp.shared.inbound import (
    ERROR_CODE_HTTP_STATUS,
    InboundLadderRejection,
    InboundModernRoute,
    classify_inbound_request,
)
from mcp_types import UNSUPPORTED_PROTOCOL_VERSION
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS, KNOWN_PROTOCOL_VERSIONS, MODERN_PROTOCOL_VERSIONS

from mcp_server import access, encoding, messages
from mcp_server.dispatch import Client, Dispatcher
from mcp_server.error_codes import unforeseen, wire_error
from mcp_server.http import exchange, requests
from mcp_server.http.disconnection import CancelledWithClient
from mcp_server.http.requests import Disconnected, Headers, Receive, Refused
from mcp_server.http.responses import Header, Responses, Send
from mcp_server.messages import InvalidMessage, Message
from mcp_server.server import MemoryServer, answer
from memories.errors import StorageError

logger = logging.getLogger(__name__)

ASSUMED_VERSION = "2025-03-26"  # without the header (MCP specification 2025-06-18, "Protocol Version Header")
# Errors of a request that is none have a status of their own in every version.
_STATUS_OF_OLD_VERSIONS = {messages.PARSE_ERROR: 400, messages.INVALID_REQUEST: 400, UNSUPPORTED_PROTOCOL_VERSION: 400}

_STOPPED_REASON = "The server was stopped before the call ended. Call again; a store that took place answers -32002."
_STOPPED = {
    "jsonrpc": "2.0",
    "id": None,
    "error": {
        "code": -32603,
        "message": _STOPPED_REASON,
        "data": {"type": "StorageError::Database", "details": _STOPPED_REASON, "outcome": "unknown"},
    },
}

Answer = tuple[int, bytes, list[Header]]  # status, body, headers


class Endpoint:
    """Answers the requests to /mcp.

    Args:
        authenticator: checks tokens; without one, everybody is `everybody`.
        everybody: the caller of requests that need no token.
        traced: whether each message becomes an OpenTelemetry span.
    """

    def __init__(
        self,
        dispatcher: Dispatcher,
        responses: Responses,
        *,
        authenticator: access.Authenticator | None,
        everybody: access.Caller,
        traced: bool = False,
    ) -> None:
        self._dispatcher, self._responses = dispatcher, responses
        self._authenticator, self._everybody = authenticator, everybody
        self._server = MemoryServer(dispatcher, traced=traced).protocol
        self._traced = traced

    async def __call__(self, scope: Mapping[str, Any], receive: Receive, send: Send) -> None:
        try:
            status, body, headers = await self._answer(scope, receive)
            if status == 200 and not headers:
                await self._responses.succeed(scope, send, body)
            else:
                await self._responses.send(send, status, body, headers)
        except Disconnected:
            return  # nobody reads the answer
        except asyncio.CancelledError:  # by uvicorn, which cancels what still runs when it ends
            await self._responses.send(send, 503, encoding.dumps(_STOPPED), [(b"connection", b"close")])

    async def _answer(self, scope: Mapping[str, Any], receive: Receive) -> Answer:
        try:
            headers = requests.headers_of(scope)
            requests.check_address(headers)
            caller = await self._caller(scope, headers)
            requests.check_method(scope, headers)
            message = messages.read(await requests.read_body(receive))
        except Refused as refused:
            answer = refused.answer
            return refused.status, b"" if answer is None else encoding.dumps(answer), refused.headers
        except InvalidMessage as error:
            return 400, encoding.dumps(error.answer), []
        try:
            if message is None or message.id is None:
                _version(headers)
                return 202, b"", []  # nothing that a client notifies of concerns a server without sessions
            _choose_project(caller, headers)
            envelope = _envelope(message, headers)
            result = await self._result(message, envelope, receive)
        except MCPError as error:
            statuses = ERROR_CODE_HTTP_STATUS if _is_modern(headers) else _STATUS_OF_OLD_VERSIONS
            status = statuses.get(error.error.code, 200)
            shown = error.error.model_dump(exclude_none=True)
            identifier = None if message is None else message.id
            return status, encoding.dumps({"jsonrpc": "2.0", "id": identifier, "error": shown}), []
        return 200, encoding.dumps({"jsonrpc": "2.0", "id": message.id, "result": result}), []

    async def _caller(self, scope: Mapping[str, Any], headers: Headers) -> access.Caller:
        if self._authenticator is None:
            return self._everybody
        return await requests.caller_of(scope, headers, self._authenticator)

    async def _result(self, message: Message, envelope: InboundModernRoute, receive: Receive) -> dict[str, Any]:
        """Answer a request.

        Raises:
            MCPError: it failed.
            Disconnected: the client has gone, and nothing was to be changed.
        """
        with nullcontext() if self._changes_something(message) else CancelledWithClient(receive):
            client = None if self._traced else _plain_call(message, envelope)
            try:
                if client is None:
                    return await exchange.serve(self._server, message, envelope)
                assert message.params is not None
                name, arguments = message.params["name"], message.params.get("arguments") or {}
                text = encoding.dumps(await self._dispatcher.call(name, arguments, client, message.id)).decode()
            except MCPError:
                raise
            except Exception as error:
                logger.exception("%s failed", ascii(message.method)[:80])
                raise unforeseen() from error
            result = answer(text, envelope.protocol_version)
            if "structuredContent" in result:
                result["structuredContent"] = encoding.Written(text)
            return result

    def _changes_something(self, message: Message) -> bool:
        """Whether the request calls a tool that changes something, which it then finishes, whoever listens."""
        name = (message.params or {}).get("name") if message.method == "tools/call" else None
        tool = self._dispatcher.tools.get(name) if isinstance(name, str) else None
        return tool is not None and not tool.read_only


def _choose_project(caller: access.Caller, headers: Headers) -> None:
    """Make the project of the header X-Codex-Project the caller's own.

    Raises:
        MCPError: the caller may not use it.
    """
    project = headers.get(b"x-codex-project", b"").strip().decode("latin-1")
    try:
        access.use(caller.within(project) if project else caller)
    except StorageError as error:
        raise wire_error(error) from error


def _is_modern(headers: Headers) -> bool:
    return headers.get(b"mcp-protocol-version", b"").decode("latin-1") in MODERN_PROTOCOL_VERSIONS


def _envelope(message: Message, headers: Headers) -> InboundModernRoute:
    """Return the version that a request is answered in, and what it says of its client.

    Raises:
        MCPError: the version is unknown, or the headers contradict the body.
    """
    negotiates = message.method == "initialize" and "protocolVersion" in (message.params or {})
    if negotiates or (message.method == "initialize" and not _is_modern(headers)):
        return InboundModernRoute(ASSUMED_VERSION, None, None)
    version = _version(headers)
    if version in HANDSHAKE_PROTOCOL_VERSIONS:
        return InboundModernRoute(version, None, None)
    named = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers.items()}
    found = classify_inbound_request({"method": message.method, "params": message.params}, headers=named)
    if isinstance(found, InboundLadderRejection):
        raise _refusal(found.code, f"{found.message.rstrip('.')}.", **(found.data or {}))
    return found


def _version(headers: Headers) -> str:
    """The version that the header selects.

    Raises:
        MCPError: it is unknown.
    """
    version = headers.get(b"mcp-protocol-version", ASSUMED_VERSION.encode()).decode("latin-1")
    if version not in KNOWN_PROTOCOL_VERSIONS:
        supported = list(KNOWN_PROTOCOL_VERSIONS)
        reason = f"The protocol version {ascii(version)[:40]} is not supported. Supported are {', '.join(supported)}."
        raise _refusal(UNSUPPORTED_PROTOCOL_VERSION, reason, supported=supported, requested=version[:40])
    return version


def _refusal(code: int, reason: str, **data: Any) -> MCPError:
    return MCPError(code=code, message=reason, data={"type": "StorageError::Validation", "details": reason, **data})


def _plain_call(message: Message, envelope: InboundModernRoute) -> Client | None:
    """The client of a tool call that needs nothing of the SDK; None for any other request, which the SDK validates."""
    params = message.params
    if message.method != "tools/call" or params is None or not params.keys() <= {"name", "arguments", "_meta"}:
        return None
    meta, arguments = params.get("_meta"), params.get("arguments")
    if not isinstance(params.get("name"), str) or not isinstance(arguments, dict | None):
        return None
    if meta is not None and (not isinstance(meta, dict) or not isinstance(meta.get("progressToken", ""), str | int)):
        return None
    return _plain_client(envelope)


def _plain_client(envelope: InboundModernRoute) -> Client | None:
    """Who the client says it is; None if the SDK should validate it."""
    info, capabilities = envelope.client_info, envelope.client_capabilities
    if capabilities is not None and capabilities != {}:
        return None
    if info is None:
        return Client()
    if not isinstance(info, dict) or info.keys() != {"name", "version"}:
        return None
    name, version = info["name"], info["version"]
    return Client(name, version) if isinstance(name, str) and isinstance(version, str) else None
