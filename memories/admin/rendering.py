"""Renders stored values as safe HTML: escaped text, highlighted code, indented JSON, readable sizes and times."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexer import Lexer  # type: ignore[import-untyped]
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

SHOWN_CHARACTERS = 200_000  # of content, before "show all"
HIGHLIGHTED_CHARACTERS = 100_000  # of one code block; highlighting more is slow
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
    """A passage of prose, or a code block in the language of its fence."""

    text: str
    language: str | None = None


def pieces(content: str) -> Iterator[Piece]:
    """Split text at its fenced blocks (CommonMark); an unclosed block extends to the end."""
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
    """Render a memory's content: fenced blocks are highlighted, or all of it if it is code."""
    parts = list(pieces(text))
    if len(parts) == 1 and parts[0].language is None and likely_language and looks_like_code(text):
        parts = [Piece(text, likely_language)]
    return format_html_join("", "{}", ((_piece(part),) for part in parts if part.text.strip()))


def _piece(piece: Piece) -> SafeString:
    if piece.language is None:
        return format_html('<div class="prose" dir="auto">{}</div>', piece.text)
    return code(piece.text, piece.language)


def code(text: str, language: str, first_line: int | None = None) -> SafeString:
    """Render highlighted code, with line numbers if `first_line` is given."""
    lexer = _lexer(language) if len(text) <= HIGHLIGHTED_CHARACTERS else None
    if lexer is None:
        return format_html('<div class="highlight" tabindex="0"><pre>{}</pre></div>', text)
    formatter = HtmlFormatter(nowrap=True)
    html = highlight(text, lexer, formatter)
    if first_line is not None:
        numbered = enumerate(html.rstrip("\n").split("\n"), first_line)
        html = "\n".join(f'<span class="line-number">{number}</span>{line}' for number, line in numbered)
    return mark_safe(f'<div class="highlight" tabindex="0"><pre>{html}</pre></div>')  # noqa: S308 - escaped by Pygments


def _lexer(language: str) -> Lexer | None:
    try:
        lexer: Lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
    return lexer


def looks_like_code(text: str) -> bool:
    """Whether most lines of a text are typical of code or indented."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    if not lines or not any(_CODE_LINE.match(line) for line in lines):
        return False
    return sum(bool(_CODE_LINE.match(line)) or line.startswith(("    ", "\t")) for line in lines) >= 0.6 * len(lines)


def json_text(value: Any) -> SafeString:
    """Render a JSON value, indented and highlighted; None becomes an empty text."""
    if value is None:
        return SafeString("")
    return code(json.dumps(value, indent=2, ensure_ascii=False), "json")


NONE = SafeString('<span class="quiet">none</span>')


def presence(there: bool) -> SafeString:
    """Render whether something was stored, without a red cross, as absence is not an error."""
    return SafeString('<span class="yes">yes</span>') if there else NONE


def size(count: float) -> str:
    """Format a number of bytes: `1.4 MB`."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:,.0f} {unit}" if unit == "bytes" or count >= 100 else f"{count:,.1f} {unit}"
        count /= 1000
    return f"{count:,.1f} TB"


def characters(count: int) -> str:
    """Format a number of characters: `1,400` below 10,000, `14k` and `1.4M` above."""
    if count < 10_000:
        return f"{count:,}"
    return f"{count / 1_000:,.0f}k" if count < 1_000_000 else f"{count / 1_000_000:,.1f}M"


def moment(when: datetime.datetime) -> SafeString:
    """Render how long ago a moment was; hovering shows the exact time."""
    local = timezone.localtime(when)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', when.isoformat(), f"{local:%Y-%m-%d %H:%M:%S} UTC", ago(when)
    )


def ago(when: datetime.datetime) -> str:
    """Format how long ago a moment was, for a column: `4 min ago`, `3 h ago`, `2 days ago`, then the date."""
    seconds = (timezone.now() - when).total_seconds()
    if seconds < 0:
        return f"{timezone.localtime(when):%Y-%m-%d}"
    if seconds < 60:
        return "just now"
    if seconds < 3_600:
        return f"{seconds // 60:.0f} min ago"
    if seconds < 86_400:
        return f"{seconds // 3_600:.0f} h ago"
    if seconds < 60 * 86_400:
        days = int(seconds // 86_400)
        return f"{days} day{'s' * (days > 1)} ago"
    return f"{timezone.localtime(when):%Y-%m-%d}"


def tag_list(tags: list[str], address: str) -> SafeString:
    """Render tags as links to their memories. Other programs may have stored any text as a tag."""
    return format_html_join(
        " ", '<a class="tag" href="{}?{}"><bdi>{}</bdi></a>', ((address, urlencode({"tag": tag}), tag) for tag in tags)
    )
