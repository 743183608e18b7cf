"""The errors of the storage (specification, "Error Types").

`mcp_server.error_codes` converts them for the wire. Messages tell an agent what to do next, and never contain SQL,
paths, passwords or another program's messages.
"""

from typing import Any


class StorageError(Exception):
    """The base class; `kind` is the variant's name in the specification.

    Args:
        message: one sentence that says what to do next.
        data: facts for programs, such as `field`, `limit`, `actual`, `existing_id` or `retry_after`.
    """

    kind = "Database"

    def __init__(self, message: str, **data: Any) -> None:
        super().__init__(message)
        self.message = message
        self.data = data


class DatabaseError(StorageError):
    """The database is unreachable, not migrated, or rejected a statement."""


class UnreachableError(DatabaseError):
    """The database does not respond."""


class UnknownOutcomeError(UnreachableError):
    """The connection was lost after a change was sent: it may or may not have happened."""

    def __init__(self, message: str, **data: Any) -> None:
        super().__init__(message, outcome="unknown", **data)


class ValidationError(StorageError):
    """A value of the right type is invalid: characters, range, dimensions, unknown choice."""

    kind = "Validation"


class NotFoundError(StorageError):
    """The memory does not exist."""

    kind = "NotFound"


class DuplicateError(StorageError):
    """A memory with this content already exists."""

    kind = "Duplicate"


class ConflictError(StorageError):
    """A memory was changed since the caller read it."""

    kind = "Conflict"


class SizeLimitError(StorageError):
    """A value is larger than its limit."""

    kind = "SizeLimit"


class RateLimitError(StorageError):
    """A client exceeded a rate limit."""

    kind = "RateLimited"


class PoolExhaustedError(StorageError):
    """No database connection became free within ACQUIRE_TIMEOUT."""

    kind = "PoolExhausted"


class CallTimeoutError(StorageError):
    """A call took longer than MCP_TIMEOUT."""

    kind = "Timeout"


class PatternAnalysisError(StorageError):
    """The language's grammar is not installed, or its query files are invalid."""

    kind = "PatternAnalysis"
