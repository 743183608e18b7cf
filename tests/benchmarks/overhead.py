"""What watching costs: a get with limits, metrics and a line in the log, beside one by the same server without."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import percentile, percentiles, table

BATCH = 50  # gets by one server before it is the other's turn
# Each get reaches the database: one from the cache would have no cost to compare with.
WITH = {"ENABLE_CACHE": "false", "RATE_LIMIT_ENABLED": "true", "RATE_LIMIT_GET_MEMORY": "1000000000"}
WITHOUT = {"ENABLE_CACHE": "false", "RATE_LIMIT_ENABLED": "false", "ENABLE_METRICS": "false", "LOG_LEVEL": "error"}


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Gets by the two servers in turns; the log goes into a file, as it does where somebody keeps it."""
    database = Database(folder, memories, embedded_every=10)
    choose = random.Random(5)
    with (
        database.connection() as connection,
        tempfile.TemporaryFile() as log,
        Client(SERVER, database.environment(**WITH), log=log) as watched,
        Client(SERVER, database.environment(**WITHOUT), log=log) as unwatched,
    ):
        ids = [str(row[0]) for row in connection.execute("SELECT id FROM memories LIMIT 5000")]
        pair = [(watched, list[float]()), (unwatched, list[float]())]
        ratios = []
        for turn in range(max(rounds * 4 // BATCH, 2)):
            medians = {}
            for client, taken in pair if turn % 2 else reversed(pair):
                wanted = choose.choices(ids, k=BATCH)
                latencies, answers = client.timed(client.call_line("get_memory", {"id": each}) for each in wanted)
                assert [answer["memory"]["id"] for answer in answers] == wanted
                if turn:  # the first warms both up
                    taken += latencies
                    medians[client] = percentile(latencies, 0.5)
            if turn:
                ratios.append(medians[watched] / medians[unwatched])
    (_, with_all), (_, without) = pair
    return "\n".join(
        [
            "### Overhead of limits, metrics and log\n",
            table(
                ["get_memory, cache off; ms", "P50", "P95", "P99", "max"],
                [["with", *percentiles(with_all)], ["without", *percentiles(without)]],
            ),
            "",
            f"- Ratio of the two P50: {percentile(with_all, 0.5) / percentile(without, 0.5):.3f}; median of the ratios "
            f"of {len(ratios)} turns: {percentile(ratios, 0.5):.3f} (at most 1.1)",
        ]
    )
