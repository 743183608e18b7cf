"""What storing source and analysing it costs through the tools, and how many files a second are analysed."""

from __future__ import annotations

import sysconfig
import time
from pathlib import Path

from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import percentiles, table


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """A store of 5 kB of Python followed by its analysis; files of 20 kB a second."""
    database = Database(folder, memories, embedded_every=10)
    files = sorted(Path(sysconfig.get_paths()["stdlib"]).glob("*.py"))
    # Cut between definitions: in half of one, or of a long docstring, there may be nothing to find.
    sources = [source for path in files if (source := _beginning(path.read_text(errors="replace"), 20_000))]
    beginnings = [beginning for source in sources if (beginning := _beginning(source, 5_000))]
    stamp = time.time_ns()
    with database.connection(), Client(SERVER, database.environment()) as client:
        client.call("get_statistics")
        together = []
        for number in range(max(rounds // 4, 20)):
            source = f"# {stamp + number}\n{beginnings[number % len(beginnings)]}"
            before = time.perf_counter()
            stored = client.call("store_memory", content=source, context="source", summary="five kilobytes")
            analysis = client.call("analyze_patterns", memory_id=stored["id"], language="python")
            together.append((time.perf_counter() - before) * 1000)
            assert analysis["memory_id"] == stored["id"]
            assert analysis["total_found"] > 0, source[:200]
        ids = [
            client.call("store_memory", content=f"# {stamp} {n}\n{source}", context="source", summary="20 kB")["id"]
            for n, source in enumerate(sources)
        ]
        lines = [client.call_line("analyze_patterns", {"memory_id": i, "language": "python"}) for i in ids]
        a_second, analyses = client.throughput(lines, in_flight=4)
        assert [analysis["memory_id"] for analysis in analyses] == ids
        assert all(analysis["total_found"] > 0 for analysis in analyses)
    head = ["ms", "P50", "P95", "P99", "max"]
    return "\n".join(
        [
            "### Patterns\n",
            table(
                head, [["store of 5 kB and its analysis", *percentiles(together)], ["at most", "10", "30", "50", ""]]
            ),
            "",
            f"- Files of 20 kB analysed through the tool: {a_second:,.0f}/s (at least 10)",
        ]
    )


def _beginning(source: str, size: int) -> str | None:
    """At most so many characters, and nearly as many, up to the end of a definition."""
    end = source.rfind("\n\n\n", size * 4 // 5, size)
    return source[:end] if end > 0 else None
