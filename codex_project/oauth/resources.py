"""The resource that tokens are for (RFC 8707): the address of `/mcp`."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import validate_host

from codex_project import resource_metadata

PATH = "/mcp"
_DEFAULT_PORTS = {"http": 80, "https": 443}


def address(request: HttpRequest) -> str:
    """Return the address of `/mcp`, as clients must name it."""
    return f"{resource_metadata.public_url(request)}{PATH}"


def are_ours(resources: Iterable[str]) -> bool:
    """Whether a token for these resources is for `/mcp` of this server and for nothing else."""
    named = list(resources)
    return bool(named) and all(map(_is_ours, named))


def _is_ours(resource: str) -> bool:
    parts = _parts(resource)
    if parts is None:
        return False
    if settings.PUBLIC_URL:
        return parts == _parts(f"{settings.PUBLIC_URL}{PATH}")
    # The port is not known: gunicorn and the HTTP server may each have one.
    scheme, host, _, path = parts
    return scheme in _DEFAULT_PORTS and path == PATH and validate_host(_bracketed(host), settings.ALLOWED_HOSTS)


def _parts(resource: str) -> tuple[str, str, int | None, str] | None:
    """Return scheme, host, port and path of an address; None if it has anything else, or is none."""
    try:
        url = urlsplit(resource)
        port = url.port
    except ValueError:
        return None
    if not url.hostname or "@" in url.netloc or "?" in resource or "#" in resource:
        return None
    return url.scheme, url.hostname, port or _DEFAULT_PORTS.get(url.scheme), url.path.rstrip("/")


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
