"""Lines for the log on stderr, as standard logging makes them, in less time: there is one for each call."""

from __future__ import annotations

import logging
import os
import time

STDERR = 2


def write(line: str) -> None:
    """Write a line in one go, without the buffers that sys.stderr has for that.

    Raises:
        OSError: nobody reads stderr any more.
    """
    data = f"{line}\n".encode(errors="backslashreplace")
    written = os.write(STDERR, data)
    while written < len(data):
        written += os.write(STDERR, data[written:])


_second = (0, "")


def stamp(created: float) -> str:
    """The time as standard logging shows it; the part that lasts a second is made once a second."""
    global _second
    second, shown = _second
    if second != int(created):
        second = int(created)
        shown = time.strftime(logging.Formatter.default_time_format, time.localtime(second))
        _second = second, shown
    return f"{shown},{int(created % 1 * 1000):03d}"


class StderrHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            write(self.format(record))
        except Exception:  # noqa: BLE001 - as all of logging's handlers do it
            self.handleError(record)


class LineFormatter(logging.Formatter):
    """`{asctime} {levelname} {name}: {message}`, and what standard logging adds to it."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's name
        return stamp(record.created)


_root = logging.getLogger()


def alone(logger: logging.Logger) -> bool:
    """Whether a logger's records become such lines and nothing else: no other form, no other handler, no filter."""
    if len(_root.handlers) != 1:
        return False
    (handler,) = _root.handlers
    if type(handler) is not StderrHandler or type(handler.formatter) is not LineFormatter or handler.filters:
        return False
    while logger is not _root:
        if logger.handlers or logger.filters or not logger.propagate or logger.parent is None:
            return False
        logger = logger.parent
    return True
