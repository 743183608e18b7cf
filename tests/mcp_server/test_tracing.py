"""Traces of calls, for a collector that the standard variables of OpenTelemetry name."""

from __future__ import annotations

import gzip
import re
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.support.clients import COMMAND, Serve

MEMORY = {"content": "Tell nobody: seven-of-nine.", "context": "Secrets-of-ours", "summary": "A summary-of-ours"}
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Collector(ThreadingHTTPServer):
    """Takes what an OTLP exporter sends over HTTP."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[bytes] = []
        self.answers = threading.Event()
        self.answers.set()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def spans(self) -> list[Any]:
        requests = [ExportTraceServiceRequest.FromString(body) for body in self.received]
        resources = [resource for request in requests for resource in request.resource_spans]
        return [(span, part.resource) for part in resources for scope in part.scope_spans for span in scope.spans]


class _Handler(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append(gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body)
        self.server.answers.wait()
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.answers.set()
        server.shutdown()
        thread.join()


def attributes(attributed: Any) -> dict[str, str]:
    return {attribute.key: attribute.value.string_value for attribute in attributed.attributes}


def test_each_call_is_a_span_without_a_word_of_what_was_said(serve: Serve, database: str, collector: Collector) -> None:
    server = serve(database, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url)
    identifier = server.call("store_memory", MEMORY)["id"]
    params = {"name": "get_memory", "arguments": {"id": identifier}, "_meta": {"traceparent": PARENT}}
    assert server.ask("tools/call", params)["content"]
    refused = server.refusal("store_memory", {**MEMORY, "tags": ["of-nine is no tag"]})
    assert refused.code == -32000
    assert "tag" in refused.message
    assert server.refusal("get_memory", id="seven-of-nine").code == -32602
    assert server.finish() == 0
    spans = collector.spans()
    names = [span.name for span, _ in spans]
    assert names.count("tools/call store_memory") == 2
    (get, *_), resource = next((found, of) for *found, of in spans if found[0].name == "tools/call get_memory")
    assert get.trace_id.hex() == PARENT.split("-")[1]
    assert attributes(get)["gen_ai.tool.name"] == "get_memory"
    assert attributes(resource)["service.name"] == "codex-memory"
    errors = [span for span, _ in spans if span.status.code == span.status.STATUS_CODE_ERROR]
    assert sorted(attributes(span)["error.type"] for span in errors) == ["-32000", "-32602"]
    said = b"".join(collector.received)
    assert not re.search(rb"-of-(nine|ours)", said)
    assert "WARNING" not in server.log


def test_the_standard_variables_are_honoured(serve: Serve, database: str, collector: Collector) -> None:
    named = serve(database, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=collector.url, OTEL_SERVICE_NAME="elephant")
    named.call("get_statistics")
    named.finish()
    assert {attributes(resource)["service.name"] for _, resource in collector.spans()} == {"elephant"}
    collector.received.clear()
    for off in ({"OTEL_SDK_DISABLED": "true"}, {"OTEL_TRACES_EXPORTER": "none"}):
        silent = serve(database, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url, **off)
        silent.call("get_statistics")
        assert silent.finish() == 0
    assert not collector.received


def test_the_console_exporter_leaves_stdout_to_the_protocol(serve: Serve, database: str) -> None:
    server = serve(database, OTEL_TRACES_EXPORTER="console, carrier-pigeon")
    server.call("get_statistics")
    assert server.finish() == 0
    assert '"name": "tools/call get_statistics"' in server.log
    assert "Unknown trace exporter 'carrier-pigeon'" in server.log


def test_a_collector_that_does_not_answer_holds_up_neither_calls_nor_the_end(
    serve: Serve, database: str, collector: Collector
) -> None:
    server = serve(database, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url)
    collector.answers.clear()
    server.call("get_statistics")
    started = time.monotonic()
    assert server.finish() == 0
    assert collector.received
    assert time.monotonic() - started < 8


def test_unconfigured_nothing_of_it_is_even_imported(serve: Serve, database: str) -> None:
    command = (sys.executable, "-X", "importtime", *COMMAND[1:])
    server = serve(database, command=command)
    server.call("get_statistics")
    assert server.finish() == 0
    assert re.search(r"\| +memories\.observability\.tracing$", server.log, re.MULTILINE)
    assert "opentelemetry.sdk" not in server.log


def test_without_the_packages_there_is_a_warning_and_the_server_goes_on(
    serve: Serve, database: str, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['opentelemetry.sdk'] = None\n")
    server = serve(database, OTEL_TRACES_EXPORTER="otlp", PYTHONPATH=str(tmp_path))
    assert server.call("get_statistics")["memories"] == 0
    assert server.finish() == 0
    warnings = [line for line in server.log.splitlines() if "WARNING" in line]
    assert len(warnings) == 1
    assert "install it with pip install -e '.[otel]'." in warnings[0]
