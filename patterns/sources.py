"""What of a memory's content is code of a language.

Content that is code is taken whole; prose gives its fenced blocks of the language. Line numbers count in the memory's
own content. Prose without code gives nothing, and is no error.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from patterns import languages
from patterns.languages import Language
from patterns.parsing import Deadline, Parsed, has_keyword_lines, parse
from patterns.repairs import is_snippet, repaired

# Content is code where at most so many of its lines that are not blank hold an error. Measured on some 500 files:
# code in its own language 0.00 to 0.02; what passes of English, Markdown, JSON, TOML, HTML and other languages' code
# holds three patterns a file at most, mostly none.
CODE_MAX_ERROR_LINES = 0.2
# Or where so few of its bytes do: a megabyte on one line is code although an error makes all its lines bad.
CODE_MAX_ERROR_BYTES = 0.02
# Or where so many lines without an error hold a keyword, for each that holds an error: a snippet has few lines, and one
# that is cut off or too new for the grammar makes many of them bad. Of 26,000 pieces of 3 to 30 lines of other texts
# (C, CSS, HTML, JSON, Markdown, shell, YAML and the like), 54 were taken for code by this and held any pattern.
CODE_MIN_KEYWORD_LINES = 0.5
# A text that is no code at all costs up to a hundred times as much to parse as code does; from twice this size on, the
# lines at the beginning tell.
SAMPLE_BYTES = 65_536
SAMPLE_MAX_ERROR_LINES = 0.5

PROSE_SAMPLE_CHARACTERS = 20_000
PROSE_MIN_LETTERS = 0.9  # letters and blanks among the characters
PROSE_MAX_KEYWORDS = 0.4  # keywords of the language among the words; English has some 15% of Python's

_FENCE = re.compile(r"([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)", re.DOTALL)
_LABEL_WORD = re.compile(r"[\w+#-]+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Block:
    """One stretch of code; `first_line` is its first line's number in the content, from 1.

    Of its bytes, those from `start` to `end` stand in the content; others were added to make it whole.
    """

    parsed: Parsed
    first_line: int
    start: int = 0
    end: int | None = None  # that of the text if None


@dataclass(frozen=True)
class Code:
    """The code of a content; `parse_errors` places that were meant to be code did not parse."""

    blocks: tuple[Block, ...]
    parse_errors: int

    @property
    def sound_share(self) -> float:
        """The share of the code's bytes that parsed without error, from 0 to 1."""
        total = sum(len(block.parsed.source) for block in self.blocks)
        return max(0.0, 1.0 - sum(block.parsed.error_bytes for block in self.blocks) / total) if total else 0.0


@dataclass(frozen=True)
class _Fenced:
    """A fenced block: its label's language (None without a label), and where its fence and its text stand."""

    label: str | None
    fence_byte: int
    first_line: int
    text: str

    def may_hold(self, language: str) -> bool:
        return self.label is None or languages.by_alias(self.label) == language


def find(content: str, language: Language, deadline: Deadline) -> Code:
    """Find the code of one language in a content.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    text = content.removeprefix("\ufeff")
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    fenced = list(_fenced(text)) if "```" in text or "~~~" in text else []
    whole = _whole(text, language, deadline)
    if whole is not None and whole.errors and is_snippet(whole) and not fenced and not _reads_as_prose(text, language):
        block = _made_whole(whole, 1, language, deadline)
        if block is not None:
            return Code((block,), whole.errors)
    if whole is not None and not any(_is_outside(whole, one, language) for one in fenced):
        is_markdown = bool(fenced) or "```" in text
        if _is_code(whole) or (not is_markdown and _has_code(whole, deadline)):
            return Code((Block(whole, 1),), whole.errors)
    blocks = []
    errors = 0
    for one in fenced:
        if one.may_hold(language.name):
            parsed = parse(_encoded(one.text), language, deadline)
            # Nobody said what a block without a label is: it is code if it is flawless code.
            if one.label is not None or not parsed.errors:
                errors += parsed.errors
                block = _made_whole(parsed, one.first_line, language, deadline)
                blocks.append(block or Block(parsed, one.first_line))
    if fenced or _reads_as_prose(text, language):
        return Code(tuple(blocks), errors)
    return Code((), whole.errors if whole is not None else 1)


def _made_whole(parsed: Parsed, first_line: int, language: Language, deadline: Deadline) -> Block | None:
    """A block of a snippet that is no valid file by itself; None if it is one, or nothing makes it one."""
    if not parsed.errors or not is_snippet(parsed):
        return None
    again = repaired(parsed, language, deadline, is_thorough=not _is_code(parsed))
    if again is None:
        return None
    return Block(again.parsed, first_line - again.parsed.line(again.start), again.start, again.end)


def _whole(text: str, language: Language, deadline: Deadline) -> Parsed | None:
    """The whole text, parsed; None where its beginning shows that it is no code."""
    source = _encoded(text)
    cut = source.rfind(b"\n", SAMPLE_BYTES // 2, SAMPLE_BYTES)
    if len(source) <= 2 * SAMPLE_BYTES or cut <= 0:
        return parse(source, language, deadline)
    sample = parse(source[:cut], language, deadline)
    return None if sample.error_line_share > SAMPLE_MAX_ERROR_LINES else parse(source, language, deadline)


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")


def _is_code(parsed: Parsed) -> bool:
    return parsed.error_line_share <= CODE_MAX_ERROR_LINES or parsed.error_share <= CODE_MAX_ERROR_BYTES


def _has_code(parsed: Parsed, deadline: Deadline) -> bool:
    least = max(1, math.ceil(CODE_MIN_KEYWORD_LINES * len(parsed.error_lines)))
    return has_keyword_lines(parsed, least, deadline)


def _is_outside(whole: Parsed, block: _Fenced, language: Language) -> bool:
    """Whether a fence stands among the code, as it does in Markdown, and not within a docstring or a comment."""
    cursor = whole.tree.walk()  # down from the top: each step up from a node would begin at the top again
    while cursor.goto_first_child_for_byte(block.fence_byte) is not None:
        node = cursor.node
        # It must have begun before the fence: in JavaScript, the fence's own backticks begin a string.
        if node is None or node.start_byte >= block.fence_byte:
            return True
        if node.type in language.literals or node.is_extra:
            return False
    return True


def _fenced(text: str) -> Iterator[_Fenced]:
    """The fenced blocks of a Markdown text (CommonMark 4.5, but indented at will); an open one ends with the text."""
    opening: re.Match[str] | None = None
    inner: list[str] = []
    fence_byte = first_line = offset = 0
    for number, line in enumerate(text.split("\n"), start=1):
        found = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if opening is None:
            if found and not (found[3][0] == "`" and "`" in found[4]):  # else it is code within a line of prose
                opening, inner, first_line = found, [], number + 1
                fence_byte = offset + len(line[: found.start(3)].encode(errors="replace"))
        elif found and found[3].startswith(opening[3]) and not found[2] and not found[4].strip():
            yield _Fenced(_label(opening[4]), fence_byte, first_line, "\n".join(inner))
            opening = None
        else:
            inner.append(_dedented(line, len(opening[1] + (opening[2] or ""))))
        offset += len(line.encode(errors="replace")) + 1
    if opening is not None:
        yield _Fenced(_label(opening[4]), fence_byte, first_line, "\n".join(inner))


def _dedented(line: str, most: int) -> str:
    return line[min(most, len(line) - len(line.lstrip(" \t"))) :]


def _label(info: str) -> str | None:
    """The language that an info string names: `python title=x`, `rust,ignore`, `{.python}`, `{code-block} python`."""
    words: list[str] = _LABEL_WORD.findall(info)
    if info.lstrip().startswith("{"):
        return next((word for word in words if languages.by_alias(word)), words[0] if words else None)
    return words[0] if words else None


def _reads_as_prose(text: str, language: Language) -> bool:
    sample = " ".join(text[:PROSE_SAMPLE_CHARACTERS].split())  # indentation would pass for the blanks of prose
    words = _WORD.findall(sample)
    letters_and_blanks = sum(map(len, words)) + sample.count(" ")
    keywords = sum(word in _keywords(language.name) for word in words)
    return letters_and_blanks >= PROSE_MIN_LETTERS * len(sample) and keywords <= PROSE_MAX_KEYWORDS * len(words)


@cache
def _keywords(language: str) -> frozenset[str]:
    """The words that the grammar of a language knows by themselves."""
    grammar = languages.load(language).grammar
    kinds = (grammar.node_kind_for_id(number) for number in range(grammar.node_kind_count))
    return frozenset(kind for kind in kinds if kind and kind.isalpha() and grammar.id_for_node_kind(kind, False))
