"""Every form that a language's reference allows for a pattern type, and what must not be taken for one."""

from typing import Any

import pytest

from patterns import languages
from patterns.analysis import analyse
from tests.patterns.forms import javascript, python, rust

FORMS = {"javascript": javascript.FORMS, "python": python.FORMS, "rust": rust.FORMS}
TABLE = [
    pytest.param(language, pattern_type, source, expected, id=f"{language} {pattern_type}: {source}")
    for language, forms in FORMS.items()
    for pattern_type, rows in forms.items()
    for source, expected in rows
]


@pytest.mark.parametrize(("language", "pattern_type", "source", "expected"), TABLE)
def test_a_form_is_found_as_often_as_it_stands_there(
    language: Any, pattern_type: Any, source: Any, expected: Any
) -> None:
    analysis = analyse(source + "\n", language)
    found = {
        pattern.pattern_signature: pattern.ast_features["occurrences"]
        for pattern in analysis.patterns
        if pattern.pattern_type == pattern_type
    }
    assert analysis.parse_errors == 0
    assert found == expected
    assert analysis.counts.get(pattern_type, 0) == sum(expected.values())


@pytest.mark.parametrize("language", sorted(languages.GRAMMARS))
def test_every_pattern_type_has_its_forms(language: Any) -> None:
    assert set(FORMS[language]) == set(languages.pattern_types(language))
    for pattern_type, rows in FORMS[language].items():
        assert any(expected for _, expected in rows), pattern_type
