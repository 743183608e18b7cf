"""`manage.py doctor`: shows the configuration in effect, faults, and what to do about them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.core import checks
from django.core.cache import caches
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.utils import DatabaseError as DjangoDatabaseError

import codex_project
from codex_project import embedding_checks, variables
from codex_project.health import HealthChecks
from memories import cache
from memories.db import named_sql, pooler, schema
from memories.errors import DatabaseError
from memories.observability import metric_files
from memories.observability.metrics import metrics
from memories.search.vectors import EXACT_MAX

_sql = named_sql.read(codex_project.__file__, "doctor")

Finding = tuple[bool, str]
PATIENCE = 20  # seconds for a server to respond and exit
ENTRY_BYTES = settings.EMBEDDING_DIMENSIONS // 8 + 210  # of a binary-quantized embedding in HNSW with m = 8
GROWTH_MAX = 1.5  # size in relation to a new index
DEAD_MAX = 0.2  # share of the rows, as for autovacuum

# Items of the specification's two checklists ("Deployment Checklist") that only a person can check.
BEFORE = (
    "Performance benchmarks met: python -m tests.benchmarks all, on the machine that will serve",
    "Security scan completed: of the machine and of the installed packages",
)
AFTER = (
    "Health endpoints responding: through the load balancer, /health/live and /health/ready",
    "Metrics being collected: Prometheus shows codex_memory_operations_total",
    "Logs being aggregated: the log system shows lines of mcp_server.calls",
    "Latency within SLA: the dashboard's 95 of 100",
    "Error rate < 0.1%: the alert CodexMemoryErrors is quiet",
    "Database connections stable: codex_memory_pool_connections does not creep up",
)


class Command(BaseCommand):
    help = "Show the configuration in effect, check the installation, and say how to correct each fault."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--deploy", action="store_true", help="Include the deployment checklists.")

    def handle(self, *args: Any, **options: Any) -> None:
        self._heading("Configuration")
        for variable in variables.variables():
            source = f"from {variable.source}" if variable.source else "default"
            self.stdout.write(f"  {variable.name} = {variable.value} ({source})")
        faults = 0
        sections = [("Database", _database), ("Pool", _pool), ("Cache, limits and metrics", _service)]
        sections += [("Embeddings", embedding_checks.findings), ("Protocol", _protocol)]
        if options["deploy"]:
            sections.append(("Deployment", _deployment))
        reachable = True
        for heading, examine in sections:
            self._heading(heading)
            if examine is _pool and not reachable:
                self.stdout.write("  ?      cannot be examined without the database")
                continue
            for good, text in examine():
                self.stdout.write(f"  {'ok   ' if good else 'FAULT'}  {text}")
                faults += not good
                reachable = reachable and (good or examine is not _database)
        if options["deploy"]:
            for heading, lines in (("For you to confirm before", BEFORE), ("For you to confirm after", AFTER)):
                self._heading(heading)
                for line in lines:
                    self.stdout.write(f"  [ ]    {line}")
        if faults:
            raise CommandError(f"{faults} fault{'s' if faults > 1 else ''} found.")

    def _heading(self, text: str) -> None:
        self.stdout.write(f"\n{text}")


def _database() -> Iterator[Finding]:
    """Check the server, its versions, migrations and indexes; stop at a fault that prevents further checks."""
    kind = "embedded, in CODEX_DATA_DIR" if settings.EMBEDDED_DATABASE else "the server of DATABASE_URL"
    try:
        schema.reach()
        schema.check_versions()
        yield True, f"{kind}: {_versions()}"
        if pooler.is_in_use():
            yield True, "through a connection pooler: settings are made in each transaction, no statement is prepared"
        pending = schema.unapplied_migrations()
        if pending:
            yield False, f"not migrated: {', '.join(pending)}. Run `codex-memory migrate`."
            return
        yield True, "all migrations are applied"
        for problem in schema.changed_migrations():
            yield False, f"{problem} Restore the file from the release that you run."
        schema.check_embedding_dimensions()
        yield True, f"embeddings have {settings.EMBEDDING_DIMENSIONS:,} dimensions"
        invalid = _rows("invalid_indexes")
        for (name,) in invalid:
            yield False, f"index {name} is invalid. Run `REINDEX INDEX CONCURRENTLY {name}`."
        if not invalid:
            yield True, "all indexes are valid"
        yield from _nearest()
        if recall := embedding_checks.recall():
            yield recall
        ((waiting,),) = _rows("without_language")
        if waiting:
            yield True, f"the words of {waiting:,} earlier memories will be indexed anew while an MCP server runs"
    except DatabaseError as error:
        yield False, error.message
    except DjangoDatabaseError as error:
        reason = str(error).strip().partition("\n")[0]
        yield False, f"the database cannot be examined: {reason}. See PostgreSQL's log."


def _nearest() -> Iterator[Finding]:
    """Check whether searches by embedding read many deleted rows. With few embeddings, they do not use the HNSW index.

    Neither size nor dead rows alone are a fault: an index stays large after VACUUM, though searches read no more of it
    than of a new one, and dead rows are counted until a VACUUM, even after the index was rebuilt.
    """
    ((index, size, count, dead),) = _rows("nearest") or [("none", 0, 0, 0)]
    if count <= EXACT_MAX:
        return
    growth = size / (count * ENTRY_BYTES)
    found = f"index {index} is {growth:.1f} times as large as its {count:,} embeddings need"
    if growth <= GROWTH_MAX or dead <= DEAD_MAX * count:
        yield True, found
        return
    yield (
        False,
        f"{found}, and searches still read {dead:,} deleted or replaced ones. Run `REINDEX INDEX CONCURRENTLY"
        f" {index}`, which takes less time than VACUUM.",
    )


def _versions() -> str:
    ((postgresql, pgvector, size),) = _rows("versions")
    return f"PostgreSQL {postgresql}, pgvector {pgvector or 'not yet created'}, {size}"


def _rows(statement: str) -> list[tuple[Any, ...]]:
    """The rows of a statement of doctor.sql."""
    with connection.cursor() as cursor:
        cursor.execute(_sql[statement])
        return list(cursor.fetchall())


def _pool() -> Iterator[Finding]:
    try:
        ((most, used),) = _rows("connections")
    except DjangoDatabaseError as error:
        yield False, f"the server's limits cannot be read ({type(error).__name__}). See PostgreSQL's log."
        return
    ours = settings.POOL["max_size"]
    text = f"a process opens {settings.POOL['min_size']} to {ours} connections; the server allows {most}, {used} in use"
    yield (
        ours <= most,
        text if ours <= most else f"{text}. Lower MAX_CONNECTIONS, or raise PostgreSQL's max_connections.",
    )


def _service() -> Iterator[Finding]:
    if settings.ENABLE_CACHE and pooler.is_in_use() and settings.DIRECT_DATABASE is None:
        yield False, cache.NEEDS_LISTEN_URL
    elif settings.ENABLE_CACHE:
        memories: Any = settings.CACHES["memories"]
        yield True, f"cache on: {memories['OPTIONS']['MAX_ENTRIES']} entries, {memories['TIMEOUT']:g} seconds, 64 MB"
    else:
        yield True, "cache off"
    limits = ", ".join(f"{name} {limit}" for name, limit in settings.RATE_LIMITS.items() if limit is not None)
    yield True, f"calls per minute: {limits or 'no limits'}"
    if settings.REDIS_URL:
        yield _redis()
    if not metrics.enabled:
        yield True, "metrics off"
        return
    loaded = metrics.load() is not None and os.access(metric_files.folder(), os.W_OK)
    yield loaded, "metrics are counted" if loaded else "metrics cannot be written. Make CODEX_DATA_DIR writable."


def _protocol() -> Iterator[Finding]:
    """Start a server as an agent does; its stdout must contain only the protocol."""
    client = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "doctor", "version": "1"}}
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": client}).encode()
    search_path = [str(Path(codex_project.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    try:
        ended = subprocess.run(
            # -P: modules in the current folder, which may be anybody's repository, are not ours.
            (sys.executable, "-P", "-m", "codex_project", "mcp_serve"),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search_path))},
            input=request + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        yield False, f"mcp_serve did not end within {PATIENCE} seconds. Run `codex-memory mcp_serve` and read its log."
        return
    lines = [line for line in ended.stdout.splitlines() if line.strip()]
    for line in lines:
        if not _is_message(line):
            yield (
                False,
                f"stdout contains more than the protocol, such as {ascii(line.decode(errors='replace'))[:80]}. Find"
                " what prints it when Python starts (sitecustomize, a .pth file, a wrapper) and redirect it to stderr.",
            )
            return
    if lines:
        yield True, "mcp_serve answers initialize, and stdout contains only the protocol"
    else:
        yield False, "mcp_serve does not answer initialize. Run `codex-memory mcp_serve` and read its log."


def _is_message(line: bytes) -> bool:
    try:
        message = json.loads(line)
    except ValueError:
        return False
    return isinstance(message, dict) and message.get("jsonrpc") == "2.0"


def _redis() -> Finding:
    from redis.exceptions import RedisError  # an extra

    from codex_project.shared_cache import SharedCache

    try:
        cast("SharedCache", caches["default"]).ping()
    except RedisError as error:
        problem = f"Redis does not respond ({type(error).__name__}), so each process counts separately"
        return False, f"{problem}. Start it, or correct REDIS_URL."
    return True, "limits are counted in Redis, for all processes together"


def _deployment() -> Iterator[Finding]:
    """Check the items of the first checklist that a program can check."""
    status, _ = HealthChecks().ready()
    yield status == 200, "/health/ready is 200" if status == 200 else "/health/ready is 503. See Database above."
    named = settings.EMBEDDED_DATABASE or bool(settings.DATABASES["default"]["HOST"])
    yield named, "the connection string names a host" if named else "DATABASE_URL names no host. Name it."
    found = checks.run_checks(include_deployment_checks=True)
    problems = [problem for problem in found if not problem.is_silenced()]
    for problem in problems:
        hint = f" {problem.hint}" if problem.hint else ""
        yield False, f"{problem.id}: {' '.join(problem.msg.split())}{hint}"
    if not problems:
        yield True, "`check --deploy` reports nothing"
