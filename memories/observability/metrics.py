"""The specification's metrics. Each process counts in its own files; the web side adds them up.

This is prometheus_client's multiprocess mode. Importing prometheus_client takes 0.15 s and is deferred until `load`.
"""

from __future__ import annotations

import logging
import os
import threading
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

from memories.observability import metric_files

if TYPE_CHECKING:
    from prometheus_client import Counter, Gauge, Histogram

logger = logging.getLogger(__name__)

MANY_FILES = 60  # above this, a starting process merges them, in case no web side runs
SECONDS = (0.0005, 0.001, 0.002, 0.003, 0.005, 0.008, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60)


class Series:
    """The series, named as in the specification; durations are histograms, which can be added up."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        registry = CollectorRegistry()  # unused for the export, which reads the files
        self.operations: Counter = Counter(
            "codex_memory_operations_total", "Number of calls.", ["operation", "status"], registry=registry
        )
        self.tokens: Counter = Counter(
            "codex_memory_token_calls_total", "Number of calls over HTTP.", ["token", "status"], registry=registry
        )
        self.durations: Histogram = Histogram(
            "codex_memory_operation_duration_seconds",
            "Duration of calls.",
            ["operation"],
            buckets=SECONDS,
            registry=registry,
        )
        connections: Gauge = Gauge(
            "codex_memory_pool_connections",
            "Database connections of all processes.",
            ["state"],
            multiprocess_mode="livesum",
            registry=registry,
        )
        self.active, self.idle = connections.labels("active"), connections.labels("idle")
        # As last set: of the pool for calls, and of the one for the web side, which the HTTP server has both.
        self.connections = {False: (0, 0), True: (0, 0)}
        self.hits = Counter("codex_memory_cache_hits_total", "Lookups found in the cache.", registry=registry)
        self.misses = Counter("codex_memory_cache_misses_total", "Lookups not found in the cache.", registry=registry)
        self.analyses: Histogram = Histogram(
            "codex_memory_pattern_analysis_duration_seconds", "Duration of analyses.", ["language"], registry=registry
        )
        # `labels` validates and joins its arguments on every call.
        self.count = cache(self.operations.labels)
        self.duration = cache(self.durations.labels)
        self.token = cache(self.tokens.labels)


class Metrics:
    """The metrics of one process. Nothing is counted before `load` succeeds or if metrics are off."""

    def __init__(self) -> None:
        self._series: Series | None = None
        self._failed = False
        self._loading = threading.Lock()

    @property
    def enabled(self) -> bool:
        """Whether calls are counted: ENABLE_METRICS, unless the files are unusable."""
        return bool(settings.ENABLE_METRICS) and not self._failed

    def load(self) -> Series | None:
        """Create the series once per process; return None if metrics are off or unusable. Blocks for 0.2 s."""
        with self._loading:
            if self._series is None and self.enabled:
                try:
                    self._series = _create_series()
                except OSError as error:
                    self._failed = True
                    logger.warning("Metrics are off: cannot write them to CODEX_DATA_DIR: %s", error.strerror)
                except Exception:  # such as a corrupt file of an ended process; calls work without metrics
                    self._failed = True
                    logger.exception("Metrics are off: cannot read the files in CODEX_DATA_DIR")
        return self._series

    def observe_call(self, operation: str, status: str, seconds: float) -> None:
        """Count a finished call."""
        series = self._series or self.load()
        if series is not None:
            series.count(operation, status).inc()
            series.duration(operation).observe(seconds)

    def observe_token(self, token: str, status: str) -> None:
        """Count a finished call by the name of its token."""
        series = self._series or self.load()
        if series is not None:
            series.token(token, status).inc()

    def observe_connections(self, active: int, opened: int, *, web: bool = False) -> None:
        """Record how many connections of one of this process's pools are in use and open."""
        series = self._series or self.load()
        # Setting the gauges takes a third of the metrics' time per call, and the figures rarely change.
        if series is not None and series.connections[web] != (active, opened):
            series.connections[web] = (active, opened)
            in_use = sum(pool[0] for pool in series.connections.values())
            series.active.set(in_use)
            series.idle.set(sum(pool[1] for pool in series.connections.values()) - in_use)

    def observe_analysis(self, language: str, seconds: float) -> None:
        """Count a pattern analysis."""
        if (series := self._series or self.load()) is not None:
            series.analyses.labels(language).observe(seconds)

    def observe_cache(self, *, hit: bool) -> None:
        """Count a lookup in the cache."""
        if (series := self._series or self.load()) is not None:
            (series.hits if hit else series.misses).inc()


def _create_series() -> Series:
    """Create this process's series and their files.

    Raises:
        OSError: CODEX_DATA_DIR cannot be written.
    """
    folder = metric_files.folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Read when prometheus_client is imported, which happens only here.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    with metric_files.locked():
        if sum(1 for _ in folder.iterdir()) > MANY_FILES:
            metric_files.merge_ended()
        metric_files.create()
    return Series()


metrics = Metrics()  # one per process, because prometheus_client's files are
