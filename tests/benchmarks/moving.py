"""How fast memories are exported and imported, and how much memory that takes."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks import cpu
from tests.benchmarks.database import Database
from tests.benchmarks.tables import table

COMMAND = [sys.executable, "-m", "codex_project"]
EMPTY = 0
SECONDS_MAX = 180 / 100_000  # of an export and an import together, for each memory
MEGABYTES_MAX = 200


@dataclass(frozen=True)
class Taken:
    seconds: float
    processor: float  # seconds, of the command and of PostgreSQL together
    megabytes: float  # of the command, resident, at most

    def costs(self) -> tuple[str, str]:
        return f"{self.processor:.1f}", f"{self.megabytes:.0f}"


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Export memories in projects, with versions of none; import them into an empty database, and once more."""
    source = Database(folder, memories, embedded_every=10, in_projects=True)
    moved = Path(tempfile.mkdtemp(prefix="moved-", dir=folder))
    # Registered before the server's own end, and so carried out after it.
    atexit.register(shutil.rmtree, moved, ignore_errors=True)
    target = Database(folder, EMPTY, embedded_every=10, name=moved.name)
    files = {ending: folder / f"export.jsonl{ending}" for ending in ("", ".gz", ".zst")}
    copy = folder / "copy.jsonl"
    with source.connection(), target.connection():
        exports = {ending: measure(source, "export_memories", file) for ending, file in files.items()}
        imported, again = (measure(target, "import_memories", files[""]) for _ in range(2))
        measure(target, "export_memories", copy)
        sizes = {ending: file.stat().st_size / 1e6 for ending, file in files.items()}
        assert _lines(files[""]) == _lines(copy), "the import differs from the export"
    for file in (*files.values(), copy):
        file.unlink()
    taken = {
        "export": exports[""],
        "export, gzip": exports[".gz"],
        "export, Zstandard": exports[".zst"],
        "import": imported,
        "import once more": again,
    }
    rows = [
        [
            name,
            f"{each.seconds:.1f}",
            f"{memories / each.seconds:,.0f}",
            f"{each.processor:.1f}",
            f"{each.megabytes:.0f}",
        ]
        for name, each in taken.items()
    ]
    together = exports[""].seconds + imported.seconds
    return (
        f"### Moving {memories:,} memories, {memories // 10:,} with an embedding\n\n"
        f"{table(['', 's', 'memories/s', 's of CPU', 'MB resident, at most'], rows)}\n\n"
        f"- Export and import together: {together:.0f} s, at most {SECONDS_MAX * memories:.0f} s\n"
        f"- Their CPU: {exports[''].processor + imported.processor:.0f} s\n"
        f"- Resident: at most {max(each.megabytes for each in taken.values()):.0f} MB of {MEGABYTES_MAX} MB\n"
        f"- Sizes: {sizes['']:.0f} MB, with gzip {sizes['.gz']:.0f} MB, with Zstandard {sizes['.zst']:.0f} MB"
    )


def measure(database: Database, command: str, argument: object) -> Taken:
    """Run a command on a database."""
    from codex_project.database import embedded

    server = psutil.Process(embedded.start(database.folder / "postgresql").pid)
    before = _processor(server)
    began = time.perf_counter()
    process = subprocess.Popen(
        [*COMMAND, command, str(argument), "--verbosity=0"], env=database.environment(), stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    seconds = time.perf_counter() - began
    processor = usage.ru_utime + usage.ru_stime + _processor(server) - before
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Taken(seconds, processor, kilobytes / 1024)


def _processor(server: psutil.Process) -> float:
    """Seconds of CPU that a PostgreSQL has taken, with its processes that have ended."""
    return cpu.seconds([server, *server.children()])


def _lines(file: Path) -> bytes:
    """What an export has after its header, as a digest."""
    with file.open("rb") as opened:
        opened.readline()
        return hashlib.file_digest(opened, "sha256").digest()
