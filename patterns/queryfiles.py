"""Reads query files: tree-sitter queries with predicates and settings.

The binding reads them too, but tree-sitter 0.26.1 frees the strings of `#set!` too early and crashes the process. It
therefore gets the bare patterns, and this module implements `#eq?` and the other predicates. queries/README.md
describes the files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from memories.errors import PatternAnalysisError

if TYPE_CHECKING:
    import tree_sitter

CAPTURES = frozenset({"pattern", "items", "tokens"})  # also names that begin with `_`, for predicates only
TEXT_PREDICATES = frozenset({"eq?", "not-eq?", "any-of?", "not-any-of?", "match?", "not-match?"})
PLACE_PREDICATES = frozenset({"begins-with?", "holds-only?"})
SHAPE_SETTINGS = frozenset({"omit", "blank", "verbatim", "tight"})
TOKEN_SETTINGS = frozenset({"read_as", "separators", "refuse"})  # of patterns with @tokens
SNIPPET_SETTINGS = ("prompts", "beginnings", "ending")  # of shape.scm
SETTINGS = (
    SHAPE_SETTINGS | TOKEN_SETTINGS | {*SNIPPET_SETTINGS} | {"show", "keep", "signature", "features", "outermost"}
)
FEATURES = frozenset({"depth", "size", "arity", "async"})

_STRING = rb'"(?:[^"\\]|\\.)*"'
_COMMENT = re.compile(_STRING + rb"|;[^\n]*")
_DIRECTIVE = re.compile(rb"\(#([\w.-]+[?!])((?:\s+(?:" + _STRING + rb"|[@\w.-]+))*)\s*\)")
_ARGUMENT = re.compile(_STRING + rb"|[@\w.-]+")


@dataclass(frozen=True)
class Selection:
    """Selects nodes by kind, or by their parent's kind and their field in it (`call.arguments`)."""

    kinds: frozenset[str] = frozenset()
    fields: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Selection:
        parts = [word.partition(".") for word in text.split()]
        return cls(
            frozenset(kind for kind, dot, _ in parts if not dot),
            frozenset((kind, field) for kind, dot, field in parts if dot),
        )

    def __or__(self, other: Selection) -> Selection:
        return Selection(self.kinds | other.kinds, self.fields | other.fields)

    def __sub__(self, other: Selection) -> Selection:
        return Selection(self.kinds - other.kinds, self.fields - other.fields)


Captures = Mapping[str, Sequence["tree_sitter.Node"]]


@dataclass(frozen=True)
class TextPredicate:
    """A condition on the text of a capture; an empty capture meets it."""

    capture: str
    pattern: re.Pattern[bytes]
    is_negated: bool

    def holds(self, captures: Captures, source: bytes) -> bool:
        return all(
            bool(self.pattern.search(source[node.start_byte : node.end_byte])) != self.is_negated
            for node in captures.get(self.capture, ())
        )


@dataclass(frozen=True)
class PlacePredicate:
    """The condition that a node is the first or the only child of another, comments ignored.

    tree-sitter's anchors (`.`) mean the same, but comments affect them, differently in each version.
    """

    outer: str
    inner: str
    is_only: bool

    def holds(self, captures: Captures, _source: bytes) -> bool:
        children = _named_children(captures[self.outer][0], 2 if self.is_only else 1)
        return [child.id for child in children] == [captures[self.inner][0].id]


def _named_children(node: tree_sitter.Node, most: int) -> list[tree_sitter.Node]:
    """Return the first named children without comments; a node may have 100,000, so they are read one by one."""
    children: list[tree_sitter.Node] = []
    cursor = node.walk()
    goes_on = cursor.goto_first_child()
    while goes_on and len(children) < most:
        child = cursor.node
        if child is not None and child.is_named and not child.is_extra:
            children.append(child)
        goes_on = cursor.goto_next_sibling()
    return children


Predicate = TextPredicate | PlacePredicate


@dataclass(frozen=True, eq=False)  # compared and hashed by identity: they are keys
class Rule:
    """The settings and predicates of one pattern of a query file."""

    pattern_type: str
    predicates: tuple[Predicate, ...]
    omit: Selection
    blank: Selection
    verbatim: frozenset[str]
    tight: frozenset[str]
    keep: frozenset[bytes]
    template: str | None
    features: frozenset[str]
    is_outermost: bool
    read_as: tuple[str, ...]
    separators: tuple[str, ...]
    refuse: frozenset[str]

    @cached_property
    def field_parents(self) -> frozenset[str]:
        """The node kinds whose fields are selected."""
        return frozenset(kind for kind, _ in self.omit.fields | self.blank.fields)


@dataclass(frozen=True)
class QueryFile:
    """A checked query file; `bare` has the patterns without directives, for tree-sitter."""

    bare: str
    settings: tuple[Mapping[str, str], ...]  # of each pattern, in order
    predicates: tuple[tuple[Predicate, ...], ...]


def read(name: str, source: bytes, grammar: tree_sitter.Language, *, is_shape: bool = False) -> QueryFile:
    """Read a query file; `name` identifies it in errors, such as `python/lambda`.

    Raises:
        PatternAnalysisError: the file does not compile, or breaks a rule of queries/README.md.
    """
    import tree_sitter

    source = _COMMENT.sub(lambda match: match[0] if match[0].startswith(b'"') else b" " * len(match[0]), source)
    bare = _DIRECTIVE.sub(lambda match: b" " * len(match[0]), source)
    try:
        query = tree_sitter.Query(grammar, bare.decode())
    except tree_sitter.QueryError as error:
        raise defect(name, str(error)) from error
    problems: list[str] = []
    captures = {query.capture_name(index) for index in range(query.capture_count)}
    if strange := {capture for capture in captures if capture not in CAPTURES and not capture.startswith("_")}:
        problems.append(f"unknown captures {sorted(strange)}")
    settings, predicates = [], []
    for index in range(query.pattern_count):
        text = source[query.start_byte_for_pattern(index) : query.end_byte_for_pattern(index)]
        if b"@pattern" not in text and not is_shape:
            problems.append("a pattern without @pattern")
        given, conditions = _directives(text, problems)
        if (b"@tokens" in text) != ("read_as" in given):
            problems.append("@tokens and read_as go together")
        problems += _setting_problems(given, grammar)
        settings.append(given)
        predicates.append(conditions)
    if problems:
        raise defect(name, "; ".join(problems))
    return QueryFile(bare.decode(), tuple(settings), tuple(predicates))


def rules(pattern_type: str, file: QueryFile, common: Mapping[str, Selection]) -> list[Rule]:
    """Return the rules of a file's patterns, in order; `common` has the settings of the language's `shape.scm`."""
    made = []
    for given, predicates in zip(file.settings, file.predicates, strict=True):
        own = {key: Selection.parse(given.get(key, "")) for key in SHAPE_SETTINGS | {"show"}}
        rule = Rule(
            pattern_type=pattern_type,
            predicates=predicates,
            omit=(common["omit"] | own["omit"]) - own["show"] - own["blank"],
            blank=(common["blank"] | own["blank"]) - own["show"],
            verbatim=(common["verbatim"] | own["verbatim"]).kinds,
            tight=(common["tight"] | own["tight"]).kinds,
            keep=frozenset(word.encode() for word in given.get("keep", "").split()),
            template=given.get("signature"),
            features=frozenset(given.get("features", "").split()),
            is_outermost="outermost" in given,
            read_as=tuple(given.get("read_as", "").split()),
            separators=tuple(given.get("separators", "").split()),
            refuse=frozenset(given.get("refuse", "").split()),
        )
        made.append(rule)
    return made


def common_settings(shape: QueryFile) -> dict[str, Selection]:
    """Return the settings of `shape.scm`, which apply to all pattern types of its language."""
    common = {key: Selection() for key in SHAPE_SETTINGS}
    for given in shape.settings:
        for key in SHAPE_SETTINGS & set(given):
            common[key] |= Selection.parse(given[key])
    return common


def text_setting(shape: QueryFile, name: str) -> str:
    """Return one of the SNIPPET_SETTINGS of `shape.scm`, or an empty text."""
    return " ".join(given[name] for given in shape.settings if name in given)


def defect(name: str, problem: str) -> PatternAnalysisError:
    return PatternAnalysisError(f"The query file {name}.scm is invalid: {problem}.")


def _directives(text: bytes, problems: list[str]) -> tuple[dict[str, str], tuple[Predicate, ...]]:
    """Read the settings and predicates of one pattern."""
    given: dict[str, str] = {}
    conditions: list[Predicate] = []
    for match in _DIRECTIVE.finditer(text):
        name = match[1].decode()
        arguments = [_argument(part) for part in _ARGUMENT.findall(match[2])]
        if name == "set!" and arguments:
            given[arguments[0]] = " ".join([*filter(None, [given.get(arguments[0])]), *arguments[1:]])
        elif name in TEXT_PREDICATES and len(arguments) > 1 and arguments[0].startswith("@"):
            conditions.append(_text_predicate(name, arguments[0][1:], arguments[1:]))
        elif name in PLACE_PREDICATES and len(arguments) == 2 and all(part.startswith("@") for part in arguments):
            conditions.append(PlacePredicate(arguments[0][1:], arguments[1][1:], is_only=name == "holds-only?"))
        else:
            problems.append(f"#{name} is unknown or has wrong arguments")
    return given, tuple(conditions)


def _argument(text: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", text.decode()[1:-1]) if text.startswith(b'"') else text.decode()


def _text_predicate(name: str, capture: str, arguments: list[str]) -> TextPredicate:
    """Convert a predicate to a regular expression; that of `match?` is one already."""
    words = "|".join(map(re.escape, arguments))
    expression = arguments[0] if name.endswith("match?") else rf"\A(?:{words})\Z"
    return TextPredicate(capture, re.compile(expression.encode()), is_negated=name.startswith("not-"))


def _setting_problems(given: Mapping[str, str], grammar: tree_sitter.Language) -> list[str]:
    problems = []
    if strange := set(given) - SETTINGS:
        problems.append(f"unknown settings {sorted(strange)}")
    if strange := set(given.get("features", "").split()) - FEATURES:
        problems.append(f"unknown features {sorted(strange)}")
    if strange := {form for form in given.get("read_as", "").split() if form.count("{}") != 1}:
        problems.append(f"read_as needs exactly one {{}} in each of {sorted(strange)}")
    if strange := {
        kind for kind in given.get("separators", "").split() if grammar.id_for_node_kind(kind, False) is None
    }:
        problems.append(f"the grammar has no tokens {sorted(strange)}")
    for key in SHAPE_SETTINGS | {"show", "refuse"}:
        selection = Selection.parse(given.get(key, ""))
        kinds = selection.kinds | {kind for kind, _ in selection.fields}
        if strange := {kind for kind in kinds if grammar.id_for_node_kind(kind, True) is None}:
            problems.append(f"the grammar has no node kinds {sorted(strange)}")
        if strange := {field for _, field in selection.fields if grammar.field_id_for_name(field) is None}:
            problems.append(f"the grammar has no fields {sorted(strange)}")
    return problems
