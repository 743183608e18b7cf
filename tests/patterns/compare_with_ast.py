"""Compare what the analysis counts with what Python's own parser does, file by file.

    python -m tests.patterns.compare_with_ast 300

takes 300 files of the standard library, evenly spread (all of them without a number), prints each that differs, and
exits 1 if any does.
"""

from __future__ import annotations

import ast
import sys
import sysconfig
import time
import tokenize
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from patterns.analysis import analyse

# What an occurrence is, in the words of the `ast` module.
NODES: dict[str, tuple[type[ast.AST], ...]] = {
    "function_definition": (ast.FunctionDef, ast.AsyncFunctionDef),
    "class_definition": (ast.ClassDef,),
    "context_manager": (ast.With, ast.AsyncWith),
    "exception_handling": (ast.Try, ast.TryStar),
    "lambda": (ast.Lambda,),
    "comprehension": (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
}


# Files that cannot agree. test_compile.py holds, to try the compiler, `(bar.` followed by a line indented less than its
# block; tree-sitter-python 0.25 takes that line for the block's end, and loses two classes after it.
KNOWN_TO_DIFFER = frozenset({"test/test_compile.py"})


def standard_library(number: int | None = None, *, without: frozenset[str] = frozenset()) -> list[Path]:
    """`number` files of the running Python's standard library that it can parse itself, evenly spread over its tree.

    Args:
        without: names of folders to leave out.
    """
    root = Path(sysconfig.get_paths()["stdlib"])
    left_out = without | {"site-packages"}
    files = [
        path
        for path in sorted(root.rglob("*.py"))
        if left_out.isdisjoint(path.parts)
        and path.relative_to(root).as_posix() not in KNOWN_TO_DIFFER
        and path.stat().st_size
    ]
    if number is None:
        return [path for path in files if _parsed(path) is not None]
    step = max(1, len(files) // (number + number // 10))  # some more, as some are there to be wrong
    return [path for path in files[::step] if _parsed(path) is not None][:number]


def expected(path: Path) -> dict[str, int]:
    """The occurrences of each type that `ast` finds."""
    tree = _parsed(path)
    assert tree is not None
    kinds = Counter(type(node) for node in ast.walk(tree))
    return {pattern_type: sum(kinds[kind] for kind in nodes) for pattern_type, nodes in NODES.items()}


def counted(path: Path) -> dict[str, int]:
    """The occurrences of the same types that the analysis finds."""
    with tokenize.open(path) as file:  # reads the encoding that the file declares
        counts = analyse(file.read(), "python").counts
    return {pattern_type: counts.get(pattern_type, 0) for pattern_type in NODES}


def differences(files: list[Path]) -> Iterator[tuple[Path, dict[str, tuple[int, int]]]]:
    """Each file that differs, with (by ast, by the analysis) of each type that does."""
    for path in files:
        theirs, ours = expected(path), counted(path)
        if theirs != ours:
            yield path, {kind: (theirs[kind], ours[kind]) for kind in NODES if theirs[kind] != ours[kind]}


def _parsed(path: Path) -> ast.AST | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return None


def main() -> int:
    files = standard_library(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    found = 0
    for path, difference in differences(files):
        found += 1
        print(f"{path}: (ast, analysis) {difference}")
    started = time.process_time()
    size = 0
    for path in files:
        counted(path)
        size += path.stat().st_size
    seconds = time.process_time() - started
    print(
        f"{len(files)} files, {found} differ; {size / seconds / 20_480:.0f} files of 20 kB a second of processor time"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
