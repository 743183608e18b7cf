"""Finds the patterns of a text: source -> tree -> captures -> patterns. It uses no database."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from memories import limits
from patterns import code_blocks, languages, token_trees
from patterns.languages import Language
from patterns.parsing import Deadline, Parsed
from patterns.queryfiles import Rule
from patterns.signatures import Signatures
from patterns.token_trees import Fragment

if TYPE_CHECKING:
    import tree_sitter

LINES_MAX = 10  # line numbers kept per pattern
SECONDS_DEFAULT = 60.0

# tree-sitter returns all matches of a range at once, some 500 bytes each, so large texts are queried in windows.
WINDOW_BYTES = 131_072
# Partial matches that wait for further nodes: some per level of nesting. Each node is compared with all of them:
# without a limit, 50,000 nested lists took 80 s, during which no other thread ran. None of 538 files of the three
# languages had 32 partial matches. Patterns of a single node are found whatever the limit.
PENDING_MAX = 256
# The deepest level of the tree that is searched; 900 nested blocks have some 3,000 levels. From 65,536 on, tree-sitter
# overflows and takes a minute instead of a tenth of a second.
DEPTH_MAX = 10_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern:
    """One idiom of a text's code, under one signature.

    `frequency` is this signature's share of all occurrences of its type in the text, from 0 to 1. `confidence` is the
    lower bound of that share's 95% Wilson interval, times the share of the code's bytes that parsed without errors.
    Equal shares have a higher confidence with more occurrences and fewer parse errors.

    `ast_features` contains `occurrences`, `lines` (of the first ten, from 1, in the text) and, depending on the type,
    `depth` (deepest nesting within its own type, 1 if not nested), `size` (lines of the longest), `arity` (parameters,
    items or arms) and `async`.
    """

    pattern_type: str
    pattern_signature: str
    frequency: float
    confidence: float
    ast_features: dict[str, Any]
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """The patterns of one language in a text.

    `patterns` are the most frequent 1,000 of `total_found`, most frequent first; `truncated` says whether any were left
    out. `counts` are the occurrences of each type in the whole text. `parse_errors` is the number of places that are
    not valid code of the language.
    """

    language: str
    patterns: list[Pattern]
    counts: dict[str, int]
    total_found: int
    truncated: bool
    parse_errors: int


@dataclass(slots=True)
class _Occurrence:
    start: int
    end: int
    line: int
    size: int
    arity: int
    signature: str
    is_async: bool
    features: frozenset[str]
    depth: int = 1


@dataclass(slots=True)
class _Found:
    """Collects the occurrences of one type under one signature."""

    lines: list[int] = field(default_factory=list)
    occurrences: int = 0
    features: dict[str, Any] = field(default_factory=dict)

    def add(self, occurrence: _Occurrence) -> None:
        self.occurrences += 1
        if len(self.lines) < LINES_MAX:
            self.lines.append(occurrence.line)
        for name in ("depth", "size", "arity"):
            if name in occurrence.features:
                self.features[name] = max(self.features.get(name, 0), getattr(occurrence, name))
        if "async" in occurrence.features:
            self.features["async"] = occurrence.is_async


def analyse(content: str, language: str, deadline: Deadline | None = None) -> Analysis:
    """Find the patterns of a memory's content in one language.

    Args:
        content: any text; `patterns.code_blocks` finds the code in it.
        language: a key of `patterns.languages.GRAMMARS`.
        deadline: when to stop; a minute from now if None.

    Raises:
        CallTimeoutError: the deadline is over.
        PatternAnalysisError: the language's grammar is not installed.
    """
    deadline = deadline or Deadline(SECONDS_DEFAULT)
    loaded = languages.load(language)
    code = code_blocks.find_code(content, loaded, deadline)
    found: dict[tuple[str, str], _Found] = defaultdict(_Found)
    counts: Counter[str] = Counter()
    for block in code.blocks:
        for pattern_type, occurrences in _occurrences(block.parsed, block.first_line, loaded, deadline).items():
            for occurrence in occurrences:
                if occurrence.start < block.start or (block.end is not None and occurrence.start >= block.end):
                    continue
                counts[pattern_type] += 1
                found[pattern_type, occurrence.signature].add(occurrence)
    patterns = [
        _pattern(pattern_type, text, gathered, counts[pattern_type], code.sound_share, language)
        for (pattern_type, text), gathered in found.items()
    ]
    patterns.sort(key=lambda one: (-one.frequency, -one.confidence, one.pattern_type, one.pattern_signature))
    return Analysis(
        language=language,
        patterns=patterns[: limits.PATTERNS_MAX],
        counts=dict(sorted(counts.items())),
        total_found=len(patterns),
        truncated=len(patterns) > limits.PATTERNS_MAX,
        parse_errors=code.parse_errors,
    )


def wilson_lower(successes: int, trials: int) -> float:
    """The lower bound of the 95% Wilson score interval of the share of `successes` in `trials` (at least 1)."""
    z = 1.959963984540054  # the normal distribution's quantile at 97.5%
    share = successes / trials
    centre = share + z * z / (2 * trials)
    spread = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return max(0.0, (centre - spread) / (1 + z * z / trials))


def _pattern(pattern_type: str, text: str, found: _Found, of_type: int, sound_share: float, language: str) -> Pattern:
    return Pattern(
        pattern_type=pattern_type,
        pattern_signature=text,
        # Six digits, which the columns always keep: a later read returns the same value.
        frequency=round(found.occurrences / of_type, 6),
        confidence=round(wilson_lower(found.occurrences, of_type) * sound_share, 6),
        ast_features={"occurrences": found.occurrences, "lines": found.lines, **found.features},
        language=language,
    )


def _occurrences(
    parsed: Parsed, first_line: int, language: Language, deadline: Deadline
) -> dict[str, list[_Occurrence]]:
    """Find the occurrences of each type in one block, in source order, including those within token trees."""
    found: dict[str, list[_Occurrence]] = defaultdict(list)
    parser = token_trees.TokenTreeParser(len(parsed.source), language, deadline)
    fragments = [Fragment(parsed.source, parsed.tree)]
    while fragments:
        unparsed: dict[Rule, list[tuple[Fragment, tree_sitter.Node]]] = defaultdict(list)
        for fragment in fragments:
            signatures = Signatures(fragment.source)
            captured = _distinct(_captures(fragment, language, deadline, unparsed), language)
            for node, index, arity in _checked(captured, deadline):
                rule = language.rules[index]
                text, is_async = signatures.of(node, rule)
                start, end = fragment.origin(node.start_byte), fragment.origin(node.end_byte)
                line = parsed.line(start)
                occurrence = _Occurrence(
                    start=start,
                    end=end,
                    line=first_line + line,
                    size=parsed.line(max(start, end - 1)) - line + 1,
                    arity=arity,
                    signature=text,
                    is_async=is_async,
                    features=rule.features,
                )
                found[rule.pattern_type].append(occurrence)
        fragments = [fragment for rule, nodes in unparsed.items() for fragment in parser.parse(rule, nodes)]
    return {pattern_type: _nested(occurrences) for pattern_type, occurrences in found.items()}


def _distinct(
    captures: Iterable[tuple[int, tree_sitter.Node, int]], language: Language
) -> Iterator[tuple[tree_sitter.Node, int, int]]:
    """Yield each occurrence once, however many matches it has: its node, its pattern's index and its arity."""
    by_type: dict[str, dict[int, tuple[tree_sitter.Node, int, int]]] = defaultdict(dict)
    for index, node, arity in captures:
        rule = language.rules[index]
        same = by_type[rule.pattern_type]
        if rule.is_outermost:
            # A chain and the shorter chains inside it begin at the same byte: the longest is the occurrence.
            known = same.get(node.start_byte)
            if known is None or node.end_byte > known[0].end_byte:
                same[node.start_byte] = (node, index, arity)
        else:
            # If two patterns of a file match one node, it is one occurrence, of the first pattern.
            known = same.get(node.id)
            if known is None or index < known[1]:
                same[node.id] = (node, index, max(arity, known[2]) if known else arity)
    for same in by_type.values():
        yield from same.values()


def _checked(items: Any, deadline: Deadline) -> Iterator[Any]:
    for number, item in enumerate(items):
        if number % 256 == 0:
            deadline.check()
        yield item


def _captures(
    fragment: Fragment,
    language: Language,
    deadline: Deadline,
    unparsed: dict[Rule, list[tuple[Fragment, tree_sitter.Node]]],
) -> Iterator[tuple[int, tree_sitter.Node, int]]:
    """Yield each match's pattern index, its @pattern node and its number of @items; @tokens go to `unparsed`."""
    import tree_sitter

    source, root = fragment.source, fragment.tree.root_node
    # No progress callback: in tree-sitter 0.26.1 it crashes the process.
    cursor = tree_sitter.QueryCursor(language.query, match_limit=PENDING_MAX)
    cursor.set_max_start_depth(DEPTH_MAX)
    for window in range(0, max(len(source), 1), WINDOW_BYTES):
        deadline.check()
        end = window + WINDOW_BYTES
        if len(source) > WINDOW_BYTES:
            cursor.set_byte_range(window, end)
        for index, captures in cursor.matches(root):
            node = captures["pattern"][0]
            if not window <= node.start_byte < end:  # found in an earlier window
                continue
            rule = language.rules[index]
            if all(predicate.holds(captures, source) for predicate in rule.predicates):
                if "tokens" in captures:
                    unparsed[rule] += ((fragment, token) for token in captures["tokens"])
                yield index, node, _arity(captures.get("items", ()))


_NO_ITEMS = ("_separator", "_modifier", "attribute_item")  # endings of kinds that are no parameters or fields


def _arity(holders: Iterable[tree_sitter.Node]) -> int:
    """Count the parameters, items or arms: the named children, or 1 for a single name without children."""
    arity = 0
    for holder in holders:
        if not holder.child_count:
            arity += 1
        for child in holder.named_children:
            arity += not (child.is_extra or child.is_error or child.type.endswith(_NO_ITEMS))
    return arity


def _nested(occurrences: list[_Occurrence]) -> list[_Occurrence]:
    """Sort by position and set each occurrence's depth within others of its type."""
    occurrences.sort(key=lambda one: (one.start, -one.end))
    enclosing: list[int] = []  # the ends of the enclosing occurrences
    for occurrence in occurrences:
        while enclosing and enclosing[-1] < occurrence.end:
            enclosing.pop()
        enclosing.append(occurrence.end)
        occurrence.depth = len(enclosing)
    return occurrences
