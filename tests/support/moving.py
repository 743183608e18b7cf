"""Exporting and importing within the test's process."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from memories.moving import exporting, files, formats
from memories.moving.entries import Options
from memories.moving.importing import Import, Outcome

# Each table that an export covers, and those that triggers write from them.
TABLES = {
    "memories": "id",
    "processed_memories": "id",
    "memory_versions": "(memory_id, version)",
    "code_patterns": "id",
    "analysis_runs": "(memory_id, language)",
    "embedded_memories": "memory_id",
    "postings": "(term, memory_id)",
    "passages": "(memory_id, start)",
}


@dataclass
class Imported:
    """What became of an import."""

    counts: Counter[str] = field(default_factory=Counter)
    outcomes: list[Outcome] = field(default_factory=list)
    unlinked: int = 0

    def reasons(self) -> list[str]:
        return [outcome.reason for outcome in self.outcomes if outcome.reason]


def exported(**filters: Any) -> bytes:
    """An export, as a file has it."""
    with exporting.snapshot(exporting.Filters(**filters)) as export:
        return b"".join((export.header, *export.lines))


def records(export: bytes) -> list[dict[str, Any]]:
    """The memories of an export."""
    return [json.loads(line) for line in export.splitlines()[1:]]


def of_records(*memories: dict[str, Any]) -> bytes:
    """An export of memories."""
    header = {"codex_memory_export": 1, "version": "3.0.0"}
    return b"".join(json.dumps(each).encode() + b"\n" for each in (header, *memories))


def memory(**fields: Any) -> dict[str, Any]:
    """A memory as an export may have it, with no more than it needs."""
    return {"content": "The well is deep.", "context": "Village", "summary": "About the well", **fields}


def imported(file: Path, data: bytes | None = None, **options: Any) -> Imported:
    """Import a file, or a folder; `data` is written into the file first.

    Args:
        options: those of `memories.moving.entries.Options`, and `format`.
    """
    if data is not None:
        file.write_bytes(data)
    result = Imported()
    name = options.pop("format", None)
    with Import(Options(**options), result.outcomes.append) as run:
        if file.is_dir():
            _read(run, formats.Source(str(file)), name)
        else:
            with files.reading(str(file)) as reader:
                _read(run, formats.Source(str(file), reader), name)
    result.counts, result.unlinked = run.counts, run.unlinked
    return result


def _read(run: Import, source: formats.Source, name: str | None) -> None:
    format_ = formats.named(name) if name else formats.detect(source)
    for _ in run.run(format_.read(source)):
        pass


def state(program: psycopg.Connection[Any]) -> dict[str, list[Any]]:
    """All rows that a move is about, and the counters."""
    found = {}
    for table, key in TABLES.items():
        row = "to_jsonb(row) - 'id'" if table == "analysis_runs" else "to_jsonb(row)"  # a number of each database
        found[table] = program.execute(f"SELECT ({row})::text FROM {table} AS row ORDER BY {key}").fetchall()
    found["counters"] = program.execute(
        "SELECT kind, project, key, sum(amount) FROM ("
        " SELECT kind, project, key, amount FROM counters WHERE project <> '*' AND kind <> 'memory_count'"
        " UNION ALL SELECT kind, project, key, amount FROM counter_ledger"
        ") AS entries GROUP BY 1, 2, 3 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3"
    ).fetchall()
    return found


def empty(program: psycopg.Connection[Any]) -> None:
    program.execute("TRUNCATE memories, deleted_memories CASCADE")
