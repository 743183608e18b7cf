"""How fast a database is backed up, restored, and moved to a server, and how much memory that takes."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.benchmarks.database import Database
from tests.benchmarks.moving import Taken, measure
from tests.benchmarks.tables import table

EMPTY = 0
MEGABYTES_MAX = 200


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Back up memories of which one in ten has an embedding, restore the backup, and move what was restored."""
    from codex_project.database import embedded

    source = Database(folder, memories, embedded_every=10)
    restored, moved = (_empty(folder) for _ in range(2))
    files = {ending: folder / f"memories.backup{ending}" for ending in ("", ".gz", ".zst")}
    with source.connection() as connection, restored.connection(), moved.connection():
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        taken = {f"backup{ending}": measure(source, "backup", file) for ending, file in files.items()}
        taken["restore"] = measure(restored, "restore", files[".zst"])
        host = quote(embedded.start(moved.folder / "postgresql").host, safe="")
        url = f"postgresql://postgres@/postgres?host={host}"
        taken["move to a server"] = measure(restored, "move_to_server", url)
    assert row is not None
    sizes = [f"{ending or 'plain'} {file.stat().st_size / 1e6:.0f} MB" for ending, file in files.items()]
    for file in files.values():
        file.unlink()
    return (
        f"### Backing up {memories:,} memories, {memories // 10:,} with an embedding\n\n"
        f"{table(['', 's', 'memories/s', 's of CPU', 'MB resident, at most'], _rows(memories, taken))}\n\n"
        f"- The database has {row[0] / 1e6:.0f} MB with its indexes; backups: {', '.join(sizes)}\n"
        f"- Resident: at most {max(each.megabytes for each in taken.values()):.0f} MB of {MEGABYTES_MAX} MB"
    )


def _empty(folder: Path) -> Database:
    place = Path(tempfile.mkdtemp(prefix="restored-", dir=folder))
    # Registered before the server's own end, and so carried out after it.
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return Database(folder, EMPTY, embedded_every=10, name=place.name)


def _rows(memories: int, taken: dict[str, Taken]) -> list[list[str]]:
    return [
        [name, f"{each.seconds:.1f}", f"{memories / each.seconds:,.0f}", *each.costs()] for name, each in taken.items()
    ]
