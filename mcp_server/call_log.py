"""Records each tool call in the metrics, the log and the slow calls, but never arguments or results."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from mcp_server.registry import Tool
from memories import errors
from memories.db import pool
from memories.observability import log_lines
from memories.observability.metrics import metrics
from memories.observability.slow_calls import SlowCallRecorder

logger = logging.getLogger("mcp_server.calls")

SHOWN_CHARACTERS = 80  # of a name or a request id chosen by the client


class CallLog:
    """Records the calls of one server."""

    def __init__(self) -> None:
        self._slow_calls = SlowCallRecorder()

    def started(self, name: str, tool: Tool | None, request_id: object, token: str = "") -> Call:
        """Start a call; use it in a `with` statement, which records its end.

        Args:
            tool: None for an unknown name.
            token: the name of the caller's token; empty without one.
        """
        return Call(self, name, tool, request_id, token)

    def finished(self, call: Call, outcome: str, status: str, seconds: float) -> None:
        # Unknown tools are not counted, or clients could create any number of series.
        if call.tool is not None and metrics.enabled:
            metrics.observe_call(call.tool.operation, status, seconds)
            if call.token:
                metrics.observe_token(call.token, status)
            metrics.observe_connections(*pool.usage())
            self._slow_calls.observe(call.tool.operation, outcome, seconds)
        if logger.isEnabledFor(logging.INFO):
            _log(call, outcome, seconds * 1000)


class Call:
    """A call in progress: a context manager that records the call on exit, whatever the outcome."""

    __slots__ = ("_log", "_started", "message", "name", "request_id", "token", "tool")

    def __init__(self, log: CallLog, name: str, tool: Tool | None, request_id: object, token: str) -> None:
        self.name, self.tool, self.request_id, self.token = name, tool, request_id, token
        self.message = ""
        self._log = log
        self._started = time.perf_counter()

    def succeeded(self, result: dict[str, Any]) -> None:
        """Fill in the tool's success message from the result."""
        if self.tool is not None and self.tool.success_message:
            self.message = f"{self.tool.success_message.format_map(result)}, "

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        seconds = time.perf_counter() - self._started
        self._log.finished(self, *_outcome(error), seconds)


def _outcome(error: BaseException | None) -> tuple[str, str]:
    """Return the outcome for the log and the status for the metrics."""
    if error is None:
        return "ok", "success"
    if isinstance(error, errors.StorageError):
        return error.kind, "error"
    if isinstance(error, Exception):
        return "Unforeseen", "error"
    return "Cancelled", "cancelled"


def _log(call: Call, outcome: str, milliseconds: float) -> None:
    # A client's id may contain line breaks and be as long as a request.
    request = call.request_id if isinstance(call.request_id, int) else ascii(call.request_id)[:SHOWN_CHARACTERS]
    message = f"{call.message}{call.name}: {outcome} in {milliseconds:.2f} ms, request {request}"
    if call.token:
        message += f", token {call.token}"
    if (formatter := log_lines.sole_formatter(logger)) is not None:
        with suppress(OSError):
            log_lines.write(formatter.line("INFO", logger.name, message))
        return
    extra = {"tool": call.name, "outcome": outcome, "milliseconds": round(milliseconds, 2), "request": request}
    if call.token:
        extra["token"] = call.token
    logger.info(message, extra=extra)
