from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from tests.support.oauth import Program, curator, person

pytest.importorskip("oauth2_provider", reason="the extra `oauth` is not installed")


@pytest.fixture(autouse=True)
def _web(settings: Any) -> Iterator[None]:
    settings.ALLOWED_HOSTS = ["testserver"]
    cache.clear()  # the counts of the limits
    yield
    cache.clear()


@pytest.fixture
def ada(db: None) -> User:
    return curator()


@pytest.fixture
def browser(ada: User) -> Client:
    return person(ada)


@pytest.fixture
def program(db: None) -> Program:
    """A client that has registered."""
    program = Program()
    assert program.register().status_code == 201
    return program
