"""Processed memories and code patterns: lists, filters, search, and a pattern's page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.support.admin import LIST, CodePatternFactory, MemoryFactory, ProcessedMemoryFactory, text_of

PATTERNS = "/admin/patterns/codepattern/"
PROCESSED = "/admin/memories/processedmemory/"
CODE = "# one\nimport a\n\n\ndef first():\n    pass\n\n\n# nine\n# ten\n# eleven\n\ndef second():\n    pass\n"


def signatures(response: Any) -> set[str]:
    return {pattern.pattern_signature for pattern in response.context["cl"].result_list}


@pytest.fixture
def varied(desk: None) -> None:
    memory = MemoryFactory(summary="Deploy script", content="how the rollback works")
    for signature, kind, language, frequency, confidence in (
        ("def _(_)", "function_definition", "python", 0.9, 0.8),
        ("fn _(_)", "function_definition", "rust", 0.5, 0.5),
        ("|_| _", "closure", "rust", 0.1, 0.2),
    ):
        CodePatternFactory(
            memory=memory,
            pattern_signature=signature,
            pattern_type=kind,
            language=language,
            frequency=frequency,
            confidence=confidence,
        )
    CodePatternFactory(
        memory=MemoryFactory(summary="Lunch", content="soup", context="food"), pattern_signature="def _(_)"
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": "closure"}, {"|_| _"}),
        ({"language": "rust"}, {"fn _(_)", "|_| _"}),
        ({"type": "function_definition", "language": "rust"}, {"fn _(_)"}),
        ({"frequency__range__gte": "0.4", "language": "rust"}, {"fn _(_)"}),
        ({"confidence__range__lte": "0.3"}, {"|_| _"}),
        ({"q": "|_| _"}, {"|_| _"}),
        ({"q": "fn _"}, {"fn _(_)"}),
        ({"q": "%"}, set()),
        ({"q": "how does rollback work"}, {"def _(_)", "fn _(_)", "|_| _"}),
        ({"q": "zebra"}, set()),
    ],
)
def test_patterns_are_filtered_and_searched(
    curator: Client, varied: None, filters: dict[str, str], expected: set[str]
) -> None:
    assert signatures(curator.get(PATTERNS, filters)) == expected


def test_a_row_shows_signature_type_language_shares_and_its_memory(curator: Client, varied: None) -> None:
    page = text_of(curator.get(PATTERNS))

    assert "|_| _ closure rust 10% 20% Deploy script" in page


def test_the_most_frequent_come_first(curator: Client, varied: None) -> None:
    rows = curator.get(PATTERNS).context["cl"].result_list

    assert [row.frequency for row in rows] == sorted((row.frequency for row in rows), reverse=True)


def test_a_patterns_page_shows_the_lines_it_was_found_in(curator: Client) -> None:
    memory = MemoryFactory(summary="Two functions", content=CODE)
    pattern = CodePatternFactory(memory=memory, ast_features={"occurrences": 2, "lines": [5, 13]})

    response = curator.get(f"{PATTERNS}{pattern.pk}/change/")
    page = text_of(response)

    assert "In Two functions" in page
    assert "5 def first ():" in page.replace("( ):", "():").replace(" ()", " ()")
    assert "13 def second" in page
    assert "10 # ten" in page
    assert "9 # nine" not in page
    assert f"{LIST}{memory.pk}/change/" in response.content.decode()


def test_a_patterns_page_names_other_memories_with_the_same_signature(curator: Client) -> None:
    pattern = CodePatternFactory(memory=MemoryFactory(summary="Here"), pattern_signature="def _(_)")
    for kind, language, signature, summary in (
        ("function_definition", "python", "def _(_)", "There too"),
        ("function_definition", "rust", "def _(_)", "Other language"),
        ("function_definition", "python", "def _()", "Other signature"),
    ):
        CodePatternFactory(
            memory=MemoryFactory(summary=summary), pattern_type=kind, language=language, pattern_signature=signature
        )

    page = text_of(curator.get(f"{PATTERNS}{pattern.pk}/change/"))

    assert "Same signature elsewhere There too 50%" in page
    assert "Other" not in page


@pytest.mark.parametrize("features", [None, [], "text", {"lines": "x"}, {"lines": [0, -1, 99999999, "a", None]}])
def test_odd_features_do_no_harm(curator: Client, features: Any) -> None:
    pattern = CodePatternFactory(ast_features=features)

    assert "stored no line numbers" in text_of(curator.get(f"{PATTERNS}{pattern.pk}/change/"))


def test_processed_memories_are_listed_filtered_searched_and_linked(curator: Client) -> None:
    glad = ProcessedMemoryFactory(memory=MemoryFactory(summary="Glad rollback"), sentiment=0.9)
    ProcessedMemoryFactory(
        memory=MemoryFactory(summary="Sad lunch", content="soup", context="food"), sentiment=-0.9, embeddings=None
    )

    assert "Glad rollback 1 +0.90 yes" in text_of(curator.get(PROCESSED))
    for filters, shown, hidden in (
        ({"sentiment": "negative"}, "Sad lunch", "Glad rollback"),
        ({"embedding": "yes"}, "Glad rollback", "Sad lunch"),
        ({"embedding": "no"}, "Sad lunch", "Glad rollback"),
        ({"q": "rollbacks"}, "Glad", "Sad lunch"),
    ):
        page = text_of(curator.get(PROCESSED, filters))
        assert shown in page, filters
        assert hidden not in page, filters
    page = curator.get(f"{PROCESSED}{glad.pk}/change/").content.decode()
    assert f"{LIST}{glad.memory_id}/change/" in page


@pytest.mark.parametrize(
    "address",
    [
        PATTERNS,
        f"{PATTERNS}?type=function_definition&language=python",
        f"{PATTERNS}?frequency__range__gte=0.1&confidence__range__gte=0.1",
        f"{PATTERNS}?q=deployment",
        PROCESSED,
        f"{PROCESSED}?sentiment=neutral&embedding=yes",
        f"{PROCESSED}?q=deployment",
    ],
)
def test_lists_take_at_most_twelve_queries(
    curator: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for processed in ProcessedMemoryFactory.create_batch(60):
        CodePatternFactory(memory=processed.memory)

    with django_assert_max_num_queries(12):
        assert curator.get(address).status_code == 200


def test_the_embedding_is_not_read_for_a_list(curator: Client, django_assert_max_num_queries: Any) -> None:
    ProcessedMemoryFactory.create_batch(3)

    with django_assert_max_num_queries(12) as captured:
        curator.get(PROCESSED)

    assert not [q for q in captured.captured_queries if '"embeddings",' in q["sql"] or '"content"' in q["sql"]]
