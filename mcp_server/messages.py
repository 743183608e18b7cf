"""Reads JSON-RPC messages strictly (JSON-RPC 2.0; MCP specification, "Base Protocol")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from mcp_server import encoding

MAX_BYTES = 16 * 1024 * 1024
SCANNED_BYTES = 64 * 1024  # at the beginning of a text that cannot be parsed, to find the id for the error
PARSE_ERROR, INVALID_REQUEST = -32700, -32600

Id = str | int


class InvalidMessage(Exception):
    """The text is no request and no notification.

    Args:
        code: PARSE_ERROR or INVALID_REQUEST.
        reason: a sentence for the client.
        id: that of the request, if it can be read.
    """

    def __init__(self, code: int, reason: str, id: Id | None = None) -> None:  # noqa: A002 - JSON-RPC's name
        super().__init__(reason)
        self.code, self.reason, self.id = code, reason, id

    @property
    def answer(self) -> dict[str, Any]:
        """The JSON-RPC response."""
        data = {"type": "StorageError::Validation", "details": self.reason}
        return {"jsonrpc": "2.0", "id": self.id, "error": {"code": self.code, "message": self.reason, "data": data}}


@dataclass(frozen=True, slots=True)
class Message:
    """A request, or a notification if `id` is None."""

    id: Id | None
    method: str
    params: dict[str, Any] | None


def read(text: bytes) -> Message | None:
    """Parse one message; None for a response, which this server ignores, as it sends no requests.

    Raises:
        InvalidMessage: it is none.
    """
    try:
        message = encoding.loads(text)
    except encoding.NotJSON as error:
        reason = f"Parse error: {error}. Send one JSON object as a message."
        raise InvalidMessage(PARSE_ERROR, reason, recover_id(text)) from None
    if not isinstance(message, dict):
        raise _invalid("send one JSON object as a message; batches are not supported")
    if "method" not in message and ("result" in message or "error" in message):
        return None
    identifier, method, params = message.get("id"), message.get("method"), message.get("params")
    if "id" in message and (isinstance(identifier, bool) or not isinstance(identifier, str | int)):
        raise _invalid("id must be a string or an integer")
    if message.get("jsonrpc") != "2.0":
        raise _invalid('jsonrpc must be "2.0"', identifier)
    if not isinstance(method, str):
        raise _invalid("method must be a string", identifier)
    if params is not None and not isinstance(params, dict):
        raise _invalid("params must be an object", identifier)
    return Message(identifier, method, params)


def _invalid(what: str, id: Id | None = None) -> InvalidMessage:  # noqa: A002
    return InvalidMessage(INVALID_REQUEST, f"Invalid request: {what}.", id)


_STRING = rb'"(?:[^"\\]|\\.)*"'
_ID_AT_END = re.compile(rb'"id"\s*:\s*(' + _STRING + rb'|-?\d{1,18})\s*(?:,\s*"jsonrpc"\s*:\s*"2\.0"\s*)?\}\s*\Z')
_TOKEN = re.compile(_STRING + rb"|[\[{\]}]|-?\d+", re.DOTALL)


def recover_id(text: bytes) -> Id | None:
    """Find the outermost member `id` of a request that cannot be parsed, or None.

    The first SCANNED_BYTES are scanned, then the end of the text, where some clients put the id.
    """
    depth, key = 0, b""
    for match in _TOKEN.finditer(text, 0, min(len(text), SCANNED_BYTES)):
        token = match.group()
        if token in b"[{":
            depth, key = depth + 1, b""
        elif token in b"]}":
            depth, key = depth - 1, b""
        elif depth == 1 and key == b'"id"':
            return _id(token)
        else:
            key = token if text[match.end() : match.end() + 8].lstrip()[:1] == b":" else b""
    found = _ID_AT_END.search(text, max(0, len(text) - 1024))
    return _id(found.group(1)) if found else None


def _id(token: bytes) -> Id | None:
    try:
        value = encoding.loads(token)
    except encoding.NotJSON:
        return None
    return value if isinstance(value, str | int) else None
