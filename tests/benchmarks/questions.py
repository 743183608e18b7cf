"""Labelled questions over real text: docstrings and document sections of what is installed here.

The first sentence of a docstring, or the heading of a section, is the question; the rest of it is the memory to be
found, which does not repeat that sentence.
"""

from __future__ import annotations

import ast
import json
import random
import re
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import table

HEADING = re.compile(r"^(?:#{1,4} +(?P<md>.+?) *#*|(?P<rst>\S.{5,})\n(?:={5,}|-{5,}|~{5,}|\^{5,}))$", re.MULTILINE)
WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True)
class Labelled:
    """A memory, and the question that it answers (None: it is there to be confused with the others)."""

    question: str | None
    content: str
    context: str
    summary: str


def labelled(limit: int) -> list[Labelled]:
    """At most so many memories, from the standard library and the installed packages, the same at every call."""
    found: dict[str, Labelled] = {}
    asked: set[str] = set()
    for item in chain(_docstrings(), _sections()):
        if item.content in found:
            continue
        question = item.question
        if question is not None and (len(set(WORD.findall(question.lower()))) < 4 or question in asked):
            question = None
        asked.add(question or "")
        found[item.content] = Labelled(question, item.content, item.context, item.summary)
        if len(found) >= limit:
            break
    return list(found.values())


def _folders() -> list[Path]:
    paths = sysconfig.get_paths()
    return [Path(paths["stdlib"]), Path(paths["purelib"])]


def _docstrings() -> Iterator[Labelled]:
    for folder in _folders():
        for path in sorted(folder.rglob("*.py")):
            name = str(path.relative_to(folder).with_suffix("")).replace("/", ".")
            if re.search(r"(^|[._])tests?[._]|site-packages|_vendor", name + "."):
                continue
            try:
                tree = ast.parse(path.read_bytes())
            except (SyntaxError, ValueError, RecursionError):
                continue
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                    head, _, body = (ast.get_docstring(node) or "").partition("\n\n")
                    if 60 < len(body) < 4_000:
                        yield Labelled(" ".join(head.split()), body, f"module {name}", _beginning(body))


def _sections() -> Iterator[Labelled]:
    for folder in _folders():
        for path in sorted(path for ending in ("md", "rst", "txt") for path in folder.rglob(f"*.{ending}")):
            text = path.read_text(errors="replace")
            headings = list(HEADING.finditer(text))
            for heading, following in zip(headings, [*headings[1:], None], strict=False):
                body = text[heading.end() : following.start() if following else None].strip()
                if 60 < len(body) < 4_000:
                    question = heading["md"] or heading["rst"]
                    yield Labelled(question.strip(), body, f"document {path.name}", _beginning(body))


def _beginning(body: str) -> str:
    return " ".join(body.split())[:80]


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Share of the questions whose memory is among the first one, five and ten."""
    items = labelled(memories)
    random.Random(7).shuffle(items)
    database = Database(folder / "questions", memories, embedded_every=1)
    with Client(SERVER, database.environment(LOG_LEVEL="error")) as client:
        asked = []
        for item in tqdm(items, unit=" memories", file=sys.stderr):
            stored = _store(client, item)
            if stored is not None and item.question is not None:
                asked.append((stored, item.question[:2_000]))
        rows = [["query", *_hits(client, asked[: rounds * 2])]]
    return f"### {len(asked[: rounds * 2]):,} questions\n\n{table(['', 'hit@1', 'hit@5', 'hit@10'], rows)}"


def _store(client: Client, item: Labelled) -> str | None:
    printable = {name: "".join(filter(str.isprintable, value)) for name, value in vars(item).items() if value}
    answer = json.loads(
        client.exchange(
            client.call_line(
                "store_memory",
                {
                    "content": item.content.replace("\0", ""),
                    "context": printable["context"][:1_000],
                    "summary": printable.get("summary") or "none",
                },
            )
        )
    )
    return answer["result"]["structuredContent"]["id"] if "result" in answer else None


def _hits(client: Client, asked: list[tuple[str, str]]) -> list[str]:
    places = []
    for expected, question in asked:
        found = client.call("search_memories", query=question, limit=10, content_chars=0)["memories"]
        ids = [memory["id"] for memory in found]
        places.append(ids.index(expected) if expected in ids else 99)
    return [f"{sum(place < most for place in places) / len(places):.3f}" for most in (1, 5, 10)]
