"""Parses code that a grammar leaves as token trees, such as the arguments of Rust's macros.

A query file captures these nodes with `@tokens` and says how to parse them as code. If a token tree is not code as a
whole, it is split at its separators, then into the token trees inside it. Parts that parse without error are searched
like any other code; the rest is ignored.
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

# Candidates are parsed in bundles, because each parse has an overhead of some 20 µs. If one of them is not code, all
# are parsed again, so smaller bundles waste less work.
BUNDLE_BYTES = 1_024
# Larger candidates are split without parsing: tree-sitter takes ten seconds for a megabyte that is not code.
CANDIDATE_MAX_BYTES = 65_536
# The budget in bytes to parse again: per byte of the text, and for any text. Nested token trees are parsed once per
# level: without a limit, 100,000 nested macros would take hours.
BUDGET_PER_BYTE = 8
BUDGET_BASE = 524_288
# A candidate that is not code takes longer: some 0.1 ms, plus a microsecond per byte.
REJECTION_COST = 512
REJECTION_COST_PER_BYTE = 8
REMEMBERED_BYTES = 200  # longest rejected text to remember


@dataclass(frozen=True, slots=True)
class Fragment:
    """A parsed text made of parts of the original; part `i` begins at `starts[i]` here and at `origins[i]` there."""

    source: bytes
    tree: tree_sitter.Tree
    starts: Sequence[int] = (0,)
    origins: Sequence[int] = (0,)

    def origin(self, byte: int) -> int:
        """Return the position of a byte in the original text."""
        part = bisect_right(self.starts, byte) - 1
        return self.origins[part] + byte - self.starts[part]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A token tree (brackets included) or some of its tokens, which may be code."""

    fragment: Fragment
    tree: tree_sitter.Node
    start: int
    end: int
    tokens: Sequence[tree_sitter.Node] | None = None  # None: all
    is_statement: bool = False  # whether it stood between the strongest separators

    @property
    def size(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> bytes:
        return self.fragment.source[self.start : self.end]

    def split(self, separators: Sequence[str]) -> Iterator[_Candidate]:
        """Split at the first of the separators that occurs, or into the token trees inside if none occurs."""
        tokens = self.tree.children[1:-1] if self.tokens is None else self.tokens
        kinds = [token.type for token in tokens]
        separator = next((separator for separator in separators if separator in kinds), None)
        if separator is None:
            yield from _token_trees((self.fragment, token) for token in tokens if token.type == self.tree.type)
            return
        first = 0
        for end in [*(place for place, kind in enumerate(kinds) if kind == separator), len(kinds)]:
            part = [token for token in tokens[first:end] if not token.is_extra]
            if len(part) > 1:
                is_statement = separator == separators[0]
                yield _Candidate(self.fragment, self.tree, part[0].start_byte, part[-1].end_byte, part, is_statement)
            elif part and part[0].type == self.tree.type:
                yield from _token_trees([(self.fragment, part[0])])
            first = end + 1


def _token_trees(found: Iterable[tuple[Fragment, tree_sitter.Node]]) -> Iterator[_Candidate]:
    """Select the token trees that may contain a pattern, that is, more than a single token."""
    for fragment, node in found:
        only = node.child(1) if node.child_count == 3 else None
        if node.child_count > 3 or (only is not None and only.type == node.type):
            yield _Candidate(fragment, node, node.start_byte, node.end_byte)


class TokenTreeParser:
    """Parses the token trees of one text, within a budget that depends on the text's size."""

    def __init__(self, size: int, language: Language, deadline: Deadline) -> None:
        self._language = language
        self._deadline = deadline
        self._budget = BUDGET_BASE + BUDGET_PER_BYTE * size
        self._rejected: set[tuple[str, bytes]] = set()  # (template, text); short texts recur

    def parse(self, rule: Rule, found: Iterable[tuple[Fragment, tree_sitter.Node]]) -> list[Fragment]:
        """Parse the nodes that a rule captured as `@tokens`; return what is code.

        Raises:
            CallTimeoutError: the deadline is over.
        """
        fragments: list[Fragment] = []
        candidates = list(_token_trees(found))
        while candidates:
            rejected = list(self._parse_all(candidates, rule, rule.read_as[0], fragments))
            for template in rule.read_as[1:]:
                statements = [candidate for candidate in rejected if candidate.is_statement]
                rejected = [candidate for candidate in rejected if not candidate.is_statement]
                rejected += self._parse_all(statements, rule, template, fragments)
            candidates = []
            for candidate in rejected:
                self._deadline.check()
                candidates += candidate.split(rule.separators)
        return fragments

    def _parse_all(
        self, candidates: Sequence[_Candidate], rule: Rule, template: str, fragments: list[Fragment]
    ) -> Iterator[_Candidate]:
        """Append the candidates that are code to `fragments`; yield the others."""
        before, after = template.encode().split(b"{}")
        yield from (candidate for candidate in candidates if candidate.size > CANDIDATE_MAX_BYTES)
        pending = list(_bundles(candidate for candidate in candidates if candidate.size <= CANDIDATE_MAX_BYTES))[::-1]
        while pending:
            bundle = pending.pop()
            known = [candidate for candidate in bundle if (template, candidate.text) in self._rejected]
            if known:
                yield from known
                bundle = [candidate for candidate in bundle if (template, candidate.text) not in self._rejected]
            if not bundle:
                continue
            fragment = self._parse_together(bundle, before, after)
            if fragment is None:
                return
            faulty = self._faulty_numbers(fragment, rule)
            if not faulty:
                fragments.append(fragment)
            elif len(bundle) == 1:
                self._budget -= REJECTION_COST + REJECTION_COST_PER_BYTE * len(fragment.source)
                if len(bundle[0].text) <= REMEMBERED_BYTES:
                    self._rejected.add((template, bundle[0].text))
                yield bundle[0]
            else:
                # An error may extend into valid candidates, so each faulty one is parsed alone, and the rest together.
                pending.append([candidate for number, candidate in enumerate(bundle) if number not in faulty])
                pending += ([bundle[number]] for number in faulty)

    def _parse_together(self, bundle: Sequence[_Candidate], before: bytes, after: bytes) -> Fragment | None:
        """Parse the candidates as one text; return None if the budget is used up."""
        texts: list[bytes] = []
        starts, origins = [], []
        size = 0
        for candidate in bundle:
            text = before + candidate.text + after
            starts.append(size + len(before))
            origins.append(candidate.fragment.origin(candidate.start))
            texts.append(text)
            size += len(text)
        self._budget -= size
        if self._budget < 0:
            return None
        source = b"".join(texts)
        return Fragment(source, parsing.tree(source, self._language, self._deadline), starts, origins)

    def _faulty_numbers(self, fragment: Fragment, rule: Rule) -> set[int]:
        """Return the numbers of a fragment's candidates that are not entirely code."""
        root = fragment.tree.root_node
        if root.has_error:
            faults = [node for node in root.children if node.has_error or node.is_missing] or [root]
        elif rule.refuse:
            faults = _rejected_nodes(root, rule.refuse, self._language)
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


def _bundles(candidates: Iterable[_Candidate]) -> Iterator[list[_Candidate]]:
    bundle: list[_Candidate] = []
    size = 0
    for candidate in candidates:
        bundle.append(candidate)
        size += candidate.size
        if size >= BUNDLE_BYTES:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


def _rejected_nodes(root: tree_sitter.Node, kinds: frozenset[str], language: Language) -> list[tree_sitter.Node]:
    import tree_sitter

    found = tree_sitter.QueryCursor(_any_of(kinds, language.name)).captures(root)
    return found.get("rejected", [])


@cache
def _any_of(kinds: frozenset[str], language: str) -> tree_sitter.Query:
    import tree_sitter

    source = "[" + " ".join(f"({kind})" for kind in sorted(kinds)) + "] @rejected"
    return tree_sitter.Query(languages.load(language).grammar, source)
