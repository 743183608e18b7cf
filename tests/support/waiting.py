"""Waiting for events in other processes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from typing import Any

import psutil

PATIENCE = 30.0  # seconds after which a wait fails


def await_end(processes: Iterable[psutil.Process]) -> None:
    """Wait until processes of other parents have ended, whether reaped or not."""
    left = [process for process in processes if _runs(process)]

    def all_have_ended() -> bool:
        left[:] = [process for process in left if _runs(process)]
        return not left

    until(all_have_ended, "The end of a process")


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def until(condition: Any, what: str, patience: float = PATIENCE) -> None:
    """Poll a condition outside this process that causes no event to wait for."""
    deadline = time.monotonic() + patience
    tick = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not happen within {patience:g} seconds")
        tick.wait(0.01)
