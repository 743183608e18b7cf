"""What can go wrong in storing and finding (specification, "Error Types").

Raised by the storage, translated to the wire in one place, `mcp_server.error_codes`. The message tells an agent what
to do next; it never carries SQL, a path, a password or another program's words.
"""

from typing import Any


class StorageError(Exception):
    """The base of all errors below; `kind` is the variant's name in the specification.

    Args:
        message: one sentence that tells what to do next.
        data: facts for programs, such as `field`, `limit`, `actual`, `existing_id` or `retry_after`.
    """

    kind = "Database"

    def __init__(self, message: str, **data: Any) -> None:
        super().__init__(message)
        self.message = message
        self.data = data


class DatabaseError(StorageError):
    """The database cannot be reached, is not migrated, or refused a statement."""


class UnreachableError(DatabaseError):
    """The database does not answer at all."""


class ValidationError(StorageError):
    """A value of the right type breaks a rule: alphabet, range, dimension, an unknown choice."""

    kind = "Validation"


class NotFoundError(StorageError):
    """The memory named does not exist."""

    kind = "NotFound"


class DuplicateError(StorageError):
    """A memory with this content exists already."""

    kind = "Duplicate"


class SizeLimitError(StorageError):
    """A value is larger than its limit."""

    kind = "SizeLimit"


class RateLimitError(StorageError):
    """Too many calls of one tool within a minute."""

    kind = "RateLimited"


class PoolExhaustedError(StorageError):
    """No database connection became free within ACQUIRE_TIMEOUT."""

    kind = "PoolExhausted"


class CallTimeoutError(StorageError):
    """A call took longer than MCP_TIMEOUT."""

    kind = "Timeout"


class PatternAnalysisError(StorageError):
    """The source could not be analysed."""

    kind = "PatternAnalysis"
