"""Labelled questions over real text: docstrings and document sections of what is installed here.

The first sentence of a docstring, or the heading of a section, is the question; the rest of it is the memory to be
found, which does not repeat that sentence.
"""

from __future__ import annotations

import ast
import re
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

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
