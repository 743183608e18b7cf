"""`python -m tests.load TEST`: drive the product as a fleet of agents would, and compare what is left with a model.

No established load tool serves MCP over both stdio and HTTP, so this package has the little that it takes.
"""

from __future__ import annotations

import argparse
import atexit
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.tables import percentile, percentiles, table

if TYPE_CHECKING:
    from tests.load.run import Outcome, Plan


class Test(NamedTuple):
    """A row of the specification's "Load Testing Requirements"; seconds, calls a second, share, ms."""

    seconds: float
    rate: float  # 0: each client calls as soon as it has an answer
    clients: dict[str, int]
    success: float
    p95: float | None


MANY = {"http": 100, "stdio": 30}
ONE = {"http": 16, "stdio": 1}
TESTS = {
    "sustained": Test(3600, 100, ONE, 0.99, 10),
    "burst": Test(300, 1000, ONE | {"http": 64}, 0.95, 50),
    "concurrent": Test(1800, 0, MANY, 0.99, None),
    "leak": Test(3600, 10, ONE, 0.99, None),
}
QUICK_SECONDS, QUICK_CLIENTS, QUICK_RATE = 2.0, 3, 30.0
TRIAL_SECONDS, BISECTIONS = 10.0, 4


def duration(text: str) -> float:
    """Seconds of "90", "90s", "5m" or "1h"."""
    unit = {"s": 1, "m": 60, "h": 3600}.get(text[-1:])
    return float(text[:-1]) * unit if unit else float(text)


def main() -> int:
    options = _options()
    os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
    folder = options.folder or Path(tempfile.mkdtemp(prefix="codex-load-"))
    if not options.folder:
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["CODEX_DATA_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from tests.benchmarks.database import Database
    from tests.load.run import Plan, execute

    database = Database(folder, options.memories, embedded_every=10)
    holds = True
    with database.connection() as connection:
        for name, test in TESTS.items():
            if options.test not in (name, "all"):
                continue
            for transport in ("stdio", "http") if options.transport == "both" else (options.transport,):
                seconds, rate = options.duration or test.seconds, options.rate or test.rate
                clients = options.clients or test.clients[transport]
                if options.quick:
                    seconds, rate, clients = QUICK_SECONDS, min(rate, QUICK_RATE), min(clients, QUICK_CLIENTS)
                plan = Plan(transport, seconds, rate, clients, options.seed, fresh=not options.quick)
                if options.find_rate:
                    print(_highest(plan, test, lambda plan: execute(database, connection, plan)), flush=True)
                    continue
                before = os.getloadavg()[0]
                outcome = execute(database, connection, plan)
                print(_report(name, test, plan, outcome, before, quick=options.quick), flush=True)
                holds = holds and outcome.holds
                holds = holds and (not outcome.errors if options.quick else _reaches(test, outcome))
    return 0 if holds else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__.split("\n")[0])
    parser.add_argument("test", choices=(*TESTS, "all"), help="the specification's row, or all four of them")
    parser.add_argument("--transport", choices=("stdio", "http", "both"), default="both")
    parser.add_argument("--duration", type=duration, help="90, 5m or 1h (default: the specification's; leak: 1h)")
    parser.add_argument("--rate", type=float, help="calls a second, on average (default: the specification's)")
    parser.add_argument("--clients", type=int, help="HTTP connections of one server, or stdio processes")
    parser.add_argument("--memories", type=int, default=10_000, help="there at the start (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of calls and arrivals (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="keep the database here (default: a temporary folder)")
    parser.add_argument("--find-rate", action="store_true", help="search for the highest rate that holds the bounds")
    parser.add_argument("--quick", action="store_true", help="a short run that compares with the model, not the speed")
    options = parser.parse_args()
    if options.quick:
        options.memories = 500
    return options


def _reaches(test: Test, outcome: Outcome) -> bool:
    """Whether a run reaches the specification's figures."""
    is_fast = test.p95 is None or (bool(outcome.all) and percentile(outcome.all, 0.95) < test.p95)
    return is_fast and outcome.success >= test.success


def _report(name: str, test: Test, plan: Plan, outcome: Outcome, load: float, *, quick: bool) -> str:
    from tests.load.measuring import slope

    measures, total = outcome.measures, outcome.all
    assert measures is not None
    offered = f"{plan.rate:g} calls/s" if plan.rate else "as fast as answered"
    head = [f"{name}, {plan.transport}, {plan.clients} clients, {offered}; ms", "calls", "P50", "P95", "P99", "max"]
    kinds = {"all": total, **dict(sorted(outcome.milliseconds.items()))}
    rows = [[kind, f"{len(values):,}", *percentiles(values)] for kind, values in kinds.items() if values]
    lines = [table(head, rows), "", f"- Machine's load average before: {load:.1f}; {measures.seconds:.0f} s"]
    lines.append(
        f"- Success {outcome.success:.2%} (at least {test.success:.0%}); {dict(outcome.errors) or 'no errors'}"
    )
    if test.p95 and total and not quick:
        p95 = percentile(total, 0.95)
        lines.append(f"- P95 {p95:.1f} ms (under {test.p95:g}): {'holds' if p95 < test.p95 else 'DOES NOT HOLD'}")
    lines += [
        f"- Wrong answers: {dict(outcome.wrong) or 'none'}; deadlocks: {measures.deadlocks}",
        f"- {outcome.verified:,} acknowledged writes compared; differences: {dict(outcome.left) or 'none'}",
        f"- Cores: server {measures.server:.2f}, PostgreSQL {measures.postgresql:.2f}, client {measures.client:.2f}",
        f"- I/O operations of PostgreSQL (pg_stat_io, those that the system's cache serves included): "
        f"{measures.iops:.0f}/s; between client and server, counted by the client: "
        f"{outcome.moved * 8 / measures.seconds / 1e6:.2f} Mbit/s; connections of PostgreSQL, at most: "
        f"{measures.connections}; resident, servers: {max(size for _, size in measures.resident):.0f} MB",
    ]
    kept = [point for point in measures.resident if point[0] >= measures.seconds / 5]
    if name == "leak" and len(kept) > 10:
        rise, half = slope([(seconds / 3600, size) for seconds, size in kept])
        day = kept[-1][1] + 24 * rise
        lines.append(
            f"- Resident memory rises by {rise:.2f} ± {half:.2f} MB/h (95%, least squares without the first fifth); "
            f"after 24 h {day:.0f} MB, at most {day + 24 * half:.0f} (under 500)"
        )
    return "\n".join(lines) + "\n"


def _highest(plan: Plan, test: Test, run: object) -> str:
    """Double the rate until a short run misses a bound, then bisect."""
    assert callable(run)
    rate, good, bad, rows = plan.rate or 50.0, 0.0, 0.0, []
    for _ in range(8 + BISECTIONS):
        outcome = run(replace(plan, rate=rate, seconds=TRIAL_SECONDS))
        p95 = percentile(outcome.all, 0.95) if outcome.all else float("inf")
        holds = outcome.success >= test.success and p95 < (test.p95 or 50) and outcome.holds
        rows.append([f"{rate:.0f}", f"{p95:.1f}", f"{outcome.success:.2%}", "yes" if holds else "no"])
        good, bad = (rate, bad) if holds else (good, rate)
        if bad and bad - good < max(bad / 2**BISECTIONS, 1):
            break
        rate = (good + bad) / 2 if bad else rate * 2
    head = [f"{plan.transport}: calls/s", "P95, ms", "success", "holds"]
    return f"{table(head, rows)}\n\n- Highest rate that held: {good:.0f} calls/s\n"


if __name__ == "__main__":
    sys.exit(main())
