"""Types of variables that need more than pydantic's own."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlsplit

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


CommaSeparated = Annotated[tuple[str, ...], BeforeValidator(_split), NoDecode]
CallsPerMinute = Annotated[int | None, BeforeValidator(_off_is_none), NoDecode]
Origin = Annotated[str, AfterValidator(_origin)]
