"""What a curator moves or restores while another program stores the same content at that moment."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
from django.db import connection

from memories.admin import history, projects
from memories.models import Memory
from tests.support.admin import MemoryFactory
from tests.support.locks import await_waiting

CONTENT = "The same in both."
CONTENT_HASH = hashlib.sha256(CONTENT.encode()).hexdigest()


def while_stored(outside: psycopg.Connection[Any], project: str, act: Callable[[], Any]) -> Any:
    """Store the content in a project, and commit that only when the curator's action waits for it."""

    def run() -> Any:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with outside.transaction():
            outside.execute(
                "INSERT INTO memories (content, content_hash, context, summary, project) VALUES (%s, %s, '', '', %s)",
                [CONTENT, CONTENT_HASH, project],
            )
            acting = pool.submit(run)
            await_waiting(outside, 1)
        return acting.result(timeout=30)


def test_a_memory_is_not_moved_to_what_has_its_content_by_then(outside: psycopg.Connection[Any]) -> None:
    memory, other = MemoryFactory(content=CONTENT), MemoryFactory()
    keys = [memory.pk, other.pk]

    moved = while_stored(outside, "shop", lambda: projects.move("shop").run(keys))

    assert moved == [(other.pk, other.content_hash)]
    assert Memory.objects.filter(content=CONTENT).values_list("project", flat=True).count() == 2
    assert Memory.objects.get(pk=memory.pk).project == ""


def test_a_version_is_not_restored_whose_content_is_stored_by_then(outside: psycopg.Connection[Any]) -> None:
    memory = MemoryFactory(content=CONTENT)
    Memory.objects.filter(pk=memory.pk).update(content="Changed.", content_hash=hashlib.sha256(b"Changed.").hexdigest())
    memory.refresh_from_db()

    outcome = while_stored(outside, "", lambda: history.restore(memory, 1, "admin: carla", None))

    assert outcome.existing_id == Memory.objects.get(content=CONTENT).pk
    assert Memory.objects.get(pk=memory.pk).version == 2
