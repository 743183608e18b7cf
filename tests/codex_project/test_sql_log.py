"""What Django logs of the statements that the web side and the commands make."""

from __future__ import annotations

import pytest

from tests.support.clients import environment, run

STORE_AND_FIND = """
from django.db import connection
from memories.models import Memory
memory = Memory(content="seven-of-nine", content_hash="0" * 64, context="secret-of-ours", summary="secret-of-ours")
Memory.objects.bulk_create([memory])
assert Memory.objects.filter(content__contains="seven-of-nine").count() == 1
with connection.cursor() as cursor:
    cursor.executemany("SELECT %s", [["three-of-nine"]])
"""


@pytest.mark.parametrize("debug", ["true", "false"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_with_trace_statements_are_logged_without_what_people_said(database: str, debug: str, form: str) -> None:
    env = environment(database, LOG_LEVEL="trace", DJANGO_DEBUG=debug, LOG_FORMAT=form)
    done = run("shell", "-v0", "-c", STORE_AND_FIND, env=env)
    assert done.returncode == 0, done.stderr
    assert "django.db.backends" in done.stderr
    assert "INSERT INTO" in done.stderr
    assert "SELECT COUNT(*)" in done.stderr
    assert "SELECT %s" in done.stderr
    assert "-of-" not in done.stderr


def test_without_trace_none_is_logged(database: str) -> None:
    done = run("shell", "-v0", "-c", STORE_AND_FIND, env=environment(database, LOG_LEVEL="debug", DJANGO_DEBUG="true"))
    assert done.returncode == 0, done.stderr
    assert "INSERT" not in done.stderr
