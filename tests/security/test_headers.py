"""The headers and cookies of every kind of page, behind a proxy with TLS and without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.clients import environment
from tests.support.raw_http import HttpServer

pytestmark = pytest.mark.integration

HTTPS = {"Host": "memory.example", "X-Forwarded-Proto": "https"}
PAGES = [
    *(("GET", "/"), ("GET", "/nothing"), ("GET", "/admin/"), ("GET", "/admin/login/"), ("POST", "/admin/login/")),
    *(("GET", "/health/live"), ("GET", "/health/ready"), ("POST", "/health/live")),
    *(("GET", "/metrics"), ("POST", "/metrics")),
    *(("GET", "/.well-known/oauth-protected-resource"), ("GET", "/.well-known/oauth-protected-resource/mcp")),
    *(("GET", "/.well-known/oauth-authorization-server"), ("GET", "/oauth/authorize"), ("POST", "/oauth/token")),
    *(("POST", "/oauth/register"), ("POST", "/oauth/revoke")),
]
DEFENCES = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}


@pytest.fixture(scope="module")
def beyond(database_url: str) -> Iterator[HttpServer]:
    """A server behind a proxy with TLS."""
    variables = {"DJANGO_ALLOWED_HOSTS": "memory.example", "TRUST_PROXY": "true", "METRICS_TOKEN": "m" * 40}
    with HttpServer(environment(database_url, **variables)) as server:
        yield server


@pytest.mark.parametrize(("method", "path"), PAGES, ids=lambda value: str(value))
def test_a_page_cannot_be_framed_sniffed_kept_or_extended(beyond: HttpServer, method: str, path: str) -> None:
    answer = beyond.ask(method, path, **HTTPS)
    for name, value in DEFENCES.items():
        assert answer.headers[name] == value, name
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Server"] is None
    assert "X-Powered-By" not in answer.headers
    for cookie in answer.headers.get_all("Set-Cookie", []):
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"secure", "httponly"} <= attributes, cookie
        assert attributes & {"samesite=lax", "samesite=strict"}, cookie
    if not path.startswith(("/health", "/metrics")):  # which probes ask by plain HTTP
        assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_the_login_sets_a_cookie_that_is_secured(beyond: HttpServer) -> None:
    assert beyond.ask("GET", "/admin/login/", **HTTPS).headers.get_all("Set-Cookie")


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_the_endpoint_of_agents_is_not_kept_either(beyond: HttpServer, method: str) -> None:
    answer = beyond.ask(method, "/mcp", **HTTPS)
    assert answer.status == 401
    assert (answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert answer.headers["Set-Cookie"] is None


def test_static_files_may_be_kept_but_not_sniffed(beyond: HttpServer) -> None:
    answer = beyond.ask("GET", "/static/admin/css/base.css", **HTTPS)
    assert (answer.status, answer.headers["X-Content-Type-Options"]) == (200, "nosniff")
    assert "max-age" in answer.headers["Cache-Control"]


def test_plain_http_from_elsewhere_is_sent_to_https(beyond: HttpServer) -> None:
    answer = beyond.ask("GET", "/admin/login/", Host="memory.example")
    assert (answer.status, answer.headers["Location"]) == (301, "https://memory.example/admin/login/")
