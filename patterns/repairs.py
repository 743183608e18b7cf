"""What a snippet may have been before it was cut out: a text that is no code by itself, made whole.

A session of an interpreter loses its prompts and what it printed, and a place where something was left out its mark; a
text that ends within brackets or a string is
closed; one that begins within them is opened; decorators or attributes without anything to stand at get something. All
lines stay on their numbers.
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

MAX_BYTES = 8_192  # of a text that is tried to be made whole: each of a dozen tries is a parse
QUOTES = (b'"""', b'"', b"'", b"`")
# A line that says that something was left out here: `...`, `# ...`, `[…]`, `<snip>`.
_LEFT_OUT = re.compile(
    rb"^[ \t/*#]*[<\[({]?[ \t]*(?:\.\.\.|\xe2\x80\xa6|snip|<\w+>)[ \t]*[>\])}]?[ \t*/]*$", re.MULTILINE
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text made whole: what it was stands in `parsed` from the byte `start` to the byte `end`."""

    parsed: Parsed
    start: int
    end: int


def is_snippet(parsed: Parsed) -> bool:
    """Whether a text is short enough to be tried to be made whole."""
    return len(parsed.source) <= MAX_BYTES


def repaired(broken: Parsed, language: Language, deadline: Deadline, *, is_thorough: bool) -> Repaired | None:
    """The text of a broken parse, made whole; None if nothing makes it code that parses.

    Args:
        is_thorough: try more than to close what is open, which costs several times as much.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    for before, text, after in _candidates(broken.source, language, deadline, is_thorough):
        parsed = parse(before + text + after, language, deadline)
        is_complete = parsed.error_bytes == parsed.errors <= 1  # what is missing counts as a byte
        is_flawless = not parsed.errors and before not in QUOTES  # else any prose with a quotation is a string
        if is_flawless or (is_complete and has_keyword_lines(parsed, 1, deadline)):
            return Repaired(parsed, len(before), len(before) + len(text))
    return None


def _candidates(
    source: bytes, language: Language, deadline: Deadline, is_thorough: bool
) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The text with what may have stood before and after it, the likeliest first."""
    typed = _typed(source, language.prompts)
    if typed is not None:
        yield b"", typed, b""
        return
    text = _LEFT_OUT.sub(b"", source).rstrip()
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


def _typed(source: bytes, prompts: tuple[str, ...]) -> bytes | None:
    """What was typed at the prompts of a session, each line on its number; None if there is no prompt."""
    if not prompts or not source.lstrip().startswith(prompts[0].encode()):
        return None
    prompt = re.compile(rb"[ \t]*(?:" + b"|".join(re.escape(one.encode()) for one in prompts) + rb")(?: |$)(.*)")
    lines = (prompt.fullmatch(line.rstrip(b"\r")) for line in source.split(b"\n"))
    return b"\n".join(line[1] if line else b"" for line in lines)


def _brackets_missing(source: bytes, language: Language, deadline: Deadline) -> tuple[bytes, bytes]:
    """The brackets that a text needs before and after it for each of its own to have another."""
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
