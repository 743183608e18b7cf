"""Readable differences between two texts: changed regions by lines, with the changed words marked.

The cost is bounded for contents of a megabyte: texts are compared in windows of lines, and what follows the first
`SHOWN_ROWS` changed lines is not compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

CONTEXT = 3  # unchanged lines shown before and after a change
SHOWN_ROWS = 500  # changed lines, of both texts together
WINDOW = 1_000  # lines compared at once; difflib's time grows with their square
LINE = 400  # characters; longer lines are broken, after a delimiter so that an insertion moves few of the breaks
WORDS = 800  # of a changed region; its words are not compared if there are more
MINUS = "\N{MINUS SIGN}"
ALIKE = 0.4  # share of common words; below, marks would be noise

_BREAK = re.compile(rf".{{80,{LINE}}}?[\s,;.!?)}}\]]|.{{1,{LINE}}}", re.DOTALL)
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_VISIBLE = str.maketrans({"\r": "␍", "\x00": "␀"})

Opcode = tuple[str, int, int, int, int]  # as those of difflib


class Lines:
    """A text's lines, the long ones broken, and the number of each."""

    def __init__(self, text: str) -> None:
        self.texts: list[str] = []
        self.numbers: list[int] = []
        for number, line in enumerate(text.split("\n") if text else [], 1):
            pieces = [line] if len(line) <= LINE else _BREAK.findall(line)
            self.texts += pieces
            self.numbers += [number] * len(pieces)


def rendered(old: str, new: str) -> SafeString:
    """Render what changed from one text to the other."""
    before, after = Lines(old), Lines(new)
    rows: list[SafeString] = []
    changed, is_after_change = 0, False
    for tag, i1, i2, j1, j2 in _merged(opcodes(before.texts, after.texts)):
        if tag == "equal":
            rows += _unchanged(before, i1, i2, is_first=not is_after_change, is_last=i2 == len(before.texts))
            continue
        shown = SHOWN_ROWS - changed
        if shown <= 0:
            rows.append(_note("Further changes are not shown."))
            break
        i_end, j_end = min(i2, i1 + (shown + 1) // 2), min(j2, j1 + (shown + 1) // 2)
        removed, added = marked(before.texts[i1:i_end], after.texts[j1:j_end])
        rows += [_row("removed", MINUS, *pair) for pair in zip(before.numbers[i1:i_end], removed, strict=True)]
        rows += [_row("added", "+", *pair) for pair in zip(after.numbers[j1:j_end], added, strict=True)]
        if i_end < i2 or j_end < j2:
            rows.append(_note("The rest of this change is not shown."))
        changed += i2 - i1 + j2 - j1
        is_after_change = True
    return format_html_join("", "{}", ((row,) for row in rows))


def opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[Opcode]:
    """Yield difflib's opcodes, found from window to window; adjacent ones may have the same tag."""
    tail = _common(reversed(old), reversed(new))
    tail = min(tail, len(old), len(new))
    i = j = 0
    while True:
        head = _common(old[i : len(old) - tail], new[j : len(new) - tail])
        if head:
            yield "equal", i, i + head, j, j + head
        i, j = i + head, j + head
        i_end, j_end = min(i + WINDOW, len(old) - tail), min(j + WINDOW, len(new) - tail)
        if i == i_end and j == j_end:
            break
        matcher = SequenceMatcher(None, old[i:i_end], new[j:j_end])
        found = [(tag, i + i1, i + i2, j + j1, j + j2) for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
        is_last = i_end == len(old) - tail and j_end == len(new) - tail
        if not is_last and found[-1][0] != "equal" and len(found) > 1:
            found.pop()  # its end may match lines beyond the window
        yield from found
        i, j = found[-1][2], found[-1][4]
    if tail:
        yield "equal", i, i + tail, j, j + tail


def _merged(found: Iterator[Opcode]) -> Iterator[Opcode]:
    """Join unchanged regions that follow one another."""
    last: Opcode | None = None
    for opcode in found:
        if last is not None and last[0] == opcode[0] == "equal":
            last = ("equal", last[1], opcode[2], last[3], opcode[4])
            continue
        if last is not None:
            yield last
        last = opcode
    if last is not None:
        yield last


def _common(old: Iterator[str] | Sequence[str], new: Iterator[str] | Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def marked(old: Sequence[str], new: Sequence[str]) -> tuple[list[SafeString], list[SafeString]]:
    """Escape the lines of a changed region, and mark the words that differ."""
    before, after = (_WORD.findall("\n".join(lines).translate(_VISIBLE)) for lines in (old, new))
    if old and new and len(before) <= WORDS and len(after) <= WORDS:
        matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
        if matcher.ratio() >= ALIKE:
            found = matcher.get_opcodes()
            spans = ([(tag, i1, i2) for tag, i1, i2, _, _ in found], [(tag, j1, j2) for tag, _, _, j1, j2 in found])
            return _lines_of(before, spans[0]), _lines_of(after, spans[1])
    return _escaped(old), _escaped(new)


def _lines_of(words: list[str], spans: Sequence[tuple[str, int, int]]) -> list[SafeString]:
    lines: list[list[SafeString]] = [[]]
    for tag, start, end in spans:
        for index, part in enumerate("".join(words[start:end]).split("\n")):
            if index:
                lines.append([])
            if part:
                lines[-1].append(format_html("{}" if tag == "equal" else "<mark>{}</mark>", part))
    return [format_html_join("", "{}", ((part,) for part in line)) for line in lines]


def _escaped(lines: Sequence[str]) -> list[SafeString]:
    return [format_html("{}", line.translate(_VISIBLE)) for line in lines]


def _unchanged(lines: Lines, start: int, end: int, *, is_first: bool, is_last: bool) -> Iterator[SafeString]:
    """Render the beginning and the end of an unchanged region, as far as it is beside a change."""
    first = start if is_first else min(start + CONTEXT, end)
    last = end if is_last else max(end - CONTEXT, first)
    yield from _same(lines, start, first)
    if hidden := last - first:
        yield _note(f"{hidden:,} unchanged {'line' if hidden == 1 else 'lines'}")
    yield from _same(lines, last, end)


def _same(lines: Lines, start: int, end: int) -> Iterator[SafeString]:
    for number, text in zip(lines.numbers[start:end], _escaped(lines.texts[start:end]), strict=True):
        yield _row("same", " ", number, text)


def _row(kind: str, sign: str, number: int, text: SafeString) -> SafeString:
    element = {"removed": "del", "added": "ins"}.get(kind, "span")
    return format_html(
        '<div class="line {}"><span class="line-number">{}</span><span class="sign" aria-hidden="true">{}</span>'
        "<{} dir='auto'>{}</{}></div>",
        *(kind, number, sign, SafeString(element), text, SafeString(element)),
    )


def _note(text: str) -> SafeString:
    return format_html('<div class="line omitted">{}</div>', text)
