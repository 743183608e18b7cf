"""`python -m tests.benchmarks WHAT`: measure, and print the tables of docs/benchmarks.md.

Every bound is a ratio to something measured in the same run, because machines differ and are noisy.
"""

from __future__ import annotations

import argparse
import atexit
import importlib
import os
import platform
import shutil
import tempfile
from pathlib import Path

from tests.benchmarks.layouts import SHAPES, Shape

PARTS = (
    "calls",
    "http",
    "overhead",
    "pages",
    "search",
    "first_calls",
    "projects",
    "questions",
    "languages",
    "fusion",
    "vectors",
    "patterns",
    "admin",
    "health",
    "maintenance",
    "moving",
    "backups",
    "bad_input",
    "pooler",
)
SHAPED = ("search", "first_calls", "vectors")  # parts that depend on the shape of the data
# In a small run: one that is spread and one that is not. tests/benchmarks/test_data.py searches all of them.
QUICK_SHAPES: tuple[Shape, ...] = ("even", "giant-past")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=(*PARTS, "all"))
    parser.add_argument("--memories", type=int, default=10_000, help="how many to search among (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=1_000, help="calls of each kind (default: %(default)s)")
    parser.add_argument("--folder", type=Path, help="keep the filled databases here (default: a temporary folder)")
    parser.add_argument(
        "--shape",
        action="append",
        choices=SHAPES,
        help="of the data that is searched; may be repeated, and these are shown side by side (default: all)",
    )
    parser.add_argument("--quick", action="store_true", help="a small run that only shows that it runs")
    options = parser.parse_args()
    if options.quick:
        options.memories, options.rounds = 500, 20

    os.environ["DJANGO_SETTINGS_MODULE"] = "codex_project.settings"
    folder = options.folder or Path(tempfile.mkdtemp(prefix="codex-benchmark-"))
    if not options.folder:
        # Registered before any server's own end, and so carried out after it: a server without a folder runs on.
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["CODEX_DATA_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.memories:,} memories\n")
    for name in PARTS:
        if options.what in (name, "all"):
            run = importlib.import_module(f"tests.benchmarks.{name}").run  # it needs Django set up
            shapes = {"shapes": options.shape or (QUICK_SHAPES if options.quick else SHAPES)} if name in SHAPED else {}
            print(run(folder, memories=options.memories, rounds=options.rounds, **shapes), flush=True)
            print()


if __name__ == "__main__":
    main()
