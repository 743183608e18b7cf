"""Fixtures: people who are logged in, and an empty desk in front of them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.db import connection
from django.test import Client


@pytest.fixture
def desk(db: None) -> None:
    """No memories, and nobody's attempts to log in counted; rolled back after the test."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE memories, deleted_memories CASCADE")
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
