"""Signatures: a canonical, readable text of a pattern's shape.

Names and literals become `_`, omitted nodes become `…`, comments and spacing are dropped. Code of the same shape thus
has the same signature whatever its names, and people can read it: `with _(_) as _:`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patterns.queryfiles import Rule

if TYPE_CHECKING:
    import tree_sitter

SIGNATURE_MAX_CHARACTERS = 200
# A signature of 200 characters rarely has more nodes or levels. Further ones are ignored, so that each of 100,000
# nested expressions takes at most this many steps.
NODES_MAX = 300
LEVELS_MAX = 24
DIGEST_CHARACTERS = 8
REMEMBERED_BYTES = 200  # longest source whose signature is remembered within one analysis; short ones recur
BLANK, OMITTED = "_", "…"

_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_CLINGING = frozenset({",", ";", ":", ".", "?.", "::", "..", "..=", "?", "!"})  # no space before these
_BINDING = frozenset({".", "?.", "::", "..", "..=", "!", "#", "'", "(", "[", "{"})  # no space after these
_PUNCTUATION = re.compile(rb"[!-/:-@\[-^{-~]+")  # ASCII, except the underscore and the backtick
_BRACKETED = {"{": "{…}", "(": "(…)", "[": "[…]"}


@dataclass(slots=True)
class _Token:
    text: str
    is_word: bool = False
    is_name: bool = False  # a name, after which an opening bracket has no space, unlike a keyword
    is_first: bool = False  # of its parent: a prefix
    is_last: bool = False  # of its parent: a suffix
    is_tight: bool = False


@dataclass(slots=True)
class _Level:
    """One level of the walk: the number of children shown, and the latest child if it was a single token."""

    kind: str
    has_fields: bool
    is_tight: bool
    shown: int = 0
    commas: int = 0
    latest: _Token | None = None


class Signatures:
    """The signatures of one text's nodes."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._known: dict[tuple[Rule, bytes], tuple[str, bool]] = {}

    def of(self, node: tree_sitter.Node, rule: Rule) -> tuple[str, bool]:
        """Return the signature of a node, at most 200 characters, and whether it contains the word `async`.

        Longer signatures are truncated and end in a digest of the whole, so that different ones stay different.
        """
        if rule.template is not None and "{}" not in rule.template:
            return rule.template, False
        start, end = node.start_byte, node.end_byte
        if end - start > REMEMBERED_BYTES:
            return self._made(node, rule)
        key = (rule, self._source[start:end])
        if key not in self._known:
            self._known[key] = self._made(node, rule)
        return self._known[key]

    def _made(self, node: tree_sitter.Node, rule: Rule) -> tuple[str, bool]:
        tokens, is_whole = self._tokens(node, rule)
        text = _joined(tokens)
        if rule.template is not None:
            text = rule.template.replace("{}", text)
        if len(text) > SIGNATURE_MAX_CHARACTERS or not is_whole:
            digest = hashlib.sha256(text.encode()).hexdigest()[:DIGEST_CHARACTERS]
            text = f"{text[: SIGNATURE_MAX_CHARACTERS - DIGEST_CHARACTERS - 2]}{OMITTED}#{digest}"
        return text, any(token.text == "async" for token in tokens)

    def _tokens(self, node: tree_sitter.Node, rule: Rule) -> tuple[list[_Token], bool]:
        """Return the tokens to show, in order, and whether these are all. Trees may be deep, so it does not recurse."""
        field_parents, tight = rule.field_parents, rule.tight
        tokens: list[_Token] = []
        level = _Level("", has_fields=False, is_tight=False)
        levels = [level]
        cursor = node.walk()
        for _ in range(NODES_MAX):
            current = cursor.node
            if current is None:  # never happens; for the type checker
                break
            # Comments are extra; missing nodes were added by the parser.
            if not current.is_extra and not current.is_missing:
                kind = current.type
                field = cursor.field_name if level.has_fields else None
                token = self._token(current, kind, rule, level.kind, field)
                if token is None and len(levels) > LEVELS_MAX:
                    token = _Token(OMITTED, is_word=True)
                if token is None and cursor.goto_first_child():
                    level.shown += 1
                    level.latest = None
                    level = _Level(kind, kind in field_parents, kind in tight)
                    levels.append(level)
                    continue
                if token is not None:
                    _show(token, level, tokens)
            while not cursor.goto_next_sibling():
                if level.latest is not None:
                    level.latest.is_last = level.shown > 1
                if not cursor.goto_parent():
                    return tokens, True
                levels.pop()
                level = levels[-1]
        return tokens, False

    def _token(self, node: tree_sitter.Node, kind: str, rule: Rule, parent: str, field: str | None) -> _Token | None:
        """Return the token for a node, or None to show its children instead."""
        by_field = (parent, field) if field is not None else None
        if by_field in rule.blank.fields:
            return _Token(BLANK, is_word=True, is_name=True)
        if kind in rule.omit.kinds or by_field in rule.omit.fields:
            # Its own bracket counts, not that of an expression at its beginning.
            first = node.child(0) if node.child_count else None
            bracketed = _BRACKETED.get(first.type) if first is not None else None
            return _Token(bracketed or OMITTED, is_word=bracketed is None)
        if kind in rule.blank.kinds:
            return _Token(BLANK, is_word=True, is_name=True)
        if kind in rule.verbatim:
            return _Token(" ".join(self._text(node).decode(errors="replace").split()), is_word=True, is_name=True)
        if node.child_count:
            return None
        if not node.is_named:
            return _Token(kind, is_word=kind[:1].isalpha() or kind[:1] == "_")
        text = self._text(node)
        if not text:
            return None
        if _PUNCTUATION.fullmatch(text):  # such as JavaScript's ?., which is a named node
            return _Token(text.decode())
        return _Token(text.decode() if text in rule.keep else BLANK, is_word=True, is_name=True)

    def _text(self, node: tree_sitter.Node) -> bytes:
        return self._source[node.start_byte : node.end_byte]


def _show(token: _Token, level: _Level, tokens: list[_Token]) -> None:
    """Append a token; drop a trailing comma, which belongs to the layout."""
    if token.text == ",":
        level.commas += 1
    elif token.text in _CLOSING and level.commas and tokens[-1].text == ",":
        is_single = level.commas == 1 and "tuple" in level.kind  # (x,) differs from (x)
        if not is_single:
            tokens.pop()
    token.is_first = level.shown == 0
    token.is_tight = level.is_tight and not token.text[0].isalnum() and token.text != BLANK
    level.shown += 1
    level.latest = token
    tokens.append(token)


def _joined(tokens: list[_Token]) -> str:
    if tokens and tokens[-1].text == OMITTED:  # a body at the end is not shown
        tokens = tokens[:-1]
    parts: list[str] = []
    left: _Token | None = None
    for token in tokens:
        if token.text == ";" and token.is_last:  # nor is the end of a statement
            continue
        if left is not None and _space_between(left, token):
            parts.append(" ")
        parts.append(token.text)
        left = token
    return "".join(parts)


def _space_between(left: _Token, right: _Token) -> bool:
    """Whether a space goes between two tokens, as readers of most languages expect."""
    if not right.is_word and (right.text in _CLOSING or right.text in _CLINGING):
        return False
    is_keyword = right.is_word and not right.is_name
    if (left.is_tight and not is_keyword) or (right.is_tight and not right.is_first):
        return False
    if not left.is_word and left.text in _BINDING:
        return False
    after_closing = left.text[-1] in _CLOSING
    opening = right.text[0]
    if opening == "{":
        return True
    if opening in _OPENING:
        if left.is_word:
            return not left.is_name
        return not (after_closing or left.is_first or left.is_last)
    if not right.is_word and (right.is_last or (right.text == "<" and right.is_first)):
        return False  # a suffix, or the brackets of Vec<_>
    is_prefix = left.is_first and not (left.is_word or after_closing or left.text in _CLINGING)
    return not is_prefix
