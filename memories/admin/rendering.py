"""Stored values as HTML that is safe to show: text as text, code highlighted, JSON indented, sizes for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexer import Lexer  # type: ignore[import-untyped]
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

SHOWN_CHARACTERS = 200_000  # of content, before "show all"
HIGHLIGHTED_CHARACTERS = 100_000  # of one piece of code; above, colours cost more than they help
CODE_LANGUAGES = ("python", "rust", "javascript", "typescript", "go", "java", "sql", "bash", "ruby", "c", "cpp")

_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
_CODE_LINE = re.compile(
    r"^\s*("
    r"(def|class|import|async def|fn|pub|use|impl|struct|enum|let|const|function|var|try|except|SELECT|CREATE)\b|"
    r"from \S+ import|@\w|return\b|#|//|"
    r"(if|for|while|with|match|else)\b.*[:{]$|"
    r"[})\]];?,?$|.*[;{]$"
    r")"
)


@dataclass(frozen=True)
class Piece:
    """A run of prose, or a block of code in the language that its fence names."""

    text: str
    language: str | None = None


def pieces(content: str) -> Iterator[Piece]:
    """Split text at its fenced blocks, as CommonMark has them; a fence that is never closed runs to the end."""
    prose: list[str] = []
    code: list[str] = []
    fence = language = ""
    for line in content.splitlines(keepends=True):
        match = _FENCE.match(line.rstrip("\r\n"))
        if not fence:
            if match is None:
                prose.append(line)
                continue
            if prose:
                yield Piece("".join(prose).strip("\n"))
            prose, code = [], []
            fence, language = match["fence"], match["info"].split(" ")[0].strip("{}.").lower() or "text"
        elif match is not None and match["fence"].startswith(fence) and not match["info"].strip():
            yield Piece("".join(code), language)
            fence = ""
        else:
            code.append(line)
    if fence:
        yield Piece("".join(code), language)
    elif prose:
        yield Piece("".join(prose).strip("\n"))


def content(text: str, likely_language: str | None) -> SafeString:
    """The content of a memory: fenced blocks highlighted, or the whole where the whole is code."""
    parts = list(pieces(text))
    if len(parts) == 1 and parts[0].language is None and likely_language and looks_like_code(text):
        parts = [Piece(text, likely_language)]
    return format_html_join("", "{}", ((_piece(part),) for part in parts if part.text.strip()))


def _piece(piece: Piece) -> SafeString:
    if piece.language is None:
        return format_html('<div class="prose" dir="auto">{}</div>', piece.text)
    return code(piece.text, piece.language)


def code(text: str, language: str, first_line: int | None = None) -> SafeString:
    """A block of code, coloured by classes; numbered if `first_line` is given."""
    lexer = _lexer(language) if len(text) <= HIGHLIGHTED_CHARACTERS else None
    if lexer is None:
        return format_html('<div class="highlight" tabindex="0"><pre>{}</pre></div>', text)
    formatter = HtmlFormatter(nowrap=True)
    html = highlight(text, lexer, formatter)
    if first_line is not None:
        numbered = enumerate(html.rstrip("\n").split("\n"), first_line)
        html = "\n".join(f'<span class="line-number">{number}</span>{line}' for number, line in numbered)
    # Pygments has escaped the text.
    return mark_safe(f'<div class="highlight" tabindex="0"><pre>{html}</pre></div>')  # noqa: S308


def _lexer(language: str) -> Lexer | None:
    try:
        lexer: Lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    return lexer


def looks_like_code(text: str) -> bool:
    """Whether most of a text's lines are of the kinds that only code has, or stand indented below such."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    if not lines or not any(_CODE_LINE.match(line) for line in lines):
        return False
    return sum(bool(_CODE_LINE.match(line)) or line.startswith(("    ", "\t")) for line in lines) >= 0.6 * len(lines)


def json_text(value: Any) -> SafeString:
    """A JSON value, indented and highlighted; SafeString("") for none."""
    if value is None:
        return SafeString("")
    return code(json.dumps(value, indent=2, ensure_ascii=False), "json")


NONE = SafeString('<span class="quiet">none</span>')


def presence(there: bool) -> SafeString:
    """Whether something was stored. Its absence is no fault, so no red cross."""
    return SafeString('<span class="yes">yes</span>') if there else NONE


def size(count: float) -> str:
    """A number of bytes for people: `1.4 MB`."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:,.0f} {unit}" if unit == "bytes" or count >= 100 else f"{count:,.1f} {unit}"
        count /= 1000
    return f"{count:,.1f} TB"


def characters(count: int) -> str:
    """A number of characters for people: `1,400` up to 10,000, `14k` and `1.4M` above."""
    if count < 10_000:
        return f"{count:,}"
    return f"{count / 1_000:,.0f}k" if count < 1_000_000 else f"{count / 1_000_000:,.1f}M"


def tag_list(tags: list[str], address: str) -> SafeString:
    """Tags as links to the memories that carry them; another program may have stored any text as a tag."""
    return format_html_join(
        " ", '<a class="tag" href="{}?{}"><bdi>{}</bdi></a>', ((address, urlencode({"tag": tag}), tag) for tag in tags)
    )
