"""Fixtures: an embedding endpoint, and servers that use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from memories.embeddings import questions, registry
from tests.support.embedding_endpoint import KEY, Endpoint, embedding_endpoint


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with embedding_endpoint() as running:
        yield running


@pytest.fixture
def provider(endpoint: Endpoint, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The provider of this process, which uses the endpoint."""
    settings.EMBEDDING_PROVIDER, settings.EMBEDDING_URL = "http", endpoint.url
    settings.EMBEDDING_MODEL, settings.EMBEDDING_API_KEY = "words", KEY
    monkeypatch.setattr(registry, "_state", registry._State())
    monkeypatch.setattr(questions, "_state", questions._State())
    return registry.current()
