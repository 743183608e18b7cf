"""`python -m tests.fuzz TARGET`: fuzz for a while; exit 1 if something was found.

`lines`, `arguments` and `http` with `--seconds` are guided by coverage: the server runs in the fuzzer's process
(`guided.py`). `http --minutes` sends inputs to a server of its own, several at once, and measures its memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import secrets
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.fuzz.corpus import Corpus
from tests.fuzz.http import VALUES, Finding, Target
from tests.support.clients import environment, run
from tests.support.database import in_new_folder
from tests.support.raw_http import HttpServer, request_of

GROWTH_MAX = 64 * 1024 * 1024  # bytes of the server, after its first tenth of the inputs
SHOWN_BYTES = 2_000
FOUND_MAX = 20  # after which the rest is not of interest
GUIDED = ("lines", "arguments", "http")
TOKENS = {"all": (), "reader": ("--read-only",), "project": ("--project", "a", "--project", "b")}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=[*GUIDED, "all"])
    parser.add_argument("--seconds", type=int, help="Guided by coverage, for so long; `all` divides it.")
    parser.add_argument("--minutes", type=float, default=1.0, help="Of `http`, without coverage.")
    parser.add_argument("--seed", type=int, default=None, help="Default: a new one, which is printed.")
    parser.add_argument("--connections", type=int, default=4)
    options = parser.parse_args(arguments)
    if options.seconds is not None:
        names = GUIDED if options.target == "all" else (options.target,)
        return 1 if [name for name in names if not fuzz_guided(name, max(options.seconds // len(names), 1))] else 0
    if options.target != "http":
        parser.error("Say for how many --seconds.")
    seed = secrets.randbelow(2**32) if options.seed is None else options.seed
    _say(f"Seed {seed}")
    _, env, tokens = prepared()
    with HttpServer(env) as server:
        tools = json.loads(server.post(request_of("tools/list"), tokens[0]).body)["result"]["tools"]
        random = Random(seed)
        campaign = Campaign(server, Target(random, server.port, tokens, tools), Corpus(random), random)
        asyncio.run(campaign.run(options.minutes * 60, options.connections))
        campaign.read_log(tokens)
        server.terminate()
        if status := server.wait():
            campaign.found(f"The server ended with status {status}")
        campaign.report()
    return 1 if campaign.findings else 0


def prepared() -> tuple[Path, dict[str, str], list[str]]:
    """Start a PostgreSQL; return a folder, an environment and tokens for servers on it."""
    postgresql = in_new_folder("codex-memory-fuzz-")
    variables = {"CODEX_DATA_DIR": str(postgresql.folder.parent), "RATE_LIMIT_ENABLED": "false"}
    env = environment(postgresql.url("postgres"), **variables, DJANGO_SECRET_KEY="only for fuzzing")
    _ran("migrate", "--verbosity=0", env=env)
    return (
        postgresql.folder.parent,
        env,
        [_ran("create_token", name, *more, env=env).strip() for name, more in TOKENS.items()],
    )


def fuzz_guided(name: str, seconds: int, program: tuple[str, str] = ("-m", "tests.fuzz.guided")) -> bool:
    """Fuzz a target by coverage, and return whether nothing was found.

    Args:
        program: arguments of Python that run `guided.main`.
    """
    folder, env, tokens = prepared()
    variables = {"DJANGO_SETTINGS_MODULE": "codex_project.settings", "FUZZ_TOKENS": " ".join(tokens)}
    command = (sys.executable, *program, name, str(folder), str(seconds))
    ended = subprocess.run(
        command, env={**env, **variables}, capture_output=True, text=True, errors="replace", timeout=seconds + 300
    )
    done = re.search(r"Done (\d+) runs in (\d+) second", ended.stderr)
    covered = re.findall(r"cov: (\d+) ft: (\d+)", ended.stderr)
    if done and covered:
        runs, took = int(done[1]), max(int(done[2]), 1)
        _say(
            f"{name}: {runs:,} inputs, {runs / took:.0f}/s; {covered[-1][0]} places reached, the seeds {covered[0][0]}"
        )
    if ended.stdout:
        _say(f"FOUND: stdout has {ended.stdout[:SHOWN_BYTES]!r}")
    if ended.returncode or not done:
        _say(f"FOUND, status {ended.returncode}: {ended.stderr[-4 * SHOWN_BYTES :]}")
    for crash in folder.glob("*-*"):
        if crash.name.startswith(("crash-", "timeout-", "oom-", "leak-")):
            _say(f"  by {crash.read_bytes()[:SHOWN_BYTES]!r}")
    return not ended.stdout and not ended.returncode and done is not None


class Campaign:
    """Inputs one after another, on several connections at once, until the time is up."""

    def __init__(self, server: HttpServer, target: Target, corpus: Corpus, random: Random) -> None:
        self._server, self._target, self._corpus, self._random = server, target, corpus, random
        self.inputs = 0
        self.findings: Counter[str] = Counter()
        self._slowest = (0.0, b"")
        self._sizes: list[tuple[float, int]] = []  # part of the time that has passed, bytes

    async def run(self, seconds: float, connections: int) -> None:
        started = time.monotonic()

        async def repeat() -> None:
            while (passed := time.monotonic() - started) < seconds and len(self.findings) < FOUND_MAX:
                if self.inputs % 500 == 0:
                    self._sizes.append((passed / seconds, self._server.resident_bytes))
                await self._one()

        await asyncio.gather(*(repeat() for _ in range(connections)))
        self._sizes.append((1.0, self._server.resident_bytes))
        warm = next(size for part, size in self._sizes if part >= 0.1)
        if self._sizes[-1][1] - warm > GROWTH_MAX:
            self.found(f"The server grew from {warm:,} to {self._sizes[-1][1]:,} bytes")

    async def _one(self) -> None:
        self.inputs += 1
        earlier = self._corpus.choose() if self._random.random() < 0.2 else None
        given = self._target.new_input() if earlier is None else self._target.changed(earlier)
        began = time.monotonic()
        try:
            for kind in await self._target.run(given):
                self._corpus.add(given, kind)
        except Finding as finding:
            self.found(str(finding), given)
        except (ValueError, KeyError, TypeError, OSError) as error:
            self.found(f"The answer could not be read: {error!r}", given)
        self._slowest = max(self._slowest, (time.monotonic() - began, given))

    def found(self, what: str, given: bytes = b"") -> None:
        self.findings[what[:200]] += 1
        if self.findings[what[:200]] == 1:
            _say(f"FOUND: {what}\n  by {given[:SHOWN_BYTES]!r}")

    def read_log(self, tokens: list[str]) -> None:
        """Look for what a log may not have."""
        log = self._server.log
        for entry in re.split(r"^(?=\d{4}-\d\d-\d\d )", log, flags=re.MULTILINE):
            if " ERROR " in entry or "Traceback" in entry:
                self.found(f"The log has: {VALUES.sub('', entry[-SHOWN_BYTES:])}")
        if any(token in log for token in tokens):
            self.found("The log has a token")

    def report(self) -> None:
        by_status: Counter[str] = Counter()
        for kind, times in self._corpus.seen.items():
            parts = kind if isinstance(kind, tuple) else (kind,)
            by_status[" ".join(str(part) for part in parts[:2] if part == "elsewhere" or isinstance(part, int))] += (
                times
            )
        _say(f"{self.inputs:,} inputs, {sum(self._corpus.seen.values()):,} answers of {len(self._corpus.seen):,} kinds")
        for status, times in sorted(by_status.items()):
            _say(f"  {status}: {times:,}")
        _say(f"The slowest took {self._slowest[0]:.1f} seconds: {self._slowest[1][:SHOWN_BYTES]!r}")
        _say(f"Resident megabytes: {', '.join(f'{size / 2**20:.0f}' for _, size in _some(self._sizes))}")
        _say(f"{len(self.findings)} findings")


def _some(sizes: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Ten of them, the last included."""
    return [*sizes[:: max(len(sizes) // 9, 1)][:9], sizes[-1]]


def _ran(*command: str, env: dict[str, str]) -> str:
    done = run(*command, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
