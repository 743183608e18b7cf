"""Maps the project's errors to the codes on the wire (specification, "Error Codes")."""

from __future__ import annotations

from mcp.shared.exceptions import MCPError

from mcp_server.arguments import InvalidParams
from memories import errors


class UnknownTool(errors.ValidationError):
    """The requested tool does not exist."""


CODES: dict[type[errors.StorageError], int] = {
    UnknownTool: -32601,
    InvalidParams: -32602,
    errors.ValidationError: -32000,
    errors.NotFoundError: -32001,
    errors.DuplicateError: -32002,
    errors.SizeLimitError: -32003,
    errors.RateLimitError: -32004,
    errors.ConflictError: -32005,
    errors.StorageError: -32603,
}


def wire_error(error: errors.StorageError, code: int | None = None) -> MCPError:
    """Convert an error for the client. The default `code` is that of the nearest class in CODES."""
    if code is None:
        code = next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)
    data = {"type": f"StorageError::{error.kind}", "details": error.message, **error.data}
    return MCPError(code=code, message=error.message, data=data)


def unforeseen() -> MCPError:
    """Create the error for an unexpected exception, whose details go to the log only."""
    return wire_error(errors.DatabaseError("The call failed unexpectedly; see the server's log. Call again later."))
