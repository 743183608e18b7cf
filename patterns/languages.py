"""The languages that can be analysed, as data.

A language is a line in GRAMMARS, which names the wheel of its grammar, and a folder `queries/<language>/` with one
tree-sitter query file for each pattern type, `<pattern_type>.scm`, and `shape.scm`, which says what all its signatures
have in common. queries/README.md describes the captures and settings of these files; nothing else knows a language.

Grammars are imported and queries compiled on first use: a server that is not asked for patterns does not pay for them.
"""

from __future__ import annotations

import hashlib
import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from memories import limits
from memories.errors import PatternAnalysisError, ValidationError
from patterns import queryfiles
from patterns.queryfiles import Rule

if TYPE_CHECKING:
    import tree_sitter

QUERIES = Path(__file__).parent / "queries"
SHAPE = "shape"  # the one file of a language's folder that is no pattern type
# Part of every fingerprint: raise it when the code changes what the same query files find, so that
# `analyze_memories` goes over what was analysed before.
ANALYSIS_VERSION = 2


@dataclass(frozen=True)
class Grammar:
    """Where a language's grammar comes from, and what else the language is called in the info strings of fences."""

    module: str
    aliases: tuple[str, ...]
    extra: str | None = None  # the extra of this distribution that brings the wheel, where it is optional


GRAMMARS = {
    "python": Grammar("tree_sitter_python", ("py", "py3", "python3", "pyi", "python2", "py2", "ipython", "ipython3")),
    "rust": Grammar("tree_sitter_rust", ("rs",)),
    "javascript": Grammar("tree_sitter_javascript", ("js", "jsx", "mjs", "cjs", "node", "es6"), extra="javascript"),
}


@dataclass(frozen=True)
class Language:
    """A loaded language: its grammar, all its query files compiled into one query, and that query's rules in order."""

    name: str
    grammar: tree_sitter.Language
    query: tree_sitter.Query
    rules: tuple[Rule, ...]
    literals: frozenset[str]  # kinds of nodes within which anything may stand, such as strings
    prompts: tuple[str, ...]  # of the language's interpreter
    beginnings: tuple[bytes, ...]  # what may have stood before a snippet that begins too late
    ending: bytes  # and after one that ends too early


def offered() -> tuple[str, ...]:
    """The languages that PATTERN_LANGUAGES offers, sorted."""
    return tuple(sorted(set(settings.PATTERN_LANGUAGES) & set(GRAMMARS)))


def named(name: str) -> str:
    """The language called `name`, by its own name or an alias, in any case.

    Raises:
        ValidationError: none of the languages offered is called so.
    """
    found = by_alias(name)
    if found is None or found not in offered():
        shown = ascii(name if len(name) <= limits.LANGUAGE_MAX_CHARACTERS else name[: limits.LANGUAGE_MAX_CHARACTERS])
        raise ValidationError(
            f"The language {shown} cannot be analysed: language must be one of {', '.join(offered())}.",
            field="language",
        )
    return found


def known(name: str) -> str:
    """The language called `name`, whether it is offered now or was once.

    Raises:
        ValidationError: there is none.
    """
    found = by_alias(name)
    if found is None:
        raise ValidationError(f"language must be one of {', '.join(sorted(GRAMMARS))}.", field="language")
    return found


def by_alias(name: str) -> str | None:
    """The language called `name`, whether it is offered or not; None if there is none."""
    return _names().get(name.strip().lower())


@cache
def _names() -> dict[str, str]:
    return {name: language for language, grammar in GRAMMARS.items() for name in (language, *grammar.aliases)}


@cache
def pattern_types(language: str) -> tuple[str, ...]:
    """The pattern types of a language: the names of its query files, sorted."""
    return tuple(sorted(path.stem for path in (QUERIES / language).glob("*.scm") if path.stem != SHAPE))


def all_pattern_types() -> tuple[str, ...]:
    """The pattern types of all languages there are query files for, sorted."""
    return tuple(sorted({name for language in GRAMMARS for name in pattern_types(language)}))


@cache
def fingerprint(language: str) -> str:
    """16 hex digits that change when what an analysis of this language finds may have changed."""
    digest = hashlib.sha256(str(ANALYSIS_VERSION).encode())
    for name in (SHAPE, *pattern_types(language)):
        digest.update(name.encode() + b"\0" + _read(language, name) + b"\0")
    return digest.hexdigest()[:16]


@cache
def load(language: str) -> Language:
    """Import a language's grammar and compile its query files; the first call takes some 10 ms.

    Raises:
        PatternAnalysisError: the grammar is not installed, or a query file cannot be used.
    """
    grammar = _import(language)
    import tree_sitter

    shape = queryfiles.read(f"{language}/{SHAPE}", _read(language, SHAPE), grammar, is_shape=True)
    common = queryfiles.common_settings(shape)
    rules: list[Rule] = []
    patterns: list[str] = []
    for pattern_type in pattern_types(language):
        file = queryfiles.read(f"{language}/{pattern_type}", _read(language, pattern_type), grammar)
        rules += queryfiles.rules(pattern_type, file, common)
        patterns.append(file.bare)
    # One query for all types: the tree is walked once instead of once a type.
    query = tree_sitter.Query(grammar, "\n".join(patterns))
    prompts, beginnings, ending = (queryfiles.text_setting(shape, name) for name in queryfiles.SNIPPET_SETTINGS)
    return Language(
        name=language,
        grammar=grammar,
        query=query,
        rules=tuple(rules),
        literals=common["blank"].kinds,
        prompts=tuple(prompts.split()),
        beginnings=tuple(beginning.encode() for beginning in beginnings.split("|") if beginning),
        ending=ending.encode(),
    )


def _import(language: str) -> tree_sitter.Language:
    grammar = GRAMMARS[language]
    try:
        import tree_sitter

        return tree_sitter.Language(importlib.import_module(grammar.module).language())
    except ImportError as error:
        wanted = f"codex-memory[{grammar.extra}]" if grammar.extra else grammar.module.replace("_", "-")
        installed = [name for name in offered() if name != language]
        raise PatternAnalysisError(
            f"The grammar of {language} is not installed: `pip install '{wanted}'` and restart, "
            f"or analyse one of {', '.join(installed) or 'no other language'}.",
            field="language",
        ) from error


def _read(language: str, name: str) -> bytes:
    return (QUERIES / language / f"{name}.scm").read_bytes()
