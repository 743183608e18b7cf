"""Code that a grammar gives as mere tokens, such as the arguments of Rust's macros.

A query file names such nodes with `@tokens` and says how to read them. Each is parsed again as code. Where it is none
as a whole, it is divided at its separators, and then into the bracketed groups it holds. What parses without error is
searched like any other code; the rest is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from patterns import languages, parsing
from patterns.languages import Language
from patterns.parsing import Deadline
from patterns.queryfiles import Rule

if TYPE_CHECKING:
    import tree_sitter

# Pieces are parsed together, as a parse of its own costs each some 20 µs. If any is no code, all are parsed once more:
# the smaller the bundle, the less is parsed in vain.
BUNDLE_BYTES = 1_024
# A larger piece is divided without a try: where it is no code, a megabyte takes tree-sitter ten seconds.
PIECE_MAX_BYTES = 65_536
# Bytes parsed again for each byte of the text, and for any text. Tokens within tokens are read once a level: without a
# limit, 100,000 macros within each other would take hours.
EFFORT_SHARE = 8
EFFORT_BYTES = 524_288
# What is no code takes longer: some 0.1 ms, and a microsecond a byte.
EFFORT_REFUSED = 512
EFFORT_REFUSED_SHARE = 8
REMEMBERED_BYTES = 200  # of texts that were no code


@dataclass(frozen=True, slots=True)
class Fragment:
    """A parsed text made of pieces of another; piece `i` begins at `starts[i]` here and at `origins[i]` there."""

    source: bytes
    tree: tree_sitter.Tree
    starts: Sequence[int] = (0,)
    origins: Sequence[int] = (0,)

    def origin(self, byte: int) -> int:
        """Where a byte of this text stands in the other."""
        piece = bisect_right(self.starts, byte) - 1
        return self.origins[piece] + byte - self.starts[piece]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A group of tokens in its brackets, or a part of one: some of its tokens."""

    fragment: Fragment
    group: tree_sitter.Node
    start: int
    end: int
    tokens: Sequence[tree_sitter.Node] | None = None  # of a part
    is_statement: bool = False  # a part between the strongest separators

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> bytes:
        return self.fragment.source[self.start : self.end]

    def divided(self, separators: Sequence[str]) -> Iterator[_Piece]:
        """The parts between the first of the separators that stands here, or else the groups that stand here."""
        tokens = self.group.children[1:-1] if self.tokens is None else self.tokens
        kinds = [token.type for token in tokens]
        separator = next((separator for separator in separators if separator in kinds), None)
        if separator is None:
            yield from _groups((self.fragment, token) for token in tokens if token.type == self.group.type)
            return
        first = 0
        for end in [*(place for place, kind in enumerate(kinds) if kind == separator), len(kinds)]:
            part = [token for token in tokens[first:end] if not token.is_extra]
            if len(part) > 1:
                is_statement = separator == separators[0]
                yield _Piece(self.fragment, self.group, part[0].start_byte, part[-1].end_byte, part, is_statement)
            elif part and part[0].type == self.group.type:
                yield from _groups([(self.fragment, part[0])])
            first = end + 1


def _groups(found: Iterable[tuple[Fragment, tree_sitter.Node]]) -> Iterator[_Piece]:
    """The groups that may hold a pattern: no single token is one."""
    for fragment, node in found:
        only = node.child(1) if node.child_count == 3 else None
        if node.child_count > 3 or (only is not None and only.type == node.type):
            yield _Piece(fragment, node, node.start_byte, node.end_byte)


class Reader:
    """Reads the tokens of one text, with as much effort as the text's size is worth."""

    def __init__(self, size: int, language: Language, deadline: Deadline) -> None:
        self._language = language
        self._deadline = deadline
        self._effort = EFFORT_BYTES + EFFORT_SHARE * size
        self._refusals: set[tuple[str, bytes]] = set()  # what was no code by a template, as short texts recur

    def read(self, rule: Rule, found: Iterable[tuple[Fragment, tree_sitter.Node]]) -> list[Fragment]:
        """What is code of the nodes that a rule captured as tokens.

        Raises:
            CallTimeoutError: the deadline is over.
        """
        fragments: list[Fragment] = []
        pieces = list(_groups(found))
        while pieces:
            refused = list(self._refused(pieces, rule, rule.read_as[0], fragments))
            for template in rule.read_as[1:]:
                statements = [piece for piece in refused if piece.is_statement]
                refused = [piece for piece in refused if not piece.is_statement]
                refused += self._refused(statements, rule, template, fragments)
            pieces = []
            for piece in refused:
                self._deadline.check()
                pieces += piece.divided(rule.separators)
        return fragments

    def _refused(
        self, pieces: Sequence[_Piece], rule: Rule, template: str, fragments: list[Fragment]
    ) -> Iterator[_Piece]:
        """Append the pieces that are code to the fragments; give those that are not."""
        before, after = template.encode().split(b"{}")
        yield from (piece for piece in pieces if piece.size > PIECE_MAX_BYTES)
        waiting = list(_bundles(piece for piece in pieces if piece.size <= PIECE_MAX_BYTES))[::-1]
        while waiting:
            bundle = waiting.pop()
            known = [piece for piece in bundle if (template, piece.text) in self._refusals]
            if known:
                yield from known
                bundle = [piece for piece in bundle if (template, piece.text) not in self._refusals]
            if not bundle:
                continue
            fragment = self._fragment(bundle, before, after)
            if fragment is None:
                return
            faulty = self._faulty(fragment, rule)
            if not faulty:
                fragments.append(fragment)
            elif len(bundle) == 1:
                self._effort -= EFFORT_REFUSED + EFFORT_REFUSED_SHARE * len(fragment.source)
                if len(bundle[0].text) <= REMEMBERED_BYTES:
                    self._refusals.add((template, bundle[0].text))
                yield bundle[0]
            else:
                # A fault may reach into pieces that are sound: each is tried by itself, and the rest together.
                waiting.append([piece for number, piece in enumerate(bundle) if number not in faulty])
                waiting += ([bundle[number]] for number in faulty)

    def _fragment(self, bundle: Sequence[_Piece], before: bytes, after: bytes) -> Fragment | None:
        """The pieces as one text; None if no effort is left for it."""
        texts: list[bytes] = []
        starts, origins = [], []
        size = 0
        for piece in bundle:
            text = before + piece.text + after
            starts.append(size + len(before))
            origins.append(piece.fragment.origin(piece.start))
            texts.append(text)
            size += len(text)
        self._effort -= size
        if self._effort < 0:
            return None
        source = b"".join(texts)
        return Fragment(source, parsing.tree(source, self._language, self._deadline), starts, origins)

    def _faulty(self, fragment: Fragment, rule: Rule) -> set[int]:
        """The numbers of the pieces of a fragment in which anything is no code."""
        root = fragment.tree.root_node
        if root.has_error:
            faults = [node for node in root.children if node.has_error or node.is_missing] or [root]
        elif rule.refuse:
            faults = _refused_nodes(root, rule.refuse, self._language)
        else:
            return set()
        last = len(fragment.starts) - 1
        return {
            number
            for fault in faults
            for number in range(
                max(0, bisect_right(fragment.starts, fault.start_byte) - 1),
                min(last, bisect_right(fragment.starts, fault.end_byte)) + 1,
            )
        }


def _bundles(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    bundle: list[_Piece] = []
    size = 0
    for piece in pieces:
        bundle.append(piece)
        size += piece.size
        if size >= BUNDLE_BYTES:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


def _refused_nodes(root: tree_sitter.Node, kinds: frozenset[str], language: Language) -> list[tree_sitter.Node]:
    import tree_sitter

    found = tree_sitter.QueryCursor(_any_of(kinds, language.name)).captures(root)
    return found.get("refused", [])


@cache
def _any_of(kinds: frozenset[str], language: str) -> tree_sitter.Query:
    import tree_sitter

    source = "[" + " ".join(f"({kind})" for kind in sorted(kinds)) + "] @refused"
    return tree_sitter.Query(languages.load(language).grammar, source)
