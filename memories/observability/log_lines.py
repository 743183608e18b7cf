"""The formats of log lines on stderr.

Text lines are the same as those of standard logging but are created faster, because each call writes one.
"""

from __future__ import annotations

import logging
import os
import time
from typing import Any

STDERR = 2


def write(line: str) -> None:
    """Write a line with one system call, without the buffers of sys.stderr.

    Raises:
        OSError: stderr is closed.
    """
    data = f"{line}\n".encode(errors="backslashreplace")
    written = os.write(STDERR, data)
    while written < len(data):
        written += os.write(STDERR, data[written:])


class StderrHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            write(self.format(record))
        except Exception:  # noqa: BLE001 - like all of logging's handlers
            self.handleError(record)


class LineFormatter(logging.Formatter):
    """`{asctime} {levelname} {name}: {message}`, followed by the record's traceback, if any."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")
        self._second = (0, "")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's name
        return self._timestamp(record.created)

    def line(self, level: str, name: str, message: str) -> str:
        """Format a line dated now, without creating a record, which would take half of the line's time."""
        return f"{self._timestamp(time.time())} {level} {name}: {message}"

    def _timestamp(self, created: float) -> str:
        """Format the time like standard logging; everything but the milliseconds is formatted once per second."""
        second, shown = self._second
        if second != int(created):
            second = int(created)
            shown = time.strftime(self.default_time_format, time.localtime(second))
            self._second = second, shown
        return f"{shown},{int(created % 1 * 1000):03d}"


FORMATTERS: dict[str, Any] = {  # by LOG_FORMAT
    "text": {"()": LineFormatter},
    "json": {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "format": "{asctime}{levelname}{name}{message}",
        "style": "{",
        "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
    },
}

_root = logging.getLogger()


def sole_formatter(logger: logging.Logger) -> LineFormatter | None:
    """Return the formatter of a logger whose records become text lines on stderr and nothing else.

    Return None if another format, handler or filter is involved.
    """
    if len(_root.handlers) != 1:
        return None
    (handler,) = _root.handlers
    formatter = handler.formatter
    if type(handler) is not StderrHandler or type(formatter) is not LineFormatter or handler.filters:
        return None
    while logger is not _root:
        if logger.handlers or logger.filters or not logger.propagate or logger.parent is None:
            return None
        logger = logger.parent
    return formatter
