"""`python -m tests.faults --rounds N`: break everything around the servers, and count what is lost."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections import defaultdict
from itertools import groupby

from tests.benchmarks.tables import percentile, table
from tests.faults.happening import FAULTS, LONG, SHORT
from tests.faults.rounds import Result, Rounds
from tests.faults.world import World

HEAD = ("fault", "rounds", "calls", "unknown outcome", "losses", "recovery P50", "worst")


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    chosen = options.faults.split(",") if options.faults else list(FAULTS)
    if unknown := [name for name in chosen if name not in FAULTS]:
        _parser().error(f"there is no fault {unknown[0]!r}; there are {', '.join(FAULTS)}")
    seed = secrets.randbelow(2**32) if options.seed is None else options.seed
    _say(f"Seed {seed}")
    missing = {name: reason for name in chosen if (reason := FAULTS[name].missing())}
    for name, reason in missing.items():
        _say(f"Skipped {name}: {reason}")
    possible = [name for name in chosen if name not in missing]
    plan = [possible[number % len(possible)] for number in range(options.rounds)] if possible else []
    plan.sort(key=lambda name: FAULTS[name].world)  # each kind of world is made once
    results: dict[str, list[Result]] = defaultdict(list)
    for kind, names in groupby(plan, key=lambda name: FAULTS[name].world):
        with World(kind, sabotage=options.sabotage) as world:
            rounds = Rounds(world, seed, SHORT if options.short else LONG)
            for name in names:
                results[name].append(rounds.run(FAULTS[name]))
                _tell(f"{sum(map(len, results.values()))}/{len(plan)} {name}", results[name][-1], options)
    return _report(results, missing, options.recovery_within)


def _tell(round_: str, result: Result, options: argparse.Namespace) -> None:
    _say(f"{round_}: {result.outcomes}, recovered in {result.recovery:.2f} s")
    if result.recovery > options.recovery_within:
        _say(f"  TOO LATE: not within {options.recovery_within:g} s")
    for loss in result.losses:
        _say(f"  LOSS {loss}")
    for server, log in result.logs.items():
        _say(f"  LOG of {server}:\n{log}")


def _parser() -> argparse.ArgumentParser:
    names = "\n".join(f"  {name}: {fault.name}" for name, fault in FAULTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description="Agents change memories on three servers while something breaks; then everything is counted.",
        epilog=f"The faults:\n{names}\n\nExit status 1 if anything was lost, or a server recovered too late.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=int, required=True, help="how many; each has one fault, in turn")
    parser.add_argument("--seed", type=int, help="of what is random; default: a new one, which is printed")
    parser.add_argument("--faults", metavar="A,B", help="only these; default: all")
    parser.add_argument("--short", action="store_true", help="shorter hangs and smaller bulk deletions, for CI")
    parser.add_argument("--recovery-within", type=float, default=5.0, metavar="SECONDS", help="default: 5")
    parser.add_argument(
        "--sabotage", action="store_true", help="let commits return before they are durable: losses must be reported"
    )
    return parser


def _report(results: dict[str, list[Result]], missing: dict[str, str], within: float) -> int:
    rows = []
    for name, of_fault in results.items():
        seconds = [result.recovery for result in of_fault]
        calls = [sum(result.outcomes.values()) for result in of_fault]
        unknown = [result.outcomes["unknown"] for result in of_fault]
        losses = sum(len(result.losses) for result in of_fault)
        figures = (len(of_fault), sum(calls), sum(unknown), losses)
        recovery = (f"{percentile(seconds, 0.5):.2f} s", f"{max(seconds):.2f} s")
        rows.append((FAULTS[name].name, *(f"{figure:,}" for figure in figures), *recovery))
    rows += [(FAULTS[name].name, f"skipped: {reason}", *[""] * (len(HEAD) - 2)) for name, reason in missing.items()]
    _say("\n" + table(HEAD, rows))
    every = [result for of_fault in results.values() for result in of_fault]
    return 1 if any(result.losses or result.recovery > within for result in every) else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
