"""The slowest calls of the last hour, of all processes that share CODEX_DATA_DIR: what the admin's front page shows.

Histograms know neither single calls nor when they were, so these are kept beside the metrics: one small file for all
processes, in it the slowest few calls of each ten minutes. An ordinary call costs a comparison; one that is among the
slowest is written by a thread, under a lock, and replaces the file whole, so that a crash leaves the old one. Kept are
operation, time and outcome, never what was said.
"""

from __future__ import annotations

import datetime
import logging
import math
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import groupby
from operator import attrgetter

from django.conf import settings
from pydantic import AwareDatetime, BaseModel, NonNegativeFloat, TypeAdapter, ValidationError

from memories import metrics

logger = logging.getLogger(__name__)

PERIOD = 3_600  # seconds that a call is shown
SLOT_SECONDS = 600
SLOWEST = 6  # calls of a slot that are kept, and calls of the period that are shown


class SlowCall(BaseModel):
    """A call that is over; its outcome is `ok`, or the kind of its error."""

    operation: str
    outcome: str
    milliseconds: NonNegativeFloat
    at: AwareDatetime

    @property
    def slot(self) -> int:
        return int(self.at.timestamp()) // SLOT_SECONDS


_CALLS = TypeAdapter(list[SlowCall])

# What a call must exceed to be among the slowest of its slot, as far as this process knows.
_floor = 0.0
_slot_ends = 0.0


def observe(operation: str, outcome: str, seconds: float) -> None:
    """Keep a call if it is among the slowest lately."""
    global _floor, _slot_ends
    now = time.time()
    if now >= _slot_ends:
        _floor, _slot_ends = 0.0, (now // SLOT_SECONDS + 1) * SLOT_SECONDS
    elif seconds <= _floor:
        return
    at = datetime.datetime.fromtimestamp(now, datetime.UTC)
    call = SlowCall(operation=operation, outcome=outcome, milliseconds=round(seconds * 1000, 2), at=at)
    try:
        _writer().submit(_keep, call)
    except RuntimeError as error:  # no further thread can be started; the call itself went well
        logger.warning("A slow call cannot be kept: %s", error)


def slowest() -> list[SlowCall]:
    """The slowest calls of the last hour, the slowest first; none where metrics are off."""
    if not settings.ENABLE_METRICS:
        return []
    return sorted(_recent(), key=attrgetter("milliseconds"), reverse=True)[:SLOWEST]


@cache
def _writer() -> ThreadPoolExecutor:
    """One thread, which ends its work before the process ends."""
    return ThreadPoolExecutor(1, thread_name_prefix="slow-calls")


def _keep(call: SlowCall) -> None:
    global _floor
    if call.milliseconds <= _floor * 1000:
        return  # the calls before it, which waited here too, were slower; or nothing can be written
    try:
        with metrics.locked("slow_calls.lock"):
            before = _recent()
            calls = _slowest_of_slots([*before, call])
            if calls != before:
                draft = metrics.folder() / "slow_calls.draft"
                draft.write_bytes(_CALLS.dump_json(calls))
                draft.replace(metrics.folder() / "slow_calls.json")
    except OSError as error:
        _floor = math.inf  # until the next slot begins
        logger.warning("Slow calls cannot be kept in CODEX_DATA_DIR: %s", error.strerror)
        return
    rivals = [other.milliseconds / 1000 for other in calls if other.slot == call.slot]
    if len(rivals) == SLOWEST and call.slot == int(time.time()) // SLOT_SECONDS:
        _floor = min(rivals)


def _slowest_of_slots(calls: list[SlowCall]) -> list[SlowCall]:
    ordered = sorted(calls, key=lambda call: (call.slot, -call.milliseconds))
    return [call for _, slot in groupby(ordered, attrgetter("slot")) for call in list(slot)[:SLOWEST]]


def _recent() -> list[SlowCall]:
    """The calls in the file that are not older than the period; none where it is missing or cannot be read."""
    try:
        calls = _CALLS.validate_json((metrics.folder() / "slow_calls.json").read_bytes())
    except (OSError, ValidationError):
        return []
    since = time.time() - PERIOD
    return [call for call in calls if call.at.timestamp() > since]
