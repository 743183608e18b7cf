"""What the operating system and PostgreSQL say that a run took."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any

import psutil
import psycopg

from tests.benchmarks import cpu
from tests.benchmarks.database import Database

OPERATIONS = (
    "SELECT coalesce(sum(coalesce(reads,0)+coalesce(writes,0)+coalesce(extends,0)+coalesce(fsyncs,0)),0)::float8"
)
CONNECTIONS = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
DEADLOCKS = "SELECT sum(deadlocks)::int FROM pg_stat_database"


class Measures:
    """Figures of the servers, PostgreSQL and this client between `begin` and `end`."""

    def __init__(
        self, database: Database, connection: psycopg.Connection[Any], servers: Callable[[], list[psutil.Process]]
    ) -> None:
        self._database, self._connection, self._servers = database, connection, servers
        self.resident: list[tuple[float, float]] = []  # seconds, MB of all servers
        self.connections = 0
        self.begin()

    def begin(self) -> None:
        self._started, self._first = time.monotonic(), self._counted()

    def sample(self) -> None:
        size = 0
        for process in self._servers():
            with suppress(psutil.NoSuchProcess):
                size += process.memory_info().rss
        self.resident.append((time.monotonic() - self._started, size / 1_000_000))
        self.connections = max(self.connections, int(self._value(CONNECTIONS)))

    def end(self) -> None:
        self.seconds = time.monotonic() - self._started
        taken = [last - first for first, last in zip(self._first, self._counted(), strict=True)]
        self.server, self.postgresql, self.client, self.iops = (value / self.seconds for value in taken[:4])
        self.deadlocks = int(taken[4])

    def _counted(self) -> list[float]:
        return [
            cpu.seconds(self._servers()),
            cpu.seconds(self._database.processes()),
            time.process_time(),
            float(self._value(f"{OPERATIONS} FROM pg_stat_io")),
            float(self._value(DEADLOCKS) or 0),
        ]

    def _value(self, statement: str) -> Any:
        row = self._connection.execute(statement).fetchone()
        assert row is not None
        return row[0]


def slope(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Slope by ordinary least squares, and half of its 95% confidence interval, per unit of the first coordinate.

    Neighbouring samples resemble each other: the standard error is widened by sqrt((1 + r) / (1 - r)), where r is the
    correlation of neighbouring residuals, if it is positive.
    """
    count = len(points)
    middle, mean = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    spread = sum((x - middle) ** 2 for x, _ in points)
    rise = sum((x - middle) * (y - mean) for x, y in points) / spread
    rest = [y - mean - rise * (x - middle) for x, y in points]
    squares = sum(value**2 for value in rest)
    if not squares:
        return rise, 0.0
    r = min(max(sum(a * b for a, b in pairwise(rest)) / squares, 0.0), 0.99)
    error = math.sqrt(squares / (count - 2) / spread) * math.sqrt((1 + r) / (1 - r))
    return rise, 1.96 * error
