"""Exports OpenTelemetry traces, configured by the standard variables such as `OTEL_EXPORTER_OTLP_ENDPOINT`.

Without these variables, OpenTelemetry is not imported.
"""

from __future__ import annotations

import logging
import os
import threading
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SpanExporter

logger = logging.getLogger(__name__)

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
STOP_SECONDS = 3.0  # for exporting the last spans


class Tracing:
    """Exports the spans of this process after `start`, if the environment configures it."""

    def __init__(self) -> None:
        self._provider: TracerProvider | None = None

    def start(self) -> bool:
        """Start exporting if configured, which takes half a second; return whether spans are exported."""
        if self._provider is None and (names := configured_exporters()):
            self._provider = _provider(names)
        return self._provider is not None

    def stop(self) -> None:
        """Export the last spans; a collector that does not respond delays exit by at most STOP_SECONDS."""
        if self._provider is not None:
            stopping = threading.Thread(target=self._provider.shutdown, daemon=True)
            self._provider = None
            stopping.start()
            stopping.join(STOP_SECONDS)


def configured_exporters() -> list[str]:
    """Return the names of the exporters configured by the environment."""
    if os.environ.get("OTEL_SDK_DISABLED", "").strip().lower() == "true":
        return []
    named = os.environ.get("OTEL_TRACES_EXPORTER", "")
    if not named.strip():
        return ["otlp"] if any(os.environ.get(endpoint) for endpoint in ENDPOINTS) else []
    return [name for name in (part.strip().lower() for part in named.split(",")) if name not in ("", "none")]


def _provider(names: list[str]) -> TracerProvider | None:
    """Set up the global provider with these exporters; return None if it is not installed or all are unknown."""
    try:
        from opentelemetry import trace
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        exporters = [exporter for name in names if (exporter := _exporter(name)) is not None]
    except ImportError:
        logger.warning("Traces are off: OpenTelemetry is missing; install it with pip install -e '.[otel]'.")
        return None
    if not exporters:
        return None
    # The environment's service attributes take precedence over these defaults.
    resource = Resource.create({"service.name": "codex-memory", "service.version": settings.VERSION})
    provider = TracerProvider(resource=resource.merge(OTELResourceDetector().detect()), shutdown_on_exit=False)
    for exporter in exporters:
        provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return provider


def _exporter(name: str) -> SpanExporter | None:
    if name == "otlp":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

        return OTLPSpanExporter()
    if name == "console":
        import sys

        from opentelemetry.sdk.trace.export import ConsoleSpanExporter

        return ConsoleSpanExporter(out=sys.stderr)  # its default is stdout, which belongs to the protocol
    logger.warning("Unknown trace exporter %s: set OTEL_TRACES_EXPORTER to otlp, console or none.", ascii(name))
    return None
