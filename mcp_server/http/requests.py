"""Checks a request to /mcp before its body is parsed (docs/decisions/http.md).

The order is that of the statuses: 421 Misdirected Request, 403 Forbidden, 401 Unauthorized, 405 Method Not Allowed,
413 Content Too Large, then 400 and its relatives 406, 408 and 415.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from mcp_server.access import Authenticator, Caller
from mcp_server.messages import INVALID_REQUEST, MAX_BYTES, InvalidMessage
from memories.errors import StorageError

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
ADDRESS_MAX_BYTES = 300  # of a host or an origin; what is longer is cut, and so is none of ours
BODY_SECONDS = 60.0  # in which a body must arrive
METADATA_PATH = "/.well-known/oauth-protected-resource/mcp"  # RFC 9728, section 3.1

Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Headers = dict[bytes, bytes]


class Refused(Exception):
    """The request is refused with an HTTP status.

    Args:
        reason: a sentence for the client; without one, the answer has no body.
    """

    def __init__(self, status: int, reason: str = "", **headers: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason
        self.headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]

    @property
    def answer(self) -> dict[str, Any] | None:
        """The JSON-RPC response, if there is one."""
        return InvalidMessage(INVALID_REQUEST, self.reason).answer if self.reason else None


class Disconnected(Exception):
    """The client has closed the connection."""


def headers_of(scope: Mapping[str, Any]) -> Headers:
    """The headers by name; a name that occurs twice has the value of neither, unless both are the same list."""
    headers: Headers = {}
    for name, value in scope["headers"]:
        value = value.strip(b" \t")  # the parser leaves what follows the value (RFC 9110, section 5.5)
        if name in headers:
            value = b"\0" if name in _SINGLE else headers[name] + b", " + value
        headers[name] = value
    return headers


# Two of these could mean different things to a proxy and to this server; so neither is believed.
_SINGLE = frozenset(
    name.encode()
    for name in (
        *("host", "origin", "authorization", "content-type", "content-encoding"),
        *("mcp-protocol-version", "mcp-method", "mcp-name", "x-codex-project"),
    )
)


def check_address(headers: Headers) -> None:
    """Check that the request was meant for this server, which protects browsers' users against DNS rebinding.

    Raises:
        Refused: 421 or 403.
    """
    if not _is_ours(headers.get(b"host", b"")[:ADDRESS_MAX_BYTES]):
        raise Refused(421, "This server does not serve the host of the Host header; add it to DJANGO_ALLOWED_HOSTS.")
    if (origin := headers.get(b"origin")) is not None and not _is_our_origin(origin[:ADDRESS_MAX_BYTES]):
        raise Refused(403, "Requests from the page of the Origin header are not allowed.")


@lru_cache(maxsize=256)
def _is_ours(host: bytes) -> bool:
    domain, _ = split_domain_port(host.decode("latin-1"))
    return bool(domain) and validate_host(domain, [*LOOPBACK, *settings.ALLOWED_HOSTS])


@lru_cache(maxsize=256)
def _is_our_origin(origin: bytes) -> bool:
    try:
        parts = urlsplit(origin.decode("latin-1"))
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and _is_ours(parts.netloc.encode("latin-1"))


async def caller_of(scope: Mapping[str, Any], headers: Headers, authenticator: Authenticator) -> Caller:
    """The caller that the bearer token of the Authorization header stands for; tokens elsewhere do not count.

    Raises:
        Refused: 401 if there is none, the same whatever is wrong; 503 if tokens cannot be checked.
    """
    kind, _, token = headers.get(b"authorization", b"").partition(b" ")
    caller = None
    if kind.lower() == b"bearer" and token:
        try:
            caller = await authenticator.caller(token.strip().decode("latin-1"))
        except StorageError:
            reason = "Tokens cannot be checked now, because the database does not respond. Call again later."
            raise Refused(503, reason, retry_after="5") from None
    if caller is None:
        metadata = f"{public_url(scope, headers)}{METADATA_PATH}"
        raise Refused(401, www_authenticate=f'Bearer resource_metadata="{metadata}"')
    return caller


def public_url(scope: Mapping[str, Any], headers: Headers) -> str:
    """The address of this server as its clients see it: PUBLIC_URL, or that of the request."""
    if settings.PUBLIC_URL:
        return str(settings.PUBLIC_URL)
    proxied = settings.TRUST_PROXY and headers.get(b"x-forwarded-proto") == b"https"
    return f"{'https' if proxied else scope['scheme']}://{headers[b'host'].decode('latin-1')}"


def check_method(scope: Mapping[str, Any], headers: Headers) -> None:
    """Check the method, and the headers that describe the body.

    Raises:
        Refused: 405, 413, 415 or 406.
    """
    if scope["method"] != "POST":
        raise Refused(405, "Send messages by POST; this server keeps no sessions and opens no streams.", allow="POST")
    length = headers.get(b"content-length", b"0")
    if length.isdigit() and int(length[:20]) > MAX_BYTES:
        raise _too_large()
    media_type, _, parameters = headers.get(b"content-type", b"").lower().partition(b";")
    if media_type.strip() != b"application/json" or (b"charset" in parameters and b"utf-8" not in parameters):
        raise Refused(415, "Send the message as JSON in UTF-8, with the header Content-Type: application/json.")
    if headers.get(b"content-encoding", b"identity").lower() != b"identity":
        raise Refused(415, "Send the message uncompressed.", accept_encoding="identity")
    if not _accepts_json(headers.get(b"accept", b"*/*").lower()):
        raise Refused(406, "Answers are JSON; accept application/json.")


@lru_cache(maxsize=256)
def _accepts_json(accept: bytes) -> bool:
    ranges = (part.replace(b" ", b"").split(b";") for part in accept.split(b","))
    accepted = (b"application/json", b"application/*", b"*/*")
    return any(name in accepted and not {b"q=0", b"q=0.0"}.intersection(rest) for name, *rest in ranges)


async def read_body(receive: Receive) -> bytes:
    """Read the body.

    Raises:
        Refused: 413 or 408.
        Disconnected: the client has closed the connection.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                event = await receive()
                if event["type"] == "http.disconnect":
                    raise Disconnected
                chunk: bytes = event.get("body", b"")
                if not event.get("more_body") and not body and len(chunk) <= MAX_BYTES:
                    return chunk
                body += chunk
                if len(body) > MAX_BYTES:
                    raise _too_large()
                if not event.get("more_body"):
                    return bytes(body)
    except TimeoutError:
        reason = f"The message did not arrive within {BODY_SECONDS:g} seconds."
        raise Refused(408, reason, connection="close") from None


def _too_large() -> Refused:
    return Refused(413, f"A message may have at most {MAX_BYTES:,} bytes.")
