"""The slowest calls of the last hour, over all processes that share CODEX_DATA_DIR; the admin's front page shows them.

Histograms know no single calls, so these have a file of their own: one for all processes, with the few slowest calls of
each ten minutes. An ordinary call costs one comparison. One of the slowest is written by a thread, under a lock, and
the file is replaced as a whole, so that a crash leaves the old one. The file has operation, time and outcome, never
what was said.
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

PERIOD = 3_600  # seconds for which a call is shown
SLOT_SECONDS = 600
SLOWEST = 6  # calls kept per slot, and calls shown of the period


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
    """The slowest calls of the last hour, slowest first; none where metrics are off."""
    if not metrics.enabled:
        return []
    return sorted(_recent(), key=attrgetter("milliseconds"), reverse=True)[:SLOWEST]


class SlowCallRecorder:
    """Adds this process's slow calls to the shared file."""

    def __init__(self) -> None:
        # A call must take longer than this, in seconds, to be among the slowest of its slot, as far as is known here.
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
            return  # calls queued before it were slower, or the file cannot be written
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
    """Add a call to the file if it is slow enough; returns what the file then has.

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
    """The calls of the period that the file has; none if it is missing or unreadable."""
    try:
        calls = _CALLS.validate_json((metric_files.folder() / "slow_calls.json").read_bytes())
    except (OSError, ValidationError):
        return []
    since = time.time() - PERIOD
    return [call for call in calls if call.at.timestamp() > since]
