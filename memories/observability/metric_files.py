"""The metric files in CODEX_DATA_DIR/metrics, one set per process.

An agent's server lives for minutes, so the counts of ended processes are merged into one file per type.
"""

from __future__ import annotations

import fcntl
import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from django.conf import settings

TYPES = ("counter", "histogram", "gauge_livesum")  # as in the file names
MERGED = "folded"  # replaces the process id in file names; existing folders have files of this name


def folder() -> Path:
    return Path(settings.CODEX_DATA_DIR) / "metrics"


@contextmanager
def locked(name: str = "lock") -> Iterator[None]:
    """Hold a lock shared by all processes; the default one covers reading and merging the metrics."""
    descriptor = os.open(folder() / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def create() -> None:
    """Create this process's files. Needs the lock, because prometheus_client cannot read incomplete files."""
    from prometheus_client.mmap_dict import MmapedDict

    for file_type in TYPES:
        MmapedDict(str(folder() / f"{file_type}_{os.getpid()}.db")).close()


def merge_ended() -> None:
    """Merge the files of ended processes into one per type and remove them. Needs the lock."""
    for file_type, paths in _files_of_ended_processes().items():
        if not file_type.startswith("gauge"):  # an ended process has no current values
            _add_up(folder() / f"{file_type}_{MERGED}.db", paths)
        for path in paths:
            path.unlink()


def _files_of_ended_processes() -> dict[str, list[Path]]:
    ended: dict[str, list[Path]] = defaultdict(list)
    for path in folder().glob("*.db"):
        file_type, _, process = path.stem.rpartition("_")
        if process.isdigit() and not psutil.pid_exists(int(process)):
            ended[file_type].append(path)
    return ended


def _add_up(merged: Path, paths: list[Path]) -> None:
    """Add the counts of some files to the merged one, which is replaced atomically."""
    from prometheus_client.mmap_dict import MmapedDict

    totals: dict[str, float] = defaultdict(float)
    for path in (merged, *paths):
        if path.exists() and path.stat().st_size:
            for key, value, _, _ in MmapedDict.read_all_values_from_file(path):
                totals[key] += value
    draft = merged.with_name(f"{merged.stem.rpartition('_')[0]}.draft")
    draft.unlink(missing_ok=True)
    values = MmapedDict(str(draft))
    for key, value in totals.items():
        values.write_value(key, value, 0.0)
    values.close()
    draft.rename(merged)
