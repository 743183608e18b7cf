"""Parses source into a syntax tree in bounded time."""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from memories.errors import CallTimeoutError
from patterns.languages import Language

if TYPE_CHECKING:
    import tree_sitter

# tree-sitter holds the interpreter's lock while parsing. From this size on, it reads through a callback, which lets
# other threads run and checks the deadline; smaller texts take a few milliseconds.
CALLBACK_BYTES = 32_768
CHUNK_BYTES = 8_192


class Deadline:
    """The time limit of an analysis, in seconds from now; `cancel` ends it early from another thread."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def cancel(self) -> None:
        self._end = 0.0

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._end

    def check(self) -> None:
        """Raise CallTimeoutError once the deadline is over."""
        if self.is_over:
            raise CallTimeoutError(
                f"The analysis was stopped after {self._seconds:g} seconds; "
                "store the code in smaller memories, or raise MCP_TIMEOUT."
            )


@dataclass
class Parsed:
    """A parsed text. `errors` places, `error_bytes` bytes in all, on the lines `error_lines` did not parse."""

    source: bytes
    tree: tree_sitter.Tree
    errors: int = 0
    error_bytes: int = 0
    error_lines: frozenset[int] = frozenset()

    @property
    def error_share(self) -> float:
        """The share of the text's bytes that did not parse, from 0 to 1."""
        return min(1.0, self.error_bytes / len(self.source)) if self.source else 0.0

    @property
    def error_line_share(self) -> float:
        """The share of non-blank lines with an error, from 0 to 1."""
        lines = sum(not line.isspace() for line in self.source.split(b"\n") if line)
        return min(1.0, len(self.error_lines) / lines) if lines else 0.0

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, position = [0], self.source.find(b"\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.source.find(b"\n", position + 1)
        return starts

    def line(self, byte: int) -> int:
        """Return the line of a byte, from 0."""
        return bisect_right(self._line_starts, byte) - 1


def parse(source: bytes, language: Language, deadline: Deadline) -> Parsed:
    """Parse any text; parts that are not code of the language become error nodes.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    parsed = Parsed(source, tree(source, language, deadline))
    errors = _errors(parsed, deadline)
    parsed.errors, parsed.error_bytes, parsed.error_lines = errors.count, errors.bytes, frozenset(errors.lines)
    return parsed


def tree(source: bytes, language: Language, deadline: Deadline) -> tree_sitter.Tree:
    """Return a text's syntax tree without counting errors.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    import tree_sitter

    parser = tree_sitter.Parser(language.grammar)
    deadline.check()
    if len(source) < CALLBACK_BYTES:
        return parser.parse(source)

    def read(offset: int, _point: object) -> bytes:
        return source[offset : offset + CHUNK_BYTES]

    def is_over(_offset: int, _has_error: bool) -> bool:
        return deadline.is_over

    try:
        return parser.parse(read, progress_callback=is_over)
    except ValueError:
        deadline.check()
        raise


def has_keyword_lines(parsed: Parsed, least: int, deadline: Deadline) -> bool:
    """Whether at least `least` lines contain a keyword, as parsed, and no error.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    lines: set[int] = set()
    cursor = parsed.tree.walk()
    for visited in count(1):
        if visited % 4_096 == 0:
            deadline.check()
        node = cursor.node
        if node is None or len(lines) >= least:
            break
        if not node.is_named and not node.is_missing and node.type.isalpha():
            lines.add(parsed.line(node.start_byte))
            lines -= parsed.error_lines
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return len(lines) >= least
    return len(lines) >= least


@dataclass(slots=True)
class _Errors:
    count: int = 0
    bytes: int = 0
    lines: set[int] = field(default_factory=set)


def _errors(parsed: Parsed, deadline: Deadline) -> _Errors:
    """Count what did not parse, going down only where an error is.

    Well-formed nodes within an error are no part of it: an unclosed bracket at the top of a file makes an error of all
    that follows, though every function in it is sound.
    """
    errors = _Errors()
    cursor = parsed.tree.walk()
    is_within: list[bool] = []  # for each ancestor, whether it is an error
    for visited in count(1):
        if visited % 4_096 == 0:
            deadline.check()
        node = cursor.node
        if node is None:  # never happens; for the type checker
            break
        is_error, inside = node.is_error, bool(is_within) and is_within[-1]
        if is_error or node.is_missing:
            errors.count += 1
        if is_error or node.is_missing or (inside and not node.child_count):
            errors.lines.add(parsed.line(node.start_byte))
        if is_error and not inside:
            errors.bytes += node.end_byte - node.start_byte
        elif node.is_missing and not inside:
            errors.bytes += 1  # a missing node has no bytes
        elif inside and not is_error and node.child_count:
            errors.bytes -= node.end_byte - node.start_byte
        if node.has_error and cursor.goto_first_child():
            is_within.append(is_error)
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return errors
            is_within.pop()
    return errors
