"""Fuzzing that coverage guides: the server runs in this process, and inputs that reach new code are kept.

`python -m tests.fuzz.guided TARGET FOLDER SECONDS`, which `python -m tests.fuzz` starts with a database of its own.
The process ends with another status than 0 at the first finding, and says on stderr what input it was.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import psutil

from tests.fuzz import engine
from tests.fuzz.mutation import Mutator, encoded

with engine.instrumented():
    import django

    django.setup()

    from mcp_server import dispatch, messages, stdio, tools  # noqa: F401
    from mcp_server.http import application  # noqa: F401

from tests.fuzz import targets  # after what is measured, which it imports

SEEDS = Path(__file__).with_name("seeds")
HANG_SECONDS = 60
RESIDENT_MAX_MEGABYTES = 1_500  # of the server, the fuzzer and its counters
EMPTIED_EVERY = 5_000  # inputs, so that the database stays small


class Guided(Random):
    """Decides by the bytes of an input, so that the fuzzer decides; by zeros where there are no more."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._left = memoryview(data)

    def _take(self, size: int) -> int:
        taken, self._left = self._left[:size], self._left[size:]
        return int.from_bytes(taken, "big")

    def random(self) -> float:
        return self._take(2) / 2**16

    def getrandbits(self, k: int, /) -> int:
        return self._take((k + 7) // 8) & ((1 << k) - 1)


class Watch(logging.Handler):
    """Remembers what a log may not have: an error, or a traceback."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR or record.exc_info:
            self.found.append(self.format(record))


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """A mistake in the JSON of an input, or in its bytes."""
    random = Random(seed)
    lines = data.split(b"\n")
    place = random.randrange(len(lines))
    if random.random() < 0.5:
        with suppress(ValueError, RecursionError):
            lines[place] = encoded(Mutator(random).in_json(json.loads(lines[place])))
            changed = b"\n".join(lines)
            if len(changed) <= max_size:
                return changed
    return engine.in_bytes(data, max_size, seed)


def fuzz(target: targets.Prepared, seeds: Path, folder: Path, seconds: int, loop: asyncio.AbstractEventLoop) -> None:
    """Run inputs until the time is up. This never returns."""
    watch, inputs = Watch(), 0
    logging.getLogger().addHandler(watch)

    def run(data: bytes) -> None:
        nonlocal inputs
        inputs += 1
        if inputs % EMPTIED_EVERY == 0:
            loop.run_until_complete(_empty())
        loop.run_until_complete(asyncio.wait_for(target.one(data), HANG_SECONDS))
        if watch.found:
            raise AssertionError(f"The log has: {watch.found[0]}")
        if inputs % 100 == 0 and (size := psutil.Process().memory_info().rss / 2**20) > RESIDENT_MAX_MEGABYTES:
            raise AssertionError(f"The process grew to {size:.0f} MB")

    options = (f"-rss_limit_mb={2 * RESIDENT_MAX_MEGABYTES}", f"-timeout={HANG_SECONDS + 10}", "-len_control=0")
    engine.run(run, target.mutator or mutated, seeds, folder, seconds, options=options)


async def _empty() -> None:
    from memories.db import pool

    async with pool.connection() as connection:
        await connection.execute("TRUNCATE memories, deleted_memories CASCADE")


def main(name: str, folder: str, seconds: str) -> None:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    target = loop.run_until_complete(asyncio.wait_for(targets.TARGETS[name](), HANG_SECONDS))
    fuzz(target, SEEDS / name, Path(folder), int(seconds), loop)


if __name__ == "__main__":
    main(*sys.argv[1:])
