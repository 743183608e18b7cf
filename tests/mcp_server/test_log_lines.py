"""Lines of the log are standard logging's, though they are made in another way."""

from __future__ import annotations

import logging
import sys

import pytest

from mcp_server import call_log
from mcp_server.tools import TOOLS
from memories.observability import log_lines
from tests.support.clients import COMMAND, Serve

STANDARD = logging.Formatter("{asctime} {levelname} {name}: {message}", style="{")


def failing() -> logging.LogRecord:
    try:
        raise ValueError("of the test")
    except ValueError:
        return logging.LogRecord("memories", logging.ERROR, __file__, 1, "%s failed", ("it",), sys.exc_info())


def test_a_line_is_the_standard_one_with_its_traceback_too() -> None:
    ours = log_lines.LineFormatter()
    for created in (1_790_000_000.0, 1_790_000_000.5, 1_790_000_000.9375, 1_790_000_001.25, 1_600_000_000.0):
        for record in (logging.makeLogRecord({"msg": "100% of it", "levelname": "INFO", "name": "x"}), failing()):
            record.created, record.msecs = created, created % 1 * 1000
            assert ours.format(record) == STANDARD.format(record)
    assert "Traceback" in ours.format(failing())


def test_a_handler_of_somebody_elses_gets_the_record_of_a_call(caplog: pytest.LogCaptureFixture) -> None:
    assert not log_lines.sole_formatter(call_log.logger)
    log = call_log.CallLog()
    with caplog.at_level(logging.INFO, "mcp_server.calls"), log.started("get_memory", TOOLS["get_memory"], 7):
        pass
    (record,) = caplog.records
    assert record.getMessage().startswith("get_memory: ok in ")
    assert {"tool": "get_memory", "outcome": "ok", "request": 7}.items() <= vars(record).items()


def test_the_short_way_is_taken_only_where_nothing_else_would_see_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    handler = log_lines.StderrHandler()
    handler.setFormatter(log_lines.LineFormatter())
    monkeypatch.setattr(logging.getLogger(), "handlers", [handler])
    assert log_lines.sole_formatter(call_log.logger)
    for name in ("mcp_server.calls", "mcp_server"):
        with monkeypatch.context() as patched:
            patched.setattr(logging.getLogger(name), "handlers", [logging.NullHandler()])
            assert not log_lines.sole_formatter(call_log.logger)
        with monkeypatch.context() as patched:
            patched.setattr(logging.getLogger(name), "filters", [bool])
            assert not log_lines.sole_formatter(call_log.logger)
    handler.setFormatter(STANDARD)
    assert not log_lines.sole_formatter(call_log.logger)


def test_a_log_that_cannot_be_written_costs_no_call(serve: Serve, database: str) -> None:
    server = serve(database, command=("sh", "-c", 'exec "$@" 2>/dev/full', "sh", *COMMAND))
    assert server.call("get_statistics")["memories"] == 0
    assert server.refusal("get_memory", id=5).code == -32602
    server.ping()
