"""Waiting for what happens in other processes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from typing import Any

import psutil

PATIENCE = 30.0  # seconds after which what is waited for is not coming any more


def await_end(processes: Iterable[psutil.Process]) -> None:
    """Wait until processes that are not ours have ended; when their parent takes note of it does not matter."""
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
    """Wait for something outside this process that tells nobody when it happens."""
    deadline = time.monotonic() + patience
    tick = threading.Event()
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not happen within {patience:g} seconds")
        tick.wait(0.01)
