"""The formats of log lines on stderr.

A text line is what standard logging writes, made in less time, because there is one for each call.
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
        OSError: nobody reads stderr any more.
    """
    data = f"{line}\n".encode(errors="backslashreplace")
    written = os.write(STDERR, data)
    while written < len(data):
        written += os.write(STDERR, data[written:])


class StderrHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            write(self.format(record))
        except Exception:  # noqa: BLE001 - as all of logging's handlers do it
            self.handleError(record)


class LineFormatter(logging.Formatter):
    """`{asctime} {levelname} {name}: {message}`, followed by a traceback where the record has one."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")
        self._second = (0, "")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's name
        return self._timestamp(record.created)

    def line(self, level: str, name: str, message: str) -> str:
        """The line of a record that was logged just now, without the record: half of what a line costs a call."""
        return f"{self._timestamp(time.time())} {level} {name}: {message}"

    def _timestamp(self, created: float) -> str:
        """The time as standard logging formats it; all but the milliseconds is formatted once a second."""
        second, shown = self._second
        if second != int(created):
            second = int(created)
            shown = time.strftime(self.default_time_format, time.localtime(second))
            self._second = second, shown
        return f"{shown},{int(created % 1 * 1000):03d}"


FORMATTERS: dict[str, Any] = {  # by the values of LOG_FORMAT
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
    """The formatter of a logger whose records become text lines on stderr and nothing else.

    None where another format, another handler or a filter would get to see the record.
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
