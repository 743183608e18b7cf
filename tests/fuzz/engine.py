"""What guides the fuzzer: atheris (libFuzzer) if it is installed, otherwise a small engine of our own.

atheris is no dependency, because its newest version has no wheel for Python 3.11: `pip install atheris` takes 3.0.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from random import Random
from types import CodeType, FrameType
from typing import Any

from tests.fuzz.mutation import Mutator

try:
    import atheris
except ImportError:
    atheris = None

PACKAGES = ("mcp_server", "memories", "patterns")
INPUT_MAX_BYTES = 4_096

Mutate = Callable[[bytes, int, int], bytes]  # an input, the most bytes, a seed


def instrumented() -> Any:
    """What is imported in this context is measured."""
    return nullcontext() if atheris is None else atheris.instrument_imports(include=list(PACKAGES))


def in_bytes(data: bytes, max_size: int, seed: int) -> bytes:
    """A mistake in the bytes of an input."""
    if atheris is not None:
        return bytes(atheris.Mutate(data, max_size))
    return Mutator(Random(seed)).in_bytes(data)[:max_size]


def run(
    one: Callable[[bytes], None], mutate: Mutate, seeds: Path, folder: Path, seconds: int, *, options: Iterable[str]
) -> None:
    """Run inputs until the time is up; what `one` raises ends the process. This never returns."""
    if atheris is None:
        Engine(one, mutate, [file.read_bytes() for file in sorted(seeds.iterdir())], folder).run(seconds)
        sys.exit(0)
    grown = folder / "corpus"
    grown.mkdir()
    limits = (f"-max_total_time={seconds}", f"-max_len={INPUT_MAX_BYTES}", f"-artifact_prefix={folder}/", *options)
    atheris.Setup([sys.argv[0], *limits, str(grown), str(seeds)], one, custom_mutator=mutate)
    atheris.Fuzz()


class Engine:
    """Keeps each input that reaches a line of ours that none before it reached, and goes on from those.

    Args:
        folder: gets the input that failed.
    """

    def __init__(self, one: Callable[[bytes], None], mutate: Mutate, inputs: list[bytes], folder: Path) -> None:
        self._one, self._mutate, self._inputs, self._folder = one, mutate, inputs, folder
        self._ours: dict[CodeType, bool] = {}
        self._lines: set[tuple[CodeType, int]] = set()
        self._runs = 0

    def run(self, seconds: int) -> None:
        started = time.monotonic()
        for given in list(self._inputs):
            self._is_new(given)
        self._say()
        random = Random()
        while time.monotonic() - started < seconds:
            given = self._mutate(random.choice(self._inputs), INPUT_MAX_BYTES, random.getrandbits(32))
            if self._is_new(given):
                self._inputs.append(given)
        self._say()
        sys.stderr.write(f"Done {self._runs} runs in {time.monotonic() - started:.0f} second(s)\n")

    def _say(self) -> None:  # as libFuzzer does
        sys.stderr.write(f"#{self._runs} cov: {len(self._lines)} ft: {len(self._inputs)}\n")

    def _is_new(self, given: bytes) -> bool:
        known = len(self._lines)
        self._runs += 1
        sys.settrace(self._enter)
        try:
            self._one(given)
        except BaseException:
            (self._folder / f"crash-{self._runs}").write_bytes(given)
            raise
        finally:
            sys.settrace(None)
        return len(self._lines) > known

    def _enter(self, frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if code not in self._ours:
            self._ours[code] = str(frame.f_globals.get("__name__", "")).partition(".")[0] in PACKAGES
        return self._line if self._ours[code] else None

    def _line(self, frame: FrameType, event: str, argument: Any) -> Any:
        self._lines.add((frame.f_code, frame.f_lineno))
        return self._line
