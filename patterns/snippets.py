"""Repairs snippets, which are not valid code because they were cut out of something.

Interpreter sessions lose their prompts and output; ellipsis lines are blanked. Text that ends inside brackets or a
string is closed, and text that begins inside them is opened. A definition is added after a trailing decorator or
attribute. Line numbers stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from patterns import languages
from patterns.languages import Language
from patterns.parsing import Deadline, Parsed, has_keyword_lines, parse, tree

if TYPE_CHECKING:
    import tree_sitter

MAX_BYTES = 8_192  # longest text to repair: each of a dozen attempts is a parse
QUOTES = (b'"""', b'"', b"'", b"`")
# A line that marks an omission: `...`, `# ...`, `[…]`, `<snip>`.
_OMISSION = re.compile(
    rb"^[ \t/*#]*[<\[({]?[ \t]*(?:\.\.\.|\xe2\x80\xa6|snip|<\w+>)[ \t]*[>\])}]?[ \t*/]*$", re.MULTILINE
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


@dataclass(frozen=True, slots=True)
class RepairedSnippet:
    """A repaired text; the original stands in `parsed` between the bytes `start` and `end`."""

    parsed: Parsed
    start: int
    end: int


def is_short_enough(parsed: Parsed) -> bool:
    """Whether a text is short enough for an attempt to repair it."""
    return len(parsed.source) <= MAX_BYTES


def repair(broken: Parsed, language: Language, deadline: Deadline, *, is_thorough: bool) -> RepairedSnippet | None:
    """Repair a text that did not parse; return None if no attempt makes it valid code.

    Args:
        is_thorough: try more than closing brackets, which costs several times as much.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    for before, text, after in _candidates(broken.source, language, deadline, is_thorough):
        parsed = parse(before + text + after, language, deadline)
        is_complete = parsed.error_bytes == parsed.errors <= 1  # a missing node counts as a byte
        is_flawless = not parsed.errors and before not in QUOTES  # or any prose with a quotation would be a string
        if is_flawless or (is_complete and has_keyword_lines(parsed, 1, deadline)):
            return RepairedSnippet(parsed, len(before), len(before) + len(text))
    return None


def _candidates(
    source: bytes, language: Language, deadline: Deadline, is_thorough: bool
) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield the text with possible text before and after it, likeliest first."""
    typed = _session_input(source, language.prompts)
    if typed is not None:
        yield b"", typed, b""
        return
    text = _OMISSION.sub(b"", source).rstrip()
    before, after = _brackets_missing(text, language, deadline)
    if before or after or is_thorough or len(text) < len(source.rstrip()):
        yield before, text, b"\n" + after
    if not is_thorough:
        return
    yield before, text, b"\n" + language.ending + after
    quotes = [quote for quote in QUOTES if text.count(quote) % 2]
    for quote in quotes:
        opened, closed = _brackets_missing(text + quote, language, deadline)
        yield opened, text, quote + b"\n" + closed
    for beginning in [*quotes[:1], *language.beginnings]:
        _, closed = _brackets_missing(beginning + before + text, language, deadline)
        yield beginning + before, text, b"\n" + closed


def _session_input(source: bytes, prompts: tuple[str, ...]) -> bytes | None:
    """Return the input lines of an interpreter session, at their line numbers; None if there is no prompt."""
    if not prompts or not source.lstrip().startswith(prompts[0].encode()):
        return None
    prompt = re.compile(rb"[ \t]*(?:" + b"|".join(re.escape(one.encode()) for one in prompts) + rb")(?: |$)(.*)")
    lines = (prompt.fullmatch(line.rstrip(b"\r")) for line in source.split(b"\n"))
    return b"\n".join(line[1] if line else b"" for line in lines)


def _brackets_missing(source: bytes, language: Language, deadline: Deadline) -> tuple[bytes, bytes]:
    """Return the brackets to add before and after a text so that all of its own are paired."""
    import tree_sitter

    root = tree(source, language, deadline).root_node
    found = tree_sitter.QueryCursor(_bracket_query(language.name)).captures(root).get("bracket", [])
    open_ones: list[str] = []
    opened = ""
    for token in sorted((node for node in found if not node.is_missing), key=lambda node: node.start_byte):
        bracket = token.type
        if bracket in _CLOSING:
            open_ones.append(bracket)
        elif open_ones and open_ones[-1] == _OPENING[bracket]:
            open_ones.pop()
        elif not open_ones:
            opened = _OPENING[bracket] + opened
    return opened.encode(), "".join(_CLOSING[bracket] for bracket in reversed(open_ones)).encode()


@cache
def _bracket_query(language: str) -> tree_sitter.Query:
    import tree_sitter

    grammar = languages.load(language).grammar
    brackets = [token for token in (*_CLOSING, *_OPENING) if grammar.id_for_node_kind(token, False) is not None]
    return tree_sitter.Query(grammar, "[" + " ".join(f'"{token}"' for token in brackets) + "] @bracket")
