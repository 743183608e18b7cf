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
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.data import Generator
from tests.benchmarks.database import Database
from tests.benchmarks.tables import table

LIST = "/admin/memories/memory/"
ROUNDS = 3
DELETED_TAG = "tag-1"


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Each page of the admin, and a deletion; in a process of its own, whose settings name this database."""
    database = Database(folder, memories, embedded_every=10 if memories > 100_000 else 2)
    with database.connection():
        command = [sys.executable, "-m", "tests.benchmarks.admin"]
        tables = subprocess.run(
            command, env=database.environment(), check=True, stdout=subprocess.PIPE, text=True
        ).stdout
    return f"### The admin at {memories:,} memories\n\n{tables.strip()}"


def pages() -> dict[str, str]:
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
    addresses = {name: f"{LIST}?{urlencode(chosen)}" for name, chosen in filters.items()}
    others = {"processed memories": "/admin/memories/processedmemory/", "patterns": "/admin/patterns/codepattern/"}
    return {"front page": "/admin/", **addresses, **others}


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
    import django

    django.setup()
    import psutil
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["testserver"]
    users = get_user_model().objects
    user = users.create_superuser(f"benchmark-{uuid.uuid4()}")
    client = Client(raise_request_exception=True)
    client.force_login(user)
    rows = []
    for name, address in pages().items():
        taken = []
        for _ in range(ROUNDS):
            with CaptureQueriesContext(connection) as queries:
                before = time.perf_counter()
                assert client.get(address).status_code == 200
                taken.append((time.perf_counter() - before) * 1000)
        rows.append([name, f"{taken[0]:.0f}", f"{min(taken):.0f}", str(len(queries))])
    print(table(["ms", "first", "best", "queries"], rows))

    before = time.perf_counter()
    resident = psutil.Process().memory_info().rss
    asked = {"action": "delete_selected", "index": "0", "select_across": "1", "_selected_action": [str(uuid.uuid4())]}
    deleted = _deleted(client.get, client.post, client.post(f"{LIST}?tag={DELETED_TAG}", asked))
    seconds = time.perf_counter() - before
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
