"""The slowest calls of the last hour by all processes that share CODEX_DATA_DIR, for the admin's front page.

Histograms have no individual calls, so these are in a file shared by all processes, with the few slowest calls of each
ten minutes. An ordinary call costs one comparison. A thread writes a slow call under a lock and replaces the file
atomically, so that a crash leaves the old file. The file has operation, time and outcome, never arguments or results.
"""

from __future__ import annotations

import datetime
import logging
import math
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from operator import attrgetter

from pydantic import AwareDatetime, BaseModel, NonNegativeFloat, TypeAdapter, ValidationError

from memories.observability import metric_files
from memories.observability.metrics import metrics

logger = logging.getLogger(__name__)

PERIOD = 3_600  # seconds that a call is shown
SLOT_SECONDS = 600
SLOWEST = 6  # calls kept per slot and shown in all


class SlowCall(BaseModel):
    """A finished call; its outcome is `ok`, or the kind of its error."""

    operation: str
    outcome: str
    milliseconds: NonNegativeFloat
    at: AwareDatetime

    @property
    def slot(self) -> int:
        return int(self.at.timestamp()) // SLOT_SECONDS


_CALLS = TypeAdapter(list[SlowCall])


def slowest() -> list[SlowCall]:
    """Return the slowest calls of the last hour, slowest first; none if metrics are off."""
    if not metrics.enabled:
        return []
    return sorted(_recent(), key=attrgetter("milliseconds"), reverse=True)[:SLOWEST]


class SlowCallRecorder:
    """Adds this process's slow calls to the shared file."""

    def __init__(self) -> None:
        # Seconds that a call must exceed to be among the slowest of its slot, as far as this process knows.
        self._threshold = 0.0
        self._slot_ends = 0.0
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="slow-calls")  # the interpreter's exit waits for it

    def observe(self, operation: str, outcome: str, seconds: float) -> None:
        """Record a call if it is among the slowest of its slot."""
        now = time.time()
        if now >= self._slot_ends:
            self._threshold, self._slot_ends = 0.0, (now // SLOT_SECONDS + 1) * SLOT_SECONDS
        elif seconds <= self._threshold:
            return
        at = datetime.datetime.fromtimestamp(now, datetime.UTC)
        call = SlowCall(operation=operation, outcome=outcome, milliseconds=round(seconds * 1000, 2), at=at)
        try:
            self._writer.submit(self._record, call)
        except RuntimeError as error:  # no further thread can be started; the call itself succeeded
            logger.warning("Cannot record a slow call: %s", error)

    def close(self) -> None:
        """Wait until everything is written."""
        self._writer.shutdown()

    def _record(self, call: SlowCall) -> None:
        if call.milliseconds <= self._threshold * 1000:
            return  # slower calls were queued before, or the file cannot be written
        try:
            calls = _add(call)
        except OSError as error:
            self._threshold = math.inf  # until the next slot begins
            logger.warning("Cannot record slow calls in CODEX_DATA_DIR: %s", error.strerror)
            return
        rivals = [other.milliseconds / 1000 for other in calls if other.slot == call.slot]
        if len(rivals) == SLOWEST and call.slot == int(time.time()) // SLOT_SECONDS:
            self._threshold = min(rivals)


def _add(call: SlowCall) -> list[SlowCall]:
    """Add a call to the file if it is slow enough; return the calls then in the file.

    Raises:
        OSError: the file cannot be written.
    """
    with metric_files.locked("slow_calls.lock"):
        before = _recent()
        calls = _slowest_of_slots([*before, call])
        if calls != before:
            draft = metric_files.folder() / "slow_calls.draft"
            draft.write_bytes(_CALLS.dump_json(calls))
            draft.replace(metric_files.folder() / "slow_calls.json")
    return calls


def _slowest_of_slots(calls: list[SlowCall]) -> list[SlowCall]:
    ordered = sorted(calls, key=lambda call: (call.slot, -call.milliseconds))
    return [call for _, slot in groupby(ordered, attrgetter("slot")) for call in list(slot)[:SLOWEST]]


def _recent() -> list[SlowCall]:
    """Return the file's calls within the period; none if the file is missing or unreadable."""
    try:
        calls = _CALLS.validate_json((metric_files.folder() / "slow_calls.json").read_bytes())
    except (OSError, ValidationError):
        return []
    since = time.time() - PERIOD
    return [call for call in calls if call.at.timestamp() > since]
