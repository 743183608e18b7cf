"""A clock that can be set, for PostgreSQL and the servers: libfaketime (Debian's package `libfaketime`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from codex_project.database import embedded

# LIBFAKETIME names one elsewhere.
PLACES = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/lib*/faketime/libfaketimeMT.so.1")


def library() -> Path | None:
    given = [Path(os.environ["LIBFAKETIME"])] if "LIBFAKETIME" in os.environ else []
    found = (path for place in PLACES for path in Path("/").glob(place.removeprefix("/")))
    return next((path for path in (*given, *found) if path.exists()), None)


class Clock:
    """A file that says by how many seconds the clock of the processes with these `variables` is wrong."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._offset = 0.0
        self.jump(0)
        self.variables = {
            "LD_PRELOAD": str(library()),
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def jump(self, seconds: float) -> None:
        self._offset += seconds
        draft = self._file.with_suffix(".draft")
        draft.write_text(f"{self._offset:+.0f}\n")
        draft.chmod(0o644)
        draft.rename(self._file)

    @contextmanager
    def preloaded(self) -> Iterator[None]:
        """Let PostgreSQL start with this clock."""
        embedded.SERVER_ENVIRONMENT |= self.variables
        try:
            yield
        finally:
            for name in self.variables:
                del embedded.SERVER_ENVIRONMENT[name]
