"""Keeps an error's message out of the traces of the SDK's own OpenTelemetry middleware: it may quote what was said."""

from __future__ import annotations

from typing import Any

from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.shared.exceptions import MCPError


class _HiddenError(MCPError):
    """Takes the place of an error while it passes the tracing."""

    def __init__(self, original: MCPError) -> None:
        super().__init__(code=original.error.code, message="")
        self.original = original


async def hide_message(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """Inside the tracing: replace an error by one that has its code only."""
    try:
        return await call_next(ctx)
    except MCPError as error:
        raise _HiddenError(error) from error


async def show_message(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """Outside the tracing: the client gets the original error."""
    try:
        return await call_next(ctx)
    except _HiddenError as hidden:
        raise hidden.original from hidden.original.__cause__
