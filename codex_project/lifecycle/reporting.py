"""What the commands of the life cycle say, and how."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management.base import CommandError
from django.db import Error
from tqdm import tqdm

from memories.errors import StorageError
from memories.moving.errors import MovingError

INTERRUPTED = 130


class Bar:
    """A progress bar on stderr, where that is a terminal: the rows, their rate and the time left."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_quiet = is_quiet
        self._bar: tqdm[Any] | None = None

    def begin(self, what: str, rows: int) -> None:
        self.close()
        disable = self._is_quiet or None
        self._bar = tqdm(total=rows or None, desc=what, unit=" rows", disable=disable, leave=False)

    def advance(self, rows: int) -> None:
        if self._bar is not None:
            self._bar.update(rows)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


@contextmanager
def bar(options: dict[str, Any]) -> Iterator[Bar]:
    shown = Bar(is_quiet=options["verbosity"] == 0)
    try:
        yield shown
    finally:
        shown.close()


@contextmanager
def in_sentences(what: str, rest: str) -> Iterator[None]:
    """Turn errors into sentences.

    Args:
        what: the command does, such as "backup".
        rest: a sentence about what an error leaves.

    Raises:
        CommandError: something failed.
    """
    try:
        yield
    except StorageError as error:
        raise CommandError(error.message) from error
    except MovingError as error:
        raise CommandError(str(error)) from error
    except (Error, psycopg.Error) as error:
        said = str(error).strip().split("\n", 1)[0].rstrip(".")
        raise CommandError(f"The database stopped the {what}: {said}. {rest}") from error
    except KeyboardInterrupt:
        raise CommandError(f"Interrupted. {rest}", returncode=INTERRUPTED) from None


def counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def size(number: int) -> str:
    """A number of bytes, such as 1.2 MB."""
    amount = float(number)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
