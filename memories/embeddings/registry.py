"""The providers by name, and the one in use."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string

from memories.embeddings.provider import Provider

# Imported on first use: what one needs takes a tenth of a second to import, or is an extra.
PROVIDERS = {
    "http": "memories.embeddings.http.HttpProvider",
    "local": "memories.embeddings.local.LocalProvider",
}


@dataclass
class _State:
    provider: Provider | None = None


_state = _State()


def current() -> Provider | None:
    """The provider of EMBEDDING_PROVIDER; None if it is off."""
    if settings.EMBEDDING_PROVIDER == "off":
        return None
    if _state.provider is None:
        _state.provider = import_string(PROVIDERS[settings.EMBEDDING_PROVIDER])()
    return _state.provider


async def close() -> None:
    """Close the provider's connections and threads; the next use opens others."""
    if _state.provider is not None:
        provider, _state.provider = _state.provider, None
        await provider.close()
