"""Health checks for load balancers (specification, "Health Checks").

They are the first middleware instead of views: probes use IP addresses and plain HTTP, so they must be answered before
hosts are validated, requests are redirected to https, and sessions are read.
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
from memories.db import failures, pool, session
from memories.db.schema import is_applied, migrations_on_disk

logger = logging.getLogger(__name__)

FRESH = 0.05  # seconds that the result of a finished probe is reused
PATIENCE = 1.5  # seconds for the database to respond; the health check must respond within 2

Answer = tuple[int, dict[str, Any]]  # status and JSON


def health(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware that answers /health/live and /health/ready."""
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
    """Return the share of MAX_CONNECTIONS that this process is using."""
    active, _ = web_pool.usage()
    most: int = settings.POOL["max_size"]
    return round(active / most, 2)


class HealthChecks:
    """The health of one process. Simultaneous requests share one probe of the database."""

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
        """Return the probe that is running or has just finished, or a new one."""
        with self._choosing:
            if self._probe is None or self._probe.is_old:
                self._probe = DatabaseProbe(self._problem)
            return self._probe

    def _problem(self) -> str:
        """Return why the database is unusable, or ''.

        This uses a separate connection: the pool would wait for ACQUIRE_TIMEOUT, and a busy pool is no reason to take
        this process out of service.
        """
        if settings.EMBEDDED_DATABASE:
            connection.ensure_connection()  # the first one migrates
        with psycopg.connect(**{**pool.parameters(), "connect_timeout": 2}) as probe:
            probe.execute(session.statement())
            if probe.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
                return failures.UNMIGRATED
            applied = {tuple(row) for row in probe.execute("SELECT app, name FROM django_migrations")}
        return "" if all(is_applied(migration, applied) for migration in self._migrations) else failures.UNMIGRATED

    @cached_property
    def _migrations(self) -> list[Migration]:
        """All migrations on disk, which do not change during the life of a process."""
        return list(migrations_on_disk().values())


class DatabaseProbe:
    """One test of the database, in its own thread, so that a hanging server blocks nothing else.

    Requests during the probe or just after share its result. A thousand simultaneous requests therefore make few
    connections, and a server that hangs for hours occupies one thread, a daemon thread, which does not delay exit.
    A probe that fails in any way, even to start, counts as finished, so that the next one can start.

    Args:
        problem: returns why the database is unusable, or ''.
    """

    def __init__(self, problem: Callable[[], str]) -> None:
        self._problem = problem
        self._started = time.monotonic()
        self._ended = float("inf")
        self._finished = threading.Event()
        self._usable = False
        try:
            threading.Thread(target=self._run, daemon=True, name="health").start()
        except Exception:  # such as RuntimeError if no further thread can be started
            self._end()
            logger.exception("Cannot probe the database")

    @property
    def is_old(self) -> bool:
        return time.monotonic() - self._ended > FRESH

    def usable(self) -> bool:
        """Wait for the result until PATIENCE seconds after the start of the probe."""
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
        """Probe the database and log why it is unusable."""
        try:
            try:
                problem = self._problem()
            finally:
                connection.close()  # this thread's, if migrating needed one
        except (psycopg.Error, DjangoDatabaseError) as error:
            problem = str(error).strip() or type(error).__name__
        except BaseException:
            # Unexpected, hence the traceback. SystemExit would silently end this thread only.
            logger.exception("Cannot probe the database")
            return False
        if problem:
            logger.error("Database connection failed: %s", problem)
        return not problem
