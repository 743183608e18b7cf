"""No file and no function of the code is so long that a reader loses the thread."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("codex_project", "mcp_server", "patterns", "memories")
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 350, 45


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        yield from (PROJECT / package).rglob("*.py")


def test_no_file_is_longer_than_350_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert len(lengths) > 100
    assert [path for path, length in lengths.items() if length > LINES_OF_A_FILE] == []


def test_no_function_is_longer_than_45_lines() -> None:
    lengths = {
        f"{path}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert len(lengths) > 500
    assert [name for name, length in lengths.items() if length > LINES_OF_A_FUNCTION] == []
