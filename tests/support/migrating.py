"""Migrating databases, and statements that agents of any version may make meanwhile."""

from __future__ import annotations

from django.db.migrations.loader import MigrationLoader

from memories.db.migration_files import OWN_APPS
from memories.db.schema import migrations_on_disk
from tests.support.clients import environment, run

STORE = """
WITH stored AS (
    INSERT INTO public.memories (content, content_hash, context, summary, tags)
    VALUES (%(name)s::text, %(name)s::text, 'c', 's', '{new}') RETURNING id
)
INSERT INTO codex_processed.processed_memories (memory_id, embeddings)
SELECT id, array_fill(random()::real, ARRAY[1536])::public.vector FROM stored
"""
PATTERN = """
INSERT INTO codex_processed.code_patterns
    (memory_id, pattern_type, pattern_signature, frequency, confidence, language, discovered_at)
SELECT id, 'loop', 'signature', 1, 1, 'python', now() FROM public.memories
"""


def migrate(url: str, *arguments: str) -> None:
    ended = run("migrate", "--verbosity=0", *arguments, env=environment(url))
    assert ended.returncode == 0, ended.stderr


def squashed() -> dict[str, str]:
    """The last migration of each app that replaces others."""
    keys = sorted(key for key, migration in migrations_on_disk().items() if migration.replaces and key[0] in OWN_APPS)
    return dict(keys)


def later_migrations() -> list[tuple[str, str]]:
    """App and name of the migrations since those that replace others, in an order in which they can be applied."""
    graph = MigrationLoader(None, ignore_no_migrations=True).graph
    planned = dict.fromkeys(key for leaf in graph.leaf_nodes() for key in graph.forwards_plan(leaf))
    first = squashed()
    return [(app, name) for app, name in planned if app in OWN_APPS and name > first.get(app, "")]
