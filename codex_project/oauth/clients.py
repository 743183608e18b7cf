"""Clients: what they may say of themselves when they register, or in their client id metadata document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from oauth2_provider.cimd import CIMDError, SafeMetadataFetcher
from oauth2_provider.models import Application

from codex_project.oauth.models import CLIENT_NAME_MAX_CHARACTERS
from memories.db import named_sql

REDIRECT_URIS_MAX = 10
REDIRECT_URI_MAX_CHARACTERS = 500
UNUSED_MAX = 1000  # clients that nobody has allowed anything yet
LOOPBACK = ("localhost", "127.0.0.1", "::1")
NAMELESS = "A client without a name"
_PLAIN = re.compile(r"[!$-)+-;=?-\[\]_a-z~%&]+")  # what an address has, less #, * and what quotes or separates
_INVISIBLE = (
    "C",
    "Zl",
    "Zp",
)  # categories of characters that a name must not have, such as those that turn text around

_sql = named_sql.read(__file__, "oauth")


class MetadataError(Exception):
    """What a client says of itself cannot be accepted; the message is a sentence for the client's developer.

    Args:
        code: the error code of RFC 7591, section 3.2.2.
    """

    def __init__(self, message: str, code: str = "invalid_client_metadata") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Metadata:
    """What a client says of itself."""

    name: str
    redirect_uris: tuple[str, ...]


def read(metadata: dict[str, Any]) -> Metadata:
    """Return what a client says of itself (RFC 7591, section 2).

    Raises:
        MetadataError: it is invalid, or asks for what this server has not.
    """
    grants = _strings(metadata, "grant_types", ["authorization_code"])
    if "authorization_code" not in grants or not set(grants) <= {"authorization_code", "refresh_token"}:
        raise MetadataError("grant_types may contain authorization_code, which is required, and refresh_token.")
    if _strings(metadata, "response_types", ["code"]) != ["code"]:
        raise MetadataError("response_types may contain code only.")
    uris = _strings(metadata, "redirect_uris", [])
    if not 1 <= len(uris) <= REDIRECT_URIS_MAX:
        raise MetadataError(f"redirect_uris needs 1 to {REDIRECT_URIS_MAX} addresses.", "invalid_redirect_uri")
    for uri in uris:
        _check_redirect(uri)
    return Metadata(_name(metadata.get("client_name") or ""), tuple(uris))


def _strings(metadata: dict[str, Any], field: str, default: list[str]) -> list[str]:
    value = metadata.get(field)
    if value is None:
        return default
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise MetadataError(f"{field} must be an array of strings.")
    return value


def _name(name: object) -> str:
    if not isinstance(name, str):
        raise MetadataError("client_name must be a string.")
    visible = "".join(character for character in name if not unicodedata.category(character).startswith(_INVISIBLE))
    words = " ".join(visible.split())
    if len(words) > CLIENT_NAME_MAX_CHARACTERS:
        raise MetadataError(f"client_name may have at most {CLIENT_NAME_MAX_CHARACTERS} characters.")
    return words


def _check_redirect(uri: str) -> None:
    """Check one address that codes may be sent to: https, a program on the person's own computer, or Cursor."""
    wrong = MetadataError(
        "Each redirect URI must be an https address, http://localhost or http://127.0.0.1 with any port, or a "
        f"cursor:// address, of at most {REDIRECT_URI_MAX_CHARACTERS} characters, without user name and fragment.",
        "invalid_redirect_uri",
    )
    if (
        len(uri) > REDIRECT_URI_MAX_CHARACTERS
        or not re.fullmatch(r"[!-~]+", uri)
        or re.search(r"[#\\*\"'<>^`{|}]", uri)
    ):
        raise wrong
    try:
        url = urlsplit(uri)
        host, _ = url.hostname, url.port
    except ValueError:
        raise wrong from None
    is_allowed = url.scheme in ("https", "cursor") or (url.scheme == "http" and host in LOOPBACK)
    if not is_allowed or not host or "@" in url.netloc or not uri.startswith(f"{url.scheme}://"):
        raise wrong


def register(metadata: dict[str, Any]) -> Application:
    """Store a client that registers itself (RFC 7591).

    Raises:
        MetadataError: what it says of itself cannot be accepted.
    """
    said = read(metadata)
    application = Application(
        name=said.name,
        redirect_uris=" ".join(said.redirect_uris),
        client_type=Application.CLIENT_PUBLIC,
        client_secret="",
        hash_client_secret=False,  # there is none, and hashing would take a third of a second
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        registration_source=Application.RegistrationSource.DCR,
    )
    try:
        application.full_clean()
    except ValidationError as error:
        raise MetadataError("; ".join(error.messages), "invalid_redirect_uri") from None
    application.save()
    return application


def have_room() -> bool:
    """Whether another client may register. Old ones that nobody uses are deleted first, sooner if they are many."""
    with connection.cursor() as cursor:
        cursor.execute(_sql["delete_unused"], {"after": "1 day"})
        cursor.execute(_sql["count_unused"])
        if cursor.fetchone()[0] < UNUSED_MAX:
            return True
        cursor.execute(_sql["delete_unused"], {"after": "1 hour"})
        return bool(cursor.rowcount > 0)


def name_of(application: Application) -> str:
    """Return a client's name for people and logs: its own, else the address of its document."""
    name: str = application.name or (application.client_id if is_document(application) else NAMELESS)
    return name[:CLIENT_NAME_MAX_CHARACTERS]


def is_document(application: Application) -> bool:
    """Whether a client identified itself by a client id metadata document."""
    return bool(application.registration_source == Application.RegistrationSource.CIMD)


class Fetcher(SafeMetadataFetcher):
    """Fetches client id metadata documents: the toolkit's fetcher, with our rules for what the document says."""

    def fetch(self, client_id: str) -> tuple[dict[str, Any], int]:
        document, max_age = super().fetch(client_id)
        try:
            said = read(document)
        except MetadataError as error:
            raise CIMDError(str(error)) from None
        return {**document, "client_name": said.name}, max_age


class OnlyForPeople:
    """Lets documents be fetched only for a person who has logged in to the admin and looks at the consent page.

    The token endpoint knows the client by then. Without this, anybody could have this server send requests to addresses
    of their choice.
    """

    def has_permission(self, request: Any, client_id: str) -> bool:
        if urlsplit(request.uri).path != reverse("oauth2_provider:authorize"):
            return False
        return have_room() or bool(Application.objects.filter(client_id=client_id).exists())
