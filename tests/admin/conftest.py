"""Fixtures: people who are logged in, and an empty desk in front of them."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests import factories

# Any: what a factory's class makes is a model's instance, which its types do not say.
MemoryFactory: Any = factories.MemoryFactory
ProcessedMemoryFactory: Any = factories.ProcessedMemoryFactory
CodePatternFactory: Any = factories.CodePatternFactory

LIST = "/admin/memories/memory/"


@pytest.fixture
def desk(db: None) -> None:
    """No memories, and nobody's attempts to log in counted; rolled back after the test."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE memories CASCADE")
    cache.clear()


@pytest.fixture
def superuser(desk: None) -> Client:
    return _logged_in(User.objects.create_superuser("root", "root@example.org", "a long password"))


@pytest.fixture
def curator(desk: None) -> Client:
    user = User.objects.create_user("carla", password="a long password", is_staff=True)
    user.groups.add(Group.objects.get(name="curator"))
    return _logged_in(user)


@pytest.fixture
def staff(desk: None) -> Client:
    """Somebody who may log in, and nothing else."""
    return _logged_in(User.objects.create_user("sam", password="a long password", is_staff=True))


def _logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text_of(response: Any) -> str:
    """What a page says, without its markup and with single blanks."""
    html = re.sub(r"<(script|style|title)\b.*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
    return re.sub(r" ([,.:])", r"\1", words)


def fill(count: int, tag: str = "filling", word: str = "filler") -> None:
    """Store so many memories fast."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO memories (content, content_hash, context, summary, tags, created_at)"
            " SELECT %(word)s || n, encode(sha256((%(word)s || n)::bytea), 'hex'), 'filling', %(word)s || ' ' || n,"
            " ARRAY[%(tag)s], now() - n * interval '1 second' FROM generate_series(1, %(count)s) AS n",
            {"count": count, "tag": tag, "word": word},
        )
