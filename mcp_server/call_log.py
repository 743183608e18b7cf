"""One line a call: the tool, what came of it, how long it took, and the request's id. Never what was said."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from memories import errors

logger = logging.getLogger("mcp_server.calls")

SHOWN_CHARACTERS = 80  # of an id or a name that the client chose


@dataclass(slots=True)
class Call:
    """A call under way; whoever knows better may set its `outcome`, and `detail`, which begins the line."""

    outcome: str = "ok"
    detail: str = ""


@contextmanager
def logged(tool: str, request_id: object) -> Iterator[Call]:
    """Log a call when it is over, however it ends."""
    call = Call()
    started = time.perf_counter()
    try:
        yield call
    except errors.StorageError as error:
        call.outcome = error.kind
        raise
    except Exception:
        call.outcome = "Unforeseen"
        raise
    except BaseException:
        call.outcome = "Cancelled"
        raise
    finally:
        if logger.isEnabledFor(logging.INFO):
            milliseconds = round((time.perf_counter() - started) * 1000, 2)
            # A client's own id may hold line breaks, and be as long as a line may be.
            request = request_id if isinstance(request_id, int) else ascii(request_id)[:SHOWN_CHARACTERS]
            logger.info(
                "%s%s: %s in %s ms, request %s",
                call.detail,
                tool,
                call.outcome,
                milliseconds,
                request,
                extra={"tool": tool, "outcome": call.outcome, "milliseconds": milliseconds, "request": request},
            )
