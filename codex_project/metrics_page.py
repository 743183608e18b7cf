"""/metrics for Prometheus, with the counts of all processes that share CODEX_DATA_DIR."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from codex_project import web_pool
from memories.observability import metric_files
from memories.observability.metrics import metrics


def metrics_page(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware that answers /metrics; like the health checks, Prometheus uses IP addresses and plain HTTP."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info != "/metrics" or not metrics.enabled:
            return get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not _allowed(request):
            message = "Send METRICS_TOKEN as a bearer token.\n"
            return HttpResponse(message, "text/plain", status=401, headers={"WWW-Authenticate": "Bearer"})
        response = _page(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    if metrics.enabled:
        # Each worker reports its own pool, so that any worker can export all figures.
        request_finished.connect(_count_connections)
    return middleware


def _count_connections(**_: object) -> None:
    active, opened = web_pool.usage()
    if opened:
        metrics.observe_connections(active, opened, web=True)


def _allowed(request: HttpRequest) -> bool:
    """Allow requests with the token, and local ones unless a proxy is trusted, as its requests are all local."""
    scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if settings.METRICS_TOKEN and scheme.lower() == "bearer":
        return hmac.compare_digest(token.strip().encode(), settings.METRICS_TOKEN.encode())
    return not settings.TRUST_PROXY and _is_loopback(request.META.get("REMOTE_ADDR", ""))


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _page(request: HttpRequest) -> HttpResponse:
    if metrics.load() is None:
        return HttpResponse("Metrics cannot be read from CODEX_DATA_DIR.\n", "text/plain", status=503)
    from django_prometheus.exports import ExportToDjangoView  # type: ignore[import-untyped] # imports prometheus_client

    _count_connections()
    with metric_files.locked():
        metric_files.merge_ended()
        page: HttpResponse = ExportToDjangoView(request)
    return page
