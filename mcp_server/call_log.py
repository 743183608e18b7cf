"""One line and one count a call: the tool, what came of it, how long it took, the request's id. Never what was said."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from mcp_server.registry import TOOLS
from memories import errors, pool
from memories.observability import log_lines
from memories.observability.metrics import metrics
from memories.observability.slow_calls import SlowCallRecorder

logger = logging.getLogger("mcp_server.calls")

OPERATIONS = {
    "store_memory": "store",
    "get_memory": "get",
    "search_memories": "search",
    "delete_memory": "delete",
    "get_statistics": "statistics",
}
SLOW_CALLS = SlowCallRecorder()
SHOWN_CHARACTERS = 80  # of an id or a name that the client chose


@dataclass(slots=True)
class Call:
    """A call under way; whoever knows better may set its `outcome`, and `detail`, which begins the line."""

    outcome: str = "ok"
    detail: str = ""
    status: str = "success"


@contextmanager
def logged(tool: str, request_id: object) -> Iterator[Call]:
    """Log a call when it is over, however it ends."""
    call = Call()
    started = time.perf_counter()
    try:
        yield call
    except errors.StorageError as error:
        call.outcome, call.status = error.kind, "error"
        raise
    except Exception:
        call.outcome, call.status = "Unforeseen", "error"
        raise
    except BaseException:
        call.outcome, call.status = "Cancelled", "cancelled"
        raise
    finally:
        seconds = time.perf_counter() - started
        if metrics.enabled and tool in TOOLS:  # a client's own inventions would be series without end
            operation = OPERATIONS.get(tool, tool)
            metrics.observe_call(operation, call.status, seconds)
            metrics.observe_connections(*pool.usage())
            SLOW_CALLS.observe(operation, call.outcome, seconds)
        if logger.isEnabledFor(logging.INFO):
            # A client's own id may hold line breaks, and be as long as a line may be.
            request = request_id if isinstance(request_id, int) else ascii(request_id)[:SHOWN_CHARACTERS]
            _log(call, tool, seconds * 1000, request)


def _log(call: Call, tool: str, milliseconds: float, request: object) -> None:
    message = f"{call.detail}{tool}: {call.outcome} in {milliseconds:.2f} ms, request {request}"
    if (formatter := log_lines.sole_formatter(logger)) is not None:
        # Half of what the line costs a call is making a record, which then only becomes this.
        with suppress(OSError):
            log_lines.write(formatter.line("INFO", logger.name, message))
        return
    extra = {"tool": tool, "outcome": call.outcome, "milliseconds": round(milliseconds, 2), "request": request}
    logger.info(message, extra=extra)
