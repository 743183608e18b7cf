"""Traces of calls, by the SDK's own OpenTelemetry middleware and the variables that OpenTelemetry's specification has
(`OTEL_EXPORTER_OTLP_ENDPOINT` and its like). Where none of them asks for traces nothing of this is even imported.
"""

from __future__ import annotations

import logging
import os
import threading
from typing import TYPE_CHECKING, Any

from django.conf import settings
from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.shared.exceptions import MCPError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SpanExporter

logger = logging.getLogger(__name__)

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
GRACE_SECONDS = 3.0  # for the last spans at the end

_provider: TracerProvider | None = None


def configured() -> list[str]:
    """The exporters that the environment asks for."""
    if os.environ.get("OTEL_SDK_DISABLED", "").strip().lower() == "true":
        return []
    named = os.environ.get("OTEL_TRACES_EXPORTER", "")
    if not named.strip():
        return ["otlp"] if any(os.environ.get(endpoint) for endpoint in ENDPOINTS) else []
    return [name for name in (part.strip().lower() for part in named.split(",")) if name not in ("", "none")]


def start() -> bool:
    """Begin to export spans, where that is configured; whether spans are exported. Blocks for half a second then."""
    global _provider
    names = configured()
    if not names or _provider is not None:
        return _provider is not None
    try:
        from opentelemetry import trace
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        exporters = [exporter for name in names if (exporter := _exporter(name)) is not None]
    except ImportError:
        logger.warning("There are no traces: OpenTelemetry is missing; install it with pip install -e '.[otel]'.")
        return False
    if not exporters:
        return False
    # What the environment says of the service wins over ours.
    resource = Resource.create({"service.name": "codex-memory", "service.version": settings.VERSION})
    _provider = TracerProvider(resource=resource.merge(OTELResourceDetector().detect()), shutdown_on_exit=False)
    for exporter in exporters:
        _provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(_provider)
    return True


def _exporter(name: str) -> SpanExporter | None:
    if name == "otlp":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

        return OTLPSpanExporter()
    if name == "console":
        import sys

        from opentelemetry.sdk.trace.export import ConsoleSpanExporter

        return ConsoleSpanExporter(out=sys.stderr)  # by itself it takes stdout, which belongs to the protocol
    logger.warning("There is no exporter of traces %s: set OTEL_TRACES_EXPORTER to otlp, console or none.", ascii(name))
    return None


def stop() -> None:
    """Export the last spans; a collector that does not answer holds up the end for a moment only."""
    global _provider
    if _provider is not None:
        stopping = threading.Thread(target=_provider.shutdown, daemon=True)
        _provider = None
        stopping.start()
        stopping.join(GRACE_SECONDS)


class _Hidden(MCPError):
    """Stands for an error on its way through the tracing."""

    def __init__(self, original: MCPError) -> None:
        super().__init__(code=original.error.code, message="")
        self.original = original


async def hide_message(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """Inside of the tracing: a span would have the error's message, and that may repeat what was said."""
    try:
        return await call_next(ctx)
    except MCPError as error:
        raise _Hidden(error) from error


async def show_message(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """Outside of the tracing: the client gets the error as it was."""
    try:
        return await call_next(ctx)
    except _Hidden as hidden:
        raise hidden.original from hidden.original.__cause__
