"""Questions in twelve languages, in other forms of a memory's words, among English memories."""

from __future__ import annotations

import os
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER
from tests.benchmarks.questions import labelled, store
from tests.benchmarks.sentences import SENTENCES
from tests.benchmarks.tables import table


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """hit@1 and hit@5 by language."""
    environment = {**os.environ, "CODEX_DATA_DIR": str(folder / "languages"), "RATE_LIMIT_ENABLED": "false"}
    places: dict[str, list[int]] = {}
    with Client(SERVER, environment) as client:
        for item in tqdm(labelled(memories), unit=" memories"):
            store(client, item)
        expected = {
            (language, content): client.call("store_memory", content=content, context="Notes", summary=language)["id"]
            for language, pairs in SENTENCES.items()
            for content, _ in pairs
        }
        for language, pairs in SENTENCES.items():
            for content, question in pairs:
                found = client.call("search_memories", query=question, limit=5)["memories"]
                ids = [memory["id"] for memory in found]
                wanted = expected[language, content]
                places.setdefault(language, []).append(ids.index(wanted) if wanted in ids else 99)
    rows = [
        [language, *(f"{sum(place < most for place in each) / len(each):.1f}" for most in (1, 5))]
        for language, each in places.items()
    ]
    head = ["ten questions each", "hit@1 (at least 0.8)", "hit@5"]
    return f"### Questions in twelve languages among {memories:,} English memories\n\n{table(head, rows)}"
