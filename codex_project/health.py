"""Health checks for load balancers (specification, "Health Checks").

A middleware and not views, and the first of all: probes come by IP address and over plain HTTP, so they must pass
before hosts are validated, redirects to https are made and sessions are read.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError as DjangoDatabaseError
from django.http import HttpRequest, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase

from codex_project import web_pool
from memories import pool, session

logger = logging.getLogger(__name__)

STARTED = time.monotonic()
FRESH = 0.05  # seconds for which a look at the database counts when it is over
PATIENCE = 1.5  # seconds for the database to answer; the whole answer is due within 2


def health(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware that answers /health/live and /health/ready itself."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        answer = ANSWERS.get(request.path_info)
        if answer is None:
            return get_response(request)
        response: HttpResponseBase
        if request.method in ("GET", "HEAD"):
            status, body = answer()
            response = JsonResponse(body, status=status)
            if request.method == "HEAD":
                response.content = b""
        else:
            response = HttpResponseNotAllowed(["GET", "HEAD"])
        response.headers["Cache-Control"] = "no-store"
        return response

    return middleware


def live() -> tuple[int, dict[str, Any]]:
    return 200, {"status": "alive", "uptime_seconds": int(time.monotonic() - STARTED)}


def ready() -> tuple[int, dict[str, Any]]:
    usable = _current_probe().usable()
    body = {
        "status": "healthy" if usable else "unhealthy",
        "database": "connected" if usable else "disconnected",
        "pool_usage": pool_usage(),
        "version": settings.VERSION,
    }
    return 200 if usable else 503, body


ANSWERS = {"/health/live": live, "/health/ready": ready}


def pool_usage() -> float:
    """The share of MAX_CONNECTIONS that this process has at work."""
    active, _ = web_pool.usage()
    most: int = settings.POOL["max_size"]
    return round(active / most, 2)


class _Probe:
    """One look at the database, in a thread of its own: a server that hangs holds up nothing but this thread.

    Everybody who asks while it is under way shares it, and who asks just after, so a thousand questions at once make
    few connections, and a server that hangs for hours holds one thread. A daemon thread, or it would hold up the end
    of the process too. However the look ends, even unforeseen or before it began, it is over, and the next may begin.
    """

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.ended = float("inf")
        self.over = threading.Event()
        self._usable = False
        try:
            threading.Thread(target=self._run, daemon=True, name="health").start()
        except Exception:  # such as RuntimeError, where the system allows no further thread
            self._end()
            logger.exception("The database cannot be looked at")

    @property
    def is_old(self) -> bool:
        return time.monotonic() - self.ended > FRESH

    def usable(self) -> bool:
        """Wait for the answer, but not beyond what is left of its time."""
        self.over.wait(max(self.started + PATIENCE - time.monotonic(), 0))
        return self._usable

    def _run(self) -> None:
        try:
            self._usable = _is_usable()
        finally:
            self._end()

    def _end(self) -> None:
        self.ended = time.monotonic()
        self.over.set()


_probe: _Probe | None = None
_asking = threading.Lock()


def _current_probe() -> _Probe:
    global _probe
    with _asking:
        if _probe is None or _probe.is_old:
            _probe = _Probe()
        return _probe


def _is_usable() -> bool:
    """Look at the database; what keeps it from being used goes to the log."""
    try:
        try:
            problem = _problem()
        finally:
            connection.close()  # this thread's, where migrating needed one
    except (psycopg.Error, DjangoDatabaseError) as error:
        problem = str(error).strip() or type(error).__name__
    except BaseException:
        # Not expected, so with a traceback. SystemExit would end this thread only, and without a word.
        logger.exception("The database cannot be looked at")
        return False
    if problem:
        logger.error("Database connection failed: %s", problem)
    return not problem


def _problem() -> str:
    """What keeps the database from being used, or nothing.

    On a connection of its own: the pool would wait for ACQUIRE_TIMEOUT, and a busy pool is no reason to be taken out
    of service.
    """
    if settings.EMBEDDED_DATABASE:
        connection.ensure_connection()  # the first one migrates
    with psycopg.connect(**{**pool.parameters(), "connect_timeout": 2}) as probe:
        probe.execute(session.statement())
        if probe.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
            return pool.UNMIGRATED
        applied = {tuple(row) for row in probe.execute("SELECT app, name FROM django_migrations")}
    return "" if _migrations() <= applied else pool.UNMIGRATED


_known: set[tuple[str, str]] | None = None


def _migrations() -> set[tuple[str, str]]:
    """All migrations on disk; they do not change while a process lives."""
    global _known
    if _known is None:
        _known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    return _known
