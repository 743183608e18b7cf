"""The languages that can be analysed, as data.

A language is a line in GRAMMARS, which names its grammar's wheel, and a folder `queries/<language>/`. The folder has a
tree-sitter query file per pattern type, `<pattern_type>.scm`, and `shape.scm` with settings for all signatures.
queries/README.md describes their captures and settings. No other code depends on the language.

Grammars are imported and queries compiled on first use, so a server that never analyses patterns does not load them.
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
SHAPE = "shape"  # the only file of a language's folder that is not a pattern type
# Part of every fingerprint. Raise it when a change of the code finds other patterns with the same query files, so that
# `analyze_memories` analyses all memories again.
ANALYSIS_VERSION = 2


@dataclass(frozen=True)
class Grammar:
    """The source of a language's grammar, and the language's aliases in the info strings of fences."""

    module: str
    aliases: tuple[str, ...]
    extra: str | None = None  # the extra of this distribution that installs an optional wheel


GRAMMARS = {
    "python": Grammar("tree_sitter_python", ("py", "py3", "python3", "pyi", "python2", "py2", "ipython", "ipython3")),
    "rust": Grammar("tree_sitter_rust", ("rs",)),
    "javascript": Grammar("tree_sitter_javascript", ("js", "jsx", "mjs", "cjs", "node", "es6"), extra="javascript"),
}


@dataclass(frozen=True)
class Language:
    """A loaded language: its grammar, one query compiled from all query files, and the query's rules in order."""

    name: str
    grammar: tree_sitter.Language
    query: tree_sitter.Query
    rules: tuple[Rule, ...]
    literals: frozenset[str]  # node kinds that may contain any text, such as strings
    prompts: tuple[str, ...]  # of the language's interpreter
    beginnings: tuple[bytes, ...]  # text to try before a snippet whose beginning is missing
    ending: bytes  # text to try after a snippet whose end is missing


def offered() -> tuple[str, ...]:
    """The languages enabled by PATTERN_LANGUAGES, sorted."""
    return tuple(sorted(set(settings.PATTERN_LANGUAGES) & set(GRAMMARS)))


def named(name: str) -> str:
    """Look up an enabled language by name or alias, in any case.

    Raises:
        ValidationError: no enabled language has this name.
    """
    found = by_alias(name)
    if found is None or found not in offered():
        shown = ascii(name if len(name) <= limits.LANGUAGE_MAX_CHARACTERS else name[: limits.LANGUAGE_MAX_CHARACTERS])
        raise ValidationError(
            f"The language {shown} cannot be analysed. language must be one of {', '.join(offered())}.",
            field="language",
        )
    return found


def known(name: str) -> str:
    """Look up a language by name or alias, whether enabled or not.

    Raises:
        ValidationError: no language has this name.
    """
    found = by_alias(name)
    if found is None:
        raise ValidationError(f"language must be one of {', '.join(sorted(GRAMMARS))}.", field="language")
    return found


def by_alias(name: str) -> str | None:
    """Look up a language by name or alias, whether enabled or not; return None if there is none."""
    return _names().get(name.strip().lower())


@cache
def _names() -> dict[str, str]:
    return {name: language for language, grammar in GRAMMARS.items() for name in (language, *grammar.aliases)}


@cache
def pattern_types(language: str) -> tuple[str, ...]:
    """Return the pattern types of a language (the names of its query files), sorted."""
    return tuple(sorted(path.stem for path in (QUERIES / language).glob("*.scm") if path.stem != SHAPE))


def all_pattern_types() -> tuple[str, ...]:
    """Return the pattern types of all languages, sorted."""
    return tuple(sorted({name for language in GRAMMARS for name in pattern_types(language)}))


@cache
def fingerprint(language: str) -> str:
    """Return 16 hex digits that change whenever an analysis of this language may find other patterns."""
    digest = hashlib.sha256(str(ANALYSIS_VERSION).encode())
    for name in (SHAPE, *pattern_types(language)):
        digest.update(name.encode() + b"\0" + _read(language, name) + b"\0")
    return digest.hexdigest()[:16]


@cache
def load(language: str) -> Language:
    """Import a language's grammar and compile its query files; the first call takes about 10 ms.

    Raises:
        PatternAnalysisError: the grammar is not installed, or a query file is invalid.
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
    # One query for all types walks the tree once instead of once per type.
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
            f"The grammar of {language} is not installed. Run `pip install '{wanted}'` and restart, "
            f"or analyse one of {', '.join(installed) or 'no other language'}.",
            field="language",
        ) from error


def _read(language: str, name: str) -> bytes:
    return (QUERIES / language / f"{name}.scm").read_bytes()
