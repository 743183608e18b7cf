"""Middleware around the handlers of the SDK's server; each function does one thing."""

from __future__ import annotations

import logging
from typing import Any

import pydantic
from mcp.server.context import CallNext, HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.shared.exceptions import MCPError

from mcp_server import encoding
from mcp_server.arguments import InvalidParams
from mcp_server.error_codes import unforeseen, wire_error
from mcp_server.readiness import Readiness

logger = logging.getLogger(__name__)

Context = ServerRequestContext[Any, Any]


async def convert_sdk_errors(ctx: Context, call_next: CallNext) -> HandlerResult:
    """Give errors raised by the SDK our wording and `data`."""
    try:
        return await call_next(ctx)
    except pydantic.ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "params"
        message = f"The parameters of {ctx.method} are malformed at {where}."
        raise wire_error(InvalidParams(message, field=where)) from error
    except MCPError as error:
        if isinstance(error.error.data, dict):  # raised by this server
            raise
        if error.error.code == -32603:
            logger.error("%s: %s", ctx.method, error.error.message)
            raise unforeseen() from error
        message = {
            -32601: f"There is no method {ascii(ctx.method)[:80]}.",
            -32602: f"The parameters of {ctx.method} are malformed, or it was sent before initialize.",
        }.get(error.error.code, error.error.message)
        raise wire_error(InvalidParams(message), error.error.code) from error


def prepare_after_handshake(readiness: Readiness) -> ServerMiddleware[Any]:
    """Create middleware that starts preparing the database after `initialize`."""

    async def middleware(ctx: Context, call_next: CallNext) -> HandlerResult:
        result = await call_next(ctx)
        if ctx.method == "initialize":
            readiness.start()
        return result

    return middleware


async def reuse_text(ctx: Context, call_next: CallNext) -> HandlerResult:
    """Fill in `structuredContent` from the text, which is the same JSON.

    This happens after the SDK's validation, which would copy all values of `structuredContent`.
    """
    result = await call_next(ctx)
    if ctx.method == "tools/call" and isinstance(result, dict) and "structuredContent" in result:
        result["structuredContent"] = encoding.Written(result["content"][0]["text"])
    return result


# Spans record an error's message, which may quote stored text. The two functions below keep it out of the spans.


class _HiddenError(MCPError):
    """Replaces an error while it passes through the tracing."""

    def __init__(self, original: MCPError) -> None:
        super().__init__(code=original.error.code, message="")
        self.original = original


async def hide_message(ctx: Context, call_next: CallNext) -> HandlerResult:
    """Inside the tracing: replace an error by one with its code only."""
    try:
        return await call_next(ctx)
    except MCPError as error:
        raise _HiddenError(error) from error


async def restore_message(ctx: Context, call_next: CallNext) -> HandlerResult:
    """Outside the tracing: raise the original error again."""
    try:
        return await call_next(ctx)
    except _HiddenError as hidden:
        raise hidden.original from hidden.original.__cause__
