"""The specification's metrics, counted by every process into files of its own that the web side adds up.

prometheus_client's multiprocess mode, in CODEX_DATA_DIR/metrics. An agent's server lives for minutes, so what ended
processes counted is folded into one file: counts stay, files do not. Importing prometheus_client takes 0.15 s, so it
is not imported before `load`.
"""

from __future__ import annotations

import fcntl
import logging
import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from django.conf import settings

from memories import pool

if TYPE_CHECKING:
    from prometheus_client import Counter, Gauge, Histogram

logger = logging.getLogger(__name__)

KINDS = ("counter", "histogram", "gauge_livesum")  # as the names of files have it
FOLDED = "folded"  # stands where the files of a process have its number
MANY_FILES = 60  # above which a process that starts folds, for where no web side ever does
SECONDS = (0.0005, 0.001, 0.002, 0.003, 0.005, 0.008, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60)

_loading = threading.Lock()
_loaded: Series | None = None


class Series:
    """The series by the names of the specification; durations are histograms, because these add up."""

    def __init__(self) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        registry = CollectorRegistry()  # what is exported is read from the files
        self.operations: Counter = Counter(
            "codex_memory_operations_total", "Calls.", ["operation", "status"], registry=registry
        )
        self.durations: Histogram = Histogram(
            "codex_memory_operation_duration_seconds", "Of calls.", ["operation"], buckets=SECONDS, registry=registry
        )
        connections: Gauge = Gauge(
            "codex_memory_pool_connections",
            "Database connections of all processes.",
            ["state"],
            multiprocess_mode="livesum",
            registry=registry,
        )
        self.active, self.idle = connections.labels("active"), connections.labels("idle")
        self.connections = (0, 0)  # as last set
        self.hits = Counter("codex_memory_cache_hits_total", "Answers from the cache.", registry=registry)
        self.misses = Counter("codex_memory_cache_misses_total", "Answers that the cache lacked.", registry=registry)
        self.analyses: Histogram = Histogram(
            "codex_memory_pattern_analysis_duration_seconds", "Of analyses.", ["language"], registry=registry
        )
        # `labels` checks and joins its arguments at every call.
        self.count = cache(self.operations.labels)
        self.duration = cache(self.durations.labels)


def load() -> Series | None:
    """Make the series, once in a process; None where metrics are off or cannot be written. Blocks for 0.2 s."""
    global _loaded
    with _loading:
        if _loaded is None and settings.ENABLE_METRICS:
            try:
                folder().mkdir(mode=0o700, parents=True, exist_ok=True)
                # Read when prometheus_client is imported, which happens here and nowhere else.
                os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder())
                with locked():
                    if sum(1 for _ in folder().iterdir()) > MANY_FILES:
                        fold()
                    _make_files()
                _loaded = Series()
            except OSError as error:
                settings.ENABLE_METRICS = False
                logger.warning("Metrics are off, CODEX_DATA_DIR cannot hold them: %s", error.strerror)
            except Exception:  # such as a broken file of an ended process: calls need no metrics
                settings.ENABLE_METRICS = False
                logger.exception("Metrics are off, what CODEX_DATA_DIR holds of them cannot be read")
    return _loaded


def _make_files() -> None:
    """Make this process's files; under the lock, because prometheus_client cannot read one that is not made wholly."""
    from prometheus_client.mmap_dict import MmapedDict

    for kind in KINDS:
        MmapedDict(str(folder() / f"{kind}_{os.getpid()}.db")).close()


def folder() -> Path:
    return Path(settings.CODEX_DATA_DIR) / "metrics"


def observe(operation: str, status: str, seconds: float) -> None:
    """Count a call that is over."""
    series = _loaded or load()
    if series is not None:
        series.count(operation, status).inc()
        series.duration(operation).observe(seconds)
        _set_connections(series, *pool.usage())


def observe_connections(active: int, opened: int) -> None:
    """Note how many connections are at work, and how many are open, of a pool that is not the agents' server's."""
    if (series := _loaded or load()) is not None:
        _set_connections(series, active, opened)


def _set_connections(series: Series, active: int, opened: int) -> None:
    if series.connections != (active, opened):  # a third of what a call's metrics cost, and mostly nothing new
        series.connections = (active, opened)
        series.active.set(active)
        series.idle.set(opened - active)


def observe_analysis(language: str, seconds: float) -> None:
    """Count an analysis of patterns."""
    if (series := _loaded or load()) is not None:
        series.analyses.labels(language).observe(seconds)


def observe_cache(*, hit: bool) -> None:
    if (series := _loaded or load()) is not None:
        (series.hits if hit else series.misses).inc()


@contextmanager
def locked(name: str = "lock") -> Iterator[None]:
    """Nobody else folds or reads meanwhile; or does what another lock is for."""
    descriptor = os.open(folder() / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def fold() -> None:
    """Add the files of processes that have ended to one file a type, and remove them; under the lock."""
    from prometheus_client.mmap_dict import MmapedDict

    dead: dict[str, list[Path]] = defaultdict(list)
    for path in folder().glob("*.db"):
        kind, _, process = path.stem.rpartition("_")
        if process.isdigit() and not psutil.pid_exists(int(process)):
            dead[kind].append(path)
    for kind, paths in dead.items():
        if not kind.startswith("gauge"):  # of an ended process there is nothing to measure
            kept = folder() / f"{kind}_{FOLDED}.db"
            totals: dict[str, float] = defaultdict(float)
            for path in (kept, *paths):
                if path.exists() and path.stat().st_size:
                    for key, value, _, _ in MmapedDict.read_all_values_from_file(path):
                        totals[key] += value
            draft = folder() / f"{kind}.draft"
            draft.unlink(missing_ok=True)
            values = MmapedDict(str(draft))
            for key, value in totals.items():
                values.write_value(key, value, 0.0)
            values.close()
            draft.rename(kept)
        for path in paths:
            path.unlink()
