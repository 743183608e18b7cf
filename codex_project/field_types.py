"""Types of variables that need more than pydantic's own."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import ProgrammingError
from pydantic import AfterValidator, BeforeValidator
from pydantic_settings import NoDecode


def _split(value: Any) -> Any:
    """Split a string such as `a, b` at its commas; return other values unchanged."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _off_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and value.strip().lower() == "off" else value


def _origin(value: str) -> str:
    """The origin of an address (RFC 6454): scheme, host and port; '' stays.

    Raises:
        ValueError: it has more than that, or is no http address.
    """
    try:
        parts = urlsplit(value)
        is_valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_valid = False
    if value and (not is_valid or parts.path not in ("", "/") or parts.query or parts.fragment or parts.username):
        raise ValueError("it must be an address without a path, such as https://memory.example.com")
    return value.rstrip("/")


def _connection_string(value: str) -> str:
    """A connection string of PostgreSQL's, as a URL; '' stays.

    Raises:
        ValueError: it is none. The parser's own message would repeat the URL, including the password.
    """
    if value and not value.startswith(("postgresql://", "postgres://")):
        raise ValueError("it must start with postgresql://")
    try:
        parameters = conninfo_to_dict(value)
        ports = [int(port) for port in str(parameters.get("port") or 5432).split(",")]
    except (ProgrammingError, ValueError):
        raise ValueError("it is not a valid connection string: postgresql://USER:PASSWORD@HOST:PORT/NAME") from None
    if not all(0 < port < 65536 for port in ports):
        raise ValueError("its port must be between 1 and 65535")
    return value


CommaSeparated = Annotated[tuple[str, ...], BeforeValidator(_split), NoDecode]
CallsPerMinute = Annotated[int | None, BeforeValidator(_off_is_none), NoDecode]
Origin = Annotated[str, AfterValidator(_origin)]
ConnectionString = Annotated[str, AfterValidator(_connection_string)]
