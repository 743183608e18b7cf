"""Health checks for load balancers (specification, "Health Checks").

A middleware instead of views, and the first of all: probes come by IP address and over plain HTTP, so they must pass
before hosts are validated, requests are redirected to https, and sessions are read.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from functools import cached_property
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from django.db.migrations import Migration
from django.db.utils import DatabaseError as DjangoDatabaseError
from django.http import HttpRequest, HttpResponseNotAllowed, JsonResponse
from django.http.response import HttpResponseBase

from codex_project import web_pool
from memories.db import pool, session
from memories.db.schema import is_applied, migrations_on_disk

logger = logging.getLogger(__name__)

FRESH = 0.05  # seconds for which the result of a finished probe is used again
PATIENCE = 1.5  # seconds for the database to answer; the whole answer is due within 2

Answer = tuple[int, dict[str, Any]]  # status and JSON


def health(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware that answers /health/live and /health/ready itself."""
    checks = HealthChecks()
    answers = {"/health/live": checks.live, "/health/ready": checks.ready}

    def middleware(request: HttpRequest) -> HttpResponseBase:
        answer = answers.get(request.path_info)
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


def pool_usage() -> float:
    """The share of MAX_CONNECTIONS that this process is using."""
    active, _ = web_pool.usage()
    most: int = settings.POOL["max_size"]
    return round(active / most, 2)


class HealthChecks:
    """The health of one process. Requests that arrive at the same time share one probe of the database."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._probe: DatabaseProbe | None = None
        self._choosing = threading.Lock()

    def live(self) -> Answer:
        return 200, {"status": "alive", "uptime_seconds": int(time.monotonic() - self._started)}

    def ready(self) -> Answer:
        usable = self.current_probe().usable()
        body = {
            "status": "healthy" if usable else "unhealthy",
            "database": "connected" if usable else "disconnected",
            "pool_usage": pool_usage(),
            "version": settings.VERSION,
        }
        return 200 if usable else 503, body

    def current_probe(self) -> DatabaseProbe:
        """The probe in progress or just finished, else a new one."""
        with self._choosing:
            if self._probe is None or self._probe.is_old:
                self._probe = DatabaseProbe(self._problem)
            return self._probe

    def _problem(self) -> str:
        """What makes the database unusable, or ''.

        It uses a connection of its own: the pool would wait for ACQUIRE_TIMEOUT, and a busy pool is no reason to take
        this process out of service.
        """
        if settings.EMBEDDED_DATABASE:
            connection.ensure_connection()  # the first one migrates
        with psycopg.connect(**{**pool.parameters(), "connect_timeout": 2}) as probe:
            probe.execute(session.statement())
            if probe.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
                return pool.UNMIGRATED
            applied = {tuple(row) for row in probe.execute("SELECT app, name FROM django_migrations")}
        return "" if all(is_applied(migration, applied) for migration in self._migrations) else pool.UNMIGRATED

    @cached_property
    def _migrations(self) -> list[Migration]:
        """All migrations on disk; they do not change while a process lives."""
        return list(migrations_on_disk().values())


class DatabaseProbe:
    """One test of the database, in a thread of its own: a server that hangs blocks this thread and nothing else.

    Whoever asks while it runs, or just after, shares its result. So a thousand requests at once make few connections,
    and a server that hangs for hours holds one thread; a daemon thread, or it would also delay the exit of the process.
    However the probe ends, even unexpectedly or without having started, it counts as finished, and the next may start.

    Args:
        problem: what makes the database unusable, or ''.
    """

    def __init__(self, problem: Callable[[], str]) -> None:
        self._problem = problem
        self._started = time.monotonic()
        self._ended = float("inf")
        self._finished = threading.Event()
        self._usable = False
        try:
            threading.Thread(target=self._run, daemon=True, name="health").start()
        except Exception:  # such as RuntimeError, where the system allows no further thread
            self._end()
            logger.exception("Cannot probe the database")

    @property
    def is_old(self) -> bool:
        return time.monotonic() - self._ended > FRESH

    def usable(self) -> bool:
        """Wait for the result, but no longer than the probe's time allows."""
        self._finished.wait(max(self._started + PATIENCE - time.monotonic(), 0))
        return self._usable

    def _run(self) -> None:
        try:
            self._usable = self._succeeds()
        finally:
            self._end()

    def _end(self) -> None:
        self._ended = time.monotonic()
        self._finished.set()

    def _succeeds(self) -> bool:
        """Probe the database; the log gets what makes it unusable."""
        try:
            try:
                problem = self._problem()
            finally:
                connection.close()  # this thread's, where migrating needed one
        except (psycopg.Error, DjangoDatabaseError) as error:
            problem = str(error).strip() or type(error).__name__
        except BaseException:
            # Unexpected, so with a traceback. SystemExit would end this thread only, and silently.
            logger.exception("Cannot probe the database")
            return False
        if problem:
            logger.error("Database connection failed: %s", problem)
        return not problem
