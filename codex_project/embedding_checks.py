"""What `doctor` says of automatic embeddings."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Iterator

from django.conf import settings
from django.db import connection
from django.db.utils import DatabaseError as DjangoDatabaseError

import codex_project
from memories import projects
from memories.db import named_sql
from memories.embeddings import filling, registry
from memories.embeddings.provider import EmbeddingError
from memories.errors import DatabaseError
from memories.models import Memory
from memories.search.request import SearchQuery
from memories.search.vectors import DENSE_MAX

Finding = tuple[bool, str]
SAMPLES = 5  # searches, whose results are compared with those of comparing all
RECALL_LEAST = 0.95
SAMPLE = "A text that shows whether the provider embeds texts."

_sql = named_sql.read(codex_project.__file__, "embeddings")


def findings() -> Iterator[Finding]:
    """Check the provider by one request, and count the memories that wait for it, as far as a server here sees them."""
    if is_off := settings.EMBEDDING_PROVIDER == "off":
        yield True, "automatic embeddings off"
    else:
        yield _provider()
    try:
        waiting = _waiting()
    except (DatabaseError, DjangoDatabaseError):  # which the section on the database reports
        return
    others = _counted(waiting.of_other_models)
    if is_off:
        if waiting.of_other_models:
            yield True, f"a provider embedded {others}, which no search uses while EMBEDDING_PROVIDER is off"
        return
    if waiting.without:
        remedy = "A running MCP server embeds them, and so does `codex-memory embed_memories`"
        yield True, f"{_counted(waiting.without)} without an embedding. {remedy}."
    else:
        yield True, "no memory waits for an embedding"
    if waiting.of_other_models:
        remedy = "Run `codex-memory embed_memories --model-changed`"
        yield True, f"another model embedded {others}, which no search uses. {remedy}."
    if waiting.refused:
        remedy = "`codex-memory embed_memories` sends them again"
        yield True, f"the provider refused the text of {_counted(waiting.refused)}. {remedy}."


def _provider() -> Finding:
    provider = registry.current()
    assert provider is not None

    async def embed() -> float:
        began = time.perf_counter()
        try:
            await provider.embed([SAMPLE])
        finally:
            await registry.close()
        return time.perf_counter() - began

    try:
        seconds = asyncio.run(embed())
    except EmbeddingError as error:
        return False, str(error)
    return True, f"the model {provider.model} embeds a text in {1000 * seconds:,.0f} ms"


def _waiting() -> filling.Waiting:
    with connection.cursor() as cursor:
        cursor.execute(filling.WAITING, filling.waiting_parameters(projects.configured().visible))
        return filling.Waiting(*cursor.fetchone())


def _counted(count: int) -> str:
    if count >= filling.COUNTED:
        return f"{count:,} memories or more"
    return f"{count:,} memor{'y' if count == 1 else 'ies'}"


def recall() -> Finding | None:
    """How many of the true ten nearest searches find, where embeddings may be too many for all to be compared.

    Embeddings that are much alike, or have few numbers, differ in too few bits for the index to tell them apart.
    """
    with connection.cursor() as cursor:
        cursor.execute(_sql["embeddings"], {"most": DENSE_MAX})
        if cursor.fetchone() is None:
            return None
        found = compared = 0
        for _ in range(SAMPLES):
            cursor.execute(_sql["sample"], {"after": uuid.uuid4()})
            for embedding, model in cursor.fetchall():
                search = SearchQuery(embedding=embedding, embedding_model=model)
                ids = Memory.objects.ranked(search, wanted=10).ids[:10]
                cursor.execute(_sql["recall"], {"embedding": embedding, "model": model, "ids": ids})
                good, of = cursor.fetchone()
                found, compared = found + good, compared + of
    if not compared:
        return None
    share = found / compared
    text = f"searches by embedding find {share:.2f} of the ten nearest, in a sample of {SAMPLES}"
    if share >= RECALL_LEAST:
        return True, text
    reason = f"The embeddings are too alike, or have too few numbers, for more than {DENSE_MAX:,}"
    return False, f"{text}. {reason}. Filter searches by tags or dates, or use a model that tells them further apart."
