import os
import subprocess
import sys
from typing import Any

import pytest

from memories import limits
from memories.errors import PatternAnalysisError, ValidationError
from patterns import languages, queryfiles

ALL_LANGUAGES = sorted(languages.GRAMMARS)
FILES = [(language, name) for language in ALL_LANGUAGES for name in (*languages.pattern_types(language), "shape")]


def grammar_of(language: Any) -> Any:
    return languages.load(language).grammar


@pytest.mark.parametrize(("language", "name"), FILES)
def test_a_query_file_compiles_and_keeps_the_agreements(language: Any, name: Any) -> None:
    source = (languages.QUERIES / language / f"{name}.scm").read_bytes()
    file = queryfiles.read(f"{language}/{name}", source, grammar_of(language), is_shape=name == "shape")
    assert len(file.settings) == len(file.predicates) >= 1
    assert source.startswith(b"; "), "a query file begins by saying what it finds"


@pytest.mark.parametrize(("language", "name"), FILES)
def test_the_name_of_a_query_file_fits_its_column(language: Any, name: Any) -> None:
    assert len(name) <= limits.PATTERN_TYPE_MAX_CHARACTERS
    assert len(language) <= limits.LANGUAGE_MAX_CHARACTERS


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_every_pattern_of_a_languages_query_has_its_rule(language: Any) -> None:
    loaded = languages.load(language)
    assert loaded.query.pattern_count == len(loaded.rules)
    assert {rule.pattern_type for rule in loaded.rules} == set(languages.pattern_types(language))


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("(no_such_kind) @pattern", "no_such_kind"),
        ("(lambda) @pattern (", "Unexpected EOF"),
        ("(lambda) @found", "unknown captures ['found']"),
        ("(lambda) @_private", "a pattern without @pattern"),
        ('((lambda) @pattern (#set! colour "red"))', "unknown settings ['colour']"),
        ('((lambda) @pattern (#set! features "weight"))', "unknown features ['weight']"),
        ('((lambda) @pattern (#set! omit "blok"))', "no node kinds ['blok']"),
        ('((lambda) @pattern (#set! blank "lambda.corpse"))', "no fields ['corpse']"),
        ('((lambda) @pattern (#is-funny? @pattern "x"))', "#is-funny? is unknown or has wrong arguments"),
    ],
)
def test_a_query_file_that_breaks_an_agreement_is_refused_by_name(source: Any, complaint: Any) -> None:
    with pytest.raises(PatternAnalysisError) as refusal:
        queryfiles.read("python/mine", source.encode(), grammar_of("python"))
    assert "python/mine.scm" in refusal.value.message
    assert complaint in refusal.value.message


def test_what_stands_in_a_comment_or_a_string_of_a_query_file_is_no_directive() -> None:
    source = b'; (#set! colour "red") is no setting\n((lambda) @pattern (#set! signature "; \\"(#x)\\""))'
    file = queryfiles.read("python/mine", source, grammar_of("python"))
    assert file.settings == ({"signature": '; "(#x)"'},)


@pytest.mark.parametrize("name", ["python", "Python", " py ", "python3", "PY3"])
def test_a_language_is_known_by_its_name_and_aliases_in_any_case(name: Any) -> None:
    assert languages.named(name) == "python"


@pytest.mark.parametrize("name", ["cobol", "", "pythonic", "p" * 10_000])
def test_an_unknown_language_is_refused_with_the_list(name: Any) -> None:
    with pytest.raises(ValidationError) as refusal:
        languages.named(name)
    assert "python, rust" in refusal.value.message
    assert len(refusal.value.message) < 200


def test_a_language_that_is_not_offered_is_refused(settings: Any) -> None:
    settings.PATTERN_LANGUAGES = ("python",)
    with pytest.raises(ValidationError, match=r"must be one of python\."):
        languages.named("rust")


def test_a_grammar_that_is_not_installed_is_named_with_what_to_install(settings: Any, monkeypatch: Any) -> None:
    settings.PATTERN_LANGUAGES = ("python", "klingon")
    missing = languages.Grammar("tree_sitter_klingon", (), extra="klingon")
    monkeypatch.setitem(languages.GRAMMARS, "klingon", missing)
    with pytest.raises(PatternAnalysisError) as refusal:
        languages.load("klingon")
    assert "pip install 'codex-memory[klingon]'" in refusal.value.message
    assert "python" in refusal.value.message


def test_a_language_is_a_folder_of_query_files_and_a_line(settings: Any, monkeypatch: Any, tmp_path: Any) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "shape.scm").write_text("; Nothing in common.\n((module))\n")
    (tmp_path / "mine" / "raise.scm").write_text("; raise _\n((raise_statement) @pattern)\n")
    monkeypatch.setattr(languages, "QUERIES", tmp_path)
    monkeypatch.setitem(languages.GRAMMARS, "mine", languages.Grammar("tree_sitter_python", ()))
    from patterns.analysis import analyse

    (pattern,) = analyse("raise Error(1)", "mine").patterns
    assert (pattern.pattern_type, pattern.pattern_signature) == ("raise", "raise _(_)")


@pytest.mark.integration
def test_django_starts_without_importing_tree_sitter() -> None:
    code = "import django, sys; django.setup(); import patterns.storage; sys.exit('tree_sitter' in sys.modules)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "codex_project.settings"}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def test_ideas_that_languages_share_have_the_same_names() -> None:
    python, rust = (set(languages.pattern_types(language)) for language in ("python", "rust"))
    assert python & rust == {"async", "function_definition"}
    assert set(languages.pattern_types("javascript")) & python == {
        "async",
        "class_definition",
        "exception_handling",
        "function_definition",
        "generator",
        "guard_clause",
        "import",
        "lambda",
        "property",
    }
