"""A thousand health checks at once, beside a thousand to an application that does nothing under the same gunicorn."""

from __future__ import annotations

import asyncio
import resource
from collections import Counter
from pathlib import Path

from tests.benchmarks.database import Database
from tests.benchmarks.tables import percentile, percentiles, table
from tests.support.web import Web, ask_at_once, documented_options

ASKED = 1_000
NOTHING = "wsgiref.simple_server:demo_app"


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Asked in turns, as gunicorn is started in docs/operations.md."""
    database = Database(folder, memories, embedded_every=10)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(4096, hard)), hard))
    environment = database.environment(DJANGO_ALLOWED_HOSTS="probe")
    with (
        database.connection(),
        Web(environment, *documented_options()) as web,
        Web(environment, *documented_options(), application=NOTHING) as nothing,
    ):
        taken: dict[Web, list[float]] = {web: [], nothing: []}
        for turn in range(max(rounds // 100, 2)):
            for asked, last in taken.items():
                answers = asyncio.run(ask_at_once(asked.port, ["/health/ready"] * ASKED))
                assert Counter(status for status, _ in answers) == {200: ASKED}, asked.log
                if turn:  # the first makes the workers ready
                    last.append(max(seconds for _, seconds in answers))
    rows = [
        [name, *percentiles(last)]
        for name, last in (("`/health/ready`", taken[web]), ("an application that does nothing", taken[nothing]))
    ]
    ratio = percentile(taken[web], 0.5) / percentile(taken[nothing], 0.5)
    head = [f"s until the last of {ASKED:,} at once is answered", "P50", "P95", "P99", "max"]
    return f"### Health checks\n\n{table(head, rows)}\n\n- Ratio of the two P50: {ratio:.2f} (at most 2)"
