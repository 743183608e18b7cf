"""What the admin's pages cost: server time and queries, by Django's test client; and a deletion of all that match.

A database that is kept lacks what was deleted from then on.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.client import Client
from tests.benchmarks.data import Generator
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import table
from tests.benchmarks.truth import RANKED

LIST = "/admin/memories/memory/"
ROUNDS = 3
PER_PAGE = 50
DELETED_TAG = "tag-1"
CODE = "def first(numbers):\n    with open(numbers) as file:\n        return [int(line) for line in file]\n"


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Each page of the admin, and a deletion; in a process of its own, whose settings name this database."""
    database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2)
    with database.connection():
        _store_patterns(database)
        command = [sys.executable, "-m", "tests.benchmarks.admin"]
        tables = subprocess.run(
            command, env=database.environment(), check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    return f"### The admin at {memories:,} memories\n\n{tables.strip()}"


def _store_patterns(database: Database) -> None:
    """A few, or else their list is fast because it is empty."""
    with Client(SERVER, database.environment()) as client:
        for _ in range(3):
            code = f"# {time.time_ns()}\n{CODE}"
            stored = client.call("store_memory", content=code, context="source", summary="code")
            assert client.call("analyze_patterns", memory_id=stored["id"], language="python")["total_found"]


@dataclass(frozen=True)
class Page:
    """An address, and what the list there has to show; None where it is no list."""

    address: str
    table: str | None = None
    where: str = "true"
    values: dict[str, Any] = field(default_factory=dict)


CONDITIONS = {
    "q": RANKED["query"],
    "tag": "%(tag)s = ANY(tags)",
    "embedding": "has_embedding = (%(embedding)s = 'yes')",
    "sentiment": "EXISTS (SELECT FROM codex_processed.processed_memories WHERE memory_id = memories.id"
    " AND sentiment > 0.25)",
    "size": "content_length >= 10000 AND content_length < 100000",
    "created_at__range__gte": "created_at >= %(created_at__range__gte)s::date",
    "created_at__range__lte": "created_at < %(created_at__range__lte)s::date + 1",
}


def pages() -> dict[str, Page]:
    generator = Generator(seed=5)
    question = generator.question()
    filters: dict[str, dict[str, Any]] = {
        "list": {},
        "search": {"q": question},
        "search, common words": {"q": generator.question(common=True)},
        "tag": {"tag": "tag-20"},
        "with embedding": {"embedding": "yes"},
        "without": {"embedding": "no"},
        "sentiment": {"sentiment": "positive"},
        "size": {"size": "large"},
        "dates": {"created_at__range__gte": "2025-01-01", "created_at__range__lte": "2025-06-01"},
        "search and tag": {"q": question, "tag": "tag-3"},
        "search, tag and embedding": {"q": question, "tag": "tag-3", "embedding": "yes"},
    }
    lists = {
        name: Page(
            f"{LIST}?{urlencode(chosen)}",
            "memories",
            " AND ".join(CONDITIONS[parameter] for parameter in chosen) or "true",
            chosen | {"any_word": " | ".join(chosen.get("q", "").split())},
        )
        for name, chosen in filters.items()
    }
    others = {
        "processed memories": Page("/admin/memories/processedmemory/", "codex_processed.processed_memories"),
        "patterns": Page("/admin/patterns/codepattern/", "codex_processed.code_patterns"),
    }
    return {"front page": Page("/admin/"), **lists, **others}


def _check(cursor: Any, page: Page, answer: Any) -> None:
    """Check that a list shows a full page, or all there is, of what matches, and anything at all."""
    assert answer.status_code == 200, page
    if page.table is None:
        return
    shown = [row.pk for row in answer.context_data["cl"].result_list]

    def count(condition: str, reach: int) -> int:
        rows = f"SELECT FROM {page.table} WHERE {page.where} AND {condition} LIMIT %(reach)s"
        values = page.values | {"reach": reach, "shown": shown}
        cursor.execute(f"SELECT count(*) FROM ({rows}) AS rows", values)
        return int(cursor.fetchone()[0])

    assert shown, f"{page} shows nothing"
    assert len(shown) == count("true", PER_PAGE) == count("id = ANY(%(shown)s)", PER_PAGE), (page, len(shown))


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
    import django

    django.setup()
    import psutil
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client as WebClient
    from django.test.utils import CaptureQueriesContext

    from memories.models import Memory

    settings.ALLOWED_HOSTS = ["testserver"]
    users = get_user_model().objects
    user = users.create_superuser(f"benchmark-{uuid.uuid4()}")
    client = WebClient(raise_request_exception=True)
    client.force_login(user)
    rows = []
    for name, page in pages().items():
        taken = []
        for _ in range(ROUNDS):
            with CaptureQueriesContext(connection) as queries:
                before = time.perf_counter()
                answer = client.get(page.address)
                taken.append((time.perf_counter() - before) * 1000)
            with connection.cursor() as cursor:
                _check(cursor, page, answer)
        rows.append([name, f"{taken[0]:.0f}", f"{min(taken):.0f}", str(len(queries))])
    print(table(["ms", "first", "best", "queries"], rows))

    of_tag = Memory.objects.filter(tags__overlap=[DELETED_TAG])
    assert of_tag.exists()
    before = time.perf_counter()
    resident = psutil.Process().memory_info().rss
    asked = {"action": "delete_selected", "index": "0", "select_across": "1", "_selected_action": [str(uuid.uuid4())]}
    deleted = _deleted(client.get, client.post, client.post(f"{LIST}?tag={DELETED_TAG}", asked))
    seconds = time.perf_counter() - before
    assert not of_tag.exists()
    grown = (psutil.Process().memory_info().rss - resident) / 2**20
    print(f"\n- {deleted} deleted in {seconds:.1f} s; the process grew by {grown:.0f} MB")
    user.delete()


def _deleted(get: Callable[[str], Any], post: Callable[..., Any], answer: Any) -> str:
    """Press the button of each page of a deletion until it is over, and return how many were deleted."""
    while True:
        while answer.status_code == 302:
            answer = get(answer["Location"])
        html = answer.content.decode()
        start = html.find('<form method="post" action="/admin/memories/memory/bulk/')
        if start < 0:
            found = re.search(r"([\d,]+) memor(?:y|ies) (?:was|were)? ?deleted|[Dd]eleted ([\d,]+)", unescape(html))
            return (found[1] or found[2]) if found else "All that match"
        form = html[start:].partition("</form>")[0]
        address = re.match(r'<form method="post" action="([^"]+)"', form)
        assert address is not None
        data: dict[str, list[str]] = {}
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
            data.setdefault(unescape(name), []).append(unescape(value))
        answer = post(unescape(address[1]), data)


if __name__ == "__main__":
    main()
