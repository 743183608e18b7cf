"""Finds the code of a language in a memory's content.

Content that is code forms one block; Markdown has its fenced blocks of the language. Line numbers refer to the memory's
content. Prose without code has no blocks, which is not an error.
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
from patterns.snippets import is_short_enough, repair

# Content is code if at most this share of its non-blank lines contains an error. Measured on some 500 files: code in
# its own language has 0.00 to 0.02; English, Markdown, JSON, TOML, HTML and code in other languages that passes has
# three patterns per file at most, mostly none.
CODE_MAX_ERROR_LINES = 0.2
# Or if at most this share of its bytes does: in a megabyte on one line, one error makes all lines faulty.
CODE_MAX_ERROR_BYTES = 0.02
# Or if at least this many error-free lines contain a keyword, per line with an error: snippets are short, so one that
# is cut off or too new for the grammar has a large share of faulty lines. Of 26,000 excerpts of 3 to 30 lines of other
# texts (C, CSS, HTML, JSON, Markdown, shell, YAML and the like), 54 passed as code and contained a pattern.
CODE_MIN_KEYWORD_LINES = 0.5
# Text that is not code takes up to a hundred times as long to parse as code. For text of twice this size or more, a
# sample of its beginning decides.
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
    """A block of code; `first_line` is the number of its first line in the content, from 1.

    The bytes from `start` to `end` are in the content; the others were added by a repair.
    """

    parsed: Parsed
    first_line: int
    start: int = 0
    end: int | None = None  # None: the end of the block


@dataclass(frozen=True)
class Code:
    """The code in a content; `parse_errors` counts the places in it that did not parse."""

    blocks: tuple[Block, ...]
    parse_errors: int

    @property
    def sound_share(self) -> float:
        """The share of the code's bytes that parsed without errors, from 0 to 1."""
        total = sum(len(block.parsed.source) for block in self.blocks)
        return max(0.0, 1.0 - sum(block.parsed.error_bytes for block in self.blocks) / total) if total else 0.0


@dataclass(frozen=True)
class _FencedBlock:
    """A fenced block: its label (None if absent), the positions of its fence and text, and the text."""

    label: str | None
    fence_byte: int
    first_line: int
    text: str

    def may_hold(self, language: str) -> bool:
        return self.label is None or languages.by_alias(self.label) == language


def find_code(content: str, language: Language, deadline: Deadline) -> Code:
    """Find the code of one language in a memory's content.

    Raises:
        CallTimeoutError: the deadline is over.
    """
    text = content.removeprefix("\ufeff")
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    fenced = list(_fenced_blocks(text)) if "```" in text or "~~~" in text else []
    whole = _parse_as_code(text, language, deadline)
    if (
        whole is not None
        and whole.errors
        and is_short_enough(whole)
        and not fenced
        and not _reads_as_prose(text, language)
    ):
        block = _repaired_block(whole, 1, language, deadline)
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
            # A block without a label is code only if it has no errors.
            if one.label is not None or not parsed.errors:
                errors += parsed.errors
                block = _repaired_block(parsed, one.first_line, language, deadline)
                blocks.append(block or Block(parsed, one.first_line))
    if fenced or _reads_as_prose(text, language):
        return Code(tuple(blocks), errors)
    return Code((), whole.errors if whole is not None else 1)


def _repaired_block(parsed: Parsed, first_line: int, language: Language, deadline: Deadline) -> Block | None:
    """Return a repaired block; None if it is valid already or cannot be repaired."""
    if not parsed.errors or not is_short_enough(parsed):
        return None
    again = repair(parsed, language, deadline, is_thorough=not _is_code(parsed))
    if again is None:
        return None
    return Block(again.parsed, first_line - again.parsed.line(again.start), again.start, again.end)


def _parse_as_code(text: str, language: Language, deadline: Deadline) -> Parsed | None:
    """Parse the whole text; return None if its beginning shows that it is not code."""
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


def _is_outside(whole: Parsed, block: _FencedBlock, language: Language) -> bool:
    """Whether a fence is outside any docstring or comment, as in Markdown."""
    cursor = whole.tree.walk()  # walks down; finding a node's parent would start at the root each time
    while cursor.goto_first_child_for_byte(block.fence_byte) is not None:
        node = cursor.node
        # The node must begin before the fence: in JavaScript, the fence's own backticks begin a string.
        if node is None or node.start_byte >= block.fence_byte:
            return True
        if node.type in language.literals or node.is_extra:
            return False
    return True


def _fenced_blocks(text: str) -> Iterator[_FencedBlock]:
    """The fenced blocks of a Markdown text (CommonMark 4.5, with any indentation); an open one ends with the text."""
    opening: re.Match[str] | None = None
    inner: list[str] = []
    fence_byte = first_line = offset = 0
    for number, line in enumerate(text.split("\n"), start=1):
        found = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if opening is None:
            if found and not (found[3][0] == "`" and "`" in found[4]):  # otherwise inline code
                opening, inner, first_line = found, [], number + 1
                fence_byte = offset + len(line[: found.start(3)].encode(errors="replace"))
        elif found and found[3].startswith(opening[3]) and not found[2] and not found[4].strip():
            yield _FencedBlock(_label(opening[4]), fence_byte, first_line, "\n".join(inner))
            opening = None
        else:
            inner.append(_dedented(line, len(opening[1] + (opening[2] or ""))))
        offset += len(line.encode(errors="replace")) + 1
    if opening is not None:
        yield _FencedBlock(_label(opening[4]), fence_byte, first_line, "\n".join(inner))


def _dedented(line: str, most: int) -> str:
    return line[min(most, len(line) - len(line.lstrip(" \t"))) :]


def _label(info: str) -> str | None:
    """Return the language of an info string: `python title=x`, `rust,ignore`, `{.python}`, `{code-block} python`."""
    words: list[str] = _LABEL_WORD.findall(info)
    if info.lstrip().startswith("{"):
        return next((word for word in words if languages.by_alias(word)), words[0] if words else None)
    return words[0] if words else None


def _reads_as_prose(text: str, language: Language) -> bool:
    sample = " ".join(text[:PROSE_SAMPLE_CHARACTERS].split())  # indentation would count as the blanks of prose
    words = _WORD.findall(sample)
    letters_and_blanks = sum(map(len, words)) + sample.count(" ")
    keywords = sum(word in _keywords(language.name) for word in words)
    return letters_and_blanks >= PROSE_MIN_LETTERS * len(sample) and keywords <= PROSE_MAX_KEYWORDS * len(words)


@cache
def _keywords(language: str) -> frozenset[str]:
    """Return the keywords of a language's grammar."""
    grammar = languages.load(language).grammar
    kinds = (grammar.node_kind_for_id(number) for number in range(grammar.node_kind_count))
    return frozenset(kind for kind in kinds if kind and kind.isalpha() and grammar.id_for_node_kind(kind, False))
